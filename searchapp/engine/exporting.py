"""All articles of a result in its order, read from one generation as they are taken."""

from searchapp.engine.answering import find_results
from searchapp.engine.evaluation.ranking import sort_keys
from searchapp.engine.facets.filtering import resolve_request
from searchapp.engine.storage.arrays import Ints
from searchapp.engine.storage.reader import IndexReader
from searchapp.search.export import Export, ExportedArticle
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest


def export(reader: IndexReader, request: SearchRequest) -> Export:
    """All articles of a result. Raises UserError, at once, for a request beyond the limits."""
    request = resolve_request(reader, request).with_page(1)
    documents = _in_order(reader, request)
    articles = (_article(reader, document) for document in map(int, documents))
    return Export(request=request, total=len(documents), articles=articles)


def _in_order(reader: IndexReader, request: SearchRequest) -> Ints:
    found = find_results(reader, request)
    keys = sort_keys(reader.columns, found.documents, found.scores, request.order)
    return found.documents.take((-keys).argsort())


def _article(reader: IndexReader, document: int) -> ExportedArticle:
    article = reader.stored(document, evidence=False)
    return ExportedArticle(
        id=article.id,
        title=article.title,
        path=article.path,
        date=article.date,
        authors=reader.values(Facet.AUTHOR, document),
        countries=reader.values(Facet.COUNTRY, document),
        persons=reader.values(Facet.PERSON, document),
        section=article.section,
        agency=article.agency,
        source=article.source,
        url=article.url,
    )
