"""From what was typed to the terms and fields of the index."""

import pytest
from whoosh import query as wq

from searchapp.engine.evaluation.binding import bind_query
from searchapp.search.language import parse_query


def bound(query: str) -> wq.Query:
    return bind_query(parse_query(query).tree)


STORM, RAIN = wq.Term("text", "storm"), wq.Term("text", "rain")
TWICE = wq.Term("text", "storm", boost=16 / 9)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        pytest.param("storms", STORM, id="a word is one stem in one field"),
        pytest.param("storm rain", wq.And([STORM, RAIN]), id="words are all wanted"),
        pytest.param("title:Storms", wq.Term("title", "storm"), id="a zone"),
        pytest.param('"Storms"', wq.Term("exact", "storms"), id="a quoted word as it is"),
        pytest.param(
            '"the storms" rain',
            wq.And([wq.Phrase("exact", ["the", "storms"]), RAIN]),
            id="a phrase keeps its stop words",
        ),
        pytest.param("the storm", STORM, id="a stop word is left out"),
        pytest.param(
            "how did the storm start", wq.And([STORM, wq.Term("text", "start")]), id="a question"
        ),
        pytest.param("The Who", wq.Term("text", "who"), id="who is a word"),
        pytest.param("the", wq.Term("exact", "the"), id="a stop word alone"),
        pytest.param(
            "to be or not to be",
            wq.And(
                [
                    wq.Term("exact", word, boost=boost)
                    for word, boost in {"to": 16 / 9, "be": 16 / 9, "or": 1.0, "not": 1.0}.items()
                ]
            ),
            id="stop words alone",
        ),
        pytest.param("storm storms", TWICE, id="a word twice"),
        pytest.param("storm rain storms", wq.And([TWICE, RAIN]), id="a word twice among others"),
        pytest.param(
            "rain OR storm OR Storm", wq.Or([RAIN, TWICE]), id="a word twice of which any"
        ),
        pytest.param(
            "storm title:storm -storm",
            wq.And([STORM, wq.Term("title", "storm"), wq.Not(STORM)]),
            id="another field and another sense are other words",
        ),
        pytest.param(
            "country:DE country:DE",
            wq.And([wq.ConstantScoreQuery(wq.Term("country", "DE"), 0.0)] * 2),
            id="what only narrows has no weight",
        ),
    ],
)
def test_a_query_becomes_terms_of_the_index(query: str, tree: wq.Query) -> None:
    assert normal(bound(query)) == normal(tree)


def normal(tree: wq.Query) -> object:
    """A tree as values: Whoosh's own comparison leaves out boosts of compounds and repetitions."""
    if isinstance(tree, wq.And | wq.Or):
        return type(tree), tree.boost, [normal(child) for child in tree]
    if isinstance(tree, wq.Not):
        return wq.Not, normal(tree.query)
    if isinstance(tree, wq.ConstantScoreQuery):
        return wq.ConstantScoreQuery, tree.score, normal(tree.child)
    if isinstance(tree, wq.Phrase):
        return wq.Phrase, tree.fieldname, tuple(tree.words), tree.slop, tree.boost
    assert isinstance(tree, wq.Term)
    return wq.Term, tree.fieldname, tree.text, pytest.approx(tree.boost)
