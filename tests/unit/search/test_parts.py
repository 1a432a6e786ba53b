"""A query taken apart: what is left without a part is what the rest means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh import query as wq

from searchapp.search.language import parse_query
from searchapp.search.parts import QueryPart, join_parts, split_query
from tests.contract.strategies import QUERIES


def written(parts: tuple[QueryPart, ...]) -> list[str]:
    return [part.written for part in parts]


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", []),
        ("  ", []),
        ("grain", ["grain"]),
        ("grain  deal ", ["grain", "deal"]),
        ('grain "grain deal"~3 x', ["grain", '"grain deal"~3', "x"]),
        ("title:grain deal", ["title:grain", "deal"]),
        ("TITLE:grain -deal NOT corn", ["TITLE:grain", "-deal", "NOT corn"]),
        ('country:"united states" x', ['country:"united states"', "x"]),
        ("date:[2022-01 TO 2022-06] x", ["date:[2022-01 TO 2022-06]", "x"]),
        ("(grain OR corn) x", ["(grain OR corn)", "x"]),
        ("grain OR corn", ["grain OR corn"]),
        ("grain OR corn x", ["grain OR corn x"]),
        ("((a b) c) x", ["((a b) c) x"]),
        ('grain "deal', ['grain "deal']),
        ("nosuch:grain deal", ["nosuch:grain deal"]),
        ("country:nowhere deal", ["country:nowhere deal"]),
    ],
)
def test_a_query_comes_apart_where_every_part_narrows_it(query: str, parts: list[str]) -> None:
    assert written(split_query(query)) == parts


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("grain", QueryPart(written="grain", text="grain")),
        ("Title:grain", QueryPart(written="Title:grain", text="grain", field="title")),
        ("-grain", QueryPart(written="-grain", text="grain", excluded=True)),
        ("NOT grain", QueryPart(written="NOT grain", text="grain", excluded=True)),
        (
            '-person:"a b"',
            QueryPart(written='-person:"a b"', text='"a b"', field="person", excluded=True),
        ),
    ],
)
def test_a_part_knows_its_field_and_its_minus(query: str, part: QueryPart) -> None:
    assert split_query(query) == (part,)


@pytest.mark.parametrize(
    ("query", "is_word"),
    [
        ("grain", True),
        ("gra*", True),
        ("gra~", True),
        ('"grain"', False),
        ("-grain", False),
        ("title:grain", False),
        ("(grain)", False),
    ],
)
def test_plain_words_are_told_from_the_rest(query: str, is_word: bool) -> None:
    [part] = split_query(query)
    assert part.is_word is is_word


@given(st.lists(QUERIES, min_size=1, max_size=3).map(" ".join).filter(lambda q: len(q) < 250))
def test_the_parts_together_mean_the_query(query: str) -> None:
    parts = split_query(query)
    assert join_parts(parts) == " ".join(query.split())
    if len(parts) > 1:
        children = [child for part in parts for child in children_of(part.written)]
        assert children == children_of(query)


def children_of(query: str) -> list[wq.Query]:
    tree = parse_query(query).tree
    return list(tree) if isinstance(tree, wq.And) else [tree]
