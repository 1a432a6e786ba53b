"""Authors are found by a cue or beside the headline, and what only looks like a byline is not."""

import pytest

from searchapp.article import Zone
from searchapp.extract.agencies import find_agency_note
from searchapp.extract.byline import Byline, find_byline
from searchapp.extract.dates import find_date
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.headline import find_headline
from searchapp.extract.layout import build_layout

PROSE = "The council of Valmere decided on Friday that the old lighthouse may stay where it is."
HEADLINE = "Old lighthouse of Valmere may stay"


def find(text: str) -> Byline:
    layout = build_layout(text, dayfirst=True)
    headline = find_headline(layout, given=None, path="a.txt", gazetteer=load_gazetteer()).place
    return find_byline(
        layout,
        headline=headline,
        dateline=find_date(layout, headline=headline, today=None).place,
        note=find_agency_note(text),
        gazetteer=load_gazetteer(),
    )


def authors(text: str) -> list[str]:
    return [author.label for author in find(text).authors]


def article(byline: str) -> str:
    return f"date 2022-12-30 Home page\n\n{byline}\n\n{PROSE}\n\n{PROSE}"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Of: Andrew Miller", ["Andrew Miller"]),
        ("By JOHN SMITH and Jane Doe", ["John Smith", "Jane Doe"]),
        ("Von: Anna Müller, Jörg Schmidt", ["Anna Müller", "Jörg Schmidt"]),
        ("VON ANNA MÜLLER", ["Anna Müller"]),
        ("Par Jean-Luc Dupont avec AFP", ["Jean-Luc Dupont"]),
        ("Por María José García López", ["María José García López"]),
        ("Di Paolo Rossi", ["Paolo Rossi"]),
        ("Door Jan de Vries", ["Jan de Vries"]),
        ("From: Stefan Krieger, Peter Maier", ["Stefan Krieger", "Peter Maier"]),
        ("Author: Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Authors: A. B. Smith; C. O'Neill", ["A. B. Smith", "C. O'Neill"]),
        ("By Steve Holland, White House Correspondent", ["Steve Holland"]),
        ("By Ludwig van Beethoven | 12 May 2022 | 3 min read", ["Ludwig van Beethoven"]),
        ("By Steve Holland in Washington", ["Steve Holland"]),
        ("By Jane Doe for the Valmere Post", ["Jane Doe"]),
        ("Posted on September 21, 2020 by Adam Miller", ["Adam Miller"]),
        ("Veröffentlicht am 13. März 2019 von Michael Weber", ["Michael Weber"]),
        ("Ein Artikel von Miriam Weber, veröffentlicht am 23.01.2020", ["Miriam Weber"]),
        ("VonChris Jung", ["Chris Jung"]),
        ("From our correspondent Grace Miller", ["Grace Miller"]),
        ("By\nSarah Young", ["Sarah Young"]),
        ("By\nSarah Young\nand\nTom Miller", ["Sarah Young", "Tom Miller"]),
        ("28 February 2019 · by marc · Leave a comment", ["marc"]),
        ("By Edith M. Lederer, Associated Press", ["Edith M. Lederer"]),
    ],
)
def test_a_byline_with_a_cue_is_read(line: str, names: list[str]) -> None:
    assert authors(article(line)) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Reuters Staff",
        "By the time he left, all was over.",
        "Of the 27 states, Germany paid most.",
        "Por favor, no.",
        "From Berlin, he travelled to Paris.",
        "By Friday Putin had left",
        "By Friday Putin",
        "From: Berlin",
        "From: New York",
        "Di seguito le notizie",
        "Par exemple",
        "By Sunday Morning Herald",
        "Of course",
        "By: Staff",
        "Von der Leyen fährt nach Kyjiw",
        "From our editorial team",
        "Photo: Jane Doe",
        "Lighthouse in May. © Jane Doe/dpa",
    ],
)
def test_what_only_looks_like_a_byline_is_none(line: str) -> None:
    assert authors(article(line)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(f"{HEADLINE}\n\nAndrew Miller\n\n{PROSE}", ["Andrew Miller"], id="below"),
        pytest.param(f"ANNA MILLER, Lisbon\n\n{HEADLINE}\n\n{PROSE}", ["Anna Miller"], id="above"),
        pytest.param(
            f"{HEADLINE}\n\nAnna Müller und Peter Weber\n3. Mai 2021\n\n{PROSE}",
            ["Anna Müller", "Peter Weber"],
            id="two, by the date",
        ),
        pytest.param(
            f"{HEADLINE}\n\n3 May 2021 | Andrew Miller | Comments\n\n{PROSE}",
            ["Andrew Miller"],
            id="on the line of the date",
        ),
        pytest.param(f"{HEADLINE}\n\nClimate Change\n\n{PROSE}", [], id="a section"),
        pytest.param(f"{HEADLINE}\n\nAP Photo/Andrew Miller\n\n{PROSE}", [], id="a photographer"),
        pytest.param(
            f"{HEADLINE}\n\nLM\nLuana Miller\nAW\nAnna Weber\n3. Mai 2021\n\n{PROSE}",
            ["Luana Miller", "Anna Weber"],
            id="one above the other, with initials",
        ),
        pytest.param(
            f"{HEADLINE}\n\n3. Mai 2021 | 13:10 Uhr | Anna Weber\n\n{PROSE}",
            ["Anna Weber"],
            id="after the time of day",
        ),
        pytest.param(
            f"{HEADLINE}\n\n{PROSE}\n\n{PROSE}\n\n3 Comments\n\nAnna Weber\n3 May 2021\nYes!",
            [],
            id="a reader",
        ),
        pytest.param(f"Andrew Miller\n\n{PROSE}\n\nAndrew Miller\n\n{PROSE}", [], id="the subject"),
    ],
)
def test_a_bare_name_beside_the_headline_is_the_author(text: str, names: list[str]) -> None:
    assert authors(text) == names


TEASER = "Harbour gets a new crane"


@pytest.mark.parametrize(
    ("ending", "names"),
    [
        pytest.param("Gepostet von Anna Weber", ["Anna Weber"], id="posted by"),
        pytest.param("View all posts by Anna Weber", ["Anna Weber"], id="all posts"),
        pytest.param("Posted by Anna Weber, Harbour Watch", ["Anna Weber"], id="with who she is"),
        pytest.param("About the author\n\nAnna Weber", ["Anna Weber"], id="about the author"),
        pytest.param("Anna Weber\nEmail Anna Weber", ["Anna Weber"], id="mail the author"),
        pytest.param("Von Anna Weber", ["Anna Weber"], id="signed"),
        pytest.param(
            f"Von Anna Weber\n\n{TEASER}\n\n{PROSE}\n\nVon Tom Miller", [], id="two teasers"
        ),
        pytest.param("Seiten: 400\nAutorin: Anna Weber\nVerlag: Quay", [], id="a book’s author"),
    ],
)
def test_an_article_can_be_signed_below_its_text(ending: str, names: list[str]) -> None:
    text = "\n\n".join([HEADLINE, *[PROSE] * 20, ending])
    assert authors(text) == names


def test_the_closing_note_names_the_reporters_of_an_article_without_byline() -> None:
    text = f"{HEADLINE}\n\n{PROSE} (Reporting by Adam Miller; Editing by Max Young)"
    (author,) = find(text).authors
    assert author.label == "Adam Miller"
    assert author.mentions[0].zone is Zone.AGENCY_NOTE


def test_an_author_keeps_the_evidence() -> None:
    text = article("Of: Andrew Miller")
    (author,) = find(text).authors
    (mention,) = author.mentions
    assert author.value == author.label
    assert text[mention.start : mention.end] == "Andrew Miller"
    assert mention.zone is Zone.BYLINE
    assert mention.rule == "byline cue “Of:”"


def test_an_agency_in_the_byline_is_no_author() -> None:
    byline = find(article("By Jane Doe, Reuters"))
    assert (byline.agency, [author.label for author in byline.authors]) == ("Reuters", ["Jane Doe"])
