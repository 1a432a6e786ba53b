"""Photo credits: names that say who took a picture, not whom the article speaks of."""

from searchapp.extract.agencies import agency_label

_LABELS = frozenset(
    """
    photo photos photograph photographs photographer picture pictures image images credit credits
    foto fotos fotograf bild bilder fotografía fotografia crédit crédits handout illustration
    """.split()
)
_SIGNS = frozenset("© Ⓒ".split())
_CUES = frozenset(": / by By BY von Von VON de De DE di Di DI".split())
_BEFORE_AGENCY = frozenset("/ via |".split())
_PICTURE_AGENCIES = frozenset(
    """
    getty imago afp ap epa efe dpa reuters ansa apa aap pa zuma nurphoto sipa tass sputnik anadolu
    shutterstock keystone picture pool handout xinhua alamy bloomberg rex
    """.split()
)


def is_credited(texts: tuple[str, ...], start: int, end: int) -> bool:
    """Return whether the name at `start`:`end` of the tokens `texts` is a photo credit.

    Read as credits: “© Jane Doe”, “Photo: Jane Doe”, “Photo by Jane Doe”, “AP Photo/Jane Doe”,
    “Jane Doe/agency”, “Jane Doe via Getty Images”.
    """
    before = texts[start - 1] if start else ""
    if before in _SIGNS:
        return True
    if before in _CUES and start > 1:
        label = texts[start - 2].lower()
        # A picture may be by somebody; “in this picture by” and the like are credits too.
        if label in _LABELS or (before == "/" and label in _PICTURE_AGENCIES):
            return True
    if end + 1 >= len(texts):
        return False
    if texts[end] in _BEFORE_AGENCY:
        beyond = texts[end + 1]
        return beyond.lower() in _PICTURE_AGENCIES or agency_label(beyond) is not None
    return False
