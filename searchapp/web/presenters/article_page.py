"""The article page: its facts, its text with marked words, and the evidence for its values."""

from collections.abc import Mapping
from dataclasses import dataclass

from searchapp.article import Article, FacetValue, Zone
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.request import SearchRequest
from searchapp.search.response import Range, Value
from searchapp.search.url import article_url, build_url
from searchapp.web.presenters.article_text import ArticleText, Block, Paragraph
from searchapp.web.presenters.evidence import EvidenceGroup, build_evidence
from searchapp.web.presenters.languages import language_name, language_note
from searchapp.web.presenters.links import ValueLink, build_value_link
from searchapp.web.presenters.wording import counted, day_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact about an article; its values are links where a facet stands behind them.

    `note` says what is to be known about it.
    """

    label: str
    links: tuple[ValueLink, ...] = ()
    text: str = ""
    code: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Everything the article page shows. `back_url` leads to the results it was opened from."""

    title: str
    headline: Paragraph
    day: str | None
    day_label: str | None
    byline: tuple[ValueLink, ...]
    values: tuple[ValueLink, ...]
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    marks_label: str
    evidence: tuple[EvidenceGroup, ...]
    source_text: str
    original_url: str | None
    json_url: str
    query: str
    back_url: str
    back_label: str
    structured: Mapping[str, object]


def build_article_page(
    article: Article, marks: tuple[Range, ...], request: SearchRequest
) -> ArticlePage:
    """The page of that article as opened from the results of `request`, its words marked."""
    text = ArticleText(article, marks)
    came_from_search = bool(request.query.strip() or request.narrowed or request.page > 1)
    about = tuple(value for value in article.countries if value.about)
    return ArticlePage(
        title=article.title or "Untitled article",
        headline=text.headline() if article.title else (),
        day=article.date.isoformat() if article.date else None,
        day_label=day_label(article.date) if article.date else None,
        byline=_links(Facet.AUTHOR, article.authors),
        values=(*_links(Facet.COUNTRY, about), *_links(Facet.PERSON, article.persons)),
        facts=_facts(article),
        blocks=text.blocks(),
        marks_label=_marks_label(request, marks),
        evidence=build_evidence(article),
        source_text=article.text,
        original_url=_safe_url(article.url),
        json_url=article_url(article.id, ".json"),
        query=request.query,
        back_url=build_url(request),
        back_label="Back to results" if came_from_search else "All articles",
        structured=_structured(article),
    )


def build_article_payload(article: Article) -> dict[str, object]:
    """The article in JSON's own types, every value with its mentions."""
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "authors": [_value_payload(value) for value in article.authors],
        "countries": [_value_payload(value) for value in article.countries],
        "persons": [_value_payload(value) for value in article.persons],
        "section": article.section,
        "agency": article.agency,
        "source": article.source,
        "source_url": _safe_url(article.url),
        "language": article.language,
        "language_note": language_note(article.language) or None,
        "path": article.path,
        "sha256": article.sha256,
        "text": article.text,
        "passages": [
            {"zone": passage.zone.value, "start": passage.start, "end": passage.end}
            for passage in article.passages
        ],
        "url": article_url(article.id),
    }


def _value_payload(value: FacetValue) -> dict[str, object]:
    return {
        "value": value.value,
        "label": value.label,
        "about": value.about,
        "mentions": [
            {
                "zone": mention.zone.value,
                "start": mention.start,
                "end": mention.end,
                "rule": mention.rule,
            }
            for mention in value.mentions
        ],
    }


def _links(facet: Facet, values: tuple[FacetValue, ...]) -> tuple[ValueLink, ...]:
    return tuple(
        build_value_link(SearchRequest(), facet, Value(value=value.value, label=value.label))
        for value in values
    )


def _facts(article: Article) -> tuple[Fact, ...]:
    day = article.date.isoformat() if article.date else ""
    dated = (FacetValue(value=day, label=day_label(article.date)),) if article.date else ()
    facts = [
        Fact(label=FACET_FIELDS[Facet.DATE].label, links=_links(Facet.DATE, dated)),
        Fact(
            label="Author" if len(article.authors) == 1 else "Authors",
            links=_links(Facet.AUTHOR, article.authors),
        ),
        *(
            Fact(label=FACET_FIELDS[facet].label, links=_links(facet, _named(name)))
            for facet, name in (
                (Facet.SECTION, article.section),
                (Facet.AGENCY, article.agency),
                (Facet.SOURCE, article.source),
            )
        ),
        Fact(
            label="Language",
            text=language_name(article.language),
            note=language_note(article.language),
        ),
        Fact(label="File", text=article.path, code=True),
        Fact(label="SHA-256", text=article.sha256, code=True),
    ]
    return tuple(fact for fact in facts if fact.links or fact.text)


def _named(name: str | None) -> tuple[FacetValue, ...]:
    return (FacetValue(value=name, label=name),) if name else ()


def _marks_label(request: SearchRequest, marks: tuple[Range, ...]) -> str:
    if not request.query.strip():
        return ""
    if not marks:
        return f"The words of “{request.query}” do not stand in this article as written."
    return f"{counted(len(marks), 'place', 'places')} marked for “{request.query}”"


def _safe_url(url: str | None) -> str | None:
    """The address the file gave for its article, unless following it could run something."""
    plain = url and url.lower().startswith(("http://", "https://")) and url.isprintable()
    return url if plain else None


def _structured(article: Article) -> Mapping[str, object]:
    """The article as schema.org/NewsArticle, in JSON's own types."""
    description = next(
        (
            article.text[passage.start : passage.end]
            for passage in article.passages
            if passage.zone is Zone.LEDE
        ),
        None,
    )
    named = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.date.isoformat() if article.date else None,
        "articleSection": article.section,
        "description": description,
        "inLanguage": article.language,
        "url": _safe_url(article.url),
        "author": [{"@type": "Person", "name": value.label} for value in article.authors],
        "mentions": [
            *({"@type": "Country", "name": value.label} for value in article.countries),
            *({"@type": "Person", "name": value.label} for value in article.persons),
        ],
    }
    return {name: value for name, value in named.items() if value}
