"""What changed from one generation to the next, by their columns: nothing is read again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from searchapp.engine.storage.reader import IndexReader
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
    """The changes from one open generation, or from nothing, to the next."""
    old = before.documents_by_id if before else {}
    new = after.documents_by_id
    facets = tuple(_compare_facet(before, after, facet) for facet in CHANGED_FACETS)
    if before is None:
        none = ArticleChanges()
        added = ArticleChanges(total=len(new))
        return Changes(
            since=None, added=added, removed=none, redated=none, reattributed=none, facets=facets
        )
    stayed = sorted(old.keys() & new.keys())
    dates = zip(_dates(before, stayed), _dates(after, stayed), strict=True)
    authors = zip(_authors(before, stayed), _authors(after, stayed), strict=True)
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
    """What changed with the generation in that folder."""
    record = json.loads((folder / _FILE).read_text(encoding="utf-8"))
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


def _dates(reader: IndexReader, ids: list[str]) -> list[int]:
    dates = reader.columns.dates.tolist()
    return [dates[reader.documents_by_id[name]] for name in ids]


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat() if ordinal > 0 else ""


def _authors(reader: IndexReader, ids: list[str]) -> list[tuple[str, ...]]:
    column = reader.columns.facet(Facet.AUTHOR)
    labels, numbers = list(column.labels), column.by_document()
    return [tuple(labels[n] for n in numbers[reader.documents_by_id[name]]) for name in ids]


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
