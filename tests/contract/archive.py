"""A small archive in which every rule of the search semantics has an article that shows it."""

from searchapp.search.facets import Facet
from searchapp.search.response import SearchResponse
from tests.contract.articles import build_article

STORM = build_article(
    "storm",
    title="Storm hits the coast",
    lede="A storm hit the northern coast on Friday.",
    body=("Trees fell and roofs were lost.", "The storms of last year were worse."),
    caption="Waves at the harbour.",
    byline="By Anna Müller",
    debris="Split Share Tweet",
    day="2022-12-30",
    authors=["Anna Müller"],
    countries=["DE"],
    section="weather",
    agency="dpa",
    source="Morning Herald",
)
TALKS = build_article(
    "talks",
    title="Putin talks to Xi",
    lede="The two presidents spoke by video call about key regional issues.",
    body="Relations are growing, spokesman Dmitry Peskov said. A storm delayed the flights.",
    caption="Xi Jinping waves in Beijing.",
    byline="Of: Andrew Schmid, Anna Müller",
    agency_note="Translated zeppelin by machine",
    day="2022-12-30",
    authors=["Andrew Schmid", "Anna Müller"],
    countries=["RU", "CN"],
    mentioned=["US"],
    persons=["Vladimir Putin", "Xi Jinping", "Dmitry Peskov"],
    section="politics",
    agency="Reuters",
    source="Morning Herald",
)
CAFE = build_article(
    "2022/café & more?.txt",
    title="A café opens in Zürich",
    lede="The naïve chef cooks crème brûlée.",
    body="Guests call it the U.S. embassy of taste. The chef's résumé is long.",
    day="2022-11-05",
    countries=["FR", "DE"],
    persons=["Zoë Dubois"],
    section="Food and drink",
    source="Abendblatt",
)
SPORT = build_article(
    "sport/final",
    title="City wins the final",
    lede="Fans were dancing in the rain.",
    body=("The goal was seen on video.", "Call it luck: the goalkeeper slipped."),
    caption="A dancer in a storm of confetti.",
    day="2021-12-30",
    authors=["Paul de Vries"],
    countries=["GB"],
    persons=["Anna Müller"],
    section="sport",
    agency="dpa",
    source="Evening Post",
)
BRIEF = build_article(
    "brief",
    title="In brief",
    body="Rain again. Nothing else happened to the harbour of the city.",
    day="2021-02-01",
    section="weather",
)
UNDATED = build_article(
    "undated/one",
    title="Recipe of the week",
    body="Stir the rice until it dances. No rain was ever cooked in a café.",
    authors=["Anna Müller"],
    persons=["Xi Jinping"],
    source="Abendblatt",
)
OLD = build_article(
    "..\\old #1%",
    title="Peace for Ukraine",
    lede="Talks began in Geneva.",
    body="Presidents Putin and Xi, who talked for hours, called it a success.",
    day="1999-06-15",
    authors=["Andrew Schmid"],
    countries=["UA", "RU", "CN"],
    persons=["Xi Jinping", "Vladimir Putin"],
    section="politics",
    agency="Reuters",
    source="Evening Post",
)

ARCHIVE = (STORM, TALKS, CAFE, SPORT, BRIEF, UNDATED, OLD)
IDS = {
    "storm": STORM.id,
    "talks": TALKS.id,
    "cafe": CAFE.id,
    "sport": SPORT.id,
    "brief": BRIEF.id,
    "undated": UNDATED.id,
    "old": OLD.id,
}
"""The articles' ids by the short names that the tests' tables use."""

_NAMES = {article_id: name for name, article_id in IDS.items()}


def found(response: SearchResponse) -> str:
    """The short names of the hits, in their order."""
    return " ".join(_NAMES[hit.id] for hit in response.hits)


def found_in_any_order(response: SearchResponse) -> set[str]:
    """The short names of the hits."""
    return {_NAMES[hit.id] for hit in response.hits}


def shown(response: SearchResponse, facet: Facet) -> str:
    """A facet in one line: “Russia 2, +China 1, -France 0”, + selected, - excluded, … for more."""
    result = response.facet(facet)
    signs = [("+" if b.selected else "") + ("-" if b.excluded else "") for b in result.buckets]
    listed = [f"{sign}{b.label} {b.count}" for sign, b in zip(signs, result.buckets, strict=True)]
    return ", ".join([*listed, "…"] if result.more else listed)
