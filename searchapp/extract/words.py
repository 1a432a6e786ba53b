"""Words: what is known about a single word wherever it stands, looked up once for each word."""

from dataclasses import dataclass
from functools import lru_cache

from searchapp.extract import cues, organisationwords, titles
from searchapp.extract.aliases import without_accents
from searchapp.extract.gazetteer import Gazetteer

_KNOWN_WORDS = 32_768


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A capitalised word and the lists that it is in.

    `known_first` and `known_last` hold for names that are listed without their accents, too;
    `alone` is unset where the word by itself is beyond doubt no name, `nameless` is set where
    nothing is left of it once titles and the endings of names are taken off, and `divides` where
    it could stand between two names in a headline.
    """

    text: str
    lowered: str
    upper: bool
    common: bool
    first: bool
    last: bool
    known_first: bool
    known_last: bool
    initial: bool
    particle: bool
    title: bool
    strong_title: bool
    organisation: bool
    company: bool
    surname_ending: bool
    alone: bool
    nameless: bool
    divides: bool


class Words(dict[str, Word]):
    """Word by word what a gazetteer and the cues know, filled as words are met."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def __missing__(self, word: str) -> Word:
        if len(self) >= _KNOWN_WORDS:
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
    plain = word if word.isascii() else without_accents(word)
    return Word(
        text=word,
        lowered=lowered,
        upper=word.isupper(),
        common=lowered in gazetteer.common_words,
        first=first,
        last=last,
        known_first=first or plain in gazetteer.first_names,
        known_last=last or plain in gazetteer.last_names,
        initial=len(word) == 2 and word[1] == ".",
        particle=word in cues.PARTICLES,
        title=word in titles.TITLES,
        strong_title=word in titles.STRONG_TITLES,
        organisation=word in organisationwords.ORGANISATION_WORDS,
        company=word in organisationwords.COMPANY_WORDS,
        surname_ending=(
            len(word) > 4 and not word.isupper() and lowered.endswith(cues.SURNAME_ENDINGS)
        ),
        alone=_can_stand_alone(word, last=last),
        nameless=(
            word in titles.TITLES
            or word in cues.PARTICLES
            or word in cues.NAME_ENDINGS
            or word[1:] == "."
            or is_compound_title(word)
        ),
        divides=(
            lowered in gazetteer.common_words or word in cues.CALENDAR or word in cues.PRONOUNS
        ),
    )


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
