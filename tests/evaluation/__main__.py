"""Measure extraction on annotated articles: `python -m tests.evaluation persons --data PATH`.

The annotated sets are no part of the project. Every third document is set aside: figures are
reported for it, its errors are never shown.
"""

import argparse
import importlib
import sys
from pathlib import Path

_TASKS = ("persons", "countries", "bylines", "dates")


def main() -> int:
    """Print the report that was asked for; exit code 2 if there is nothing to measure on."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("task", choices=_TASKS)
    parser.add_argument(
        "--data", type=Path, required=True, help="annotated set, .jsonl or .jsonl.gz"
    )
    parser.add_argument(
        "--spacy",
        action="store_true",
        help="persons only: measure spaCy's small English model on the same documents, too",
    )
    options = parser.parse_args()
    if options.spacy and options.task != "persons":
        parser.error("--spacy compares persons only.")
    if not options.data.is_file():
        sys.stderr.write(f"There is no annotated set at {options.data}; nothing was measured.\n")
        return 2
    # Each task is a module with report(path) -> str; what one of them needs is no other's matter.
    task = importlib.import_module(f"tests.evaluation.{options.task}")
    extras = {"spacy": True} if options.spacy else {}
    sys.stdout.write(task.report(options.data, **extras) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
