"""A date is read only if day, month and year stand in the text."""

from datetime import date

import pytest

from searchapp.extract.datefields import iter_fields, parse_given_date, read_day


def days(text: str, *, dayfirst: bool = True) -> list[date | None]:
    return [field.day for field in iter_fields(text, 0, len(text), dayfirst=dayfirst)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date 2022-12-30 Home page", date(2022, 12, 30)),
        ("2022-02-01", date(2022, 2, 1)),
        ("2022/12/30", date(2022, 12, 30)),
        ("2022-12-30T10:15:00+01:00", date(2022, 12, 30)),
        ("30.12.2022", date(2022, 12, 30)),
        ("13. 01. 2020, 23:55", date(2020, 1, 13)),
        ("Stand: 30.12.22, 10:15 Uhr", date(2022, 12, 30)),
        ("31/12/2022", date(2022, 12, 31)),
        ("12/31/2022", date(2022, 12, 31)),
        ("December 30, 2022", date(2022, 12, 30)),
        ("Dec. 30, 2022", date(2022, 12, 30)),
        ("30th of December 2022", date(2022, 12, 30)),
        ("Jun 18th 2018", date(2018, 6, 18)),
        ("30. Dezember 2022", date(2022, 12, 30)),
        ("8.März 2010", date(2010, 3, 8)),
        ("le 1er février 2021", date(2021, 2, 1)),
        ("30 de diciembre de 2022", date(2022, 12, 30)),
        ("27 de agosto 2019", date(2019, 8, 27)),
        ("3 maggio 2022", date(2022, 5, 3)),
        ("1º de março de 2021", date(2021, 3, 1)),
        ("6 mei 2019", date(2019, 5, 6)),
        ("4 July 1890", date(1890, 7, 4)),
        ("2022年12月30日", date(2022, 12, 30)),
        ("12. května 2023 17:43", date(2023, 5, 12)),
        ("12 Mayıs 2023", date(2023, 5, 12)),
        ("12 мая 2023, 17:43", date(2023, 5, 12)),
        ("12 Μαΐου 2023", date(2023, 5, 12)),
        ("2023. május 12. 17:43", date(2023, 5, 12)),
        ("2023-May-12", date(2023, 5, 12)),
        ("12.mai.2023 às 17h43", date(2023, 5, 12)),
        ("May 12, 20235:43 PM UTC", date(2023, 5, 12)),
        ("12 May 202317:43 BST", date(2023, 5, 12)),
    ],
)
def test_a_complete_date_is_read(text: str, day: date) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The war began on February 24.",
        "BERLIN, Feb. 26 -",
        "December 2022",
        "In 2022 there was",
        "On May 12, 20235 people came",
        "From 2023 May 12:30",
        "rose 2.5 percent to 151",
        "He won 3-2-1 in set 30",
        "ISBN 978-2022-12-30",
        "10:15",
        "Friday",
        "$2019 on May 3",
        "user28.09.1912:44",
        "https://example.org/2020/01/15/story",
    ],
)
def test_what_is_no_complete_date_is_left_alone(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "dayfirst", "day"),
    [
        pytest.param("01/02/2023", True, date(2023, 2, 1), id="day first"),
        pytest.param("01/02/2023", False, date(2023, 1, 2), id="month first"),
        pytest.param("01.02.2023", False, date(2023, 2, 1), id="dots put the day first"),
        pytest.param("2023-02-01", True, date(2023, 2, 1), id="ISO never does"),
    ],
)
def test_the_setting_decides_only_what_is_ambiguous(text: str, dayfirst: bool, day: date) -> None:
    assert days(text, dayfirst=dayfirst) == [day]


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert days("2020-02-30") == [None]


def test_a_field_is_reported_where_it_stands() -> None:
    text = "Published on 3. Mai 2021 in Valmere"
    (field,) = iter_fields(text, 0, len(text), dayfirst=True)
    assert text[field.start : field.end] == "3. Mai 2021"


@pytest.mark.parametrize("incomplete", ["December 2022", "2022", "Friday", "10:15", "30"])
def test_missing_parts_are_not_filled_in(incomplete: str) -> None:
    assert read_day(incomplete, dayfirst=True) is None


@pytest.mark.parametrize(
    ("given", "day"),
    [
        pytest.param("2022-12-30T23:30:00+01:00", date(2022, 12, 30), id="zone as written"),
        pytest.param("2022-12-30T23:30:00Z", date(2022, 12, 30), id="UTC"),
        pytest.param("Fri, 30 Dec 2022 23:30:00 +0100", date(2022, 12, 30), id="RFC 822"),
        pytest.param("Fri Dec 30 10:00:00 2022", date(2022, 12, 30), id="ctime"),
        pytest.param("20221230", date(2022, 12, 30), id="basic ISO"),
        pytest.param("1672441200", date(2022, 12, 30), id="seconds"),
        pytest.param("1672441200.25", date(2022, 12, 30), id="seconds with a fraction"),
        pytest.param("1672441200000", date(2022, 12, 30), id="milliseconds"),
        pytest.param(" 30.12.2022 ", date(2022, 12, 30), id="dots"),
        pytest.param("1890-07-04", date(1890, 7, 4), id="a century ago"),
        pytest.param("2022-12", None, id="month only"),
        pytest.param("2022", None, id="year only"),
        pytest.param("not a date", None, id="words"),
        pytest.param("2020-02-30", None, id="no such day"),
        pytest.param("0001-01-01", None, id="before newspapers"),
        pytest.param("9999-12-31T23:59:59.999999+14:00", None, id="far future"),
        pytest.param("1 2 3", None, id="figures"),
        pytest.param("", None, id="empty"),
        pytest.param("9" * 400, None, id="endless figure"),
    ],
)
def test_a_given_date_is_read_strictly(given: str, day: date | None) -> None:
    assert parse_given_date(given, dayfirst=True) == day
