"""Whatever an engine raises, the answer says so in its own form, and the next one is right."""

import struct
from itertools import cycle, product

import pytest

from searchapp.web import build_app
from tests.web.canned_engine import CannedEngine, hostile_response

FAILURES = [
    ZeroDivisionError("private"),
    RecursionError("private"),
    MemoryError("private"),
    OSError(5, "private"),
    UnicodeEncodeError("utf-8", "private \ud800", 8, 9, "private"),
    struct.error("private"),
    KeyError("private"),
    AssertionError("private"),
    StopIteration("private"),
]
ADDRESSES = (
    "/search?q=x",
    "/search.json?q=x",
    "/search.csv?q=x",
    "/search.atom?q=x",
    "/suggest?q=x",
    "/suggest.json?q=x",
    "/article/hostile?q=x",
    "/article.json?id=hostile",
    "/why?id=hostile&q=x",
    "/compare?a=hostile&b=hostile",
    "/persons",
    "/persons/x",
    "/grid?q=x",
    "/concordance?q=x",
    "/concordance.csv?q=x",
)


def kind(value: object) -> str:
    return str(value) if isinstance(value, str) else type(value).__name__


CASES = [*zip(ADDRESSES, cycle(FAILURES), strict=False), *product(["/search?q=x"], FAILURES)]


@pytest.mark.parametrize(("address", "failure"), CASES, ids=kind)
def test_any_exception_of_an_engine_is_an_answer_and_the_next_one_is_right(
    address: str, failure: Exception
) -> None:
    engine = CannedEngine(hostile_response(), failure=failure)
    client = build_app(engine).test_client()
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.get(address, headers=headers)
        assert answer.status_code == 500
        assert "private" not in answer.text and "Traceback" not in answer.text
        assert "number" in answer.text, "the number under which it was written down"
        assert ("<html" in answer.text) == ("." not in address and not headers)
    engine.failure = None
    assert client.get(address).status_code == 200
