"""Recognising picture captions by the credit that they carry."""

import re

_MAX_WORDS = 90

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
_INSIDE = re.compile(
    r"(?:\b(?:Photo|Foto|Fotos|Bild|Image|Picture|Credit|Crédit|Quelle)\s?: "
    r"?[^\W\d_][^.!?\n]{1,80}$)"
    r"|\bGetty Images\b|\bvia (?:AP|AFP|REUTERS|Reuters|Getty)\b|\bEPA[-/]EFE\b"
    r"|\bREUTERS/[^\W\d_]|\bHandout (?:via|/)|\bAP Photo\b|\bShutterstock\b|\bpicture[- ]alliance\b"
)
# Looked for first: most lines have none of these, and the expression is slow.
_SIGN = re.compile(
    "Photo|Foto|Bild|Image|Picture|Cr|Quelle|Getty|via |EPA|REUTERS/|Handout|Shutterstock|icture"
)
_SLASH_CREDIT = re.compile(
    r"(?:^|[.!?)»”\"–—|-])\s*[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4} ?/ ?"
    r"(?:AP|AFP|dpa|DPA|EPA|EFE|Reuters|REUTERS|imago|IMAGO|ANSA|APA|AAP|PA|Getty|picture alliance)"
    r"(?:[ /][^.!?\n]{0,40})?\)?$"
)
_COPYRIGHT = re.compile(r"[©Ⓒ]\s?(?!\s*(?:copyright\b|\(?\d{4}))[^\W\d_]")


def is_caption(line: str, words: int) -> bool:
    """Whether a line is a picture's caption or credit: “… in May. © Jane Doe/agency”."""
    if words > _MAX_WORDS:
        return False
    head, tail = line[:160], line[-160:]
    return bool(
        ("©" in line and _COPYRIGHT.search(line))
        or (":" in head and _LABEL.match(head))
        or (("(" in line or "[" in line) and _BRACKET.search(tail))
        or ("/" in tail and _SLASH_CREDIT.search(tail))
        or (_SIGN.search(tail) and _INSIDE.search(tail))
    )
