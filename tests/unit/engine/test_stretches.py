"""Searching a text once finds in every passage what searching it alone finds."""

import pytest

from searchapp.article import Article, Passage, Zone
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.snippets.marking import Marker
from searchapp.engine.snippets.stretches import iter_stretches
from searchapp.search.language import parse_query
from tests.unit.engine.plain_marker import PlainMarker


def build(text: str, *zones: tuple[Zone, int, int], title: str = "News") -> Article:
    passages = tuple(Passage(zone=zone, start=start, end=end) for zone, start, end in zones)
    return Article(id="a", path="a", text=text, sha256="", title=title, passages=passages)


ARTICLES = [
    pytest.param(
        build("Rainstorm here", (Zone.BODY, 0, 4), (Zone.LEDE, 4, 14)), [(Zone.LEDE, ["storm"])],
        id="a passage that begins inside a word",
    ),
    pytest.param(
        build("A storm. storms", (Zone.LEDE, 0, 9), (Zone.BODY, 9, 15)),
        [(Zone.LEDE, ["storm"]), (Zone.BODY, ["storms"])],
        id="passages that touch at a blank",
    ),
    pytest.param(
        build("storm\n\nA storm.", (Zone.DEBRIS, 0, 5), (Zone.BODY, 7, 15)),
        [(Zone.BODY, ["storm"])],
        id="debris",
    ),
    pytest.param(
        build("Storm!\n\nStorms\n\nstorm", (Zone.HEADLINE, 0, 6), (Zone.HEADLINE, 8, 14),
              (Zone.BODY, 16, 21), title="Storm!"),
        [(Zone.BODY, ["Storms"]), (Zone.BODY, ["storm"])],
        id="the title, and a subheading",
    ),
    pytest.param(build("No rain\n\n", (Zone.BODY, 0, 7)), [], id="no match"),
    pytest.param(build(""), [], id="no text"),
]  # fmt: skip


@pytest.mark.parametrize(("article", "expected"), ARTICLES)
def test_marks_lie_in_the_passages_that_are_searched(
    article: Article, expected: list[tuple[Zone, list[str]]]
) -> None:
    tree = bind_query(parse_query("storm").tree)
    stretches = list(iter_stretches(article, Marker(tree)))
    words = [
        (part.zone, [part.text[mark.start : mark.end] for mark in part.marks]) for part in stretches
    ]
    assert words == expected
    assert stretches == list(iter_stretches(article, PlainMarker(tree)))
