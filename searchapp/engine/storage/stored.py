"""Articles as they are stored: compact JSON, deflated."""

import json
import zlib
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from searchapp.article import Article, FacetValue, Mention, Passage, Zone

_ZONES: Final = tuple(Zone)
_PLAIN: Final = ("id", "path", "text", "sha256", "title", "section", "agency", "source", "url")
_LEVEL: Final = 6


def encode_article(article: Article) -> bytes:
    """An article as bytes that `decode_article` reads back."""
    record: dict[str, Any] = {name: getattr(article, name) for name in (*_PLAIN, "language")}
    record["date"] = article.date.isoformat() if article.date else None
    record["date_mentions"] = [_mention(mention) for mention in article.date_mentions]
    record["passages"] = [(_ZONES.index(p.zone), p.start, p.end) for p in article.passages]
    for name in ("authors", "countries", "persons"):
        record[name] = [_value(value) for value in getattr(article, name)]
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), _LEVEL)


def decode_article(stored: bytes) -> Article:
    """The article that `encode_article` made these bytes of."""
    record: dict[str, Any] = json.loads(zlib.decompress(stored))
    day = record.pop("date")
    return Article(
        date=date.fromisoformat(day) if day else None,
        date_mentions=tuple(_read_mention(entry) for entry in record.pop("date_mentions")),
        passages=tuple(
            Passage(zone=_ZONES[zone], start=start, end=end)
            for zone, start, end in record.pop("passages")
        ),
        authors=tuple(_read_value(entry) for entry in record.pop("authors")),
        countries=tuple(_read_value(entry) for entry in record.pop("countries")),
        persons=tuple(_read_value(entry) for entry in record.pop("persons")),
        **record,
    )


def _mention(mention: Mention) -> tuple[int, int, int, str]:
    return _ZONES.index(mention.zone), mention.start, mention.end, mention.rule


def _read_mention(entry: Sequence[Any]) -> Mention:
    zone, start, end, rule = entry
    return Mention(zone=_ZONES[zone], start=start, end=end, rule=rule)


def _value(value: FacetValue) -> tuple[str, str, bool, list[tuple[int, int, int, str]]]:
    return value.value, value.label, value.about, [_mention(m) for m in value.mentions]


def _read_value(entry: Sequence[Any]) -> FacetValue:
    value, label, about, mentions = entry
    return FacetValue(
        value=value, label=label, about=about, mentions=tuple(_read_mention(m) for m in mentions)
    )
