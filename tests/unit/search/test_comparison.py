"""Two texts word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.search.comparison import Paragraph, Side, compare, likeness, running_text
from tests.contract.articles import build_article

PARAGRAPHS = st.lists(
    st.lists(st.sampled_from("a b c d e".split()), min_size=1, max_size=8).map(" ".join),
    max_size=4,
)


def written(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """Paragraphs with what only the first has in [ ] and what only the second has in { }."""
    signs = {Side.BOTH: "{}", Side.FIRST: "[{}]", Side.SECOND: "{{{}}}"}
    return [" ".join(signs[s.side].format(s.text) for s in paragraph) for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (["a b c"], ["a b c"], ["a b c"]),
        (["a b c"], ["a x c"], ["a [b] {x} c"]),
        (["a b"], ["a b c d"], ["a b {c d}"]),
        (["a b", "c d"], ["a b", "c e"], ["a b", "c [d] {e}"]),
        (["a b c d"], ["a b", "c d"], ["a b", "c d"]),
        (["a b"], ["a b", "c d"], ["a b", "{c d}"]),
        (["“a” b’s"], ['"A" b\'s'], ['"A" b\'s']),
        ([], ["a b"], ["{a b}"]),
        ([], [], []),
    ],
)
def test_what_only_one_has_is_told(
    first: list[str], second: list[str], expected: list[str]
) -> None:
    assert written(compare(first, second)) == expected


@given(PARAGRAPHS, PARAGRAPHS)
def test_each_text_can_be_read_whole(first: list[str], second: list[str]) -> None:
    paragraphs = compare(first, second)
    for own, text in ((Side.FIRST, first), (Side.SECOND, second)):
        kept = [s.text for p in paragraphs for s in p if s.side in (own, Side.BOTH)]
        assert " ".join(kept).split() == " ".join(text).split()


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (["a b c d"], ["a b c d"], 1.0),
        (["a b c d"], ["A “b”", "c d"], 6 / 8),
        (["a a b"], ["a b b"], 4 / 6),
        (["a"], ["b"], 0.0),
        (["a"], [], 0.0),
        ([], [], 1.0),
    ],
)
def test_likeness_is_the_share_of_words_in_common(
    first: list[str], second: list[str], share: float
) -> None:
    assert likeness(first, second) == likeness(second, first) == pytest.approx(share)


def test_running_text_is_lede_and_body_by_paragraphs() -> None:
    article = build_article(
        "a", title="Title", lede="The lede.", body="One.\n\nTwo.\n \nThree.", caption="Not this."
    )
    assert running_text(article) == ("The lede.", "One.", "Two.", "Three.")
