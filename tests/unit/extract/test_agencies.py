"""News agencies are told from persons, and found where articles name them."""

import pytest

from searchapp.extract.agencies import (
    agency_label,
    dateline_agency,
    field_agency,
    find_agency,
    find_agency_note,
    source_agency,
)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("dpa", "dpa"),
        ("AFP", "AFP"),
        ("Reuters Staff", "Reuters"),
        ("The Associated Press", "AP"),
        ("SID", "SID"),
        ("Sid", None),
        ("Pa", None),
        ("Jane Doe", None),
        ("", None),
    ],
)
def test_an_agency_gets_its_usual_writing(name: str, label: str | None) -> None:
    assert agency_label(name) == label


@pytest.mark.parametrize(
    ("names", "agency"),
    [("AFP/dpa", "AFP"), ("AP, Reuters", "AP"), ("AFP and others", None), ("", None)],
)
def test_a_list_counts_only_if_all_of_it_are_agencies(names: str, agency: str | None) -> None:
    assert find_agency(names) == agency


@pytest.mark.parametrize(
    ("ending", "agency"),
    [
        ("It was over. (as with dpa material)", "dpa"),
        ("It was over. (dpa)", "dpa"),
        ("Es war vorbei. (mit Material von AFP)", "AFP"),
        ("C’était fini. (avec AFP)", "AFP"),
        ("It was over. (AP/dpa)", "AP"),
        ("It was over. (AFP)\n\nShare\nPrint", "AFP"),
    ],
)
def test_a_closing_bracket_names_the_agency(ending: str, agency: str) -> None:
    note = find_agency_note(ending)
    assert note is not None
    assert note.agency == agency
    assert ending[note.start] == "("
    assert ending[note.end - 1] == ")"


def test_the_reporters_of_a_closing_note_are_pointed_at() -> None:
    text = "It was over. (Reporting by Ada Quill and Tom Reyes; Editing by Max Orr)"
    note = find_agency_note(text)
    assert note is not None
    assert note.reporters == "Ada Quill and Tom Reyes"
    assert text[note.reporters_start :].startswith(note.reporters)


@pytest.mark.parametrize(
    "ending",
    ["It was over (at last)", "The figure rose (see table)", "No bracket.", "", "(" * 500],
)
def test_other_brackets_are_no_notes(ending: str) -> None:
    assert find_agency_note(ending) is None


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("KYIV (Reuters) - The council met.", "Reuters"),
        ("Valmere (dpa) – Der Rat hat getagt.", "dpa"),
        ("(AFP) The council met.", "AFP"),
        ("The council (of elders) - met.", None),
        ("No dateline here.", None),
    ],
)
def test_a_dateline_names_the_agency(paragraph: str, agency: str | None) -> None:
    assert dateline_agency(paragraph) == agency


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("PTI | Updated: May 12, 2023 17:43 IST", "PTI"),
        ("12. Mai 2023, 17:43 Uhr | dpa", "dpa"),
        ("12 May 2023 – AFP", "AFP"),
        ("12 May 2023 | The PA system", None),
        ("12 May 2023", None),
    ],
)
def test_a_line_with_a_date_may_name_an_agency(line: str, agency: str | None) -> None:
    assert field_agency(line) == agency


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Quelle: dpa", "dpa"),
        ("Sources : AFP, Reuters", "AFP"),
        ("© dpa-infocom, dpa:230512-99-123456/3", "dpa"),
        ("Source: the ministry of health", None),
        ("The source: AFP said so", None),
    ],
)
def test_a_line_may_name_an_agency_as_the_source(line: str, agency: str | None) -> None:
    assert source_agency(line) == agency
