"""Write one file and read it the way reindex does."""

from pathlib import Path

from searchapp.article import RawArticle, Rejected
from searchapp.ingest import DEFAULT, Limits, SourceFile, hash_file, iter_files, read_articles


def read_file(
    folder: Path, name: str, content: bytes | str, limits: Limits = DEFAULT
) -> list[RawArticle | Rejected]:
    """Everything that comes out of a file of this name and content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_folder(folder, limits)


def read_folder(folder: Path, limits: Limits = DEFAULT) -> list[RawArticle | Rejected]:
    """Everything that comes out of a folder."""
    found: list[RawArticle | Rejected] = []
    for file in iter_files([folder]):
        if isinstance(file, SourceFile):
            digest = hash_file(file)
            assert isinstance(digest, str)
            found.extend(read_articles(file, digest, limits))
        else:
            found.append(file)
    return found


def only_article(found: list[RawArticle | Rejected]) -> RawArticle:
    assert len(found) == 1, found
    assert isinstance(found[0], RawArticle), found
    return found[0]


def only_reason(found: list[RawArticle | Rejected]) -> str:
    assert len(found) == 1, found
    assert isinstance(found[0], Rejected), found
    return found[0].reason


def articles(found: list[RawArticle | Rejected]) -> list[RawArticle]:
    return [one for one in found if isinstance(one, RawArticle)]


def rejected(found: list[RawArticle | Rejected]) -> list[Rejected]:
    return [one for one in found if isinstance(one, Rejected)]
