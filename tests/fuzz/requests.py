"""Requests nobody would think of, put to the whole of the pages over a real index."""

import random
import time
from urllib.parse import quote, quote_from_bytes

from flask.testing import FlaskClient

from tests.fuzz.mutation import mutate
from tests.web.test_strange_requests import ARGUMENTS, QUERIES

MARKUP = "<zq9 onload=1>"
"""Put into requests; as it stands here it must stand in no page."""
PATHS = (
    *("/search", "/search", "/search", "/search.json", "/search.csv", "/search.atom"),
    *("/suggest", "/suggest.json", "/article", "/article.json", "/article.ris", "/why", "/compare"),
    *("/persons", "/countries", "/authors", "/grid", "/grid.csv", "/concordance", "/"),
)
NAMES = (
    *("q", "q", "q", "q", "page", "size", "sort", "date", "from", "to", "all", "id", "value"),
    *("a", "b", "country", "not-country", "person", "not-person", "author", "section", "source"),
    *("agency", "copies", "copies-of", "rows", "columns", "find", "letter", "by", "all-person"),
)
WORDS = (
    *"putin xi grain ukraine strike the of harbour zelensky müller 王 storm* st?rm fuzy~".split(),
    *('"video call"', '"a b"~3', "NOT", "AND", "OR", "-", "(", ")", '"', "*", "?", "~", "^2", ":"),
    *("title:", "body:", "author:", "country:", "person:", "date:", "section:", "nosuch:", "RU"),
    *("2022", "2022-12", "[2022 TO", "TO 2023]", "{a TO b}", "none", "\\", "/", "<", ">", "&amp;"),
    *(MARKUP, "{{7*7}}", "%s", "\x00", "\x1b[2J", "\ud800", "\u202e", "e\u0301" * 20, "x" * 90),
    *("1", "-1", "0", "50", "100", "1000000000", "newest", "oldest", "relevance", "last 7 days"),
)
SEEDS = tuple(text[:2_000].encode("utf-8", "replace") for text in (*QUERIES.values(), *WORDS))
STATUSES = {200, 400, 404}


def build_address(sample: random.Random) -> str:
    """A path with arguments that are nearly, or not at all, what the pages know."""
    path = sample.choice(PATHS)
    if path in ("/persons", "/countries", "/authors") and sample.random() < 0.3:
        path += f"/{quote(_text(sample), safe='', errors='replace')}"
    if sample.random() < 0.1:
        return f"{path}?{sample.choice(ARGUMENTS)}"
    pairs = [_pair(sample) for _ in range(sample.choice((1, 1, 1, 2, 3, 6)))]
    return f"{path}?{'&'.join(pairs)}"


def ask(client: FlaskClient, address: str, *, fragment: bool) -> float:
    """Seconds of processor an answer took; AssertionError says what is wrong with it."""
    started = time.thread_time()
    answer = client.get(address, headers={"HX-Request": "true"} if fragment else {})
    text = answer.get_data(as_text=True)
    seconds = time.thread_time() - started
    assert answer.status_code in STATUSES, f"status {answer.status_code}"
    assert "Traceback (most recent" not in text, "a Traceback is shown"
    if answer.mimetype in ("text/html", "application/atom+xml"):
        assert "<zq9" not in text, "what was typed has become markup"
    return seconds


def _pair(sample: random.Random) -> str:
    name = sample.choice(NAMES)
    if sample.random() < 0.2:
        return f"{name}={quote_from_bytes(mutate(sample.choice(SEEDS), SEEDS, sample)[:3_000])}"
    return f"{name}={quote(_text(sample), safe='', errors='replace')}"


def _text(sample: random.Random) -> str:
    glue = sample.choice((" ", " ", " ", ""))
    return glue.join(sample.choice(WORDS) for _ in range(sample.choice((1, 2, 3, 5, 9, 20))))
