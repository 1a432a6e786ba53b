"""How much each fact speaks for a date being the day of publication, or against it."""

from collections.abc import Mapping
from types import MappingProxyType

DATE_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        # What stands on the line: a day of publication is given by itself, or after a word for it.
        "alone": 1.0,
        "few words": 0.6,
        "published": 1.0,
        # Newspapers put it beside the headline; the first date below is the likeliest.
        "right above the headline": 1.4,
        "right below the headline": 1.0,
        "near below the headline": 0.3,
        "first date below the headline": 1.1,
        "before the first paragraph": 0.3,
        "before the text": 0.9,
        # Far above is the page's own head with today's date, far below are other articles.
        "far above the headline": -1.1,
        "far below the headline": -1.2,
        "after several paragraphs": -1.6,
        # Several days close by are a list of articles, of events, of comments.
        "no other day near": 1.1,
        "other days near": -0.9,
        # Not fitted: an address is written by the same hand as the article.
        "same day in the address": 3.0,
    }
)
"""Fitted by `python -m tests.evaluation.fit dates` and rounded. A date without any of these facts
is as likely the day of publication as the page has none."""
