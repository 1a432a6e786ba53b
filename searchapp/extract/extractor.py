"""From a raw article to an article: the one way through all rules of extraction."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from searchapp.article import Article, FacetValue, Mention, Passage, RawArticle
from searchapp.extract.agencies import (
    AgencyNote,
    agency_label,
    dateline_agency,
    field_agency,
    find_agency_note,
    may_name_source,
    source_agency,
)
from searchapp.extract.byline import Byline, find_byline
from searchapp.extract.countries import find_countries
from searchapp.extract.datefields import parse_given_date
from searchapp.extract.dates import FoundDate, find_date, find_date_in_path
from searchapp.extract.gazetteer import Gazetteer, load_gazetteer
from searchapp.extract.given import (
    clean_text,
    read_given_authors,
    read_given_countries,
    read_given_persons,
    read_given_section,
)
from searchapp.extract.headline import Headline, find_headline
from searchapp.extract.language import find_language
from searchapp.extract.layout import Layout, build_layout
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.section import find_section
from searchapp.extract.tokens import tokenize
from searchapp.extract.unwrap import unwrap
from searchapp.extract.zones import find_passages, zone_at

EXTRACTION_VERSION = 4
"""Grows whenever the same text gives other values: every article is then extracted anew."""

_SEARCHED = 60


class CountryEvidence(StrEnum):
    """Which countries become values of the facet."""

    ABOUT = "about"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractOptions:
    """What a person can decide about extraction.

    `dayfirst` reads 01/02/2023 as 1 February. Dates in the text later than `today` are not taken;
    None takes them. With `CountryEvidence.MENTIONED` every mentioned country counts as “about”.
    """

    dayfirst: bool = True
    today: date | None = None
    evidence: CountryEvidence = CountryEvidence.ABOUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """Finds title, date, section, authors, agency, countries and persons of an article.

    Pure: the same raw article and options give the same article. Safe to share between threads
    and to hand to worker processes, which load the gazetteer themselves.
    """

    options: ExtractOptions

    def extract(self, raw: RawArticle) -> Article:
        """The article with everything that was given and found; what is given wins."""
        options, given = self.options, raw.given
        gazetteer = load_gazetteer()
        text = unwrap(raw.text)
        hint = find_date_in_path(given.url or "") or find_date_in_path(raw.path)
        layout = build_layout(text, dayfirst=options.dayfirst, hint=hint)
        headline = find_headline(layout, given=given.title, path=raw.path, gazetteer=gazetteer)
        note = find_agency_note(text)
        found = find_date(layout, headline=headline.place, today=options.today, hint=hint)
        byline = find_byline(
            layout,
            headline=headline.place,
            dateline=found.place,
            note=note,
            gazetteer=gazetteer,
        )
        passages = _build_passages(layout, headline, byline, note)
        authors, given_agency = read_given_authors(given.authors, gazetteer)
        authors = authors or byline.authors
        day, date_mentions = _choose_day(raw, found, hint, passages, options)
        countries, persons = _find_named(text, passages, authors, byline, gazetteer)
        return Article(
            id=raw.id,
            path=raw.path,
            text=raw.text,
            sha256=raw.sha256,
            title=headline.title,
            passages=passages,
            date=day,
            date_mentions=date_mentions,
            section=read_given_section(given.section)
            or find_section(layout, headline=headline.title),
            agency=_find_agency(raw, given_agency, byline, note, layout),
            source=clean_text(given.source),
            url=clean_text(given.url),
            language=find_language(text),
            authors=authors,
            countries=self._weigh(read_given_countries(given.countries) or countries),
            persons=read_given_persons(given.persons) or persons,
        )

    def _weigh(self, countries: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
        if self.options.evidence is CountryEvidence.ABOUT:
            return countries
        return tuple(replace(country, about=True) for country in countries)


def build_extractor(options: ExtractOptions) -> Extractor:
    """An extractor with its gazetteer loaded, so that the first article takes no longer."""
    load_gazetteer()
    return Extractor(options=options)


def _build_passages(
    layout: Layout, headline: Headline, byline: Byline, note: AgencyNote | None
) -> tuple[Passage, ...]:
    return find_passages(
        layout,
        headline=(headline.start, headline.end) if headline.place is not None else None,
        byline=byline.spans,
        note=(note.start, note.end) if note else None,
    )


def _choose_day(
    raw: RawArticle,
    found: FoundDate,
    hint: date | None,
    passages: tuple[Passage, ...],
    options: ExtractOptions,
) -> tuple[date | None, tuple[Mention, ...]]:
    """The day that is given, else found in the text, else in the address or the path."""
    given = raw.given.date and parse_given_date(raw.given.date, dayfirst=options.dayfirst)
    if given:
        return given, ()
    if found.day:
        zone = zone_at(passages, found.start)
        mention = Mention(zone=zone, start=found.start, end=found.end, rule=found.rule)
        return found.day, (mention,)
    if hint and (options.today is None or hint <= options.today):
        return hint, ()
    return None, ()


def _find_agency(
    raw: RawArticle,
    given: str | None,
    byline: Byline,
    note: AgencyNote | None,
    layout: Layout,
) -> str | None:
    written = clean_text(raw.given.agency)
    if written:
        return agency_label(written) or written
    found = given or byline.agency or (note and note.agency)
    if found:
        return found
    openings = [line.text for line in layout.lines[:_SEARCHED] if line.prose]
    dated = [layout.lines[place].text for place in layout.metadata if place < _SEARCHED]
    last = layout.lines[-_SEARCHED:]
    closings = [line.text for line in last if may_name_source(line.text, line.opening)]
    named = chain(
        map(dateline_agency, openings), map(field_agency, dated), map(source_agency, closings)
    )
    return next(filter(None, named), None)


def _find_named(
    text: str,
    passages: tuple[Passage, ...],
    authors: tuple[FacetValue, ...],
    byline: Byline,
    gazetteer: Gazetteer,
) -> tuple[tuple[FacetValue, ...], tuple[FacetValue, ...]]:
    tokens = tokenize(text)
    places = find_places(tokens, gazetteer)
    people = {*(author.label for author in authors), *(author.label for author in byline.authors)}
    persons = find_persons(text, tokens, places, passages, gazetteer, not_persons=frozenset(people))
    countries = find_countries(text, tokens, places, persons, passages)
    return countries, persons
