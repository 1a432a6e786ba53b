"""Articles come back whole under any id, and an engine says what it serves."""

import re
from dataclasses import replace
from datetime import date

import pytest

from searchapp.article import Article, FacetValue, Mention, Passage, Zone
from searchapp.errors import ArticleNotFound
from searchapp.search.engine import Engine
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Value
from tests.contract.archive import ARCHIVE, TALKS
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf

ODD_IDS = [
    "a b",
    "100%.txt",
    "what?",
    "#1",
    "a&b=c",
    "..",
    "../up",
    "/a",
    "a//b",
    "a\\b",
    "ä",
    "漢",
    "😀",
    "'",
    '"',
]


@pytest.mark.parametrize("article", ARCHIVE, ids=lambda article: article.id)
def test_an_article_comes_back_as_it_went_in(archive_engine: Engine, article: Article) -> None:
    assert archive_engine.article(article.id) == article


def test_every_fact_and_its_evidence_are_kept(engine_of: EngineOf) -> None:
    mention = Mention(zone=Zone.BODY, start=0, end=6, rule="the name of a country 😀")
    article = Article(
        id="facts",
        path="a/b.txt",
        text="Russia 😀 and China",
        sha256="0" * 64,
        title="Two countries",
        passages=(Passage(zone=Zone.BODY, start=0, end=18),),
        date=date(2022, 12, 30),
        date_mentions=(mention,),
        section="politics",
        agency="dpa",
        source="Herald",
        url="https://example.org/a?b=c",
        language="en",
        authors=(FacetValue(value="A", label="A B", mentions=(mention, mention)),),
        countries=(FacetValue(value="RU", label="Russia", about=False),),
        persons=(FacetValue(value="P", label="P"),),
    )
    assert engine_of([article]).article("facts") == article


@pytest.mark.parametrize("article_id", ODD_IDS)
def test_an_id_may_hold_any_sign(engine_of: EngineOf, article_id: str) -> None:
    engine = engine_of([build_article(article_id, body="all"), build_article("other", body="all")])
    assert engine.article(article_id).id == article_id
    assert article_id in {hit.id for hit in engine.search(SearchRequest(query="all")).hits}


@pytest.mark.parametrize(
    "article_id", ["", "nonesuch", "stor", "storm ", "STORM", "\ud800", "x" * 5000]
)
def test_an_unknown_id_is_not_found(archive_engine: Engine, article_id: str) -> None:
    with pytest.raises(ArticleNotFound):
        archive_engine.article(article_id)


def test_a_hit_tells_an_articles_facts(archive_engine: Engine) -> None:
    (hit,) = archive_engine.search(SearchRequest(query="peskov")).hits
    assert (hit.id, hit.title, hit.path, hit.date) == (
        TALKS.id,
        TALKS.title,
        TALKS.path,
        TALKS.date,
    )
    assert (hit.section, hit.agency, hit.source) == (TALKS.section, TALKS.agency, TALKS.source)
    assert [author.label for author in hit.authors] == ["Andrew Schmid", "Anna Müller"]
    assert hit.countries == (Value(value="RU", label="Russia"), Value(value="CN", label="China"))
    assert [person.value for person in hit.persons] == [
        "Vladimir Putin",
        "Xi Jinping",
        "Dmitry Peskov",
    ]


def test_the_status_says_what_is_served(archive_engine: Engine) -> None:
    status = archive_engine.status()
    assert status.articles == len(ARCHIVE)
    assert (status.oldest, status.newest) == (date(1999, 6, 15), date(2022, 12, 30))
    assert status.generation
    assert status.published_at.tzinfo is not None
    assert status.degraded is None


def test_the_status_of_an_undated_archive_has_no_dates(engine_of: EngineOf) -> None:
    status = engine_of([build_article("a", body="all")]).status()
    assert (status.articles, status.oldest, status.newest) == (1, None, None)


def test_spellings_are_what_the_texts_have_for_a_person(engine_of: EngineOf) -> None:
    texts = {
        "a": "Selenskyj spoke.",
        "b": "Zelenskyy  spoke.",
        "c": "Selenskyj left, Selenskyj ran",
    }
    articles = [
        replace(
            build_article(name, body=text),
            persons=(
                FacetValue(
                    value="Volodymyr Zelensky",
                    label="Volodymyr Zelensky",
                    mentions=tuple(
                        Mention(zone=Zone.BODY, start=found.start(), end=found.end(), rule="name")
                        for found in re.finditer("Selenskyj|Zelenskyy", text)
                    ),
                ),
            ),
        )
        for name, text in texts.items()
    ]
    given = build_article("d", body="Nobody.", persons=["Volodymyr Zelensky"])
    engine = engine_of([*articles, given])
    assert engine.spellings(Facet.PERSON, "Volodymyr Zelensky") == (
        ("Selenskyj", 2),
        ("Volodymyr Zelensky", 1),
        ("Zelenskyy", 1),
    )
    assert engine.spellings(Facet.PERSON, "Nobody") == ()
    assert engine.spellings(Facet.COUNTRY, "RU") == ()
    assert engine.spellings(Facet.DATE, "2022") == ()
