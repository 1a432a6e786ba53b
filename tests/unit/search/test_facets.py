"""The table of facets names every facet once, and its names survive in URLs."""

from urllib.parse import quote

import pytest

from searchapp.search.facets import FACET_FIELDS, NONE, VALUE_FACETS, Facet


def test_every_facet_has_exactly_one_row() -> None:
    assert set(FACET_FIELDS) == set(Facet)
    assert all(field.facet is facet for facet, field in FACET_FIELDS.items())


def test_the_page_begins_with_the_four_facets_people_ask_for_first() -> None:
    assert set(list(FACET_FIELDS)[:4]) == {
        Facet.DATE,
        Facet.AUTHOR,
        Facet.COUNTRY,
        Facet.PERSON,
    }


def test_value_facets_are_all_but_the_date() -> None:
    assert set(VALUE_FACETS) == set(Facet) - {Facet.DATE}
    assert list(VALUE_FACETS) == [facet for facet in FACET_FIELDS if facet in VALUE_FACETS]


@pytest.mark.parametrize("facet", list(Facet))
def test_a_facet_goes_by_a_plain_name_in_urls(facet: Facet) -> None:
    assert facet.value == quote(facet.value) == facet.value.lower()
    assert f"{facet}" == facet.value


@pytest.mark.parametrize("word", ["q", "from", "to", "sort", "size", "page", "all", NONE])
def test_no_facet_takes_the_name_of_another_parameter(word: str) -> None:
    assert word not in {name for facet in Facet for name in (facet.value, f"not-{facet}")}


def test_labels_tell_facets_apart() -> None:
    for attribute in ("label", "plural", "none_label"):
        labels = [getattr(field, attribute) for field in FACET_FIELDS.values()]
        assert all(labels)
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("facet", "label"),
    [
        (Facet.AUTHOR, "No author"),
        (Facet.COUNTRY, "No country"),
        (Facet.PERSON, "No person"),
        (Facet.DATE, "Undated"),
    ],
)
def test_articles_without_a_value_have_a_name(facet: Facet, label: str) -> None:
    assert FACET_FIELDS[facet].none_label == label
