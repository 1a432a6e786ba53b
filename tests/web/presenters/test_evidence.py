"""The evidence panel: the sentence around a mention, the words, the rule."""

from dataclasses import replace
from datetime import date

from searchapp.article import Article, FacetValue, Mention, Passage, Zone
from searchapp.web.presenters.evidence import Place, build_evidence

TEXT = (
    "First sentence. The envoy met Xi Jinping in Beijing! “It was long,” he said. "
    + "word " * 60
    + "Xi again "
    + "word " * 60
)


def article(*mentions: tuple[int, int], about: bool = True) -> Article:
    person = FacetValue(
        value="Xi Jinping",
        label="Xi Jinping",
        about=about,
        mentions=tuple(
            Mention(zone=Zone.BODY, start=start, end=end, rule="title before the name")
            for start, end in mentions
        ),
    )
    return Article(
        id="a",
        path="a",
        text=TEXT,
        sha256="",
        title="",
        passages=(Passage(zone=Zone.BODY, start=0, end=len(TEXT)),),
        persons=(person,),
    )


def places(*mentions: tuple[int, int]) -> list[Place]:
    [_, persons, _, _] = build_evidence(article(*mentions))
    return [*persons.entries[0].first, *persons.entries[0].rest]


def test_the_sentence_around_the_words() -> None:
    start = TEXT.index("Xi Jinping")
    [place] = places((start, start + 10))
    assert (place.before, place.words) == ("The envoy met ", "Xi Jinping")
    assert place.after == " in Beijing! "
    assert place.url == f"#at-{start}"
    assert (place.zone, place.rule) == ("body", "title before the name")


def test_a_sentence_without_end_is_cut_at_words() -> None:
    start = TEXT.index("Xi again")
    [place] = places((start, start + 2))
    assert place.before.startswith("…word ")
    assert place.after.endswith(" word …")
    assert len(place.before) < 160 and len(place.after) < 160


def test_the_first_place_is_shown_and_the_rest_counted() -> None:
    start = TEXT.index("Xi Jinping")
    mentions = [(start, start + 10)] * 4
    [_, persons, _, _] = build_evidence(article(*mentions))
    [entry] = persons.entries
    assert (len(entry.first), len(entry.rest)) == (1, 3)
    assert entry.rest_label == "3 more places"
    assert entry.url == "/search?person=Xi+Jinping"


def test_values_without_mentions_came_with_the_file() -> None:
    [_, persons, _, _] = build_evidence(article())
    assert persons.entries[0].note == "given with the file"


def test_places_that_begin_alike_have_one_id_to_come_back_to() -> None:
    start = TEXT.index("Xi Jinping")
    found = places((start, start + 10), (start, start + 2))
    assert [place.id for place in found] == [f"why-{start}", None]
    assert {place.url for place in found} == {f"#at-{start}"}


def test_a_date_that_the_text_does_not_have_is_said_to_come_from_elsewhere() -> None:
    dated = replace(article(), date=date(2022, 12, 30))
    [*_, day] = build_evidence(dated)
    assert day.entries[0].note.startswith("not from the text")


def test_a_value_that_is_only_mentioned_is_said_to_be() -> None:
    [_, persons, _, _] = build_evidence(article((0, 5), about=False))
    assert persons.entries[0].note == "only mentioned"


def test_groups_without_values_are_named() -> None:
    groups = build_evidence(article())
    assert [(group.label, group.none_label) for group in groups if not group.entries] == [
        ("Countries", "No country"),
        ("Authors", "No author"),
        ("Date", "Undated"),
    ]
