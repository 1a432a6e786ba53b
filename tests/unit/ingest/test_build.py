import hashlib

import pytest

from searchapp.article import Given, RawArticle, Rejected
from searchapp.ingest.build import Place, build_article
from searchapp.ingest.limits import DEFAULT, Limits
from searchapp.ingest.records import Record

PLACE = Place(name="paper/a.json", sha256="0" * 64)


def build(
    fields: dict[str, object], place: Place = PLACE, limits: Limits = DEFAULT
) -> RawArticle | Rejected:
    return build_article(Record(fields=fields, marked_up=True), place, limits)


def article(fields: dict[str, object], place: Place = PLACE) -> RawArticle:
    built = build(fields, place)
    assert isinstance(built, RawArticle), built
    return built


def reason(fields: dict[str, object], limits: Limits = DEFAULT) -> str:
    built = build(fields, limits=limits)
    assert isinstance(built, Rejected), built
    return built.reason


def test_every_field_arrives() -> None:
    assert article(
        {
            "title": "Fire",
            "text": "A fire.",
            "date": 1672358400000,
            "author": [{"name": "Ann Lee"}, "Bo Ek"],
            "source": {"id": None, "name": "The Paper"},
            "url": "https://example.org/a",
            "section": ["World", "Europe"],
            "agency": "dpa",
            "countries": "RU;CN",
            "persons": ["Xi Jinping"],
            "sentiment": {"ignored": [1, 2]},
        }
    ).given == Given(
        title="Fire",
        date="1672358400000",
        section="World",
        agency="dpa",
        source="The Paper",
        url="https://example.org/a",
        authors=("Ann Lee", "Bo Ek"),
        countries=("RU", "CN"),
        persons=("Xi Jinping",),
    )


TEXTS: dict[str, tuple[dict[str, object], str]] = {
    "a title stands before the body": ({"title": "Fire", "text": "In Rome."}, "Fire\n\nIn Rome."),
    "but not twice": ({"title": "Fire", "text": "Fire\nIn Rome."}, "Fire\nIn Rome."),
    "a title alone is an article": ({"title": "Fire"}, "Fire"),
    "a summary serves where there is no body": ({"description": "Fire."}, "Fire."),
    "a summary beside a body is left out": ({"text": "Long.", "description": "S."}, "Long."),
    "a lede comes between": ({"title": "T", "lede": "L.", "text": "B."}, "T\n\nL.\n\nB."),
    "a lede that the body starts with does not": ({"lede": "L.", "text": "L. B."}, "L. B."),
    "an HTML body loses its tags": ({"body": "<p>One&nbsp;A.</p><p>Two.</p>"}, "One A.\n\nTwo."),
    "a text about tags keeps them": (
        {"text": "Type </title><script>alert(1)</script> {{7*7}}"},
        "Type </title><script>alert(1)</script> {{7*7}}",
    ),
    "entities written in full are resolved": ({"text": "AT&T &amp; &#8217;s"}, "AT&T & ’s"),
    "a title's inline tags go": ({"title": "A <em>big</em> fire"}, "A big fire"),
    "a title with line ends is one line": ({"title": "A\r\nSet-Cookie: x"}, "A Set-Cookie: x"),
}


@pytest.mark.parametrize(("fields", "expected"), TEXTS.values(), ids=TEXTS)
def test_title_lede_and_body_make_one_text(fields: dict[str, object], expected: str) -> None:
    assert article(fields).text == expected


@pytest.mark.parametrize("title", ["T" * 5000, "Putin  talks\nto Xi", "Cafe\u0301"])
def test_a_given_title_stands_in_the_text(title: str) -> None:
    built = article({"title": title, "text": "Body."})
    assert built.given.title is not None
    assert built.given.title in built.text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (" a/../b\\%#?&\nc ", "a/../b\\%#?&\nc"),
        (7, "7"),
        ("", "paper/a.json"),
        (" \t", "paper/a.json"),
        (True, "paper/a.json"),
        (["x"], "x"),
        ("Zu\u0308rich", "Zu\u0308rich"),
        ({"$oid": "5f"}, "5f"),
    ],
)
def test_an_id_is_the_given_one_exactly_or_the_path(given: object, expected: str) -> None:
    assert article({"id": given, "text": "x"}).id == expected


def test_an_id_that_is_too_long_or_not_text_is_refused() -> None:
    assert reason({"id": "x" * 513, "text": "x"}) == "has an id longer than 512 bytes"
    assert "id that is not valid text" in reason({"id": "a\ud800", "text": "x"})


def test_a_path_too_long_for_an_id_gets_a_stable_short_one() -> None:
    name = "a/" * 300 + "x.txt"
    identifier = article({"text": "x"}, Place(name=name, sha256="")).id
    assert identifier == f"long-path-{hashlib.sha256(name.encode()).hexdigest()}"


def test_lists_are_capped_without_repeats() -> None:
    many = [f"Person {number}" for number in range(10_000)]
    assert article({"text": "x", "persons": ["Person 0", *many]}).given.persons == tuple(many[:50])


def test_values_are_capped_and_kept_as_text() -> None:
    given = article({"text": "x", "category": 'a, "b" <script>' + "c" * 2000}).given
    assert given.section is not None
    assert given.section.startswith('a, "b" <script>ccc')
    assert len(given.section) == 300


def test_an_address_is_no_author() -> None:
    fields: dict[str, object] = {"text": "x", "author": ["https://fb.example/x", "Ann Lee"]}
    assert article(fields).given.authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/a",
        "/a",
        "http://",
        "http://[x",
        "https://example.org/a\r\nSet-Cookie: x",
        "https://example.org/" + "a" * 2000,
        "ftp://example.org/a",
        7,
    ],
)
def test_only_an_address_that_a_browser_may_follow_is_kept(url: object) -> None:
    assert article({"text": "x", "url": url}).given.url is None


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.txt", None),
        ("spiegel/2022/a.txt", "spiegel"),
        ("2022/12-30/a.txt", None),
        ("spiegel.zip/a.txt", "spiegel"),
        ("spiegel.jsonl.gz", None),
    ],
)
def test_the_first_folder_is_the_source_unless_it_is_a_date(name: str, source: str | None) -> None:
    assert article({"text": "x"}, Place(name=name, sha256="")).given.source == source


@pytest.mark.parametrize("fields", [{}, {"text": None}, {"text": "\x00\u200b \n"}, {"tags": "x"}])
def test_nothing_to_read_is_said(fields: dict[str, object]) -> None:
    assert reason(fields).startswith("has no text")


def test_a_body_larger_than_any_article_is_refused() -> None:
    assert reason({"text": "x" * 101}, Limits(document=100)) == (
        "is larger than 100 bytes, the most that one article may have"
    )
