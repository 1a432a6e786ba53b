"""The section stands in a trail at the top of the page."""

import pytest

from searchapp.extract.layout import build_layout
from searchapp.extract.section import find_section, usual_section

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("date 2022-12-30 Home page politics", "politics"),
        ("2019-07-09 06:30 Home page science", "science"),
        ("June 19, 2024 - 14:05 UTC  Home page science", "science"),
        ("Home > World > Europe", "europe"),
        ("Home » Culture", "culture"),
        ("Startseite Politik", "politik"),
        ("Accueil › Économie", "économie"),
        ("You are here: Home / UK News", "UK news"),
        ("Section: Business", "business"),
        ("Ressort: Wirtschaft", "wirtschaft"),
        ("Home > Politics > Lighthouse stays", "politics"),
        ("Home page", None),
        ("Home", None),
        ("Stolen tiles come home by post", None),
        ("Homes of the rich", None),
        ("Home was where they wanted to be on Friday.", None),
    ],
)
def test_the_section_is_found(line: str, section: str | None) -> None:
    layout = build_layout(f"{line}\n\n{PROSE}", dayfirst=True)
    assert find_section(layout, headline="Lighthouse stays") == section


def test_sections_that_differ_in_capitals_are_one() -> None:
    assert usual_section("Politics") == usual_section("politics")
