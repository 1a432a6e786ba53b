"""Everything is reached, seen, done and told with the keyboard alone."""

import re
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

STOP = """() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  // A bar of the chart wears its ring inside, as a stroke.
  const slot = node.querySelector(":scope > .slot");
  const style = getComputedStyle(node);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = node.getBoundingClientRect();
  const rooms = [".skip", ".masthead", ".filters", "main", ".foot"];
  return {
    name: node.outerHTML.slice(0, 120),
    room: rooms.findIndex(room => node.closest(room)),
    facet: node.closest(".facet")?.id ?? "",
    ringed: outlined || (slot !== null && getComputedStyle(slot).stroke !== "none"),
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
  };
}"""
MOST_STOPS = 400


def stops(page: "Page") -> list[dict[str, object]]:
    """Where Tab leads, from the beginning of a page to its end."""
    found: list[dict[str, object]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"more than {MOST_STOPS} stops")


def expect_told(page: "Page", words: str) -> None:
    expect(page.locator("#status")).to_have_text(re.compile(words))


def press_on(page: "Page", place: "Locator", key: str) -> str:
    """Press a key on a control; gives its id."""
    name = place.get_attribute("id")
    assert name is not None
    place.focus()
    page.keyboard.press(key)
    return name


@pytest.mark.parametrize(
    "url",
    [
        "/search?q=grain&country=RO",
        "/search?all=person&find-person=ma&size=10&q=grain",
        "/article/capital-ledger/2024/2024-09-10-grain-office.txt?q=grain",
        "/persons?letter=A",
        "/concordance?q=shipload",
    ],
)
def test_every_stop_is_seen_ringed_and_in_reading_order(page: "Page", url: str) -> None:
    page.goto(url)
    found = stops(page)
    assert len(found) > 10
    assert [stop["name"] for stop in found if not stop["ringed"]] == []
    assert [stop["name"] for stop in found if not stop["seen"]] == []
    rooms = [stop["room"] for stop in found if stop["room"] != -1]
    assert rooms == sorted(rooms, key=str)
    facets = [name for name, _ in groupby(stop["facet"] for stop in found)]
    assert len(set(facets) - {""}) == len([name for name in facets if name])


def test_from_the_first_key_to_a_marked_word(page: "Page") -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("grain")
    page.keyboard.press("Enter")
    expect_told(page, "^6 articles found")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#facet-country input')"):
            break
    page.keyboard.press("Space")
    expect(page.locator(".chips li")).to_have_count(3)
    expect_told(page, r"^\d+ articles? found")
    page.keyboard.press("j")
    title = page.locator(".hit h3 a").first.inner_text()
    page.keyboard.press("o")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.keyboard.press("n")
    expect(page.locator("#mark-1")).to_be_in_viewport()


def test_quick_presses_count_each(page: "Page") -> None:
    page.goto("/article/capital-ledger/2024/2024-09-10-grain-office.txt?q=grain")
    page.evaluate(
        """() => ["n", "n", "n", "p"].forEach(key =>
          document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true})))"""
    )
    expect(page.locator("#marks .at")).to_have_text(re.compile("^2 / "))
    expect(page).to_have_url(re.compile("#mark-2$"))


def test_excluding_and_letting_go_keep_the_focus_and_are_told(page: "Page") -> None:
    page.goto("/search")
    everything = page.locator("#results-heading").inner_text()
    name = press_on(page, page.locator("#facet-section .exclude").first, "Enter")
    expect(page.locator(".chips s")).to_have_count(1)
    expect(page.locator(f"#{name}")).to_be_focused()
    expect_told(page, r"^\d+ articles found")
    assert page.locator("#status").inner_text().split()[0] != everything.split()[0]
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_have_count(0)
    expect(page.locator(f"#{name}")).to_be_focused()
    expect_told(page, f"^{everything} found")


def test_showing_all_values_and_fewer_keeps_the_focus(page: "Page") -> None:
    page.goto("/search")
    name = press_on(page, page.locator("#all-person"), "Enter")
    expect(page.locator("#find-person")).to_be_visible()
    expect(page.locator(f"#{name}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#find-person")).to_have_count(0)
    expect(page.locator(f"#{name}")).to_be_focused()


def test_an_empty_result_is_told(page: "Page") -> None:
    page.goto("/search")
    page.locator("#q").fill("zzzznothing")
    expect_told(page, "^No articles found")


def test_the_list_of_keys_gives_the_focus_back(page: "Page") -> None:
    page.goto("/search")
    box = page.locator("#facet-section input").first
    box.focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    page.keyboard.press("j")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(box).to_be_focused()
