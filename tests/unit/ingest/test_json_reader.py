import json
from pathlib import Path

import pytest

from searchapp.ingest import Limits
from tests.unit.ingest.reading import articles, only_article, only_reason, read_file, rejected


def test_one_object_is_one_article_with_the_path_as_id(tmp_path: Path) -> None:
    article = only_article(read_file(tmp_path, "a.json", '{"title": "Fire", "text": "In Rome"}'))
    assert (article.id, article.line) == ("a.json", None)
    assert article.text == "Fire\n\nIn Rome"


def test_an_array_gives_numbered_articles_and_their_lines(tmp_path: Path) -> None:
    content = '[\n {"text": "One"},\n\n {"text": "Two",\n "id": "two"}, 7, [], {}\n]'
    found = read_file(tmp_path, "a.json", content)
    assert [(article.id, article.line) for article in articles(found)] == [
        ("a.json#1", 2),
        ("two", 4),
    ]
    assert [one.reason.partition(",")[0] for one in rejected(found)] == [
        "article 3 is a single value",
        "article 4 is a list",
        "has no text: none of the fields text",
    ]


def test_json_lines_under_the_name_of_json_are_read(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.json", '{"text": "One"}\n{"text": "Two"}\n')
    assert [(article.id, article.line) for article in articles(found)] == [
        ("a.json#1", 1),
        ("a.json#2", 2),
    ]


@pytest.mark.parametrize("path", [["articles"], ["response", "docs"], ["response", "results"]])
def test_the_list_inside_an_api_answer_is_read(tmp_path: Path, path: list[str]) -> None:
    wrapped: object = [{"title": "One"}, {"title": "Two"}]
    for name in reversed(path):
        wrapped = {"status": "ok", "total": 2, name: wrapped}
    found = read_file(tmp_path, "a.json", json.dumps(wrapped))
    assert [article.id for article in articles(found)] == ["a.json#1", "a.json#2"]


def test_an_array_longer_than_what_is_held_at_a_time_is_streamed(tmp_path: Path) -> None:
    bodies = [f"Article {number}" + "x" * (number * 37 % 90_000) for number in range(60)]
    content = json.dumps([{"text": body, "id": number} for number, body in enumerate(bodies)])
    found = read_file(tmp_path, "a.json", content, Limits(document=100_000))
    assert [article.text for article in articles(found)] == bodies
    assert [article.id for article in articles(found)] == [str(number) for number in range(60)]


NUMBERS = {
    "NaN": None,
    "Infinity": None,
    "1e999": "1e999",
    "1" * 10_000: "1" * 300,
    "1672358400": "1672358400",
    "1099511627776.50": "1099511627776.50",
    "null": None,
    "true": None,
}


@pytest.mark.parametrize(
    ("number", "expected"), NUMBERS.items(), ids=[number[:20] for number in NUMBERS]
)
def test_a_number_is_the_text_it_was_written_as(
    tmp_path: Path, number: str, expected: str | None
) -> None:
    found = read_file(tmp_path, "a.json", f'{{"text": "x", "date": {number}}}')
    assert only_article(found).given.date == expected


def test_of_two_equal_names_the_last_counts(tmp_path: Path) -> None:
    assert (
        only_article(read_file(tmp_path, "a.json", '{"text": "One", "text": "Two"}')).text == "Two"
    )


def test_half_a_surrogate_pair_becomes_the_replacement_character(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.json", '{"text": "a\\ud800b", "title": "\\ud83d\\ude00"}')
    assert only_article(found).text == "😀\n\na\ufffdb"


BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \n ", "is empty"),
    "an empty array": (b"[]", "is an empty JSON array"),
    "an empty object": (b"{}", "has no text"),
    "an image": (b"\x89PNG\r\n\x1a\n\x00", "is not text (it looks like a PNG image)"),
    "cut inside a text": (b'{"text": "Fire in R', "breaks off in line 1"),
    "cut after a value": (b'{"text": "Fire"', "breaks off in line 1"),
    "an array without its end": (b'[{"x": 1}', "has no text"),
    "not JSON at all": (b"Fire in Rome", "line 1 is not JSON: expecting value"),
    "a single quote": (b"{'text': 'x'}", "line 1 is not JSON"),
    "endless nesting": (b"[" * 100_000, "line 1 is nested too deeply"),
    "endless objects": (b'{"a":' * 100_000, "line 1 is nested too deeply"),
}


@pytest.mark.parametrize(("content", "start"), BAD.values(), ids=BAD)
def test_what_is_no_article_is_named_with_the_reason(
    tmp_path: Path, content: bytes, start: str
) -> None:
    found = rejected(read_file(tmp_path, "a.json", content))
    assert found[0].reason.startswith(start)


def test_articles_before_the_place_where_an_array_breaks_are_kept(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.json", '[{"text": "One"},\n{"text": "Tw')
    assert [article.text for article in articles(found)] == ["One"]
    assert [(one.reason, one.line) for one in rejected(found)] == [("breaks off in line 2", 2)]


def test_a_value_larger_than_any_article_is_refused_without_holding_it(tmp_path: Path) -> None:
    content = '{"text": "' + "x" * 500_000 + '"}'
    reason = only_reason(read_file(tmp_path, "a.json", content, Limits(document=100_000)))
    assert reason == "line 1 is larger than 100 kB, the most that one article may have"


def test_bad_lines_are_named_and_the_others_kept(tmp_path: Path) -> None:
    lines = [
        '{"text": "One"}',
        "",
        '{"text": ',
        "[1]",
        '{"text": "' + "x" * 2000 + '"}',
        "[" * 900,
        '{"text": "Seven", "id": 7}',
        '{"text": "cut of',
    ]
    found = read_file(tmp_path, "a.jsonl", "\r\n".join(lines), Limits(document=1000))
    assert [(article.id, article.line) for article in articles(found)] == [
        ("a.jsonl#1", 1),
        ("7", 7),
    ]
    assert [one.line for one in rejected(found)] == [3, 4, 5, 6, 8]
    reasons = [one.reason for one in rejected(found)]
    assert reasons[0].startswith("line 3 is not JSON: expecting value")
    assert reasons[1] == "article 4 is a list, not an object with named fields"
    assert reasons[2] == "line 5 is larger than 1 kB, the most that one article may have"
    assert reasons[4].startswith("line 8 is not JSON: unterminated string")


def test_a_line_nested_without_end_is_named_and_the_next_one_kept(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.jsonl", "[" * 100_000 + '\n{"text": "Two"}')
    assert [one.reason for one in rejected(found)] == ["line 1 is nested too deeply"]
    assert [article.text for article in articles(found)] == ["Two"]


@pytest.mark.parametrize("content", ["", "\n\n \n", "\ufeff"])
def test_json_lines_without_a_line_are_empty(tmp_path: Path, content: str) -> None:
    assert only_reason(read_file(tmp_path, "a.ndjson", content)) == "is empty"


def test_lines_in_utf16_are_read(tmp_path: Path) -> None:
    found = read_file(tmp_path, "a.jsonl", '{"text": "Zürich"}\n{"text": "Köln"}'.encode("utf-16"))
    assert [article.text for article in articles(found)] == ["Zürich", "Köln"]
