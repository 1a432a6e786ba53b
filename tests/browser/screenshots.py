"""Pictures of every page, made from the sample articles: `make screenshots`."""

import base64
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from searchapp.console import NoProgress
from searchapp.engine import EmbeddedEngine
from searchapp.reindex import ReindexOptions, reindex
from searchapp.web import build_app
from tests.browser.archives import OPTIONS, build_unready_app
from tests.browser.conftest import ARGUMENTS, find_chromium, serving
from tests.browser.states import STATES, State
from tests.conftest import SAMPLES

HEIGHTS = {1280: 900, 360: 780}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Write the pictures into a folder; names after it choose some of them."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    chosen = [state for state in STATES if state.pictured]
    if sys.argv[2:]:
        chosen = [state for state in chosen if state.name in sys.argv[2:]]
    chromium = find_chromium()
    if chromium is None:
        sys.exit("Chromium is not installed; SEARCHAPP_CHROMIUM can name it.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as index, sync_playwright() as playwright:
        reindex(ReindexOptions(index=Path(index), roots=(SAMPLES,)), NoProgress())
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        ready = build_app(EmbeddedEngine(Path(index)), OPTIONS)
        with serving(ready) as address, serving(build_unready_app()) as unready:
            for home, is_ready in ((address, True), (unready, False)):
                states = [state for state in chosen if state.ready == is_ready]
                take_pictures(browser, home, folder, states)
        browser.close()


def take_pictures(browser: Browser, address: str, folder: Path, states: list[State]) -> None:
    """States of one archive at every width in every colour scheme."""
    for width, height in HEIGHTS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                base_url=address,
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            for state in states:
                page = context.new_page()
                state.show(page)
                (folder / f"{state.name}-{width}-{scheme}.webp").write_bytes(picture(page))
                page.close()
            context.close()


def picture(page: Page) -> bytes:
    """What the window shows, as WebP: letters stay sharp at a quarter of the size of PNG."""
    session = page.context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": 85})
    return base64.b64decode(taken["data"])


if __name__ == "__main__":
    main()
