"""Pictures of every page, made from the sample articles: `make screenshots`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from searchapp.console import NoProgress
from searchapp.engine import EmbeddedEngine
from searchapp.reindex import ReindexOptions, reindex
from searchapp.web import WebOptions, build_app
from tests.browser.conftest import ARGUMENTS, find_chromium, serving
from tests.conftest import SAMPLES

ARTICLE = "/article/capital-ledger/2024/2024-09-10-grain-office.txt?q=grain"
PAGES = {
    "home": "/",
    "search": "/search?q=grain&country=RO",
    "dates": "/search?date=2022",
    "empty": "/search?q=zeppelin&country=RO",
    "article": ARTICLE,
    "status": "/status",
}
WIDTHS = {1280: 900, 360: 780}
SCHEMES = ("light", "dark")


def main() -> None:
    """Write the pictures into a folder."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    chromium = find_chromium()
    if chromium is None:
        sys.exit("Chromium is not installed; SEARCHAPP_CHROMIUM can name it.")
    with tempfile.TemporaryDirectory() as index, sync_playwright() as playwright:
        reindex(ReindexOptions(index=Path(index), roots=(SAMPLES,)), NoProgress())
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        engine = EmbeddedEngine(Path(index))
        with serving(build_app(engine, WebOptions(title="Sample articles"))) as address:
            for width in WIDTHS:
                for scheme in SCHEMES:
                    take_pictures(browser, address, folder, width, scheme)
        browser.close()


def take_pictures(browser: Browser, address: str, folder: Path, width: int, scheme: str) -> None:
    """Every page at one width in one colour scheme."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for name, url in PAGES.items():
        page.goto(url)
        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
    context.close()


if __name__ == "__main__":
    main()
