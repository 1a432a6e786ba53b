"""What the last reindex changed: articles that came, went or moved, values that gained or lost."""

from dataclasses import dataclass

from searchapp.search.changes import ArticleChange, ArticleChanges, Changes, FacetChanges
from searchapp.search.facets import FACET_FIELDS
from searchapp.search.request import SearchRequest
from searchapp.search.url import article_url, build_url
from searchapp.search.wording import articles, number

_ARTICLES_SHOWN = 50
_VALUES_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """An article or a value that changed, and how; `url` is None when it is gone."""

    name: str
    url: str | None
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """Changes of one kind: their number in words, the first of them, how many more there are."""

    heading: str
    rows: tuple[ChangeRow, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """All changes since the generation before, or since there was none."""

    heading: str
    groups: tuple[ChangeGroup, ...]


def build_changes_view(changes: Changes) -> ChangesView:
    """The view of those changes."""
    if changes.since is None:
        return ChangesView(heading="This is the first index: everything in it is new", groups=())
    groups = (
        _article_group("added", changes.added),
        _article_group("removed", changes.removed, gone=True),
        _article_group("re-dated", changes.redated, none="undated"),
        _article_group("re-attributed", changes.reattributed, none="no author"),
        *(_facet_group(facet) for facet in changes.facets),
    )
    shown = tuple(group for group in groups if group.rows)
    what = "Changed" if shown else "No article, date or value changed"
    return ChangesView(heading=f"{what} since {changes.since}", groups=shown)


def _article_group(
    what: str, changes: ArticleChanges, *, none: str = "", gone: bool = False
) -> ChangeGroup:
    rows = tuple(
        ChangeRow(
            name=change.id,
            url=None if gone else article_url(change.id),
            how=_how(change, none),
        )
        for change in changes.listed[:_ARTICLES_SHOWN]
    )
    return ChangeGroup(
        heading=f"{articles(changes.total)} {what}", rows=rows, more=_more(changes.total, rows)
    )


def _facet_group(changes: FacetChanges) -> ChangeGroup:
    rows = tuple(
        ChangeRow(
            name=value.label,
            url=build_url(SearchRequest().with_value(changes.facet, value.value))
            if value.after
            else None,
            how=f"{number(value.before)} → {articles(value.after)}",
        )
        for value in changes.listed[:_VALUES_SHOWN]
    )
    gained, lost = number(changes.gained), number(changes.lost)
    return ChangeGroup(
        heading=f"{FACET_FIELDS[changes.facet].plural}: {gained} gained articles, {lost} lost some",
        rows=rows,
        more=_more(changes.gained + changes.lost, rows),
    )


def _how(change: ArticleChange, none: str) -> str:
    return f"{change.before or none} → {change.after or none}" if none else ""


def _more(total: int, rows: tuple[ChangeRow, ...]) -> str:
    rest = total - len(rows)
    return f"and {number(rest)} more" if rest else ""
