"""A node that the arrays do not know is handed to stock Whoosh, and the log says so."""

from pathlib import Path

import pytest
from whoosh import query as wq

from searchapp.engine.evaluation.evaluate import evaluate
from tests.contract.articles import build_article
from tests.contract.stock import build_reader

ARTICLES = [
    build_article("storm", body="A storm."),
    build_article("rain", body="Rain."),
    build_article("snow", title="Storm", body="Snow and rain."),
    build_article("gone", body="Snow."),
]


def test_an_unknown_node_is_evaluated_by_stock_whoosh(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reader = build_reader(tmp_path, [(ARTICLES, []), ([build_article("more", body="Sleet.")], [])])
    unknown = wq.TermRange("exact", "sl", "sp")
    rain = wq.Term("text", "rain")
    found = evaluate(reader, unknown)
    assert {reader.stored(n).id for n in found.documents.tolist()} == {"snow", "gone", "more"}
    assert found.scores.tolist() == [1.0, 1.0, 1.0]
    assert "A TermRange query is evaluated by stock Whoosh" in caplog.text
    both = evaluate(reader, wq.And([rain, unknown]))
    assert [reader.stored(n).id for n in both.documents.tolist()] == ["snow"]
    assert both.scores.tolist() == [evaluate(reader, rain).scores.tolist()[1] + 1.0]


def test_every_node_of_the_language_is_known(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reader = build_reader(tmp_path, [(ARTICLES, [])])
    for tree in (
        wq.Term("text", "rain"),
        wq.Phrase("exact", ["and", "rain"]),
        wq.Prefix("exact", "ra"),
        wq.Wildcard("exact", "r*n"),
        wq.FuzzyTerm("exact", "rian"),
        wq.NumericRange("date", None, 1),
        wq.ConstantScoreQuery(wq.Every(), 0.0),
        wq.Or([wq.Not(wq.Term("country", "DE")), wq.NullQuery]),
    ):
        evaluate(reader, tree)
    assert not caplog.text
