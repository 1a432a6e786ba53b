"""A person finds a value by a few letters: in a facet's full list, and below the search box."""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import visiting
from tests.browser.test_accessibility import fits
from tests.web.canned_engine import CannedEngine

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

OPTIONS = "#suggestions [role=option]"


def arguments(page: "Page") -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def type_words(page: "Page", words: str) -> None:
    page.locator("#q").press_sequentially(words, delay=20)
    expect(page.locator(OPTIONS).first).to_be_visible()


def count_of(page: "Page", place: int) -> int:
    text = page.locator(OPTIONS).nth(place).locator(".count").inner_text()
    return int(text.replace(",", ""))


def expect_found(page: "Page", count: int) -> None:
    expect(page.locator("#results-heading")).to_have_text(re.compile(rf"^{count} article"))


# ---- The full list of a facet ----


def test_typing_in_a_facet_narrows_its_list_and_keeps_the_place(page: "Page") -> None:
    page.goto("/search?q=the&all=person")
    everything = page.locator("#facet-person .bucket").count()
    title = page.title()
    page.locator("#find-person").press_sequentially("ma", delay=20)
    expect(page).to_have_url(re.compile("find-person=ma"))
    expect(page.locator("#status")).to_have_text(re.compile(r"^Person: \d+ values?\.$"))
    assert 0 < page.locator("#facet-person .bucket").count() < everything
    expect(page.locator("#find-person")).to_be_focused()
    assert page.title() == title


def test_letters_typed_while_an_answer_comes_are_kept(page: "Page") -> None:
    page.goto("/search?all=person")
    page.locator("#find-person").press_sequentially("maria x", delay=150)
    expect(page).to_have_url(re.compile(r"find-person=maria(\+|%20)x"))
    expect(page.locator("#find-person")).to_have_value("maria x")


def test_a_found_value_narrows_and_the_list_stays(page: "Page") -> None:
    page.goto("/search?all=person")
    page.locator("#find-person").press_sequentially("ma", delay=20)
    expect(page).to_have_url(re.compile("find-person=ma"))
    box = page.locator("#facet-person").get_by_role("checkbox").first
    name = box.get_attribute("id")
    counted = int(box.locator("xpath=..").locator(".count").inner_text())
    box.focus()
    page.keyboard.press("Space")
    expect_found(page, counted)
    assert arguments(page)["find-person"] == ["ma"]
    expect(page.locator(f"#{name}")).to_be_focused()
    expect(page.locator("#find-person")).to_have_value("ma")


def test_the_order_of_the_list_is_a_click_that_keeps_the_focus(page: "Page") -> None:
    page.goto("/search?all=person")
    page.locator("#order-person-2").click()
    expect(page).to_have_url(re.compile("order-person=name"))
    expect(page.locator("#order-person-2")).to_have_attribute("aria-current", "true")
    expect(page.locator("#order-person-2")).to_be_focused()
    page.locator("#facet-section").get_by_role("checkbox").first.check()
    expect(page.locator(".chips")).to_be_visible()
    assert arguments(page)["order-person"] == ["name"]
    labels = page.locator("#facet-person .label").all_inner_texts()
    assert labels == sorted(labels, key=str.casefold)


def test_finding_values_needs_no_script(plain_page: "Page") -> None:
    plain_page.goto("/search")
    plain_page.get_by_role("link", name="Show all persons").click()
    plain_page.get_by_label("Find a person").fill("ma")
    plain_page.locator("#facet-person").get_by_role("button", name="Find").click()
    expect(plain_page).to_have_url(re.compile("find-person=ma"))
    plain_page.locator("#facet-person").get_by_role("checkbox").first.check()
    plain_page.get_by_role("button", name="Apply filters").click()
    expect(plain_page.locator(".chips")).to_contain_text("Person")
    expect(plain_page.get_by_label("Find a person")).to_have_value("ma")


# ---- Suggestions ----


def test_a_suggested_value_becomes_a_filter(page: "Page") -> None:
    page.goto("/search")
    type_words(page, "ma")
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".box [role=status]")).to_have_text(re.compile(r"^\d+ suggestions?;"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", "suggestion-1")
    expect(page.locator(OPTIONS).first).to_have_attribute("aria-selected", "true")
    count = count_of(page, 0)
    page.keyboard.press("Enter")
    expect_found(page, count)
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#suggestions")).to_be_hidden()
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")
    assert "q" not in arguments(page)
    page.go_back()
    assert arguments(page).keys() <= {"q"}


def test_a_suggested_word_completes_the_typed_one(page: "Page") -> None:
    page.goto("/search")
    type_words(page, "the gra")
    word = page.locator(OPTIONS).filter(has=page.locator(".word")).first
    text = word.locator(".word").inner_text()
    word.click()
    expect(page.locator("#q")).to_have_value(f"the {text}")
    expect(page.locator("#q")).to_be_focused()
    assert arguments(page) == {"q": [f"the {text}"]}


def test_the_arrows_lead_round_through_the_box(page: "Page") -> None:
    page.goto("/search")
    type_words(page, "ma")
    last = page.locator(OPTIONS).count()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", f"suggestion-{last}")
    page.keyboard.press("ArrowDown")
    assert page.locator("#q").get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", "suggestion-1")
    expect(page.locator("#q")).to_be_focused()


def test_escape_closes_the_list_and_keeps_the_words(page: "Page") -> None:
    page.goto("/search")
    type_words(page, "ma")
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()
    expect(page.locator("#q")).to_have_value("ma")


def test_enter_without_a_choice_searches_what_was_typed(page: "Page") -> None:
    page.goto("/search")
    type_words(page, "gra")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text("gra")
    expect(page.locator("#suggestions")).to_be_hidden()
    assert arguments(page) == {"q": ["gra"]}


def test_leaving_the_box_closes_the_list(page: "Page") -> None:
    page.goto("/search")
    type_words(page, "ma")
    page.keyboard.press("Tab")
    expect(page.locator("#suggestions")).to_be_hidden()


def test_a_choice_is_not_overtaken_by_what_was_typed_before_it(
    browser: "Browser", address: str
) -> None:
    """Typing searches after a moment; choosing within that moment must win."""
    with visiting(browser, address, alone=True) as visit:
        page = visit.page
        page.clock.install()
        page.goto("/search")
        held: list[Route] = []
        page.route("**/search?*person=*", lambda route: held.append(route))
        page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
        page.locator("#q").press_sequentially("ma")
        page.clock.run_for(150)
        expect(page.locator(OPTIONS).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        with page.expect_request("**/search?*person=*"):
            page.keyboard.press("Enter")
        # What typing left to be done would be done by now, and would give up what was chosen.
        page.clock.run_for(2_000)
        held[0].continue_()
        expect(page).to_have_url(re.compile("person="))
        assert "q" not in arguments(page)
        assert visit.faults == []


def test_suggestions_are_there_after_going_back(page: "Page") -> None:
    page.goto("/search")
    page.locator("#facet-section").get_by_role("checkbox").first.check()
    expect(page.locator(".chips")).to_be_visible()
    page.go_back()
    expect(page.locator(".chips")).to_have_count(0)
    type_words(page, "ma")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q")).to_have_attribute("aria-activedescendant", "suggestion-1")


def test_suggestions_are_there_where_nothing_else_is_loaded(page: "Page") -> None:
    page.goto("/status")
    type_words(page, "ma")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_be_visible()


def test_without_suggestions_typing_searches_as_ever(troubled_page: "Page") -> None:
    page = troubled_page
    page.route("**/suggest?*", lambda route: route.abort())
    page.goto("/search")
    page.locator("#q").press_sequentially("grain", delay=20)
    expect(page.locator(".chips")).to_contain_text("grain")


def test_an_example_of_the_help_card_is_a_search(page: "Page") -> None:
    page.goto("/search")
    page.get_by_text("How to search").click()
    example = page.locator(".help dt a").first
    words = example.inner_text()
    example.click()
    expect(page.locator("#q")).to_have_value(words)
    expect(page.locator(".hit").first).to_be_visible()


def test_hostile_suggestions_run_nothing(
    browser: "Browser", canned: CannedEngine, canned_address: str
) -> None:
    with visiting(browser, canned_address, width=360) as visit:
        visit.page.on("dialog", lambda dialog: visit.faults.append(f"ran: {dialog.message}"))
        visit.page.goto("/status")
        type_words(visit.page, "ma")
        assert fits(visit.page)
        assert visit.faults == []
