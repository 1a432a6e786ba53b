"""Files that have broken other programs, each with what must become of it.

The numbers are those of docs/reliability.md.
"""

import gzip
import io
import json
import os
import socket
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 10**6
SENTENCE = "and so the ship had left the harbour on another morning of that long year\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file: the ids of the articles it gives, and what is said of the parts that are left out."""

    row: str
    name: str
    content: bytes
    ids: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    text: str = ""
    """What the text of the first article begins with."""
    date: str | None = None
    """The date the first article must have; "" for none, None for any."""


def kept(
    row: str,
    name: str,
    content: bytes | str,
    *,
    ids: tuple[str, ...] = (),
    text: str = "",
    date: str | None = None,
) -> Case:
    """A file that is one article, known by its path unless `ids` says otherwise."""
    encoded = content.encode() if isinstance(content, str) else content
    return Case(row=row, name=name, content=encoded, ids=ids or (name,), text=text, date=date)


def left_out(row: str, name: str, content: bytes | str, *reasons: str) -> Case:
    """A file that is of no use, with parts of the reasons that are given."""
    encoded = content.encode() if isinstance(content, str) else content
    return Case(row=row, name=name, content=encoded, reasons=reasons)


def fields(**values: object) -> str:
    """A JSON object with a text and these fields."""
    return json.dumps({"text": "Grain left the harbour.", **values})


def lines(*values: Mapping[str, object]) -> str:
    return "".join(f"{json.dumps(value)}\n" for value in values)


def zipped(members: Sequence[tuple[str, bytes]], mode: int = 0) -> bytes:
    """A zip with these members; `mode` is the type of file they claim to be."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name)
            member.external_attr = mode << 16
            archive.writestr(member, content)
    return packed.getvalue()


def gzip_bomb(unpacked: int) -> bytes:
    """A gzip file of many members, each of which is tiny and unpacks to 10 MB of line ends."""
    member = gzip.compress(b"\n" * (10 * MEGABYTE))
    return member * (unpacked // (10 * MEGABYTE))


def zip_bomb(unpacked: int) -> bytes:
    """A zip of many members, each of which is tiny and unpacks to 12 MB."""
    size = 12 * MEGABYTE
    content = b"A" * size
    deflated = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = deflated.compress(content) + deflated.flush()
    checksum = zlib.crc32(content)
    sizes = struct.pack("<LLL", checksum, len(packed), size)
    local, directory, offset = b"", b"", 0
    for number in range(unpacked // size):
        name = f"{number}.txt".encode()
        head = struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", len(name), 0)
        entry = b"PK\x03\x04" + head + name + packed
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + head + bytes(10)
        directory += struct.pack("<L", offset) + name
        local += entry
        offset += len(entry)
    count = unpacked // size
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), offset, 0)
    return local + directory + b"PK\x05\x06" + end


ODD_ID = "/a/../b\\c%d#e?f&g\nh;é"
GOOD = {
    f"good/{number}.txt": f"Good article {number}\n\ndate 2022-03-0{number}\n\n"
    f"By Ann Weaver\n\nThe strike in Marseille, France, went on for a {number}th day.\n"
    for number in range(1, 6)
}

TEXTS = (
    kept("B1", "nul.json", fields(text="Nul\x00l and \x1b[31mred\x1b[0m"), text="Null and red"),
    kept("B2", "surrogate.json", '{"text": "Half \\ud800 a pair"}', text="Half \ufffd a pair"),
    kept("B4", "broken-utf8.txt", "Zürich, Köln, Rhône ".encode() + b"\xff ok",
         text="Zürich, Köln, Rhône \ufffd ok"),
    kept("B5", "utf16.txt", "Zürich lies on a lake.".encode("utf-16"), text="Zürich lies"),
    kept("B5", "utf32.txt", "Zürich lies on a lake.".encode("utf-32"), text="Zürich lies"),
    kept("B6", "cp1252.txt", "Zürich’s “lake”".encode("cp1252"), text="Zürich’s “lake”"),
    kept("B7", "bom.json", "\ufeff" + fields(), text="Grain left"),
    kept("B7", "bom.txt", "\ufeffGrain left", text="Grain left"),
    kept("B18", "long.txt", SENTENCE * (5 * MEGABYTE // len(SENTENCE)), text="and so the ship"),
    kept("B19", "token.txt", "Start " + "x" * MEGABYTE + " end", text="Start xxx"),
    kept("B38", "bidi.txt", "a\u202eb\u2066c\u2069d\n\nGrain", text="abcd"),
    kept("B39", "zalgo.txt", "Z" + "\u0301\u0489" * 10_000 + "algo\u200b" * 1_000, text="Ź"),
    kept("B40", "hebrew.txt", "שלום עולם, שלום לכולם", text="שלום עולם"),
    kept("B41", "emoji.txt", "Grain \U0001f468\u200d\U0001f469 ship\n\ndate 2022-03-04\n\n"
         "The \U0001f3f4 dogs barked \U0001f436 in the harbour all night long, he said.\n",
         text="Grain \U0001f468\u200d\U0001f469"),
    kept("B42", "markup.txt", "</title><script>alert(1)</script>{{7*7}}{% x %}<img onerror=x>",
         text="</title><script>alert(1)</script>{{7*7}}"),
    kept("B58", "page.html", "<!doctype html><title>T</title><script>evil()</script>"
         "<p>Only <b>this</b> is text, and a sentence of it is quite long enough.</p>"),
    kept("B58", "markup.json", fields(text="<p>One &amp; two.</p><script>evil()</script>"),
         text="One & two."),
    kept("B59", "stop-words.txt", "the of and to a in that it is was", text="the of"),
)  # fmt: skip

VALUES = (
    kept("B14", "numbers.json", '{"text": "Grain.", "id": 1e999, "date": NaN, "author": Infinity,'
         f' "section": {"9" * 10_000}}}', ids=("1e999",), date=""),
    kept("B15", "twice.json", '{"text": "First", "text": "Last"}', text="Last"),
    kept("B21", "blank-id.json", fields(id=" \t"), text="Grain left"),
    kept("B22", "odd-id.json", fields(id=ODD_ID), ids=(ODD_ID,)),
    kept("B26", "year-1.json", fields(date="0001-01-01"), date=""),
    kept("B27", "year-9999.json", fields(date="9999-12-31T23:59:59.999999+14:00"), date=""),
    kept("B28", "no-date.json", fields(date="not a date"), date=""),
    kept("B29", "february-30.json", fields(date="2020-02-30"), date=""),
    kept("B29", "hour-25.json", fields(date="2020-02-03T25:61:00"), date="2020-02-03"),
    kept("B30", "zone.json", fields(date="2022-12-31T23:30:00-05:00"), date="2022-12-31"),
    kept("B31", "seconds.json", fields(date=1_672_358_400), date="2022-12-30"),
    kept("B31", "milliseconds.json", fields(date=1_672_358_400_000), date="2022-12-30"),
    kept("B32", "types.json", '{"text": ["One.", 2, null, {"name": "Three."}], "title": 7,'
         ' "date": [], "author": {"x": 1}, "section": true}', text="7\n\nOne."),
    kept("B33", "undated.json", fields(), date=""),
    kept("B34", "many.json", fields(persons=[f"Person {n}" for n in range(10_000)])),
    kept("B35", "values.json", fields(category='a, "b" <script>' + "c" * 2_000)),
    kept("B36", "unknown.json", fields(__class__="x", docnum=1, _stored_title="y", boost=2)),
    kept("B37", "overflow.json", fields(id=2**80, date=2**80), ids=(str(2**80),), date=""),
    kept("B43", "javascript.json", fields(url="javascript:alert(1)")),
    kept("B43", "data.json", fields(url="data:text/html,<script>alert(1)</script>")),
    kept("B44", "crlf.json", fields(title="A\r\nSet-Cookie: x=1", url="https://e.example/\r\nX: y"),
         text="A Set-Cookie: x=1"),
    kept("B45", "ansi.json", fields(title="\x1b]0;owned\x07\x1b[2Jtitle"), text="title"),
)  # fmt: skip

BROKEN = (
    left_out("B3", "surrogate-id.json", '{"id": "a\\ud800", "text": "x"}', "not valid text"),
    left_out("B8", "elf.json", b"\x7fELF\x02\x01\x01" + bytes(200), "looks like a program"),
    left_out("B8", "png.json", b"\x89PNG\r\n\x1a\n" + bytes(200), "looks like a PNG image"),
    left_out("B8", "pdf.json", b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "looks like a PDF document"),
    left_out("B9", "empty.txt", b"", "is empty"),
    left_out("B10", "object.json", b"{}", "has no text"),
    left_out("B11", "cut.json", b'{"text": "Gra', "breaks off in line 1"),
    left_out("B13", "deep.json", b'{"text":' * 100_000, "nested too deeply"),
    left_out("B17", "line.jsonl", b'{"text": "' + b"x" * (11 * MEGABYTE) + b'"}\n',
             "is larger than 10 MB"),
    left_out("B20", "long-id.json", fields(id="x" * 100_000), "an id longer than 512 bytes"),
    left_out("B55", "laughs.xml", b'<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM '
             b'"file:///etc/passwd">]><x>&a;</x>', "is an XML file (.xml), which is not read"),
    left_out("B59", "blank.txt", " \n\t\u00a0\u200b\n", "is empty"),
    left_out("B53", "nested.zip", zipped([("inner.zip", zipped([("a.txt", b"Grain")]))]),
             "is a zip inside a zip"),
    left_out("B53", "bomb.jsonl.gz", gzip_bomb(400 * MEGABYTE), "far more than articles do"),
    left_out("B54", "cut.txt.gz", gzip.compress(SENTENCE.encode() * 99)[:-20],
             "breaks off before its end"),
    left_out("B56", "no-text.csv", "a,b\n1,2\n", "has no column for the text"),
)  # fmt: skip

MIXED = (
    Case(
        row="B12",
        name="cut-off.jsonl",
        content=(lines({"text": "One.", "id": "cut-1"}, {"text": "Two."}) + '{"te').encode(),
        ids=("cut-1", "cut-off.jsonl#2"),
        reasons=("line 3 is not JSON",),
    ),
    Case(
        row="B16",
        name="array.json",
        content=json.dumps([{"text": f"Grain {n}.", "id": f"n{n}"} for n in range(300)]).encode(),
        ids=tuple(f"n{number}" for number in range(300)),
    ),
    Case(
        row="B23",
        name="same-id.jsonl",
        content=lines({"id": "same", "text": "First"}, {"id": "same", "text": "Last"}).encode(),
        ids=("same",),
        reasons=("“same” more than once",),
        text="Last",
    ),
    Case(
        row="B24",
        name="a-shared.json",
        content=fields(id="shared").encode(),
        reasons=("which b-shared.json has as well",),
    ),
    kept("B24", "b-shared.json", fields(id="shared", text="The later one"), ids=("shared",)),
    kept("B25", "nfc.json", fields(id="Zürich"), ids=("Zürich",)),
    kept("B25", "nfd.json", fields(id="Zu\u0308rich"), ids=("Zu\u0308rich",)),
    kept("B25", "case.json", fields(id="zürich"), ids=("zürich",)),
    kept("B54", "garbage.txt.gz", gzip.compress(b"Grain left") + b"garbage", text="Grain left"),
    Case(
        row="B52",
        name="slip.zip",
        content=zipped(
            [("../../x.txt", b"Out"), ("/etc/x.txt", b"Out"), ("C:\\x.txt", b"Out"),
             ("ok.txt", b"Grain left")]
        ),
        ids=("slip.zip/ok.txt",),
        reasons=("leads out of the zip", "absolute path inside", "absolute path inside"),
    ),
    Case(
        row="B52",
        name="link.zip",
        content=zipped([("passwd.txt", b"/etc/passwd")], mode=stat.S_IFLNK | 0o777),
        reasons=("is a link or a device inside the zip",),
    ),
    Case(
        row="B53",
        name="bomb.zip",
        content=zip_bomb(400 * MEGABYTE),
        reasons=("is larger than 10 MB", "far more than articles do"),
    ),
    Case(
        row="B56",
        name="table.csv",
        content=b"id,text\nc1,Gr\x00ain\nc2," + b"y " * (MEGABYTE // 2) + b'\nc3,a,b\nc4,"open\n',
        ids=("c1", "c2"),
        reasons=("row 4 has 3 cells", "row 5 opens a quotation mark"),
    ),
)  # fmt: skip

CASES: tuple[Case, ...] = (*TEXTS, *VALUES, *BROKEN, *MIXED)


def write_special(folder: Path) -> Mapping[str, str]:
    """B46–B48, B51: what is no ordinary file, with what is said about each."""
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    os.mkfifo(folder / "pipe.txt")
    # Bound by a short name: an address of a socket has little room.
    here = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("socket.txt")
    finally:
        os.chdir(here)
    return {
        "passwd.txt": "is a link to a file",
        "loop": "is a link to a folder",
        "self.txt": "is a link that leads nowhere",
        "pipe.txt": "is a pipe",
        "socket.txt": "is a socket",
    }
