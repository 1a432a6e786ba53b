"""What stands around a line tells a byline from a line that only looks like one."""

import pytest

from searchapp.extract.bylinesurroundings import (
    beside_date,
    ends_dateline,
    in_bibliography,
)
from searchapp.extract.layout import Layout, build_layout


def layout_of(*lines: str) -> Layout:
    return build_layout("\n".join(lines), dayfirst=True)


@pytest.mark.parametrize(
    ("lines", "beside"),
    [
        (("3 May 2021", "Anna Miller"), True),
        (("Anna Miller", "·", "3 May 2021"), True),
        (("Anna Miller", "Politics", "3 May 2021"), False),
        (("Anna Miller", "Politics"), False),
    ],
)
def test_bars_between_a_line_and_a_date_do_not_count(lines: tuple[str, ...], beside: bool) -> None:
    assert beside_date(layout_of(*lines), lines.index("Anna Miller")) is beside


@pytest.mark.parametrize(
    ("lines", "ends"),
    [
        (("Veröffentlicht am", "12. Juni 2017", "von gizzmo"), True),
        (("Valmere", "12. Juni 2017", "von gizzmo"), False),
        (("Veröffentlicht am", "12. Juni 2017", "par exemple oui"), False),
        (("von gizzmo",), False),
    ],
)
def test_a_sentence_broken_in_three_lines_is_seen(lines: tuple[str, ...], ends: bool) -> None:
    assert ends_dateline(layout_of(*lines), len(lines) - 1) is ends


def test_the_author_in_a_list_of_a_books_particulars_is_the_books() -> None:
    assert in_bibliography(layout_of("Seiten: 400", "Autorin: Anna Miller", "Verlag: Valmere"), 1)
    assert not in_bibliography(layout_of("3 May 2021", "Autorin: Anna Miller", "Valmere"), 1)
