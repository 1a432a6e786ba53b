"""The whole-archive pages, grids and words in context in a real browser."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Visit, visiting
from tests.browser.test_accessibility import (
    LOOKS,
    Look,
    fits,
    open_all,
    policy_faults,
    violations,
)
from tests.web.canned_engine import CannedEngine

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STATES = {
    "persons": "/persons",
    "names beginning with a letter": "/authors?order=name&letter=A",
    "no such name": "/countries?find=zzzz",
    "country": "/countries/UA",
    "unknown person": "/persons/Nobody%20Known",
    "grid": "/grid?q=grain",
    "dates against sources": "/grid?country=UA&rows=date&columns=source",
    "empty grid": "/grid?q=zzzznothing",
    "words in context": "/concordance?q=grain",
    "sorted words": "/concordance?q=grain&country=UA&by=right",
    "no words": "/concordance",
}


@pytest.fixture(params=LOOKS, ids=str)
def look(request: pytest.FixtureRequest) -> Look:
    """Each look in turn."""
    chosen: Look = request.param
    return chosen


@pytest.fixture
def visit(browser: "Browser", address: str, look: Look) -> Iterator[Visit]:
    """A page on the sample articles in that look."""
    with visiting(browser, address, width=look.width, scheme=look.scheme) as visit:
        yield visit


@pytest.mark.parametrize("url", STATES.values(), ids=STATES.keys())
def test_no_state_violates_a_rule(visit: Visit, look: Look, url: str) -> None:
    visit.page.goto(url)
    open_all(visit.page)
    assert violations(visit.page, look.options) == []
    assert fits(visit.page), f"wider than {look.width} pixels"
    assert policy_faults(visit) == []


@pytest.mark.parametrize("url", ["/persons", "/persons/x", "/grid?q=x", "/concordance?q=x"])
def test_hostile_names_run_nothing_and_violate_nothing(
    browser: "Browser", canned: CannedEngine, canned_address: str, url: str
) -> None:
    with visiting(browser, canned_address, width=360) as visit:
        visit.page.on("dialog", lambda dialog: visit.faults.append(f"ran: {dialog.message}"))
        visit.page.goto(url)
        open_all(visit.page)
        assert violations(visit.page) == []
        assert fits(visit.page)
        assert policy_faults(visit) == []


def test_from_a_name_to_its_articles_and_to_who_else_is_in_them(page: "Page") -> None:
    page.goto("/")
    page.get_by_role("link", name="Persons", exact=True).click()
    page.locator(".names th a").first.click()
    name = page.locator("h1").inner_text()
    page.locator(".company .count").first.click()
    page.locator("#results-heading").wait_for()
    assert name in page.locator("#chips").inner_text()
    page.get_by_role("link", name="grid", exact=True).click()
    page.locator("table.grid").wait_for()
    cell = page.locator("table.grid td a").first
    count = cell.inner_text()
    cell.click()
    assert page.locator("#results-heading").inner_text().split()[0] == count


def test_a_search_on_the_search_page_opens_its_words_in_context(page: "Page") -> None:
    page.goto("/")
    page.locator("#q").fill("grain")
    page.get_by_role("link", name="words in context").click()
    page.locator("table.kwic").wait_for()
    assert page.locator("#q").input_value() == "grain"
    page.get_by_role("link", name="1st word right").click()
    assert "by=right" in page.url


def test_everything_works_without_javascript(plain_page: "Page") -> None:
    plain_page.goto("/countries")
    plain_page.locator("#find").fill("ukr")
    plain_page.get_by_role("button", name="Find").click()
    assert plain_page.locator(".names th a").all_inner_texts() == ["Ukraine"]
    plain_page.goto("/grid?q=grain")
    plain_page.locator("#columns").select_option("section")
    plain_page.get_by_role("button", name="Show").click()
    assert plain_page.locator("h1").inner_text() == "Persons × sections"
    assert plain_page.locator("#q").input_value() == "grain"
