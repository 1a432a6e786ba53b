"""What changed from one generation to the next, by their columns: nothing is read again."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.renaming import Renaming
from searchapp.errors import IndexDamaged
from searchapp.search.changes import (
    CHANGED_FACETS,
    LISTED_ARTICLES,
    LISTED_VALUES,
    ArticleChange,
    ArticleChanges,
    Changes,
    FacetChanges,
    ValueChange,
)
from searchapp.search.facets import Facet

_FILE = "changes.json"


def compare_readers(before: IndexReader | None, after: IndexReader, since: str | None) -> Changes:
    """The changes from one open generation, or from nothing, to the next.

    Articles of segments that both share are the same; only the others are looked at one by one.
    """
    facets = tuple(_compare_facet(before, after, facet) for facet in CHANGED_FACETS)
    if before is None:
        none = ArticleChanges()
        added = ArticleChanges(total=after.article_count)
        return Changes(
            since=None, added=added, removed=none, redated=none, reattributed=none, facets=facets
        )
    same = frozenset[str]()
    if _author_names(before).same_as(_author_names(after)):
        same = frozenset(segment.name for segment in before.segments)
        same &= frozenset(segment.name for segment in after.segments)
    old, new = _documents(before, after, same), _documents(after, before, same)
    stayed = sorted(old.keys() & new.keys())
    dates = zip(_dates(before, old, stayed), _dates(after, new, stayed), strict=True)
    authors = zip(_authors(before, old, stayed), _authors(after, new, stayed), strict=True)
    return Changes(
        since=since,
        added=_list_articles(ArticleChange(id=name) for name in sorted(new.keys() - old.keys())),
        removed=_list_articles(ArticleChange(id=name) for name in sorted(old.keys() - new.keys())),
        redated=_list_articles(
            ArticleChange(id=name, before=_day(one), after=_day(other))
            for name, (one, other) in zip(stayed, dates, strict=True)
            if one != other
        ),
        reattributed=_list_articles(
            ArticleChange(id=name, before=", ".join(one), after=", ".join(other))
            for name, (one, other) in zip(stayed, authors, strict=True)
            if one != other
        ),
        facets=facets,
    )


def write_changes(folder: Path, changes: Changes) -> None:
    """Write down what changed with the generation in that folder."""
    text = json.dumps(asdict(changes), ensure_ascii=False, indent=1)
    (folder / _FILE).write_text(text, encoding="utf-8")


def read_changes(folder: Path) -> Changes:
    """What changed with the generation in that folder. Raises IndexDamaged."""
    path = folder / _FILE
    try:
        return _build_changes(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexDamaged(f"{path} cannot be read: {error}. Run `searchapp verify`.") from error


def _build_changes(record: Mapping[str, Any]) -> Changes:
    return Changes(
        since=record["since"],
        added=_read_articles(record["added"]),
        removed=_read_articles(record["removed"]),
        redated=_read_articles(record["redated"]),
        reattributed=_read_articles(record["reattributed"]),
        facets=tuple(
            FacetChanges(
                facet=Facet(entry["facet"]),
                gained=entry["gained"],
                lost=entry["lost"],
                listed=tuple(ValueChange(**value) for value in entry["listed"]),
            )
            for entry in record["facets"]
        ),
    )


def _list_articles(changes: Iterable[ArticleChange]) -> ArticleChanges:
    every = tuple(changes)
    return ArticleChanges(total=len(every), listed=every[:LISTED_ARTICLES])


def _read_articles(record: Mapping[str, object]) -> ArticleChanges:
    match record:
        case {"total": int(total), "listed": list(listed)}:
            return ArticleChanges(
                total=total, listed=tuple(ArticleChange(**entry) for entry in listed)
            )
    raise ValueError("these are no changes of articles")


def _author_names(reader: IndexReader) -> Renaming:
    return reader.columns.facet(Facet.AUTHOR).renaming


def _documents(reader: IndexReader, other: IndexReader, same: frozenset[str]) -> dict[str, int]:
    """The documents of articles by their ids, but for those alive in both in the same segments."""
    elsewhere = {name: alive for name, _, alive in _parts(other) if name in same}
    found: dict[str, int] = {}
    for segment, (name, base, alive) in zip(reader.segments, _parts(reader), strict=True):
        wanted = alive & ~elsewhere[name] if name in same else alive
        found |= {segment.ids[n]: base + n for n in np.flatnonzero(wanted).tolist()}
    return found


def _parts(reader: IndexReader) -> Iterator[tuple[str, int, Mask]]:
    """The name of each segment, its first document, and which of its documents are alive."""
    base = 0
    for segment in reader.segments:
        yield segment.name, base, reader.columns.alive[base : base + len(segment)]
        base += len(segment)


def _dates(reader: IndexReader, documents: Mapping[str, int], ids: Iterable[str]) -> list[int]:
    places = np.array([documents[name] for name in ids], np.int64)
    days: list[int] = reader.columns.dates[places].tolist()
    return days


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat() if ordinal > 0 else ""


def _authors(
    reader: IndexReader, documents: Mapping[str, int], ids: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    column = reader.columns.facet(Facet.AUTHOR)
    for name in ids:
        yield tuple(value.label for value in column.of_document(documents[name]))


def _compare_facet(before: IndexReader | None, after: IndexReader, facet: Facet) -> FacetChanges:
    old = _totals(before, facet) if before else {}
    new = _totals(after, facet)
    changed = [
        ValueChange(
            value=value,
            label=(new.get(value) or old[value])[0],
            before=old.get(value, ("", 0))[1],
            after=new.get(value, ("", 0))[1],
        )
        for value in old.keys() | new.keys()
        if old.get(value, ("", 0))[1] != new.get(value, ("", 0))[1]
    ]
    changed.sort(key=lambda value: (-abs(value.after - value.before), value.label, value.value))
    gained = sum(value.after > value.before for value in changed)
    return FacetChanges(
        facet=facet,
        gained=gained,
        lost=len(changed) - gained,
        listed=tuple(changed[:LISTED_VALUES]),
    )


def _totals(reader: IndexReader, facet: Facet) -> dict[str, tuple[str, int]]:
    """Each value's label and how many articles have it."""
    column = reader.columns.facet(facet)
    counted = zip(column.labels, column.totals().tolist(), strict=True)
    return dict(zip(column.values, counted, strict=True))
