"""What commands did or found, in lines for people."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Final

import click

from searchapp.article import Rejected
from searchapp.console import echo, printable
from searchapp.reindex import ReindexSummary
from searchapp.reindex.report import iter_change_lines, iter_renaming_lines
from searchapp.search.engine import IndexStatus
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.response import FacetResult, Hit, SearchResponse
from searchapp.search.wording import articles, copies_among, duration, shown_of, total_found

_SHOWN_REJECTED: Final = 20
_SHOWN_VALUES: Final = 5


def print_summary(summary: ReindexSummary) -> None:
    """What a reindex did, and what it left out and why."""
    rate = summary.read / max(summary.seconds, 0.001)
    echo(
        f"{articles(summary.articles)}: {summary.added:,} added, {summary.changed:,} changed, "
        f"{summary.removed:,} removed. "
        f"{summary.read:,} read in {summary.seconds:.1f} s ({rate:,.0f} articles/s)."
    )
    if summary.changes is None:
        echo("Nothing has changed since the last time.")
    else:
        _print_lines(iter_change_lines(summary.changes))
    if summary.dry_run:
        _print_lines(iter_renaming_lines(summary.renamings))
        echo("This was a dry run: nothing was published.")
    _print_rejected(summary.rejected)


def summary_record(summary: ReindexSummary) -> dict[str, object]:
    """A summary in JSON's own types."""
    return {
        **asdict(summary),
        "seconds": round(summary.seconds, 3),
        "articles_per_second": round(summary.read / max(summary.seconds, 0.001), 1),
    }


def print_response(response: SearchResponse) -> None:
    """Hits with their snippets, then the first values of each facet."""
    for note in response.notes:
        echo(f"Note: {note}")
    took = f"in {duration(response.took_ms)}"
    echo(", ".join(part for part in (total_found(response), shown_of(response), took) if part))
    if response.copies:
        how = "" if response.request.copies_shown else " --copies show lists them."
        echo(f"{copies_among(response)}{how}")
    if response.did_you_mean:
        echo(f"Did you mean: {response.did_you_mean}")
    first = (response.request.page - 1) * response.request.size + 1
    for number, hit in enumerate(response.hits, first):
        _print_hit(number, hit)
    echo("")
    for result in response.facets:
        _print_facet(result)


def print_status(status: IndexStatus) -> None:
    """What is being served, and what is not."""
    if status.degraded:
        echo(f"Degraded: {status.degraded}")
    echo(f"{articles(status.articles)} in {status.generation}")
    echo(f"published {status.published_at:%Y-%m-%d %H:%M} UTC")
    if status.oldest and status.newest:
        echo(f"dated     {status.oldest} to {status.newest}")
    values = ", ".join(
        f"{count:,} {FACET_FIELDS[Facet(name)].plural.lower()}" for name, count in status.values
    )
    echo(f"values    {values}")
    echo(f"size      {status.size_bytes / 1e6:,.1f} MB")
    if status.changes is not None:
        _print_lines(iter_change_lines(status.changes))
    _print_rejected(status.rejected)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        echo(line)


def _print_rejected(rejected: Sequence[Rejected]) -> None:
    """What was left out and why, the first of many."""
    if rejected:
        echo(f"{len(rejected):,} left out:")
    for entry in rejected[:_SHOWN_REJECTED]:
        place = f"{entry.path}, line {entry.line}" if entry.line else entry.path
        echo(f"  {place}: {entry.reason}")
    if len(rejected) > _SHOWN_REJECTED:
        rest = len(rejected) - _SHOWN_REJECTED
        echo(f"  … and {rest:,} more; `searchapp status --json` lists them all")


def _print_hit(number: int, hit: Hit) -> None:
    countries = ", ".join(country.label for country in hit.countries)
    authors = ", ".join(author.label for author in hit.authors)
    day = hit.date.isoformat() if hit.date else "undated"
    similar = f"{hit.similar:,} similar" if hit.similar else ""
    parts = (day, authors, hit.section, countries, hit.path, similar)
    echo("")
    echo(f"{number:>3}. ", _marked(hit.title, hit.title_ranges))
    echo(f"     {' · '.join(part for part in parts if part)}")
    for snippet in hit.snippets:
        echo("     … ", f"{_marked(snippet.text, snippet.ranges)} …")


def _print_facet(result: FacetResult) -> None:
    buckets = [bucket for bucket in result.buckets if bucket.count or bucket.selected]
    shown = buckets[-_SHOWN_VALUES:] if result.facet is Facet.DATE else buckets[:_SHOWN_VALUES]
    if shown:
        values = ", ".join(f"{bucket.label} {bucket.count:,}" for bucket in shown)
        more = " …" if result.more or len(shown) < len(buckets) else ""
        echo(f"{FACET_FIELDS[result.facet].label + ':':9} {values}{more}")


def _marked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """A text that is safe to print, with what matched in bold."""
    pieces, last = [], 0
    for start, end in ranges:
        pieces += [
            printable(text[last:start]),
            click.style(printable(text[start:end]), bold=True),
        ]
        last = end
    return "".join([*pieces, printable(text[last:])])
