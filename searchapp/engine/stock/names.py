"""The names of the fields as stock Whoosh sees them."""

from typing import Final

from searchapp.engine.storage.schema import CODE_FIELDS, EXACT_FIELDS, STEM_FIELDS
from searchapp.search.facets import Facet

ID: Final = "id"
DATE: Final = Facet.DATE.value

ARTICLE: Final = "article"
"""The stored field that has the whole article."""

STORED_FIELDS: Final = (*STEM_FIELDS, *EXACT_FIELDS, *CODE_FIELDS)
"""The fields whose postings are in a segment."""
