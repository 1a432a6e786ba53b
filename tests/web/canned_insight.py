"""Prepared lists, grids and concordances in which every text is hostile."""

from datetime import date

from searchapp.article import Zone
from searchapp.search.concordance import Concordance, ConcordanceRequest, Line
from searchapp.search.grid import Grid, GridValue
from searchapp.search.request import SearchRequest
from searchapp.search.value_list import ListedValue, ListRequest, ValueList

HOSTILE = "</title><script>alert('1')</script>\"><img src=x onerror=alert(2)>{{7*7}}&amp;"
HOSTILE_LINE = Line(
    article_id="hostile/a ? & # %.txt",
    title=HOSTILE,
    date=date(2022, 12, 30),
    zone=Zone.BODY,
    nth=1,
    start=3,
    end=9,
    left=HOSTILE,
    word=HOSTILE,
    right=HOSTILE,
)


def hostile_values(request: ListRequest) -> ValueList:
    """Two values over three years, of 500 pages; nothing when a letter is asked for."""
    if request.letter:
        return ValueList(request=request, total=0, pages=0, known=2)
    return ValueList(
        request=request,
        total=2,
        pages=500,
        known=2,
        values=(
            ListedValue(value=HOSTILE, label=HOSTILE, count=1234, per_year=(0, 1000, 234)),
            ListedValue(value="=1+1", label="=1+1", count=0, per_year=(0, 0, 0)),
        ),
        letters=(("S", 1), ("#", 1)),
        years=("1999", "2001", "2002"),
    )


def hostile_grid(request: SearchRequest) -> Grid:
    """Two rows and two columns, with further ones."""
    rows = (
        GridValue(value=HOSTILE, label=HOSTILE, count=12),
        GridValue(value="=1+1", label="=1+1", count=3),
    )
    return Grid(
        request=request,
        total=12345,
        rows=rows,
        columns=rows,
        cells=((12, 3), (3, 0)),
        more_rows=True,
        more_columns=True,
        notes=(HOSTILE,),
    )


def hostile_concordance(request: SearchRequest, asked: ConcordanceRequest) -> Concordance:
    """One line of many, of 500 articles among 1,234."""
    return Concordance(
        request=request,
        asked=asked,
        total=1234,
        articles=500,
        line_count=2000,
        pages=40,
        lines=(HOSTILE_LINE,),
        notes=(HOSTILE,),
    )
