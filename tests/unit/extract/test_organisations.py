"""What a text's organisations are called."""

import pytest

from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.organisations import OrganisationNames
from searchapp.extract.words import words_of


def note(run: str, following: str = "") -> OrganisationNames:
    names = OrganisationNames(words_of(load_gazetteer()))
    names.note(tuple(run.split()), following)
    return names


@pytest.mark.parametrize(
    ("run", "following", "word"),
    [
        pytest.param("Salomon Inc", "", "Salomon", id="company"),
        pytest.param("Salomon", "&", "Salomon", id="before an ampersand"),
        pytest.param("Quillfeather University", "", "Quillfeather", id="university"),
    ],
)
def test_an_organisations_word_is_remembered(run: str, following: str, word: str) -> None:
    assert word in note(run, following).words


@pytest.mark.parametrize(
    "run",
    [
        pytest.param("Olaf Scholz", id="a person"),
        pytest.param("University", id="a word alone"),
        pytest.param("Nixon Foundation", id="what is named after persons"),
        pytest.param("Party Leader Jane Doe", id="a title inside"),
    ],
)
def test_other_runs_leave_nothing(run: str) -> None:
    names = note(run)
    assert not names.words
    assert not names.phrases


def test_every_part_of_a_companys_name_is_a_phrase() -> None:
    assert note("Kidder Peabody Inc").phrases == {
        ("Kidder", "Peabody"),
        ("Kidder", "Peabody", "Inc"),
        ("Peabody", "Inc"),
    }
