"""The full list of a facet: found by a few letters, in two orders, page by page."""

import pytest

from searchapp.search.engine import Engine
from searchapp.search.facets import EXPANDED_FACET_LIMIT, FACET_LIMIT, Facet
from searchapp.search.listing import Listing, ValueOrder
from searchapp.search.request import SearchRequest
from tests.contract.archive import shown
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf

BROWSE = SearchRequest(size=100)
NAMES = [f"Person {number:03}" for number in range(2 * EXPANDED_FACET_LIMIT + 5)]


def listed(
    facet: Facet, find: str = "", order: ValueOrder = ValueOrder.COUNT, page: int = 1
) -> SearchRequest:
    return BROWSE.with_listing(Listing(facet=facet, find=find, order=order, page=page))


@pytest.mark.parametrize(
    ("facet", "find", "buckets"),
    [
        pytest.param(Facet.PERSON, "x", "Xi Jinping 3", id="the first name"),
        pytest.param(Facet.PERSON, "JIN", "Xi Jinping 3", id="any word in any case"),
        pytest.param(Facet.PERSON, "jin x", "Xi Jinping 3", id="words in any order"),
        pytest.param(Facet.PERSON, "zoe du", "Zoë Dubois 1", id="no accents typed"),
        pytest.param(Facet.PERSON, "ínp", "", id="not from the middle of a word"),
        pytest.param(Facet.PERSON, "xi p", "", id="every word must begin one"),
        pytest.param(Facet.PERSON, "p", "Vladimir Putin 2, Dmitry Peskov 1", id="several by count"),
        pytest.param(Facet.PERSON, "none", "", id="articles without one have no name"),
        pytest.param(Facet.COUNTRY, "uni", "United Kingdom 1", id="a country by its label"),
        pytest.param(Facet.COUNTRY, "Deutschland", "Germany 2", id="a country by another name"),
        pytest.param(Facet.COUNTRY, "Deutschlan", "", id="not by its beginning"),
        pytest.param(Facet.COUNTRY, "cn", "China 2", id="a country by its code"),
        pytest.param(
            Facet.SECTION,
            "!",
            "politics 2, weather 2, Food and drink 1, No section 1, sport 1",
            id="no word leaves all",
        ),
    ],
)
def test_values_are_found_by_how_their_words_begin(
    archive_engine: Engine, facet: Facet, find: str, buckets: str
) -> None:
    response = archive_engine.search(listed(facet, find))
    assert shown(response, facet) == buckets
    assert response.facet(facet).total == len(response.facet(facet).buckets)


def test_values_stand_by_name_when_asked(archive_engine: Engine) -> None:
    response = archive_engine.search(listed(Facet.AUTHOR, order=ValueOrder.NAME))
    assert shown(response, Facet.AUTHOR) == (
        "Andrew Schmid 2, Anna Müller 3, No author 2, Paul de Vries 1"
    )


def test_chosen_values_stay_listed_whatever_is_looked_for(archive_engine: Engine) -> None:
    request = listed(Facet.PERSON, "zo").with_value(Facet.PERSON, "Xi Jinping")
    response = archive_engine.search(request)
    assert shown(response, Facet.PERSON) == "+Xi Jinping 3, Zoë Dubois 1"
    assert response.facet(Facet.PERSON).total == 1


def test_a_page_after_another_lists_every_value_once(engine_of: EngineOf) -> None:
    engine = engine_of([build_article("all", body="all", persons=NAMES)])
    found: list[str] = []
    for page in (1, 2, 3):
        result = engine.search(listed(Facet.PERSON, page=page)).facet(Facet.PERSON)
        assert (result.total, result.first) == (len(NAMES), len(found))
        assert result.more is (page < 3)
        found += [bucket.label for bucket in result.buckets]
    assert found == NAMES


def test_beyond_the_last_page_the_last_is_listed_and_asked_for(engine_of: EngineOf) -> None:
    engine = engine_of([build_article("all", body="all", persons=NAMES)])
    response = engine.search(listed(Facet.PERSON, page=99))
    assert response.request == listed(Facet.PERSON, page=3)
    assert len(response.facet(Facet.PERSON).buckets) == 5


def test_the_rarest_of_many_is_found_by_its_name(engine_of: EngineOf) -> None:
    frequent = [build_article(str(n), body="all", persons=NAMES) for n in range(2)]
    rare = build_article("rare", body="all", persons=["Selma Quist"])
    result = engine_of([*frequent, rare]).search(listed(Facet.PERSON, "qui")).facet(Facet.PERSON)
    assert [(bucket.label, bucket.count) for bucket in result.buckets] == [("Selma Quist", 1)]


def test_a_facet_that_is_not_expanded_says_how_many_there_are(engine_of: EngineOf) -> None:
    engine = engine_of([build_article("all", body="all", persons=NAMES)])
    result = engine.search(BROWSE).facet(Facet.PERSON)
    assert len(result.buckets) == FACET_LIMIT
    assert (result.total, result.first, result.more) == (len(NAMES), 0, True)
