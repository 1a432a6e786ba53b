"""Columns of facets count as a loop over the documents does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.storage.arrays import ArrayFile, write_arrays
from searchapp.engine.storage.column_writer import build_columns
from searchapp.engine.storage.columns import Columns
from searchapp.engine.storage.documents import build_document
from searchapp.engine.storage.segment import Segment
from searchapp.engine.storage.segment_writer import SegmentWriter
from searchapp.engine.storage.value_counts import ValueCounts
from searchapp.search.facets import NONE, Facet
from searchapp.search.periods import Level
from searchapp.search.response import Value
from tests.contract.articles import build_article

NAMES = ("Xi Jinping", "Jinping", "Anna Müller", "ANNA MULLER", "Zoë", "—")
People = Sequence[Sequence[str]]
"""The names of each document of a segment."""

PEOPLE = st.lists(st.lists(st.sampled_from(NAMES), max_size=3, unique=True), min_size=1, max_size=5)
RENAMED = st.dictionaries(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from([*NAMES, "Xi"]), max_size=2, unique=True),
    max_size=3,
)
"""One name, several or none for a raw one."""


def build_segments(folder: Path, people: Sequence[People]) -> list[Segment]:
    for old in folder.glob("*.arrays"):
        old.unlink()
    segments = []
    for number, names in enumerate(people):
        writer = SegmentWriter()
        for document, persons in enumerate(names):
            article = build_article(f"{number}-{document}", body="Text.", persons=persons)
            writer.add(build_document(article))
        path = folder / f"segment-{number:06}.arrays"
        writer.write(path)
        segments.append(Segment(path))
    return segments


def open_columns(
    folder: Path,
    segments: Sequence[Segment],
    alive: Sequence[bool],
    renamed: Mapping[str, Sequence[str]] | None = None,
) -> Columns:
    shown = {
        raw: tuple(Value(value=name, label=name) for name in names)
        for raw, names in (renamed or {}).items()
    }
    names = {Facet.PERSON: shown}
    arrays = build_columns(segments, np.array(alive, np.bool_), names)
    write_arrays(folder / "columns.arrays", arrays)
    return Columns(ArrayFile(folder / "columns.arrays"))


@given(st.lists(PEOPLE, max_size=3), RENAMED, st.data())
def test_columns_hold_and_count_what_a_loop_counts(
    tmp_path_factory: pytest.TempPathFactory,
    people: Sequence[People],
    renamed: Mapping[str, Sequence[str]],
    draw: st.DataObject,
) -> None:
    folder = tmp_path_factory.getbasetemp()
    segments = build_segments(folder, people)
    documents = [names for part in people for names in part]
    flags = st.lists(st.booleans(), min_size=len(documents), max_size=len(documents))
    alive, chosen = draw.draw(flags), draw.draw(flags)
    columns = open_columns(folder, segments, alive, renamed)
    column = columns.facet(Facet.PERSON)
    expected = [
        list(dict.fromkeys(new for name in names for new in renamed.get(name, [name])))
        if living
        else []
        for names, living in zip(documents, alive, strict=True)
    ]

    assert list(column.values) == sorted({name for names in expected for name in names})
    assert list(column.labels) == list(column.values)
    for document, names in enumerate(expected):
        assert [value.value for value in column.of_document(document)] == names
    for number, value in enumerate(column.values):
        holders = [n for n, names in enumerate(expected) if value in names]
        assert column.documents(number).tolist() == holders
    living = [n for n, kept in enumerate(alive) if kept]
    assert column.documents(column.none).tolist() == [n for n in living if not expected[n]]
    values = [*column.values, NONE]
    for documents, found in (
        (living, column.all_counts),
        (counted := [n for n in living if chosen[n]], column.counts(np.array(counted, np.int64))),
    ):
        counts = Counter(name for n in documents for name in expected[n] or [NONE])
        assert found.tolist() == [counts[value] for value in values]
    numbers, found = column.occurring(np.array(counted, np.int64))
    counts = Counter(name for n in counted for name in expected[n] or [NONE])
    assert {values[n]: count for n, count in zip(numbers, found, strict=True)} == counts
    assert columns.alive.tolist() == alive


@given(st.lists(PEOPLE, max_size=3), st.data())
def test_raw_values_are_counted_over_the_living(
    tmp_path_factory: pytest.TempPathFactory, people: Sequence[People], draw: st.DataObject
) -> None:
    segments = build_segments(tmp_path_factory.getbasetemp(), people)
    documents = [names for part in people for names in part]
    alive = draw.draw(st.lists(st.booleans(), min_size=len(documents), max_size=len(documents)))
    expected = Counter(
        name for names, living in zip(documents, alive, strict=True) if living for name in names
    )
    columns = [segment.facet(Facet.PERSON) for segment in segments]
    counts = ValueCounts(columns, np.array(alive, np.bool_))
    assert counts.by_value == expected
    wanted = draw.draw(st.frozensets(st.sampled_from([*NAMES, "Nobody"])))
    having = [n for n, names in enumerate(documents) if alive[n] and wanted & set(names)]
    assert counts.count_any(wanted) == len(having)


def test_values_are_resolved_by_any_spelling(tmp_path: Path) -> None:
    people = [[["Xi Jinping"], ["Jinping Xi"], ["Anna Müller"], ["—"]]]
    segments = build_segments(tmp_path, people)
    columns = open_columns(tmp_path, segments, [True] * 4, {"Jinping Xi": ["Xi Jinping"]})
    column = columns.facet(Facet.PERSON)

    def resolved(text: str) -> str | None:
        number = column.resolve(text)
        return None if number is None else column.values[number]

    assert resolved("Xi Jinping") == "Xi Jinping"
    assert resolved("jinping XI") == "Xi Jinping"
    assert resolved("anna muller") == "Anna Müller"
    assert resolved("—") == "—"
    assert resolved("***") is None
    assert resolved("Nobody") is None


def test_labels_are_ranked_without_case_and_accents(tmp_path: Path) -> None:
    segments = build_segments(tmp_path, [[["Zoë", "élan", "Anna", "Elan"]]])
    column = open_columns(tmp_path, segments, [True]).facet(Facet.PERSON)
    ranked = sorted(range(5), key=column.label_ranks.tolist().__getitem__)
    labels = [*column.labels, "No person"]
    assert [labels[number] for number in ranked] == ["Anna", "Elan", "élan", "No person", "Zoë"]


def test_documents_are_in_the_order_of_their_ids_over_all_segments(tmp_path: Path) -> None:
    first, second = build_segments(tmp_path, [[[], []], [[]]])
    columns = open_columns(tmp_path, [second, first], [True] * 3)
    assert columns.id_order.tolist() == [1, 2, 0]
    assert columns.newest_ranks.tolist() == [2, 0, 1]


DAYS = ["2021-12-31", None, "2022-01-01", "2022-03-05", "2022-01-01", "0001-01-01", "9999-12-31"]


@pytest.fixture
def dated(tmp_path: Path) -> Columns:
    """A document for each of the days above; their ids are in the reverse order."""
    writer = SegmentWriter()
    for number, day in enumerate(DAYS):
        writer.add(build_document(build_article(f"{9 - number}", body="Text.", day=day)))
    writer.write(tmp_path / "segment-000001.arrays")
    segment = Segment(tmp_path / "segment-000001.arrays")
    return open_columns(tmp_path, [segment], [True] * len(DAYS))


def ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def test_days_are_numbered_in_their_order(dated: Columns) -> None:
    assert dated.dates.tolist() == [ordinal(day) or 0 for day in DAYS]
    assert dated.date.has_undated
    assert dated.date.undated().tolist() == [day is None for day in DAYS]
    assert dated.date.all_counts.tolist() == [1, 1, 1, 2, 1, 1]
    assert dated.newest_ranks.tolist() == [4, 6, 3, 1, 2, 5, 0]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        ("2022-01-01", None),
        (None, "2022-01-01"),
        ("2022-01-01", "2022-01-01"),
        ("2022-01-02", "2022-02-01"),
        ("2022-02-01", "2022-01-01"),
    ],
)
def test_documents_between_two_days(dated: Columns, first: str | None, last: str | None) -> None:
    found = dated.date.dated(dated.date.between(ordinal(first), ordinal(last))).tolist()
    since, until = first or "0001-01-01", last or "9999-12-31"
    assert found == [day is not None and since <= day <= until for day in DAYS]


def test_days_fall_into_years_and_months(dated: Columns) -> None:
    names, starts = dated.date.years
    assert dict(zip(names, starts.tolist(), strict=True)) == {
        "0001": 0,
        "2021": 1,
        "2022": 2,
        "9999": 4,
    }
    inside = dated.date.between(ordinal("2022-01-01"), ordinal("2022-12-31"))
    names, starts = dated.date.periods(inside, Level.MONTH)
    assert (names, starts.tolist()) == (["2022-01", "2022-03"], [0, 1])


def test_what_stands_for_a_raw_name_is_kept(tmp_path: Path) -> None:
    segments = build_segments(tmp_path, [[["Smith and Jones", "Mother Jones", "Zoë"]]])
    renamed = {"Smith and Jones": ["A. Smith", "B. Jones"], "Mother Jones": []}
    renaming = open_columns(tmp_path, segments, [True], renamed).facet(Facet.PERSON).renaming
    shown = renaming.of_raw("Smith and Jones")
    assert shown is not None and [value.label for value in shown] == ["A. Smith", "B. Jones"]
    assert renaming.of_raw("Mother Jones") == ()
    assert renaming.of_raw("Zoë") is None


def test_a_name_that_was_split_leads_to_none_of_its_parts(tmp_path: Path) -> None:
    segments = build_segments(tmp_path, [[["Smith and Jones"]]])
    renamed = {"Smith and Jones": ["A. Smith", "B. Jones"]}
    column = open_columns(tmp_path, segments, [True], renamed).facet(Facet.PERSON)
    assert column.resolve("Smith and Jones") is None


def test_spellings_are_counted_over_the_living(tmp_path: Path) -> None:
    people = [[["Xi Jinping"], ["Jinping Xi", "Zoë"], ["Jinping Xi"], ["Jinping Xi"]]]
    segments = build_segments(tmp_path, people)
    renamed = {"Jinping Xi": ["Xi Jinping"]}
    columns = open_columns(tmp_path, segments, [True, True, True, False], renamed)
    column = columns.facet(Facet.PERSON)
    assert column.written is not None
    number = column.values.find("Xi Jinping")
    assert number is not None
    assert column.written.of_value(number) == (("Jinping Xi", 2), ("Xi Jinping", 1))
