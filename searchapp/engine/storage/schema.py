"""The fields of the index, and the Whoosh schema that says the same.

Every zone that is searched has two fields: stems for plain words ("body") and exact forms with
positions for phrases, prefixes and wildcards ("body_exact"). Names have exact forms only.
"""

from dataclasses import dataclass
from typing import Any, Final

from whoosh import fields, formats
from whoosh.analysis import Token, Tokenizer

from searchapp.article import Zone
from searchapp.engine.storage.analysis import STOP_WORDS, fold, iter_words, stem
from searchapp.search.facets import Facet
from searchapp.search.language import NAME_FIELDS

SCHEMA_VERSION: Final = 2

MISSING: Final = "missing"
"""The field that lists the facets in which an article has no value."""

PASSAGE_GAP: Final = 100
"""Positions between two passages, wider than any slop, so that no phrase spans them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A zone as a pair of fields; `boost` is its weight in ranking."""

    name: str
    zone: Zone
    boost: float

    @property
    def exact(self) -> str:
        """The name of its field of exact forms."""
        return f"{self.name}_exact"


TEXT_FIELDS: Final = (
    TextField(name="title", zone=Zone.HEADLINE, boost=3.0),
    TextField(name="lede", zone=Zone.LEDE, boost=1.5),
    TextField(name="body", zone=Zone.BODY, boost=1.0),
    TextField(name="caption", zone=Zone.CAPTION, boost=0.7),
    TextField(name="byline", zone=Zone.BYLINE, boost=0.5),
)
EXACT_FIELDS: Final = (*(field.exact for field in TEXT_FIELDS), *NAME_FIELDS)
CODE_FIELDS: Final = (Facet.COUNTRY.value, MISSING)
"""Fields whose values are single terms, kept as they are."""

_BY_QUERY_NAME: Final = {
    "text": TEXT_FIELDS,
    "title": tuple(field for field in TEXT_FIELDS if field.zone is Zone.HEADLINE),
    "body": tuple(field for field in TEXT_FIELDS if field.zone in (Zone.LEDE, Zone.BODY)),
    "caption": tuple(field for field in TEXT_FIELDS if field.zone is Zone.CAPTION),
}


def searched_fields(query_field: str) -> tuple[TextField, ...]:
    """The zones in which a field of the query language is searched; none for names."""
    return _BY_QUERY_NAME.get(query_field, ())


class WordAnalyzer(Tokenizer):  # type: ignore[misc]  # Whoosh has no types
    """The analysis of `analysis` in the form that Whoosh's fields want."""

    def __init__(self, *, stemmed: bool) -> None:
        self.stemmed = stemmed

    # Whoosh calls analyzers with whatever options it has at hand.
    def __call__(self, value: str, **options: Any) -> Any:
        """Yield a Whoosh token per word, stop words left out of stems."""
        token = Token(positions=True, chars=True, mode=options.get("mode", ""))
        for position, (word, start, end) in enumerate(iter_words(value)):
            exact = fold(word)
            if self.stemmed and exact in STOP_WORDS:
                continue
            token.text = token.original = stem(exact) if self.stemmed else exact
            token.boost, token.stopped, token.pos = 1.0, False, position
            token.startchar, token.endchar = start, end
            yield token


def build_schema() -> fields.Schema:
    """The Whoosh schema of the index."""
    schema = fields.Schema(id=fields.ID(unique=True, stored=True))
    for field in TEXT_FIELDS:
        stems = fields.TEXT(analyzer=WordAnalyzer(stemmed=True), phrase=False)
        stems.format = formats.Frequency()
        schema.add(field.name, stems)
    for name in EXACT_FIELDS:
        schema.add(name, fields.TEXT(analyzer=WordAnalyzer(stemmed=False), phrase=True))
    for name in CODE_FIELDS:
        schema.add(name, fields.KEYWORD(lowercase=False))
    schema.add(Facet.DATE.value, fields.NUMERIC(int, bits=32))
    return schema
