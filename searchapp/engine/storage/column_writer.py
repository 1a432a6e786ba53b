"""The columns of a generation, gathered from its segments.

They are rebuilt with every generation, so removed documents leave no trace, and the spellings of
one person become one value.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from searchapp.engine.storage.analysis import fold_text
from searchapp.engine.storage.arrays import Array, Ints
from searchapp.engine.storage.columns import Mask
from searchapp.engine.storage.lexicon import string_arrays
from searchapp.engine.storage.segment import FacetValues, Segment
from searchapp.search.facets import VALUE_FACETS, Facet

_NONE = np.zeros(0, np.int32)

Renamed = Mapping[Facet, Mapping[str, str]]
"""For each facet, the name under which a raw value is shown; values that stay are left out."""


def build_columns(segments: Sequence[Segment], alive: Mask, renamed: Renamed) -> dict[str, Array]:
    """The arrays of the columns over these segments: the dead have no values."""
    ids = [document_id for segment in segments for document_id in segment.ids]
    ranks = np.empty(len(ids), np.int32)
    ranks[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids), dtype=np.int32)
    arrays: dict[str, Array] = {
        "alive": alive.astype(np.uint8),
        "dates": np.concatenate([segment.dates for segment in segments] or [_NONE]),
        "id_ranks": ranks,
    }
    for facet in VALUE_FACETS:
        names = renamed.get(facet, {})
        arrays |= _facet_arrays(facet, [segment.facet(facet) for segment in segments], alive, names)
    return arrays


def count_values(segments: Sequence[Segment], alive: Mask, facet: Facet) -> dict[str, int]:
    """How many living documents have each raw value of a facet."""
    counts: dict[str, int] = {}
    base = 0
    for segment in segments:
        column = segment.facet(facet)
        living = np.repeat(alive[base : base + len(segment)], np.diff(column.starts))
        totals = np.bincount(column.numbers[living], minlength=len(column.values))
        for value, total in zip(column.values, totals.tolist(), strict=True):
            if total:
                counts[value] = counts.get(value, 0) + total
        base += len(segment)
    return counts


def _facet_arrays(
    facet: Facet, parts: Sequence[FacetValues], alive: Mask, names: Mapping[str, str]
) -> dict[str, Array]:
    raw_labels = {
        value: label
        for part in parts
        for value, label in zip(part.values, part.labels, strict=True)
    }
    labels = {names.get(value, value): names.get(value, raw_labels[value]) for value in raw_labels}
    ordered = sorted(labels)
    numbers, starts = _living_values(parts, alive, names, ordered)
    used = np.unique(numbers)
    values = [ordered[number] for number in used.tolist()]
    numbers = np.searchsorted(used, numbers).astype(np.int32)
    owners = np.repeat(np.arange(len(alive), dtype=np.int32), np.diff(starts))
    order = np.argsort(numbers, kind="stable")
    totals = np.bincount(numbers, minlength=len(values))
    shown = [labels[value] for value in values]
    by_label = sorted(range(len(values)), key=lambda n: (fold_text(shown[n]), values[n]))
    label_ranks = np.empty(len(values), np.int32)
    label_ranks[by_label] = np.arange(len(values), dtype=np.int32)
    spellings = _spellings(values, shown, names)
    name = f"facet.{facet}"
    return {
        f"{name}.starts": starts,
        f"{name}.numbers": numbers,
        f"{name}.value_starts": np.concatenate([[0], np.cumsum(totals)]),
        f"{name}.documents": owners[order],
        f"{name}.label_ranks": label_ranks,
        f"{name}.spelled": np.array([spellings[text] for text in sorted(spellings)], np.int32),
        **string_arrays(f"{name}.spellings", sorted(spellings)),
        **string_arrays(f"{name}.values", values),
        **string_arrays(f"{name}.labels", shown),
    }


def _living_values(
    parts: Sequence[FacetValues], alive: Mask, names: Mapping[str, str], values: Sequence[str]
) -> tuple[Ints, Ints]:
    """The numbers of the living documents' values, once per document, and where each starts."""
    number_of = {value: number for number, value in enumerate(values)}
    numbers, owners, base = [_NONE], [_NONE], 0
    for part in parts:
        places = [number_of[names.get(value, value)] for value in part.values]
        numbers.append(np.array(places, np.int32)[part.numbers])
        count = len(part.starts) - 1
        owners.append(
            np.repeat(np.arange(base, base + count, dtype=np.int32), np.diff(part.starts))
        )
        base += count
    number, owner = np.concatenate(numbers), np.concatenate(owners)
    keys = owner.astype(np.int64) * max(1, len(values)) + number
    _, first = np.unique(keys, return_index=True)
    first = np.sort(first)
    kept = first[alive[owner[first]]]
    counts = np.bincount(owner[kept], minlength=len(alive))
    return number[kept], np.concatenate([[0], np.cumsum(counts)])


def _spellings(
    values: Sequence[str], labels: Sequence[str], names: Mapping[str, str]
) -> dict[str, int]:
    """Folded texts that lead to a value: other spellings first, so that its own name wins."""
    number_of = {value: number for number, value in enumerate(values)}
    renamed = ((raw, number_of.get(value)) for raw, value in sorted(names.items()))
    found = {fold_text(raw): number for raw, number in renamed if number is not None}
    for number, (value, label) in enumerate(zip(values, labels, strict=True)):
        found[fold_text(value)] = number
        found[fold_text(label)] = number
    found.pop("", None)
    return found
