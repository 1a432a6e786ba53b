"""Brute force on an archive small enough to count by hand."""

from datetime import date

import pytest

from tests.benchmark.engines.articles import SourceArticle
from tests.benchmark.engines.queries import Kind, Query
from tests.benchmark.engines.reading import PLAIN, PLAIN_ANY_SLIP, PRODUCT
from tests.benchmark.engines.truth import (
    Counts,
    count_all,
    one_slip_apart,
    read_counts,
    write_counts,
)

ARTICLES = (
    SourceArticle(
        id="1",
        date=date(1987, 3, 1),
        title="OIL PRICES RISE",
        paragraphs=("The storm cut crude", "oil exports of Iran."),
        author="Ann Lee",
        countries=("Iran", "Usa"),
        persons=("Reagan",),
    ),
    SourceArticle(
        id="2",
        date=date(1988, 1, 2),
        title="Crude oil falls",
        paragraphs=("Prices of crude oil fell; storms stopped.",),
        countries=("Usa",),
    ),
    SourceArticle(
        id="3",
        date=date(1988, 5, 6),
        title="Gold",
        paragraphs=("Nothing stormily happened to gold or sorms.",),
        author="Ann Lee",
    ),
)


def counted(reading, **parts):
    ((counts,),) = count_all(ARTICLES, [Query(kind=Kind.FILTERED, **parts)], [reading])
    return counts


@pytest.mark.parametrize(
    ("parts", "plain", "product"),
    [
        ({}, 3, 3),
        ({"all_of": ("storm",)}, 1, 2),
        ({"all_of": ("oil", "prices")}, 2, 2),
        ({"any_of": ("gold", "iran")}, 2, 2),
        ({"all_of": ("oil",), "none_of": ("exports",)}, 1, 1),
        ({"phrase": ("crude", "oil")}, 2, 1),
        ({"phrase": ("storms",)}, 1, 1),
        ({"prefix": "storm"}, 3, 3),
        ({"fuzzy": "storms"}, 3, 2),
        ({"fuzzy": "strom"}, 0, 0),
        ({"country": "Usa"}, 2, 2),
        ({"all_of": ("oil",), "country": "Iran"}, 1, 1),
        ({"author": "Ann Lee", "person": "Reagan"}, 1, 1),
        ({"since": date(1988, 1, 2), "until": date(1988, 5, 5)}, 1, 1),
    ],
    ids=str,
)
def test_a_query_finds_what_a_person_would_count(parts, plain, product):
    assert counted(PLAIN_ANY_SLIP, **parts).total == plain
    assert counted(PRODUCT, **parts).total == product


def test_the_first_letters_of_a_fuzzy_word_must_be_right_where_engines_say_so():
    assert counted(PLAIN_ANY_SLIP, fuzzy="storms").total == 3
    assert counted(PLAIN, fuzzy="storms").total == 2


def test_counts_are_those_of_the_hits():
    assert counted(PLAIN, all_of=("oil",)) == Counts(
        total=2,
        facets={
            "date": {"1987": 1, "1988": 1},
            "author": {"Ann Lee": 1},
            "country": {"Iran": 1, "Usa": 2},
            "person": {"Reagan": 1},
        },
    )


def test_the_product_counts_articles_without_a_value():
    found = counted(PRODUCT)
    assert found.facets["author"] == {"Ann Lee": 2, "none": 1}
    assert found.facets["country"] == {"Iran": 1, "Usa": 2, "none": 1}


def test_the_product_leaves_a_facet_s_own_choice_out_of_its_counts():
    chosen = {"country": "Iran"}
    assert counted(PRODUCT, **chosen).facets["country"] == {"Iran": 1, "Usa": 2, "none": 1}
    assert counted(PRODUCT, **chosen).facets["date"] == {"1987": 1}
    assert counted(PLAIN, **chosen).facets["country"] == {"Iran": 1, "Usa": 1}


def test_a_period_narrows_every_facet():
    found = counted(PRODUCT, since=date(1988, 1, 1), until=date(1988, 12, 31))
    assert found.facets["date"] == {"1988": 2}


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("storm", "storm", True),
        ("storm", "storms", True),
        ("storm", "torm", True),
        ("storm", "stbrm", True),
        ("storm", "strom", False),
        ("storm", "sto", False),
        ("storm", "stbbm", False),
        ("a", "", True),
    ],
)
def test_one_slip_is_a_letter_more_less_or_different(one, other, near):
    assert one_slip_apart(one, other) is near
    assert one_slip_apart(other, one) is near


def test_counts_come_back_from_their_file_as_they_were(tmp_path):
    counts = [counted(PLAIN, all_of=("oil",)), counted(PRODUCT)]
    write_counts(tmp_path / "truth.json.gz", counts)
    assert read_counts(tmp_path / "truth.json.gz") == counts
