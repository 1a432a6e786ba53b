"""Readings: the names in a run of capitalised words, worked out once for each run.

The same names return within an article and from article to article, so what a run says by itself
is kept; only what stands around it is read anew each time.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from searchapp.extract import cues, organisationwords
from searchapp.extract.gazetteer import Gazetteer, PlaceKind
from searchapp.extract.namescore import score_name
from searchapp.extract.organisations import OrganisationNames
from searchapp.extract.trimming import LEADING_KINDS, Trimmer
from searchapp.extract.words import Word, Words, words_of

MOST_WORDS = 5
"""Words that the longest name may have; longer runs of capitalised words are headlines or lists."""

_MOST_READINGS = 16_384
_LONGEST_KEPT = 12
_SEPARATING_KINDS = frozenset({PlaceKind.METONYM, PlaceKind.NONE})

_ARTICLES = "the a an der die das den dem des ein eine einen einem einer".split()
TELLING_BEFORE: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(". ! ? \" “ ” : „ « » '' `` - – — • * ( [ …".split(), ".")
    | {form: "the" for word in _ARTICLES for form in (word, word.capitalize(), word.upper())}
)
"""Words before a run that matter, each with the one that stands for all of its effect.

Those that a sentence begins after are a full stop (as line ends are), articles are “the”.
"""
TELLING_AFTER = frozenset({"&", "more"})
"""Words after a run that matter."""

Run = tuple[str, ...]
Kinds = tuple[PlaceKind | None, ...]
"""For each token the kind of the place that it belongs to."""


Name = tuple[int, int, tuple[str, ...], str | None, float, str, bool]
"""The words start:end of a run, which may be a name: start, end, words, title, score, rule, place.

The words are capitalised where the text shouts; the title is the one just before. Score and rule
are what the words say by themselves; place is set where a place begins there.
"""

Reading = tuple[tuple[Name, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]
"""The names that a run could hold, and what it says of the text's organisations.

Runs such as “Salomon Inc” give words and phrases; a later “Salomon” is then no person. Readings are
plain tuples because many are kept: those the garbage collector sees once and never again.
"""

_NOTHING: Reading = ((), (), ())
_NO_PLACE: frozenset[Kinds] = frozenset({(None,), (None, None)})


class Readings(dict[tuple[Run, Kinds, str, str], Reading]):
    """Run by run what can be read in it, filled as runs are met.

    A key is the run, the kinds of the places in it, and what tells before (a value of
    TELLING_BEFORE) and after (one of TELLING_AFTER) it, each empty if nothing does.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._known = words_of(gazetteer)

    def __missing__(self, key: tuple[Run, Kinds, str, str]) -> Reading:
        run, kinds, before, after = key
        words = [self._known[text] for text in run]
        name = None
        if not after and kinds in _NO_PLACE:
            name = _read_plain(run, words, opens=before == ".")
        reading = ((name,), (), ()) if name else _RunReader(key, words, self._known).read()
        if len(run) <= _LONGEST_KEPT:
            if len(self) >= _MOST_READINGS:
                self.clear()
            self[key] = reading
        return reading


@lru_cache(maxsize=4)
def readings_of(gazetteer: Gazetteer) -> Readings:
    """Return what is known about runs; kept from article to article."""
    return Readings(gazetteer)


def _read_plain(run: Run, words: Sequence[Word], *, opens: bool) -> Name | None:
    """Return the name that one or two words are of which nothing can be cut off.

    Most names are of this kind, and it takes a fraction of the time. None for any other run.
    """
    first, last = words[0], words[-1]
    if not (first.plain and last.plain):
        return None
    if len(words) == 1:
        if first.opener and opens:
            return None
    elif (
        (first.common and not first.first)
        or (last.common and not last.last)
        or run in organisationwords.ORGANISATIONS
    ):
        return None
    score, rule = score_name(words, places=0, opens=opens, shouted=False)
    return 0, len(words), run, None, score, rule, False


class _RunReader:
    """Reads one run; positions count the word before it as 0."""

    def __init__(
        self, key: tuple[Run, Kinds, str, str], words: Sequence[Word], known: Words
    ) -> None:
        run, kinds, before, after = key
        self._texts = (before, *run, after)
        self._kinds = {place: kind for place, kind in enumerate(kinds, 1) if kind is not None}
        self._opens = before == "."
        self._known = known
        self._words = words
        self._trimmer = Trimmer(self._texts, self._kinds, self._known)
        self._organisations = OrganisationNames(self._known)

    def read(self) -> Reading:
        """Return the names in the run; headlines hold several."""
        end = len(self._texts) - 1
        if end == 2 and self._is_nobody(self._words[0]):
            return _NOTHING
        found = [self._read_part(*part) for part in self._split(end)]
        names = tuple([name for name in found if name is not None])
        organisations = self._organisations
        if not (names or organisations.words or organisations.phrases):
            return _NOTHING
        return names, tuple(organisations.words), tuple(organisations.phrases)

    def _is_nobody(self, word: Word) -> bool:
        """Return whether a word alone is beyond doubt no name, as most of them are."""
        if not word.alone:
            return True
        if word.last or word.title:
            return False
        if self._kinds.get(1) in LEADING_KINDS:
            return True
        return word.opener and self._opens

    def _split(self, end: int) -> Iterator[tuple[int, int]]:
        """Yield the run without the words that join names in headlines: Xi Says Putin Agrees."""
        if end == 2:
            yield 1, 2
            return
        begin = 1
        for position, word in enumerate(self._words, 1):
            divides = word.divides or position in self._kinds
            if divides and self._separates(word, position, end):
                if begin < position:
                    yield begin, position
                begin = position + 1
        if begin < end:
            yield begin, end

    def _separates(self, word: Word, position: int, end: int) -> bool:
        """Return whether a word stands between names and is part of none."""
        text = word.text
        if self._kinds.get(position) in _SEPARATING_KINDS and not word.title:
            return True
        if text in cues.CALENDAR or (position > 1 and text in cues.PRONOUNS):
            return True
        if (end - 1 <= 3 and not word.upper) or not word.common:
            return False
        if len(text) < 2 or word.particle:
            return False
        usual = self._known[text.capitalize()] if word.upper else word
        if usual.title or usual.organisation or usual.first:
            return False
        if word.lowered in cues.SAYING:
            return True
        if usual.last:
            return False
        before = self._texts[position - 1] if position > 1 else ""
        return word.upper or not (before in cues.PARTICLES or self._known[before].first)

    def _read_part(self, start: int, end: int) -> Name | None:
        """Return the name in a part of the run, if it could hold one."""
        texts = self._texts
        opens = start == 1 and self._opens
        if len(texts) == 3:
            begin, finish, title = self._read_alone()
        else:
            self._organisations.note(texts[start:end], texts[end])
            begin, finish, title = self._trimmer.trim(start, end, opens=opens)
        if not 0 < finish - begin <= MOST_WORDS:
            return None
        words = texts[begin:finish]
        shouted = all(word.isupper() and len(word) > 2 for word in words)
        if shouted:
            words = tuple([_calm(word) for word in words])
        if _is_something_else(words, title):
            return None
        score, rule = score_name(
            [self._known[word] for word in words],
            places=sum([position in self._kinds for position in range(begin, finish)]),
            opens=opens and begin == start,
            shouted=shouted,
        )
        # The word before the run is not counted outside.
        return begin - 1, finish - 1, words, title, score, rule, begin in self._kinds

    def _read_alone(self) -> tuple[int, int, None]:
        """Return where the name is in a run of one word; nothing is taken off it."""
        word = self._words[0]
        if word.company or self._texts[2] == "&":
            self._organisations.note((word.text,), "&")
        return (1, 1, None) if word.nameless else (1, 2, None)


def _is_something_else(words: tuple[str, ...], title: str | None) -> bool:
    """Return whether the words are known to be an organisation or built like a place's name."""
    if len(words) == 1:
        return False
    if words in organisationwords.ORGANISATIONS or words[:2] in organisationwords.ORGANISATIONS:
        return True
    if title is not None:
        return False
    if words[-1] in cues.REGION_ENDINGS and (len(words) == 2 or words[-2][1:] == "."):
        return True
    return words[0] in cues.PLACE_BEGINNINGS


def _calm(word: str) -> str:
    return "-".join([part.capitalize() for part in word.split("-")])
