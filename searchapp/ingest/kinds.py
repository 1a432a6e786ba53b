"""Which files are read, told from their names."""

import re
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """A format with a reader of its own."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    JSON = "JSON"
    JSON_LINES = "JSON Lines"
    TABLE = "CSV"
    GZIP = "gzip"
    ZIP = "zip"


_KINDS = {
    "": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".gz": Kind.GZIP,
    ".zip": Kind.ZIP,
}

READ_SUFFIXES = ", ".join(suffix for suffix in _KINDS if suffix)

_NOT_READ = {
    "an image": ".png .jpg .jpeg .gif .webp .avif .heic .tif .tiff .bmp .ico .svg",
    "a PDF document": ".pdf",
    "an Office document": ".doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .pages",
    "an e-book": ".epub .mobi",
    "a sound or film file": ".mp3 .m4a .wav .ogg .flac .mp4 .mov .avi .mkv .webm",
    "an archive of another kind": ".tar .tgz .bz2 .xz .7z .rar .zst .tbz",
    "an XML file": ".xml .rss .atom",
    "a database": ".db .sqlite .sqlite3 .parquet",
}
_DESCRIPTIONS = {
    suffix: description for description, many in _NOT_READ.items() for suffix in many.split()
}
# “Putin talks. To Xi” and “article.001” have no extension that says anything.
_SUFFIX = re.compile(r"(?<=[^/.])\.[a-z][a-z0-9]{0,9}\Z", re.IGNORECASE)

_JUNK = frozenset(
    {
        "__pycache__",
        "__MACOSX",
        "Thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "names.toml",
        "searchapp.toml",
    }
)


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name is passed over without a word."""
    return name.startswith(".") or name in _JUNK


def suffix_of(name: str) -> str:
    """The extension in lower case with its dot, "" if there is none that says anything."""
    return _suffix_of_end(name[max(name.rfind(".") - 1, 0) :])


# Few ends, many names: a letter or digit and the extension.
@lru_cache(maxsize=4096)
def _suffix_of_end(end: str) -> str:
    match = _SUFFIX.search(end)
    return match.group().lower() if match else ""


def kind_of(name: str) -> Kind | None:
    """The kind of the file of this name; None if it is not read."""
    return _KINDS.get(suffix_of(name))


def describe_unread(name: str) -> str | None:
    """Why a file of this name is not read, or None if it is."""
    kind, inner = kind_of(name), name
    if kind is Kind.GZIP:
        inner = name[: -len(".gz")]
        kind = kind_of(inner)
    if kind is not None:
        return None
    suffix = suffix_of(inner)
    if description := _DESCRIPTIONS.get(suffix):
        return f"is {description} ({suffix}), which is not read; read are {READ_SUFFIXES}"
    return f"ends in {suffix}, which is not read; read are {READ_SUFFIXES}"
