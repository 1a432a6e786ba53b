"""Read the articles of a file: choose the reader for its kind, open what is packed."""

import io
from collections.abc import Callable, Iterator, Mapping

from searchapp.article import RawArticle, Rejected
from searchapp.ingest.build import Place, build_article
from searchapp.ingest.containers import GunzipStream, Meter, iter_members
from searchapp.ingest.decode import SAMPLE
from searchapp.ingest.document import read_text
from searchapp.ingest.html_reader import read_html
from searchapp.ingest.json_reader import read_json, read_json_lines
from searchapp.ingest.kinds import Kind, describe_unread, kind_of
from searchapp.ingest.limits import DEFAULT, Limits
from searchapp.ingest.markdown_reader import read_markdown
from searchapp.ingest.records import Record, Refusal, Unreadable
from searchapp.ingest.table_reader import read_table
from searchapp.ingest.walk import SourceFile, describe_error, open_regular

_READERS: Mapping[Kind, Callable[[io.BufferedReader, Limits], Iterator[Record | Refusal]]] = {
    Kind.TEXT: read_text,
    Kind.MARKDOWN: read_markdown,
    Kind.HTML: read_html,
    Kind.JSON: read_json,
    Kind.JSON_LINES: read_json_lines,
    Kind.TABLE: read_table,
}


def read_articles(
    file: SourceFile, sha256: str, limits: Limits = DEFAULT
) -> Iterator[RawArticle | Rejected]:
    """The articles of a file, one at a time, and whatever in it could not be used.

    Nothing a file holds, and nothing that happens to it meanwhile, raises. An id is the given one,
    else the path: with "#" and the number or line for files of several articles, with the
    member's path for archives (“2022.zip/january.jsonl#7”); “.gz” stays part of the name.
    """
    place = Place(name=file.name, sha256=sha256)
    try:
        with open_regular(file.path) as raw:
            stream: io.BufferedReader = io.BufferedReader(raw, SAMPLE)
            if kind_of(file.name) is Kind.ZIP:
                yield from _read_zip(stream, place, file.size, limits)
            else:
                meter = Meter(file.size, limits)
                yield from _read_stream(stream, place, meter, limits)
    except OSError as error:
        yield Rejected(path=file.name, reason=describe_error(error))


def _read_zip(
    stream: io.BufferedReader, place: Place, size: int, limits: Limits
) -> Iterator[RawArticle | Rejected]:
    meter = Meter(size, limits)
    try:
        for member in iter_members(stream, meter, limits):
            inside = Place(name=f"{place.name}/{member.name}", sha256=place.sha256)
            reason = member.refused or describe_unread(inside.name)
            if kind_of(inside.name) is Kind.ZIP:
                reason = "is a zip inside a zip, which is not opened"
            if reason or member.stream is None:
                yield Rejected(path=inside.name, reason=reason or "cannot be read")
                continue
            yield from _read_stream(member.stream, inside, meter, limits)
            if meter.is_exhausted:
                return
    except Unreadable as ending:
        yield Rejected(path=place.name, reason=ending.reason)


def _read_stream(
    stream: io.BufferedReader, place: Place, meter: Meter, limits: Limits
) -> Iterator[RawArticle | Rejected]:
    """The articles of one file or member that is not a zip."""
    name = place.name
    if kind_of(name) is Kind.GZIP:
        stream = io.BufferedReader(GunzipStream(stream, meter), SAMPLE)
        name = name[: -len(".gz")]
    kind = kind_of(name)
    if kind is None or kind not in _READERS:
        yield Rejected(path=place.name, reason="is packed twice, which is not opened")
        return
    try:
        for record in _READERS[kind](stream, limits):
            if isinstance(record, Refusal):
                yield Rejected(path=place.name, reason=record.reason, line=record.line)
            else:
                yield build_article(record, place, limits)
    except Unreadable as ending:
        yield Rejected(path=place.name, reason=ending.reason, line=ending.line)
