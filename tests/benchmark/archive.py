"""`archive`: a whole archive from raw files to pages, measured.

    python -m tests.benchmark archive --data FILE [--limit N] [--work FOLDER]

FILE has articles as JSON Lines, with the fields that `write_archive` names or with those of
Reuters-21578. They are written out as raw text files in the form that scraped articles have,
reindexed with the real command by two processes, and searched in over HTTP. Prints tables.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmark.reindexing import measure_reindex
from tests.benchmark.searching import measure_searches
from tests.benchmark.write_archive import write_archive


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    summary = __doc__.splitlines()[0] if __doc__ else None
    parser = argparse.ArgumentParser(prog="tests.benchmark archive", description=summary)
    parser.add_argument("--data", type=Path, help="articles as JSON Lines, may be gzipped")
    parser.add_argument("--limit", type=int, help="take only the first so many")
    parser.add_argument("--work", type=Path, help="folder to keep the archive and its index in")
    options = parser.parse_args(argv)
    if options.data is None or not options.data.exists():
        where = f"{options.data} is not there" if options.data else "No articles were named"
        sys.exit(f"{where}: name a file of articles with --data (make bench ARTICLES=…).")
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        archive, index = work / "archive", work / "index"
        count = write_archive(options.data, archive, options.limit)
        print(f"{count:,} articles\n")
        print(measure_reindex(archive, index))
        print(measure_searches(index))


if __name__ == "__main__":
    main()
