"""Segments made one hold what a segment written from the living articles holds."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchapp.article import Article, FacetValue, Mention, Passage, Zone
from searchapp.engine.storage import posting_merging
from searchapp.engine.storage.documents import build_document
from searchapp.engine.storage.merging import merge_segments
from searchapp.engine.storage.schema import CODE_FIELDS, EXACT, STEMS
from searchapp.engine.storage.segment import Field, Segment
from searchapp.engine.storage.segment_writer import SegmentWriter
from searchapp.engine.storage.spellings import PEOPLE
from searchapp.search.facets import VALUE_FACETS
from searchapp.search.language import NAME_FIELDS

WORDS = ("storm", "storms", "The", "harbour", "rain", "Éire", "U.S.")
PEOPLE_NAMES = ("Mira Okafor", "Jan Novak")


@st.composite
def articles(draw: st.DrawFn) -> Article:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    text = " ".join(words)
    split = draw(st.integers(0, len(text)))
    people = draw(st.lists(st.sampled_from(PEOPLE_NAMES), unique=True))
    mention = Mention(zone=Zone.LEDE, start=0, end=len(words[0]), rule="a name")
    return Article(
        id="",
        path="a.txt",
        text=text,
        sha256=draw(st.sampled_from(["ab" * 32, ""])),
        title=draw(st.sampled_from(["Storm over harbour", ""])),
        passages=tuple(
            Passage(zone=zone, start=start, end=end)
            for zone, start, end in ((Zone.LEDE, 0, split), (Zone.BODY, split, len(text)))
            if start < end
        ),
        date=draw(st.sampled_from([None, date(2022, 12, 30)])),
        section=draw(st.sampled_from([None, "politics"])),
        persons=tuple(FacetValue(value=name, label=name, mentions=(mention,)) for name in people),
    )


def written(path: Path, part: list[Article], like: Segment | None = None) -> Segment:
    path.unlink(missing_ok=True)
    writer = SegmentWriter(like)
    for article in part:
        writer.add(build_document(article))
    writer.write(path)
    return Segment(path)


def field_of(field: Field) -> list[object]:
    """Everything a field says, as plain values."""
    found: list[object] = [field.lengths.tolist()]
    for place, term in enumerate(field.terms):
        row = [term, field.documents(place).tolist(), field.frequencies(place).tolist()]
        for values in (field.zones, field.positions):
            try:
                row.append(values(place).tolist())
            except KeyError:
                row.append(None)
        found.append(row)
    return found


def assert_same(found: Segment, expected: Segment) -> None:
    assert list(found.ids) == list(expected.ids)
    assert found.dates.tolist() == expected.dates.tolist()
    for number in range(len(expected)):
        assert found.article(number) == expected.article(number)
    for name in (EXACT, STEMS, *NAME_FIELDS, *CODE_FIELDS):
        assert field_of(found.field(name)) == field_of(expected.field(name)), name
    columns = [(one.facet(facet) for one in (found, expected)) for facet in VALUE_FACETS]
    columns += [(one.written(facet) for one in (found, expected)) for facet in PEOPLE]
    for one, other in columns:
        assert one.starts.tolist() == other.starts.tolist()
        assert [one.values[n] for n in one.numbers] == [other.values[n] for n in other.numbers]
        assert [one.labels[n] for n in one.numbers] == [other.labels[n] for n in other.numbers]


PARTS = st.lists(st.lists(st.tuples(articles(), st.booleans()), max_size=5), min_size=1, max_size=3)


@pytest.mark.parametrize("stretch", [1, 1 << 20], ids=["a term at a time", "all at once"])
@settings(deadline=None)
@given(PARTS)
def test_merged_segments_hold_what_one_written_of_the_living_holds(
    tmp_path_factory: pytest.TempPathFactory,
    stretch: int,
    parts: list[list[tuple[Article, bool]]],
) -> None:
    folder = tmp_path_factory.getbasetemp()
    named = [
        [(_with_id(article, f"{n}-{m}"), lives) for m, (article, lives) in enumerate(part)]
        for n, part in enumerate(parts)
    ]
    segments = [
        (written(folder / f"{n}.arrays", [article for article, _ in part]), _mask(part))
        for n, part in enumerate(named)
    ]
    living = [article for part in named for article, lives in part if lives]
    target = folder / "merged.arrays"
    target.unlink(missing_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(posting_merging, "_STRETCH", stretch)
        merge_segments(target, segments)
    assert_same(Segment(target), written(folder / "expected.arrays", living))


def test_articles_of_another_dictionary_come_back(tmp_path: Path) -> None:
    text = "The storm over the harbour is over. " * 90
    long = [_article(str(n), f"{n} {text}") for n in range(60)]
    short = [_article("x", "Rain.")]
    segments = [written(tmp_path / "a.arrays", short), written(tmp_path / "b.arrays", long)]
    assert segments[0].fronts.dictionary != segments[1].fronts.dictionary
    alive = [np.ones(len(segment), np.bool_) for segment in segments]
    merge_segments(tmp_path / "c.arrays", list(zip(segments, alive, strict=True)))
    merged = Segment(tmp_path / "c.arrays")
    assert merged.fronts.dictionary == segments[1].fronts.dictionary
    assert [merged.article(n) for n in range(61)] == [*short, *long]


def test_documents_beyond_the_first_block_are_found(tmp_path: Path) -> None:
    segments = [
        written(tmp_path / f"{n}.arrays", [_article(f"{n}-{m}", "storm") for m in range(40_000)])
        for n in range(2)
    ]
    alive = [np.ones(len(segment), np.bool_) for segment in segments]
    merge_segments(tmp_path / "c.arrays", list(zip(segments, alive, strict=True)))
    field = Segment(tmp_path / "c.arrays").field(EXACT)
    assert field.documents(0).tolist() == list(range(80_000))
    assert field.documents(0, 7).tolist() == list(range(7, 80_007))


def _article(name: str, text: str) -> Article:
    passages = (Passage(zone=Zone.BODY, start=0, end=len(text)),)
    return Article(id=name, path=name, text=text, sha256="", title="", passages=passages)


def _with_id(article: Article, name: str) -> Article:
    return Article(**{key: getattr(article, key) for key in Article.__slots__} | {"id": name})


def _mask(part: list[tuple[Article, bool]]) -> np.ndarray:
    return np.array([lives for _, lives in part], np.bool_)
