"""News agencies, and where an article says that it comes from one."""

import re
from dataclasses import dataclass

_LABELS = (
    "AFP", "AP", "APA", "ANI", "ANP", "ANSA", "ATS", "Belga", "Bloomberg", "BTA", "CTK", "dapd",
    "dpa", "EFE", "epd", "Interfax", "IANS", "JIJI", "KNA", "Kyodo", "Lusa", "NTB", "PA", "PAP",
    "PTI", "Reuters", "RIA", "Ritzau", "SDA", "SID", "STT", "TASS", "TT", "Ukrinform", "UPI",
    "Xinhua", "Yonhap",
)  # fmt: skip

_AGENCIES: dict[str, str] = {label.lower(): label for label in _LABELS} | {
    "afp-jiji": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "agencia efe": "EFE",
    "associated press": "AP",
    "bloomberg news": "Bloomberg",
    "deutsche presse-agentur": "dpa",
    "europa press": "Europa Press",
    "itar-tass": "TASS",
    "jiji press": "JIJI",
    "keystone-sda": "SDA",
    "kyodo news": "Kyodo",
    "press association": "PA",
    "press trust of india": "PTI",
    "pa media": "PA",
    "reuters staff": "Reuters",
    "ria novosti": "RIA",
    "the associated press": "AP",
    "thomson reuters": "Reuters",
    "united press international": "UPI",
    "xinhua news agency": "Xinhua",
}  # fmt: skip
_ALSO_NAMES = {"ani", "ap", "apa", "pa", "pap", "ria", "sid", "tt"}

_NOTE = re.compile(r"[(\[](?P<inside>[^()\[\]\n]{2,400})[)\]][ \t]*$")
_MATERIAL = re.compile(
    r"^(?:(?:as |with |mit |by |via |from |avec |con |di |source: ?|quelle: ?)+)?"
    r"(?:material (?:from|by|von) )?(?P<names>[^:;]{2,60}?)"
    r"(?:[- ]?(?:material|reports?|input|content))?$",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*[|•·\t]\s*|\s[–—-]\s")
_SOURCE = re.compile(
    r"^(?:quellen?|sources?|fuente|fonte|bron|agency|agentur|agence|kilde|källa)\s?:\s?(?P<names>.+)",
    re.IGNORECASE,
)
_SOURCES = frozenset(
    "quelle quellen source sources fuente fonte bron agency agentur agence kilde källa".split()
)
_NUMBERED = re.compile(r"\bdpa:\d{6}-\d")
_REPORTERS = re.compile(
    r"\b(?:(?:additional |further )?reporting|writing|editing|compiled|edited|written|reported|"
    r"redaktion|bearbeitung|édité|editado)\b[^:]{0,30}\b(?:by|von|par|por)\b",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(
    r"^(?:reporting|reported|written) (?:and writing )?by (?P<names>[^;(]{3,150})", re.IGNORECASE
)
_DATELINE = re.compile(r"^[^\W\d_][^()\n]{1,60}\((?P<agency>[^()\n]{2,30})\)\.?\s*[-–—:]")
_LEADING = re.compile(r"^\((?P<agency>[^()\n]{2,30})\)")
_SEPARATORS = re.compile(r"\s*(?:[,/&+]|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_NOTE_REACH = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyNote:
    """A bracket at the end of an article that names where it comes from.

    `reporters` is the text after “Reporting by”, or empty; offsets are code points into the text.
    """

    start: int
    end: int
    agency: str | None
    reporters: str = ""
    reporters_start: int = 0


def agency_label(name: str) -> str | None:
    """The usual writing of a news agency's name; None for anything else."""
    bare = name.strip(" .()")
    key = bare.lower()
    return None if key in _ALSO_NAMES and not bare.isupper() else _AGENCIES.get(key)


def find_agency(names: str) -> str | None:
    """The first news agency in a list such as “AFP/dpa”; None unless every name is an agency's."""
    whole = agency_label(names)
    if whole:
        return whole
    labels = [agency_label(name) for name in _SEPARATORS.split(names) if name.strip()]
    return labels[0] if labels and all(labels) else None


def field_agency(line: str) -> str | None:
    """The agency that a line with a date has in a field of its own: “PTI | 12 May 2023”."""
    return next((label for part in _BAR.split(line) if (label := agency_label(part))), None)


def may_name_source(line: str, opening: str) -> bool:
    """Whether a line is worth `source_agency`; `opening` is its first word in small letters."""
    return opening in _SOURCES or "dpa:" in line


def source_agency(line: str) -> str | None:
    """The agency that a line names as the source: “Quelle: dpa”, “dpa:230512-99-123456/3”."""
    source = _SOURCE.match(line)
    if source:
        return find_agency(source["names"].strip(" .()"))
    return "dpa" if _NUMBERED.search(line) else None


def find_agency_note(text: str) -> AgencyNote | None:
    """The bracket at the end of one of the last lines that names an agency or the reporters."""
    end = len(text)
    floor = max(0, end - _NOTE_REACH)
    while end > floor:
        start = text.rfind("\n", floor, end) + 1
        line = text[max(start, floor) : end].rstrip()
        match = _NOTE.search(line) if line.endswith((")", "]")) else None
        note = _read_note(match, max(start, floor)) if match else None
        if note or start == 0:
            return note
        end = start - 1
    return None


def _read_note(match: re.Match[str], offset: int) -> AgencyNote | None:
    inside = match["inside"].strip()
    start, end = offset + match.start(), offset + match.start() + len(match.group().rstrip())
    if _REPORTERS.search(inside):
        reported = _REPORTED_BY.match(inside)
        return AgencyNote(
            start=start,
            end=end,
            agency=None,
            reporters=reported["names"] if reported else "",
            reporters_start=offset
            + match.start("inside")
            + (reported.start("names") if reported else 0),
        )
    material = _MATERIAL.match(inside)
    agency = find_agency(material["names"]) if material else None
    return AgencyNote(start=start, end=end, agency=agency) if agency else None


def dateline_agency(paragraph: str) -> str | None:
    """The agency in a dateline: “KYIV (Reuters) - …”, “(dpa) …”."""
    head = paragraph[:110]
    if "(" not in head:
        return None
    match = _DATELINE.match(head) or _LEADING.match(head)
    return find_agency(match["agency"]) if match else None
