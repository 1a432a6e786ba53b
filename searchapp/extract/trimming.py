"""Trimming: taking off a run of capitalised words what is no part of the name in it."""

from collections.abc import Mapping

from searchapp.extract import cues, titles
from searchapp.extract.gazetteer import PlaceKind
from searchapp.extract.words import Words, is_compound_title

LEADING_KINDS = frozenset(
    {PlaceKind.DEMONYM, PlaceKind.METONYM, PlaceKind.NONE, PlaceKind.NAME, PlaceKind.REGION}
)
"""Places that stand before a name and, alone, are never one."""

_RANKS = (titles.STRONG_TITLES - titles.HONORIFICS) | titles.CROWNED
_ARTICLES = frozenset("the a an der die das den dem des ein eine einen einem einer".split())


class Trimmer:
    """Finds where a name begins and ends in the runs of one text."""

    def __init__(
        self, texts: tuple[str, ...], kinds: Mapping[int, PlaceKind], words: Words
    ) -> None:
        self._texts = texts
        self._kinds = kinds
        self._words = words

    def trim(self, start: int, end: int, *, opens: bool) -> tuple[int, int, str | None]:
        """Return where the name in a run begins and ends, and the title before it.

        Nothing is left of a run that holds titles only; `opens` is set where a sentence or a line
        begins with the run.
        """
        begin, title = self._strip(start, end, opens=opens)
        if begin >= end:
            return end, end, title
        for position in range(end - 2, begin - 1, -1):
            word = self._texts[position]
            if self._words[word].strong_title and not self._is_name_itself(position, begin):
                begin, title = position + 1, word
                break
        if end - begin > 2 and self._is_occupation(begin):
            begin += 1
        while end > begin and self._is_no_ending(end - 1, more=end - begin > 1):
            end -= 1
        return begin, end, title

    def _strip(self, start: int, end: int, *, opens: bool) -> tuple[int, str | None]:
        """Return where the name begins once titles, countries and the like are taken off."""
        texts = self._texts
        title: str | None = None
        position = start
        while position < end:
            word = texts[position]
            more = end - position > 1
            if position == end - 2 and self._is_first_name(position):
                break
            facts = self._words[word]
            if facts.title or is_compound_title(word):
                if facts.strong_title or "-" in word:
                    title = word
            elif not more or not (
                self._is_compound_adjective(word)
                or self._is_leading_place(position)
                or self._is_body(position)
                or (
                    self._is_opening_word(word, opens=opens and position == start)
                    and not self._is_surname_first(position)
                )
            ):
                break
            position += 1
        return position, title

    def _is_first_name(self, position: int) -> bool:
        """Return whether what could be a title is a first name: Don McKinnon."""
        word, following = self._texts[position], self._texts[position + 1]
        words = self._words
        return words[word].first and words[following].last and word not in _RANKS

    def _is_surname_first(self, position: int) -> bool:
        """Return whether a word is the surname before a given name: Park Geun-tae."""
        word, following = self._texts[position], self._texts[position + 1]
        return self._words[word].last and self._words[following].given

    def _is_compound_adjective(self, word: str) -> bool:
        return "-" in word and word.lower().endswith(cues.COMPOUND_ADJECTIVES)

    def _is_leading_place(self, position: int) -> bool:
        if self._kinds.get(position) not in LEADING_KINDS:
            return False
        word, following = self._texts[position], self._words[self._texts[position + 1]]
        if not self._words[word].first or following.title:
            return True
        if following.last:
            return False
        return not (
            self._kinds[position] is PlaceKind.NAME
            and not following.organisation
            and position + 1 not in self._kinds
            and not following.common
        )

    def _is_body(self, position: int) -> bool:
        """Return whether a party or an agency stands before a title: SPD leader, U.N. envoy."""
        if not self._words[self._texts[position + 1]].title:
            return False
        word = self._texts[position]
        facts = self._words[word]
        return facts.organisation or (len(word) <= 6 and facts.upper)

    def _is_opening_word(self, word: str, *, opens: bool) -> bool:
        if opens and (word in ("A", "I") or word in cues.FOREIGN_OPENERS):
            return True
        facts = self._words[word]
        if not facts.common or facts.first:
            return False
        return opens or (len(word) <= 4 and not facts.last)

    def _is_name_itself(self, position: int, begin: int) -> bool:
        """Return whether a title inside a run is part of a name: Martin Luther King Jr."""
        word = self._words[self._texts[position]]
        if not word.last:
            return False
        return word.first if position == begin else self._words[self._texts[position - 1]].first

    def _is_occupation(self, position: int) -> bool:
        """Return whether an unknown word between article and first name says what somebody is.

        German capitalises it: “Der Naturschützer Enno Tjarks”.
        """
        word, following = self._words[self._texts[position]], self._texts[position + 1]
        return (
            position > 0
            and not word.first
            and not word.last
            and self._words[following].first
            and self._texts[position - 1].lower() in _ARTICLES
        )

    def _is_no_ending(self, position: int, *, more: bool) -> bool:
        """Return whether a name does not end so: “Clinton Narrowly”, “Olaf Scholz Read more”."""
        word = self._texts[position]
        facts = self._words[word]
        if facts.particle or facts.initial or len(word) == 1:
            return True
        if not more:
            return word in cues.NAME_ENDINGS
        if word == "Read":
            return self._texts[position + 1 : position + 2] == ("more",)
        if (word[1] == "-" and word[0] in "RDI") or (facts.strong_title and not facts.last):
            return True
        return facts.common and not facts.last and word.endswith("ly")
