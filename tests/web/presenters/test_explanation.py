"""“Why here?” as a table whose points add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Zone
from searchapp.search.explanation import Explanation, ScorePart
from searchapp.search.neighbours import Neighbours
from searchapp.search.request import SearchRequest, SortOrder
from searchapp.web.presenters.explanation import ExplanationPage, build_explanation_page
from tests.web.canned_engine import hostile_article

THIRD = Neighbours(position=3, total=214)


def part(
    score: float, *words: str, term: str = "storm", zone: Zone | None = Zone.BODY
) -> ScorePart:
    return ScorePart(term=term, zone=zone, words=words, occurrences=len(words), score=score)


def page(
    *parts: ScorePart,
    request: SearchRequest | None = None,
    neighbours: Neighbours | None = THIRD,
) -> ExplanationPage:
    explanation = Explanation(total=sum(part.score for part in parts), parts=parts)
    asked = request or SearchRequest(query="storm")
    return build_explanation_page(hostile_article("a"), asked, explanation, neighbours)


def hundredths(points: str) -> int:
    return int(points.replace(".", "").replace(",", ""))


@given(st.lists(st.floats(min_value=0.0001, max_value=2000), min_size=1, max_size=12))
def test_the_points_shown_add_up_to_the_total_shown(scores: list[float]) -> None:
    shown = page(*(part(score, "storm") for score in scores))
    assert sum(hundredths(row.points) for row in shown.rows) == hundredths(shown.total)
    assert abs(hundredths(shown.total) - sum(scores) * 100) < 0.51
    assert max(row.bar for row in shown.rows) in (0, 100)


def test_a_row_says_which_words_where_and_how_often() -> None:
    shown = page(part(3.0, "storm", zone=Zone.HEADLINE), part(1.5, "Storms", "storm"))
    assert [(row.words, row.place, row.times, row.points, row.bar) for row in shown.rows] == [
        ("storm", "title", "1 time", "3.00", 100),
        ("Storms, storm", "text", "2 times", "1.50", 50),
    ]
    assert shown.total == "4.50"


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        (Zone.HEADLINE, "title"),
        (Zone.LEDE, "first paragraph"),
        (Zone.BODY, "text"),
        (Zone.CAPTION, "caption"),
        (Zone.BYLINE, "byline"),
        (None, ""),
    ],
)
def test_places_have_plain_names(zone: Zone | None, place: str) -> None:
    assert page(part(1.0, "storm", zone=zone)).rows[0].place == place


@pytest.mark.parametrize("term", ["storm*", "st?rm", "storn~", '"the storm"'])
def test_patterns_and_phrases_are_named_beside_their_words(term: str) -> None:
    [row] = page(part(1.0, "Storm", term=term)).rows
    assert (row.words, row.pattern) == ("Storm", term)


def test_what_every_result_gets_alike_is_said_to_be() -> None:
    [row] = page(part(1.0, term="", zone=None)).rows
    assert (row.words, row.times, row.pattern) == ("every result alike", "", "")


@pytest.mark.parametrize(
    ("request_", "neighbours", "summary"),
    [
        (SearchRequest(query="storm"), THIRD, "Result 3 of 214, with 2.00 points."),
        (
            SearchRequest(query="storm", sort=SortOrder.OLDEST),
            THIRD,
            "Result 3 of 214 by date; the words give it 2.00 points.",
        ),
        (
            SearchRequest(query="storm"),
            None,
            "2.00 points; a filter keeps this article out of the results.",
        ),
    ],
    ids=["by relevance", "by date", "filtered out"],
)
def test_the_summary_says_where_the_article_stands(
    request_: SearchRequest, neighbours: Neighbours | None, summary: str
) -> None:
    assert page(part(2.0, "storm"), request=request_, neighbours=neighbours).summary == summary


def test_without_words_there_is_no_score() -> None:
    assert page(request=SearchRequest()).summary.startswith("Without words")


def test_no_points_are_explained() -> None:
    assert "gives this article no points" in page(request=SearchRequest(query="calm")).summary
