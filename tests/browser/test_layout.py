"""Pages stand still while they load, fold their filters when narrow, and print as text."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

WATCH = """
  window.shifted = 0;
  window.watcher = new PerformanceObserver(list => count(list.getEntries()));
  const count = entries => entries.forEach(entry => { window.shifted += entry.value; });
  window.watcher.observe({type: "layout-shift", buffered: true});
  window.shiftedSoFar = async () => {
    // What has changed is drawn first, and told of after that.
    for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
    count(window.watcher.takeRecords());
    return window.shifted;
  };
"""
LEAST_SHIFT = 0.05
"""What is seen as movement begins at 0.1 by Web Vitals; typing also counts what follows a key."""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("url", ["/", "/search?q=grain", "/search?date=2022", "/status"])
def test_nothing_moves_while_a_page_loads(
    browser: "Browser", address: str, url: str, width: int
) -> None:
    with visiting(browser, address, width=width, alone=True) as visit:
        visit.page.add_init_script(WATCH)
        visit.page.goto(url)
        assert visit.page.evaluate("shiftedSoFar()") < LEAST_SHIFT


MANY_CHIPS = (
    "/search?q=%22black+sea%22+coast+-corn&country=GE&country=UA&not-country=EG"
    "&section=politics&section=world&from=2019-01&to=2026-06"
)


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("url", ["/", "/search?q=grain", MANY_CHIPS], ids=["all", "one", "many"])
def test_the_first_hit_stands_high_where_the_window_is_narrow(
    browser: "Browser", address: str, scripts: bool, url: str
) -> None:
    """Within the upper half of a small phone's window, whatever is in use."""
    with visiting(browser, address, width=360, scripts=scripts) as visit:
        visit.page.goto(url)
        title = visit.page.locator(".hit h3").first.bounding_box()
        assert title is not None
        assert title["y"] < 360
        assert visit.page.evaluate("document.documentElement.scrollWidth") == 360


def test_what_is_unfolded_above_the_hits_stays_so_over_an_update(
    browser: "Browser", address: str
) -> None:
    with visiting(browser, address, width=360) as visit:
        chart = visit.page.locator("svg.bars")
        visit.page.goto("/search?q=grain")
        expect(chart).to_be_hidden()
        visit.page.locator(".overview > summary").click()
        visit.page.locator("#q").fill("danube")
        expect(visit.page.locator(".chips")).to_contain_text("danube")
        expect(chart).to_be_visible()
        visit.page.locator(".overview > summary").click()
        expect(chart).to_be_hidden()


def test_nothing_is_folded_above_the_hits_where_the_window_is_wide(page: "Page") -> None:
    page.goto("/search?q=grain")
    expect(page.locator("svg.bars")).to_be_visible()
    expect(page.locator(".overview > summary")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without script"])
def test_filters_are_folded_when_narrow(browser: "Browser", address: str, scripts: bool) -> None:
    with visiting(browser, address, width=360, scripts=scripts) as visit:
        visit.page.goto("/search")
        box = visit.page.locator("#facet-country input[type=checkbox]").first
        expect(box).to_be_hidden()
        visit.page.locator(".fold > summary").click()
        expect(box).to_be_visible()


def test_opened_filters_stay_open_over_an_update(browser: "Browser", address: str) -> None:
    with visiting(browser, address, width=360) as visit:
        visit.page.goto("/search")
        visit.page.locator(".fold > summary").click()
        visit.page.locator("#facet-country input").first.check()
        expect(visit.page.locator(".fold > summary")).to_contain_text("1 in use")
        expect(visit.page.locator("#facet-country input").first).to_be_visible()
        assert visit.faults == []


def test_filters_are_always_there_when_wide(page: "Page") -> None:
    page.goto("/search")
    expect(page.locator("#facet-country input").first).to_be_visible()
    expect(page.locator(".fold > summary")).to_be_hidden()


def test_paper_gets_the_article_without_the_controls(page: "Page") -> None:
    page.goto("/search?q=grain")
    page.locator(".hit h3 a").first.click()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for control in (".box", ".way-back", ".foot", ".source", ".evidence"):
        expect(page.locator(control)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 600, 899, 900, 1920])
def test_no_width_needs_scrolling_sideways(browser: "Browser", address: str, width: int) -> None:
    with visiting(browser, address, width=width) as visit:
        for url in ("/", "/search?q=grain&date=2021-03", "/search?q=zzzznothing", "/status"):
            visit.page.goto(url)
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, url
        visit.page.goto("/search?q=grain")
        visit.page.locator(".hit h3 a").first.click()
        visit.page.wait_for_load_state()
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_jumps_while_a_query_is_typed(browser: "Browser", address: str, width: int) -> None:
    with visiting(browser, address, width=width) as visit:
        visit.page.add_init_script(WATCH)
        visit.page.goto("/search?q=the")
        visit.page.locator("#q").press("End")
        for words in ("the g", "the grain", "the grain d", "the grain danube"):
            visit.page.locator("#q").fill(words)
            expect(visit.page.locator(".chips")).to_contain_text(words)
        assert visit.page.evaluate("shiftedSoFar()") < LEAST_SHIFT
