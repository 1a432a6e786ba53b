"""Raw names to the names that are shown: merged by themselves, and as names.toml says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import groupby

from searchapp.countries import country_name
from searchapp.extract.aliases import canonical_name
from searchapp.extract.names import CountDocuments, merge_names
from searchapp.reindex.authority import Authority, FacetNames
from searchapp.search.facets import Facet
from searchapp.search.response import Value

NAMED_FACETS = (Facet.PERSON, Facet.AUTHOR, Facet.COUNTRY)
"""The facets that names.toml can say something about."""


class Reason(StrEnum):
    """Why a name is shown differently."""

    FILE = "names.toml"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """What is shown in place of a raw name: another, several (split) or none (dropped).

    A public figure's name that names.toml keeps as it is is shown as itself. `articles` is the
    number of articles that have the raw name.
    """

    raw: Value
    shown: tuple[Value, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamingGroup:
    """The renamings of one facet for one reason; `articles` have at least one of the names."""

    facet: Facet
    reason: Reason
    articles: int
    renamings: tuple[Renaming, ...]


CountArticles = Callable[[Facet, frozenset[str]], int]


def name_values(
    authority: Authority, counts: Mapping[Facet, Mapping[str, int]], count_articles: CountArticles
) -> tuple[RenamingGroup, ...]:
    """Every name that changes, grouped.

    `counts` says how many articles have each raw value; `count_articles` how many have any of
    some.
    """
    groups = []
    for facet in NAMED_FACETS:
        found = _rename(authority.of(facet), counts.get(facet, {}), partial(count_articles, facet))
        for reason, pairs in groupby(sorted(found, key=_order), key=lambda pair: pair[0]):
            renamings = tuple(renaming for _, renaming in pairs)
            raw = frozenset(renaming.raw.value for renaming in renamings)
            groups.append(
                RenamingGroup(
                    facet=facet,
                    reason=reason,
                    articles=count_articles(facet, raw),
                    renamings=renamings,
                )
            )
    return tuple(groups)


def shown_names(groups: Sequence[RenamingGroup]) -> dict[Facet, dict[str, tuple[Value, ...]]]:
    """For each facet, what is shown in place of which raw value."""
    shown: dict[Facet, dict[str, tuple[Value, ...]]] = {}
    for group in groups:
        names = shown.setdefault(group.facet, {})
        names |= {renaming.raw.value: renaming.shown for renaming in group.renamings}
    return shown


def _order(pair: tuple[Reason, Renaming]) -> tuple[bool, int, str]:
    reason, renaming = pair
    return reason is Reason.AUTOMATIC, -renaming.articles, renaming.raw.value


def _rename(
    names: FacetNames, counts: Mapping[str, int], count_any: CountDocuments
) -> list[tuple[Reason, Renaming]]:
    merged = _merge(names, counts, count_any) if names.facet is Facet.PERSON else {}
    raw_values = dict.fromkeys(counts)
    if names.facet is Facet.COUNTRY:
        # Countries that are only mentioned are counted nowhere, and follow all the same.
        raw_values |= dict.fromkeys(names.shown)
    found = []
    for raw in raw_values:
        label = merged.get(raw, raw)
        said = names.find(raw)
        if said is None and names.is_distinct(raw):
            said = (raw,)
        if said is None and label != raw:
            said = (raw,) if names.is_distinct(label) else names.find(label)
        shown = (label,) if said is None else said
        if shown != (raw,) or _has_usual_spelling(names.facet, raw):
            renaming = Renaming(
                raw=_value(names.facet, raw),
                shown=tuple(_value(names.facet, name) for name in shown),
                articles=counts.get(raw, 0),
            )
            found.append((Reason.AUTOMATIC if said is None else Reason.FILE, renaming))
    return found


def _has_usual_spelling(facet: Facet, raw: str) -> bool:
    """Whether extraction gave the name a label of its own, in whose place the raw name is shown."""
    return facet is Facet.PERSON and canonical_name(raw) != raw


def _merge(
    names: FacetNames, counts: Mapping[str, int], count_any: CountDocuments
) -> Mapping[str, str]:
    """What merging by itself makes of the names that names.toml leaves to it."""
    documents: dict[str, int] = {}
    fixed: set[str] = set()
    raws: dict[str, set[str]] = {}
    for raw, count in counts.items():
        said = names.find(raw)
        label = raw if said is None else said[0] if len(said) == 1 else None
        if label is None or names.is_distinct(label):
            continue
        documents[label] = documents.get(label, 0) + count
        raws.setdefault(label, set()).add(raw)
        if said is not None:
            fixed.add(label)

    def count_documents(labels: frozenset[str]) -> int:
        return count_any(frozenset(raw for label in labels for raw in raws[label]))

    return merge_names(documents, frozenset(fixed), count_documents)


def _value(facet: Facet, name: str) -> Value:
    label = (country_name(name) or name) if facet is Facet.COUNTRY else name
    return Value(value=name, label=label)
