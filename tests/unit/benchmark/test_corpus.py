"""Archives grown from a small one: of the right size, without end of words, the same every time."""

from datetime import date
from itertools import islice

import pytest

from tests.benchmark.engines.articles import SourceArticle, read_reuters
from tests.benchmark.engines.corpus import count_words, expected_words, iter_corpus
from tests.benchmark.engines.invented import invented_name, invented_word
from tests.unit.benchmark.archive import write_reuters


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    path = tmp_path_factory.mktemp("reuters") / "reuters.jsonl.gz"
    write_reuters(path, 100)
    return read_reuters(path)


def test_a_reuters_row_becomes_plain_text_in_paragraphs(given):
    article = given[5]
    assert len(article.paragraphs) == 2
    assert "\n" not in article.text.replace("\n", "", 2)
    assert not article.paragraphs[-1].endswith("Reuter")
    assert article.author == invented_name(5)
    assert article.countries == tuple(dict.fromkeys(article.countries))
    assert {c for a in given for c in a.countries} >= {"West Germany", "Usa"}


def test_a_corpus_has_the_size_asked_for_and_ids_of_its_own(given):
    articles = list(iter_corpus(given, 450))
    assert len({article.id for article in articles}) == 450


def test_the_same_size_gives_the_same_articles(given):
    assert list(iter_corpus(given, 250)) == list(iter_corpus(given, 250))


def test_a_copy_has_the_words_of_its_original_in_another_order(given):
    articles = list(iter_corpus(given, 200))
    original, copy = given[0], articles[100]
    words = original.paragraphs[0].lower().split()
    assert set(words) <= set(" ".join(copy.paragraphs).lower().split())
    assert copy.paragraphs != original.paragraphs


def test_later_copies_are_later_in_time(given):
    dates = [article.date for article in iter_corpus(given, 1_000)]
    assert max(dates[:100]) == max(article.date for article in given)
    assert min(dates[900:]) > max(dates[:100])


def test_distinct_words_grow_as_heaps_law_says(given):
    base = count_words(given)
    sizes = (400, 1_600)
    grown = [count_words(list(iter_corpus(given, size))) for size in sizes]
    for size, found in zip(sizes, grown, strict=True):
        wanted = expected_words(base, len(given), size)
        # The names of persons come on top, and their number grows alike.
        assert wanted <= found <= 1.4 * wanted


def test_expected_words_follow_a_power_of_the_number_of_articles():
    assert expected_words(1_000, 100, 100) == 1_000
    assert expected_words(1_000, 100, 10_000) == round(1_000 * 100**0.55)


def test_invented_words_come_back_and_the_older_ones_more_often(given):
    articles = list(iter_corpus(given, 2_000))
    texts = [set(article.text.lower().split()) for article in articles]
    often = sum(invented_word(0) in words for words in texts)
    seldom = sum(invented_word(900) in words for words in texts)
    assert often > 10 * max(seldom, 1)


def test_the_persons_of_an_article_stand_in_its_text(given):
    for article in islice(iter_corpus(given, 300), 300):
        for name in article.persons:
            if name != "Reagan":
                assert name in article.text


def test_invented_words_are_all_different():
    words = {invented_word(number) for number in range(50_000)}
    assert len(words) == 50_000


def test_the_year_is_the_value_of_the_date_facet():
    article = SourceArticle(id="1", date=date(1987, 3, 1), title="T", paragraphs=())
    assert article.values("date") == ("1987",)
    assert article.values("author") == ()
