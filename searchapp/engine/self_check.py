"""What a new generation must answer rightly before it is put in use."""

from pathlib import Path

import numpy as np

from searchapp.engine.answering import search_index
from searchapp.engine.storage.analysis import split_words
from searchapp.engine.storage.reader import IndexReader
from searchapp.errors import OperatorError
from searchapp.search.request import SearchRequest

_CANARIES = 3
_WORDS = 5
_CHARACTERS = 200


def check_index(folder: Path, articles: int) -> None:
    """Open a finished index, count it and search in it. Raises OperatorError when it answers wrong.

    The canaries are the first, middle and last article, each looked up by its id and searched for
    by the first words of its title.
    """
    reader = IndexReader(folder)
    total = search_index(reader, SearchRequest()).total
    if not reader.article_count == total == articles:
        raise OperatorError(
            f"The new index finds {total:,} of {articles:,} articles, so it was not put in use. "
            "Run `searchapp reindex --full`."
        )
    living = np.flatnonzero(reader.columns.alive)
    for place in np.linspace(0, articles - 1, min(_CANARIES, articles)).astype(int):
        _check_article(reader, int(living[place]))


def _check_article(reader: IndexReader, document: int) -> None:
    article = reader.stored(document)
    words = " ".join(split_words(article.title)[:_WORDS])[:_CHARACTERS]
    query = f'title:"{words}"' if words else ""
    found = search_index(reader, SearchRequest(query=query))
    if not found.total or reader.article(article.id).id != article.id:
        raise OperatorError(
            f"The new index does not find “{article.title}”, so it was not put in use. "
            "Run `searchapp reindex --full`."
        )
