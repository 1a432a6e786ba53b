"""Stock Whoosh reads the same index and gives the same documents with the same scores."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from io import UnsupportedOperation
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as wq
from whoosh.filedb.filestore import RamStorage
from whoosh.searching import Searcher

from searchapp.article import Article
from searchapp.engine.evaluation.binding import bind_query
from searchapp.engine.stock.codec import open_whoosh
from searchapp.engine.stock.query import build_stock_query
from searchapp.engine.storage.documents import build_document
from searchapp.engine.storage.reader import IndexReader
from searchapp.engine.storage.schema import (
    CODE_FIELDS,
    EXACT_FIELDS,
    MISSING,
    PASSAGE_GAP,
    STEM_FIELDS,
    STEMS,
    TEXT_FIELDS,
    WEIGHT_UNIT,
    WordAnalyzer,
    build_schema,
    exact_field,
)
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.language import NAME_FIELDS, parse_query
from tests.contract.articles import build_article
from tests.contract.stock import (
    Publications,
    assert_same,
    build_reader,
    evaluated,
    publications,
    searched,
    trees,
)
from tests.contract.strategies import QUERIES, archives

STORM = build_article(
    "storm",
    title="Storm over Zürich",
    body=("A storm, and then a storms’ storm.", "The rain stayed."),
    day="2022-12-30",
    countries=["DE"],
    persons=["Xi Jinping", "Anna Müller"],
)
RAIN = build_article("rain", title="Rain", body="Rain and more rain.", day="2021-01-01")
CAFE = build_article("cafe", title="A café", body="Rain on a stormy café.", countries=["RU", "DE"])
LAST = build_article("last", title="Storms", body="The last storm of the year.", day="2022-12-31")


OTHERS = [build_article(f"other-{n}", title="Other", body="Nothing else.") for n in range(4)]
RAIN_AGAIN = build_article("rain", title="Rain", body="Rain again.", day="2021-01-01")

# Building an index takes long, asking it does not.
few_indexes = settings(max_examples=settings.default.max_examples // 3)


@pytest.fixture
def reader(tmp_path: Path) -> IndexReader:
    """Two segments; the article “rain” of the first is replaced, “last” removed."""
    first = STORM, RAIN, CAFE, LAST, *OTHERS
    return build_reader(tmp_path, [(first, []), ([RAIN_AGAIN], ["last"])])


@pytest.fixture
def searcher(reader: IndexReader) -> Searcher:
    return open_whoosh(reader)


@few_indexes
@given(publications(), st.lists(trees(), min_size=1, max_size=15))
def test_any_tree_finds_and_scores_the_same(
    changes: Publications, queries: Sequence[wq.Query]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reader = build_reader(Path(folder), changes)
        searcher = open_whoosh(reader)
        for tree in queries:
            assert_same(reader, searcher, tree)


@few_indexes
@given(publications(), st.lists(QUERIES, min_size=1, max_size=15))
def test_anything_typed_finds_and_scores_the_same(
    changes: Publications, queries: Sequence[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reader = build_reader(Path(folder), changes)
        searcher = open_whoosh(reader)
        for query in queries:
            assert_same(reader, searcher, bind_query(parse_query(query).tree))


@few_indexes
@given(archives(), st.lists(QUERIES, min_size=1, max_size=15))
def test_an_index_of_whooshs_own_finds_the_same(
    archive: Sequence[Article], queries: Sequence[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reader = build_reader(Path(folder), [(archive, [])])
        with _index_with_whoosh(archive) as own:
            for query in queries:
                tree = bind_query(parse_query(query).tree)
                ids = {reader.stored(document).id for document in evaluated(reader, tree)}
                found = own.docs_for_query(build_stock_query(tree))
                assert {own.stored_fields(document)["id"] for document in found} == ids


class _Passages(WordAnalyzer):
    """The schema's analysis of passages with form feeds between them, a gap apart."""

    def __call__(self, value: str, **options: object) -> Iterator[object]:
        start = 0
        for passage in value.split("\f"):
            words = 0
            for token in WordAnalyzer(stemmed=False)(passage):
                words = token.pos + 1
            for token in super().__call__(passage, **options):
                token.pos += start
                yield token
            start += words + PASSAGE_GAP


def _index_with_whoosh(archive: Sequence[Article]) -> Searcher:
    schema = build_schema()
    for _, field in schema.items():
        if isinstance(field.analyzer, WordAnalyzer):
            field.analyzer = _Passages(stemmed=field.analyzer.stemmed)
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for article in archive:
        writer.add_document(**_fields_of(article))
    writer.commit()
    return index.searcher()


def _fields_of(article: Article) -> dict[str, object]:
    document = build_document(article)
    fields: dict[str, object] = {"id": article.id}
    texts = document.texts
    parts = {
        STEMS: [text for field in TEXT_FIELDS for text in texts[field.name]],
        "title": texts["title"],
        "body": [*texts["lede"], *texts["body"]],
        "caption": texts["caption"],
    }
    for name, passages in parts.items():
        fields[name] = fields[exact_field(name)] = "\f".join(passages)
    for name in NAME_FIELDS:
        fields[name] = "\f".join(value.label for value in document.values[Facet(name)])
    fields["country"] = [value.value for value in document.values[Facet.COUNTRY]]
    missing = [facet.value for facet in VALUE_FACETS if not document.values[facet]]
    fields[MISSING] = missing
    if article.date:
        fields["date"] = article.date.toordinal()
    else:
        missing.append(Facet.DATE.value)
    return fields


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> tuple[IndexReader, Searcher]:
    """Every text of up to five words of which each is a, b or something else."""
    texts = [" ".join(words) for size in range(1, 6) for words in product("abx", repeat=size)]
    written = [build_article(f"{n}", body=text) for n, text in enumerate(texts)]
    reader = build_reader(tmp_path_factory.mktemp("letters"), [(written[::2], []), (written, [])])
    return reader, open_whoosh(reader)


@pytest.mark.parametrize("slop", [1, 2, 3])
@pytest.mark.parametrize("words", ["a", "ab", "aa", "aba", "aab", "abb", "aaa"])
def test_phrases_reach_as_far_and_repeat_words_as_in_stock(
    letters: tuple[IndexReader, Searcher], words: str, slop: int
) -> None:
    assert_same(*letters, wq.Phrase("body_exact", list(words), slop=slop, boost=2.0))


def test_statistics_are_exact_and_count_removed_documents(
    reader: IndexReader, searcher: Searcher
) -> None:
    assert (searcher.doc_count_all(), searcher.doc_count()) == (9, 7)
    assert searcher.doc_count_all() == len(reader)
    # Five times in a body, and twice in a title, where a word weighs more.
    frequency = 5 + 2 * TEXT_FIELDS[0].weight / WEIGHT_UNIT
    assert searcher.doc_frequency("text", "rain") == searcher.doc_frequency("body", "rain") == 4
    assert searcher.frequency("text", "rain") == searcher.frequency("body", "rain") == frequency
    for name in (*STEM_FIELDS, *EXACT_FIELDS):
        lengths = reader.lengths(name).tolist()
        assert [searcher.doc_field_length(n, name) for n in range(9)] == lengths
        assert searcher.field_length(name) == sum(lengths)
        assert searcher.max_field_length(name) == max(lengths)
        assert searcher.reader().min_field_length(name) == min(lengths)


def test_stored_articles_come_back(searcher: Searcher) -> None:
    stored = {fields["id"]: fields["article"] for fields in searcher.all_stored_fields()}
    others = {article.id: article for article in OTHERS}
    assert stored == {"storm": STORM, "rain": RAIN_AGAIN, "cafe": CAFE} | others
    assert searcher.document(id="cafe")["article"] == CAFE
    assert searcher.document(id="last") is None


def test_terms_are_listed_in_order(searcher: Searcher) -> None:
    assert list(searcher.lexicon("person")) == [b"anna", b"jinping", b"muller", b"xi"]
    assert list(searcher.lexicon("country")) == [b"DE", b"RU"]
    assert list(searcher.reader().terms_within("body_exact", "stor", 1)) == ["storm"]
    every = [term for leaf, _ in searcher.reader().leaf_readers() for term in [*leaf.all_terms()]]
    fields = {field for field, _ in every}
    assert {"body", "body_exact", "person", *CODE_FIELDS, "date", "id"} <= fields


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (None, None, {"storm", "rain"}),
        ("2022-12-30", None, {"storm"}),
        (None, "2022-12-29", {"rain"}),
        ("2021-01-01", "2022-12-30", {"storm", "rain"}),
        ("2022-12-31", "2023-01-01", set()),
    ],
)
def test_dates_are_ranges_of_numbers(
    reader: IndexReader, searcher: Searcher, start: str | None, end: str | None, found: set[str]
) -> None:
    first, last = (date.fromisoformat(day).toordinal() if day else None for day in (start, end))
    tree = wq.NumericRange("date", first, last)
    documents = searcher.docs_for_query(tree)
    assert {searcher.stored_fields(document)["id"] for document in documents} == found
    assert_same(reader, searcher, tree)


def test_the_best_few_are_those_of_the_whole_result(
    reader: IndexReader, searcher: Searcher
) -> None:
    tree = wq.Or([wq.Term("title", "storm"), wq.Term("body", "storm"), wq.Term("body", "rain")])
    whole = sorted(evaluated(reader, tree).values(), reverse=True)
    best = [hit.score for hit in searcher.search(tree, limit=2)]
    assert best == pytest.approx(whole[:2])


def test_an_index_without_articles_is_searched(tmp_path: Path) -> None:
    reader = build_reader(tmp_path, [([], [])])
    assert_same(reader, open_whoosh(reader), wq.Every())


def test_a_folder_is_opened_as_well(tmp_path: Path) -> None:
    build_reader(tmp_path, [([STORM], [])])
    (folder,) = tmp_path.glob("gen-*")
    assert open_whoosh(folder).doc_count() == 1


def test_postings_can_be_moved_to_an_index_of_whooshs_own(searcher: Searcher) -> None:
    index = RamStorage().create_index(searcher.schema)
    writer = index.writer()
    for leaf, _ in searcher.reader().leaf_readers():
        writer.add_reader(leaf)
    writer.commit()
    with index.searcher() as moved:
        for tree in (wq.Phrase("body_exact", ["a", "storm"]), wq.Term("body", "rain")):
            found = {moved.stored_fields(n)["id"] for n in moved.docs_for_query(tree)}
            expected = searcher.docs_for_query(tree)
            assert found == {searcher.stored_fields(n)["id"] for n in expected} != set()


def test_nothing_is_written_through_the_codec(searcher: Searcher) -> None:
    leaf, _ = next(iter(searcher.reader().leaf_readers()))
    for write in (
        lambda: leaf.codec().new_segment(None, "x"),
        lambda: leaf.codec().per_document_writer(None, leaf.segment()),
        lambda: leaf.codec().field_writer(None, leaf.segment()),
        lambda: leaf.codec().postings_writer(None),
        lambda: leaf.segment().delete_document(0),
        lambda: leaf.segment().set_doc_count(0),
    ):
        with pytest.raises(UnsupportedOperation, match="open_writer"):
            write()


class TestWhatStockWhooshDoesDifferently:
    """Each is why `build_stock_query` is there."""

    def test_a_constant_score_of_0_scores_1(self, reader: IndexReader, searcher: Searcher) -> None:
        tree = wq.ConstantScoreQuery(wq.Term("country", "DE"), 0.0)
        assert set(searched(searcher, tree).values()) == {1.0}
        assert set(evaluated(reader, tree).values()) == {0.0}

    def test_not_adds_1_to_what_it_narrows(self, reader: IndexReader, searcher: Searcher) -> None:
        rain = wq.Term("body", "rain")
        tree = wq.And([rain, wq.Not(wq.Term("body", "cafe"))])
        scores = evaluated(reader, tree)
        assert scores and scores.items() <= evaluated(reader, rain).items()
        assert searched(searcher, tree) == pytest.approx({n: s + 1 for n, s in scores.items()})

    def test_not_alone_lets_a_removed_document_through(self, tmp_path: Path) -> None:
        reader = build_reader(tmp_path, [([STORM, RAIN, CAFE, LAST], []), ([], ["rain"])])
        tree = wq.Not(wq.Term("title", "storm"))
        searcher = open_whoosh(reader)
        assert not reader.columns.alive[1]
        assert 1 in searched(searcher, wq.Not(wq.Term("title_exact", "storm")))
        assert 1 not in evaluated(reader, tree)
        assert_same(reader, searcher, tree)

    def test_a_prefix_scores_as_a_word_or_1_by_how_many_terms_there_are(
        self, reader: IndexReader, searcher: Searcher
    ) -> None:
        one, several = wq.Prefix("title_exact", "caf", 2.0), wq.Prefix("body_exact", "storm", 2.0)
        assert searched(searcher, one) == searched(searcher, wq.Term("title_exact", "cafe"))
        assert set(searched(searcher, several).values()) == {1.0}
        word = evaluated(reader, wq.Term("title_exact", "cafe", 2.0))
        assert evaluated(reader, one) == pytest.approx(word)
        assert_same(reader, searcher, several)

    @pytest.mark.parametrize("kind", [wq.And, wq.Or])
    def test_a_compound_of_one_drops_its_boost(
        self, reader: IndexReader, searcher: Searcher, kind: type[wq.And] | type[wq.Or]
    ) -> None:
        tree = kind([wq.Every()], boost=3.0)
        assert set(searched(searcher, tree).values()) == {1.0}
        assert set(evaluated(reader, tree).values()) == {3.0}
        assert_same(reader, searcher, tree)
