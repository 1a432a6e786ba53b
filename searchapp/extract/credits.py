"""Photo credits: names that say who took a picture, not whom the article speaks of."""

from searchapp.extract.agencies import agency_label
from searchapp.extract.tokens import Tokens

_LABELS = frozenset(
    """
    photo photos photograph photographs photographer picture pictures image images credit credits
    foto fotos fotograf bild bilder fotografía fotografia crédit crédits handout illustration
    """.split()
)
_SIGNS = frozenset("© Ⓒ".split())
_CUES = frozenset(": / by von de di".split())
_LONGEST_CUE = max(map(len, _CUES))
_PICTURE_AGENCIES = frozenset(
    """
    getty imago afp ap epa efe dpa reuters ansa apa aap pa zuma nurphoto sipa tass sputnik anadolu
    shutterstock keystone picture pool handout xinhua alamy bloomberg rex
    """.split()
)


def is_credited(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the name at the tokens `start`:`end` is a photo credit.

    Read as credits: “© Jane Doe”, “Photo: Jane Doe”, “Photo by Jane Doe”, “AP Photo/Jane Doe”,
    “Jane Doe/agency”, “Jane Doe via Getty Images”.
    """
    texts = tokens.texts
    before = texts[start - 1] if start else ""
    if before in _SIGNS:
        return True
    if start > 1 and len(before) <= _LONGEST_CUE and before.lower() in _CUES:
        label = texts[start - 2].lower()
        # A picture may be by somebody; “in this picture by” and the like are credits too.
        if label in _LABELS or (before == "/" and label in _PICTURE_AGENCIES):
            return True
    if end + 1 >= len(texts):
        return False
    after, beyond = texts[end], texts[end + 1]
    if after in ("/", "via", "|"):
        return beyond.lower() in _PICTURE_AGENCIES or agency_label(beyond) is not None
    return False
