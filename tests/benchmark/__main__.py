"""What `make bench` runs: python -m tests.benchmark COMMAND [OPTIONS]

    engines     this engine and its peers over the same articles, in one interleaved run
    archive     a whole archive from raw files to pages
    extraction  how fast articles are extracted, by part
    relevance   how well the engines rank, on test collections
    chart       a picture of what engines measured

Each has --help. Measured are files that are named on the command line; none come with the project.
"""

import sys
from importlib import import_module

_MODULES = {
    "engines": "tests.benchmark.engines.command",
    "archive": "tests.benchmark.archive",
    "extraction": "tests.benchmark.extraction",
    "relevance": "tests.benchmark.relevance",
    "chart": "tests.benchmark.chart",
}


def main() -> None:
    """Run the command that is named."""
    name = sys.argv[1] if len(sys.argv) > 1 else "--help"
    if name in ("--help", "-h"):
        print(__doc__)
    elif name not in _MODULES:
        sys.exit(f"“{name}” is none of {', '.join(_MODULES)}.")
    else:
        sys.exit(import_module(_MODULES[name]).main(sys.argv[2:]))


if __name__ == "__main__":
    main()
