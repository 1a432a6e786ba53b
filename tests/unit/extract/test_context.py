"""What the words beside a name say about it."""

import pytest

from searchapp.extract.context import read_after, read_before


@pytest.mark.parametrize(
    ("before", "single", "weights"),
    [
        pytest.param("", False, [], id="start of the text"),
        pytest.param("a spokesman", False, [1.6], id="role"),
        pytest.param("yesterday said", True, [1.3], id="verb of saying"),
        pytest.param("who died", True, [], id="not everything said comes before a name"),
        pytest.param("They quoted", False, [0.8], id="verb done to a person"),
        pytest.param("They quoted", True, [], id="a word alone may be anything quoted"),
        pytest.param("capital of", True, [-0.3], id="of"),
        pytest.param("arrived in", True, [-1.2], id="in"),
        pytest.param("written by", False, [0.4], id="by"),
        pytest.param("According to", False, [1.0], id="according to"),
        pytest.param("given to", False, [], id="to"),
        pytest.param("Smith &", False, [-2.0], id="company"),
    ],
)
def test_the_word_before_is_weighed(before: str, single: bool, weights: list[float]) -> None:
    texts = tuple(before.split())
    assert [weight for weight, _ in read_before(texts, len(texts), single=single)] == weights


@pytest.mark.parametrize(
    ("after", "single", "place", "weights"),
    [
        pytest.param("", False, False, [], id="end of the text"),
        pytest.param("table", False, False, [], id="any word"),
        pytest.param("said that", True, False, [1.3], id="verb of saying"),
        pytest.param("said it", True, False, [], id="companies say it of themselves"),
        pytest.param("won the", False, False, [0.3], id="verb after a full name"),
        pytest.param(", 45 ,", False, False, [1.3], id="age"),
        pytest.param(", who", True, False, [1.0], id="who after a comma"),
        pytest.param(", the former chairman", False, False, [0.9], id="apposition"),
        pytest.param(", the former chairman", True, False, [], id="apposition of a lone word"),
        pytest.param("' s wife", True, False, [0.2, 0.8], id="what belongs to a person"),
        pytest.param("' s wife", True, True, [], id="what belongs to a place"),
        pytest.param("’ s said", False, False, [0.2, 1.3], id="verb after a possessive"),
        pytest.param("' said", False, False, [], id="a closing quotation mark"),
        pytest.param("Corp", False, False, [-2.0], id="company"),
        pytest.param("shares", False, False, [-1.5], id="shares"),
    ],
)
def test_the_words_after_are_weighed(
    after: str, single: bool, place: bool, weights: list[float]
) -> None:
    evidence = read_after(tuple(after.split()), 0, single=single, place=place)
    assert [weight for weight, _ in evidence] == weights
