"""Recognising what a web page left in an article's text: buttons, menus, notes, teasers."""

import re
from collections.abc import Sequence

from searchapp.extract.lines import Line

_BUTTON_WORDS = frozenset(
    """
    share tweet print email e-mail mail facebook twitter whatsapp linkedin pinterest reddit
    flipboard instagram telegram youtube rss xing pocket messenger threads bluesky mastodon
    split copy link save bookmark comment comments like reply menu search close open more home
    login logout subscribe subscribed unsubscribe follow next previous back top advertisement
    advertising anzeige werbung contact imprint impressum datenschutz privacy sitemap newsletter
    navigation toggle skip listen teilen twittern drucken merken speichern kommentare kommentar
    suche suchen startseite anmelden abmelden registrieren schließen mehr weiter zurück
    weiterlesen vorlesen kontakt nutzungsbedingungen partager imprimer envoyer commenter
    commentaires accueil recherche connexion abonnez-vous publicité suivre fermer compartir
    imprimir enviar comentarios inicio buscar suscríbete publicidad condividi stampa invia
    commenti cerca accedi abbonati pubblicità delen afdrukken
    """.split()
)
_BUTTON_LINE = re.compile(
    r"^\W*(?:skip to (?:main )?content|skip navigation|zum (?:haupt)?inhalt (?:springen|wechseln)|"
    r"(?:toggle|show|hide|main) (?:navigation|search|menu)|sign (?:in|up)\b.{0,30}|log ?(?:in|out)|"
    r"my account|leave a (?:comment|reply)|(?:\d+|no|post a|add a|view) (?:comments?|shares?|"
    r"likes?)|"
    r"(?:share|follow|like|find) (?:this|us|on|via|with|it)\b.{0,40}|click (?:here )?to .{1,40}|"
    r"(?:back|return) to (?:top|home|the top)|(?:view|see|show|load|read|watch) (?:all|more|"
    r"comments|"
    r"gallery|photo gallery|the gallery|video)\b.{0,30}|continue reading.{0,40}|\d+ "
    r"min(?:ute)?s?(?: read)?|"
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)\W*|"
    r"(?:terms|conditions) (?:of|and) .{1,30}|privacy policy|cookie (?:policy|settings|notice)|"
    r"powered by .{1,40}|(?:search|suche nach|rechercher|buscar):?|table of contents|"
    r"(?:recent|related|popular|latest|similar|more) (?:posts?|articles?|stories|news|comments|"
    r"topics|links)|"
    r"(?:ähnliche|neueste|letzte) (?:beiträge|artikel|kommentare)|gefällt mir.{0,12}|"
    r"(?:artikel|beitrag|seite) (?:teilen|drucken|merken)|auf .{2,12} teilen|"
    r"partager (?:sur|par|cet).{0,30}|compartir en .{2,20}|condividi su .{2,20})\W*$",
    re.IGNORECASE,
)
_TEASER_START = re.compile(
    r"^[\W_]{0,3}(?:read (?:also|more|next|on)|also read|see also|more on (?:this|the)|"
    r"related(?: articles?| links?)?|"
    r"don[’']t miss|recommended|watch(?: also| now)?|listen|in pictures|photo gallery|slideshow|"
    r"live ?(?:blog|ticker)|"
    r"lesen sie (?:auch|mehr)|lies auch|mehr zum thema|siehe auch|auch interessant|das könnte sie|"
    r"(?:à )?lire (?:aussi|également)|voir aussi|sur le même sujet|lea (?:también|además)|lee "
    r"también|"
    r"leer más|ver también|leggi anche|guarda anche|vedi anche|lees ook|leia (?:também|"
    r"mais))\s?[:>»|–-]",
    re.IGNORECASE,
)
_TEASER_END = re.compile(
    r"(?:view (?:the )?(?:photo |picture )?gallery|view (?:photos|slideshow|comments)|watch "
    r"(?:the )?video|"
    r"(?:read|learn|see|find out) more|zur (?:bildergalerie|fotostrecke)|fotostrecke|bildergalerie|"
    r"(?:jetzt )?weiterlesen|mehr (?:lesen|erfahren)|lire la suite|en savoir plus|leer más|ver "
    r"galería|"
    r"leggi tutto|click here|hier klicken)\s?[>»→….]*$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:(?:we|website|site|page) uses? cookies|accept (?:all )?cookies|cookies? (?:policy|"
    r"settings|"
    r"einstellungen|richtlinie)|verwende[nt] (?:\w+ )?cookies|utilis(?:e|ons) des cookies|(?:usa|"
    r"utiliza|usamos) "
    r"cookies|enable javascript|javascript (?:is )?(?:disabled|aktivieren)|"
    r"(?:sign up|subscribe|register) (?:for|to|now|here|today)\b.{0,80}\b(?:newsletter|inbox|"
    r"e-?mails?|updates|alerts)|"
    r"(?:abonniere|bestellen sie|anmeldung|melden sie sich)\b.{0,60}\bnewsletter|"
    r"(?:inscri|abonnez).{0,60}\bnewsletter|unser(?:en)? newsletter|our (?:daily |weekly |free "
    r")?newsletter|"
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|affiliate (?:links|"
    r"commission)|"
    r"your e-?mail address will not be published)\b",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"^\W{0,3}(?:©|\(c\)|copyright\b)\W{0,3}(?:copyright\W+)?(?:by )?(?:\d{4}\b|.{0,60}\b\d{4}\b)",
    re.I,
)
# Looked for first: most lines have none of these, and the expressions are slow.
_NOTICE_SIGNS = (
    "cookie",
    "javascript",
    "newsletter",
    "inbox",
    "mail",
    "updates",
    "alerts",
    "rights reserved",
    "vorbehalten",
    "réservés",
    "affiliate",
)
_TEASER_ENDS = (
    *("gallery", "photos", "slideshow", "comments", "video", "more", "bildergalerie"),
    *("fotostrecke", "weiterlesen", "lesen", "erfahren", "suite", "plus", "más", "galería"),
    *("tutto", "here", "klicken"),
)
_FOOTER_SIGNS = ("©", "(c)", "copyright", "• ©", "- ©", "– ©", "| ©")
_NOTICE_WORDS = 45
_LABEL_WORDS = 4
_EDGE_RUN = 4
_INNER_RUN = 8


def is_button(line: Line) -> bool:
    """Whether a short line consists of the words of a page's controls: “Share”, “Log in”."""
    if line.words > 9 or line.end - line.start > 80:
        return False
    words = line.text.lower().split()
    return all(word.strip("()[]:|·•,.…»›→←+✓") in _BUTTON_WORDS for word in words) or bool(
        _BUTTON_LINE.match(line.text)
    )


def is_notice(line: Line) -> bool:
    """Whether a line is a cookie note, a newsletter box, a footer or a related-link teaser."""
    if line.words > _NOTICE_WORDS or line.end - line.start > 400:
        return False
    text = line.text
    folded = text.lower()
    return bool(
        _TEASER_START.match(text)
        or (not line.closed and _ends_as_teaser(folded) and _TEASER_END.search(text[-40:]))
        or (_has_sign(folded) and _NOTICE.search(text))
        or (folded.startswith(_FOOTER_SIGNS) and _FOOTER.match(text))
    )


def _ends_as_teaser(folded: str) -> bool:
    return folded.rstrip(" >»→….").endswith(_TEASER_ENDS)


def _has_sign(folded: str) -> bool:
    return any(sign in folded for sign in _NOTICE_SIGNS)


def find_menus(lines: Sequence[Line]) -> frozenset[int]:
    """The places of lines in a run of labels: menus, tag clouds, lists of links.

    A label has at most four words, no figures and no end of sentence. Four in a row are a menu
    before the first and after the last paragraph of running text, eight in between. A text without
    any running text has no menus: tables and lists are then its content.
    """
    prose = [place for place, line in enumerate(lines) if line.prose]
    if not prose:
        return frozenset()
    found: set[int] = set()
    start = 0
    for place in range(len(lines) + 1):
        if place < len(lines) and _is_label(lines[place]):
            continue
        inner = prose[0] < start < prose[-1]
        if place - start >= (_INNER_RUN if inner else _EDGE_RUN):
            found.update(range(start, place))
        start = place + 1
    return frozenset(found)


def _is_label(line: Line) -> bool:
    return (
        line.words <= _LABEL_WORDS
        and not line.closed
        and not any(character.isdigit() for character in line.text)
    )
