"""What was left out of a generation, and why: kept with it, shown with its status."""

import json
from collections.abc import Sequence
from pathlib import Path

from searchapp.article import Rejected
from searchapp.errors import IndexDamaged

_FILE = "rejected.json"


def write_rejected(folder: Path, rejected: Sequence[Rejected]) -> None:
    """Write down what was left out of the generation in that folder."""
    records = [[entry.path, entry.line, entry.reason] for entry in rejected]
    text = json.dumps(records, ensure_ascii=False, indent=0)
    (folder / _FILE).write_text(text, encoding="utf-8")


def read_rejected(folder: Path) -> tuple[Rejected, ...]:
    """What was left out of the generation in that folder. Raises IndexDamaged."""
    path = folder / _FILE
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
        return tuple(Rejected(path=file, line=line, reason=why) for file, line, why in records)
    except (OSError, ValueError, TypeError) as error:
        raise IndexDamaged(f"{path} cannot be read: {error}. Run `searchapp verify`.") from error
