"""How much each fact speaks for a line being the byline, or against it."""

from collections.abc import Mapping
from types import MappingProxyType

BYLINE_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        # What makes a line a byline. A bare name may be the subject's, a source's, a reader's.
        "strong cue": 1.7,
        "cue": 0.9,
        "cue inside a line": -1.2,
        "bare name": -0.5,
        "described below": 0.9,
        # Newspapers name the author beside the headline and the date, or sign below the text.
        "right below the headline": 0.7,
        "beside the date": 1.4,
        "at the top": 1.4,
        "below a paragraph": 0.2,
        # Farther away are menus and other articles.
        "far above the headline": -1.3,
        "far below the headline": -1.4,
        "far from the date": -0.7,
        # A page that names many people is a list of articles, or a forum.
        "several others named": -0.5,
    }
)
"""Fitted by `python -m tests.evaluation.fit bylines` and rounded. A line without any of these facts
is as likely the byline as the page has none."""
