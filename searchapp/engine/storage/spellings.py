"""How the articles write the values of facets of people, with the number of articles of each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from searchapp.engine.storage.arrays import Array, ArrayFile
from searchapp.engine.storage.documents import Written
from searchapp.engine.storage.lexicon import Strings, string_arrays
from searchapp.search.facets import Facet

PEOPLE: Final = (Facet.AUTHOR, Facet.PERSON)
"""The facets whose values are people, and so are spelt in many ways."""

MAX_SPELLINGS: Final = 100
"""How many spellings of a value are kept, the most frequent ones."""

_BETWEEN = "\n"


def join_written(written: Written) -> str:
    """A value and its spelling as one string; a spelling has no line break."""
    return f"{written.value}{_BETWEEN}{written.spelling}"


def split_written(joined: str) -> Written:
    """What `join_written` made this string of."""
    value, _, spelling = joined.rpartition(_BETWEEN)
    return Written(value=value, spelling=spelling)


class Spellings:
    """The spellings of every value of a facet, by the value's number."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        """The spellings that `spelling_arrays` made under that name."""
        self._texts = Strings(file, f"{name}.texts")
        self._starts = file.ints(f"{name}.starts")
        self._counts = file.ints(f"{name}.counts")

    def of_value(self, number: int) -> tuple[tuple[str, int], ...]:
        """The spellings of a value with the number of articles of each, most frequent first."""
        return tuple(
            (self._texts[place], int(self._counts[place]))
            for place in range(self._starts[number], self._starts[number + 1])
        )

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Every spelling with the number of its value."""
        starts = self._starts.astype(np.int64)
        lengths = starts[1:] - starts[:-1]
        owners = np.repeat(np.arange(len(lengths)), lengths).tolist()
        return zip(owners, self._texts, strict=True)


def spelling_arrays(name: str, counts: Sequence[Mapping[str, int]]) -> dict[str, Array]:
    """The arrays that hold the spellings of each value with their counts."""
    ordered = [
        sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:MAX_SPELLINGS]
        for found in counts
    ]
    starts = np.zeros(len(ordered) + 1, np.int64)
    np.cumsum([len(found) for found in ordered], out=starts[1:])
    return {
        f"{name}.starts": starts,
        f"{name}.counts": np.array([count for found in ordered for _, count in found], np.int32),
        **string_arrays(f"{name}.texts", [text for found in ordered for text, _ in found]),
    }
