"""The table of facets: what each is called, in code, in URLs and on the page."""

from dataclasses import dataclass
from enum import StrEnum

NONE = "none"
"""The value that stands for articles without one: “No author”, “Undated”."""


class Facet(StrEnum):
    """A facet; the member's value is its name in URLs, queries and JSON."""

    DATE = "date"
    AUTHOR = "author"
    COUNTRY = "country"
    PERSON = "person"
    SECTION = "section"
    AGENCY = "agency"
    SOURCE = "source"

    # Facets are looked up for every value, and the hash of an enumeration is written in Python.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetField:
    """How a facet is shown. `none_label` names the articles without a value."""

    facet: Facet
    label: str
    plural: str
    none_label: str


FACET_FIELDS: dict[Facet, FacetField] = {
    field.facet: field
    for field in (
        FacetField(facet=Facet.DATE, label="Date", plural="Dates", none_label="Undated"),
        FacetField(
            facet=Facet.COUNTRY, label="Country", plural="Countries", none_label="No country"
        ),
        FacetField(facet=Facet.PERSON, label="Person", plural="Persons", none_label="No person"),
        FacetField(facet=Facet.AUTHOR, label="Author", plural="Authors", none_label="No author"),
        FacetField(
            facet=Facet.SECTION, label="Section", plural="Sections", none_label="No section"
        ),
        FacetField(facet=Facet.AGENCY, label="Agency", plural="Agencies", none_label="No agency"),
        FacetField(facet=Facet.SOURCE, label="Source", plural="Sources", none_label="No source"),
    )
}
"""Every facet, in the order in which pages show them."""

VALUE_FACETS: tuple[Facet, ...] = tuple(facet for facet in FACET_FIELDS if facet is not Facet.DATE)
"""The facets whose values are names rather than periods."""

FACET_LIMIT = 10
"""How many values of a facet are listed."""

EXPANDED_FACET_LIMIT = 200
"""How many values of a facet are listed on a page when all of them are asked for."""
