"""From the fields of a file to a `RawArticle`: cleaned, capped, with an id and a place."""

import hashlib
import html
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from searchapp.article import Given, RawArticle, Rejected
from searchapp.ingest.clean import clean_line, clean_text
from searchapp.ingest.document import too_large
from searchapp.ingest.fields import TEXT_FIELDS, FieldName, Fields
from searchapp.ingest.html_page import parse_page
from searchapp.ingest.kinds import suffix_of
from searchapp.ingest.limits import Limits
from searchapp.ingest.records import Record

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# Only what is plainly a page's markup: a text that mentions <script> is a text.
_HTML_BODY = re.compile(
    r"\A\s*<(?:!doctype|html|body|div|p|article|section|h[1-6]|figure|ul)\b", re.I
)
_PARAGRAPH_TAG = re.compile(r"</p\s*>|<br\s*/?>|</div\s*>|</li\s*>", re.I)
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|br|em|i|mark|small|span|strong|sub|sup|u)\b[^<>]*>", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PACKED_SUFFIXES = (".gz", ".zip")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an article was read: its path inside the archive, and the file's SHA-256."""

    name: str
    sha256: str


def build_article(record: Record, place: Place, limits: Limits) -> RawArticle | Rejected:
    """The article a record holds, or why it holds none."""
    fields = Fields(record.fields)
    identifier = _build_id(fields, record, place, limits)
    if isinstance(identifier, Rejected):
        return identifier
    given = _build_given(fields, record, place, limits)
    body = fields.body()
    body = body if body.strip() else "\n\n".join(fields.texts(FieldName.SUMMARY))
    lede = fields.text(FieldName.LEDE) or ""
    if len(body) + len(lede) > limits.document:
        return _reject(record, place, too_large(limits))
    title = clean_line(_plain(fields.text(FieldName.TITLE) or "", record)[: limits.document])
    text = _join(title, _clean(lede, record), _clean(body, record))
    if not text:
        return _reject(record, place, _describe_empty(record))
    return RawArticle(
        id=identifier,
        path=place.name,
        text=text,
        sha256=place.sha256,
        line=record.line,
        given=given,
    )


def _reject(record: Record, place: Place, reason: str) -> Rejected:
    return Rejected(path=place.name, line=record.line, reason=reason)


def _describe_empty(record: Record) -> str:
    if record.marked_up:
        return f"has no text: none of the fields {TEXT_FIELDS} or title holds any"
    return "is empty"


def _join(title: str, lede: str, body: str) -> str:
    """One text that holds title, lede and body, none of them twice at its start."""
    if lede and lede not in body[: 2 * len(lede) + len(title) + 200]:
        body = f"{lede}\n\n{body}"
    if title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    return body.strip()


def _build_id(fields: Fields, record: Record, place: Place, limits: Limits) -> str | Rejected:
    """The given id, exactly as given but for blanks around it; else the path, with the number."""
    given = (fields.text(FieldName.ID) or "").strip()
    if _SURROGATE.search(given):
        return _reject(record, place, "has an id that is not valid text (half a surrogate pair)")
    if len(given.encode()) > limits.id:
        return _reject(record, place, f"has an id longer than {limits.id} bytes")
    if given:
        return given
    path = place.name if record.number is None else f"{place.name}#{record.number}"
    if len(path.encode()) <= limits.id:
        return path
    return f"long-path-{hashlib.sha256(path.encode()).hexdigest()}"


def _build_given(fields: Fields, record: Record, place: Place, limits: Limits) -> Given:
    def line(name: FieldName) -> str | None:
        text = fields.text(name)
        return _clean_value(text, record, limits) if text else None

    def names(name: FieldName) -> tuple[str, ...]:
        cleaned = (_clean_value(text, record, limits) for text in fields.names(name))
        kept = dict.fromkeys(value for value in cleaned if value and not _is_url(value))
        return tuple(kept)[: limits.list_values]

    return Given(
        title=line(FieldName.TITLE),
        date=line(FieldName.DATE),
        section=line(FieldName.SECTION),
        agency=line(FieldName.AGENCY),
        source=line(FieldName.SOURCE) or _source_of(place.name),
        url=_build_url(fields.text(FieldName.URL), limits),
        authors=names(FieldName.AUTHOR),
        countries=names(FieldName.COUNTRY),
        persons=names(FieldName.PERSON),
    )


def _clean(text: str, record: Record) -> str:
    """Running text; in formats whose texts come from web pages, without their markup."""
    if not record.marked_up:
        return clean_text(text)
    if _HTML_BODY.match(text) or _PARAGRAPH_TAG.search(text):
        return clean_text(parse_page(text).text)
    return clean_text(_unescape(text))


def _clean_value(text: str, record: Record, limits: Limits) -> str | None:
    """A name or a title on one line, or None if nothing is left of it."""
    plain = _plain(text[: 20 * limits.value_characters], record)
    return clean_line(plain)[: limits.value_characters].rstrip() or None


def _plain(value: str, record: Record) -> str:
    """A value without inline markup and entities, where its format may have them."""
    return _unescape(_INLINE_TAG.sub("", value)) if record.marked_up else value


def _unescape(text: str) -> str:
    """Resolve entities that are written in full; “AT&T” and “&copy” stay."""
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text)


def _is_url(value: str) -> bool:
    return value.casefold().startswith(("http://", "https://"))


def _build_url(text: str | None, limits: Limits) -> str | None:
    """The address if a browser may follow it: http or https, with a host, without blanks."""
    url = (text or "").strip()
    if not url or len(url) > limits.url_characters or _BREAKS.search(url):
        return None
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return clean_line(url) if usable else None


def _source_of(name: str) -> str | None:
    """The first folder, or zip, of a path; a folder named for a date or number is no source."""
    folder, _, rest = name.partition("/")
    while suffix_of(folder) in _PACKED_SUFFIXES:
        folder = folder[: -len(suffix_of(folder))]
    return folder if rest and _LETTER.search(folder) else None
