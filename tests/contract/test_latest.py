"""What came into the index last comes first, whatever its date; nothing is missed or doubled."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from searchapp.engine.embedded import EmbeddedEngine
from searchapp.errors import UserError
from searchapp.search.engine import Engine
from searchapp.search.latest import Latest
from searchapp.search.request import SearchRequest
from tests.contract.archive import ARCHIVE, STORM, TALKS
from tests.contract.articles import build_article
from tests.contract.engines import publish_changes
from tests.contract.stock import Publications, publications
from tests.contract.strategies import requests


def ids(latest: Latest) -> list[str]:
    return [arrival.hit.id for arrival in latest.arrivals]


def publish(folder: Path, several: Publications) -> EmbeddedEngine:
    for added, removed in several:
        publish_changes(folder, added=added, removed=removed)
    return EmbeddedEngine(folder)


def first_in(several: Publications) -> dict[str, int]:
    """In which publication each article came; one that replaces another came when that did."""
    came: dict[str, int] = {}
    for number, (added, removed) in enumerate(several):
        for gone in set(removed) - {article.id for article in added}:
            came.pop(gone, None)
        for article in added:
            came.setdefault(article.id, number)
    return came


@given(publications(), requests())
def test_later_publications_come_first_and_within_one_the_newest(
    several: Publications, request: SearchRequest
) -> None:
    with TemporaryDirectory() as folder:
        engine = publish(Path(folder) / "index", several)
        came = first_in(several)
        whole = engine.latest(request.with_size(100).with_page(1))
        newest_first = [article.id for article in engine.export(request.with_sort(None)).articles]
        assert sorted(ids(whole)) == sorted(newest_first)
        assert whole.total == engine.search(request).total
        order = [came[article_id] for article_id in ids(whole)]
        assert order == sorted(order, reverse=True)
        moments = [arrival.arrived for arrival in whole.arrivals]
        assert moments == sorted(moments, reverse=True)
        for one, other in pairwise(whole.arrivals):
            assert (came[one.hit.id] == came[other.hit.id]) == (one.arrived == other.arrived)
        pages = [
            article_id
            for page in range(1, engine.latest(request).pages + 1)
            for article_id in ids(engine.latest(request.with_page(page)))
        ]
        assert pages == ids(whole)
        engine.close()


def test_together_arrived_is_newest_first(marking_engine: Engine) -> None:
    latest = marking_engine.latest(SearchRequest(query="storm", size=100))
    days = [arrival.hit.date for arrival in latest.arrivals]
    assert days == sorted(days, key=lambda day: day.toordinal() if day else 0, reverse=True)
    assert all(arrival.hit.score is None for arrival in latest.arrivals)
    assert latest.arrivals[0].hit.snippets


def test_an_old_article_that_comes_late_is_first_and_a_corrected_one_stays(
    tmp_path: Path,
) -> None:
    publish_changes(tmp_path / "index", added=[STORM, TALKS])
    engine = EmbeddedEngine(tmp_path / "index")
    before = {
        arrival.hit.id: arrival.arrived for arrival in engine.latest(SearchRequest()).arrivals
    }
    late = build_article("late", body="Found in the cellar.", day="1899-01-01")
    corrected = build_article(STORM.id, body="A storm, corrected.", day="2022-12-30")
    publish_changes(tmp_path / "index", added=[late, corrected])
    latest = engine.latest(SearchRequest())
    assert ids(latest) == ["late", STORM.id, TALKS.id]
    arrived = {arrival.hit.id: arrival.arrived for arrival in latest.arrivals}
    assert arrived.pop("late") == latest.newest > max(before.values())
    assert arrived == before
    engine.close()


def test_an_article_that_was_gone_arrives_anew(tmp_path: Path) -> None:
    publish_changes(tmp_path / "index", added=ARCHIVE)
    publish_changes(tmp_path / "index", removed=[STORM.id])
    publish_changes(tmp_path / "index", added=[STORM])
    engine = EmbeddedEngine(tmp_path / "index")
    assert ids(engine.latest(SearchRequest(size=1))) == [STORM.id]
    engine.close()


def test_without_results_the_index_says_since_when(marking_engine: Engine) -> None:
    latest = marking_engine.latest(SearchRequest(query="nonesuch"))
    assert (latest.total, latest.pages, latest.arrivals) == (0, 0, ())
    assert latest.newest == marking_engine.status().published_at


def test_a_page_beyond_the_last_is_the_last(marking_engine: Engine) -> None:
    latest = marking_engine.latest(SearchRequest(size=3, page=99))
    assert (latest.request.page, len(latest.arrivals)) == (latest.pages, 1)


def test_the_name_of_what_is_served_changes_with_it_only(tmp_path: Path) -> None:
    names = []
    for folder in ("one", "two"):
        publish_changes(tmp_path / folder, added=[STORM])
        engine = EmbeddedEngine(tmp_path / folder)
        names += [engine.generation(), engine.generation()]
        publish_changes(tmp_path / folder, added=[TALKS])
        names.append(engine.generation())
        engine.close()
    assert len(set(names)) == 4
    assert names[0] == names[1] and names[3] == names[4]


def test_a_query_beyond_the_limits_is_refused(marking_engine: Engine) -> None:
    with pytest.raises(UserError):
        marking_engine.latest(SearchRequest(query="x" * 5000))
