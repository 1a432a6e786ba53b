"""Signatures: what 64 bytes say of two texts."""

import random

import numpy as np
import pytest

from searchapp.engine.copies.signatures import (
    SHINGLE,
    SHORT,
    SLOTS,
    Signatures,
    hash_words,
    sign,
)

WORDS = [f"word{n}" for n in range(5_000)]


def sign_texts(*texts: tuple[list[str], list[str]]) -> Signatures:
    """The signatures of documents by the words of their titles and texts."""
    titles, bodies = [title for title, _ in texts], [body for _, body in texts]
    return sign(*_stream(titles), *_stream(bodies), len(texts))


def _stream(parts: list[list[str]]) -> tuple[np.ndarray, np.ndarray]:
    words = [word for part in parts for word in part]
    return hash_words(words), np.repeat(np.arange(len(parts)), [len(part) for part in parts])


def resemblance(one: list[str], other: list[str]) -> float:
    first, second = (
        {tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
        for words in (one, other)
    )
    return len(first & second) / len(first | second)


def equal_slots(signatures: Signatures) -> float:
    return np.count_nonzero(signatures[0] == signatures[1]) / SLOTS


@pytest.mark.parametrize("length", [40, 100, 1_000])
@pytest.mark.parametrize("changed", [0, 2, 5, 20, 40])
def test_equal_slots_estimate_the_resemblance(length: int, changed: int) -> None:
    chance = random.Random(f"{length} {changed}")
    errors = []
    for _ in range(40):
        one = chance.choices(WORDS, k=length)
        other = list(one)
        for place in chance.sample(range(length), changed * length // 100):
            other[place] = chance.choice(WORDS)
        errors.append(equal_slots(sign_texts(([], one), ([], other))) - resemblance(one, other))
    assert abs(np.mean(errors)) < 0.03
    assert np.std(errors) < 0.09


def test_unlike_texts_have_no_more_slots_in_common_than_bytes_by_chance() -> None:
    chance = random.Random(1)
    texts = [([], chance.choices(WORDS, k=60)) for _ in range(200)]
    signatures = sign_texts(*texts)
    equal = (signatures[:100] == signatures[100:]).mean()
    assert equal == pytest.approx(1 / 256, abs=0.003)


def test_a_signature_depends_on_its_own_words_alone() -> None:
    one, other, short = WORDS[:50], WORDS[100:180], WORDS[:12]
    together = sign_texts((["A"], one), (["B"], other), (["C"], short))
    apart = [sign_texts(text)[0] for text in ((["D"], one), (["E"], other), (["C"], short))]
    assert (together == np.stack(apart)).all()


def test_signatures_stay_the_same_from_release_to_release() -> None:
    """They are stored: other ones make another SCHEMA_VERSION."""
    signatures = sign_texts(([], WORDS[:40]), (["Title"], WORDS[:12]))
    assert signatures[:, :6].tolist() == [[97, 78, 152, 21, 105, 46], [234, 168, 92, 120, 153, 72]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param((["A"], WORDS[:12]), (["A"], WORDS[:12]), True, id="all the same"),
        pytest.param((["A"], WORDS[:12]), (["B"], WORDS[:12]), False, id="another title"),
        pytest.param((["A"], WORDS[:12]), (["A"], WORDS[11::-1]), False, id="another order"),
        pytest.param((["A"], WORDS[:12]), (["A"], WORDS[:13]), False, id="a word more"),
        pytest.param((["A", "B"], WORDS[:12]), (["A"], ["B", *WORDS[:12]]), False, id="moved"),
        pytest.param((["A"], WORDS[:SHORT]), (["B"], WORDS[:SHORT]), True, id="long: any title"),
    ],
)
def test_short_texts_are_signed_as_a_whole(
    one: tuple[list[str], list[str]], other: tuple[list[str], list[str]], same: bool
) -> None:
    first, second = sign_texts(one, other)
    assert (np.count_nonzero(first == second) > SLOTS / 2) == same


@pytest.mark.parametrize("words", [0, 1, 8])
def test_texts_that_say_too_little_are_not_signed(words: int) -> None:
    assert not sign_texts((["Title"], WORDS[:words])).any()


def test_no_documents_have_no_signatures() -> None:
    assert sign_texts().shape == (0, SLOTS)
