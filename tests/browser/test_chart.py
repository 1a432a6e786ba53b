"""The chart of dates: a range by dragging and by keyboard, shares, at any width, in any colours."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import visiting
from tests.browser.states import open_overview
from tests.browser.test_accessibility import fits

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

URLS = (
    "/search",
    "/search?date=2022",
    "/search?q=grain&chart=share",
    "/search?date=2021-03&chart=share",
    "/search?from=2021-12-01&to=2022-01-20",
    "/search?not-date=2021",
)


def middle(place: "Locator") -> tuple[float, float]:
    box = place.locator(".slot").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: "Page", first: int, last: int, *, release: bool = True) -> None:
    """Over the bars from one place to another."""
    places = page.locator("svg.bars .place")
    page.mouse.move(*middle(places.nth(first)))
    page.mouse.down()
    page.mouse.move(*middle(places.nth(last)), steps=6)
    if release:
        page.mouse.up()


def found(page: "Page", sentence: str) -> "re.Pattern[str]":
    """The heading of as many articles as a sentence names."""
    match = re.search(r"\d+ articles?$", sentence)
    assert match is not None, sentence
    return re.compile(rf"^{match[0]}$")


def test_dragging_over_bars_chooses_the_days_from_the_first_to_the_last(page: "Page") -> None:
    page.goto("/search?date=2022")
    drag(page, 4, 1, release=False)
    sentence = page.locator("#chart-range").inner_text()
    assert sentence.startswith("February 2022 to May 2022: ")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"/search\?from=2022-02-01&to=2022-05-31$"))
    expect(page.locator("#results-heading")).to_have_text(found(page, sentence))
    expect(page.locator("svg.bars .place")).to_have_count(4)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/search\?date=2022$"))


def test_a_range_can_be_given_up(page: "Page") -> None:
    page.goto("/search")
    hint = page.locator("#chart-range").inner_text()
    drag(page, 0, 2, release=False)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator("#chart-range")).to_have_text(hint)
    expect(page).to_have_url(re.compile("/search$"))


def test_the_chart_is_one_stop_for_the_keyboard_and_arrows_choose_a_range(page: "Page") -> None:
    page.goto("/search?q=grain")
    assert page.locator("svg.bars a[tabindex='0']").count() == 1
    page.locator("#chart-kind-2").focus()
    page.keyboard.press("Tab")
    expect(page.locator("svg.bars a").first).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("svg.bars a").last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    sentence = page.locator("#chart-range").inner_text()
    assert re.match(r"\d{4} to \d{4}: ", sentence)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=\d{4}-01-01&to=\d{4}-12-31$"))
    expect(page.locator("#results-heading")).to_have_text(found(page, sentence))
    expect(page.locator("svg.bars a").first).to_be_focused()


def test_enter_on_a_bar_leads_into_it_and_the_focus_follows(page: "Page") -> None:
    page.goto("/search")
    page.locator("svg.bars a").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?date=\d{4}$"))
    expect(page.locator("svg.bars a").first).to_be_focused()


def test_shares_are_an_address_of_their_own(page: "Page") -> None:
    page.goto("/search?q=grain")
    page.get_by_role("link", name="Share of archive").click()
    expect(page).to_have_url(re.compile(r"\?q=grain&chart=share$"))
    expect(page.locator("#chart-caption")).to_contain_text("Share of the archive’s articles")
    expect(page.locator(".chart-scale text").first).to_contain_text("%")
    page.locator("#q").fill("grain ship")
    expect(page).to_have_url(re.compile(r"chart=share"))


def test_what_the_archive_holds_nothing_from_is_hatched_and_said(page: "Page") -> None:
    page.goto("/search?date=2021-03")
    expect(page.locator("svg.bars .gap").first).to_be_visible()
    expect(page.locator(".chart-foot")).to_contain_text("The archive holds nothing from")
    assert page.evaluate(
        "getComputedStyle(document.querySelector('svg.bars pattern path')).stroke !== 'none'"
    )


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_labels_never_touch_and_bars_are_as_high_as_the_chart(
    browser: "Browser", address: str, width: int
) -> None:
    with visiting(browser, address, width=width) as visit:
        for url in URLS:
            visit.page.goto(url)
            open_overview(visit.page)
            boxes = [
                box
                for tick in visit.page.locator("svg.bars [class^=ticks] text:visible").all()
                if (box := tick.bounding_box())
            ]
            assert len(boxes) >= 2, url
            for one, other in pairwise(boxes):
                assert one["x"] + one["width"] < other["x"], url
            slot = visit.page.locator("svg.bars a .slot").first.bounding_box()
            assert slot is not None
            assert slot["height"] >= 100
            assert fits(visit.page)
        assert visit.faults == []


def test_bars_stand_out_in_forced_colours(page: "Page") -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/search")
    colours = page.evaluate(
        """() => {
          const style = (selector) => getComputedStyle(document.querySelector(selector));
          return [style("svg.bars .column").fill, style("body").backgroundColor];
        }"""
    )
    assert colours[0] != colours[1]


def test_typing_does_not_move_the_chart_away(page: "Page") -> None:
    page.goto("/search?q=grain")
    before = page.locator("svg.bars").bounding_box()
    places = page.locator("svg.bars .place").count()
    page.locator("#q").fill("grain ship")
    expect(page).to_have_url(re.compile("ship"))
    expect(page.locator(".chips")).to_contain_text("ship")
    assert page.locator("svg.bars").bounding_box() == before
    assert page.locator("svg.bars .place").count() == places


def test_paper_gets_the_chart_without_its_switches(page: "Page") -> None:
    page.goto("/search")
    page.emulate_media(media="print")
    expect(page.locator("svg.bars")).to_be_visible()
    expect(page.locator(".chart-kinds")).to_be_hidden()
