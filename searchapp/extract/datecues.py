"""The words around a date that say what it is the date of."""

import re

from searchapp.extract.months import MONTHS

PUBLISHED = re.compile(
    r"\b(?:dated?|published|posted|publication|created|issued|written|first published|filed|"
    r"online|print|"
    r"datum|stand|veröffentlicht|erstellt|erschienen|geschrieben|gepostet|publiée?|posté|paru|"
    r"date de|"
    r"publicad[oa]|postad[oa]|fecha|creado|pubblicat[oa]|data|geplaatst|gepubliceerd|"
    r"publicerad|publisert|udgivet|offentliggjort|opublikowan[oy]|data publikacji|julkaistu|"
    r"publicat|zveřejněno|"
    r"publikováno|publikované|vydáno|objavljeno|közzétéve|megjelent|yayınlanma|yayın tarihi|"
    r"dipublikasikan|diterbitkan|опубликовано|опубліковано|публикувано|δημοσίευση|"
    r"(?:presse)?mitteilung|press release)\b"
    r"(?:\W+(?:on|am|le|el|il|op|by|von|vom|den|em|den|dnia)\b)?"
    r"(?:\W+\w+day|\W+\w+tag)?\W*$",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:updated?|modified|last (?:edited|changed|reviewed)|revised|aktualisiert|geändert|"
    r"bearbeitet|update|"
    r"mis(?:e)? à jour|modifié|actualizad[oa]|atualizad[oa]|modificad[oa]|aggiornat[oa]|"
    r"bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizacja|zaktualizowano|corrected|päivitetty|"
    r"actualizat|aktualizováno|aktualizované|frissítve|ažurirano|güncellenme|güncelleme|"
    r"diperbarui|обновлено|оновлено|обновена|ενημέρωση|"
    r"retrieved|"
    r"accessed|abgerufen|zuletzt|änderung|edited|editiert)\b.{0,24}$",
    re.IGNORECASE,
)
NOT_PUBLISHED = re.compile(
    r"(?:©|\(c\)|\b(?:copyright|since|seit|depuis|until|bis|born|geboren|available|expires?|"
    r"born on|termine?|wann|beginn|when|events?|joined|registriert|member|deadline|"
    r"(?<!immediate )released?|"
    r"release date|ab|from|à partir du|desde el|a partire dal)\b)"
    r"\W{0,3}(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# “May 8 – May 14, 2023”, “8.–14. Mai 2023”: a week in a calendar of events.
ENDS_RANGE = re.compile(
    rf"(?<![\d:.])\d{{1,2}}(?:\.|st|nd|rd|th)?(?:\s(?:{_MONTH})\.?\s?[-–—]\s?|[-–—]|(?<=\.)\s?[-–—]\s?)$|"
    rf"\b(?:{_MONTH})\.?\s\d{{1,2}}\s?[-–—]\s?$",
    re.IGNORECASE,
)
_SPOKEN = (
    r"\b(?:says|said|wrote|schreibt|schrieb|sagt|sagte|meint|a écrit|dit|dice|ha scritto|\d+ "
    r"captures?)\W*(?:am|on|um|le|at|el|il)?\W*$"
)
COMMENTED = re.compile(rf"{_SPOKEN}|@\w+\)?\s*$", re.IGNORECASE)
# An author's own name is given beside the byline, too: there is no bracket around it.
COMMENTED_ABOVE = re.compile(rf"{_SPOKEN}|(?:\(|^)@\w+\)?\s*$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|wurde|est|fue|è stato)\b.{0,20}$", re.IGNORECASE)
_CLOSING_WORD = re.compile(
    r"\b(?:posted|published|veröffentlicht|gepostet|publié|publicado|pubblicato)\b", re.I
)
_CLOSING_START = re.compile(
    r"\b(?:entry|article|post|story|beitrag|artikel|eintrag|article|artículo|articolo)\b.{0,60}$",
    re.IGNORECASE,
)
_CLOSING_NEXT = re.compile(
    r"(?:um|at|à|a las|alle|om) \d.{0,12}\b(?:posted|published|veröffentlicht|gepostet|publié|"
    r"publicado|pubblicato|geplaatst)\b"
)
_DATELINE = re.compile(r"^(?:\)\.?\s|,?\s*(?:\([^()]{2,30}\)\s*)?[-–—:])")
_PLACE = re.compile(r"^(?:[^\W\d_a-z][\w.'’-]*[\s,/]+){1,6}\(?$")


def in_closing_sentence(before: str, after: str) -> bool:
    """Whether a date stands in “This entry was posted on …” or the like."""
    return bool(
        _CLOSING_WORD.search(before + after)
        and (_CLOSING_START.search(before) or _WAS.search(before))
    )


def closes_below(following: str) -> bool:
    """Whether a sentence broken after its date goes on so: “at 15:21 published in …”."""
    return bool(_CLOSING_NEXT.match(following))


def in_dateline(before: str, after: str) -> bool:
    """Whether a date stands between a town and a dash: “VALMERE, 26 February 1915 – ”."""
    return bool(_PLACE.match(before) and _DATELINE.match(after))
