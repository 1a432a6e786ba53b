"""The searches: as many as wanted, all different, in the shares that are stated."""

import random
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.load.queries import Vocabulary, build_paths, build_vocabulary

VOCABULARY = Vocabulary(
    head=tuple(f"head{number}" for number in range(300)),
    tail=tuple(f"tail{number}" for number in range(300)),
    phrases=tuple(f"word word{number}" for number in range(300)),
    values=(("country", "RU"), ("person", "Xi Jinping")),
)


def letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


def test_the_searches_are_different_and_always_the_same() -> None:
    paths = build_paths(VOCABULARY, seed=1)
    assert len(set(paths)) == 500
    assert paths == build_paths(VOCABULARY, seed=1) != build_paths(VOCABULARY, seed=2)


def test_the_searches_have_the_stated_shares() -> None:
    queries = [parse_qs(urlsplit(path).query) for path in build_paths(VOCABULARY, 1)]
    words = [query["q"][0] for query in queries]
    assert sum(text.startswith('"') for text in words) == 50
    assert sum(not set(text) & set("aeiou") for text in words) == 25
    assert sum("head" in text for text in words) == 298
    assert sum("tail" in text for text in words) == 127
    assert sum(len(query) > 1 for query in queries) == pytest.approx(150, abs=2)


def test_the_vocabulary_comes_from_the_texts() -> None:
    chance = random.Random(1)
    common = [f"common{letters(number)}" for number in range(100)]
    texts = [
        " ".join(["said", *chance.sample(common, 40), f"rare{letters(number)}"])
        for number in range(200)
    ]
    found = build_vocabulary(texts, [("country", "RU")])
    assert found.head and set(found.head) <= set(common)
    assert found.tail and all(word.startswith("rare") for word in found.tail)
    assert all(any(phrase in text for text in texts) for phrase in found.phrases)
    assert found.values == (("country", "RU"),)


def test_too_small_an_archive_is_refused() -> None:
    with pytest.raises(ValueError, match="too few words"):
        build_vocabulary(["A short text."], [])
