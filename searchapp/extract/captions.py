"""Recognising picture captions by the credit that they carry."""

import re
from collections.abc import Sequence

from searchapp.extract.lines import Line
from searchapp.extract.signs import places_with

_MAX_WORDS = 90
_TAIL = 160

_LABELS = frozenset(
    "photo photos foto fotos picture image bild symbolbild archivbild pictured caption credit "
    "credits crédit crédits file photograph abbildung immagine imagen bildunterschrift legende "
    "légende".split()
)
_LABEL = re.compile(
    r"^[\W_]{0,3}(?:photos?|fotos?|picture|image|bild|symbolbild|archivbild|pictured|caption|"
    r"credits?|crédits?(?: photo)?|file photo|photograph|photo credit|image credit|abbildung|"
    r"immagine|imagen|bildunterschrift|legende|légende)\s?(?:by|von|de|:)\s?\S",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"[(\[](?:file |undated )?(?:photos?|photograph|photo illustration|fotos?|image|picture|bild|"
    r"credit|crédit|source|quelle|archive?)\b(?: credit)?\s?(?:by|von|de|:|/)[^()\[\]]{2,120}[)\]]",
    re.IGNORECASE,
)
_SLASH_CREDIT = re.compile(
    r"(?:^|[.!?)»”\"–—|-])\s*[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4} ?/ ?"
    r"(?:AP|AFP|dpa|DPA|EPA|EFE|Reuters|REUTERS|imago|IMAGO|ANSA|APA|AAP|PA|Getty|picture alliance)"
    r"(?:[ /][^.!?\n]{0,40})?\)?$"
)
_NAMED = re.compile(
    r"\b(?:Photo|Foto|Fotos|Bild|Image|Picture|Credit|Crédit|Quelle)\s?: "
    r"?[^\W\d_][^.!?\n]{1,80}$"
)
_AGENCY = re.compile(
    r"\bGetty Images\b|\bvia (?:AP|AFP|REUTERS|Reuters|Getty)\b|\bEPA[-/]EFE\b"
    r"|\bREUTERS/[^\W\d_]|\bHandout (?:via|/)|\bAP Photo\b|\bShutterstock\b|\bpicture[- ]alliance\b"
)
_AGENCY_SIGNS = (
    *(b"getty", b"via a", b"via r", b"epa", b"reuters/", b"handout"),
    *(b"ap photo", b"shutterstock", b"alliance"),
)
_COPYRIGHT = re.compile(r"[©Ⓒ]\s?(?!\s*(?:copyright\b|\(?\d{4}))[^\W\d_]")


def find_agency_credits(lines: Sequence[Line]) -> set[int]:
    """The places of lines that end in a picture agency’s credit: “… in May. Getty Images”."""
    tails = {p: line.text[-_TAIL:] for p, line in enumerate(lines) if line.words <= _MAX_WORDS}
    return {place for place in places_with(_AGENCY_SIGNS, tails) if _AGENCY.search(tails[place])}


def is_caption(line: Line) -> bool:
    """Whether a line is a picture's caption or credit: “… in May. © Jane Doe/agency”."""
    if line.words > _MAX_WORDS:
        return False
    text = line.text
    tail = text[-_TAIL:]
    return bool(
        ("©" in text and _COPYRIGHT.search(text))
        or (line.opening in _LABELS and _LABEL.match(text))
        or (":" in tail and _NAMED.search(tail))
        or (("(" in tail or "[" in tail) and _BRACKET.search(tail))
        or ("/" in tail and _SLASH_CREDIT.search(tail))
    )
