"""The words that announce an author: “By”, “Of:”, “Posted by”, “Ein Artikel von”."""

import re
from dataclasses import dataclass

from searchapp.extract.lines import Line

_BY = r"by|von|par|por|di|door|af|av|durch|oleh"
_KIND = (
    r"story|text|words|report|article|post|blog ?post|opinion|analysis|review|interview|column|"
    r"comment(?:ary)?|"
    r"photos? and text|text and photos?|artikel|beitrag|blog ?beitrag|gastbeitrag|kommentar|"
    r"analyse|bericht|"
    r"reportage|kolumne|rezension|essay|porträt|entretien|propos recueillis|tribune|chronique"
)
_ACT = (
    r"written|posted|published|reported|reporting|submitted|added|created|veröffentlicht|gepostet|"
    r"geschrieben|verfasst|"
    r"erstellt|eingestellt|publié|posté|écrit|rédigé|publicado|escrito|pubblicato|postato|"
    r"scritto|geplaatst|"
    r"geschreven|postado|skriven|publicerad|skrevet|udgivet|publisert|opublikowane"
)
_WORDED = (
    rf"(?:(?:an? |ein |eine |un |une )?(?:(?!additional|further)\w+ )?(?:{_KIND}|{_ACT})"
    r"(?: and \w+)? (?:by|von|par|por|da|door|de|di|av|af|przez))"
    r"|(?:(?:view|see|read|show) )?(?:all|more) (?:posts|articles|stories|entries|content|"
    r"work) (?:by|from)"
    r"|more (?:by|from)"
    r"|(?:alle|weitere|mehr) (?:beiträge|artikel|posts|texte|einträge) "
    r"(?:von|des autors|der autorin)"
    r"|(?:voir )?tous (?:les|ses) (?:articles|billets) (?:de|par)"
    r"|(?:ver )?tod[ao]s (?:las entradas|los artículos) (?:de|por)"
    r"|(?:vedi |leggi )?tutti gli articoli di"
    r"|a cura di|(?:from|by) our (?:own )?(?:\w+ )?correspondent"
    r"|von unser(?:em|er) (?:\w+ )?(?:korrespondent|mitarbeiter)\w*"
)
_NOUN = (
    r"post author|authors?|byline|autor(?:en|in|es|a|i)?|autor\*in|auteure?s?|autore|auteur|"
    r"verfasser(?:in)?|"
    r"redacción|redaktion|tekst|text|texte|words|"
    r"te(?:xt|kst|xte|sto)s? ?(?:&|\+|/|und|and|et|y|e|og) ?(?:photos?|fotos?|bilder|pictures|"
    r"images|immagini|imágenes|video)|teksti|írta|szerző|piše|scris de|penulis|yazan|"
    r"автор|συντάκτης"
)
_ABOUT = (
    r"about the authors?|über (?:den autor|die autorin|die autoren)|zum autor|zur autorin|"
    r"à propos de l[’']auteure?|sobre (?:el autor|la autora|o autor|a autora)|"
    r"(?:l[’']autore|l[’']autrice)|over de auteur"
)
_GAP = r"(?:\s+|(?-i:(?<=[a-z])(?=[A-ZÄÖÜÉ])))"

_COLON = re.compile(
    rf"^\W{{0,5}}(?P<cue>{_WORDED}|{_NOUN}|{_BY}|of|from|da)\s?:\s*(?P<names>\S.*)", re.IGNORECASE
)
_PLAIN = re.compile(rf"^\W{{0,5}}(?P<cue>{_WORDED}|{_BY}){_GAP}(?P<names>\S.*)", re.IGNORECASE)
_NOUN_PLAIN = re.compile(
    r"^\W{0,5}(?P<cue>authors?|autor(?:in|en)?|auteur|autore)\s+(?P<names>(?-i:[^\Wa-z\d_]).*)",
    re.IGNORECASE,
)
_INNER = re.compile(rf"(?:^|[\s,])(?P<cue>{_BY}|da){_GAP}(?P<names>\S.*)", re.IGNORECASE)
_INSIDE = re.compile(
    rf"[\s,;:(](?P<cue>{_BY})\s+(?P<names>(?-i:[^\W\d_a-zß-öø-ÿ]).*)", re.IGNORECASE
)
_CREDIT = re.compile(
    r"foto|photo|bild|image|picture|credit|quelle|source|copyright|©|illustr", re.I
)
_ALONE = re.compile(
    rf"^\W{{0,5}}(?:(?P<cue>{_WORDED}|{_ABOUT}|{_BY}|"
    r"post author|author|autor(?:\*in)?|auteur|autore)\s?:?|"
    rf"(?P<noun>{_NOUN})\s?:)\W{{0,3}}$",
    re.IGNORECASE,
)
_SHORT_CUE = 6
_SIGNS = (
    *(" by", " von", " par ", " por ", " di ", " door ", " af ", " av ", " durch ", " oleh "),
    *(" da ", " de ", " przez ", " author", " autor", " auteur", " text:", " redaktion:"),
)
_OPENINGS = frozenset(
    "by von par por di door af av durch of from da author authors autor autoren autorin auteur "
    "auteure auteurs autore autori byline verfasser verfasserin redacción redaktion tekst text "
    "texte words about über zum zur sobre over view see read show all more alle weitere mehr voir "
    "tous ver todos todas vedi leggi tutti oleh teksti írta szerző piše scris penulis yazan автор "
    "συντάκτης".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as it stands in a line; `names` is where the names begin.

    `worded` cues (“Posted by”, “Author:”) cannot begin a sentence of the article itself, `colon`
    cues may be followed by more than names, `inside` ones stand after other words.
    """

    text: str
    names: int
    worded: bool
    colon: bool
    inside: bool = False

    @property
    def strong(self) -> bool:
        """Whether nothing but an author can follow: “Author:”, “Posted by”."""
        return self.colon or len(self.text) > _SHORT_CUE

    @property
    def interview(self) -> bool:
        """Whether the names after “with” are of those asked."""
        return "nterview" in self.text or "gespräch" in self.text.lower()


def may_hold_cue(line: Line) -> bool:
    """Whether it is worth looking for a cue in a line; most lines have none."""
    if line.opening in _OPENINGS:
        return True
    folded = f"{line.text.lower()} "
    return any(map(folded.__contains__, _SIGNS))


def find_cue(segment: str, *, dated: bool) -> Cue | None:
    """The cue that `segment` begins with, or one inside it, as is usual if it is `dated`."""
    head = segment[:200]
    if ":" in head and (colon := _COLON.match(head)):
        cue = colon["cue"]
        worded = len(cue) > 5 or cue.lower() in ("autor",)
        return Cue(f"{cue}:", colon.start("names"), worded, True)
    match = (
        _PLAIN.match(head) or _NOUN_PLAIN.match(head) or (_INNER.search(head) if dated else None)
    )
    if match:
        return Cue(match["cue"], match.start("names"), len(match["cue"]) > 5, False)
    inside = _INSIDE.search(head)
    if inside is None or _CREDIT.search(head):
        return None
    return Cue(inside["cue"], inside.start("names"), False, False, True)


def lone_cue(line: str) -> Cue | None:
    """The cue that is all of `line`, so that the names stand on the next one."""
    match = _ALONE.match(line) if len(line) <= 40 else None
    if match is None:
        return None
    cue = match["cue"] or match["noun"]
    return Cue(cue, len(line), len(cue) > 5 and match["noun"] is None, False)
