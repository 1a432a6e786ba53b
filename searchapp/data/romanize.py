"""Names in other scripts as English-language newspapers write them; used only to build data.

Each table follows the usual newspaper practice (BGN/PCGN for Cyrillic, Revised Romanization for
Korean, the national system for Georgian) without marks above the letters.
"""

import unicodedata

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
) | {"ё": "yo", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj"}
_CYRILLIC |= {"ѓ": "gj", "ќ": "kj", "ѕ": "dz", "џ": "dz", "’": "", "'": ""}
_UKRAINIAN = {"г": "h", "и": "y", "й": "i"}
_BULGARIAN = {"щ": "sht", "ъ": "a", "х": "h", "ц": "ts"}
_MACEDONIAN = {"х": "h", "ц": "c"}
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_GREEK_PAIRS = {"ου": "ou", "μπ": "b", "ντ": "nt", "γκ": "gk", "γγ": "ng", "τζ": "tz", "ευ": "ef"}
_GREEK_PAIRS |= {"αυ": "av", "ει": "ei", "οι": "oi", "αι": "ai", "τσ": "ts"}
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        (
            "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f"
        ).split(),
        strict=True,
    )
) | {"և": "ev"}
_KOREAN_INITIALS = "g kk n d tt r m b pp s ss _ j jj ch k t p h".split()
_KOREAN_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_KOREAN_FINALS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()


def romanize(name: str, language: str) -> str | None:
    """Return `name` in Latin letters, or None if its script is not one we can romanize."""
    if not name or not name[0].isalpha():
        return None
    script = unicodedata.name(name[0]).split()[0]
    lowered = name.lower()
    if script == "CYRILLIC":
        special = {"uk": _UKRAINIAN, "bg": _BULGARIAN, "mk": _MACEDONIAN}.get(language, {})
        return _spell(lowered, _CYRILLIC | special)
    if script == "GREEK":
        bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if not _is_mark(c))
        for pair, letters in _GREEK_PAIRS.items():
            bare = bare.replace(pair, letters)
        return _spell(bare, _GREEK)
    if script == "GEORGIAN":
        return _spell(lowered, _GEORGIAN)
    if script == "ARMENIAN":
        return _spell(lowered.replace("ու", "u"), _ARMENIAN)
    if script == "HANGUL":
        return "".join(_korean_syllable(sign) for sign in name).capitalize()
    return None


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0


def _spell(lowered: str, table: dict[str, str]) -> str:
    return "".join(table.get(sign, sign) for sign in lowered).replace("_", "").title()


def _korean_syllable(sign: str) -> str:
    index = ord(sign) - 0xAC00
    if not 0 <= index < 11172:
        return ""
    initial, rest = divmod(index, 588)
    vowel, final = divmod(rest, 28)
    letters = _KOREAN_INITIALS[initial] + _KOREAN_VOWELS[vowel] + _KOREAN_FINALS[final]
    return letters.replace("_", "")
