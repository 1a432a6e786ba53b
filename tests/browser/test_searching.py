"""A person searches: by typing, by facets, through pages, back and forth, by keyboard alone."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.states import wait_until_settled

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect


def arguments(page: "Page") -> str:
    return urlsplit(page.url).query


def count(page: "Page") -> int:
    words = page.locator("#results-heading").inner_text().split()
    return 0 if words[0] == "No" else int(words[0])


def test_typing_searches_and_replaces_the_address(page: "Page") -> None:
    page.goto("/")
    everything = count(page)
    steps = page.evaluate("history.length")
    page.locator("#q").press_sequentially("grain", delay=20)
    expect(page.locator(".chips")).to_contain_text("grain")
    assert 0 < count(page) < everything
    assert arguments(page) == "q=grain"
    assert page.evaluate("history.length") == steps
    assert page.title().startswith("grain")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#status")).to_have_text(re.compile(r"^\d+ articles? found\.$"))


def test_enter_on_what_typing_found_needs_no_second_step_back(page: "Page") -> None:
    page.goto("/")
    page.goto("/search?section=business")
    page.locator("#q").fill("grain")
    expect(page.locator(".chips")).to_contain_text("grain")
    with page.expect_response("**/search?*q=grain*"):
        page.locator("#q").press("Enter")
    wait_until_settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/$"))


def test_a_facet_click_narrows_and_back_widens(page: "Page") -> None:
    page.goto("/search")
    everything = count(page)
    box = page.get_by_role("group", name="Country").get_by_role("checkbox").first
    counted = int(box.locator("xpath=..").locator(".count").inner_text())
    box.check()
    expect(page.locator("#results-heading")).to_have_text(re.compile(rf"^{counted} "))
    assert arguments(page).startswith("country=")
    expect(
        page.get_by_role("group", name="Country").get_by_role("checkbox", checked=True)
    ).to_have_count(1)
    page.go_back()
    expect(page.locator("#results-heading")).to_have_text(re.compile(rf"^{everything} "))
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    page.go_forward()
    expect(page.locator("#results-heading")).to_have_text(re.compile(rf"^{counted} "))


def test_focus_stays_on_the_checkbox_that_was_changed(page: "Page") -> None:
    page.goto("/search")
    box = page.get_by_role("group", name="Section").get_by_role("checkbox").nth(1)
    name = box.get_attribute("id")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".chips")).to_be_visible()
    expect(page.locator(f"#{name}")).to_be_focused()


def test_two_values_of_a_facet_widen_and_two_facets_narrow(page: "Page") -> None:
    page.goto("/search")
    boxes = page.get_by_role("group", name="Country").get_by_role("checkbox").all()
    first, second = (page.locator(f"#{box.get_attribute('id')}") for box in boxes[:2])
    first.check()
    expect(page.locator(".chips li")).to_have_count(2)
    one = count(page)
    second.check()
    expect(page.locator(".chips li")).to_have_count(3)
    both = count(page)
    assert both >= one
    page.get_by_role("group", name="Section").get_by_role("checkbox").first.check()
    expect(page.locator(".chips li")).to_have_count(4)
    assert count(page) <= both


def test_excluding_a_value_and_letting_go_of_it(page: "Page") -> None:
    page.goto("/search")
    everything = count(page)
    row = page.locator("#facet-section .bucket").first
    counted = int(row.locator(".count").inner_text())
    row.get_by_role("link", name="Exclude").click()
    expect(page.locator("#results-heading")).to_have_text(re.compile(rf"^{everything - counted} "))
    expect(page.locator(".chips s")).to_have_count(1)
    page.locator("#facet-section").get_by_role("checkbox", checked=True).click()
    expect(page.locator("#results-heading")).to_have_text(re.compile(rf"^{everything} "))


def test_the_chart_leads_from_years_to_days(page: "Page") -> None:
    page.goto("/search")
    for period in (r"\d{4}", r"\d{4}-\d\d", r"\d{4}-\d\d-\d\d"):
        bar = page.locator("svg.bars a").last
        name = bar.get_attribute("aria-label") or ""
        bar.locator(".slot").click()
        expect(page).to_have_url(re.compile(rf"/search\?date={period}$"))
        expect(page.locator("#results-heading")).to_have_text(name.split(": ")[1])
    page.get_by_role("list", name="Period").get_by_role("link").first.click()
    expect(page.locator(".crumbs")).to_have_count(0)
    expect(page).to_have_url(re.compile("/search$"))


def test_a_typed_period(page: "Page") -> None:
    page.goto("/search")
    page.get_by_label("From").fill("2021")
    page.get_by_label("To").fill("2021-06")
    page.get_by_role("button", name="Set").click()
    expect(page.locator(".chips")).to_contain_text("1 January 2021 to 30 June 2021")
    expect(page.get_by_label("To")).to_have_value("2021-06-30")


def test_a_period_that_is_none_is_explained_and_can_be_mended(troubled_page: "Page") -> None:
    page = troubled_page
    page.goto("/search")
    page.get_by_label("From").fill("someday")
    with page.expect_response("**/search?from=someday"):
        page.get_by_role("button", name="Set").click()
    expect(page.get_by_role("alert")).to_contain_text("“someday” is not a date")
    page.get_by_label("From").fill("2021")
    page.get_by_role("button", name="Set").click()
    expect(page.locator("#results-heading")).to_have_text(re.compile(r"^\d+ articles?$"))


def test_removing_the_words_empties_the_box(page: "Page") -> None:
    page.goto("/search?q=grain&section=business")
    page.locator(".chips").get_by_role("link", name="grain").click()
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator(".chips li")).to_have_count(2)
    expect(page.locator("#chips")).to_be_focused()


def test_paging_moves_focus_to_the_heading_and_says_the_page(page: "Page") -> None:
    page.goto("/search")
    page.get_by_role("link", name="Next page").click()
    expect(page.locator("#status")).to_have_text(re.compile(r"page 2 of \d+"))
    expect(page.locator("#results-heading")).to_be_focused()
    assert page.evaluate("window.scrollY") == 0
    assert arguments(page) == "page=2"


def test_order_and_page_size(page: "Page") -> None:
    page.goto("/search?q=grain")
    page.get_by_role("navigation", name="Order").get_by_role("link", name="Oldest").click()
    expect(page.get_by_role("link", name="Oldest")).to_have_attribute("aria-current", "true")
    days = page.locator(".hit time").evaluate_all("times => times.map(t => t.dateTime)")
    assert days == sorted(days)
    page.goto("/search")
    page.get_by_role("navigation", name="Articles per page").get_by_role("link", name="25").click()
    expect(page.locator(".hit")).to_have_count(25)


def test_opening_an_article_and_coming_back(page: "Page") -> None:
    page.goto("/search?q=grain")
    title = page.locator(".hit h3 a").first.inner_text()
    page.locator(".hit h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("article mark").first).to_be_visible()
    page.get_by_role("link", name="Back to results").click()
    expect(page.locator("#q")).to_have_value("grain")
    page.go_back()
    page.go_back()
    expect(page.locator(".hit h3 a").first).to_have_text(title)


def test_evidence_leads_to_its_place_in_the_text(page: "Page") -> None:
    page.goto("/search?q=grain")
    page.locator(".hit h3 a").first.click()
    place = page.locator(".evidence .places a").first
    words = place.locator("b").inner_text()
    place.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert words.startswith(target.inner_text())


def test_the_keyboard_alone(page: "Page") -> None:
    page.goto("/search")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("grain/j")
    expect(page.locator("#q")).to_have_value("grain/j")
    page.locator("#q").fill("grain")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text("grain")
    page.locator("#q").blur()
    page.keyboard.press("j")
    expect(page.locator(".hit h3 a").nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".hit h3 a").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".hit h3 a").nth(0)).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile("/article/"))


def test_a_stale_answer_never_wins(page: "Page") -> None:
    """A search for the first letters that is not answered yet is given up for the next one."""
    page.goto("/search")
    page.route("**/search?q=g", lambda route: None)
    with page.expect_request("**/search?q=g"):
        page.locator("#q").fill("g")
    with page.expect_event("requestfailed", lambda request: request.url.endswith("q=g")):
        page.locator("#q").fill("grain")
    expect(page.locator(".chips")).to_contain_text("grain")
    assert arguments(page) == "q=grain"


def test_only_a_search_dims_the_results(page: "Page") -> None:
    page.goto("/search?q=grain")
    waiting: list[Route] = []
    page.route("**/why?*", lambda route: waiting.append(route))
    with page.expect_request("**/why?*"):
        page.locator(".why summary").first.click()
    expect(page.locator("#results")).not_to_have_attribute("aria-busy", "true")
    waiting[0].continue_()
    expect(page.locator(".why-room table").first).to_be_visible()
    page.route("**/search?*", lambda route: waiting.append(route))
    with page.expect_request("**/search?*"):
        page.locator("#facet-section input").first.check()
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    waiting[1].continue_()
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")


def test_steps_back_in_quick_succession_end_where_the_last_one_leads(page: "Page") -> None:
    """The page of the first step back comes last, when it is not wanted any more."""
    page.goto("/search")
    everything = page.locator("#results-heading").inner_text()
    for place, facet in enumerate(("section", "country"), 2):
        page.locator(f"#facet-{facet} input").first.check()
        expect(page.locator(".chips li")).to_have_count(place)
    page.route("**/search?section=*", lambda route: None)
    with page.expect_request("**/search?section=*"):
        page.evaluate("history.back()")
    with page.expect_event("requestfailed", lambda request: "section=" in request.url):
        page.evaluate("history.back()")
    expect(page.locator("#results-heading")).to_have_text(everything)
    expect(page.locator(".chips")).to_have_count(0)


def test_the_first_tab_leads_past_the_head_of_the_page(page: "Page") -> None:
    page.goto("/search")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_server_that_does_not_answer_is_said(troubled_page: "Page") -> None:
    page = troubled_page
    page.goto("/search")
    shown = count(page)
    page.route("**/search?*", lambda route: route.abort())
    page.locator("#facet-section input").first.check()
    expect(page.locator("#status")).to_contain_text("did not answer")
    expect(page.locator(".unreachable")).to_be_visible()
    assert count(page) == shown
