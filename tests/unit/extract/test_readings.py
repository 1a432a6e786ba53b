"""What a run of capitalised words says by itself."""

import gc

import pytest

from searchapp.extract import readings as module
from searchapp.extract.gazetteer import PlaceKind, load_gazetteer
from searchapp.extract.readings import TELLING_BEFORE, Reading, Readings, readings_of


def read(run: str, *, before: str = "", after: str = "", kinds: object = None) -> Reading:
    words = tuple(run.split())
    places = kinds if isinstance(kinds, tuple) else (None,) * len(words)
    return Readings(load_gazetteer())[words, places, before, after]


@pytest.mark.parametrize(
    ("run", "names"),
    [
        pytest.param("Olaf Scholz", [(0, 2, "Olaf Scholz", None)], id="name"),
        pytest.param("Chancellor Olaf Scholz", [(1, 3, "Olaf Scholz", "Chancellor")], id="title"),
        pytest.param("OLAF SCHOLZ", [(0, 2, "Olaf Scholz", None)], id="capitals"),
        pytest.param("Scholz", [(0, 1, "Scholz", None)], id="a word alone"),
        pytest.param("NATO", [], id="a word that is never a name"),
        pytest.param("Santa Barbara", [], id="a place of a saint"),
        pytest.param("Goldman Sachs", [], id="an organisation"),
        pytest.param(
            "Lloyd Austin Says Olaf Scholz Agrees",
            [(0, 2, "Lloyd Austin", None), (3, 5, "Olaf Scholz", None)],
            id="headline",
        ),
    ],
)
def test_names_are_told_from_their_place_in_the_run(
    run: str, names: list[tuple[int, int, str, str | None]]
) -> None:
    found, _, _ = read(run)
    assert [(name[0], name[1], " ".join(name[2]), name[3]) for name in found] == names


@pytest.mark.parametrize("before", [".", ""])
def test_a_common_word_alone_is_a_candidate_unless_it_opens_a_sentence(before: str) -> None:
    found, _, _ = read("Cabbage", before=before)
    assert bool(found) == (before == "")


def test_a_country_alone_is_no_candidate_but_a_surname_is_one_all_the_same() -> None:
    assert read("Uzbekistan", kinds=(PlaceKind.NAME,))[0] == ()
    ((*_, place),) = read("Jordan", kinds=(PlaceKind.NAME,))[0]
    assert place


def test_a_place_inside_a_name_costs_something() -> None:
    ((_, _, _, _, plain, _, _),) = read("Olaf Scholz")[0]
    ((_, _, _, _, placed, _, _),) = read("Olaf Scholz", kinds=(None, PlaceKind.CITY))[0]
    assert placed < plain


@pytest.mark.parametrize(
    ("run", "after", "words"),
    [
        pytest.param("Salomon Inc", "", {"Salomon", "Inc"}, id="company"),
        pytest.param("Smith", "&", {"Smith"}, id="before an ampersand"),
        pytest.param("Olaf Scholz", "", set(), id="person"),
    ],
)
def test_organisations_are_remembered(run: str, after: str, words: set[str]) -> None:
    _, found, _ = read(run, after=after)
    assert set(found) == words


def test_every_article_and_every_end_of_a_sentence_counts_as_one() -> None:
    assert {TELLING_BEFORE[word] for word in ("the", "The", "THE", "einem")} == {"the"}
    assert {TELLING_BEFORE[word] for word in (".", "”", "–")} == {"."}


def test_the_garbage_collector_does_not_visit_what_is_kept() -> None:
    readings = Readings(load_gazetteer())
    kept = [readings[(first, "Scholz"), (None, None), "", ""] for first in ("Olaf", "Will")]
    for _ in range(4):
        # Each time a layer: a tuple is let go once all in it are.
        gc.collect()
    assert not any(map(gc.is_tracked, kept))


def test_a_run_is_read_once() -> None:
    readings = readings_of(load_gazetteer())
    key = (("Olaf", "Scholz"), (None, None), "", "")
    assert readings[key] is readings[key]
    assert readings_of(load_gazetteer()) is readings


def test_what_is_kept_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_READINGS", 3)
    readings = Readings(load_gazetteer())
    for number in range(10):
        assert readings[(f"Ab{number}", "Scholz"), (None, None), "", ""][0]
        assert len(readings) <= 3
    long = ("Olaf",) * 50
    assert readings[long, (None,) * 50, "", ""] == readings[long, (None,) * 50, "", ""]
    assert (long, (None,) * 50, "", "") not in readings, "long runs hardly ever return"
