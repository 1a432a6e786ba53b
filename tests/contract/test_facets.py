"""Facets: OR inside, AND across, exclusion, and counts that say what a click will find."""

import pytest

from searchapp.article import Article
from searchapp.search.engine import Engine
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Bucket
from searchapp.search.url import build_args, parse_args
from tests.contract.archive import found_in_any_order, shown
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf

BROWSE = SearchRequest(size=100)


def test_every_facet_is_answered_in_the_order_of_the_page(archive_engine: Engine) -> None:
    response = archive_engine.search(BROWSE)
    assert [result.facet for result in response.facets] == list(FACET_FIELDS)


@pytest.mark.parametrize(
    ("facet", "buckets"),
    [
        (
            Facet.COUNTRY,
            "China 2, Germany 2, No country 2, Russia 2, France 1, Ukraine 1, United Kingdom 1",
        ),
        (
            Facet.PERSON,
            "Xi Jinping 3, No person 2, Vladimir Putin 2, "
            "Anna Müller 1, Dmitry Peskov 1, Zoë Dubois 1",
        ),
        (Facet.AUTHOR, "Anna Müller 3, Andrew Schmid 2, No author 2, Paul de Vries 1"),
        (Facet.SECTION, "politics 2, weather 2, Food and drink 1, No section 1, sport 1"),
        (Facet.AGENCY, "No agency 3, dpa 2, Reuters 2"),
        (Facet.SOURCE, "Abendblatt 2, Evening Post 2, Morning Herald 2, No source 1"),
    ],
)
def test_values_stand_by_count_and_then_by_label(
    archive_engine: Engine, facet: Facet, buckets: str
) -> None:
    assert shown(archive_engine.search(BROWSE), facet) == buckets


def test_a_bucket_carries_the_value_for_the_address_and_the_label_for_people(
    archive_engine: Engine,
) -> None:
    buckets = archive_engine.search(BROWSE).facet(Facet.COUNTRY).buckets
    assert {bucket.value: bucket.label for bucket in buckets} == {
        "CN": "China",
        "DE": "Germany",
        "FR": "France",
        "GB": "United Kingdom",
        "RU": "Russia",
        "UA": "Ukraine",
        "none": "No country",
    }


def test_a_query_narrows_every_facet(archive_engine: Engine) -> None:
    response = archive_engine.search(SearchRequest(query="storm"))
    assert shown(response, Facet.COUNTRY) == "China 1, Germany 1, Russia 1, United Kingdom 1"
    assert shown(response, Facet.AUTHOR) == "Anna Müller 2, Andrew Schmid 1, Paul de Vries 1"


@pytest.mark.parametrize(
    ("request_", "names"),
    [
        pytest.param(
            BROWSE.with_value(Facet.COUNTRY, "RU").with_value(Facet.COUNTRY, "DE"),
            "storm talks cafe old",
            id="OR inside a facet",
        ),
        pytest.param(
            BROWSE.with_value(Facet.COUNTRY, "RU").with_value(Facet.AUTHOR, "Anna Müller"),
            "talks",
            id="AND across facets",
        ),
        pytest.param(
            BROWSE.with_excluded(Facet.COUNTRY, "RU"),
            "storm cafe sport brief undated",
            id="an exclusion",
        ),
        pytest.param(
            BROWSE.with_excluded(Facet.COUNTRY, "RU").with_excluded(Facet.COUNTRY, "DE"),
            "sport brief undated",
            id="two exclusions",
        ),
        pytest.param(
            BROWSE.with_value(Facet.COUNTRY, "DE").with_excluded(Facet.COUNTRY, "FR"),
            "storm",
            id="an exclusion wins over a choice",
        ),
        pytest.param(BROWSE.with_value(Facet.AUTHOR, "none"), "cafe brief", id="without author"),
        pytest.param(
            BROWSE.with_value(Facet.COUNTRY, "none").with_value(Facet.COUNTRY, "DE"),
            "storm cafe brief undated",
            id="without a country or with one",
        ),
        pytest.param(
            BROWSE.with_excluded(Facet.PERSON, "none"),
            "talks cafe sport undated old",
            id="with any person",
        ),
        pytest.param(
            BROWSE.with_value(Facet.COUNTRY, "US"), "", id="a country that is only mentioned"
        ),
        pytest.param(BROWSE.with_value(Facet.SECTION, "chess"), "", id="a value nobody has"),
        pytest.param(
            BROWSE.with_excluded(Facet.SECTION, "chess").with_value(Facet.AGENCY, "dpa"),
            "storm sport",
            id="the exclusion of a value nobody has",
        ),
        pytest.param(
            BROWSE.with_query("xi").with_value(Facet.SECTION, "politics").with_excluded(
                Facet.AUTHOR, "Anna Müller"
            ),
            "old",
            id="a query with a choice and an exclusion",
        ),
    ],
)  # fmt: skip
def test_selections_narrow_the_result(
    archive_engine: Engine, request_: SearchRequest, names: str
) -> None:
    assert found_in_any_order(archive_engine.search(request_)) == set(names.split())


def test_a_facet_ignores_its_own_choice_and_others_do_not(archive_engine: Engine) -> None:
    response = archive_engine.search(BROWSE.with_value(Facet.COUNTRY, "RU"))
    assert shown(response, Facet.COUNTRY) == (
        "China 2, Germany 2, No country 2, +Russia 2, France 1, Ukraine 1, United Kingdom 1"
    )
    assert shown(response, Facet.AUTHOR) == "Andrew Schmid 2, Anna Müller 1"
    assert shown(response, Facet.SOURCE) == "Evening Post 1, Morning Herald 1"


def test_a_facet_keeps_the_exclusions_of_its_other_values(archive_engine: Engine) -> None:
    response = archive_engine.search(BROWSE.with_excluded(Facet.COUNTRY, "RU"))
    assert shown(response, Facet.COUNTRY) == (
        "Germany 2, No country 2, -Russia 2, France 1, United Kingdom 1"
    )


def test_several_exclusions_count_for_each_other(archive_engine: Engine) -> None:
    request = BROWSE.with_excluded(Facet.COUNTRY, "RU").with_excluded(Facet.COUNTRY, "CN")
    response = archive_engine.search(request)
    assert shown(response, Facet.COUNTRY) == (
        "Germany 2, No country 2, France 1, United Kingdom 1, -China 0, -Russia 0"
    )


def test_chosen_and_excluded_values_stay_listed_at_0(archive_engine: Engine) -> None:
    request = SearchRequest(query="recipe").with_value(Facet.COUNTRY, "RU")
    response = archive_engine.search(request.with_excluded(Facet.AUTHOR, "Paul de Vries"))
    assert response.total == 0
    assert shown(response, Facet.COUNTRY) == "No country 1, +Russia 0"
    assert shown(response, Facet.AUTHOR) == "-Paul de Vries 0"


def test_a_chosen_value_that_no_article_has_is_listed_by_its_own_name(
    archive_engine: Engine,
) -> None:
    response = archive_engine.search(BROWSE.with_value(Facet.SECTION, "chess"))
    assert shown(response, Facet.SECTION) == (
        "politics 2, weather 2, Food and drink 1, No section 1, sport 1, +chess 0"
    )


def test_articles_without_a_value_are_chosen_like_any_other(archive_engine: Engine) -> None:
    response = archive_engine.search(BROWSE.with_value(Facet.AUTHOR, "none"))
    assert shown(response, Facet.AUTHOR) == (
        "Anna Müller 3, Andrew Schmid 2, +No author 2, Paul de Vries 1"
    )
    assert shown(response, Facet.SECTION) == "Food and drink 1, weather 1"


FILTERED = [
    BROWSE,
    BROWSE.with_query("storm"),
    BROWSE.with_value(Facet.COUNTRY, "RU"),
    BROWSE.with_value(Facet.COUNTRY, "RU").with_excluded(Facet.COUNTRY, "UA"),
    BROWSE.with_excluded(Facet.COUNTRY, "RU").with_excluded(Facet.COUNTRY, "none"),
    BROWSE.with_value(Facet.PERSON, "none").with_value(Facet.DATE, "2022"),
    BROWSE.with_excluded(Facet.DATE, "2022-12").with_value(Facet.SOURCE, "Morning Herald"),
    BROWSE.with_query("-storm").with_excluded(Facet.DATE, "none"),
]


@pytest.mark.parametrize("request_", FILTERED, ids=lambda request: str(build_args(request)))
def test_a_count_is_the_number_of_results_after_the_click(
    archive_engine: Engine, request_: SearchRequest
) -> None:
    for result in archive_engine.search(request_).facets:
        for bucket in result.buckets:
            clicked = request_.with_only(result.facet, bucket.value)
            assert archive_engine.search(clicked).total == bucket.count
            by_address = parse_args(build_args(clicked))
            assert archive_engine.search(by_address).total == bucket.count


NAMES = [f"Person {letter}" for letter in "ABCDEFGHIJKLMNO"]
CROWD = [
    build_article(f"crowd-{count}", body="all", persons=NAMES[: len(NAMES) - count])
    for count in range(len(NAMES))
]


def test_a_long_facet_shows_its_first_ten_values_and_says_that_there_are_more(
    engine_of: EngineOf,
) -> None:
    result = engine_of(CROWD).search(BROWSE).facet(Facet.PERSON)
    assert [bucket.label for bucket in result.buckets] == NAMES[:10]
    assert [bucket.count for bucket in result.buckets] == list(range(15, 5, -1))
    assert result.more


def test_an_expanded_facet_shows_all_of_its_values(engine_of: EngineOf) -> None:
    request = BROWSE.with_expanded(Facet.PERSON)
    result = engine_of(CROWD).search(request).facet(Facet.PERSON)
    assert [bucket.label for bucket in result.buckets] == NAMES
    assert not result.more


def test_ten_values_leave_nothing_more_to_show(engine_of: EngineOf) -> None:
    result = engine_of(CROWD[5:]).search(BROWSE).facet(Facet.PERSON)
    assert len(result.buckets) == 10
    assert not result.more


def test_chosen_values_are_listed_even_beyond_the_first_ten(engine_of: EngineOf) -> None:
    request = BROWSE.with_value(Facet.PERSON, "Person N").with_excluded(Facet.PERSON, "Person O")
    result = engine_of(CROWD).search(request).facet(Facet.PERSON)
    by_label = {bucket.label: bucket for bucket in result.buckets}
    assert by_label["Person N"].selected
    assert by_label["Person O"].excluded
    assert result.more
    assert len(result.buckets) == 12


def test_labels_are_ordered_without_regard_to_case_and_accents(engine_of: EngineOf) -> None:
    names = ["émile", "Zoë", "Eva", "anna", "Ödön", "Frank"]
    engine = engine_of([build_article("a", body="all", persons=names)])
    buckets = engine.search(BROWSE).facet(Facet.PERSON).buckets
    assert [b.label for b in buckets] == ["anna", "émile", "Eva", "Frank", "Ödön", "Zoë"]


def test_an_article_counts_in_each_of_its_values_once(engine_of: EngineOf) -> None:
    engine = engine_of([build_article("a", body="all", countries=["RU", "CN", "RU"])])
    assert shown(engine.search(BROWSE), Facet.COUNTRY) == "China 1, Russia 1"
    assert engine.search(BROWSE).total == 1


ODD_NAME = 'O\'Neil & "Söhne" <b>#1</b>, 100 % + none'


@pytest.mark.parametrize(
    ("facet", "named"),
    [
        (Facet.AUTHOR, build_article("named", body="all", authors=[ODD_NAME])),
        (Facet.PERSON, build_article("named", body="all", persons=[ODD_NAME])),
        (Facet.SECTION, build_article("named", body="all", section=ODD_NAME)),
        (Facet.AGENCY, build_article("named", body="all", agency=ODD_NAME)),
        (Facet.SOURCE, build_article("named", body="all", source=ODD_NAME)),
    ],
)
def test_a_value_may_be_any_text(engine_of: EngineOf, facet: Facet, named: Article) -> None:
    engine = engine_of([named, build_article("other", body="all")])
    request = parse_args(build_args(SearchRequest().with_value(facet, ODD_NAME)))
    response = engine.search(request)
    assert [hit.id for hit in response.hits] == ["named"]
    bucket = Bucket(value=ODD_NAME, label=ODD_NAME, count=1, selected=True)
    assert bucket in response.facet(facet).buckets


@pytest.mark.parametrize(
    ("facet", "typed", "value"),
    [
        (Facet.PERSON, "xi jinping", "Xi Jinping"),
        (Facet.PERSON, "ZOE DUBOIS", "Zoë Dubois"),
        (Facet.AUTHOR, "anna muller", "Anna Müller"),
        (Facet.SECTION, "food and  drink", "Food and drink"),
        (Facet.COUNTRY, "russia", "RU"),
        (Facet.COUNTRY, "ru", "RU"),
        (Facet.COUNTRY, "United Kingdom", "GB"),
        (Facet.COUNTRY, "none", "none"),
    ],
)
def test_a_value_may_be_typed_by_its_name_in_any_case(
    archive_engine: Engine, facet: Facet, typed: str, value: str
) -> None:
    response = archive_engine.search(BROWSE.with_value(facet, typed).with_page(1))
    assert response.request == BROWSE.with_value(facet, value)
    assert response.total == archive_engine.search(BROWSE.with_value(facet, value)).total > 0
    assert [b.value for b in response.facet(facet).buckets if b.selected] == [value]


def test_two_spellings_of_one_value_are_one_choice(archive_engine: Engine) -> None:
    request = BROWSE.with_value(Facet.COUNTRY, "RU").with_value(Facet.COUNTRY, "Russia")
    assert archive_engine.search(request).request == BROWSE.with_value(Facet.COUNTRY, "RU")
    request = BROWSE.with_value(Facet.COUNTRY, "RU").with_excluded(Facet.COUNTRY, "Russia")
    assert archive_engine.search(request).request == BROWSE.with_excluded(Facet.COUNTRY, "RU")


def test_names_without_a_letter_are_not_all_the_same(engine_of: EngineOf) -> None:
    engine = engine_of([build_article("a", body="all", authors=["—"])])
    assert engine.search(BROWSE.with_value(Facet.AUTHOR, "—")).total == 1
    assert engine.search(BROWSE.with_value(Facet.AUTHOR, "***")).total == 0
