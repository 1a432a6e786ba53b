"""Broken files of every kind, read as reindex reads them and put through extraction."""

import gzip
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from searchapp.article import RawArticle
from searchapp.extract import Extractor
from searchapp.ingest import SourceFile, read_articles
from tests.fuzz.mutation import mutate
from tests.reindex.hostile_files import CASES, zipped
from tests.reindex.test_formats import CSV, HTML, MARKDOWN, RAW, lines

_SMALL = 4_000
_FORMATS = {
    ".txt": RAW,
    ".md": MARKDOWN,
    ".html": HTML,
    ".csv": CSV,
    ".json": '{"headline": "One", "body": "Of JSON.", "date": 1672358400, "author": ["Ann Lee"]}',
    ".jsonl": lines("A line", "Another line"),
}
_WEIGHTS = {".html": 1}
"""How often an ending is taken, against 3 for the others: its reader is a hundred times slower."""

Seeds = Mapping[str, Sequence[bytes]]


def build_seeds() -> Seeds:
    """What there is to start from, by the ending that says how it is read."""
    seeds = {ending: [text.encode()] for ending, text in _FORMATS.items()}
    for case in CASES:
        ending = "".join(Path(case.name).suffixes[-1:])
        seeds.setdefault(ending, []).append(case.content[:_SMALL])
    members = [(f"{number}{ending}", text.encode()) for number, (ending, text) in
               enumerate(_FORMATS.items())]  # fmt: skip
    seeds[".zip"].append(zipped(members))
    seeds[".jsonl.gz"] = [gzip.compress(_FORMATS[".jsonl"].encode())]
    seeds.pop(".xml", None)
    return seeds


def build_file(seeds: Seeds, sample: random.Random) -> tuple[str, bytes]:
    """An ending, and content for it that is broken in some places."""
    endings = sorted(seeds)
    [ending] = sample.choices(endings, [_WEIGHTS.get(ending, 3) for ending in endings])
    content = sample.choice(seeds[ending])
    if sample.random() < 0.1:
        content = sample.choice(seeds[sample.choice(endings)])
    return ending, mutate(content, seeds[ending], sample)


def read(folder: Path, ending: str, content: bytes, extractor: Extractor) -> float:
    """Seconds of processor it took; AssertionError, or what was raised, says what is wrong."""
    path = folder / f"case{ending}"
    path.write_bytes(content)
    file = SourceFile(location=str(path), name=path.name, size=len(content), mtime_ns=0)
    started = time.thread_time()
    found = list(read_articles(file, "0" * 64))
    assert found, "neither an article nor a reason"
    for part in found:
        if isinstance(part, RawArticle):
            article = extractor.extract(part)
            (article.id + article.text + article.title).encode()
            assert article.text.strip() and "\x00" not in article.text, "not clean"
        else:
            part.reason.encode()
            assert part.reason and "\n" not in part.reason, "no reason in a line"
    return time.thread_time() - started
