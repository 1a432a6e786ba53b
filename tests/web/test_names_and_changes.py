"""The pages say how names are written, what a reindex changed, and how a language is understood."""

from dataclasses import replace

from flask.testing import FlaskClient

from searchapp.search.changes import (
    ArticleChange,
    ArticleChanges,
    Changes,
    FacetChanges,
    ValueChange,
)
from searchapp.search.facets import Facet
from tests.web.canned_engine import HOSTILE, STATUS, CannedEngine
from tests.web.dom import parse_html

CHANGES = Changes(
    since="gen-6",
    added=ArticleChanges(
        total=1_234, listed=tuple(ArticleChange(id=f"a{number}") for number in range(1_000))
    ),
    removed=ArticleChanges(total=1, listed=(ArticleChange(id=HOSTILE),)),
    redated=ArticleChanges(
        total=1, listed=(ArticleChange(id="b c", before="", after="2022-02-01"),)
    ),
    reattributed=ArticleChanges(total=1, listed=(ArticleChange(id="d", before=HOSTILE),)),
    facets=(
        FacetChanges(
            facet=Facet.PERSON,
            gained=1,
            lost=1,
            listed=(
                ValueChange(value=HOSTILE, label=HOSTILE, before=1_000, after=2_000),
                ValueChange(value="gone", label="gone", before=3, after=0),
            ),
        ),
        FacetChanges(facet=Facet.AUTHOR, gained=0, lost=0, listed=()),
    ),
)


def test_a_chosen_person_comes_with_all_spellings(hostile_client: FlaskClient) -> None:
    for headers in ({}, {"HX-Request": "true"}):
        html = hostile_client.get("/search?person=plain", headers=headers).text
        (line,) = parse_html(html).all("p", class_="spelled")
        assert line.text == f"plain is written plain (1,234), {HOSTILE} II (1)."


def test_without_a_chosen_person_there_are_no_spellings(hostile_client: FlaskClient) -> None:
    for url in ("/search", "/search?country=plain", "/search?-person=plain"):
        assert not parse_html(hostile_client.get(url).text).all("p", class_="spelled")


def test_the_real_engine_tells_the_spellings_of_a_public_figure(client: FlaskClient) -> None:
    buckets = client.get("/search.json?all=person").json["facets"]["person"]["buckets"]
    values = [bucket["value"] for bucket in buckets if bucket["value"] != "none"]
    lines = [
        line.text
        for value in values
        for line in parse_html(client.get("/search", query_string={"person": value}).text).all(
            "p", class_="spelled"
        )
    ]
    assert any("is written" in line for line in lines)


def test_changes_are_listed_and_escaped(hostile: CannedEngine, hostile_client: FlaskClient) -> None:
    hostile.status_given = replace(STATUS, changes=CHANGES)
    page = parse_html(hostile_client.get("/status").text)
    assert "Changed since gen-6" in [heading.text for heading in page.all("h2")]
    groups = page.all("details", class_="changes")
    assert [group.one("summary").text for group in groups] == [
        "1,234 articles added",
        "1 article removed",
        "1 article re-dated",
        "1 article re-attributed",
        "Persons: 1 gained articles, 1 lost some",
    ]
    added, removed, redated, reattributed, persons = groups
    assert len(added.all("li")) == 51
    assert added.all("li")[-1].text == "and 1,184 more"
    assert removed.one("li").text == HOSTILE
    assert not removed.all("a"), "what is gone cannot be opened"
    assert redated.one("a").attrs["href"] == "/article/b%20c"
    assert redated.one("span").text == "undated → 2022-02-01"
    assert reattributed.one("span").text == f"{HOSTILE} → no author"
    assert [row.one("span").text for row in persons.all("li")] == [
        "1,000 → 2,000 articles",
        "3 → 0 articles",
    ]
    assert len(persons.all("a")) == 1


def test_changes_are_whole_in_the_json(hostile: CannedEngine, hostile_client: FlaskClient) -> None:
    hostile.status_given = replace(STATUS, changes=CHANGES)
    changes = hostile_client.get("/status.json").json["changes"]
    assert changes["since"] == "gen-6"
    assert changes["added"]["total"] == 1_234
    assert len(changes["added"]["listed"]) == 1_000
    assert changes["facets"][0] == {
        "facet": "person",
        "gained": 1,
        "lost": 1,
        "listed": [
            {"value": HOSTILE, "label": HOSTILE, "before": 1_000, "after": 2_000},
            {"value": "gone", "label": "gone", "before": 3, "after": 0},
        ],
    }


def test_a_first_index_says_that_everything_is_new(client: FlaskClient) -> None:
    page = parse_html(client.get("/status").text)
    headings = [heading.text for heading in page.all("h2")]
    assert "This is the first index: everything in it is new" in headings
    assert not page.all("details", class_="changes")


def test_a_reindex_that_changed_nothing_listed_says_so(
    hostile: CannedEngine, hostile_client: FlaskClient
) -> None:
    none = ArticleChanges()
    nothing = replace(CHANGES, added=none, removed=none, redated=none, reattributed=none, facets=())
    hostile.status_given = replace(STATUS, changes=nothing)
    page = parse_html(hostile_client.get("/status").text)
    headings = [heading.text for heading in page.all("h2")]
    assert "No article, date or value changed since gen-6" in headings


def test_an_article_says_how_its_language_is_understood(
    client: FlaskClient, hostile_client: FlaskClient
) -> None:
    english = hostile_client.get("/article.json?id=hostile").json
    assert (english["language"], english["language_note"]) == ("en", None)
    foreign = [
        hit
        for hit in client.get("/search.json?size=100").json["hits"]
        if client.get("/article.json", query_string={"id": hit["id"]}).json["language"] != "en"
    ]
    assert foreign, "the samples have articles in other languages"
    for hit in foreign:
        article = client.get("/article.json", query_string={"id": hit["id"]}).json
        page = parse_html(client.get("/article", query_string={"id": hit["id"]}).text)
        facts = page.one("dl", class_="fact-list").all("dd", class_="fine")
        assert [fact.text for fact in facts] == [article["language_note"]]
