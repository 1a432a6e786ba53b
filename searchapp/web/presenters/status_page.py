"""What is being served: the generation, its counts, and every file left out with its reason."""

from dataclasses import dataclass

from searchapp.article import Rejected
from searchapp.search.engine import IndexStatus
from searchapp.search.facets import FACET_FIELDS
from searchapp.search.wording import articles, counted, number
from searchapp.web.presenters.changes import ChangesView, build_changes_view
from searchapp.web.presenters.wording import (
    day_label,
    moment_label,
    quote_commands,
    size_label,
)

_ROWS_SHOWN = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A file, or a line of one, that was left out, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPage:
    """The status page; `hidden` says how many rejected files are not in `rejected`."""

    degraded: str | None
    rows: tuple[tuple[str, str], ...]
    changes: ChangesView | None
    rejected_heading: str
    rejected: tuple[RejectedRow, ...]
    hidden: str


def build_status_page(status: IndexStatus) -> StatusPage:
    """The page for that status."""
    left_out = len(status.rejected)
    rest = left_out - _ROWS_SHOWN
    return StatusPage(
        degraded=quote_commands(status.degraded) if status.degraded else None,
        rows=(
            ("Articles", number(status.articles)),
            ("Period", _period(status)),
            *((_plural(name), number(count)) for name, count in status.values),
            ("Published", moment_label(status.published_at)),
            ("Generation", status.generation),
            ("Size of the index", size_label(status.size_bytes)),
        ),
        changes=build_changes_view(status.changes) if status.changes else None,
        rejected_heading=(
            f"{counted(left_out, 'file or line', 'files or lines')} left out"
            if left_out
            else "Nothing was left out"
        ),
        rejected=tuple(_row(rejected) for rejected in status.rejected[:_ROWS_SHOWN]),
        hidden=number(rest) if rest > 0 else "",
    )


def _period(status: IndexStatus) -> str:
    if status.oldest is None or status.newest is None:
        return f"no dates among {articles(status.articles)}"
    return f"{day_label(status.oldest)} to {day_label(status.newest)}"


def _plural(name: str) -> str:
    plurals = {field.facet.value: field.plural for field in FACET_FIELDS.values()}
    return plurals.get(name, name.capitalize())


def _row(rejected: Rejected) -> RejectedRow:
    line = f", line {rejected.line}" if rejected.line else ""
    return RejectedRow(path=f"{rejected.path}{line}", reason=rejected.reason)
