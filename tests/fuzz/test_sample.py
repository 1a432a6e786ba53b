"""A sample of what `make fuzz` runs, and the proof that it would notice."""

import random
from pathlib import Path

import pytest
from flask import Flask

from tests.fuzz import files, requests
from tests.fuzz.__main__ import run
from tests.fuzz.mutation import mutate


@pytest.mark.parametrize("kind", ["requests", "files"])
def test_a_sample_of_strange_cases_does_no_harm(tmp_path: Path, kind: str) -> None:
    failed, _ = run(kind, tmp_path, cases=150, seed=2)
    assert failed == 0


def test_cases_are_the_same_for_the_same_number_only() -> None:
    seeds = files.build_seeds()

    def build(number: int) -> tuple[str, str, bytes]:
        sample = random.Random(number)
        return requests.build_address(sample), *files.build_file(seeds, sample)

    assert build(1) == build(1) != build(2)
    assert len({build(number) for number in range(50)}) == 50


def test_content_changes_and_stays_small() -> None:
    sample = random.Random(3)
    contents = [mutate(b"Grain left the harbour.", [b"other"], sample) for _ in range(200)]
    assert len(set(contents)) > 150
    assert max(map(len, contents)) < 60_000


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (("", 500), "500"),
        (("Traceback (most recent call last)", 200), "Traceback"),
        ((f"<p>{requests.MARKUP}", 200), "markup"),
    ],
)
def test_a_wrong_answer_is_noticed(answer: tuple[str, int], words: str) -> None:
    app = Flask(__name__)
    app.add_url_rule("/search", view_func=lambda: answer)
    with pytest.raises(AssertionError, match=words):
        requests.ask(app.test_client(), "/search", fragment=False)
