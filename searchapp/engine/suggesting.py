"""Suggestions for what is being typed: values of facets, and words that stand in titles.

Each count is that of the search after choosing, so it holds with everything else that is chosen.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

import numpy as np

from searchapp.engine.answering import count_results, find_results
from searchapp.engine.evaluation.largest import places_of_largest
from searchapp.engine.facets.counting import Counted
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.storage.analysis import STOP_WORDS, fold_text, stem
from searchapp.engine.storage.columns import FacetColumn
from searchapp.engine.storage.name_words import begins
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import EXACT
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.limits import MAX_LENGTH
from searchapp.search.request import SearchRequest
from searchapp.search.suggestion import MAX_VALUES, MAX_WORDS, Suggestion, Typed, read_typed

_MIN_LETTERS = 2
_TRIED = 24
"""Of so many frequent words that begin so, those in titles are suggested."""


def suggest(reader: IndexReader, request: SearchRequest) -> tuple[Suggestion, ...]:
    """What can follow the request's query, values before words; nothing for one too long."""
    if len(request.query) > MAX_LENGTH:
        return ()
    request = resolve_request(reader, request).with_page(1)
    several = [typed for typed in read_typed(request.query) if _is_enough(typed.text)]
    if not several:
        return ()
    words = _iter_words(reader, request, several[-1])
    return (*_values(reader, request, several), *islice(words, MAX_WORDS))


def _is_enough(text: str) -> bool:
    """Whether a word has begun that is worth looking up; one sign may be a word in Chinese."""
    folded = fold_text(text)
    return len(folded) >= _MIN_LETTERS or (bool(folded) and not folded.isascii())


def _values(
    reader: IndexReader, request: SearchRequest, several: list[Typed]
) -> tuple[Suggestion, ...]:
    """The most frequent values, those that more of the typed words name first."""
    found: dict[tuple[Facet | None, str | None], Suggestion] = {}
    for typed in several:
        if typed.replaceable and len(found) < MAX_VALUES:
            for suggestion in _values_named(reader, request, typed):
                found.setdefault((suggestion.facet, suggestion.value), suggestion)
    return tuple(found.values())[:MAX_VALUES]


def _values_named(reader: IndexReader, request: SearchRequest, typed: Typed) -> list[Suggestion]:
    facets = (typed.facet,) if typed.facet else VALUE_FACETS
    named = {facet: reader.columns.facet(facet).find(typed.text) for facet in facets}
    if not any(map(len, named.values())):
        return []
    request = request.with_query(typed.before)
    counted = Counted(reader.columns, find_results(reader, request).documents)
    found = []
    for facet, numbers in named.items():
        column = reader.columns.facet(facet)
        counts = counted.counts(column).take(numbers)
        best = np.lexsort((column.label_ranks.take(numbers), -counts.astype(np.int64)))
        for place in best[: MAX_VALUES + 1].tolist():
            value = column.value(int(numbers[place]))
            narrowed = request.narrowed_to(facet, value.value)
            if counts[place] and narrowed != request:
                found.append(
                    Suggestion(
                        text=value.label,
                        count=int(counts[place]),
                        request=narrowed,
                        facet=facet,
                        value=value.value,
                        written=_written(column, int(numbers[place]), typed.text),
                    )
                )
    return sorted(found, key=lambda entry: (-entry.count, fold_text(entry.text)))[:MAX_VALUES]


def _written(column: FacetColumn, number: int, text: str) -> str | None:
    """The most frequent way of writing a value that begins so, unless its label does."""
    if column.written is None or begins(text, column.value(number).label):
        return None
    ways = (way for way, _ in column.written.of_value(number))
    return next((way for way in ways if begins(text, way)), None)


def _iter_words(reader: IndexReader, request: SearchRequest, typed: Typed) -> Iterator[Suggestion]:
    """Words of titles that begin as was typed and find something else, the most frequent first."""
    prefix = fold_text(typed.text)
    if typed.facet or " " in prefix:
        return
    seen = {stem(prefix)}
    for term in _frequent_terms(reader, prefix):
        root = stem(term)
        in_titles = root not in seen and term not in STOP_WORDS and reader.postings("title", root)
        if in_titles and len(in_titles.documents):
            seen.add(root)
            completed = request.with_query(f"{typed.before} {term}".strip())
            fits = len(completed.query) <= MAX_LENGTH
            count = count_results(reader, completed) if fits else 0
            if count:
                yield Suggestion(text=term, count=count, request=completed)


def _frequent_terms(reader: IndexReader, prefix: str) -> list[str]:
    """The words that begin so, those in most documents first."""
    found: Counter[str] = Counter()
    for terms, places, counts in reader.counted_terms(EXACT, prefix):
        for place in places_of_largest(counts, _TRIED).tolist():
            found[terms[places[place]]] += int(counts[place])
    return sorted(found, key=lambda term: (-found[term], term))
