"""Facts about dates say what stands on their line and where it stands on the page."""

from datetime import date

import pytest

from searchapp.extract.datefacts import DateCandidate, find_date_candidates
from searchapp.extract.dateweights import DATE_WEIGHTS
from searchapp.extract.layout import build_layout

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."
HEADLINE = "Old lighthouse of Valmere may stay"


def candidates(text: str, *, latest: date = date.max) -> list[DateCandidate]:
    layout = build_layout(text, dayfirst=True)
    places = [place for place, line in enumerate(layout.lines) if line.text == HEADLINE]
    return find_date_candidates(layout, places[0] if places else None, latest=latest)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{HEADLINE}\n3 May 2021\n{PROSE}", "right below the headline"),
        (f"{HEADLINE}\n3 May 2021\n{PROSE}", "alone"),
        (f"{HEADLINE}\nAnna Weber, 3 May 2021\n{PROSE}", "few words"),
        (f"{HEADLINE}\nPublished on 3 May 2021\n{PROSE}", "published"),
        (f"3 May 2021\n{HEADLINE}\n{PROSE}", "right above the headline"),
        (
            f"3 May 2021\n{'Sport' + chr(10)}" * 4 + f"News\n{HEADLINE}\n{PROSE}",
            "far above the headline",
        ),
        (f"{HEADLINE}\n" + f"{PROSE}\n" * 4 + "3 May 2021", "after several paragraphs"),
        (f"{HEADLINE}\n{PROSE}\n" + "Sport\n" * 30 + "3 May 2021", "far below the headline"),
        (f"3 May 2021\n{PROSE}", "before the text"),
        (f"{HEADLINE}\n3 May 2021\n4 May 2021\n5 May 2021\n{PROSE}", "other days near"),
    ],
)
def test_a_fact_holds(text: str, fact: str) -> None:
    assert fact in DATE_WEIGHTS
    assert fact in candidates(text)[0].facts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADLINE}\n{PROSE} It was built on 3 May 1921.", id="an event"),
        pytest.param(f"{HEADLINE}\nBorn 3 May 1921\n{PROSE}", id="a birth"),
        pytest.param(f"{HEADLINE}\nTom says:\n3 May 2021\n{PROSE}", id="a reader"),
        pytest.param(
            f"{HEADLINE}\n{PROSE}\n{PROSE}\n2 Comments\n3 May 2021\nYes!", id="below the comments"
        ),
        pytest.param(f"{HEADLINE}\n31 June 2021\n{PROSE}", id="no day of the calendar"),
    ],
)
def test_a_date_of_something_else_is_no_candidate(text: str) -> None:
    assert candidates(text) == []


def test_a_change_beside_an_earlier_day_is_no_candidate() -> None:
    found = candidates(f"{HEADLINE}\n3 May 2021\nUpdated: 5 May 2021\n{PROSE}")
    assert [candidate.day for candidate in found] == [date(2021, 5, 3)]
    assert "no other day near" in found[0].facts


def test_a_change_alone_is_a_candidate() -> None:
    (found,) = candidates(f"{HEADLINE}\nUpdated: 5 May 2021\n{PROSE}")
    assert found.day == date(2021, 5, 5)


def test_a_day_to_come_is_no_candidate() -> None:
    text = f"{HEADLINE}\n3 May 2021\n{PROSE}"
    assert candidates(text, latest=date(2021, 5, 2)) == []
