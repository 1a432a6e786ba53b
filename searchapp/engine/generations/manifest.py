"""The manifest of a generation: what it is, which files it has, and what they must hash to.

`MANIFEST.json` ends in a seal, the SHA-256 of all the bytes before the seal's own line, so that
any change to any byte of it is seen; `head -n -2 MANIFEST.json | sha256sum` prints the same.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeAlias

FORMAT = 1
"""The version of the folder's layout and of the manifest itself."""

MANIFEST = "MANIFEST.json"

Scalar: TypeAlias = str | int | float | bool | None
"""What a setting in a manifest may be."""

_FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Unservable(Exception):
    """Why a generation must not be served, in words that can follow its name and a colon."""


class OtherEdition(Unservable):
    """Another version of searchapp made it; `sealed` says that its manifest is surely intact."""

    def __init__(self, words: str, *, sealed: bool) -> None:
        super().__init__(words)
        self.sealed = sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which engine wrote a generation, and in which version of its files' layout."""

    engine: str
    schema: int

    def __str__(self) -> str:
        return f"{self.engine} {self.schema}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """A file of a generation: its size in bytes and its SHA-256 in lower-case hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestDescription:
    """What the engine knows about the generation it has built."""

    edition: Edition
    articles: int
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a published generation says about itself; its files are in the order of their names."""

    edition: Edition
    articles: int
    created_at: datetime
    settings: Mapping[str, Scalar]
    files: tuple[FileEntry, ...]

    @property
    def size_bytes(self) -> int:
        """How much room the files take, without the manifest."""
        return sum(entry.size for entry in self.files)

    def entry(self, name: str) -> FileEntry | None:
        """The file of that name, if the generation has one."""
        return next((entry for entry in self.files if entry.name == name), None)


def is_file_name(name: str) -> bool:
    """Whether a generation may have a file of that name: plain, visible, not the manifest."""
    return _FILE_NAME.fullmatch(name) is not None and name != MANIFEST


def build_manifest(description: ManifestDescription, files: tuple[FileEntry, ...]) -> Manifest:
    """The manifest of a finished generation."""
    return Manifest(
        edition=description.edition,
        articles=description.articles,
        created_at=description.created_at.astimezone(UTC),
        settings=MappingProxyType(dict(description.settings)),
        files=tuple(sorted(files, key=lambda entry: entry.name)),
    )


def render_manifest(manifest: Manifest) -> bytes:
    """The bytes of MANIFEST.json, sealed."""
    fields = {
        "format": FORMAT,
        "engine": manifest.edition.engine,
        "schema": manifest.edition.schema,
        "articles": manifest.articles,
        "created_at": manifest.created_at.isoformat(),
        "settings": dict(sorted(manifest.settings.items())),
        "files": {
            entry.name: {"size": entry.size, "sha256": entry.sha256} for entry in manifest.files
        },
    }
    text = json.dumps(fields, indent=2, allow_nan=False)
    head = f"{text.removesuffix('}').rstrip()},\n".encode("ascii")
    return head + _seal(head)


def parse_manifest(content: bytes) -> Manifest:
    """The manifest in the bytes of MANIFEST.json.

    Raises OtherEdition when it has another format, Unservable when anything in it was changed.
    """
    head = content[: -len(_seal(b""))]
    whole = content == head + _seal(head)
    fields = _parse_object(content)
    found = fields.get("format")
    if isinstance(found, int) and found != FORMAT:
        # How another format seals itself is not known here, so its seal is not asked for.
        raise OtherEdition(
            f"its format is {found}, and this version of searchapp reads format {FORMAT}",
            sealed=whole,
        )
    if not whole:
        raise Unservable(f"{MANIFEST} was changed or cut off after it was written")
    return _read_fields(fields)


def _seal(head: bytes) -> bytes:
    return f'  "seal": "{hashlib.sha256(head).hexdigest()}"\n}}\n'.encode("ascii")


def _parse_object(content: bytes) -> dict[str, object]:
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError):
        fields = None
    return fields if isinstance(fields, dict) else {}


def _read_fields(fields: dict[str, object]) -> Manifest:
    match fields:
        case {
            "engine": str(engine),
            "schema": int(schema),
            "articles": int(articles),
            "created_at": str(created_at),
            "settings": dict(settings),
            "files": dict(files),
        }:
            return Manifest(
                edition=Edition(engine=engine, schema=schema),
                articles=articles,
                created_at=_read_time(created_at),
                settings=MappingProxyType(settings),
                files=tuple(_read_entry(name, entry) for name, entry in sorted(files.items())),
            )
    raise Unservable(f"{MANIFEST} is not a manifest of this format")


def _read_time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unservable(f"{MANIFEST} says it was made at “{text}”, which is no time") from None


def _read_entry(name: str, entry: object) -> FileEntry:
    match entry:
        case {"size": int(size), "sha256": str(sha256)} if (
            is_file_name(name) and size >= 0 and _SHA256.fullmatch(sha256)
        ):
            return FileEntry(name=name, size=size, sha256=sha256)
    raise Unservable(f"{MANIFEST} has an entry for “{name}” that is none")
