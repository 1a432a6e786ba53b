"""Lists of authors: persons apart from titles, outlets, places and agencies."""

import pytest

from searchapp.extract.authornames import clean_author, is_known, is_plausible
from searchapp.extract.authors import read_names
from searchapp.extract.gazetteer import load_gazetteer


def read(text: str) -> tuple[list[str], str | None]:
    gazetteer = load_gazetteer()
    names = read_names(
        text, 0, len(text), accept=lambda name: is_plausible(name, gazetteer), gazetteer=gazetteer
    )
    for name in names.authors:
        assert clean_author(text[name.start : name.end]) == name.label
    return [name.label for name in names.authors], names.agency


@pytest.mark.parametrize(
    ("text", "authors", "agency"),
    [
        ("Jane Doe", ["Jane Doe"], None),
        ("Jane Doe and John Miller", ["Jane Doe", "John Miller"], None),
        (
            "Anna Müller, Jörg Schmidt und Eva Klein",
            ["Anna Müller", "Jörg Schmidt", "Eva Klein"],
            None,
        ),
        ("Jean-Luc Dupont avec AFP", ["Jean-Luc Dupont"], "AFP"),
        ("A. B. Smith; C. O'Neill", ["A. B. Smith", "C. O'Neill"], None),
        ("JOHN MCDONALD & URSULA VON DER LEYEN", ["John McDonald", "Ursula von der Leyen"], None),
        ("Steve Holland, White House Correspondent", ["Steve Holland"], None),
        ("Edith M. Lederer, Associated Press", ["Edith M. Lederer"], "AP"),
        ("Dr. Martin Weber, Berlin", ["Martin Weber"], None),
        ("Jane Doe in Mumbai and John Miller in Shanghai", ["Jane Doe", "John Miller"], None),
        ("Peter Maahn/dpa", ["Peter Maahn"], "dpa"),
        ("Michael L. Anderson, PhD", ["Michael L. Anderson"], None),
        ("Martin Luther King Jr.", ["Martin Luther King Jr."], None),
        ("Maria José García López", ["Maria José García López"], None),
        ("Jane Doe, Jane Doe", ["Jane Doe"], None),
        ("Redakteur Anna Weber", ["Anna Weber"], None),
        ("Political Correspondent Anna Weber", ["Anna Weber"], None),
        ("Anna Weber Staff Writer", ["Anna Weber"], None),
        ("Anna WeberStaff Writer", ["Anna Weber"], None),
        ("Reuters Staff", [], "Reuters"),
        ("Staff Writer", [], None),
        ("Sunday Morning Herald", [], None),
        ("the time he left", [], None),
        ("Friday Putin", [], None),
        ("Berlin", [], None),
        ("", [], None),
    ],
)
def test_a_list_of_authors_is_read(text: str, authors: list[str], agency: str | None) -> None:
    assert read(text) == (authors, agency)


@pytest.mark.parametrize(
    ("given", "usual"),
    [
        ("JANE DOE", "Jane Doe"),
        ("jane doe", "Jane Doe"),
        ("Jean DUPONT", "Jean Dupont"),
        ("SEAN O'NEILL", "Sean O'Neill"),
        ("JD VANCE", "JD Vance"),
        ("JEAN-LUC MARTIN", "Jean-Luc Martin"),
        ("Jane  van der\tBerg", "Jane van der Berg"),
        ("freeman1984", "freeman1984"),
    ],
)
def test_a_name_gets_its_usual_writing(given: str, usual: str) -> None:
    assert clean_author(given) == usual


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Andrew Miller", True),
        ("Anna-Maria Schmidt", True),
        ("J. Miller", True),
        ("Breaking News", False),
        ("Climate Change", False),
        ("New York", False),
        ("Read More", False),
        ("Andrew", False),
    ],
)
def test_a_line_without_a_cue_is_a_name_only_if_the_gazetteer_knows_it(
    line: str, known: bool
) -> None:
    assert is_known(line, load_gazetteer()) is known
