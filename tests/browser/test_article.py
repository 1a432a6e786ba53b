"""Reading an article: stepping through marks, evidence and back, turning pages, citing."""

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import visiting
from tests.browser.test_accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

ARTICLE = "/article/capital-ledger/2024/2024-09-10-grain-office.txt?q=grain"


def is_clear_of_the_bar(place: "Locator") -> bool:
    """Whether a place is in the window and not behind the bar that sticks to its top."""
    return bool(
        place.evaluate(
            """node => {
              const box = node.getBoundingClientRect();
              const bar = document.getElementById("marks").getBoundingClientRect();
              const clear = box.top >= bar.bottom || box.bottom <= bar.top;
              return clear && box.top >= 0 && box.bottom <= innerHeight;
            }"""
        )
    )


def test_keys_step_through_the_marked_words_and_around(page: "Page") -> None:
    page.goto(ARTICLE)
    count = int(page.locator("#marks").get_attribute("data-count") or 0)
    assert count > 2
    for place in (*range(1, count + 1), 1):
        page.keyboard.press("n")
        expect(page.locator("#marks .at")).to_have_text(f"{place} / {count}")
        assert is_clear_of_the_bar(page.locator(f"#mark-{place}"))
    page.keyboard.press("p")
    expect(page.locator("#marks .at")).to_have_text(f"{count} / {count}")
    expect(page).to_have_url(re.compile(f"#mark-{count}$"))


def test_an_address_names_a_marked_word(page: "Page") -> None:
    page.goto(f"{ARTICLE}#mark-2")
    expect(page.locator("#marks .at")).to_have_text(re.compile("^2 / "))
    page.keyboard.press("n")
    expect(page.locator("#marks .at")).to_have_text(re.compile("^3 / "))


def test_stepping_keeps_the_focus_and_the_way_back(page: "Page") -> None:
    page.goto("/search?q=grain")
    page.goto(ARTICLE)
    button = page.get_by_role("button", name="Next marked word")
    button.focus()
    for place in (1, 2, 3):
        page.keyboard.press("Enter")
        expect(page.locator("#marks .at")).to_have_text(re.compile(f"^{place} / "))
        expect(button).to_be_focused()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/search\?q=grain$"))


def test_typing_steps_nowhere(page: "Page") -> None:
    page.goto(ARTICLE)
    page.locator("#q").press("n")
    expect(page.locator("#marks .at")).not_to_contain_text("/")


def test_marked_words_are_numbered_links_without_a_script(plain_page: "Page") -> None:
    plain_page.goto(ARTICLE)
    expect(plain_page.get_by_role("button", name="Next marked word")).to_have_count(0)
    plain_page.locator("#marks").get_by_role("link", name="Place 3").click()
    expect(plain_page).to_have_url(re.compile("#mark-3$"))
    assert is_clear_of_the_bar(plain_page.locator("#mark-3"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without script"])
def test_from_a_value_to_its_place_and_back(
    browser: "Browser", address: str, scripts: bool
) -> None:
    with visiting(browser, address, scripts=scripts) as visit:
        visit.page.goto(ARTICLE)
        entry = visit.page.locator(".entries > li > .places > li").nth(3)
        name = entry.get_attribute("id") or ""
        entry.locator("a").click()
        place = visit.page.locator(f"#{name.replace('why', 'at')}")
        expect(place).to_be_in_viewport()
        shown = visit.page.locator(".return:visible")
        expect(shown).to_have_count(1)
        shown.click()
        expect(visit.page).to_have_url(re.compile(f"#{name}$"))
        expect(entry).to_be_in_viewport()
        expect(shown).to_have_count(0)


def test_a_place_in_a_fold_is_opened_by_its_link(page: "Page") -> None:
    page.goto(ARTICLE)
    hidden = page.locator(".debris .found").first
    expect(hidden).to_be_hidden()
    page.locator(f'.places a[href="#{hidden.get_attribute("id")}"]').click()
    expect(hidden).to_be_visible()


def test_keys_turn_to_the_next_article_and_back(page: "Page") -> None:
    page.goto("/search?q=grain")
    titles = page.locator(".hit h3 a").all_inner_texts()
    page.locator(".hit h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[0])
    page.keyboard.press("j")
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[1])
    page.keyboard.press("k")
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[0])


def test_back_leads_to_the_hit_on_its_page(page: "Page") -> None:
    page.goto("/search?size=10&page=1")
    page.locator(".hit h3 a").last.click()
    page.locator(".way-back").get_by_role("link", name="Next").click()
    title = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="All articles").first.click()
    expect(page).to_have_url(re.compile(r"page=2#hit-"))
    expect(page.locator(".hit h3 a").first).to_have_text(title)


def test_a_reference_is_copied(browser: "Browser", address: str) -> None:
    with visiting(browser, address, alone=True) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.page.goto(ARTICLE)
        visit.page.get_by_text("Cite this article").click()
        visit.page.get_by_role("button", name="Copy the BibTeX").click()
        expect(visit.page.locator(".cite [role=status]")).to_have_text("Copied.")
        copied = visit.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("@article{whitfield-2024-change-")
        assert visit.faults == []


def test_where_the_clipboard_is_closed_the_reference_is_selected(page: "Page") -> None:
    page.goto(ARTICLE)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_text("Cite this article").click()
    page.get_by_role("button", name="Copy the reference").click()
    expect(page.locator(".cite [role=status]")).to_contain_text("Ctrl+C")
    assert page.evaluate("getSelection().toString()").startswith("Clara Whitfield: “Change at")


def test_why_here_opens_in_its_place(page: "Page") -> None:
    page.goto("/search?q=grain")
    address = page.url
    page.locator(".why summary").nth(1).focus()
    page.keyboard.press("Enter")
    table = page.locator(".hits > li").nth(1).locator(".why-room table")
    expect(table).to_be_visible()
    expect(page.locator(".why-room table")).to_have_count(1)
    expect(page.locator(".why summary").nth(1)).to_be_focused()
    assert page.url == address
    assert violations(page) == []


def test_why_here_is_a_page_without_a_script(plain_page: "Page") -> None:
    plain_page.goto("/search?q=grain")
    plain_page.locator(".why summary").first.click()
    plain_page.get_by_role("link", name="The points of each word").first.click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Why here?")
    plain_page.get_by_role("link", name="Back to results").click()
    expect(plain_page).to_have_url(re.compile(r"/search\?q=grain#hit-"))


def test_paper_gets_neither_marks_nor_links_elsewhere(page: "Page") -> None:
    page.goto(f"{ARTICLE}#mark-1")
    page.emulate_media(media="print")
    for control in (".way-back", ".marks", ".steps", ".similar", ".cite"):
        expect(page.locator(control)).to_be_hidden()
    color = page.locator("#mark-1").evaluate("node => getComputedStyle(node).backgroundColor")
    assert color == "rgba(0, 0, 0, 0)"
