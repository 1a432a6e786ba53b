"""Candidates: stretches of capitalised words that could be a person's name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from searchapp.extract import cues
from searchapp.extract.gazetteer import Gazetteer, PlaceKind
from searchapp.extract.runs import iter_runs
from searchapp.extract.tokens import Tokens

MOST_WORDS = 5
"""Words that the longest name may have; longer runs of capitalised words are headlines or lists."""

_SENTENCE_ENDS = frozenset(". ! ? \" “ ” : „ « » '' `` - – — • * ( [ …".split())
_LEADING_KINDS = frozenset(
    {PlaceKind.DEMONYM, PlaceKind.METONYM, PlaceKind.NONE, PlaceKind.NAME, PlaceKind.REGION}
)
_RANKS = (cues.STRONG_TITLES - cues.HONORIFICS) | cues.CROWNED
_ARTICLES = frozenset("the a an der die das den dem des ein eine einen einem einer".split())
_SEPARATING_KINDS = frozenset({PlaceKind.METONYM, PlaceKind.NONE})


class Candidate(NamedTuple):
    """The tokens `start`:`end`, which may be a name.

    `words` are the tokens, capitalised where the text shouts; `title` is the title just before;
    `opens` is set where the sentence or line begins with it; `organisation` where the run of
    capitalised words that it stands in is an organisation's name.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str | None
    opens: bool
    shouted: bool
    organisation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """All candidates of a text, and what its organisations are called.

    `organisation_words` and `organisation_phrases` come from runs such as “Salomon Inc”; a later
    “Salomon” is then no person. `bare_titles` are positions of titles without a name (“Pope”).
    """

    names: tuple[Candidate, ...]
    organisation_words: frozenset[str]
    organisation_phrases: frozenset[tuple[str, ...]]
    bare_titles: tuple[int, ...]


def find_candidates(
    tokens: Tokens, kinds: Mapping[int, PlaceKind], gazetteer: Gazetteer
) -> Candidates:
    """Return the candidates of a text; `kinds` says which tokens belong to a place."""
    reader = _Reader(tokens=tokens, kinds=kinds, gazetteer=gazetteer)
    names: list[Candidate] = []
    for start, end in iter_runs(tokens):
        names.extend(reader.read(start, end))
    return Candidates(
        names=tuple(names),
        organisation_words=frozenset(reader.organisation_words),
        organisation_phrases=frozenset(reader.organisation_phrases),
        bare_titles=tuple(reader.bare_titles),
    )


class _Reader:
    """Reads the runs of one text one after the other."""

    def __init__(
        self, *, tokens: Tokens, kinds: Mapping[int, PlaceKind], gazetteer: Gazetteer
    ) -> None:
        self._texts = tokens.texts
        self._kinds = kinds
        self._first = gazetteer.first_names
        self._last = gazetteer.last_names
        self._common = gazetteer.common_words
        self.organisation_words: set[str] = set()
        self.organisation_phrases: set[tuple[str, ...]] = set()
        self.bare_titles: list[int] = []

    def read(self, start: int, end: int) -> Iterator[Candidate]:
        """Yield the candidates of one run; title-case headlines hold several."""
        if end - start == 1 and self._is_nobody(start):
            return
        parts = ((start, end),) if end - start == 1 else tuple(self._parts(start, end))
        for begin, finish in parts:
            organisation = self._note_organisation(begin, finish)
            candidate = self._read_part(begin, finish, start, organisation)
            if candidate is not None:
                yield candidate

    def _is_nobody(self, position: int) -> bool:
        """Return whether a word alone is beyond doubt no name, as most of them are."""
        word = self._texts[position]
        if len(word) == 1 or word in cues.NEVER_PERSONS or word.startswith(("I'", "I’")):
            return True
        if word in self._last or word in cues.TITLES:
            return False
        if word in cues.ORGANISATION_WORDS and word not in cues.COMPANY_WORDS:
            return True
        if self._kinds.get(position) in _LEADING_KINDS:
            return True
        if word in self._first or word.lower() not in self._common:
            return False
        before = self._texts[position - 1] if position else "\n"
        return before in _SENTENCE_ENDS or before[0] == "\n"

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the run without the words that join names in headlines: Xi Says Putin Agrees."""
        begin = start
        for position in range(start, end):
            if self._separates(position, start, end):
                if begin < position:
                    yield begin, position
                begin = position + 1
        if begin < end:
            yield begin, end

    def _separates(self, position: int, start: int, end: int) -> bool:
        word = self._texts[position]
        if self._kinds.get(position) in _SEPARATING_KINDS and word not in cues.TITLES:
            return True
        if word in cues.CALENDAR or (position > start and word in cues.PRONOUNS):
            return True
        shouted = word.isupper()
        if (end - start <= 3 and not shouted) or len(word) < 2:
            return False
        lowered = word.lower()
        if lowered not in self._common or word in cues.PARTICLES:
            return False
        if shouted:
            word = word.capitalize()
        if word in cues.TITLES or word in cues.ORGANISATION_WORDS or word in self._first:
            return False
        if lowered in cues.SAYING:
            return True
        if word in self._last:
            return False
        before = self._texts[position - 1] if position > start else ""
        return shouted or not (before in self._first or before in cues.PARTICLES)

    def _note_organisation(self, start: int, end: int) -> bool:
        """Remember the words of an organisation's name; return whether the run is one."""
        run = self._texts[start:end]
        following = self._texts[end] if end < len(self._texts) else ""
        if following == "&" or any(word in cues.COMPANY_WORDS for word in run):
            self.organisation_words.add(run[0])
            self.organisation_words.update(word for word in run if word not in self._first)
            for begin in range(min(len(run), MOST_WORDS)):
                for finish in range(begin + 2, min(len(run), begin + MOST_WORDS) + 1):
                    self.organisation_phrases.add(run[begin:finish])
            return True
        if len(run) < 2 or not any(word in cues.ORGANISATION_WORDS for word in run):
            return False
        if any(word in cues.OFFICES or word in cues.TITLES for word in run):
            return False
        self.organisation_words.add(run[0])
        if run[-1] in cues.ORGANISATION_WORDS:
            for finish in range(2, min(len(run), MOST_WORDS) + 1):
                self.organisation_phrases.add(run[:finish])
        return True

    def _read_part(
        self, start: int, end: int, run_start: int, organisation: bool
    ) -> Candidate | None:
        texts = self._texts
        before = texts[start - 1] if start else "\n"
        opens = start == run_start and (before in _SENTENCE_ENDS or before[0] == "\n")
        begin, title = self._strip(start, end, opens)
        if begin >= end:
            if title is not None:
                self.bare_titles.append(end - 1)
            return None
        for position in range(end - 2, begin - 1, -1):
            if texts[position] in cues.STRONG_TITLES and not self._is_name_itself(position, begin):
                begin, title = position + 1, texts[position]
                break
        if end - begin > 2 and self._is_occupation(begin):
            begin += 1
        while end > begin and self._is_no_ending(end - 1, end - begin > 1):
            end -= 1
        if not 0 < end - begin <= MOST_WORDS:
            return None
        return self._candidate(begin, end, title, opens and begin == start, organisation)

    def _is_occupation(self, position: int) -> bool:
        """Return whether an unknown word between article and first name says what somebody is.

        German capitalises it: “Der Naturschützer Enno Tjarks”.
        """
        word, following = self._texts[position], self._texts[position + 1]
        return (
            position > 0
            and self._texts[position - 1].lower() in _ARTICLES
            and following in self._first
            and word not in self._first
            and word not in self._last
        )

    def _is_no_ending(self, position: int, more: bool) -> bool:
        """Return whether a name does not end so: “Clinton Narrowly”, “Olaf Scholz Read more”."""
        word = self._texts[position]
        if word in cues.PARTICLES or len(word) == 1 or _is_initial(word):
            return True
        if not more:
            return word in cues.NAME_ENDINGS
        if word == "Read":
            return self._texts[position + 1 : position + 2] == ("more",)
        if (word[1] == "-" and word[0] in "RDI") or (
            word in cues.STRONG_TITLES and word not in self._last
        ):
            return True
        return word.endswith("ly") and word.lower() in self._common and word not in self._last

    def _candidate(
        self, start: int, end: int, title: str | None, opens: bool, organisation: bool
    ) -> Candidate:
        raw = self._texts[start:end]
        shouted = all(word.isupper() and len(word) > 2 for word in raw)
        words = tuple([_calm(word) for word in raw]) if shouted else raw
        return Candidate(
            start=start,
            end=end,
            words=words,
            title=title,
            opens=opens,
            shouted=shouted,
            organisation=organisation,
        )

    def _is_name_itself(self, position: int, begin: int) -> bool:
        """Return whether a title inside a run is part of a name: Martin Luther King Jr."""
        word = self._texts[position]
        if word not in self._last:
            return False
        if position == begin:
            return word in self._first
        return self._texts[position - 1] in self._first

    def _strip(self, start: int, end: int, opens: bool) -> tuple[int, str | None]:
        """Return where the name begins once titles, countries and the like are taken off."""
        texts = self._texts
        title: str | None = None
        position = start
        while position < end:
            word = texts[position]
            more = end - position > 1
            if position == end - 2 and self._is_first_name(position):
                break
            if word in cues.TITLES or ("-" in word and _is_compound_title(word)):
                if word in cues.STRONG_TITLES or "-" in word:
                    title = word
            elif not more or not (
                self._is_compound_adjective(word)
                or self._is_leading_place(position)
                or self._is_body(position)
                or self._is_opening_word(word, opens and position == start)
            ):
                break
            position += 1
        return position, title

    def _is_first_name(self, position: int) -> bool:
        """Return whether what could be a title is a first name: Don McKinnon, Earl Warren."""
        word, following = self._texts[position], self._texts[position + 1]
        return word in self._first and following in self._last and word not in _RANKS

    def _is_compound_adjective(self, word: str) -> bool:
        return "-" in word and word.lower().endswith(cues.COMPOUND_ADJECTIVES)

    def _is_leading_place(self, position: int) -> bool:
        if self._kinds.get(position) not in _LEADING_KINDS:
            return False
        word, following = self._texts[position], self._texts[position + 1]
        if word not in self._first or following in cues.TITLES:
            return True
        if following in self._last:
            return False
        return not (
            self._kinds[position] is PlaceKind.NAME
            and following not in cues.ORGANISATION_WORDS
            and position + 1 not in self._kinds
            and following.lower() not in self._common
        )

    def _is_body(self, position: int) -> bool:
        """Return whether a party or an agency stands before a title: SPD leader, U.N. envoy."""
        word = self._texts[position]
        if self._texts[position + 1] not in cues.TITLES:
            return False
        return word in cues.ORGANISATION_WORDS or (len(word) <= 6 and word.isupper())

    def _is_opening_word(self, word: str, opens: bool) -> bool:
        lowered = word.lower()
        if opens and (word in ("A", "I") or word in cues.FOREIGN_OPENERS):
            return True
        if lowered not in self._common or word in self._first:
            return False
        return opens or (len(word) <= 4 and word not in self._last)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."


def _is_compound_title(word: str) -> bool:
    return word.rsplit("-", 1)[1].capitalize() in cues.TITLES


def _calm(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))
