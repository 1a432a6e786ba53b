"""What the command line prints for people."""

import json
import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import NoReturn

import click
from tqdm import tqdm

from searchapp.article import Rejected
from searchapp.reindex import ReindexSummary
from searchapp.reindex.report import iter_change_lines, iter_renaming_lines
from searchapp.search.engine import IndexStatus
from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.response import Hit, SearchResponse

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
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
    echo(
        f"{_articles(summary.articles)}: {summary.added:,} added, {summary.changed:,} changed, "
        f"{summary.removed:,} removed. "
        f"{summary.read:,} read in {summary.seconds:.1f} s ({rate:,.0f} articles/s)."
    )
    if summary.changes is None:
        click.echo("Nothing has changed since the last time.")
    else:
        _print_lines(iter_change_lines(summary.changes))
    if summary.dry_run:
        _print_lines(iter_renaming_lines(summary.renamings))
        click.echo("This was a dry run: nothing was published.")
    print_rejected(summary.rejected)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        echo(line)


def print_rejected(rejected: Sequence[Rejected]) -> None:
    """What was left out and why, the first of many."""
    if rejected:
        echo(f"{len(rejected):,} left out:")
    for entry in rejected[:_SHOWN_REJECTED]:
        place = f"{entry.path}, line {entry.line}" if entry.line else entry.path
        echo(f"  {place}: {entry.reason}")
    if len(rejected) > _SHOWN_REJECTED:
        rest = len(rejected) - _SHOWN_REJECTED
        echo(f"  … and {rest:,} more; `searchapp status --json` lists them all")


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
    page = f", page {response.request.page} of {response.pages}" if response.pages > 1 else ""
    results = "1 result" if response.total == 1 else f"{response.total:,} results"
    echo(f"{results} in {response.took_ms:.1f} ms{page}")
    if response.did_you_mean:
        echo(f"Did you mean: {response.did_you_mean}")
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
            echo(f"{FACET_FIELDS[result.facet].label + ':':9} {values}{more}")


def print_status(status: IndexStatus) -> None:
    """What is being served, and what is not."""
    if status.degraded:
        click.secho(_printable(f"Degraded: {status.degraded}"), fg="yellow")
    echo(f"{_articles(status.articles)} in {status.generation}")
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
    click.echo(f"\n{number:>3}. {_marked(hit.title, hit.title_ranges)}")
    echo(f"     {facts}")
    for snippet in hit.snippets:
        click.echo(f"     … {_marked(snippet.text, snippet.ranges)} …")


def _marked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in ranges:
        pieces += [
            _printable(text[last:start]),
            click.style(_printable(text[start:end]), bold=True),
        ]
        last = end
    return "".join([*pieces, _printable(text[last:])])


def echo(text: str, *, err: bool = False) -> None:
    """Print a line; nothing in it can move the cursor, clear the screen or turn the text round."""
    click.echo(_printable(text), err=err)


def print_json(record: object) -> None:
    """Print JSON; what a terminal would obey stands in it as an escape of JSON's own."""
    text = json.dumps(record, ensure_ascii=False, indent=2)
    click.echo(_UNPRINTABLE.sub(lambda char: _unless_line_end(char.group()), text))


def _unless_line_end(char: str) -> str:
    # JSON has escaped those inside of texts itself.
    return char if char == "\n" else f"\\u{ord(char):04x}"


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub(lambda char: _escape(char.group()), text)


def _escape(char: str) -> str:
    return " " if char in "\n\t" else char.encode("unicode_escape").decode()
