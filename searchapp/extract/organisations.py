"""Organisations: what a text's companies, parties and offices are called.

A run such as “Salomon Inc” says that a later “Salomon” is no person.
"""

from searchapp.extract import organisationwords, titles
from searchapp.extract.words import Words

_MOST_WORDS = 5
_NO_ORGANISATION = organisationwords.OFFICES | titles.TITLES


class OrganisationNames:
    """Collects the words and the phrases of organisations' names, run by run."""

    def __init__(self, words: Words) -> None:
        self._known = words
        self.words: set[str] = set()
        self.phrases: set[tuple[str, ...]] = set()

    def note(self, run: tuple[str, ...], following: str) -> None:
        """Remember the words of `run` if it is an organisation's name; `following` is after it."""
        known = self._known
        organisation = company = following == "&"
        for word in run:
            facts = known[word]
            organisation = organisation or facts.organisation
            company = company or facts.company
        if company:
            self._note_company(run)
        elif organisation and len(run) > 1 and _NO_ORGANISATION.isdisjoint(run):
            self._note_body(run)

    def _note_body(self, run: tuple[str, ...]) -> None:
        self.words.add(run[0])
        if self._known[run[-1]].organisation:
            for finish in range(2, min(len(run), _MOST_WORDS) + 1):
                self.phrases.add(run[:finish])

    def _note_company(self, run: tuple[str, ...]) -> None:
        self.words.add(run[0])
        self.words.update([word for word in run if not self._known[word].first])
        for begin in range(min(len(run), _MOST_WORDS)):
            for finish in range(begin + 2, min(len(run), begin + _MOST_WORDS) + 1):
                self.phrases.add(run[begin:finish])
