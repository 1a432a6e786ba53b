"""From raw text to facets: pure functions without input or output."""

from searchapp.extract.extractor import (
    EXTRACTION_VERSION,
    CountryEvidence,
    ExtractOptions,
    Extractor,
    build_extractor,
)

__all__ = [
    "EXTRACTION_VERSION",
    "CountryEvidence",
    "ExtractOptions",
    "Extractor",
    "build_extractor",
]
