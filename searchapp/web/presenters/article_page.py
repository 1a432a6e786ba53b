"""The article page: its facts, its text with marked words, and the evidence for its values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from searchapp.article import Article, FacetValue, Mention
from searchapp.search.copies import Copies
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.likeness import SimilarArticle
from searchapp.search.neighbours import Neighbours
from searchapp.search.request import SearchRequest
from searchapp.search.response import Range, Value
from searchapp.search.url import article_url
from searchapp.web.presenters.addresses import safe_url
from searchapp.web.presenters.article_marks import Marks, build_marks
from searchapp.web.presenters.article_text import ArticleText, Block, Paragraph
from searchapp.web.presenters.article_way import Way, build_way
from searchapp.web.presenters.citations import Citation, build_citation
from searchapp.web.presenters.copies import CopiesView, build_copies
from searchapp.web.presenters.evidence import EvidenceGroup, build_evidence
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.languages import language_name, language_note
from searchapp.web.presenters.links import ValueLink, build_article_link, build_value_link
from searchapp.web.presenters.similar import SimilarView, build_similar
from searchapp.web.presenters.structured import build_structured
from searchapp.web.presenters.wording import day_label

_MOST_DIGITS = 9


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
class ArticleFiles:
    """The addresses of the same article in other forms."""

    json: str
    text: str
    bibtex: str
    ris: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Everything the article page shows."""

    title: str
    headline: Paragraph
    day: str | None
    day_label: str | None
    byline: tuple[ValueLink, ...]
    values: tuple[ValueLink, ...]
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    marks: Marks | None
    evidence: tuple[EvidenceGroup, ...]
    copies: CopiesView | None
    similar: tuple[SimilarView, ...]
    citation: Citation
    source_text: str
    original_url: str | None
    files: ArticleFiles
    query: str
    way: Way
    structured: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the engine says about an article as opened from the results of `request`."""

    request: SearchRequest
    marks: tuple[Range, ...] = ()
    neighbours: Neighbours | None = None
    similar: tuple[SimilarArticle, ...] = ()
    copies: Copies = field(default_factory=Copies)


def build_article_page(article: Article, around: Surroundings) -> ArticlePage:
    """The page of that article, with the words of the search behind it marked."""
    request = around.request
    text = ArticleText(article, around.marks)
    about = tuple(value for value in article.countries if value.about)
    return ArticlePage(
        title=article.title or UNTITLED,
        headline=text.headline() if article.title else (),
        day=article.date.isoformat() if article.date else None,
        day_label=day_label(article.date) if article.date else None,
        byline=_links(Facet.AUTHOR, article.authors),
        values=(*_links(Facet.COUNTRY, about), *_links(Facet.PERSON, article.persons)),
        facts=_facts(article),
        blocks=text.blocks(),
        marks=build_marks(request.query, text.mark_count),
        evidence=build_evidence(article),
        copies=build_copies(article.id, request, around.copies),
        similar=build_similar(request, around.similar),
        citation=build_citation(article),
        source_text=article.text,
        original_url=safe_url(article.url),
        files=ArticleFiles(
            json=article_url(article.id, ".json"),
            text=article_url(article.id, ".txt"),
            bibtex=article_url(article.id, ".bib"),
            ris=article_url(article.id, ".ris"),
        ),
        query=request.query,
        way=build_way(article.id, request, around.neighbours),
        structured=build_structured(article),
    )


def build_mark_link(
    article: Article, request: SearchRequest, marks: tuple[Range, ...], place: str
) -> str:
    """The address of the word that is marked at a place of the text; of the article without one."""
    url = build_article_link(article.id, request)
    known = place.isascii() and place.isdigit() and len(place) <= _MOST_DIGITS
    number = ArticleText(article, marks).mark_at(int(place)) if known else None
    return f"{url}#mark-{number}" if number else url


def build_article_payload(article: Article) -> dict[str, object]:
    """The article in JSON's own types, every value with its mentions."""
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "date_mentions": _mention_payload(article.date_mentions),
        "authors": [_value_payload(value) for value in article.authors],
        "countries": [_value_payload(value) for value in article.countries],
        "persons": [_value_payload(value) for value in article.persons],
        "section": article.section,
        "agency": article.agency,
        "source": article.source,
        "source_url": safe_url(article.url),
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
        "mentions": _mention_payload(value.mentions),
    }


def _mention_payload(mentions: tuple[Mention, ...]) -> list[dict[str, object]]:
    return [
        {
            "zone": mention.zone.value,
            "start": mention.start,
            "end": mention.end,
            "rule": mention.rule,
        }
        for mention in mentions
    ]


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
