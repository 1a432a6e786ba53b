"""Which values of a facet are shown in place of those that extraction found."""

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np

from searchapp.engine.storage.arrays import Array, ArrayFile
from searchapp.engine.storage.lexicon import Lexicon, Strings, string_arrays
from searchapp.search.facets import Facet
from searchapp.search.response import Value

Names: TypeAlias = Mapping[str, tuple[Value, ...]]
"""What is shown in place of each raw value: one value, several, or none at all."""

Renamed: TypeAlias = Mapping[Facet, Names]
"""The names of each facet; raw values that stay as they are are left out."""


class Renaming:
    """The names of one facet, stored."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        """The names that `renaming_arrays` made under that name."""
        self._raw = Lexicon(file, f"{name}.raw")
        self._starts = file.ints(f"{name}.starts")
        self._values = Strings(file, f"{name}.values")
        self._labels = Strings(file, f"{name}.labels")

    def same_as(self, other: "Renaming") -> bool:
        """Whether the same is shown in place of the same raw values."""
        return (
            self._starts.tolist() == other._starts.tolist()
            and list(self._raw) == list(other._raw)
            and list(self._values) == list(other._values)
            and list(self._labels) == list(other._labels)
        )

    def of_raw(self, raw: str) -> tuple[Value, ...] | None:
        """What is shown in place of a raw value; None when it stays as it is."""
        place = self._raw.find(raw)
        if place is None:
            return None
        return tuple(
            Value(value=self._values[n], label=self._labels[n])
            for n in range(self._starts[place], self._starts[place + 1])
        )


def renaming_arrays(name: str, names: Names) -> dict[str, Array]:
    """The arrays that hold the names of a facet."""
    raw = sorted(names)
    starts = np.zeros(len(raw) + 1, np.int64)
    np.cumsum([len(names[value]) for value in raw], out=starts[1:])
    shown = [value for old in raw for value in names[old]]
    return {
        f"{name}.starts": starts,
        **string_arrays(f"{name}.raw", raw),
        **string_arrays(f"{name}.values", [value.value for value in shown]),
        **string_arrays(f"{name}.labels", [value.label for value in shown]),
    }
