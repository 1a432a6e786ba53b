"""Articles for tests, built from their zones; their offsets are true."""

import hashlib
from collections.abc import Iterable
from datetime import date

from searchapp.article import Article, FacetValue, Passage, Zone

COUNTRIES = {
    "CN": "China",
    "DE": "Germany",
    "FR": "France",
    "GB": "United Kingdom",
    "RU": "Russia",
    "UA": "Ukraine",
    "US": "United States",
}


def build_article(
    article_id: str,
    *,
    title: str = "",
    lede: str = "",
    body: str | Iterable[str] = (),
    caption: str = "",
    byline: str = "",
    agency_note: str = "",
    debris: str = "",
    day: str | None = None,
    authors: Iterable[str] = (),
    countries: Iterable[str] = (),
    mentioned: Iterable[str] = (),
    persons: Iterable[str] = (),
    section: str | None = None,
    agency: str | None = None,
    source: str | None = None,
) -> Article:
    """An article whose text is its zones, one paragraph each; `mentioned` countries do not count.

    Countries are codes; other names are both value and label. A headline stands below the caption,
    as in scraped files. Several body paragraphs are several passages.
    """
    paragraphs = [
        (Zone.BYLINE, byline),
        (Zone.DEBRIS, debris),
        (Zone.CAPTION, caption),
        (Zone.HEADLINE, title),
        (Zone.LEDE, lede),
        *((Zone.BODY, part) for part in ([body] if isinstance(body, str) else body)),
        (Zone.AGENCY_NOTE, agency_note),
    ]
    text, passages = "", []
    for zone, paragraph in paragraphs:
        if paragraph:
            text += "\n\n" if text else ""
            passages.append(Passage(zone=zone, start=len(text), end=len(text) + len(paragraph)))
            text += paragraph
    return Article(
        id=article_id,
        path=f"archive/{article_id}",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title or "Untitled",
        passages=tuple(passages),
        date=date.fromisoformat(day) if day else None,
        authors=tuple(FacetValue(value=name, label=name) for name in authors),
        countries=(
            *(FacetValue(value=code, label=COUNTRIES[code]) for code in countries),
            *(FacetValue(value=code, label=COUNTRIES[code], about=False) for code in mentioned),
        ),
        persons=tuple(FacetValue(value=name, label=name) for name in persons),
        section=section,
        agency=agency,
        source=source,
    )
