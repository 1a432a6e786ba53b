"""Write a file of articles out as a folder of raw text files, as a scraper would leave them.

    python -m tests.benchmark.write_archive --data articles.jsonl.gz --out FOLDER [--limit N]

Each line of the file is a JSON object with `id`, `date`, `title`, `authors`, `source`, `topic` and
`text`, or with the fields of Reuters-21578: `id`, `date`, `title`, `author`, `dateline` and `body`,
whose paragraphs are indented. The metadata goes into the text only, in the form that scraped
articles have: a date line, a byline, a share button, the headline after the first paragraph. One
folder per source and year.
"""

import argparse
import gzip
import itertools
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict


class Row(TypedDict):
    """One article of the file."""

    id: str
    date: str | None
    title: str
    authors: list[str] | None
    source: str
    topic: str | None
    text: str


def main() -> None:
    """Write the articles and say how many."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="JSON Lines, may be gzipped")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--limit", type=int, help="write only the first so many")
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"{options.data} is not there; name the file of articles with --data.")
    count = write_archive(options.data, options.out, options.limit)
    print(f"{count:,} articles in {options.out}")


def write_archive(data: Path, folder: Path, limit: int | None = None) -> int:
    """Write the articles of a file, or the first so many, into a folder; returns how many."""
    count = 0
    for row in itertools.islice(iter_rows(data), limit):
        path = folder / file_name(row)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(raw_text(row), encoding="utf-8")
        count += 1
    return count


def iter_rows(path: Path) -> Iterator[Row]:
    """The articles of a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            yield _reuters_row(fields) if "body" in fields else fields


def _reuters_row(fields: Mapping[str, str | None]) -> Row:
    """A Reuters article with its lines unwrapped, dateline in front, byline without “By”."""
    body = f"{fields.get('dateline') or ''} {fields['body'] or ''}"
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s{2,}", body))
    author = re.sub(r"^By\s+|,.*$", "", fields.get("author") or "").strip()
    return Row(
        id=fields["id"] or "",
        date=fields["date"],
        title=fields["title"] or "",
        authors=[author] if author else None,
        source="Reuters",
        topic=None,
        text="\n\n".join(part for part in paragraphs if part),
    )


def file_name(row: Row) -> str:
    """Where an article goes: source, year and id."""
    source = re.sub(r"\W+", "-", row["source"].lower()).strip("-") or "unknown"
    year = (row["date"] or "undated")[:4]
    name = re.sub(r"\W", "_", row["id"])
    return f"{source}/{year}/{name}.txt"


def raw_text(row: Row) -> str:
    """The article as a scraper would leave it."""
    paragraphs = [part.strip() for part in row["text"].split("\n\n") if part.strip()]
    lines = []
    if row["date"]:
        lines.append(f" date {row['date']} Home page {row['topic'] or 'news'}")
    if row["authors"]:
        lines.append(f"Of: {', '.join(row['authors'])}")
    lines += ["Split", *paragraphs[:1], row["title"], *paragraphs[1:]]
    return "\n\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
