"""Addresses of the pages about the whole archive: a page for each facet and each value."""

from urllib.parse import quote, urlencode

from searchapp.search.facets import FACET_FIELDS, VALUE_FACETS, Facet

FACET_PATHS: dict[str, Facet] = {
    FACET_FIELDS[facet].plural.lower(): facet for facet in VALUE_FACETS
}
"""The facets by the word that their pages' addresses begin with."""

_PATH_OF = {facet: f"/{word}" for word, facet in FACET_PATHS.items()}


def list_url(facet: Facet, **args: str) -> str:
    """The address of a facet's list of values; empty arguments are left out."""
    given = urlencode({name: text for name, text in args.items() if text})
    return f"{_PATH_OF[facet]}?{given}" if given else _PATH_OF[facet]


def value_url(facet: Facet, value: str) -> str:
    """The address of a value's page: a path where it survives as one, a parameter otherwise."""
    # Browsers and proxies fold ".", ".." and empty parts away, and some refuse control characters.
    plain = all(part not in ("", ".", "..") for part in value.split("/")) and value.isprintable()
    if plain and "\\" not in value:
        return f"{_PATH_OF[facet]}/{quote(value)}"
    return list_url(facet, value=value)
