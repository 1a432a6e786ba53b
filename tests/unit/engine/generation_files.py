"""Small generations for the tests of their life on disk."""

from pathlib import Path

from searchapp.engine.generations.choosing import Generation
from searchapp.engine.generations.locking import writer_lock
from searchapp.engine.generations.manifest import Edition, ManifestDescription
from searchapp.engine.generations.publishing import begin, publish

EDITION = Edition(engine="embedded", schema=3)
OTHER = Edition(engine="embedded", schema=4)


def accept(folder: Path) -> None:
    """A self-check that finds nothing wrong."""


def publish_text(index_dir: Path, text: str, *, edition: Edition = EDITION) -> Generation:
    """A generation of one file."""
    with writer_lock(index_dir), begin(index_dir) as build:
        (build.path / "text.arrays").write_text(text)
        return publish(build, ManifestDescription(edition=edition, articles=len(text)), accept)


def names(index_dir: Path) -> set[str]:
    """What is in the folder, but for the lock that every writer leaves."""
    return {path.name for path in index_dir.iterdir()} - {"WRITER.lock"}
