"""Tokens and their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.extract.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("the U.S. and J.R. Smith", ("the", "U.S.", "and", "J.R.", "Smith"), id="dots"),
        pytest.param("in the U.S", ("in", "the", "U.S"), id="a dot short"),
        pytest.param("George W. Bush", ("George", "W.", "Bush"), id="initial"),
        pytest.param("plan B.", ("plan", "B", "."), id="a letter that ends a sentence"),
        pytest.param("Mr. Smith", ("Mr.", "Smith"), id="title"),
        pytest.param("Putin’s visit", ("Putin", "’", "s", "visit"), id="possessive"),
        pytest.param("O'Neill d’Estaing", ("O'Neill", "d’Estaing"), id="apostrophe inside"),
        pytest.param("Moscow-based al-Assad", ("Moscow-based", "al-Assad"), id="hyphens"),
        pytest.param("Moscow/Beijing", ("Moscow", "/", "Beijing"), id="slash"),
        pytest.param("30.12.2022, 2.5%", ("30.12.2022", ",", "2.5", "%"), id="numbers"),
        pytest.param("one\n\ntwo", ("one", "\n\n", "two"), id="newlines"),
        pytest.param("Łódź Ōe", ("Łódź", "Ōe"), id="accents"),
    ],
)
def test_text_splits_into_tokens(text: str, texts: tuple[str, ...]) -> None:
    assert tokenize(text).texts == texts


@given(st.text())
def test_offsets_point_at_the_tokens_and_nothing_but_blanks_is_left_out(text: str) -> None:
    tokens = tokenize(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert [text[start:end] for start, end in spans] == list(tokens.texts)
    between = zip([0, *tokens.ends], [*tokens.starts, len(text)], strict=True)
    assert not "".join(text[start:end] for start, end in between).strip()


def test_heads_are_the_words_with_a_capital_letter() -> None:
    tokens = tokenize("The pro-Russian side – 12 of al-Assad's men – met iTunes, not us-them.")
    heads = [tokens.texts[position] for position in tokens.heads]
    assert heads == ["The", "pro-Russian", "al-Assad", "iTunes"]
