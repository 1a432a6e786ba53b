"""The leaves of a query tree to documents and scores: words, phrases, patterns, codes, dates."""

import numpy as np
from whoosh import query as wq

from searchapp.engine.evaluation.expansion import Pattern, expand
from searchapp.engine.evaluation.matches import NOTHING, locate
from searchapp.engine.evaluation.phrases import match_phrase
from searchapp.engine.evaluation.scoring import score_term
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import Found, IndexReader
from searchapp.engine.storage.schema import MISSING, ZONE_FIELDS, stored_field
from searchapp.engine.storage.terms import TermPostings
from searchapp.search.facets import VALUE_FACETS, Facet


def find_term(reader: IndexReader, node: wq.Term) -> Found:
    """The documents of a word."""
    return _scored(reader, node.fieldname, reader.postings(node.fieldname, node.text))


def find_phrase(reader: IndexReader, node: wq.Phrase) -> Found:
    """The documents with the words in their order; each word scores as on its own."""
    field = stored_field(node.fieldname)
    words = [reader.occurrences(field, word) for word in node.words]
    found = [word for word in words if word is not None]
    if len(found) < len(words) or not words:
        return NOTHING.documents, NOTHING.scores
    documents, positions = match_phrase(found, node.slop, len(reader))
    if node.fieldname in ZONE_FIELDS:
        zones = np.left_shift(1, reader.zones_at(field, documents, positions))
        documents = documents[(zones & ZONE_FIELDS[node.fieldname].zones) != 0]
    documents = documents[np.diff(documents, prepend=-1) > 0]
    scores = np.zeros(len(documents))
    for word in found:
        _, rows = locate(documents, word.documents, len(reader))
        weights = reader.weights(field, word, rows)
        scores += score_term(reader, field, documents, weights, len(word.documents))
    return documents, scores


def find_pattern(reader: IndexReader, node: Pattern) -> Found:
    """The documents with any of the words that a pattern stands for, scored as one word."""
    postings = reader.joined(node.fieldname, lambda lexicon: expand(lexicon, node))
    return _scored(reader, node.fieldname, postings)


def find_codes(reader: IndexReader, node: wq.Term) -> Ints:
    """The documents with a country, or without a value in a facet, as the columns have them.

    The postings know nothing of names that were merged, split or dropped afterwards.
    """
    columns = reader.columns
    if node.fieldname == MISSING and node.text == Facet.DATE:
        return np.flatnonzero(columns.date.undated())
    if node.fieldname == MISSING and node.text not in VALUE_FACETS:
        return NOTHING.documents
    if node.fieldname == MISSING:
        column = columns.facet(Facet(node.text))
        return column.documents(column.none).astype(np.int64)
    column = columns.facet(Facet(node.fieldname))
    number = column.resolve(node.text)
    return NOTHING.documents if number is None else column.documents(number).astype(np.int64)


def find_dates(reader: IndexReader, node: wq.NumericRange) -> Ints:
    """The documents dated from one day to another, both included."""
    column = reader.columns.date
    return np.flatnonzero(column.dated(column.between(node.start, node.end)))


def _scored(reader: IndexReader, field: str, postings: TermPostings | None) -> Found:
    if postings is None:
        return NOTHING.documents, NOTHING.scores
    documents = postings.documents.astype(np.int64)
    scores = score_term(reader, field, documents, postings.weights, postings.document_frequency)
    return documents, scores
