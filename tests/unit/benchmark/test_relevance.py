"""The arithmetic of the ranking benchmark, against values worked out by hand."""

import gzip
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import log2
from pathlib import Path

import pytest

from tests.benchmark.relevance import Quality, format_table, main, measure, ndcg, recall
from tests.benchmark.relevance_collections import Collection, Document, read_collections
from tests.benchmark.relevance_engines import Ask, split_question


@pytest.mark.parametrize(
    ("ids", "grades", "depth", "expected"),
    [
        pytest.param(["a", "b"], {"a": 1, "b": 1}, 10, 1.0, id="every answer, in front"),
        pytest.param(["b", "a"], {"a": 1}, 10, 1 / log2(3), id="the only answer second"),
        pytest.param(["x", "y", "a"], {"a": 1}, 10, 0.5, id="third: log2(4) is 2"),
        pytest.param(["x", "y"], {"a": 1}, 10, 0.0, id="no answer found"),
        pytest.param([], {"a": 1}, 10, 0.0, id="nothing found"),
        pytest.param(["x", "a"], {"a": 1}, 1, 0.0, id="below the depth"),
        # Best order: 7/1 + 1/log2(3) = 7.63093; found: 1/1 + 7/log2(3) = 5.41651.
        pytest.param(["b", "a"], {"a": 3, "b": 1}, 10, 5.41651 / 7.63093, id="the better second"),
        # Only one place to fill, so the better answer alone is the best order.
        pytest.param(["b", "a"], {"a": 3, "b": 1}, 1, 1 / 7, id="grade 1 where 3 could be"),
        pytest.param(["a"], {"a": 1, "b": 1, "c": 1}, 2, 1 / (1 + 1 / log2(3)), id="one of two"),
    ],
)
def test_gains_are_discounted_by_place_and_divided_by_the_best_there_are(
    ids: list[str], grades: dict[str, int], depth: int, expected: float
) -> None:
    assert ndcg(ids, grades, depth) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(
    ("ids", "depth", "expected"),
    [
        pytest.param(["a", "x", "b", "c", "d"], 100, 1.0, id="all"),
        pytest.param(["x", "b"], 100, 0.25, id="one of four"),
        pytest.param(["a", "b", "x", "c"], 3, 0.5, id="the fourth place is too deep"),
        pytest.param([], 100, 0.0, id="nothing found"),
    ],
)
def test_recall_is_the_share_of_the_answers_that_were_found(
    ids: list[str], depth: int, expected: float
) -> None:
    assert recall(ids, {"a": 1, "b": 4, "c": 2, "d": 1}, depth) == expected


@contextmanager
def open_alphabetic(documents: Sequence[Document]) -> Iterator[Ask]:
    """Answers every question with the documents that have its first word."""
    yield lambda words: sorted(d.id for d in documents if words[0] in d.text)


def test_an_engine_is_measured_by_the_mean_of_its_answers() -> None:
    collection = Collection(
        name="small",
        documents=(
            Document(id="a", title="", text="storm"),
            Document(id="b", title="", text="storm rain"),
        ),
        questions={"1": "Storm!", "2": "Rain?"},
        grades={"1": {"b": 1}, "2": {"a": 1}},
    )
    quality = measure(open_alphabetic, collection)
    assert quality.ndcg == pytest.approx((1 / log2(3) + 0) / 2)
    assert quality.recall == 0.5


def test_a_question_is_its_words_in_small_letters_without_marks() -> None:
    asked = 'What is "near-term" OR (NOT) title:x* of M.I.T.\'s?'
    assert split_question(asked) == [
        *("what", "is", "near", "term", "or", "not", "title", "x", "of", "m", "i", "t", "s")
    ]


def test_collections_are_read_plain_and_gzipped_and_questions_without_answers_left_out(
    tmp_path: Path,
) -> None:
    files = {
        "corpus.jsonl": '{"_id": "7", "title": "T", "text": "storm"}\n{"_id": "8", "text": "x"}\n',
        "queries.jsonl": '{"_id": "1", "text": "q"}\n{"_id": "2", "text": "nobody answers"}\n',
        "qrels.tsv": "query-id\tcorpus-id\tscore\n1\t7\t2\n1\t8\t0\n2\t7\t0\n",
    }
    for name, text in files.items():
        for folder in ("plain", "packed", "incomplete"):
            (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / "plain" / name).write_text(text)
        (tmp_path / "packed" / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    (tmp_path / "incomplete" / "corpus.jsonl").write_text(files["corpus.jsonl"])
    packed, plain = read_collections(tmp_path)
    assert (packed.name, plain.name) == ("packed", "plain")
    for found in (packed, plain):
        assert [document.id for document in found.documents] == ["7", "8"]
        assert found.documents[1].title == ""
        assert found.questions == {"1": "q"}
        assert found.grades == {"1": {"7": 2}}


def test_the_table_has_the_means_and_the_lead_over_the_best_of_the_others() -> None:
    collections = [
        Collection(name=name, documents=(), questions={}, grades={}) for name in ("one", "two")
    ]
    table = format_table(
        collections,
        {
            "searchapp": [Quality(ndcg=0.6, recall=0.5), Quality(ndcg=0.4, recall=0.7)],
            "first": [Quality(ndcg=0.5, recall=0.5), Quality(ndcg=0.4, recall=0.5)],
            "second": [Quality(ndcg=0.1, recall=0.5), Quality(ndcg=0.7, recall=0.5)],
        },
    )
    assert table.splitlines()[0] == "| nDCG@10 (recall@100) | One | Two | mean |"
    assert table.splitlines()[2] == "| searchapp | 0.600 (0.500) | 0.400 (0.700) | 0.500 (0.600) |"
    assert table.splitlines()[-1] == (
        "| searchapp against the best of the others | +0.100 | -0.300 | +0.050 |"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param([], "No collections were named", id="not named"),
        pytest.param(["--data", "nowhere"], "nowhere is not there", id="absent"),
        pytest.param(["--data", "."], "holds no folder with corpus.jsonl", id="no collection"),
    ],
)
def test_what_is_absent_is_said(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match=sentence):
        main(arguments)
