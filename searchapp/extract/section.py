"""Finding the section of the newspaper that an article stood in."""

import re

from searchapp.extract.layout import Layout

_SEARCHED_LINES = 40
_MAX_WORDS = 4
_ABBREVIATION = 3
_HOME = (
    r"(?:home(?:[ -]?page)?|start(?:seite)?|accueil|inicio|portada|home\s?page|pagina "
    r"iniziale|voorpagina|front page)"
)
_CLOCK = r"(?:utc|gmt|cest?|[ecmp][sd]?t|uhr|[ap]\.?m\.?)"
_AFTER_HOME = re.compile(
    r"^(?:you are here|sie sind hier|vous êtes ici)?"
    rf"[\W\d]*{_CLOCK}?[\W\d]*{_HOME}\b\s*(?P<trail>.*)$",
    re.IGNORECASE,
)
_DATE_CUE = re.compile(r"^\W*(?:date|datum|fecha|data)?\W*$", re.IGNORECASE)
_LABELLED = re.compile(
    r"^\W{0,3}(?:section|rubrik|ressort|rubrique|sección|sezione|category|kategorie|catégorie|"
    r"categoría)\s?:\s*"
    r"(?P<trail>[^:]{2,60})$",
    re.IGNORECASE,
)
_ARROWS = re.compile(r"\s*(?:>>|[>›»→|]|::|(?:^|\s)/\s)\s*")
_NOT_SECTIONS = frozenset(
    """
    home page homepage start startseite accueil inicio portada news nachrichten newsletter menu menü
    search suche login contact kontakt about impressum blog blogs more subscribe shop here you are
    sie sind hier vous êtes ici
    """.split()
)


def find_section(layout: Layout, *, headline: str) -> str | None:
    """The section in a trail such as “Home page politics” or “Home > World > Europe”.

    The last step of a trail is taken that is not the headline itself.
    """
    for place, line in enumerate(layout.lines[:_SEARCHED_LINES]):
        if line.words > 30 or line.prose:
            continue
        text = _after_date(layout, place)
        match = _LABELLED.match(text) or _AFTER_HOME.match(text)
        section = _last_step(match["trail"], headline) if match else None
        if section:
            return usual_section(section)
    return None


def usual_section(section: str) -> str:
    """A section in small letters but for abbreviations, so that “Politics” is “politics” too."""
    return " ".join(
        word if word.isupper() and len(word) <= _ABBREVIATION else word.lower()
        for word in section.split()
    )


def _after_date(layout: Layout, place: int) -> str:
    """The text of a line after the date that it begins with, if any."""
    line = layout.lines[place]
    fields = layout.dated.get(place)
    if fields and _DATE_CUE.match(layout.text[line.start : fields[0].start]):
        return layout.text[fields[0].end : line.end]
    return line.text


def _last_step(trail: str, headline: str) -> str | None:
    folded = headline.casefold()
    for step in reversed(_ARROWS.split(trail)):
        words = step.strip(" \t.,:;-–—").split()
        name = " ".join(words)
        if (
            0 < len(words) <= _MAX_WORDS
            and folded != name.casefold()
            and not folded.startswith(name.casefold().rstrip("….") + " ")
            and not all(word.lower() in _NOT_SECTIONS for word in words)
            and any(map(str.isalpha, name))
        ):
            return name
    return None
