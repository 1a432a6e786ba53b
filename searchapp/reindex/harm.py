"""When what is served is better than what would replace it, it stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from searchapp.article import Rejected
from searchapp.errors import ArchiveError
from searchapp.reindex.catalogue import Catalogue
from searchapp.reindex.options import ReindexOptions

_BAD_SHARE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a reindex found; `where` names the archive.

    `articles` would be in the index, `before` were; `bad` in files that were read cannot be used,
    and `unread` are files and folders that could not be read at all. `last` is the catalogue of
    the time before.
    """

    where: str
    articles: int
    before: int
    bad: Sequence[Rejected]
    unread: Sequence[Rejected]
    last: Catalogue


def refuse_harm(outcome: Outcome, options: ReindexOptions) -> None:
    """Raises ArchiveError when what is served is better than what would replace it."""
    if not outcome.articles and not options.allow_empty:
        before = outcome.before
        stays = f" The index with {before:,} articles stays." if before else ""
        raise ArchiveError(
            f"There are no articles in {outcome.where}.{stays} "
            "If it is meant to be empty, add --allow-empty."
        )
    unreachable = _count_unreachable(outcome)
    count = len(outcome.bad) + sum(unreachable.values())
    worse = count > max(
        _BAD_SHARE * (outcome.articles + count),
        sum(len(entry.rejected) for entry in outcome.last.odd.values()),
    )
    if outcome.before and worse and not options.force:
        first = [*unreachable, *outcome.bad][0]
        raise ArchiveError(
            f"{count:,} articles in {outcome.where} cannot be used, more than one in twenty and "
            f"more than last time, so the index stays as it was. The first: {first.path} "
            f"{first.reason}. Mend what is wrong, or add --force."
        )


def _count_unreachable(outcome: Outcome) -> dict[Rejected, int]:
    """Files and folders that could be read last time, with the number of their articles."""
    last, unread = outcome.last, {part.path: part for part in outcome.unread}
    articles: dict[Rejected, int] = {}
    for place, name in enumerate(last.names) if unread else ():
        for above in _iter_upwards(name):
            if part := unread.get(above):
                articles[part] = articles.get(part, 0) + len(last.entry(place).ids)
    return articles


def _iter_upwards(name: str) -> Iterator[str]:
    """A file's name and those of the folders that it is in."""
    while name:
        yield name
        name = name.rpartition("/")[0]
