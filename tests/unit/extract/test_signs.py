"""Signs are found in the texts that hold them, whatever their case, and in no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.extract.signs import places_with


@pytest.mark.parametrize(
    ("signs", "places"),
    [
        pytest.param([b"cookie"], {3}, id="in capitals too"),
        pytest.param([b"mail", b"cookie"], {3, 9}, id="any of them"),
        pytest.param(["réservés".encode("latin-1")], {9}, id="with accents"),
        pytest.param([b"mail t"], set(), id="never over the end of a text"),
        pytest.param([], set(), id="no sign"),
    ],
)
def test_the_places_of_texts_with_a_sign_are_found(signs: list[bytes], places: set[int]) -> None:
    texts = {3: "This site uses COOKIES – cookies.", 5: "„Valmere“", 9: "Droits réservés. Mail"}
    assert places_with(signs, {**texts, 11: "Tom"}) == places


def test_no_texts_hold_no_sign() -> None:
    assert places_with([b"a"], {}) == set()


@given(st.lists(st.text(alphabet="ab–\U0001f600 ", max_size=8), max_size=8))
def test_the_same_is_found_as_by_looking_at_each_text(texts: list[str]) -> None:
    numbered = dict(enumerate(texts))
    expected = {place for place, text in numbered.items() if "ab" in text or "ba" in text}
    assert places_with([b"ab", b"ba"], numbered) == expected
