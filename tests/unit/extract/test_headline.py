"""The title is the headline of the text, wherever it stands, and never empty."""

import pytest

from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.headline import Headline, find_headline
from searchapp.extract.layout import build_layout

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."
MORE = "Engineers had asked for a wider entrance, but nobody could say who would pay for it."


def find(text: str, *, given: str | None = None, path: str = "news/a.txt") -> Headline:
    return find_headline(
        build_layout(text, dayfirst=True), given=given, path=path, gazetteer=load_gazetteer()
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"Old lighthouse of Valmere may stay\n\nBy Ada Quill\n\n{PROSE}\n\n{MORE}",
            "Old lighthouse of Valmere may stay",
            id="first line",
        ),
        pytest.param(
            f"3 May 2021\n\nBy Ada Quill\n\nOld lighthouse of Valmere may stay\n\n{PROSE}",
            "Old lighthouse of Valmere may stay",
            id="below date and byline",
        ),
        pytest.param(
            f"ADA MARIA MILLER, Lisbon\n\nOld lighthouse of Valmere may stay put\n\n{PROSE}",
            "Old lighthouse of Valmere may stay put",
            id="below a bare byline",
        ),
        pytest.param(
            f"date 2021-05-03 Home page politics\n\nOf: Ada Quill\n\nShare\n\n"
            f"The lighthouse in May. © Tom Reyes/imago\n\n{PROSE}\n\n{MORE}\n\n"
            f"Council keeps the lighthouse: “A sign of hope”\n\n{MORE}\n\n"
            f"Engineers see a danger for ships\n\n{PROSE}",
            "Council keeps the lighthouse: “A sign of hope”",
            id="below caption and first paragraphs",
        ),
        pytest.param(
            "Old lighthouse of Valmere may stay – The Valmere Post\nSkip to content\nMenu\nHome\n"
            f"Politics\nOld lighthouse of Valmere may stay\n3 May 2021\n{PROSE}\n{MORE}",
            "Old lighthouse of Valmere may stay",
            id="repeats the title of the page",
        ),
        pytest.param(
            f"SAILING - VALMERE WIN LIGHTHOUSE CUP.\n\n{PROSE}\n{MORE}",
            "SAILING - VALMERE WIN LIGHTHOUSE CUP.",
            id="capitals with a full stop",
        ),
        pytest.param(
            f"# Old lighthouse of Valmere may stay\n\n{PROSE}",
            "Old lighthouse of Valmere may stay",
            id="marked as a heading",
        ),
        pytest.param(
            f"Will the old lighthouse of Valmere stay?\n{PROSE}",
            "Will the old lighthouse of Valmere stay?",
            id="a question",
        ),
        pytest.param(f"{PROSE} {MORE}", PROSE, id="no headline: the first sentence"),
        pytest.param("Lighthouse", "Lighthouse", id="a single word"),
    ],
)
def test_the_headline_is_found(text: str, title: str) -> None:
    assert find(text).title == title


def test_a_headline_knows_where_it_stands() -> None:
    text = f"3 May 2021\n\n## Old lighthouse of Valmere may stay\n\n{PROSE}"
    headline = find(text)
    assert text[headline.start : headline.end] == "Old lighthouse of Valmere may stay"
    assert headline.place == 1


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    title = find("lantern " * 400).title
    assert len(title) <= 101
    assert title.endswith("lantern…")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("2019/2019-08-02-harbour_council-meets.txt", "Harbour council meets"),
        ("2019-08-02.txt", "2019-08-02"),
        ("archive.zip/a.json", "A"),
        ("", "Untitled"),
    ],
)
def test_an_empty_text_is_called_after_its_file(path: str, title: str) -> None:
    assert find("", path=path).title == title


def test_a_given_title_wins_and_is_located() -> None:
    text = f"A kicker that has five words\n\nOld Lighthouse may stay\n\n{PROSE}"
    headline = find(text, given=" Old  lighthouse may stay ")
    assert headline.title == "Old lighthouse may stay"
    assert text[headline.start : headline.end] == "Old Lighthouse may stay"


def test_a_given_title_that_is_not_in_the_text_stands_nowhere() -> None:
    assert find(PROSE, given="Something else").place is None
