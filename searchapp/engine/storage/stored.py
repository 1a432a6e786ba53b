"""Articles as they are stored, in two parts: what a page of results needs, and the evidence.

The *front* has the text and everything a hit shows; the *evidence* has the facets' values with
their mentions. Both are JSON, without names and with places as distances; the text follows the
front's line of JSON as it is.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any, Final

from searchapp.article import Article, FacetValue, Mention, Passage, Zone

_ZONES: Final = tuple(Zone)
_NUMBER_OF: Final = {zone: number for number, zone in enumerate(_ZONES)}
_TO_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode_front(article: Article) -> bytes:
    """What `decode_front` reads back: an article without its evidence."""
    places: list[int] = []
    last = 0
    for passage in article.passages:
        places += (_NUMBER_OF[passage.zone], passage.start - last, passage.end - passage.start)
        last = passage.end
    line = _TO_JSON(
        (
            article.id,
            None if article.path == article.id else article.path,
            article.title,
            article.date and article.date.toordinal(),
            article.section,
            article.agency,
            article.source,
            article.url,
            article.language,
            places,
        )
    )
    return f"{line}\n{article.text}".encode()


def decode_front(stored: bytes) -> Article:
    """An article without its evidence: no values, no mentions, no hash."""
    line, _, text = stored.decode().partition("\n")
    article_id, path, title, day, section, agency, source, url, language, places = json.loads(line)
    return Article(
        id=article_id,
        path=article_id if path is None else path,
        text=text,
        sha256="",
        title=title,
        passages=_read_passages(places),
        date=date.fromordinal(day) if day else None,
        section=section,
        agency=agency,
        source=source,
        url=url,
        language=language,
    )


def encode_evidence(article: Article) -> bytes:
    """What `decode_evidence` reads back: an article's values and where they stand in its text."""
    values = (article.authors, article.countries, article.persons)
    lists = [[_value(value) for value in facet] for facet in values]
    return _TO_JSON([_mentions(article.date_mentions), *lists]).encode()


def decode_evidence(front: Article, sha256: str, stored: bytes) -> Article:
    """The whole article, of its two parts and its file's hash."""
    date_mentions, authors, countries, persons = json.loads(stored)
    return Article(
        id=front.id,
        path=front.path,
        text=front.text,
        sha256=sha256,
        title=front.title,
        passages=front.passages,
        date=front.date,
        date_mentions=_read_mentions(date_mentions),
        section=front.section,
        agency=front.agency,
        source=front.source,
        url=front.url,
        language=front.language,
        authors=tuple(map(_read_value, authors)),
        countries=tuple(map(_read_value, countries)),
        persons=tuple(map(_read_value, persons)),
    )


def _read_passages(places: Sequence[int]) -> tuple[Passage, ...]:
    found, last = [], 0
    for zone, gap, length in zip(places[::3], places[1::3], places[2::3], strict=True):
        start = last + gap
        last = start + length
        found.append(Passage(_ZONES[zone], start, last))
    return tuple(found)


def _mentions(mentions: Iterable[Mention]) -> list[int | str]:
    return list(
        chain.from_iterable(
            (_NUMBER_OF[mention.zone], mention.start, mention.end - mention.start, mention.rule)
            for mention in mentions
        )
    )


def _read_mentions(flat: Sequence[Any]) -> tuple[Mention, ...]:
    rows = zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True)
    return tuple(
        Mention(zone=_ZONES[zone], start=start, end=start + length, rule=rule)
        for zone, start, length, rule in rows
    )


def _value(value: FacetValue) -> tuple[str, str | None, int, list[int | str]]:
    label = None if value.label == value.value else value.label
    return value.value, label, int(value.about), _mentions(value.mentions)


def _read_value(entry: Sequence[Any]) -> FacetValue:
    value, label, about, mentions = entry
    return FacetValue(
        value=value,
        label=value if label is None else label,
        about=bool(about),
        mentions=_read_mentions(mentions),
    )
