"""An index of a few small files whose every byte tells which run wrote it."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from searchapp.engine.generations import durable
from searchapp.engine.generations.choosing import find_generation, open_generation
from searchapp.engine.generations.locking import writer_lock
from searchapp.engine.generations.manifest import MANIFEST, Edition, ManifestDescription
from searchapp.engine.generations.publishing import begin, publish
from searchapp.engine.generations.verification import verify
from searchapp.errors import IndexMissing, SearchAppError

EDITION = Edition(engine="small", schema=1)
SHARED = "shared.json"
BIG = 60_000
"""A size of content that takes long enough to write to be killed meanwhile."""
Content = Mapping[str, bytes]


def content_of(run: int, size: int = 120) -> Content:
    """What one run writes; its files differ from those of every other run, but for one."""
    return {
        "columns.arrays": b"%06d" % run * (size // 6),
        "empty.arrays": b"",
        "segment-000001.arrays": b"<%06d>" % run * (size // 4),
        SHARED: b'{"the same": "in every run"}' * 4,
    }


def reindex(index_dir: Path, content: Content, *, edition: Edition = EDITION) -> str:
    """Publishes the content as the real thing would, file SHARED taken over when possible."""
    try:
        before = find_generation(index_dir, edition, thorough=False)
    except SearchAppError:
        before = None
    with writer_lock(index_dir), begin(index_dir) as build:
        for name, written in content.items():
            if name == SHARED and before is not None:
                build.link(before, SHARED)
            else:
                write_unflushed(build.path / name, written)

        def self_check(folder: Path) -> None:
            assert read_folder(folder) == content

        description = ManifestDescription(
            edition=edition, articles=len(content), settings={"language": "en"}
        )
        return publish(build, description, self_check).name


def write_unflushed(path: Path, content: bytes) -> None:
    with durable.disk_errors(path.parent.parent):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            while content:
                content = content[os.write(descriptor, content) :]
        finally:
            os.close(descriptor)


def read_folder(folder: Path) -> Content:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != MANIFEST}


def served(index_dir: Path) -> Content | None:
    """What a reader finds; None when there is no index. Anything else raises."""
    try:
        return open_generation(
            index_dir,
            EDITION,
            lambda generation: {
                entry.name: (generation.path / entry.name).read_bytes()
                for entry in generation.manifest.files
            },
            thorough=True,
        )
    except IndexMissing:
        return None


def assert_mended_by_reindex(index_dir: Path, content: Content) -> None:
    """The next reindex works, leaves nothing behind, and everything checks."""
    name = reindex(index_dir, content)
    assert served(index_dir) == content
    assert verify(index_dir, EDITION) == ()
    assert find_generation(index_dir, EDITION, thorough=True).degraded is None
    kept = {path.name for path in index_dir.iterdir()} - {"CURRENT", "WRITER.lock", name}
    assert len(kept) <= 1 and all(other.startswith("gen-") for other in kept)
    assert used_bytes(index_dir) <= 2.2 * used_bytes(index_dir / name)


def used_bytes(folder: Path) -> int:
    """The room that files take, each counted once however many names it has."""
    statuses = (path.stat() for path in folder.rglob("*") if path.is_file())
    return sum({status.st_ino: status.st_size for status in statuses}.values())


def main() -> None:
    """Reindexes for ever, or until killed; says how often it has."""
    index_dir, run = Path(sys.argv[1]), int(sys.argv[2])
    while True:
        reindex(index_dir, content_of(run, size=BIG))
        sys.stdout.write(f"{run}\n")
        sys.stdout.flush()
        run += 1


if __name__ == "__main__":
    main()
