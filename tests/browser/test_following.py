"""Following a topic: from a search in the browser to the feed, which tells of what came since."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from searchapp.engine import EmbeddedEngine
from searchapp.web import build_app
from tests.browser.conftest import serving, visiting
from tests.contract.articles import build_article
from tests.contract.engines import publish_changes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ATOM = "{http://www.w3.org/2005/Atom}"


def titles(page: "Page", url: str) -> list[str]:
    """The titles of a feed's entries, asked for as a feed reader does."""
    feed = ElementTree.fromstring(page.request.get(url).text())
    return [entry.findtext(f"{ATOM}title") or "" for entry in feed.iter(f"{ATOM}entry")]


def test_a_topic_is_followed_by_its_feed(browser: "Browser", tmp_path: Path) -> None:
    index = tmp_path / "index"
    first = build_article("first", title="Grain ship", body="Grain.", countries=["UA"])
    other = build_article("other", title="Grain elsewhere", body="Grain.", countries=["FR"])
    publish_changes(index, added=[first, other])
    app = build_app(EmbeddedEngine(index))
    with serving(app) as address, visiting(browser, address) as visit:
        page = visit.page
        page.goto("/")
        page.locator("#q").fill("grain")
        page.locator("#q").press("Enter")
        page.get_by_role("heading", name="2 articles", exact=True).wait_for()
        page.get_by_role("checkbox", name="Ukraine").check()
        page.get_by_role("heading", name="1 article", exact=True).wait_for()
        url = "/search.atom?q=grain&country=UA"
        link = page.get_by_role("link", name="feed of new articles")
        link.and_(page.locator(f'[href="{url}"]')).wait_for()
        assert titles(page, url) == ["Grain ship"]
        late = build_article("late", title="Grain in 1899", body="Grain.", countries=["UA"])
        publish_changes(index, added=[late, build_article("b", body="Grain.", countries=["FR"])])
        assert titles(page, url) == ["Grain in 1899", "Grain ship"]
        assert visit.faults == []


def test_the_page_of_a_search_names_its_feed_to_readers(page: "Page") -> None:
    page.goto("/search?q=grain&country=RO")
    named = page.locator('link[rel="alternate"][type="application/atom+xml"]')
    assert named.get_attribute("href") == "/search.atom?q=grain&country=RO"
    assert named.get_attribute("title") == page.title()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_all_of_a_result_is_saved_as_a_table(
    browser: "Browser", address: str, scripts: bool
) -> None:
    with visiting(browser, address, scripts=scripts) as visit:
        page = visit.page
        page.goto("/search?q=the&copies=show&size=10")
        found = (page.locator("#results-heading").text_content() or "").split()[0]
        with page.expect_download() as download:
            page.get_by_role("link", name="all as CSV").click()
        assert download.value.suggested_filename == "articles.csv"
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(text)))) == int(found) > 10
