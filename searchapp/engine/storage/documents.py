"""Articles as documents: which of an article's text goes into which field."""

from collections.abc import Mapping
from dataclasses import dataclass

from searchapp.article import Article, FacetValue, Passage, Zone
from searchapp.engine.storage.schema import TEXT_FIELDS
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.response import Value

FIELD_OF_ZONE = {field.zone: field.name for field in TEXT_FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A value as extraction named it, and the words that stand for it in an article."""

    value: str
    spelling: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the index stores of an article: the texts of each zone and the values of each facet.

    `written` are the spellings in which the text has the values of facets of people.
    """

    article: Article
    texts: Mapping[str, tuple[str, ...]]
    values: Mapping[Facet, tuple[Value, ...]]
    written: Mapping[Facet, tuple[Written, ...]]


def build_document(article: Article) -> Document:
    """The document of an article."""
    texts: dict[str, list[str]] = {field.name: [] for field in TEXT_FIELDS}
    texts["title"].append(article.title)
    for passage in searched_passages(article):
        texts[FIELD_OF_ZONE[passage.zone]].append(article.text[passage.start : passage.end])
    return Document(
        article=article,
        texts={name: tuple(parts) for name, parts in texts.items()},
        values={facet: values_of(article, facet) for facet in VALUE_FACETS},
        written={
            Facet.AUTHOR: _written(article, article.authors),
            Facet.PERSON: _written(article, article.persons),
        },
    )


def searched_passages(article: Article) -> tuple[Passage, ...]:
    """The passages that are searched beside the title: subheadings count as body, debris is out."""
    found = []
    for passage in article.passages:
        zone = searched_zone(article, passage)
        if zone is passage.zone:
            found.append(passage)
        elif zone is not None:
            found.append(Passage(zone=zone, start=passage.start, end=passage.end))
    return tuple(found)


def searched_zone(article: Article, passage: Passage) -> Zone | None:
    """The zone as which a passage is searched beside the title; None when it is not."""
    zone = passage.zone
    if zone is Zone.HEADLINE:
        return None if is_title(article, passage) else Zone.BODY
    return zone if zone in FIELD_OF_ZONE else None


def is_title(article: Article, passage: Passage) -> bool:
    """Whether a headline passage is where the article's title stands in its text."""
    text = article.text[passage.start : passage.end]
    return text == article.title or text.split() == article.title.split()


def values_of(article: Article, facet: Facet) -> tuple[Value, ...]:
    """An article's values in a facet, each once; countries it only mentions are left out."""
    many = {
        Facet.AUTHOR: article.authors,
        Facet.COUNTRY: article.countries,
        Facet.PERSON: article.persons,
    }
    if facet in many:
        found = [Value(value=v.value, label=v.label) for v in many[facet] if v.about]
    else:
        single = {
            Facet.SECTION: article.section,
            Facet.AGENCY: article.agency,
            Facet.SOURCE: article.source,
        }[facet]
        found = [Value(value=single, label=single)] if single else []
    return tuple({entry.value: entry for entry in found}.values())


def _written(article: Article, values: tuple[FacetValue, ...]) -> tuple[Written, ...]:
    """Each spelling once; names that were given with the file are spelt as they came."""
    found: dict[Written, None] = {}
    for value in values:
        texts = [article.text[mention.start : mention.end] for mention in value.mentions]
        for text in texts or [value.label]:
            found[Written(value=value.value, spelling=" ".join(text.split()))] = None
    return tuple(found)
