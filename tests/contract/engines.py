"""How each engine is built over some articles."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from searchapp.article import Article
from searchapp.engine.embedded import EmbeddedEngine
from searchapp.engine.index_writer import Publication, open_writer
from searchapp.search.engine import Engine
from tests.contract.reference import ReferenceEngine

Build = Callable[[Iterable[Article], Path], Engine]


def build_reference(articles: Iterable[Article], folder: Path) -> Engine:
    return ReferenceEngine(articles)


def build_embedded(articles: Iterable[Article], folder: Path) -> Engine:
    publish_changes(folder, added=articles)
    return EmbeddedEngine(folder)


def publish_changes(
    folder: Path, *, added: Iterable[Article] = (), removed: Iterable[str] = ()
) -> None:
    """A new generation on top of the one before, if there is one."""
    folder.mkdir(exist_ok=True)
    with open_writer(folder) as writer:
        for article_id in removed:
            writer.remove(article_id)
        for article in added:
            writer.add(article)
        writer.publish(Publication())


BUILDERS: Mapping[str, Build] = {
    "embedded": build_embedded,
    "reference": build_reference,
}
