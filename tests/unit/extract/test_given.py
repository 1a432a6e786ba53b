"""Metadata that came with a file is cleaned, split and mapped, never trusted blindly."""

import pytest

from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.given import (
    clean_text,
    read_given_authors,
    read_given_countries,
    read_given_persons,
)


@pytest.mark.parametrize(
    ("given", "authors", "agency"),
    [
        (("Jane Doe",), ["Jane Doe"], None),
        (("By Jane Doe",), ["Jane Doe"], None),
        (
            ("Von Roland Brockmann und Sebastian Weber",),
            ["Roland Brockmann", "Sebastian Weber"],
            None,
        ),
        (("Jane Doe, John Roe", "John Roe"), ["Jane Doe", "John Roe"], None),
        (("JANE DOE", "jane doe"), ["Jane Doe"], None),
        (("Reuters", "Jane Doe"), ["Jane Doe"], "Reuters"),
        (("Jane Doe, Associated Press",), ["Jane Doe"], "AP"),
        (("Qwrtz Xyzzy",), ["Qwrtz Xyzzy"], None),
        (("Jane Doe <jane@example.org>",), ["Jane Doe"], None),
        (("None", "null", "n/a", "Unknown", "admin", ""), [], None),
        ((), [], None),
    ],
)
def test_given_authors_are_cleaned(
    given: tuple[str, ...], authors: list[str], agency: str | None
) -> None:
    found, found_agency = read_given_authors(given, load_gazetteer())
    assert ([author.label for author in found], found_agency) == (authors, agency)
    assert all(author.mentions == () for author in found)


def test_given_countries_become_codes() -> None:
    found = read_given_countries(("Germany", "RU", "germany", "Atlantis"))
    assert [(country.value, country.label) for country in found] == [
        ("DE", "Germany"),
        ("RU", "Russia"),
    ]


def test_given_persons_are_kept_as_they_are_written() -> None:
    found = read_given_persons(("Xi  Jinping", "Xi Jinping", "null"))
    assert [person.label for person in found] == ["Xi Jinping"]


def test_a_given_public_figure_has_the_usual_spelling_for_a_label() -> None:
    (person,) = read_given_persons(("Wladimir Putin",))
    assert (person.value, person.label) == ("Wladimir Putin", "Vladimir Putin")


@pytest.mark.parametrize("given", [None, "", "  ", "None", "n/a"])
def test_a_text_that_says_nothing_is_none(given: str | None) -> None:
    assert clean_text(given) is None
