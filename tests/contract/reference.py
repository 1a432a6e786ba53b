"""The search semantics in plain loops: slow, and written to be obviously right.

It shares with the engines only what the design says they share: the parser of the query language
and the analysis of words. It neither ranks nor cuts snippets.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain

from whoosh import query as wq

from searchapp.article import Article, Zone
from searchapp.engine.storage.analysis import STOP_WORDS, fold, fold_text, split_words, stem
from searchapp.errors import ArticleNotFound
from searchapp.search.concordance import Concordance, ConcordanceRequest, Line
from searchapp.search.copies import Copies
from searchapp.search.engine import IndexStatus
from searchapp.search.examples import Example
from searchapp.search.explanation import Explanation
from searchapp.search.export import Export, ExportedArticle
from searchapp.search.facets import NONE, VALUE_FACETS, Facet
from searchapp.search.grid import Grid, GridRequest
from searchapp.search.language import NAME_FIELDS, parse_query
from searchapp.search.latest import Latest
from searchapp.search.likeness import SimilarArticle
from searchapp.search.neighbours import Neighbours
from searchapp.search.periods import parse_period
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.search.response import Hit, Range, SearchResponse, Value
from searchapp.search.selection import Selection
from searchapp.search.suggestion import Suggestion
from searchapp.search.value_list import ListRequest, ValueList
from tests.contract.reference_copies import Text, copy_of, groups_of
from tests.contract.reference_facets import build_facets, with_listed_pages
from tests.contract.reference_insight import grid_of, list_values_of

ZONES: dict[str, frozenset[Zone]] = {
    "text": frozenset({Zone.HEADLINE, Zone.LEDE, Zone.BODY, Zone.CAPTION, Zone.BYLINE}),
    "title": frozenset({Zone.HEADLINE}),
    "body": frozenset({Zone.LEDE, Zone.BODY}),
    "caption": frozenset({Zone.CAPTION}),
}
"""The zones that each field of the query language searches."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as it is searched: the exact words of its passages, its facet values."""

    article: Article
    passages: tuple[tuple[Zone, Words], ...]
    values: dict[Facet, tuple[Value, ...]]

    def texts(self, field: str) -> Iterator[Words]:
        """The stretches in which a query field looks for words; phrases never leave one."""
        if field in NAME_FIELDS:
            for value in self.values[Facet(field)]:
                yield from map(exact_words, {value.label: None, value.value: None})
        else:
            yield from (words for zone, words in self.passages if zone in ZONES[field])

    def has(self, facet: Facet, value: str) -> bool:
        """Whether the article has that facet value; “none” is that of articles without any."""
        if facet is Facet.DATE:
            day = self.article.date
            return day is None if value == NONE else bool(day and parse_period(value).contains(day))
        own = {entry.value for entry in self.values[facet]}
        return value in own or (value == NONE and not own)


def build_document(article: Article) -> Document:
    passages = [(Zone.HEADLINE, exact_words(article.title))]
    for passage in article.passages:
        text = article.text[passage.start : passage.end]
        if passage.zone is not Zone.HEADLINE:
            passages.append((passage.zone, exact_words(text)))
        elif text.split() != article.title.split():
            passages.append((Zone.BODY, exact_words(text)))
    return Document(
        article=article,
        passages=tuple(passages),
        values={facet: values_of(article, facet) for facet in VALUE_FACETS},
    )


def values_of(article: Article, facet: Facet) -> tuple[Value, ...]:
    single = {
        Facet.SECTION: article.section,
        Facet.AGENCY: article.agency,
        Facet.SOURCE: article.source,
    }
    if facet in single:
        name = single[facet]
        return (Value(value=name, label=name),) if name else ()
    several = {
        Facet.AUTHOR: article.authors,
        Facet.COUNTRY: article.countries,
        Facet.PERSON: article.persons,
    }[facet]
    found = {entry.value: entry.label for entry in several if entry.about}
    return tuple(Value(value=value, label=label) for value, label in found.items())


def exact_words(text: str) -> Words:
    return tuple(fold(word) for word in split_words(text))


def matches(node: wq.Query, document: Document) -> bool:
    """Whether a query tree, as `language` describes it, accepts a document."""
    if isinstance(node, wq.And):
        return all(matches(child, document) for child in node)
    if isinstance(node, wq.Or):
        return any(matches(child, document) for child in node)
    if isinstance(node, wq.Not):
        return not matches(node.query, document)
    if isinstance(node, wq.Every):
        return True
    if node == wq.NullQuery:
        return False
    if isinstance(node, wq.NumericRange):
        day = document.article.date
        return day is not None and in_range(day.toordinal(), node.start, node.end)
    if isinstance(node, wq.Term) and node.fieldname in list(Facet) and node.text == NONE:
        return document.has(Facet(node.fieldname), NONE)
    if node.fieldname == Facet.COUNTRY:
        return document.has(Facet.COUNTRY, node.text)
    accepts = build_test(node)
    return any(accepts(words) for words in document.texts(node.fieldname))


def read_query(query: str) -> wq.Query:
    """The tree of a query without what asks for nothing (“the”, “&”).

    Of stop words alone the exact forms are searched; without any word nothing is found.
    """
    tree = parse_query(query).tree
    return without_idle_leaves(tree) or without_idle_leaves(exactly(tree)) or wq.NullQuery


def without_idle_leaves(node: wq.Query) -> wq.Query | None:
    if isinstance(node, wq.And | wq.Or):
        kept = [child for child in map(without_idle_leaves, node) if child is not None]
        return type(node)(kept) if kept else None
    if isinstance(node, wq.Not):
        inner = without_idle_leaves(node.query)
        return wq.Not(inner) if inner is not None else None
    if isinstance(node, wq.Term | wq.Phrase):
        words = wanted_words(node)
        stemmed = isinstance(node, wq.Term) and node.fieldname in ZONES
        if not words or (stemmed and len(words) == 1 and words[0] in STOP_WORDS):
            return None
    return node


def exactly(node: wq.Query) -> wq.Query:
    """The tree with every plain word as a phrase of one word, which is not stemmed."""
    if isinstance(node, wq.And | wq.Or):
        return type(node)([exactly(child) for child in node])
    if isinstance(node, wq.Not):
        return wq.Not(exactly(node.query))
    if isinstance(node, wq.Term) and node.fieldname in ZONES:
        return wq.Phrase(node.fieldname, [node.text])
    return node


def wanted_words(leaf: wq.Term | wq.Phrase) -> Words:
    """The exact words that a word or a phrase of the query consists of."""
    return exact_words(leaf.text if isinstance(leaf, wq.Term) else " ".join(leaf.words))


def in_range(number: int, first: int | None, last: int | None) -> bool:
    return (first is None or first <= number) and (last is None or number <= last)


def build_test(leaf: wq.Query) -> Callable[[Words], bool]:
    """Whether a leaf of the query finds something in a stretch of exact words."""
    if isinstance(leaf, wq.Phrase):
        return lambda words: holds_phrase(words, wanted_words(leaf), leaf.slop)
    if isinstance(leaf, wq.FuzzyTerm):
        return lambda words: any(is_close(word, fold(leaf.text)) for word in words)
    if isinstance(leaf, wq.Prefix):
        return lambda words: any(word.startswith(fold(leaf.text)) for word in words)
    if isinstance(leaf, wq.Wildcard):
        pattern = wildcard_pattern(fold(leaf.text))
        return lambda words: any(pattern.fullmatch(word) for word in words)
    assert isinstance(leaf, wq.Term)
    wanted = wanted_words(leaf)
    if len(wanted) == 1 and leaf.fieldname in ZONES:
        return lambda words: stem(wanted[0]) in {stem(w) for w in words if w not in STOP_WORDS}
    return lambda words: holds_phrase(words, wanted, 1)


def holds_phrase(words: Words, wanted: Words, slop: int) -> bool:
    """Whether the wanted words stand in this order, each at most `slop` places after the last."""
    if not wanted:
        return False
    places = {place for place, word in enumerate(words) if word == wanted[0]}
    for word in wanted[1:]:
        places = {
            place + step
            for place in places
            for step in range(1, slop + 1)
            if place + step < len(words) and words[place + step] == word
        }
    return bool(places)


def is_close(word: str, wanted: str) -> bool:
    """Whether two words begin with the same two letters and are at most one edit apart."""
    if word[:2] != wanted[:2]:
        return False
    return (
        word == wanted
        or any(
            word == edited or wanted == edited for edited in (*deletions(word), *deletions(wanted))
        )
        or (
            len(word) == len(wanted) and sum(a != b for a, b in zip(word, wanted, strict=True)) == 1
        )
    )


def deletions(word: str) -> Iterator[str]:
    """Every word that is one letter shorter."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def wildcard_pattern(text: str) -> re.Pattern[str]:
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(char) or re.escape(char) for char in text), re.DOTALL)


class ReferenceEngine:
    """Answers requests by looking at every article."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._documents = {article.id: build_document(article) for article in articles}

    def search(self, request: SearchRequest) -> SearchResponse:
        request = self.understood(request)
        found = self.matching(request)
        total = len(found)
        found.sort(key=sort_key(request.order))
        groups = self.groups()
        several = Counter(groups[document.article.id] for document in found)
        if request.folded:
            first_ones = {groups[document.article.id]: document for document in reversed(found)}
            found = [d for d in found if first_ones[groups[d.article.id]] is d]
        pages = -(-len(found) // request.size)
        request = request.with_page(min(request.page, max(pages, 1)))
        first = (request.page - 1) * request.size
        facets = tuple(build_facets(self, request))
        return SearchResponse(
            request=with_listed_pages(request, facets),
            total=total,
            took_ms=0.0,
            pages=pages,
            hits=tuple(
                build_hit(document, several[groups[document.article.id]] if request.folded else 1)
                for document in found[first : first + request.size]
            ),
            facets=facets,
            notes=parse_query(request.query).notes,
            copies=0 if request.copies_of else total - len(several),
        )

    def understood(self, request: SearchRequest) -> SearchRequest:
        """The request with every value in the form that articles have it in."""
        for chosen in request.selections:
            included, excluded, required = (
                tuple(dict.fromkeys(self.resolve(chosen.facet, value) for value in values))
                for values in (chosen.included, chosen.excluded, chosen.required)
            )
            kept = tuple(value for value in included if value not in excluded)
            needed = tuple(value for value in required if value not in excluded)
            page = request.page
            request = request.with_selection(
                Selection(facet=chosen.facet, included=kept, excluded=excluded, required=needed)
            ).with_page(page)
        return request

    def resolve(self, facet: Facet, text: str) -> str:
        """The value that a text names: itself, or one that is spelt so but for case and accents."""
        known = () if facet is Facet.DATE else self.values(facet)
        if text == NONE or any(value.value == text for value in known):
            return text
        spelt_so = (
            value.value
            for value in sorted(known, key=lambda value: value.value)
            if fold_text(text)
            and fold_text(text) in (fold_text(value.value), fold_text(value.label))
        )
        return next(spelt_so, text)

    def matching(self, request: SearchRequest) -> list[Document]:
        """Every document that the query, the period and all selections accept."""
        tree = read_query(request.query)
        return [
            document
            for document in self._documents.values()
            if matches(tree, document)
            and in_period(document, request)
            and all(is_selected(document, chosen) for chosen in request.selections)
            and self.is_copy(document, request.copies_of)
        ]

    def is_copy(self, document: Document, article_id: str) -> bool:
        """Whether a document is that article or a copy of it; any is, of no article."""
        groups = self.groups() if article_id else {}
        return not article_id or groups[document.article.id] == groups.get(article_id, article_id)

    def count(self, request: SearchRequest) -> int:
        """How many documents a request finds."""
        return len(self.matching(request))

    def values(self, facet: Facet) -> set[Value]:
        """Every value that any article has in that facet."""
        return {value for document in self._documents.values() for value in document.values[facet]}

    def days(self) -> set[date]:
        """Every date of an article."""
        dates = (document.article.date for document in self._documents.values())
        return {day for day in dates if day}

    def article_dates(self) -> list[date | None]:
        """The date of every article."""
        return [document.article.date for document in self._documents.values()]

    def article(self, article_id: str) -> Article:
        if article_id not in self._documents:
            raise ArticleNotFound(f"There is no article “{article_id}”.")
        return self._documents[article_id].article

    def marks(self, article: Article, query: str) -> tuple[Range, ...]:
        raise NotImplementedError("The reference marks nothing.")

    def explain(self, article_id: str, query: str) -> Explanation:
        raise NotImplementedError("The reference scores nothing.")

    def neighbours(self, article_id: str, request: SearchRequest) -> Neighbours | None:
        raise NotImplementedError("The tests walk through the pages instead.")

    def more_like_this(self, article_id: str, count: int) -> tuple[SimilarArticle, ...]:
        raise NotImplementedError("The reference compares no articles.")

    def copies(self, article_id: str, limit: int) -> Copies:
        article, groups = self.article(article_id), self.groups()
        newest = sorted(self._documents.values(), key=sort_key(SortOrder.NEWEST))
        others = [
            document.article
            for document in newest
            if groups[document.article.id] == groups[article_id] and document.article != article
        ]
        listed = [copy_of(article, other) for other in others[:limit]]
        listed.sort(key=lambda copy: -copy.likeness)
        return Copies(total=len(others), listed=tuple(listed))

    def groups(self) -> Mapping[str, str]:
        """For each article the id of the one that leads its copies."""
        return groups_of(
            Text(
                article=document.article,
                title=tuple(chain.from_iterable(document.texts("title"))),
                running=tuple(chain.from_iterable(document.texts("body"))),
            )
            for document in self._documents.values()
        )

    def spellings(self, facet: Facet, value: str) -> tuple[tuple[str, int], ...]:
        if facet not in (Facet.AUTHOR, Facet.PERSON):
            return ()
        counts = Counter(
            spelling
            for document in self._documents.values()
            for spelling in spellings_in(document.article, facet, value)
        )
        return tuple(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))

    def suggest(self, request: SearchRequest) -> tuple[Suggestion, ...]:
        raise NotImplementedError("The reference suggests nothing.")

    def examples(self) -> tuple[Example, ...]:
        raise NotImplementedError("The reference gives no examples.")

    def list_values(self, request: ListRequest) -> ValueList:
        return list_values_of(self, request)

    def grid(self, request: SearchRequest, asked: GridRequest) -> Grid:
        return grid_of(self, self.understood(request), asked)

    def concordance(self, request: SearchRequest, asked: ConcordanceRequest) -> Concordance:
        raise NotImplementedError("The reference marks nothing.")

    def lines(self, request: SearchRequest) -> Iterator[Line]:
        raise NotImplementedError("The reference marks nothing.")

    def export(self, request: SearchRequest) -> Export:
        request = self.understood(request).with_page(1)
        found = self.matching(request)
        found.sort(key=sort_key(request.order))
        return Export(request=request, total=len(found), articles=map(build_exported, found))

    def latest(self, request: SearchRequest) -> Latest:
        raise NotImplementedError("The reference does not know when its articles came.")

    def generation(self) -> str:
        return "reference"

    def status(self) -> IndexStatus:
        days = self.days()
        return IndexStatus(
            generation="reference",
            published_at=datetime(2000, 1, 1, tzinfo=UTC),
            articles=len(self._documents),
            size_bytes=0,
            oldest=min(days, default=None),
            newest=max(days, default=None),
        )

    def close(self) -> None:
        self._documents = {}


def spellings_in(article: Article, facet: Facet, value: str) -> set[str]:
    """The ways in which an article writes a person: the words of the evidence, else the label."""
    entries = article.authors if facet is Facet.AUTHOR else article.persons
    return {
        " ".join(article.text[mention.start : mention.end].split())
        for entry in entries
        if entry.value == value
        for mention in entry.mentions
    } or {entry.label for entry in entries if entry.value == value}


def in_period(document: Document, request: SearchRequest) -> bool:
    day = document.article.date
    return request.period is None or (day is not None and request.period.contains(day))


def is_selected(document: Document, chosen: Selection) -> bool:
    """OR inside a facet; an excluded value, or a required one it lacks, turns an article away."""
    wanted = not chosen.included or any(document.has(chosen.facet, v) for v in chosen.included)
    wanted = wanted and all(document.has(chosen.facet, value) for value in chosen.required)
    return wanted and not any(document.has(chosen.facet, value) for value in chosen.excluded)


def sort_key(order: SortOrder) -> Callable[[Document], tuple[bool, int, str]]:
    """The order by date, undated last, then by id."""
    sign = 1 if order is SortOrder.OLDEST else -1

    def key(document: Document) -> tuple[bool, int, str]:
        day = document.article.date
        return day is None, sign * day.toordinal() if day else 0, document.article.id

    return key


def build_exported(document: Document) -> ExportedArticle:
    article, values = document.article, document.values
    return ExportedArticle(
        id=article.id,
        title=article.title,
        path=article.path,
        date=article.date,
        authors=values[Facet.AUTHOR],
        countries=values[Facet.COUNTRY],
        persons=values[Facet.PERSON],
        section=article.section,
        agency=article.agency,
        source=article.source,
        url=article.url,
    )


def build_hit(document: Document, several: int) -> Hit:
    article = document.article
    return Hit(
        id=article.id,
        title=article.title,
        path=article.path,
        date=article.date,
        authors=document.values[Facet.AUTHOR],
        countries=document.values[Facet.COUNTRY],
        persons=document.values[Facet.PERSON],
        section=article.section,
        agency=article.agency,
        source=article.source,
        similar=several - 1,
    )
