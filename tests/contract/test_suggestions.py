"""Suggestions while typing, and the examples of the help card: each finds what it says."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Article, FacetValue, Mention, Zone
from searchapp.engine.storage.analysis import fold_text
from searchapp.search.engine import Engine
from searchapp.search.examples import ExampleKind
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.language import parse_query
from searchapp.search.request import SearchRequest
from searchapp.search.suggestion import MAX_VALUES, Suggestion
from tests.contract.archive import ARCHIVE
from tests.contract.articles import build_article
from tests.contract.engines import build_embedded
from tests.contract.reference import ReferenceEngine
from tests.contract.strategies import archives, requests
from tests.contract.test_properties import embedded


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return build_embedded(ARCHIVE, tmp_path_factory.mktemp("suggestions") / "index")


def suggested(engine: Engine, request: SearchRequest) -> list[str]:
    """Each suggestion in one line: “person Xi Jinping 3”, “word storm 2”."""
    return [line(entry) for entry in engine.suggest(request)]


def line(entry: Suggestion) -> str:
    return f"{entry.facet or 'word'} {entry.text} {entry.count}"


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        pytest.param("vl", ["person Vladimir Putin 2"], id="first name"),
        pytest.param("pu", ["person Vladimir Putin 2", "word putin 2"], id="last name"),
        pytest.param(
            "storm pu", ["person Vladimir Putin 1", "word putin 1"], id="beside other words"
        ),
        pytest.param("putin", ["person Vladimir Putin 2"], id="a whole word needs no completion"),
        pytest.param("jinping x", ["person Xi Jinping 3"], id="two words of one name"),
        pytest.param("ch", ["country China 2"], id="a country"),
        pytest.param("person:x", [], id="one letter is too little"),
        pytest.param("person:xi", ["person Xi Jinping 3"], id="a field of the query"),
        pytest.param("author:xi", [], id="another field of the query"),
        pytest.param(
            "mu",
            ["author Anna Müller 3", "person Anna Müller 1"],
            id="one name in two facets, without accents",
        ),
        pytest.param("coa", ["word coast 1"], id="a word of a title"),
        pytest.param("phili", [], id="nothing begins so"),
        pytest.param("deutschland", ["country Germany 2"], id="another name in full"),
        pytest.param('"vladimir pu', [], id="inside a phrase"),
        pytest.param("-pu", [], id="behind a minus"),
        pytest.param("storm OR vl", [], id="behind an operator a filter would mean something else"),
        pytest.param("vl ", [], id="after a blank"),
        pytest.param("", [], id="nothing typed"),
        pytest.param("x" * 300, [], id="too long"),
    ],
)
def test_what_begins_so_is_suggested(engine: Engine, query: str, lines: list[str]) -> None:
    assert suggested(engine, SearchRequest(query=query)) == lines


def test_a_value_takes_the_place_of_what_was_typed(engine: Engine) -> None:
    [suggestion] = engine.suggest(SearchRequest(query="storm confetti pau", page=3))
    assert suggestion.request == SearchRequest(query="storm confetti").with_only(
        Facet.AUTHOR, "Paul de Vries"
    )


def test_a_word_completes_the_typed_one(engine: Engine) -> None:
    [suggestion] = engine.suggest(SearchRequest(query="storm coa"))
    assert suggestion.request == SearchRequest(query="storm coast")


def test_another_value_of_a_narrowed_facet_narrows_further(engine: Engine) -> None:
    chosen = SearchRequest(query="vl").with_value(Facet.PERSON, "Xi Jinping")
    [suggestion] = engine.suggest(chosen)
    assert suggestion.request.selection(Facet.PERSON).required == ("Vladimir Putin",)
    assert suggestion.count == engine.search(suggestion.request).total == 2


def test_what_is_chosen_is_not_suggested_again(engine: Engine) -> None:
    chosen = SearchRequest(query="vl").with_value(Facet.PERSON, "Vladimir Putin")
    assert suggested(engine, chosen) == []
    turned_away = SearchRequest(query="vl").with_excluded(Facet.PERSON, "Vladimir Putin")
    assert suggested(engine, turned_away) == []


def test_the_way_of_writing_that_was_meant_is_named(tmp_path: Path) -> None:
    person = FacetValue(
        value="Volodymyr Zelensky",
        label="Volodymyr Zelensky",
        mentions=(Mention(zone=Zone.BODY, start=0, end=9, rule="a verb of saying"),),
    )
    article = build_article("a", body="Selenskyj spoke.")
    engine = build_embedded([replace(article, persons=(person,))], tmp_path / "index")
    [suggestion] = engine.suggest(SearchRequest(query="selen"))
    assert (suggestion.text, suggestion.written) == ("Volodymyr Zelensky", "Selenskyj")
    [suggestion] = engine.suggest(SearchRequest(query="zele"))
    assert suggestion.written is None
    engine.close()


TYPED = st.sampled_from(
    ["xi", "jin", "jinping x", "an mul", "storm an", "st", "sto", "ra", "po", "person:an", "ch",
     "rain ta", "(storm) ju", "storm OR an", "title:storm xi", "-rain an", "no", "her", "dp"]
)  # fmt: skip


@given(archives(), requests(), TYPED)
def test_every_count_is_the_number_of_results_after_the_choice(
    articles: list[Article], request: SearchRequest, query: str
) -> None:
    reference = ReferenceEngine(articles)
    request = request.with_query(query)
    with embedded(articles) as engine:
        suggestions = engine.suggest(request)
        for suggestion in suggestions:
            assert suggestion.count > 0
            assert reference.search(suggestion.request).total == suggestion.count


@given(archives(), st.sampled_from(["xi", "jin", "an", "mul", "po", "her", "dp", "ru", "ch"]))
def test_no_value_that_begins_so_is_missed(articles: list[Article], typed: str) -> None:
    reference = ReferenceEngine(articles)
    beginning = {
        (facet, value.value)
        for facet in VALUE_FACETS
        for value in reference.values(facet)
        if any(word.startswith(typed) for word in fold_text(value.label).split())
        or typed == fold_text(value.value)
    }
    with embedded(articles) as engine:
        suggestions = engine.suggest(SearchRequest(query=typed))
    found = {(entry.facet, entry.value) for entry in suggestions if entry.facet}
    assert found <= beginning
    assert len(found) == min(len(beginning), MAX_VALUES)


@given(archives())
def test_every_example_is_read_as_written_and_finds_something(articles: list[Article]) -> None:
    with embedded(articles) as engine:
        examples = engine.examples()
        for example in examples:
            assert engine.search(SearchRequest(query=example.query)).total > 0
            assert parse_query(example.query).notes == ()
    kinds = [example.kind for example in examples]
    assert kinds == [kind for kind in ExampleKind if kind in kinds]


def test_examples_are_in_words_of_the_archive(engine: Engine) -> None:
    by_kind = {example.kind: example.query for example in engine.examples()}
    assert by_kind[ExampleKind.PERSON] == "person:jinping"
    assert by_kind[ExampleKind.COUNTRY] == "country:China"
    assert by_kind[ExampleKind.DATE] == "date:2022-12"
    assert by_kind.keys() >= {ExampleKind.TITLE, ExampleKind.PHRASE}


def test_an_empty_archive_has_no_examples_and_suggests_nothing(tmp_path: Path) -> None:
    engine = build_embedded([], tmp_path / "index")
    assert engine.examples() == ()
    assert engine.suggest(SearchRequest(query="xi")) == ()
    engine.close()
