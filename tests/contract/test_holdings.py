"""What the archive holds of each period, and the chart's numbers against the searches they name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchapp.article import Article
from searchapp.search.engine import Engine
from searchapp.search.facets import NONE, Facet
from searchapp.search.holdings import Holdings
from searchapp.search.periods import Level, parse_range, period_between
from searchapp.search.request import SearchRequest
from searchapp.web.presenters.slots import build_slots
from tests.contract.archive import ARCHIVE
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf
from tests.contract.engines import build_embedded, publish_changes
from tests.contract.strategies import archives, articles, requests


def held(engine: Engine, request: SearchRequest) -> Holdings:
    holdings = engine.search(request).facet(Facet.DATE).holdings
    assert holdings is not None
    return holdings


@contextmanager
def embedded(articles: list[Article]) -> Iterator[Engine]:
    with TemporaryDirectory() as folder:
        engine = build_embedded(articles, Path(folder) / "index")
        yield engine
        engine.close()


@pytest.mark.parametrize(
    ("request_", "level", "periods"),
    [
        pytest.param(
            SearchRequest(),
            Level.YEAR,
            (("1999", 1), ("2021", 2), ("2022", 3)),
            id="everything",
        ),
        pytest.param(
            SearchRequest(query="zzzznothing").with_value(Facet.COUNTRY, "RU"),
            Level.YEAR,
            (("1999", 1), ("2021", 2), ("2022", 3)),
            id="whatever is searched for",
        ),
        pytest.param(
            SearchRequest(query="storm").with_value(Facet.DATE, "2022"),
            Level.MONTH,
            (("2022-11", 1), ("2022-12", 2)),
            id="months of a year",
        ),
        pytest.param(
            SearchRequest(period=parse_range("2021-06", "2022-11")),
            Level.MONTH,
            (("2021-12", 1), ("2022-11", 1)),
            id="months of a typed period",
        ),
        pytest.param(
            SearchRequest(period=parse_range("2021-06", None)),
            Level.YEAR,
            (("2021", 1), ("2022", 3)),
            id="years as far as they are in a typed period",
        ),
        pytest.param(
            SearchRequest().with_value(Facet.DATE, "1980-02"), Level.DAY, (), id="nothing held"
        ),
    ],
)
def test_holdings_are_of_the_listed_periods_whatever_is_searched_for(
    archive_engine: Engine,
    request_: SearchRequest,
    level: Level,
    periods: tuple[tuple[str, int], ...],
) -> None:
    holdings = held(archive_engine, request_)
    days = [article.date for article in ARCHIVE if article.date]
    assert holdings == Holdings(
        level=level,
        periods=periods,
        undated=len(ARCHIVE) - len(days),
        first=min(days),
        last=max(days),
    )


def test_an_archive_without_dates_holds_nothing_of_any_period(engine_of: EngineOf) -> None:
    engine = engine_of([build_article("a", body="all"), build_article("b", body="all")])
    assert held(engine, SearchRequest()) == Holdings(undated=2)


def test_what_was_removed_is_no_longer_held(tmp_path: Path) -> None:
    kept = build_article("kept", body="all", day="2021-05-05")
    gone = [build_article(f"gone{n}", body="all", day=f"20{n}-01-01") for n in (19, 23)]
    engine = build_embedded([kept, *gone], tmp_path)
    publish_changes(tmp_path, removed=[article.id for article in gone])
    assert held(engine, SearchRequest()) == Holdings(
        periods=(("2021", 1),), first=date(2021, 5, 5), last=date(2021, 5, 5)
    )
    engine.close()


SCATTERED = st.lists(st.dates(date(1700, 1, 1), date(2099, 12, 31)), min_size=1, max_size=12)


@settings(max_examples=settings().max_examples // 2)
@given(SCATTERED, archives(5), st.lists(requests(), min_size=1, max_size=3))
def test_every_number_of_the_chart_is_the_number_of_results_after_the_click(
    days: list[date], some: list[Article], several: list[SearchRequest]
) -> None:
    scattered = [
        replace(build_article(f"day{n}", body="storm rain"), date=day) for n, day in enumerate(days)
    ]
    with embedded([*some, *scattered]) as engine:
        for request in several:
            answer = engine.search(request)
            result = answer.facet(Facet.DATE)
            chart = build_slots(answer.request, result)
            for slot in chart.slots if chart else ():
                assert engine.search(slot.target).total == slot.count
                everything = SearchRequest(period=period_between(slot.first, slot.last))
                if request.period is None:
                    assert slot.held == engine.search(everything).total
                else:
                    assert slot.held is not None
                    assert slot.held <= engine.search(everything).total
                assert slot.count <= slot.held


@given(archives(), st.lists(requests(), min_size=1, max_size=3), articles())
def test_no_period_has_more_results_than_articles(
    some: list[Article], several: list[SearchRequest], extra: Article
) -> None:
    with embedded([article for article in some if article.id != extra.id] + [extra]) as engine:
        for request in several:
            result = engine.search(request).facet(Facet.DATE)
            assert result.holdings is not None
            holds = dict(result.holdings.periods) | {NONE: result.holdings.undated}
            for bucket in result.buckets:
                if bucket.value in holds:
                    assert bucket.count <= holds[bucket.value]
