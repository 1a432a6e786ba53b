"""Words: what is known about a single word wherever it stands, looked up once for each word."""

import re
from dataclasses import dataclass
from functools import lru_cache

from searchapp.extract import cues, organisationwords, titles
from searchapp.extract.aliases import without_accents
from searchapp.extract.gazetteer import Gazetteer

_MOST_WORDS = 32_768
_SHORTEST_SHOUTED = 4
_HYPHENATED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
_LISTED: frozenset[str] = frozenset().union(
    titles.TITLES,
    organisationwords.ORGANISATION_WORDS,
    organisationwords.NEVER_PERSONS,
    cues.PARTICLES,
    cues.CALENDAR,
    cues.PRONOUNS,
    cues.NAME_ENDINGS,
    cues.FOREIGN_OPENERS,
    cues.PLACE_BEGINNINGS,
    cues.REGION_ENDINGS,
    ("Read",),
)


# Not frozen: that would make building one, which each new word needs, three times as slow.
@dataclass(slots=True, eq=False)
class Word:
    """A capitalised word and the lists that it is in.

    `known_first` and `known_last` hold for names that are listed without their accents, too;
    `given` is set where it is built as Korean and Taiwanese given names are: Seo-yun, Ing-wen;
    `plain` is set for words of letters, not all capitals, that no rule knows anything of;
    `alone` is unset where the word by itself is beyond doubt no name, `opener` is set where it is
    none if a sentence begins with it, `nameless` where nothing is left of it once titles and the
    endings of names are taken off, and `divides` where it could stand between two names in a
    headline.
    """

    text: str
    lowered: str
    upper: bool
    common: bool
    first: bool
    last: bool
    known_first: bool
    known_last: bool
    given: bool
    initial: bool
    particle: bool
    title: bool
    strong_title: bool
    organisation: bool
    company: bool
    surname_ending: bool
    plain: bool
    alone: bool
    opener: bool
    nameless: bool
    divides: bool


class Words(dict[str, Word]):
    """Word by word what a gazetteer and the cues know, filled as words are met."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def __missing__(self, word: str) -> Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = _build_word(word, self._gazetteer)
        return found


@lru_cache(maxsize=4)
def words_of(gazetteer: Gazetteer) -> Words:
    """Return what is known about words; kept from article to article."""
    return Words(gazetteer)


def _build_word(word: str, gazetteer: Gazetteer) -> Word:
    lowered = word.lower()
    first, last = word in gazetteer.first_names, word in gazetteer.last_names
    common = lowered in gazetteer.common_words
    plain = word if word.isascii() else without_accents(word)
    upper = word.isupper()
    # Most words are in no list at all, which one look tells.
    listed = word in _LISTED
    # Headlines write titles in capitals: “PRIME MINISTER”.
    calm = word.capitalize() if upper and len(word) > _SHORTEST_SHOUTED else word
    title = calm in titles.TITLES if calm is not word else listed and word in titles.TITLES
    particle = listed and word in cues.PARTICLES
    return Word(
        text=word,
        lowered=lowered,
        upper=upper,
        common=common,
        first=first,
        last=last,
        known_first=first
        or (plain is not word and plain in gazetteer.first_names)
        or _is_double_first_name(plain, gazetteer),
        known_last=last or (plain is not word and plain in gazetteer.last_names),
        given="-" in word and _is_given_name(word, gazetteer),
        initial=len(word) == 2 and word[1] == ".",
        particle=particle,
        title=title,
        strong_title=title and calm in titles.STRONG_TITLES,
        organisation=listed and word in organisationwords.ORGANISATION_WORDS,
        company=listed and word in organisationwords.COMPANY_WORDS,
        surname_ending=len(word) > 4 and not upper and lowered.endswith(cues.SURNAME_ENDINGS),
        plain=len(word) > 1 and not listed and not upper and word.isalpha(),
        alone=_can_stand_alone(word, last=last),
        opener=common and not (first or last or title),
        nameless=(
            title
            or particle
            or (listed and word in cues.NAME_ENDINGS)
            or word[1:] == "."
            or is_compound_title(word)
        ),
        divides=common or (listed and (word in cues.CALENDAR or word in cues.PRONOUNS)),
    )


def _is_double_first_name(word: str, gazetteer: Gazetteer) -> bool:
    """Return whether two first names are joined: Jean-Bertrand, Anna-Lena."""
    one, _, other = word.partition("-")
    return other in gazetteer.first_names and one in gazetteer.first_names


def _is_given_name(word: str, gazetteer: Gazetteer) -> bool:
    if not _HYPHENATED.fullmatch(word):
        return False
    # Compounds of English words look the same: Party-backed.
    return not gazetteer.common_words.issuperset(word.lower().split("-"))


def is_compound_title(word: str) -> bool:
    """Return whether a compound ends in a title: ex-President, SPD-Chefin."""
    return "-" in word and word.rsplit("-", 1)[1].capitalize() in titles.TITLES


def _can_stand_alone(word: str, *, last: bool) -> bool:
    if len(word) == 1 or word in organisationwords.NEVER_PERSONS or word.startswith(("I'", "I’")):
        return False
    if last or word in titles.TITLES:
        return True
    return (
        word not in organisationwords.ORGANISATION_WORDS or word in organisationwords.COMPANY_WORDS
    )
