"""Taking off a run of capitalised words what is no part of a name."""

import pytest

from searchapp.extract.gazetteer import PlaceKind, load_gazetteer
from searchapp.extract.trimming import Trimmer
from searchapp.extract.words import words_of


@pytest.mark.parametrize(
    ("run", "name", "title"),
    [
        pytest.param("Olaf Scholz", "Olaf Scholz", None, id="nothing to take off"),
        pytest.param("Chancellor Olaf Scholz", "Olaf Scholz", "Chancellor", id="title"),
        pytest.param("Prime Minister Liz Truss", "Liz Truss", "Minister", id="two titles"),
        pytest.param("SPD Leader Lars Klingbeil", "Lars Klingbeil", "Leader", id="party"),
        pytest.param("Moscow-born Olga Petrova", "Olga Petrova", None, id="compound adjective"),
        pytest.param("Olaf Scholz Read", "Olaf Scholz Read", None, id="“Read” without “more”"),
        pytest.param("Bill Clinton Narrowly", "Bill Clinton", None, id="adverb behind"),
        pytest.param("Martin Luther King", "Martin Luther King", None, id="title in a name"),
        pytest.param("Don Walker", "Don Walker", None, id="title that is a first name"),
        pytest.param("Prime Minister", "", "Minister", id="titles only"),
    ],
)
def test_a_run_is_trimmed_to_the_name(run: str, name: str, title: str | None) -> None:
    texts = tuple(run.split())
    trimmer = Trimmer(texts, {}, words_of(load_gazetteer()))
    start, end, found = trimmer.trim(0, len(texts), opens=False)
    assert " ".join(texts[start:end]) == name
    assert found == title


def test_a_country_before_a_name_is_taken_off() -> None:
    texts = ("German", "Olaf", "Scholz")
    trimmer = Trimmer(texts, {0: PlaceKind.DEMONYM}, words_of(load_gazetteer()))
    assert trimmer.trim(0, 3, opens=False) == (1, 3, None)
