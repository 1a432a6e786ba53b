"""The article as schema.org/NewsArticle."""

from dataclasses import replace
from datetime import date

from searchapp.article import Article, FacetValue, Passage, Zone
from searchapp.web.presenters.structured import build_structured

ARTICLE = Article(
    id="a",
    path="a",
    text="The\n  lede. Body.",
    sha256="",
    title="Title",
    passages=(
        Passage(zone=Zone.LEDE, start=0, end=11),
        Passage(zone=Zone.BODY, start=12, end=17),
    ),
    date=date(2022, 12, 30),
    section="politics",
    agency="dpa",
    source="Herald",
    url="https://example.org/a",
    language="en",
    authors=(FacetValue(value="Anna Müller", label="Anna Müller"),),
    countries=(FacetValue(value="RU", label="Russia"),),
    persons=(FacetValue(value="Xi Jinping", label="Xi Jinping"),),
)


def test_everything_known_is_said_in_the_words_of_the_standard() -> None:
    assert build_structured(ARTICLE) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Title",
        "datePublished": "2022-12-30",
        "articleSection": "politics",
        "description": "The lede.",
        "inLanguage": "en",
        "url": "https://example.org/a",
        "author": [{"@type": "Person", "name": "Anna Müller"}],
        "publisher": {"@type": "Organization", "name": "Herald"},
        "sourceOrganization": {"@type": "NewsMediaOrganization", "name": "dpa"},
        "mentions": [
            {"@type": "Country", "name": "Russia"},
            {"@type": "Person", "name": "Xi Jinping"},
        ],
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = Article(id="a", path="a", text="x", sha256="", title="Title", passages=())
    assert set(build_structured(bare)) == {"@context", "@type", "headline"}


def test_an_address_that_could_run_something_is_left_out() -> None:
    assert "url" not in build_structured(replace(ARTICLE, url="javascript:alert(1)"))
