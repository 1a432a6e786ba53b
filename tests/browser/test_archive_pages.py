"""The whole-archive pages, grids and words in context in a real browser."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


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
    word = page.locator("table.kwic mark").nth(2).inner_text()
    page.locator("table.kwic td.where a").nth(2).click()
    place = page.locator("mark:target")
    assert place.inner_text() == word
    assert page.url.endswith(f"#{place.get_attribute('id')}")


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
