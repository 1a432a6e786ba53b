"""The columns of a generation, gathered from its segments.

They are rebuilt with every generation, so removed documents leave no trace, and the spellings of
one person become one value.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from searchapp.engine.copies.grouping import copy_arrays
from searchapp.engine.storage.analysis import fold_text
from searchapp.engine.storage.arrays import Array, Ints, narrow
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.lexicon import string_arrays
from searchapp.engine.storage.numbers import number_arrays, runs
from searchapp.engine.storage.renaming import Names, Renamed, renaming_arrays
from searchapp.engine.storage.segment import FacetValues, Segment
from searchapp.engine.storage.spellings import PEOPLE, spelling_arrays, split_written
from searchapp.engine.storage.value_counts import ValueCounts
from searchapp.search.facets import FACET_FIELDS, NONE, VALUE_FACETS, Facet
from searchapp.search.response import Value

_EMPTY = np.zeros(0, np.int32)


def build_columns(segments: Sequence[Segment], alive: Mask, renamed: Renamed) -> dict[str, Array]:
    """The arrays of the columns over these segments: the dead have no values."""
    arrays: dict[str, Array] = {"alive": alive.astype(np.uint8), **_order_arrays(segments)}
    arrays |= copy_arrays(segments, alive, arrays["newest_ranks"])
    for facet in VALUE_FACETS:
        names = renamed.get(facet, {})
        parts = [segment.facet(facet) for segment in segments]
        values, column = _facet_arrays(facet, parts, alive, names)
        arrays |= column | renaming_arrays(f"renaming.{facet}", names)
        if facet in PEOPLE:
            written = ValueCounts([segment.written(facet) for segment in segments], alive)
            spellings = _count_spellings(values, written.by_value, names)
            arrays |= spelling_arrays(f"spellings.{facet}", spellings)
    return arrays


def _order_arrays(segments: Sequence[Segment]) -> dict[str, Array]:
    """The documents by id, the day of each, and its place among all, newest first, then by id."""
    ids = [document_id for segment in segments for document_id in segment.ids]
    id_order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int32)
    dates = np.concatenate([segment.dates for segment in segments] or [_EMPTY])
    days, day_numbers = np.unique(dates, return_inverse=True)
    newest = id_order[np.argsort(-day_numbers[id_order], kind="stable")]
    newest_ranks = np.empty(len(ids), np.int32)
    newest_ranks[newest] = np.arange(len(ids), dtype=np.int32)
    return {
        "id_order": id_order,
        "newest_ranks": newest_ranks,
        "days": days,
        "day_numbers": narrow(day_numbers),
    }


def _facet_arrays(
    facet: Facet, parts: Sequence[FacetValues], alive: Mask, names: Names
) -> tuple[list[str], dict[str, Array]]:
    """The values of a facet, and its arrays."""
    name, none_label = f"facet.{facet}", FACET_FIELDS[facet].none_label
    shown_for = {
        raw: names.get(raw, (Value(value=raw, label=label),))
        for part in parts
        for raw, label in zip(part.values, part.labels, strict=True)
    }
    labels = {entry.value: entry.label for entries in shown_for.values() for entry in entries}
    ordered = sorted(labels)
    numbers, starts = _living_values(parts, alive, shown_for, ordered)
    used = np.unique(numbers)
    values = [ordered[number] for number in used.tolist()]
    numbers = np.searchsorted(used, numbers).astype(np.int32)
    numbers, starts = _with_none(numbers, starts, len(values))
    shown = [labels[value] for value in values]
    ways = _ways_to(values, shown, names)
    return values, {
        **number_arrays(name, numbers, starts, len(values) + 1),
        **_documents_by_value(name, numbers, starts, alive, len(values)),
        f"{name}.label_ranks": _label_ranks([*shown, none_label], [*values, NONE]),
        f"{name}.spelled": np.array([ways[text] for text in sorted(ways)], np.int32),
        **string_arrays(f"{name}.spellings", sorted(ways)),
        **string_arrays(f"{name}.values", values),
        **string_arrays(f"{name}.labels", shown),
    }


def _with_none(numbers: Ints, starts: Ints, none: int) -> tuple[Ints, Ints]:
    """The same numbers by document, with `none` for the documents without any."""
    lengths = np.diff(starts)
    ends = np.cumsum(np.maximum(lengths, 1))
    starts = np.concatenate([[0], ends])
    filled = np.full(starts[-1], none, np.int32)
    filled[runs(starts[:-1], lengths)] = numbers
    return filled, starts


def _documents_by_value(
    name: str, numbers: Ints, starts: Ints, alive: Mask, none: int
) -> dict[str, Array]:
    """The living documents with each number, and last, those with `none`."""
    owners = np.repeat(np.arange(len(alive), dtype=np.int32), np.diff(starts))
    living = alive[owners]
    numbers, owners = numbers[living], owners[living]
    totals = np.bincount(numbers, minlength=none + 1)
    return {
        f"{name}.value_starts": narrow(np.concatenate([[0], np.cumsum(totals)])),
        f"{name}.documents": owners[np.argsort(numbers, kind="stable")],
    }


def _label_ranks(labels: Sequence[str], values: Sequence[str]) -> Ints:
    """The place of each value in the order of the labels, without case and accents."""
    by_label = sorted(range(len(values)), key=lambda n: (fold_text(labels[n]), values[n]))
    ranks = np.empty(len(values), np.int32)
    ranks[by_label] = np.arange(len(values), dtype=np.int32)
    return ranks


def _living_values(
    parts: Sequence[FacetValues], alive: Mask, shown_for: Names, values: Sequence[str]
) -> tuple[Ints, Ints]:
    """The numbers of the living documents' values, once per document, and where each starts."""
    number_of = {value: number for number, value in enumerate(values)}
    numbers, owners, base = [_EMPTY], [_EMPTY], 0
    for part in parts:
        shown = [shown_for[raw] for raw in part.values]
        flat = [number_of[entry.value] for entries in shown for entry in entries]
        lengths = np.array([len(entries) for entries in shown], np.int64)
        places = runs((np.cumsum(lengths) - lengths)[part.numbers], lengths[part.numbers])
        numbers.append(np.array(flat, np.int32)[places])
        count = len(part.starts) - 1
        owner = np.repeat(np.arange(base, base + count, dtype=np.int32), np.diff(part.starts))
        owners.append(np.repeat(owner, lengths[part.numbers]))
        base += count
    number, owner = np.concatenate(numbers), np.concatenate(owners)
    keys = owner.astype(np.int64) * max(1, len(values)) + number
    _, first = np.unique(keys, return_index=True)
    first = np.sort(first)
    kept = first[alive[owner[first]]]
    counts = np.bincount(owner[kept], minlength=len(alive))
    return number[kept], np.concatenate([[0], np.cumsum(counts)])


def _ways_to(values: Sequence[str], labels: Sequence[str], names: Names) -> dict[str, int]:
    """Folded texts that lead to a value: other spellings first, so that its own name wins."""
    number_of = {value: number for number, value in enumerate(values)}
    found = {}
    for raw, shown in sorted(names.items()):
        if len(shown) == 1 and shown[0].value in number_of:
            found[fold_text(raw)] = number_of[shown[0].value]
    for number, (value, label) in enumerate(zip(values, labels, strict=True)):
        found[fold_text(value)] = number
        found[fold_text(label)] = number
    found.pop("", None)
    return found


def _count_spellings(
    values: Sequence[str], written: Mapping[str, int], names: Names
) -> list[dict[str, int]]:
    """For each value, how many articles write it in which way; split names are no spellings."""
    number_of = {value: number for number, value in enumerate(values)}
    counts: list[dict[str, int]] = [{} for _ in values]
    for joined, count in written.items():
        entry = split_written(joined)
        shown = [value.value for value in names[entry.value]] if entry.value in names else None
        targets = [entry.value] if shown is None else shown
        if len(targets) == 1 and targets[0] in number_of:
            found = counts[number_of[targets[0]]]
            found[entry.spelling] = found.get(entry.spelling, 0) + count
    return counts
