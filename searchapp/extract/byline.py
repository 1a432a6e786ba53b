"""Finding who wrote an article: the line that speaks most for itself, or a closing note."""

from collections.abc import Sequence

from searchapp.article import Zone
from searchapp.extract.agencies import AgencyNote
from searchapp.extract.authornames import is_plausible
from searchapp.extract.authors import read_names
from searchapp.extract.bylinefacts import BylineCandidate, find_byline_candidates
from searchapp.extract.bylinereader import Byline, build_author
from searchapp.extract.bylineweights import BYLINE_WEIGHTS
from searchapp.extract.choice import shares, weigh
from searchapp.extract.gazetteer import Gazetteer
from searchapp.extract.layout import Layout

__all__ = ["Byline", "find_byline"]

_ENOUGH = 0.55
"""The share of the evidence that the best byline needs: below it, it is wrong too often."""


def find_byline(
    layout: Layout,
    *,
    headline: int | None,
    dateline: int | None,
    note: AgencyNote | None,
    gazetteer: Gazetteer,
) -> Byline:
    """The authors and the agency that an article names.

    `headline` and `dateline` are the places of the lines that hold them. The authors with most in
    their favour are taken if that is enough, see `bylineweights`; else the reporters of the closing
    note; else the agency that a byline without authors names.
    """
    candidates = find_byline_candidates(
        layout, headline=layout.anchor(headline), dateline=dateline, gazetteer=gazetteer
    )
    return (
        _best([candidate for candidate in candidates if candidate.names])
        or _reporters(layout, note, gazetteer)
        or next((found.byline for found in candidates if not found.names), Byline())
    )


def _best(candidates: Sequence[BylineCandidate]) -> Byline | None:
    if not candidates:
        return None
    scored = [(found, weigh(found.facts, BYLINE_WEIGHTS)) for found in candidates]
    share = shares((found.names, score) for found, score in scored)
    best, _ = max(scored, key=lambda pair: (share[pair[0].names], pair[1]))
    return best.byline if share[best.names] >= _ENOUGH else None


def _reporters(layout: Layout, note: AgencyNote | None, gazetteer: Gazetteer) -> Byline | None:
    """The reporters of a closing note: “(Reporting by Jane Doe; Editing by …)”."""
    if not note or not note.reporters:
        return None

    def accept(name: str) -> bool:
        return " " in name and is_plausible(name, gazetteer)

    start = note.reporters_start
    end = start + len(note.reporters)
    found = read_names(layout.text, start, end, accept=accept, gazetteer=gazetteer)
    rule = "closing note “Reporting by”"
    authors = tuple(build_author(name, Zone.AGENCY_NOTE, rule) for name in found.authors)
    return Byline(authors, found.agency) if authors else None
