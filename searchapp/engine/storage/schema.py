"""The fields of the index, and the Whoosh schema that says the same.

The text of all zones that are searched is in two fields: stems for plain words ("text") and exact
forms with positions for phrases, prefixes and wildcards ("exact"). Each posting knows the zones it
stands in, and words of some zones weigh more; "body" and "body_exact" are what of these stands in
the body. Names have exact forms only.
"""

from dataclasses import dataclass
from typing import Any, Final

from whoosh import fields, formats
from whoosh.analysis import Token, Tokenizer

from searchapp.article import Zone
from searchapp.engine.storage.analysis import STOP_WORDS, fold, iter_words, stem
from searchapp.search.facets import Facet
from searchapp.search.language import NAME_FIELDS

SCHEMA_VERSION: Final = 5

STEMS: Final = "text"
"""The field of the stems of all zones, with weighted frequencies and lengths."""

EXACT: Final = "exact"
"""The field of the exact forms of all zones, with positions that run through them in order."""

WEIGHT_UNIT: Final = 4
"""What a word of the body weighs: frequencies and lengths of the field of stems are whole."""

MISSING: Final = "missing"
"""The field that lists the facets in which an article has no value."""

PASSAGE_GAP: Final = 100
"""Positions between two passages, wider than any slop, so that no phrase spans them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A zone that is searched; `boost` is its weight in ranking."""

    name: str
    zone: Zone
    boost: float

    @property
    def weight(self) -> int:
        """What a word of the zone counts in weighted frequencies, in `WEIGHT_UNIT`s."""
        return max(1, round(self.boost * WEIGHT_UNIT))


TEXT_FIELDS: Final = (
    TextField(name="title", zone=Zone.HEADLINE, boost=2.5),
    TextField(name="lede", zone=Zone.LEDE, boost=1.5),
    TextField(name="body", zone=Zone.BODY, boost=1.0),
    TextField(name="caption", zone=Zone.CAPTION, boost=0.75),
    TextField(name="byline", zone=Zone.BYLINE, boost=0.5),
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneField:
    """A stored field, as far as it stands in some zones.

    `zones` has a bit for each, as `Field.zones` has it; all its statistics are the stored field's.
    """

    stored: str
    zones: int


def _zone_bits(*zones: Zone) -> int:
    return sum(1 << n for n, field in enumerate(TEXT_FIELDS) if field.zone in zones)


_ZONES_OF: Final = {
    "title": _zone_bits(Zone.HEADLINE),
    "body": _zone_bits(Zone.LEDE, Zone.BODY),
    "caption": _zone_bits(Zone.CAPTION),
}
ZONE_FIELDS: Final = {
    **{name: ZoneField(stored=STEMS, zones=zones) for name, zones in _ZONES_OF.items()},
    **{f"{name}_exact": ZoneField(stored=EXACT, zones=zones) for name, zones in _ZONES_OF.items()},
}
"""The fields of the query language that are searched in a part of the text, by their names."""


STEM_FIELDS: Final = (STEMS, *_ZONES_OF)
"""All fields of stems, those of some zones too."""

EXACT_FIELDS: Final = (EXACT, *(f"{name}_exact" for name in _ZONES_OF), *NAME_FIELDS)
"""All fields of exact forms with positions, those of some zones too."""


def exact_field(field: str) -> str:
    """The field of exact forms beside a field of stems."""
    return EXACT if field == STEMS else f"{field}_exact"


def stored_field(field: str) -> str:
    """The stored field in which a field is looked up: itself, but for those of some zones."""
    return ZONE_FIELDS[field].stored if field in ZONE_FIELDS else field


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
    for name in STEM_FIELDS:
        stems = fields.TEXT(analyzer=WordAnalyzer(stemmed=True), phrase=False)
        stems.format = formats.Frequency()
        schema.add(name, stems)
    for name in EXACT_FIELDS:
        schema.add(name, fields.TEXT(analyzer=WordAnalyzer(stemmed=False), phrase=True))
    for name in CODE_FIELDS:
        schema.add(name, fields.KEYWORD(lowercase=False))
    schema.add(Facet.DATE.value, fields.NUMERIC(int, bits=32))
    return schema
