"""What a reindex changed: articles that came, went or moved, and values that gained or lost."""

from dataclasses import dataclass

from searchapp.search.facets import Facet

LISTED_ARTICLES = 1_000
"""How many articles are listed of each kind of change; the totals are always exact."""

LISTED_VALUES = 100
"""How many values are listed of each facet, those that changed most."""

CHANGED_FACETS = (Facet.COUNTRY, Facet.PERSON, Facet.AUTHOR)
"""The facets whose values are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChange:
    """An article that changed: its date as ISO or its authors' names, before and after."""

    id: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChanges:
    """How many articles changed in one way, and the first of them by id."""

    total: int = 0
    listed: tuple[ArticleChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """How many articles had a value before, and how many have it now."""

    value: str
    label: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetChanges:
    """How many values of a facet gained articles or lost some, and the greatest changes first."""

    facet: Facet
    gained: int
    lost: int
    listed: tuple[ValueChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed since the generation before, which `since` names.

    Of a first index (`since` is None) no articles are listed: all of them were added.
    """

    since: str | None
    added: ArticleChanges
    removed: ArticleChanges
    redated: ArticleChanges
    reattributed: ArticleChanges
    facets: tuple[FacetChanges, ...]
