"""What is known about a single word."""

import pytest

from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.words import Words, is_compound_title, words_of

GAZETTEER = Gazetteer(
    first_names=frozenset({"Maria", "Jose"}),
    last_names=frozenset({"Walesa", "President"}),
    common_words=frozenset({"cabbage"}),
    places={},
)


@pytest.mark.parametrize(
    ("word", "fact"),
    [
        pytest.param("Maria", "first", id="first name"),
        pytest.param("José", "known_first", id="first name without its accents"),
        pytest.param("Maria-José", "known_first", id="two first names"),
        pytest.param("Seo-yun", "given", id="East Asian given name"),
        pytest.param("SENATOR", "strong_title", id="title in capitals"),
        pytest.param("Wałęsa", "known_last", id="surname without its accents"),
        pytest.param("Cabbage", "common", id="common word"),
        pytest.param("Cabbage", "divides", id="a common word can divide names"),
        pytest.param("Wednesday", "divides", id="a day can divide names"),
        pytest.param("Senator", "strong_title", id="title"),
        pytest.param("Inc", "company", id="company word"),
        pytest.param("University", "organisation", id="organisation word"),
        pytest.param("W.", "initial", id="initial"),
        pytest.param("Kowalski", "surname_ending", id="ending of surnames"),
        pytest.param("Jr", "nameless", id="ending of a name"),
        pytest.param("Ex-President", "nameless", id="compound title"),
    ],
)
def test_a_word_is_told_by_the_lists_that_hold_it(word: str, fact: str) -> None:
    words = Words(GAZETTEER)
    assert getattr(words[word], fact)
    assert not getattr(words["Zzyzx"], fact)


@pytest.mark.parametrize("word", ["Cabbage-cabbage", "Seo-Yun", "Seo-y", "Al-Assad"])
def test_other_compounds_are_no_given_names(word: str) -> None:
    assert not Words(GAZETTEER)[word].given


@pytest.mark.parametrize("word", ["X", "NATO", "I'm", "I’ve", "University"])
def test_a_word_that_is_never_a_name_does_not_stand_alone(word: str) -> None:
    assert not Words(GAZETTEER)[word].alone


def test_any_other_word_may_stand_alone() -> None:
    assert Words(GAZETTEER)["Zzyzx"].alone


def test_words_are_kept_from_article_to_article() -> None:
    assert words_of(GAZETTEER) is words_of(GAZETTEER)
    assert words_of(GAZETTEER)["Maria"] is words_of(GAZETTEER)["Maria"]


@pytest.mark.parametrize(
    ("word", "title"),
    [("Ex-Minister", True), ("co-chairman", True), ("al-Assad", False), ("Ex", False)],
)
def test_compound_titles_are_told(word: str, title: bool) -> None:
    assert is_compound_title(word) is title
