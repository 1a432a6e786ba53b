"""What a page makes a browser load stays small, whatever page of the table it is."""

import gzip
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from searchapp.errors import IndexMissing
from tests.browser.states import STATES
from tests.web.dom import Element, parse_html

BUDGET = 60_000
"""Bytes of styles and scripts: our own as they are, a vendored library as it is sent."""
VENDORED = "htmx"
PAGES = sorted({(state.url, state.ready) for state in STATES})


def loaded(page: Element) -> set[str]:
    """The addresses of the styles and scripts of a page."""
    styles = {link.attrs["href"] for link in page.all("link", rel="stylesheet")}
    return styles | {tag.attrs["src"] for tag in page.all("script") if "src" in tag.attrs}


@pytest.mark.parametrize(("url", "ready"), PAGES, ids=[url for url, _ in PAGES])
def test_styles_and_scripts_of_a_page_stay_within_the_budget(
    client: FlaskClient,
    failing_client: Callable[[Exception], FlaskClient],
    url: str,
    ready: bool,
) -> None:
    asked = client if ready else failing_client(IndexMissing("There is nothing to search."))
    addresses = loaded(parse_html(asked.get(url).text))
    assert any("app.css" in address for address in addresses)
    total = 0
    for address in addresses:
        assert not urlsplit(address).netloc, f"{address} comes from elsewhere"
        content = client.get(address).data
        assert content, address
        total += len(gzip.compress(content) if VENDORED in address else content)
    assert total < BUDGET, sorted(addresses)
