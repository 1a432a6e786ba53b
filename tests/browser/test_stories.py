"""What people come for, from the first click to the last, over the sample articles."""

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed").expect

ATOM = {"atom": "http://www.w3.org/2005/Atom", "os": "http://a9.com/-/spec/opensearch/1.1/"}
QUOTATION = "a glass with flour from the first shipload"


def number(place: "Locator") -> int:
    return int(place.inner_text().split()[0].replace(",", ""))


def expect_found(page: "Page", count: int) -> None:
    expect(page.locator("#results-heading")).to_have_text(re.compile(rf"^{count} articles?$"))


def choose(page: "Page", facet: str, value: str) -> int:
    """Tick a value of a facet; as many articles are found as stood beside it."""
    group = page.get_by_role("group", name=facet, exact=True)
    row = group.locator(".bucket").filter(has=page.get_by_text(value, exact=True))
    count = number(row.locator(".count"))
    row.get_by_role("checkbox").check()
    expect(page.locator(".chips")).to_contain_text(value)
    expect_found(page, count)
    return count


def follow_date(page: "Page", place: int) -> str:
    """Follow a period of the date facet; as many articles are found as stood beside it."""
    row = page.locator("#facet-date .bucket:not(.none)").nth(place)
    label, count = row.locator(".label").inner_text(), number(row.locator(".count"))
    row.locator(".choose").click()
    expect(page.locator(".crumbs [aria-current]")).to_contain_text(label.split()[0])
    expect_found(page, count)
    return label


def found_articles(page: "Page") -> list[dict[str, object]]:
    """The articles of the list as programs get them."""
    links = page.locator(".hit h3 a").evaluate_all("links => links.map(link => link.pathname)")
    return [page.request.get(f"{link}.json").json() for link in links]


# ---- What was written about a country and a person in a period, by following facets only ----


def test_what_was_written_about_a_country_and_a_person_in_a_period(page: "Page") -> None:
    page.goto("/")
    about_egypt = choose(page, "Country", "Egypt")
    about_both = choose(page, "Person", "Ileana Vascu")
    assert 1 < about_both < about_egypt
    year = follow_date(page, 0)
    month = follow_date(page, 0)
    assert month.endswith(year)
    found = found_articles(page)
    assert found
    for article in found:
        assert "EG" in str(article["countries"])
        assert "Ileana Vascu" in str(article["persons"])
        assert str(article["date"]).startswith(year)
    for _ in range(4):
        page.go_back()
    expect(page.locator(".chips")).to_have_count(0)


def test_what_was_written_about_two_persons_together(page: "Page") -> None:
    """Values of a facet are alternatives; who is in the same articles stands on a person's page."""
    page.goto("/")
    page.get_by_role("link", name="Persons", exact=True).click()
    page.locator(".names th a").first.click()
    one = page.locator("h1").inner_text()
    row = page.locator(".company li").filter(has=page.locator("a[href*=and-person]")).first
    count = number(row.locator(".count"))
    row.locator(".count").click()
    expect_found(page, count)
    chips = page.locator(".chips")
    expect(chips).to_contain_text(one)
    other = page.locator("#facet-person").get_by_role("checkbox", checked=True)
    values = {box.get_attribute("value") or "" for box in other.all()}
    assert len(values) == 2
    for article in found_articles(page):
        assert all(value in str(article["persons"]) for value in values)


# ---- Is that what was written? A quotation is checked ----


def test_a_quotation_is_checked(page: "Page") -> None:
    page.goto("/")
    page.locator("#q").press_sequentially(f'"{QUOTATION}"', delay=10)
    page.locator("#q").press("Enter")
    expect_found(page, 1)
    expect(page.locator(".snippets").first).to_contain_text("flour from the first shipload")
    title = page.locator(".hit h3 a").inner_text()
    page.locator(".hit h3 a").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.keyboard.press("n")
    expect(page.locator("#mark-1")).to_be_in_viewport()
    marked = " ".join(page.locator(".text mark").all_inner_texts())
    assert {"glass", "flour", "shipload"} <= set(marked.split())
    sentence = page.locator(".text p").filter(has=page.locator("#mark-1"))
    expect(sentence).to_contain_text(QUOTATION)

    entry = page.locator(".entries > li").filter(
        has=page.get_by_role("link", name="Hisham Mansour", exact=True)
    )
    entry.locator(".places a").first.click()
    expect(page.locator(":target")).to_have_text(re.compile("Mansour"))
    expect(page.locator(":target")).to_be_in_viewport()

    page.get_by_text("Source text", exact=True).click()
    source = page.locator(".source pre")
    expect(source).to_contain_text(QUOTATION)
    path = unquote(urlsplit(page.url).path).removeprefix("/article/")
    original = (SAMPLES / path).read_text()
    assert source.inner_text().split() == original.split()

    page.get_by_text("Cite this article").click()
    expect(page.locator("#cite-plain")).to_contain_text(title)
    copied = page.locator("#cite-bibtex")
    link = page.get_by_role("link", name="BibTeX file").get_attribute("href") or ""
    assert page.request.get(link).text().strip() == copied.inner_text().strip()


# ---- A topic is followed by feed ----


def test_a_topic_is_followed_by_feed(page: "Page") -> None:
    page.goto("/search?q=grain")
    total = number(page.locator("#results-heading"))
    address = page.locator("head link[type='application/atom+xml']").get_attribute("href") or ""
    shown = page.get_by_role("link", name="feed of new articles")
    assert shown.get_attribute("href") == address
    feed = ET.fromstring(page.request.get(address).text())
    assert int(feed.findtext("os:totalResults", "", ATOM)) == total
    assert "grain" in feed.findtext("atom:title", "", ATOM)

    entries = feed.findall("atom:entry", ATOM)
    titles = [entry.findtext("atom:title", "", ATOM) for entry in entries]
    page.get_by_role("link", name="Newest").click()
    expect(page).to_have_url(re.compile("sort=newest"))
    assert titles == page.locator(".hit h3 a").all_inner_texts()

    link = entries[0].find("atom:link", ATOM)
    assert link is not None
    page.goto(link.get("href", ""))
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[0])


def test_a_feed_follows_the_filters_that_are_chosen(page: "Page") -> None:
    page.goto("/search?q=grain")
    count = choose(page, "Country", "Turkey")
    address = page.get_by_role("link", name="feed of new articles").get_attribute("href") or ""
    feed = ET.fromstring(page.request.get(address).text())
    assert len(feed.findall("atom:entry", ATOM)) == count
