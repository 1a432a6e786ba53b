"""Which words of a text a query marks, told by the reference's own tests of its leaves."""

from collections.abc import Iterator

from whoosh import query as wq

from searchapp.article import Article, Zone
from searchapp.engine.storage.analysis import fold, iter_words
from searchapp.search.language import TEXT
from searchapp.search.response import Range
from tests.contract.reference import ZONES, build_test, read_query, wanted_words


def iter_leaves(node: wq.Query, zone: Zone) -> Iterator[wq.Query]:
    """The leaves that look for words in a zone; what a NOT turns away marks nothing."""
    if isinstance(node, wq.And | wq.Or):
        for child in node:
            yield from iter_leaves(child, zone)
    elif not isinstance(node, wq.Not) and zone in ZONES.get(node.field(), ()):
        yield node


def marked_words(text: str, zone: Zone, query: str) -> set[Range]:
    """The words of a stretch of text in one zone that a query finds or that belong to a phrase."""
    spans = [(start, end) for _, start, end in iter_words(text)]
    words = tuple(fold(word) for word, _, _ in iter_words(text))
    marked: set[Range] = set()
    for leaf in iter_leaves(read_query(query), zone):
        wanted = wanted_words(leaf) if type(leaf) in (wq.Term, wq.Phrase) else ()
        if len(wanted) > 1:
            marked |= {spans[place] for place in places_of(words, wanted, slop_of(leaf))}
        else:
            accepts = build_test(leaf)
            marked |= {span for span, word in zip(spans, words, strict=True) if accepts((word,))}
    return marked


def slop_of(leaf: wq.Query) -> int:
    return leaf.slop if isinstance(leaf, wq.Phrase) else 1


def places_of(words: tuple[str, ...], wanted: tuple[str, ...], slop: int) -> set[int]:
    """Every place that takes part in some occurrence of a phrase."""
    occurrences: list[tuple[int, ...]] = [
        (place,) for place, word in enumerate(words) if word == wanted[0]
    ]
    for word in wanted[1:]:
        occurrences = [
            (*places, place)
            for places in occurrences
            for place in range(places[-1] + 1, min(places[-1] + slop + 1, len(words)))
            if words[place] == word
        ]
    return {place for places in occurrences for place in places}


def searched_stretches(article: Article) -> Iterator[tuple[Zone, int, int]]:
    """The stretches of an article's text that are searched, subheadings as body."""
    for passage in article.passages:
        zone = passage.zone
        text = article.text[passage.start : passage.end]
        if zone is Zone.HEADLINE and text.split() != article.title.split():
            zone = Zone.BODY
        if zone in ZONES[TEXT]:
            yield zone, passage.start, passage.end


def marked_in_article(article: Article, query: str) -> set[Range]:
    """The words of an article's text that a query finds."""
    return {
        (start + first, start + last)
        for zone, start, end in searched_stretches(article)
        for first, last in marked_words(article.text[start:end], zone, query)
    }


def words_in(text: str, ranges: tuple[Range, ...]) -> set[Range]:
    """The words that ranges cover; a range that cuts a word is no cover."""
    spans = {(start, end) for _, start, end in iter_words(text)}
    return {
        (start, end)
        for start, end in spans
        if any(first <= start and end <= last for first, last in ranges)
    }
