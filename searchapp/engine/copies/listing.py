"""The copies of one article, with how much of it they have."""

from searchapp.article import Article
from searchapp.engine.copies.folding import documents_of_copies
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.comparison import likeness, running_text
from searchapp.search.copies import Copies, Copy


def list_copies(reader: IndexReader, article_id: str, limit: int) -> Copies:
    """The copies of an article; the newest `limit` of them are compared with it and listed.

    Raises ArticleNotFound.
    """
    document = reader.document(article_id)
    documents = documents_of_copies(reader.columns, document)
    others = documents[documents != document]
    if not len(others):
        return Copies()
    article = reader.stored(document, evidence=False)
    newest = others[reader.columns.newest_ranks.take(others).argsort()][:limit].tolist()
    copies = [_build_copy(article, reader.stored(other, evidence=False)) for other in newest]
    copies.sort(key=lambda copy: -copy.likeness)
    return Copies(total=len(others), listed=tuple(copies))


def _build_copy(article: Article, other: Article) -> Copy:
    return Copy(
        id=other.id,
        title=other.title,
        likeness=likeness(running_text(article), running_text(other)),
        date=other.date,
        section=other.section,
        source=other.source,
    )
