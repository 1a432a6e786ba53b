"""Every word of a text stands in exactly one zone, and in the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Zone
from searchapp.extract.layout import build_layout
from searchapp.extract.zones import find_passages, zone_at

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."
MORE = "Engineers had asked for a wider entrance, but nobody could say who would pay for it."


def zones(text: str) -> list[tuple[Zone, str]]:
    passages = find_passages(build_layout(text, dayfirst=True), headline=None)
    return [(passage.zone, text[passage.start : passage.end]) for passage in passages]


def zone_of(line: str) -> Zone:
    text = f"{PROSE}\n\n{MORE}\n\n{line}\n\n{MORE}"
    layout = build_layout(text, dayfirst=True)
    return zone_at(find_passages(layout, headline=None), text.index(line))


@pytest.mark.parametrize(
    "line",
    [
        "The lighthouse of Valmere in May. © Tom Reyes/imago",
        "Ada Quill at the harbour. Photo: Tom Reyes",
        "Foto: Tom Reyes/dpa",
        "Der Leuchtturm von Valmere. (Foto: dpa)",
        "Ada Quill opens the lighthouse (Photo by Tom Reyes)",
        "The lighthouse in the evening. Tom Reyes / AFP",
        "Tom Reyes via Getty Images",
        "Image: AP Photo/Tom Reyes",
    ],
)
def test_a_line_with_a_credit_is_a_caption(line: str) -> None:
    assert zone_of(line) is Zone.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "Split",
        "Share",
        "Tweet",
        "Facebook Twitter Print",
        "Log in",
        "Leave a comment",
        "3 Comments",
        "Skip to content",
        "View photo gallery",
        "How Valmere became the town of seven lighthouses View photo gallery",
        "Read also: Why the harbour is too small",
        "Lesen Sie auch: Warum der Hafen zu klein ist",
        "Lire aussi : Pourquoi le port est trop petit",
        "This website uses cookies. Please accept all cookies to continue.",
        "Sign up for our daily newsletter and get the news into your inbox",
        "© 2022 The Valmere Post. All rights reserved.",
    ],
)
def test_what_a_page_leaves_behind_is_debris(line: str) -> None:
    assert zone_of(line) is Zone.DEBRIS


@pytest.mark.parametrize(
    "line",
    [
        "Engineers see a danger for ships",
        "Analysis",
        "“We share the harbour,” said Ada Quill.",
        "He wrote a book about cookies and shared it with everybody in the town.",
        "Bilbao 3, Valmere 2 (1:1)",
        "Split is a city on the coast, and its harbour is older than that of Valmere.",
    ],
)
def test_what_belongs_to_the_article_stays_in_the_body(line: str) -> None:
    assert zone_of(line) is Zone.BODY


def test_a_run_of_labels_before_the_article_is_a_menu() -> None:
    found = zones(f"Home\nPolitics\nSport\nCulture\nWeather\n\n{PROSE}\n\n{MORE}")
    assert found[0] == (Zone.DEBRIS, "Home\nPolitics\nSport\nCulture\nWeather")
    assert [zone for zone, _ in found[1:]] == [Zone.LEDE, Zone.BODY]


def test_a_text_of_nothing_but_short_lines_keeps_them() -> None:
    found = zones("Bilbao\nValmere\nLeeds\nPorto\nGhent")
    assert [zone for zone, _ in found] == [Zone.BODY]


def test_the_line_of_date_and_section_is_debris() -> None:
    assert zones(f"date 2022-12-30 Home page politics\n\n{PROSE}")[0][0] is Zone.DEBRIS


def test_the_first_paragraph_is_the_lede() -> None:
    assert (Zone.LEDE, PROSE) in zones(f"{PROSE}\n\n{MORE}")


def test_the_lede_of_a_text_without_paragraphs_ends_with_a_sentence() -> None:
    (zone, lede), (rest, _) = zones(" ".join([PROSE, MORE] * 20))
    assert (zone, rest) == (Zone.LEDE, Zone.BODY)
    assert 200 <= len(lede) <= 700
    assert lede.endswith(".")


def test_found_spans_take_their_place_out_of_the_lines() -> None:
    text = f"Ada Quill\n{PROSE} (dpa)"
    note = len(text) - 5, len(text)
    passages = find_passages(
        build_layout(text, dayfirst=True), headline=None, byline=((0, 9),), note=note
    )
    assert [(passage.zone, text[passage.start : passage.end]) for passage in passages] == [
        (Zone.BYLINE, "Ada Quill"),
        (Zone.LEDE, PROSE),
        (Zone.AGENCY_NOTE, "(dpa)"),
    ]


LINES = st.sampled_from(
    ["", " ", "Share", "Home", "Split", PROSE, MORE, "By Ada Quill", "3 May 2021", "Photo: Tom/dpa"]
)


@given(
    st.one_of(st.text(max_size=200), st.lists(LINES, max_size=20).map("\n".join)),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=3),
)
def test_passages_hold_every_visible_character_once_and_in_order(
    text: str, spans: list[tuple[int, int]]
) -> None:
    byline = tuple(
        (start, start + length) for start, length in spans if start + length <= len(text)
    )
    passages = find_passages(build_layout(text, dayfirst=True), headline=None, byline=byline)
    ends = [0, *(passage.end for passage in passages)]
    assert all(end <= passage.start for end, passage in zip(ends, passages, strict=False))
    outside = "".join(
        text[end : passage.start] for end, passage in zip(ends, passages, strict=False)
    )
    assert not (outside + text[ends[-1] :]).strip()
