"""Limits on a query's text: what is refused, what is searched as plain words, what is fine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.errors import InvalidQuery
from searchapp.search.limits import (
    MAX_LENGTH,
    MAX_NESTING,
    MAX_SLOP,
    MAX_WILDCARDS,
    MAX_WORDS,
    check_length,
    find_excess,
)


def test_a_query_as_long_as_allowed_is_accepted() -> None:
    check_length("x" * MAX_LENGTH)


def test_a_longer_query_is_refused_with_both_figures() -> None:
    with pytest.raises(InvalidQuery) as refusal:
        check_length("x" * (MAX_LENGTH + 1))
    assert str(MAX_LENGTH) in str(refusal.value)
    assert str(MAX_LENGTH + 1) in str(refusal.value)


@pytest.mark.parametrize(
    "query",
    [
        "storm",
        "storm rain -hail",
        '"video call"',
        '"video call"~5',
        f'"video call"~{MAX_SLOP}',
        'title:"video call"~5 storm~',
        "storm~",
        "title:storm~",
        "sto*",
        "title:sto*",
        "st?rm ra?n",
        "(a OR b) AND (c OR d)",
        "(" * MAX_NESTING + "a" + ")" * MAX_NESTING,
        " ".join(["a"] * MAX_WORDS),
        '"what? who? ***"',
        '"a ( b"',
        '"~ ~ ~"',
        "date:[2022-01 TO 2022-06]",
        "5:30",
        "",
    ],
)
def test_a_query_within_the_limits_is_parsed(query: str) -> None:
    assert find_excess(query) is None


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (" ".join(["a"] * (MAX_WORDS + 1)), f"{MAX_WORDS} words"),
        ('"storm', "quotation mark"),
        ('"storm" "', "quotation mark"),
        ("(storm", "bracket"),
        ("storm)", "bracket"),
        (")storm(", "bracket"),
        ("(" * (MAX_NESTING + 1) + "a" + ")" * (MAX_NESTING + 1), f"{MAX_NESTING} deep"),
        ("aa* bb* cc*", f"{MAX_WILDCARDS} words"),
        ("*", "letters in front"),
        ("????????", "letters in front"),
        ("*storm*", "letters in front"),
        ("a*", "letters in front"),
        ("title:a*", "letters in front"),
        ("title:*", "letters in front"),
        ("*:*", "letters in front"),
        ("*:", "letters in front"),
        ("a*b:storm", "letters in front"),
        ("ab~", "letters"),
        ("title:ab~", "letters"),
        ("~", "letters"),
        ("~5", "letters"),
        (f'"a b"~{MAX_SLOP + 1}', f"{MAX_SLOP} apart"),
        ('"a b"~999999999', f"{MAX_SLOP} apart"),
    ],
)
def test_a_query_beyond_the_limits_is_told_which(query: str, reason: str) -> None:
    assert reason in (find_excess(query) or "")


@given(st.text(st.sampled_from('ab12:"()[]{}*?~-^\\/ \u0660'), max_size=40))
def test_every_text_can_be_measured(query: str) -> None:
    find_excess(query)
