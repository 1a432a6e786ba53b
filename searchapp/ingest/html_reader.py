"""Read an article from an HTML file.

The text is found by trafilatura where it is installed (the extra `searchapp[html]`), because pages
differ in ways that fill a library, and by `html_page` where it is not: a page is never left out for
want of a package. Title, date, author and the like come from what the page itself states in its
JSON-LD, its <meta> tags and its headings, in this order, with either reader. What is only guessed
from the text is left to extraction, which can say why.
"""

import io
import json
import logging
import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec

from searchapp.ingest.decode import decode
from searchapp.ingest.document import read_document
from searchapp.ingest.html_page import Page, parse_page
from searchapp.ingest.limits import Limits
from searchapp.ingest.records import Record, Refusal, Unreadable

_log = logging.getLogger(__name__)

# A parser of the wild web fails in ways its authors did not foresee; none of them may end a run.
_PARSER_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
_MOST_CHARACTERS = 3_000_000
_MOST_TAGS = 20_000
"""Up to which a page is given to trafilatura, whose time grows with the square of its tags; a news
page has some thousands."""
_DEEPEST_LINKED_DATA = 6
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.I)
_SITE_NAME = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")

# Names of <meta> tags, the most telling first; the keys are names that `fields` knows.
_META = {
    "title": "og:title twitter:title dc.title parsely-title headline",
    "date": "article:published_time og:article:published_time datepublished date dc.date "
    "dc.date.issued dcterms.date dcterms.created dcterms.issued pubdate publishdate publish-date "
    "parsely-pub-date sailthru.date cxenseparse:recs:publishtime citation_publication_date",
    "author": "author article:author dc.creator dcterms.creator parsely-author sailthru.author byl "
    "citation_author",
    "source": "og:site_name dc.publisher publisher citation_journal_title application-name",
    "section": "article:section parsely-section section cxenseparse:recs:category",
    "url": "og:url",
    "summary": "description og:description dc.description",
}
_LINKED = {
    "title": "headline name",
    "date": "datePublished dateCreated",
    "author": "author creator",
    "source": "publisher sourceOrganization",
    "section": "articleSection",
    "url": "url",
    "body": "articleBody",
}


def read_html(stream: io.BufferedReader, limits: Limits) -> Iterator[Record | Refusal]:
    """The one article of a page."""
    content = read_document(stream, limits)
    declared = _CHARSET.search(content[:2048])
    markup = decode(content, declared.group(1).decode("ascii") if declared else None)
    page = parse_page(markup)
    stated = _read_linked_data(page)
    fields = {**_read_meta(page), **stated}
    body = fields.pop("body", "")
    text = _extract(markup) or page.text
    if isinstance(body, str) and len(body) > len(text):
        text = body
    if not text.strip():
        raise Unreadable(_describe_without_text())
    yield Record(fields={**fields, "text": text})


def _extract(markup: str) -> str:
    """What trafilatura takes for the article; "" if it is not installed or finds nothing."""
    if len(markup) > _MOST_CHARACTERS or markup.count("<") > _MOST_TAGS:
        return ""
    try:
        from trafilatura import extract
    except ImportError:
        return ""
    try:
        text = extract(markup, include_comments=False, favor_recall=True)
    except _PARSER_FAILURES as error:
        _log.info("trafilatura gave up on a page (%s); it is read plainly", type(error).__name__)
        return ""
    return (text or "").replace("\n", "\n\n")


def _read_meta(page: Page) -> dict[str, object]:
    """What the <meta> tags, the headings and the first <time> state."""
    found: dict[str, object] = {}
    for field, names in _META.items():
        if value := next((page.meta[name] for name in names.split() if name in page.meta), ""):
            found[field] = value
    found.setdefault("title", page.heading or _without_site(page.title, found.get("source")))
    found.setdefault("date", page.time)
    found["url"] = page.canonical or found.get("url", "")
    return found


def _without_site(title: str, site: object) -> str:
    """“Big fire in Rome | The Paper” without the paper, if the page says what it is called."""
    match = _SITE_NAME.search(title)
    if match and isinstance(site, str) and site.casefold() in match.group().casefold():
        return title[: match.start()]
    return title


def _read_linked_data(page: Page) -> dict[str, object]:
    """What the first schema.org article in the page's JSON-LD states."""
    for script in page.linked_data:
        try:
            parsed = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for article in _iter_articles(parsed):
            stated = {
                field: next((article[name] for name in names.split() if article.get(name)), "")
                for field, names in _LINKED.items()
            }
            return {field: value for field, value in stated.items() if value}
    return {}


def _iter_articles(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The objects in JSON-LD whose type is NewsArticle, Article, BlogPosting and the like."""
    if depth > _DEEPEST_LINKED_DATA:
        return
    if isinstance(value, list):
        for part in value:
            yield from _iter_articles(part, depth + 1)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(str(kind).endswith(("Article", "Posting")) for kind in _as_list(kinds)):
            yield value
        for name in ("@graph", "mainEntity"):
            yield from _iter_articles(value.get(name), depth + 1)


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _describe_without_text() -> str:
    if find_spec("trafilatura"):
        return "is a page without text in it"
    return 'is a page in which no text was found; pip install "searchapp[html]" reads more pages'
