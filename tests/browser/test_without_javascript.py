"""The same pages without JavaScript: forms and links alone."""

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect


def test_words_and_facets_are_applied_together(plain_page: "Page") -> None:
    page = plain_page
    page.goto("/")
    page.locator("#q").fill("grain")
    page.locator("#facet-section input").first.check()
    page.locator("#facet-country input").first.check()
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator(".chips li")).to_have_count(4)
    expect(page.locator("#q")).to_have_value("grain")
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator(".chips")).to_have_count(0)


def test_excluding_needs_no_script(plain_page: "Page") -> None:
    plain_page.goto("/search")
    plain_page.locator("#facet-section .exclude").first.click()
    expect(plain_page.locator(".chips s")).to_have_count(1)
    plain_page.locator("#facet-section").get_by_role("checkbox", checked=True).uncheck()
    plain_page.get_by_role("button", name="Apply filters").click()
    expect(plain_page.locator(".chips")).to_have_count(0)


def test_the_chart_pages_and_articles_are_links(plain_page: "Page") -> None:
    plain_page.goto("/search")
    plain_page.locator("svg.bars a .slot").first.click()
    expect(plain_page.locator(".crumbs")).to_be_visible()
    plain_page.goto("/search")
    plain_page.get_by_role("link", name="Next page").click()
    expect(plain_page).to_have_url(re.compile("page=2"))
    title = plain_page.locator(".hit h3 a").first.inner_text()
    plain_page.locator(".hit h3 a").first.click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text(title)


def test_nothing_is_offered_that_needs_a_script(plain_page: "Page") -> None:
    plain_page.goto("/")
    expect(plain_page.get_by_role("button", name="Keyboard")).to_have_count(0)


def test_an_order_is_kept_by_the_form(plain_page: "Page") -> None:
    plain_page.goto("/search?q=grain&sort=oldest&size=25&date=2021")
    plain_page.locator("#q").fill("danube")
    plain_page.get_by_role("button", name="Search").click()
    expect(plain_page.get_by_role("link", name="Oldest")).to_have_attribute("aria-current", "true")
    expect(plain_page.locator(".sizes [aria-current]")).to_have_text("25")
    expect(plain_page.locator(".crumbs")).to_contain_text("2021")
