"""What the command line prints for people."""

import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import NoReturn

import click
from tqdm import tqdm

from searchapp.article import Rejected
from searchapp.reindex import ReindexSummary
from searchapp.search.engine import IndexStatus
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.response import Hit, SearchResponse, Snippet

_SHOWN_REJECTED = 20
_SHOWN_VALUES = 5


class ShownProgress:
    """A progress bar on standard error: files, articles a second, time that is left."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None
        self._started = time.monotonic()
        # A log wants a line now and then, a person sees it move.
        self._interval = 0.1 if sys.stderr.isatty() else 10.0

    def reading(self, files: int, of_files: int, articles: int) -> None:
        """So many of the files to read are done and gave so many articles."""
        if not of_files:
            return
        bar = self._bar = self._bar or tqdm(
            total=of_files, desc="Reading", unit=" files", mininterval=self._interval
        )
        rate = articles / max(time.monotonic() - self._started, 0.001)
        bar.set_postfix_str(f"{articles:,} articles, {rate:,.0f}/s", refresh=False)
        bar.update(files - bar.n)

    def publishing(self) -> None:
        """Everything is read; the index is being written and checked."""
        if self._bar is not None:
            self._bar.close()
        click.echo("Writing and checking the index …", err=True)


class NoProgress:
    """Says nothing."""

    def reading(self, files: int, of_files: int, articles: int) -> None:
        """So many of the files to read are done and gave so many articles."""

    def publishing(self) -> None:
        """Everything is read; the index is being written and checked."""


def print_summary(summary: ReindexSummary) -> None:
    """What a reindex did, and what it left out and why."""
    rate = summary.read / max(summary.seconds, 0.001)
    click.echo(
        f"{_articles(summary.articles)}: {summary.added:,} added, {summary.changed:,} changed, "
        f"{summary.removed:,} removed. "
        f"{summary.read:,} read in {summary.seconds:.1f} s ({rate:,.0f} articles/s)."
    )
    if summary.generation is None:
        click.echo("Nothing has changed since the last time.")
    print_rejected(summary.rejected)


def print_rejected(rejected: Sequence[Rejected]) -> None:
    """What was left out and why, the first of many."""
    if rejected:
        click.echo(f"{len(rejected):,} left out:")
    for entry in rejected[:_SHOWN_REJECTED]:
        place = f"{entry.path}, line {entry.line}" if entry.line else entry.path
        click.echo(f"  {place}: {entry.reason}")
    if len(rejected) > _SHOWN_REJECTED:
        rest = len(rejected) - _SHOWN_REJECTED
        click.echo(f"  … and {rest:,} more; `searchapp status --json` lists them all")


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
        click.echo(f"Note: {note}")
    page = f", page {response.request.page} of {response.pages}" if response.pages > 1 else ""
    results = "1 result" if response.total == 1 else f"{response.total:,} results"
    click.echo(f"{results} in {response.took_ms:.1f} ms{page}")
    if response.did_you_mean:
        click.echo(f"Did you mean: {response.did_you_mean}")
    first = (response.request.page - 1) * response.request.size + 1
    for number, hit in enumerate(response.hits, first):
        _print_hit(number, hit)
    click.echo()
    for result in response.facets:
        buckets = [bucket for bucket in result.buckets if bucket.count or bucket.selected]
        shown = buckets[-_SHOWN_VALUES:] if result.facet is Facet.DATE else buckets[:_SHOWN_VALUES]
        if shown:
            values = ", ".join(f"{bucket.label} {bucket.count:,}" for bucket in shown)
            more = " …" if result.more or len(shown) < len(buckets) else ""
            click.echo(f"{FACET_FIELDS[result.facet].label + ':':9} {values}{more}")


def print_status(status: IndexStatus) -> None:
    """What is being served, and what is not."""
    if status.degraded:
        click.secho(f"Degraded: {status.degraded}", fg="yellow")
    click.echo(f"{_articles(status.articles)} in {status.generation}")
    click.echo(f"published {status.published_at:%Y-%m-%d %H:%M} UTC")
    if status.oldest and status.newest:
        click.echo(f"dated     {status.oldest} to {status.newest}")
    values = ", ".join(
        f"{count:,} {FACET_FIELDS[Facet(name)].plural.lower()}" for name, count in status.values
    )
    click.echo(f"values    {values}")
    click.echo(f"size      {status.size_bytes / 1e6:,.1f} MB")
    print_rejected(status.rejected)


def status_record(status: IndexStatus) -> dict[str, object]:
    """A status in JSON's own types."""
    return {
        **asdict(status),
        "published_at": status.published_at.isoformat(),
        "oldest": status.oldest.isoformat() if status.oldest else None,
        "newest": status.newest.isoformat() if status.newest else None,
        "values": dict(status.values),
    }


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"


def _print_hit(number: int, hit: Hit) -> None:
    countries = ", ".join(country.label for country in hit.countries)
    authors = ", ".join(author.label for author in hit.authors)
    day = hit.date.isoformat() if hit.date else "undated"
    facts = " · ".join(part for part in (day, authors, hit.section, countries, hit.path) if part)
    click.echo(f"\n{number:>3}. {_marked(hit.title, hit.title_ranges)}\n     {facts}")
    for snippet in hit.snippets:
        click.echo(f"     … {_marked_snippet(snippet)} …")


def _marked_snippet(snippet: Snippet) -> str:
    return _marked(snippet.text, snippet.ranges)


def _marked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in ranges:
        pieces += [text[last:start], click.style(text[start:end], bold=True)]
        last = end
    return "".join([*pieces, text[last:]])
