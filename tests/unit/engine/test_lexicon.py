"""Stored strings are found as in a sorted list of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.storage.arrays import ArrayFile, write_arrays
from searchapp.engine.storage.lexicon import Lexicon, Strings, string_arrays

TEXTS = st.text(st.characters(codec="utf-8"), max_size=4) | st.text("abé漢\U0001f600", max_size=4)


def stored(folder: Path, strings: list[str]) -> ArrayFile:
    path = folder / "strings.arrays"
    path.unlink(missing_ok=True)
    write_arrays(path, string_arrays("s", strings))
    return ArrayFile(path)


@given(strings=st.lists(TEXTS, max_size=12))
def test_strings_are_a_sequence(
    tmp_path_factory: pytest.TempPathFactory, strings: list[str]
) -> None:
    found = Strings(stored(tmp_path_factory.getbasetemp(), strings), "s")
    assert list(found) == strings
    assert len(found) == len(strings)
    assert found[1:-1] == strings[1:-1]
    assert [found.encoded(n) for n in range(len(found))] == [text.encode() for text in strings]


@pytest.mark.parametrize("place", [-1, 2])
def test_a_place_outside_is_an_index_error(tmp_path: Path, place: int) -> None:
    with pytest.raises(IndexError):
        Strings(stored(tmp_path, ["a", "b"]), "s")[place]


@given(strings=st.sets(TEXTS, max_size=12), wanted=TEXTS)
def test_a_string_is_found_at_its_place_or_not_at_all(
    tmp_path_factory: pytest.TempPathFactory, strings: set[str], wanted: str
) -> None:
    lexicon = Lexicon(stored(tmp_path_factory.getbasetemp(), sorted(strings)), "s")
    assert lexicon.find(wanted) == (sorted(strings).index(wanted) if wanted in strings else None)
    for string in strings:
        assert lexicon.find(string) == sorted(strings).index(string)


@given(strings=st.sets(TEXTS, max_size=12), prefix=TEXTS)
def test_a_prefix_is_the_slice_of_what_starts_so(
    tmp_path_factory: pytest.TempPathFactory, strings: set[str], prefix: str
) -> None:
    lexicon = Lexicon(stored(tmp_path_factory.getbasetemp(), sorted(strings)), "s")
    expected = [string for string in sorted(strings) if string.startswith(prefix)]
    assert [lexicon[place] for place in lexicon.slice_of(prefix)] == expected
