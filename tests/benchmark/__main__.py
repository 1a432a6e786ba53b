"""What `make bench` runs: a whole archive from raw files to pages, measured.

    python -m tests.benchmark --data articles.jsonl.gz [--limit N] [--work FOLDER]

The file has one JSON object per line, as `write_archive` says. Prints Markdown tables.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmark.reindexing import measure_reindex
from tests.benchmark.searching import measure_searches
from tests.benchmark.write_archive import write_archive


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, help="articles as JSON Lines, may be gzipped")
    parser.add_argument("--limit", type=int, help="take only the first so many")
    parser.add_argument("--work", type=Path, help="folder to keep the archive and its index in")
    options = parser.parse_args()
    if options.data is None or not options.data.exists():
        where = f"{options.data} is not there" if options.data else "No articles were named"
        sys.exit(f"{where}: name a file with `make bench ARTICLES=articles.jsonl.gz`.")
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        archive, index = work / "archive", work / "index"
        count = write_archive(options.data, archive, options.limit)
        print(f"{count:,} articles\n")
        print(measure_reindex(archive, index))
        print(measure_searches(index))


if __name__ == "__main__":
    main()
