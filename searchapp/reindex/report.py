"""What a reindex changed, and what it would make of the names, in lines of words."""

from collections.abc import Iterator, Sequence

from searchapp.reindex.naming import Reason, Renaming, RenamingGroup
from searchapp.search.changes import ArticleChanges, Changes, FacetChanges, ValueChange
from searchapp.search.facets import FACET_FIELDS

_SHOWN_VALUES = 5
_SHOWN_ARTICLES = 3
_SHOWN_NAMES = 50


def iter_change_lines(changes: Changes) -> Iterator[str]:
    """The changes since the generation before; of a first index nothing, for all of it is new."""
    if changes.since is None:
        return
    for what, found in (
        ("added", changes.added),
        ("removed", changes.removed),
        ("re-dated", changes.redated),
        ("re-attributed", changes.reattributed),
    ):
        if found.total:
            yield f"{_articles(found.total)} {what} since {changes.since}: {_examples(found)}"
    for facet in changes.facets:
        if facet.listed:
            yield _facet(facet)


def iter_renaming_lines(groups: Sequence[RenamingGroup]) -> Iterator[str]:
    """How names are merged, split and dropped, those of names.toml apart."""
    if not groups:
        yield "No names are merged, split or dropped."
    for group in groups:
        by = "by names.toml" if group.reason is Reason.FILE else "automatically"
        plural = FACET_FIELDS[group.facet].plural
        yield f"{plural} {by}: {_counts(group.renamings)} ({_articles(group.articles)})"
        for renaming in group.renamings[:_SHOWN_NAMES]:
            yield f"  {renaming.raw.label} ({_articles(renaming.articles)}) {_outcome(renaming)}"
        if len(group.renamings) > _SHOWN_NAMES:
            yield f"  … and {len(group.renamings) - _SHOWN_NAMES:,} more; --json lists them all"


def _outcome(renaming: Renaming) -> str:
    if not renaming.shown:
        return "is dropped"
    if _is_kept(renaming):
        return "stays as it is"
    return f"→ {' + '.join(value.label for value in renaming.shown)}"


def _is_kept(renaming: Renaming) -> bool:
    """Whether names.toml keeps a public figure's spelling from being merged."""
    return renaming.shown == (renaming.raw,)


def _counts(renamings: Sequence[Renaming]) -> str:
    kept = sum(map(_is_kept, renamings))
    sizes = [len(renaming.shown) for renaming in renamings]
    kinds = {
        "merged": sizes.count(1) - kept,
        "split": sum(size > 1 for size in sizes),
        "dropped": sizes.count(0),
        "kept apart": kept,
    }
    return ", ".join(f"{count:,} {kind}" for kind, count in kinds.items() if count)


def _examples(found: ArticleChanges) -> str:
    shown = [
        f"{change.id} ({change.before or 'none'} → {change.after or 'none'})"
        if change.before or change.after
        else change.id
        for change in found.listed[:_SHOWN_ARTICLES]
    ]
    return ", ".join(shown) + (" …" if found.total > len(shown) else "")


def _facet(changes: FacetChanges) -> str:
    plural = FACET_FIELDS[changes.facet].plural
    shown = ", ".join(_value(value) for value in changes.listed[:_SHOWN_VALUES])
    more = " …" if changes.gained + changes.lost > _SHOWN_VALUES else ""
    return (
        f"{plural}: {changes.gained:,} gained articles, {changes.lost:,} lost some: {shown}{more}"
    )


def _value(value: ValueChange) -> str:
    return f"{value.label} {value.after - value.before:+,}"


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"
