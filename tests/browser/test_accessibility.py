"""Every page and state is checked by axe, by WCAG 2.2 AA.

Wide and light or narrow and dark, in turn; with SEARCHAPP_LOOKS=all each in all four ways.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.conftest import Visit, visiting
from tests.browser.states import STATES, State, wait_until_settled
from tests.web.canned_engine import CannedEngine

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

axe_package = pytest.importorskip("axe_playwright_python", reason="axe is not installed")

AXE = Path(axe_package.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A window and colour scheme, and the rules that can turn out differently in it."""

    width: int
    scheme: Literal["light", "dark"]
    options: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.width}"


LOOKS = tuple(
    Look(width=width, scheme=scheme, options={"runOnly": RULES})
    for width, scheme in ((1280, "light"), (360, "dark"), (1280, "dark"), (360, "light"))
)
NARROWEST = 360


def looks_of(place: int) -> tuple[Look, ...]:
    """The looks a state is checked in: the first two in turn, or all."""
    return LOOKS if os.environ.get("SEARCHAPP_LOOKS") == "all" else (LOOKS[place % 2],)


CHECKED = [(state, look) for place, state in enumerate(STATES) for look in looks_of(place)]


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


@pytest.mark.parametrize(("state", "look"), CHECKED, ids=str)
def test_no_page_and_no_state_violates_a_rule(
    browser: "Browser", address: str, unready_address: str, look: Look, state: State
) -> None:
    """By axe, by the content security policy, and by the width of the window."""
    home = address if state.ready else unready_address
    with visiting(browser, home, width=look.width, scheme=look.scheme) as visit:
        state.show(visit.page)
        open_all(visit.page)
        assert violations(visit.page, look.options) == []
        assert fits(visit.page), f"wider than {look.width} pixels"
        visit.page.set_viewport_size({"width": NARROWEST, "height": 780})
        assert fits(visit.page), f"wider than {NARROWEST} pixels"
        assert policy_faults(visit) == []


def test_after_updates_no_rule_is_violated(page: "Page") -> None:
    page.goto("/search")
    page.locator("#q").fill("grain")
    page.locator(".chips").wait_for()
    page.locator("#facet-country input").first.check()
    page.locator(".chips li").nth(2).wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Keyboard").click()
    assert violations(page) == []


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/article/hostile?q=alert",
        "/status",
        "/search?from=x",
        "/persons",
        "/persons/x",
        "/grid?q=x",
        "/concordance?q=x",
    ],
)
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
    page.evaluate(
        """async () => {
          document.querySelectorAll("details").forEach(fold => { fold.open = true; });
          // Some folds fetch what is in them once they have told that they are open.
          for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
        }"""
    )
    wait_until_settled(page)


def fits(page: "Page") -> bool:
    """Whether the page needs no scrolling sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def policy_faults(visit: Visit) -> list[str]:
    """Faults other than an expected error page, or an answer that is kept from the page."""
    expected = ("Failed to load resource", "htmx:")
    return [fault for fault in visit.faults if not fault.startswith(expected)]
