"""An article as a reference: BibTeX, RIS and a line of text."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from searchapp.article import Article
from searchapp.web.presenters.addresses import safe_url
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.wording import day_label

_PARTICLE = re.compile(r"[a-zà-ÿ'’]+")
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even where a backslash stands before them, so they are spelt out.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_URL_IN_TEX = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One reference in three forms; `key` names it in BibTeX and in file names.

    BibTeX is UTF-8, which BibLaTeX and today's BibTeX read. RIS has its lines end in CRLF. None of
    the three asks for the day on which one read the article, so none has it.
    """

    key: str
    bibtex: str
    ris: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A person's name in parts; a name of one word, or of several people, is all `last`."""

    last: str
    first: str = ""
    suffix: str = ""


def build_citation(article: Article) -> Citation:
    """The reference of an article; without an author its agency stands in."""
    key = _key(article)
    return Citation(key=key, bibtex=_bibtex(article, key), ris=_ris(article), plain=_plain(article))


def _bibtex(article: Article, key: str) -> str:
    day = article.date
    authors = " and ".join(_tex_name(author.label) for author in article.authors)
    agency = f"{{{_tex(article.agency)}}}" if article.agency else ""
    url = safe_url(article.url)
    fields = {
        "author": authors or agency,
        "title": f"{{{_tex(_title(article))}}}",
        "journal": _tex(article.source or ""),
        "year": str(day.year) if day else "",
        "month": _MONTHS[day.month - 1] if day else "",
        "day": str(day.day) if day else "",
        "url": url.translate(_URL_IN_TEX) if url else "",
        "note": _tex(f"File: {article.path}"),
    }
    lines = [
        # Names of months are abbreviations that BibTeX knows, so they stand bare.
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@article{{{key},\n{''.join(lines)}}}\n"


def _ris(article: Article) -> str:
    names = [_split_name(author.label) for author in article.authors]
    listed = [", ".join(filter(None, (name.last, name.first, name.suffix))) for name in names]
    agency = [article.agency] if article.agency else []
    day = article.date
    lines = [
        ("TY", "NEWS"),
        *(("AU", name) for name in listed or agency),
        ("TI", _title(article)),
        ("T2", article.source),
        ("PY", day.isoformat()[:4] if day else None),
        ("DA", day.isoformat().replace("-", "/") if day else None),
        ("LA", article.language),
        ("UR", safe_url(article.url)),
        ("N1", f"File: {article.path}"),
    ]
    told = [f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value]
    return "".join([*told, "ER  - \r\n"])


def _plain(article: Article) -> str:
    """Author: “Title”. Outlet, day. Address."""
    authors = ", ".join(author.label for author in article.authors) or article.agency
    title = _title(article)
    closed = title.endswith((".", "!", "?", "…"))
    day = day_label(article.date) if article.date else "undated"
    parts = [
        f"{authors}:" if authors else "",
        f"“{title}”" if closed else f"“{title}”.",
        f"{article.source}, {day}." if article.source else f"{day[0].upper()}{day[1:]}.",
        safe_url(article.url) or f"File {article.path}",
    ]
    return _one_line(" ".join(filter(None, parts)))


def _title(article: Article) -> str:
    return _one_line(article.title) or UNTITLED


def _split_name(label: str) -> _Name:
    """A name as English writes it: given names, the last name with its particles, a suffix."""
    words = label.replace(",", " ").split()
    if "and" in words:
        return _Name(last=_one_line(label))
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else ""
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    return _Name(last=" ".join(words[start:]), first=" ".join(words[:start]), suffix=suffix)


def _tex_name(label: str) -> str:
    """A name in BibTeX's own order; one that it would take apart wrongly stands in braces."""
    name = _split_name(label)
    if not name.first:
        return f"{{{_tex(label)}}}"
    return ", ".join(_tex(part) for part in (name.last, name.suffix, name.first) if part)


def _tex(text: str) -> str:
    return _one_line(text).translate(_TEX)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _key(article: Article) -> str:
    """ "schmid-2022-putin-3f2a": author, year, first word, and a hash against confusion."""
    author = _split_name(article.authors[0].label).last if article.authors else ""
    words = [_ascii(word) for word in article.title.split()]
    first = next((word for word in words if len(word) > 3), "")
    digest = hashlib.sha256(article.id.encode("utf-8", "replace")).hexdigest()[:4]
    year = article.date.isoformat()[:4] if article.date else ""
    return "-".join(filter(None, (_ascii(author)[:40], year, first[:40], digest)))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())
