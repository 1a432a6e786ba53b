"""An article as schema.org/NewsArticle, for machines that read the page."""

from collections.abc import Mapping

from searchapp.article import Article, Zone
from searchapp.web.presenters.addresses import safe_url


def build_structured(article: Article) -> Mapping[str, object]:
    """The article in JSON-LD's own types; what is not known is left out."""
    known: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.date.isoformat() if article.date else None,
        "articleSection": article.section,
        "description": _lede(article),
        "inLanguage": article.language,
        "url": safe_url(article.url),
        "author": [_thing("Person", value.label) for value in article.authors],
        "publisher": _thing("Organization", article.source) if article.source else None,
        "sourceOrganization": _thing("NewsMediaOrganization", article.agency)
        if article.agency
        else None,
        "mentions": [
            *(_thing("Country", value.label) for value in article.countries),
            *(_thing("Person", value.label) for value in article.persons),
        ],
    }
    return {name: value for name, value in known.items() if value}


def _lede(article: Article) -> str | None:
    passages = (passage for passage in article.passages if passage.zone is Zone.LEDE)
    first = next(passages, None)
    return " ".join(article.text[first.start : first.end].split()) if first else None


def _thing(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name}
