"""Of all dates in a text, the one that says when the article appeared is chosen."""

from datetime import date

import pytest

from searchapp.extract.dates import FoundDate, find_date, find_date_in_path
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.headline import find_headline
from searchapp.extract.layout import build_layout

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."
HEADLINE = "Old lighthouse of Valmere may stay"


def find(text: str, *, today: date | None = None, hint: date | None = None) -> FoundDate:
    layout = build_layout(text, dayfirst=True)
    headline = find_headline(layout, given=None, path="a.txt", gazetteer=load_gazetteer()).place
    return find_date(layout, headline=headline, today=today, hint=hint)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(f"date 2022-12-30 Home page\n\n{PROSE}", date(2022, 12, 30), id="cue"),
        pytest.param(f"{HEADLINE}\n30. Dezember 2022\n{PROSE}", date(2022, 12, 30), id="own line"),
        pytest.param(
            f"{HEADLINE}\nUpdated 5 May 2023\nPublished 30 Dec 2022\n{PROSE}",
            date(2022, 12, 30),
            id="updated loses",
        ),
        pytest.param(
            f"{HEADLINE}\nLast updated on 5 May 2023\n{PROSE}", date(2023, 5, 5), id="only updated"
        ),
        pytest.param(
            f"{HEADLINE}\nPublished:\n30 Dec 2022\n{PROSE}", date(2022, 12, 30), id="cue above"
        ),
        pytest.param(
            f"{HEADLINE}\n{PROSE}\nThis entry was posted on 30 December 2022 by Ada.",
            date(2022, 12, 30),
            id="closing line",
        ),
        pytest.param(
            f"VALMERE, 26 February 1915 – {PROSE}", date(1915, 2, 26), id="dateline with a year"
        ),
        pytest.param(
            f"{HEADLINE}\n30 Dec 2022\n{PROSE}\nTom says:\n31 Dec 2022\nWell done, council!",
            date(2022, 12, 30),
            id="a reader’s comment is later",
        ),
        pytest.param(f"{HEADLINE}\n{PROSE} The war began on 24 February 2022.", None, id="prose"),
        pytest.param(f"VALMERE, Feb. 26 - {PROSE}", None, id="dateline without a year"),
        pytest.param(f"{HEADLINE}\n{PROSE}\n© Valmere Post since 3 May 1999", None, id="copyright"),
        pytest.param(PROSE, None, id="none"),
        pytest.param(
            f"{HEADLINE}\n30 Dec 2022\n5 May 2023\n{PROSE}",
            date(2022, 12, 30),
            id="two below each other: the later is of a change",
        ),
        pytest.param(
            f"{HEADLINE}\n{PROSE}\n{PROSE}\n2 Comments\nTom Miller\n31 Dec 2022\nWell done!",
            None,
            id="only a reader’s comment",
        ),
        pytest.param(
            f"Valmere Post\nWednesday 4 May 2022\nNews\nSport\nArts\nTravel\nMoney\n{HEADLINE}\n"
            f"Anna Miller\n3 May 2022\n{PROSE}",
            date(2022, 5, 3),
            id="the page’s own date loses",
        ),
        pytest.param(f"{HEADLINE}\n{PROSE}\nFrom 1 March 2024: higher fares", None, id="from"),
        pytest.param(
            f"{HEADLINE}\n(21. November 2022) {PROSE}", date(2022, 11, 21), id="in brackets"
        ),
        pytest.param(
            f"{HEADLINE}\nPressemitteilung vom 25. Januar 2022 | Valmere – {PROSE}",
            date(2022, 1, 25),
            id="press release",
        ),
        pytest.param(f"{HEADLINE}\nAnna Miller3.11.2023\n{PROSE}", date(2023, 11, 3), id="glued"),
        pytest.param(f"{HEADLINE}\nPublicerad 3 maj 2021\n{PROSE}", date(2021, 5, 3), id="Swedish"),
        pytest.param(f"{HEADLINE}\n3 marca 2021\n{PROSE}", date(2021, 3, 3), id="Polish"),
    ],
)
def test_the_day_of_the_article_is_chosen(text: str, day: date | None) -> None:
    assert find(text).day == day


def test_a_date_after_today_is_an_announcement() -> None:
    text = f"Published 30 Dec 2022\n{HEADLINE}\n3 June 2030\n{PROSE}"
    assert find(text, today=date(2024, 1, 1)).day == date(2022, 12, 30)


def test_the_date_in_the_address_decides_between_two() -> None:
    text = f"{HEADLINE}\n30 Dec 2022\n28 Dec 2022\n{PROSE}"
    assert find(text, hint=date(2022, 12, 28)).day == date(2022, 12, 28)


def test_a_date_keeps_the_evidence() -> None:
    text = f"date 2022-12-30 Home page\n\n{PROSE}"
    found = find(text)
    assert text[found.start : found.end] == "2022-12-30"
    assert found.rule == "date cue “date”"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("https://example.org/2019/08/02/title/", date(2019, 8, 2)),
        ("post/2019/8/2/title", date(2019, 8, 2)),
        ("2019-08-02-title.txt", date(2019, 8, 2)),
        ("a/20190802.txt", date(2019, 8, 2)),
        ("a/18900704-fair.txt", date(1890, 7, 4)),
        ("2019-02-30.txt", None),
        ("story-16604622.html", None),
        ("2019/politics/08", None),
        ("", None),
    ],
)
def test_a_path_may_hold_the_day(path: str, day: date | None) -> None:
    assert find_date_in_path(path) == day
