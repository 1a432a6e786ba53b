"""A real server and a real Chromium; without Chromium or Playwright these tests are skipped."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from flask import Flask
from waitress.server import create_server

from searchapp.search.engine import Engine
from searchapp.web import build_app
from tests.browser.archives import build_unready_app
from tests.web.canned_engine import CannedEngine, hostile_response

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

COMMANDS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def find_chromium() -> str | None:
    """The Chromium to drive: SEARCHAPP_CHROMIUM, or what is installed."""
    named = os.environ.get("SEARCHAPP_CHROMIUM")
    return named or next((path for name in COMMANDS if (path := shutil.which(name))), None)


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The app behind a real server on a free port; gives its address."""
    server = create_server(
        app, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(timeout=5)


@pytest.fixture(scope="session")
def address(sample_engine: Engine) -> Iterator[str]:
    """The address of the sample articles."""
    with serving(build_app(sample_engine)) as url:
        yield url


@pytest.fixture(scope="session")
def unready_address() -> Iterator[str]:
    """The address of an archive that has no index yet."""
    with serving(build_unready_app()) as url:
        yield url


@pytest.fixture
def canned() -> CannedEngine:
    """The engine behind `canned_address`, to be changed by a test."""
    return CannedEngine(hostile_response())


@pytest.fixture
def canned_address(canned: CannedEngine) -> Iterator[str]:
    """The address of an archive in which every text is hostile."""
    with serving(build_app(canned)) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One Chromium for all tests."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("Chromium is not installed; SEARCHAPP_CHROMIUM can name it")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page with what went wrong on it: refused by the policy, thrown, or failed to load."""

    page: "Page"
    faults: list[str]


OVERTAKEN = ("htmx:afterRequest", "htmx:sendAbort")
"""What htmx reports of a search that a newer one overtakes, as happens whenever somebody types."""


def _faults_of(message: "ConsoleMessage") -> list[str]:
    wrong = message.type == "error" and not message.text.startswith(OVERTAKEN)
    return [message.text] if wrong else []


Scheme = Literal["light", "dark"]


def open_context(
    browser: "Browser", address: str, width: int, scheme: Scheme, scripts: bool
) -> "BrowserContext":
    """A browser of its own, as far as pages can tell."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=scripts,
    )
    context.set_default_timeout(30_000)
    return context


# Pages keep nothing but what the browser caches, and reading and compiling the scripts anew for
# each test takes as long as the test.
shared_context = cache(open_context)


@contextmanager
def visiting(
    browser: "Browser",
    address: str,
    *,
    width: int = 1280,
    scheme: Scheme = "light",
    scripts: bool = True,
    alone: bool = False,
) -> Iterator[Visit]:
    """A new page whose addresses are relative to `address`.

    `alone` in a browser that has seen nothing before, for a test that changes more than its page.
    """
    opened = open_context if alone else shared_context
    context = opened(browser, address, width, scheme, scripts)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"thrown: {error}"))
    page.on("console", lambda message: faults.extend(_faults_of(message)))
    try:
        yield Visit(page=page, faults=faults)
    finally:
        page.close()
        if alone:
            context.close()


@pytest.fixture
def page(browser: "Browser", address: str) -> "Iterator[Page]":
    """A page on the sample articles; at its end nothing may have been refused or thrown."""
    with visiting(browser, address) as visit:
        yield visit.page
        assert visit.faults == []


@pytest.fixture
def troubled_page(browser: "Browser", address: str) -> "Iterator[Page]":
    """A page on which requests are to fail, which the browser reports as errors."""
    with visiting(browser, address) as visit:
        yield visit.page


@pytest.fixture
def plain_page(browser: "Browser", address: str) -> "Iterator[Page]":
    """A page without JavaScript."""
    with visiting(browser, address, scripts=False) as visit:
        yield visit.page
