"""Requests nobody means: never a fault of the server, always an answer in the usual form."""

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from searchapp.web import build_app
from tests.web.canned_engine import CannedEngine, hostile_response
from tests.web.dom import parse_html

QUERIES = {
    "empty": "",
    "blanks": "   ",
    "100 KB": "x" * 100_000,
    "10,000 terms": "a " * 10_000,
    "star": "*",
    "question mark": "?",
    "stars": "*a*",
    "question marks": "?" * 8,
    "prefix": "a*",
    "2,000 brackets": "(" * 2_000 + ")" * 2_000,
    "100,000 open brackets": "(" * 100_000,
    "500 NOT": "NOT " * 500 + "a",
    "5,000 quotes": '"' * 5_000,
    "wide nearness": '"a b"~999999999',
    "boost": "a^1e999 b^nan",
    "term range": "[a TO z]",
    "open range": "{a TO",
    "fuzzy": "word~10 " + "w~2 " * 20,
    "unknown field": "nosuch:abc : __class__:x",
    "bare words of the language": "AND OR OR NOT",
    "backslashes": "\\" * 1_000,
    "control characters": "a\x00b\x1bc",
    "regular expression": "/(a+)+$/",
    "impossible date": "date:99999999",
    "template": "{{7*7}}",
    "markup": "<script>alert(1)</script>",
    "overlong text direction": "\u202e" * 100,
}
ARGUMENTS = (
    "q=%ff%fe",
    "q=%C0%80",
    "q=%ED%A0%80",
    "q=%",
    "page=0",
    "page=-1",
    "page=1000000000",
    "page=x",
    "page=%D9%A1",
    "size=0",
    "size=1000000000",
    "size=1e3",
    "sort=../../x",
    "date=99999999",
    "date=0000",
    "date=10000",
    "from=2022&to=2021",
    "from=0000",
    "to=9999",
    "to=9999-12-31",
    "all=nothing",
    "=&&=&=x",
    "&".join(f"country=X{number}" for number in range(500)),
    "country=" + "x" * 1_000,
    "country=%3Cscript%3E",
    "q=a&q=b&sort=newest&sort=oldest",
)


@pytest.mark.parametrize("path", ["/search", "/search.json"])
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_no_query_breaks_the_server(client: FlaskClient, path: str, query: str) -> None:
    response = client.get(path, query_string={"q": query})
    assert response.status_code in (200, 400)
    if path == "/search":
        assert parse_html(response.text).one("input", id="q")


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda text: text[:30])
@pytest.mark.parametrize("path", ["/search", "/search.json", "/article/none", "/"])
def test_no_arguments_break_the_server(client: FlaskClient, path: str, arguments: str) -> None:
    assert client.get(f"{path}?{arguments}").status_code in (200, 400, 404)


@pytest.mark.parametrize(
    "article_id",
    ["..", "../../etc/passwd", "a\x00b", "a\\b", "%", "%2e%2e", "x" * 5_000, "\ud83d", ".json"],
    ids=repr,
)
def test_no_article_id_breaks_the_server(client: FlaskClient, article_id: str) -> None:
    text = quote(article_id, safe="", errors="surrogatepass")
    for url in (f"/article/{text}", f"/article?id={text}", f"/article.json?id={text}"):
        assert client.get(url).status_code == 404


def test_composed_and_decomposed_letters_are_the_same_words(client: FlaskClient) -> None:
    composed = client.get("/search.json", query_string={"q": "Müller"}).json
    decomposed = client.get("/search.json", query_string={"q": "Mu\u0308ller"}).json
    assert composed["total"] == decomposed["total"]


_CANNED = build_app(CannedEngine(hostile_response()))


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=60)), max_size=6))
def test_any_pairs_are_answered(pairs: list[tuple[str, str]]) -> None:
    encoded = "&".join(
        f"{quote(name, errors='replace')}={quote(value, errors='replace')}" for name, value in pairs
    )
    assert _CANNED.test_client().get(f"/search?{encoded}").status_code in (200, 400)
