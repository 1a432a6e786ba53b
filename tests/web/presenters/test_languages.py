"""Every article says how far its language is understood."""

import pytest

from searchapp.web.presenters.languages import language_name, language_note


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish"), ("it", "Italian")],
)
def test_languages_that_are_told_apart_have_names(code: str, name: str) -> None:
    assert language_name(code) == name


def test_a_language_that_was_not_recognised_says_so() -> None:
    assert language_name(None) == "not recognised"
    assert "what it finds is less reliable" in language_note(None)


def test_a_language_without_a_name_stands_for_itself() -> None:
    assert language_name("pl") == "pl"
    assert language_note("pl") == language_note(None)


def test_english_needs_no_note() -> None:
    assert language_note("en") == ""


@pytest.mark.parametrize("code", ["de", "fr", "es", "it"])
def test_other_known_languages_are_read_in_part(code: str) -> None:
    assert language_note(code).startswith("Authors and dates are read in this language; persons")
