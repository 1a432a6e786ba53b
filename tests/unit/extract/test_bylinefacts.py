"""Facts about bylines say by what a line is one and where it stands on the page."""

import pytest

from searchapp.extract.bylinefacts import BylineCandidate, find_byline_candidates
from searchapp.extract.bylineweights import BYLINE_WEIGHTS
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.layout import build_layout

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."
HEADLINE = "Old lighthouse of Valmere may stay"
DATE = "3 May 2021"


def candidates(text: str) -> list[BylineCandidate]:
    layout = build_layout(text, dayfirst=True)
    lines = [line.text for line in layout.lines]
    return find_byline_candidates(
        layout,
        headline=lines.index(HEADLINE) if HEADLINE in lines else None,
        dateline=lines.index(DATE) if DATE in lines else None,
        gazetteer=load_gazetteer(),
    )


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{HEADLINE}\nBy Anna Weber\n{PROSE}", "cue"),
        (f"{HEADLINE}\nBy Anna Weber\n{PROSE}", "right below the headline"),
        (f"{HEADLINE}\nAuthor: Anna Weber\n{PROSE}", "strong cue"),
        (f"{HEADLINE}\nPosted by Anna Weber\n{PROSE}", "strong cue"),
        (f"{HEADLINE}\nA visit to the harbour by Anna Weber\n{PROSE}", "cue inside a line"),
        (f"{HEADLINE}\nAnna Weber\n{PROSE}", "bare name"),
        (f"{HEADLINE}\nAnna Weber\n{DATE}\n{PROSE}", "beside the date"),
        (f"{HEADLINE}\nAnna Weber\n{PROSE}", "at the top"),
        (f"{HEADLINE}\n{PROSE}\nAnna Weber", "below a paragraph"),
        (f"{HEADLINE}\n{PROSE}\nAnna Weber\nAnna Weber writes about ships.", "described below"),
        (f"By Anna Weber\nSport\nArts\nTravel\n{HEADLINE}\n{PROSE}", "far above the headline"),
        (f"{HEADLINE}\n{PROSE}\n" + "Sport\n" * 30 + "By Anna Weber", "far below the headline"),
        (f"{DATE}\n{HEADLINE}\n" + f"{PROSE}\n" * 6 + "By Anna Weber", "far from the date"),
    ],
)
def test_a_fact_holds(text: str, fact: str) -> None:
    assert fact in BYLINE_WEIGHTS
    (found,) = candidates(text)
    assert found.names == {"anna weber"}
    assert fact in found.facts


def test_several_others_are_the_authors_of_other_articles() -> None:
    others = "\n".join(f"{PROSE}\nBy {name}" for name in ("Tom Miller", "Eva Klein", "Jan Weber"))
    first = candidates(f"{HEADLINE}\nBy Anna Weber\n{others}")[0]
    assert "several others named" in first.facts


def test_a_known_name_that_more_follows_is_read_beside_the_date() -> None:
    (found,) = candidates(f"{HEADLINE}\n{DATE} Anna Weber Kultur\n{PROSE}")
    assert found.names == {"anna weber"}


def test_a_photographer_is_no_author() -> None:
    assert candidates(f"{HEADLINE}\nAll photos of the harbour by Anna Weber\n{PROSE}") == []


def test_readers_are_no_authors() -> None:
    comments = f"2 Comments\nAnna Weber\n{DATE}\nYes!"
    assert candidates(f"{HEADLINE}\n{PROSE}\n{PROSE}\n{comments}") == []
