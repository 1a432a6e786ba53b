"""The JSON answers keep their documented shape."""

from flask.testing import FlaskClient

from searchapp.search.facets import Facet
from searchapp.search.url import article_url

SEARCH_KEYS = [
    "query",
    "total",
    "listed",
    "took_ms",
    "page",
    "pages",
    "size",
    "sort",
    "from",
    "to",
    "url",
    "previous",
    "next",
    "hits",
    "facets",
    "did_you_mean",
    "notes",
]
HIT_KEYS = [
    "id",
    "title",
    "date",
    "authors",
    "countries",
    "persons",
    "section",
    "agency",
    "source",
    "path",
    "score",
    "similar",
    "snippets",
    "url",
]

BUCKET_KEYS = ["value", "label", "count", "selected", "excluded", "required", "url"]


def test_the_search_answers_with_the_documented_names(client: FlaskClient) -> None:
    payload = client.get("/search.json?q=grain&size=50").json
    assert list(payload) == SEARCH_KEYS
    assert payload["query"] == "grain"
    assert payload["total"] >= len(payload["hits"]) > 0
    assert set(payload["facets"]) == {facet.value for facet in Facet}
    for hit in payload["hits"]:
        assert list(hit) == HIT_KEYS
        assert hit["url"] == article_url(hit["id"])
        for snippet in hit["snippets"]:
            assert list(snippet) == ["zone", "text", "ranges"]
            for start, end in snippet["ranges"]:
                assert 0 <= start < end <= len(snippet["text"])


def test_countries_have_code_and_name(client: FlaskClient) -> None:
    hit = client.get("/search.json?country=UA").json["hits"][0]
    assert {"value": "UA", "label": "Ukraine"} in hit["countries"]


def test_every_bucket_leads_to_as_many_results_as_it_counts(client: FlaskClient) -> None:
    """A bucket's address adds the value; for the first one chosen that is exactly its count."""
    payload = client.get("/search.json?q=grain").json
    for name, facet in payload["facets"].items():
        for bucket in facet["buckets"]:
            assert list(bucket) == BUCKET_KEYS
            found = client.get(bucket["url"].replace("/search?", "/search.json?")).json
            assert found["total"] == bucket["count"], (name, bucket)


def test_a_chosen_bucket_leads_back(client: FlaskClient) -> None:
    before = client.get("/search.json?country=UA").json
    chosen = client.get("/search.json?country=UA&not-section=politics&person=none").json
    for name in ("section", "person"):
        [bucket] = [
            bucket
            for bucket in chosen["facets"][name]["buckets"]
            if bucket["selected"] or bucket["excluded"]
        ]
        chosen = client.get(bucket["url"].replace("/search?", "/search.json?")).json
    assert chosen["total"] == before["total"]
    assert [hit["id"] for hit in chosen["hits"]] == [hit["id"] for hit in before["hits"]]


def test_a_failure_is_json_as_well(client: FlaskClient) -> None:
    response = client.get("/search.json?from=someday")
    assert response.status_code == 400
    assert list(response.json) == ["error"]
    assert response.json["error"].startswith("“someday” is not a date. Write 2022, 2022-12, ")
    assert client.get("/article/none.json").status_code == 404
    assert list(client.get("/article/none.json").json) == ["error"]


def test_an_article_as_json_has_its_text_and_evidence(client: FlaskClient) -> None:
    hit = client.get("/search.json?country=UA").json["hits"][0]
    article = client.get(article_url(hit["id"], ".json")).json
    assert article["title"] == hit["title"]
    [ukraine] = [value for value in article["countries"] if value["value"] == "UA"]
    assert article["date_mentions"]
    for mention in (*ukraine["mentions"], *article["date_mentions"]):
        assert article["text"][mention["start"] : mention["end"]].strip()
        assert mention["rule"]


def test_status_as_json_lists_every_rejected_file(hostile_client: FlaskClient) -> None:
    status = hostile_client.get("/status.json").json
    assert status["articles"] == 12345
    assert status["rejected"][0] == {
        "path": "2022/broken.json",
        "line": 7,
        "reason": "It is not valid JSON.",
    }
