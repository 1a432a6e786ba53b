"""An index as `searchapp reindex` makes it, of an archive that is another at every run."""

import shutil
from pathlib import Path

from searchapp.console import NoProgress
from searchapp.engine import EmbeddedEngine, verify_index
from searchapp.errors import IndexMissing
from searchapp.reindex import ReindexOptions, ReindexSummary, reindex
from tests.faults.small_index import used_bytes
from tests.reindex.archive import TODAY, answers, report

STEADY = 12
"""Articles that are the same in every run."""
Answers = list[object]


def write_archive(folder: Path, run: int) -> None:
    """What the archive holds at a run: most as ever, some rewritten, one new, one gone."""
    folder.mkdir(exist_ok=True)
    for number in range(STEADY):
        path = folder / f"steady-{number:02}.txt"
        if not path.exists():
            day = f"2022-{number % 12 + 1:02}-04"
            text = f"President Emmanuel Macron spoke about the port for the {number}th time."
            path.write_text(report(f"Grain ship {number} leaves Odesa", text, day=day))
    for number in range(4):
        text = f"It was run {run:06}, and the strike in the harbour of Marseille went on."
        (folder / f"changing-{number}.txt").write_text(report(f"Strike, day {number}", text))
    for path in folder.glob("only-*.txt"):
        path.unlink()
    text = f"Nobody but run {run:06} knows about this grain ship in the harbour."
    (folder / f"only-{run:06}.txt").write_text(report("A rare ship", text))
    (folder / "broken.json").write_text('{"text": ')


def reindex_whole(folder: Path, index: Path, *, full: bool = False) -> ReindexSummary:
    """What `searchapp reindex` does."""
    options = ReindexOptions(index=index, roots=(folder,), today=TODAY, full=full)
    return reindex(options, NoProgress())


def build_states(folder: Path, scratch: Path, runs: int) -> list[Answers]:
    """What an index says that was made of each run's archive and of nothing else."""
    states = []
    for run in range(runs):
        write_archive(folder, run)
        reindex_whole(folder, scratch / str(run))
        states.append(answers(scratch / str(run)))
        shutil.rmtree(scratch / str(run))
    return states


def served_whole(index: Path) -> Answers | None:
    """All that can be asked of an index; None when there is none. Anything else raises."""
    try:
        return answers(index)
    except IndexMissing:
        return None


def assert_whole_again(folder: Path, index: Path, expected: Answers) -> None:
    """The next reindex works, leaves nothing behind, and everything checks."""
    name = reindex_whole(folder, index).generation
    assert name is not None
    assert served_whole(index) == expected
    assert verify_index(index) == ()
    assert EmbeddedEngine(index).status().degraded is None
    kept = {path.name for path in index.iterdir()} - {"CURRENT", "WRITER.lock", name}
    assert len(kept) <= 1 and all(other.startswith("gen-") for other in kept)
    assert used_bytes(index) <= 2.2 * used_bytes(index / name)
