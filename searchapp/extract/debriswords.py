"""The words and phrases that a page puts around an article, by the word that they begin with."""

import re
from collections.abc import Mapping

BUTTON_WORDS = frozenset(
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


def _by_opening(rows: Mapping[str, str], end: str) -> dict[str, re.Pattern[str]]:
    """For each first word, the expression for what may follow it; `end` closes all of them."""
    return {
        opening: re.compile(rf"\W*\w+(?:{following}){end}", re.IGNORECASE)
        for openings, following in rows.items()
        for opening in openings.split()
    }


_COUNTED = r"(?: comments?| shares?| likes?)"
_ALL = r" (?:all|more|comments|gallery|photo gallery|the gallery|video)\b.{0,30}"
_LISTED = r" (?:posts?|articles?|stories|news|comments|topics|links)"

BUTTONS = _by_opening(
    {
        "skip": r" (?:to (?:main )?content|navigation)",
        "zum": r" (?:haupt)?inhalt (?:springen|wechseln)",
        "toggle hide main": r" (?:navigation|search|menu)",
        "sign": r" (?:in|up)\b.{0,30}",
        "log": r" ?(?:in|out)",
        "login logout": r"",
        "my": r" account",
        "leave": r" a (?:comment|reply)",
        "no": _COUNTED,
        "post add": rf" a{_COUNTED}",
        "view": rf"{_COUNTED}|{_ALL}",
        "see load read watch": _ALL,
        "show": rf" (?:navigation|search|menu)|{_ALL}",
        "share follow like find": r" (?:this|us|on|via|with|it)\b.{0,40}",
        "click": r" (?:here )?to .{1,40}",
        "back return": r" to (?:top|home|the top)",
        "continue": r" reading.{0,40}",
        "all": r" rights reserved",
        "alle": r" rechte vorbehalten",
        "tous": r" droits réservés",
        "terms conditions": r" (?:of|and) .{1,30}",
        "privacy": r" policy",
        "cookie": r" (?:policy|settings|notice)",
        "powered": r" by .{1,40}",
        "search rechercher buscar": r":?",
        "suche": r" nach:?",
        "table": r" of contents",
        "recent related popular latest similar more": _LISTED,
        "ähnliche neueste letzte": r" (?:beiträge|artikel|kommentare)",
        "gefällt": r" mir.{0,12}",
        "artikel beitrag seite": r" (?:teilen|drucken|merken)",
        "auf": r" .{2,12} teilen",
        "partager": r" (?:sur|par|cet).{0,30}",
        "compartir": r" en .{2,20}",
        "condividi": r" su .{2,20}",
    },
    r"\W*$",
)
"""Lines that are nothing but a control: “Skip to content”, “Share this”."""

COUNTED_BUTTON = re.compile(
    rf"\W*\d+(?:{_COUNTED}| min(?:ute)?s?(?: read)?)\W*$",
    re.IGNORECASE,
)
"""“3 Comments”, “5 min read”."""

TEASERS = _by_opening(
    {
        "read": r" (?:also|more|next|on)",
        "also": r" read",
        "see siehe voir": r" (?:also|auch|aussi)",
        "more": r" on (?:this|the)",
        "related": r"(?: articles?| links?)?",
        "don": r"[’']t miss",
        "recommended listen slideshow liveblog liveticker": r"",
        "watch": r"(?: also| now)?",
        "in": r" pictures",
        "photo": r" gallery",
        "live": r" ?(?:blog|ticker)",
        "lesen": r" sie (?:auch|mehr)",
        "lies": r" auch",
        "mehr": r" zum thema",
        "auch": r" interessant",
        "das": r" könnte sie",
        "à": r" lire (?:aussi|également)",
        "lire": r" (?:aussi|également)",
        "sur": r" le même sujet",
        "lea": r" (?:también|además)",
        "lee ver": r" también",
        "leer": r" más",
        "leggi guarda vedi": r" anche",
        "lees": r" ook",
        "leia": r" (?:também|mais)",
    },
    r"\s?[:>»|–-]",
)
"""What announces a link to another article: “Read also:”."""

TEASER_END = re.compile(
    r"(?:view (?:the )?(?:photo |picture )?gallery|view (?:photos|slideshow|comments)|"
    r"watch (?:the )?video|(?:read|learn|see|find out) more|"
    r"zur (?:bildergalerie|fotostrecke)|fotostrecke|bildergalerie|"
    r"(?:jetzt )?weiterlesen|mehr (?:lesen|erfahren)|lire la suite|en savoir plus|leer más|"
    r"ver galería|leggi tutto|click here|hier klicken)\s?[>»→….]*$",
    re.IGNORECASE,
)
"""How a link to another article ends: “Read more”."""
TEASER_LAST_WORDS = (
    *("gallery", "photos", "slideshow", "comments", "video", "more", "bildergalerie"),
    *("fotostrecke", "weiterlesen", "lesen", "erfahren", "suite", "plus", "más", "galería"),
    *("tutto", "here", "klicken"),
)

NOTICE = re.compile(
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
"""Cookie notes, newsletter boxes, rights."""
NOTICE_SIGNS = tuple(
    sign.encode("latin-1")
    for sign in (
        *("cookie", "javascript", "newsletter", "inbox", "mail", "updates", "alerts"),
        *("rights reserved", "vorbehalten", "réservés", "affiliate"),
    )
)
"""One of these stands in every notice; see `signs`."""

FOOTER = re.compile(
    r"^\W{0,3}(?:©|\(c\)|copyright\b)\W{0,3}(?:copyright\W+)?(?:by )?(?:\d{4}\b|.{0,60}\b\d{4}\b)",
    re.IGNORECASE,
)
"""“© 2019 The Newspaper”."""
FOOTER_OPENINGS = ("copyright", "c")
