"""The zone at an offset."""

import pytest

from searchapp.article import Passage, Zone
from searchapp.extract.zone_index import ZoneIndex

PASSAGES = (
    Passage(zone=Zone.BYLINE, start=12, end=20),
    Passage(zone=Zone.HEADLINE, start=0, end=10),
)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        (0, Zone.HEADLINE),
        (9, Zone.HEADLINE),
        (10, Zone.BODY),
        (12, Zone.BYLINE),
        (20, Zone.BODY),
        (999, Zone.BODY),
    ],
)
def test_an_offset_lies_in_its_passage_or_in_the_body(offset: int, zone: Zone) -> None:
    assert ZoneIndex(PASSAGES).at(offset) is zone


@pytest.mark.parametrize(
    ("offset", "silent"), [(5, False), (11, False), (12, True), (19, True), (20, False)]
)
def test_a_byline_says_nothing_of_the_article(offset: int, silent: bool) -> None:
    assert ZoneIndex(PASSAGES).is_silent_at(offset) is silent
