"""The JSON answer: documented names, JSON's own types, and addresses that toggle."""

import json
from dataclasses import replace
from datetime import date

import pytest

from searchapp.article import Zone
from searchapp.search.facets import NONE, Facet
from searchapp.search.payload import build_payload, toggled
from searchapp.search.periods import Period
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import (
    Bucket,
    FacetResult,
    Hit,
    SearchResponse,
    Snippet,
    Value,
)

REQUEST = SearchRequest(query="grain", page=2).with_value(Facet.COUNTRY, "RU").with_page(2)
RESPONSE = SearchResponse(
    request=REQUEST,
    total=11,
    took_ms=1.23456,
    pages=2,
    hits=(
        Hit(
            id="a b/c.txt",
            title="Grain",
            path="a b/c.txt",
            date=date(2022, 12, 30),
            authors=(Value(value="A. Writer", label="A. Writer"),),
            countries=(Value(value="RU", label="Russia"),),
            section="business",
            score=1.5,
            snippets=(Snippet(zone=Zone.CAPTION, text="Grain ship", ranges=((0, 5),)),),
        ),
        Hit(id="d", title="", path="d"),
    ),
    facets=(
        FacetResult(
            facet=Facet.COUNTRY,
            buckets=(
                Bucket(value="RU", label="Russia", count=11, selected=True),
                Bucket(value=NONE, label="No country", count=1),
            ),
            more=True,
        ),
    ),
    did_you_mean="grains",
    notes=("A note.",),
)


def test_the_whole_answer() -> None:
    assert build_payload(RESPONSE) == {
        "query": "grain",
        "total": 11,
        "listed": 11,
        "took_ms": 1.235,
        "page": 2,
        "pages": 2,
        "size": 10,
        "sort": "relevance",
        "from": None,
        "to": None,
        "url": "/search?q=grain&country=RU&page=2",
        "previous": "/search.json?q=grain&country=RU",
        "next": None,
        "hits": [
            {
                "id": "a b/c.txt",
                "title": "Grain",
                "date": "2022-12-30",
                "authors": [{"value": "A. Writer", "label": "A. Writer"}],
                "countries": [{"value": "RU", "label": "Russia"}],
                "persons": [],
                "section": "business",
                "agency": None,
                "source": None,
                "path": "a b/c.txt",
                "score": 1.5,
                "similar": 0,
                "snippets": [{"zone": "caption", "text": "Grain ship", "ranges": [[0, 5]]}],
                "url": "/article/a%20b/c.txt",
            },
            {
                "id": "d",
                "title": "",
                "date": None,
                "authors": [],
                "countries": [],
                "persons": [],
                "section": None,
                "agency": None,
                "source": None,
                "path": "d",
                "score": None,
                "similar": 0,
                "snippets": [],
                "url": "/article/d",
            },
        ],
        "facets": {
            "country": {
                "buckets": [
                    {
                        "value": "RU",
                        "label": "Russia",
                        "count": 11,
                        "selected": True,
                        "excluded": False,
                        "required": False,
                        "url": "/search?q=grain",
                    },
                    {
                        "value": "none",
                        "label": "No country",
                        "count": 1,
                        "selected": False,
                        "excluded": False,
                        "required": False,
                        "url": "/search?q=grain&country=RU&country=none",
                    },
                ],
                "more": True,
                "total": None,
                "first": None,
            }
        },
        "did_you_mean": "grains",
        "notes": ["A note."],
    }


def test_the_answer_survives_json() -> None:
    payload = build_payload(RESPONSE)
    assert json.loads(json.dumps(payload)) == payload


def test_a_typed_period_and_an_expanded_facet_are_told() -> None:
    request = (
        SearchRequest(sort=SortOrder.OLDEST)
        .with_period(Period(start=date(2022, 1, 1), end=date(2022, 3, 1)))
        .with_expanded(Facet.COUNTRY)
    )
    facets = (FacetResult(facet=Facet.COUNTRY, total=250, first=200),)
    answer = build_payload(replace(RESPONSE, request=request, facets=facets))
    assert (answer["sort"], answer["from"], answer["to"]) == ("oldest", "2022-01-01", "2022-02-28")
    assert answer["next"] == (
        "/search.json?from=2022-01-01&to=2022-02-28&all=country&sort=oldest&page=2"
    )
    assert answer["facets"] == {
        "country": {"buckets": [], "more": False, "total": 250, "first": 200}
    }


@pytest.mark.parametrize(
    ("before", "bucket", "after"),
    [
        (
            SearchRequest(),
            Bucket(value="2022", label="2022", count=1),
            SearchRequest().with_value(Facet.DATE, "2022"),
        ),
        (
            SearchRequest().with_value(Facet.DATE, "2022"),
            Bucket(value="2022-12", label="December 2022", count=1),
            SearchRequest().with_value(Facet.DATE, "2022-12"),
        ),
        (
            SearchRequest().with_value(Facet.DATE, "2022"),
            Bucket(value="2022", label="2022", count=1, selected=True),
            SearchRequest(),
        ),
        (
            SearchRequest().with_excluded(Facet.DATE, "2022"),
            Bucket(value="2022", label="2022", count=1, excluded=True),
            SearchRequest(),
        ),
        (
            SearchRequest().with_required(Facet.DATE, "2022"),
            Bucket(value="2022", label="2022", count=1, required=True),
            SearchRequest(),
        ),
    ],
    ids=["chosen", "narrowed", "let go", "no longer excluded", "no longer required"],
)
def test_toggling_a_date(before: SearchRequest, bucket: Bucket, after: SearchRequest) -> None:
    assert toggled(before, Facet.DATE, bucket) == after
