"""Every page and state is checked by axe, in light and dark, wide and narrow, by WCAG 2.2 AA."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.conftest import Visit, visiting
from tests.web.canned_engine import CannedEngine

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

axe_package = pytest.importorskip("axe_playwright_python", reason="axe is not installed")

AXE = Path(axe_package.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = {
    "everything": "/",
    "query": "/search?q=grain",
    "filters": "/search?q=grain&country=RO&not-country=EG&person=none&from=2020&to=2024",
    "year": "/search?date=2022",
    "month": "/search?date=2021-03",
    "day": "/search?date=2021-03-04",
    "all values": "/search?all=person&all=country",
    "second page": "/search?page=2",
    "nothing found": "/search?q=zzzznothing&country=UA",
    "bad date": "/search?from=someday",
    "missing": "/nowhere",
    "status": "/status",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A window and colour scheme, and the rules that can turn out differently in it."""

    width: int
    scheme: Literal["light", "dark"]
    options: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.width}"


LOOKS = (
    Look(width=1280, scheme="light", options={"runOnly": RULES}),
    Look(
        width=360,
        scheme="light",
        options={"runOnly": RULES, "rules": {"color-contrast": {"enabled": False}}},
    ),
    Look(width=1280, scheme="dark", options={"runOnly": ["color-contrast"]}),
)


def violations(page: "Page", options: Mapping[str, object] = LOOKS[0].options) -> list[str]:
    """What axe finds wrong, one line per rule with the first elements."""
    page.evaluate(AXE.read_text())
    result = page.evaluate(
        "options => axe.run(options)", {**options, "resultTypes": ["violations"]}
    )
    return [
        f"{found['id']}: {found['help']}: {[node['html'] for node in found['nodes']][:3]}"
        for found in result["violations"]
    ]


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
def test_no_state_of_the_search_violates_a_rule(visit: Visit, look: Look, url: str) -> None:
    visit.page.goto(url)
    open_all(visit.page)
    assert violations(visit.page, look.options) == []
    assert fits(visit.page), f"wider than {look.width} pixels"


def test_the_article_page_violates_no_rule(visit: Visit, look: Look) -> None:
    visit.page.goto("/search?q=grain")
    visit.page.locator(".hit h3 a").first.click()
    visit.page.wait_for_load_state()
    open_all(visit.page)
    assert violations(visit.page, look.options) == []
    assert fits(visit.page), f"wider than {look.width} pixels"
    assert visit.faults == []


def test_after_updates_no_rule_is_violated(page: "Page") -> None:
    page.goto("/search")
    page.locator("#q").fill("grain")
    page.locator(".chips").wait_for()
    page.locator("#facet-country input").first.check()
    page.locator(".chips li").nth(2).wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Keyboard").click()
    assert violations(page) == []


@pytest.mark.parametrize("url", ["/", "/article/hostile?q=alert", "/status", "/search?from=x"])
def test_hostile_text_runs_nothing_and_violates_nothing(
    browser: "Browser", canned: CannedEngine, canned_address: str, url: str
) -> None:
    with visiting(browser, canned_address, width=360) as visit:
        visit.page.on("dialog", lambda dialog: visit.faults.append(f"ran: {dialog.message}"))
        visit.page.goto(url)
        open_all(visit.page)
        assert violations(visit.page) == []
        assert fits(visit.page)
        assert policy_faults(visit) == []


def open_all(page: "Page") -> None:
    """Every fold opened, so that what it hides is checked too."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")


def fits(page: "Page") -> bool:
    """Whether the page needs no scrolling sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def policy_faults(visit: Visit) -> list[str]:
    """Faults other than the expected status of an error page."""
    return [fault for fault in visit.faults if "Failed to load resource" not in fault]
