"""Persons of an article."""

import pytest

from searchapp.article import FacetValue, Passage, Zone
from searchapp.extract.gazetteer import load_gazetteer
from searchapp.extract.persons import find_persons
from searchapp.extract.places import find_places
from searchapp.extract.tokens import tokenize

# Written for this test, in the manner of machine-translated news pages.
PAGE = """date 2023-03-14 Home page politics

Of: Karin Beispiel

Split

Olaf Scholz and Emmanuel Macron in Tashkent, Uzbekistan, at an earlier meeting. © Piotr Nowak/imago

Scholz wants to speak with Warsaw about gas. All information in the news ticker.

Berlin/Paris – Germany is looking for new suppliers. After Annalena Baerbock travelled to Rabat
before Easter (at the same time as Selenskyj’s visit to the USA), spokesman Steffen Hebestreit
did not comment. NATO Secretary General Stoltenberg was “cautious”. As Macron says, Scholz and
Macron will meet soon. Secretary General Jens Stoltenberg told dpa: “We wait.”
“President Biden was not asked,” Stoltenberg says. Prince Harry and Pope Francis sent greetings.
(as with dpa material)
"""


def persons_of(
    text: str, *passages: Passage, authors: frozenset[str] = frozenset()
) -> tuple[FacetValue, ...]:
    gazetteer = load_gazetteer()
    tokens = tokenize(text)
    places = find_places(tokens, gazetteer)
    return find_persons(text, tokens, places, passages, gazetteer, not_persons=authors)


def names_in(text: str, *passages: Passage) -> list[str]:
    found = sorted(persons_of(text, *passages), key=lambda person: person.mentions[0].start)
    return [person.label for person in found]


def passage(text: str, zone: Zone, piece: str) -> Passage:
    start = text.index(piece)
    return Passage(zone=zone, start=start, end=start + len(piece))


def test_a_whole_page_yields_its_persons_and_nobody_else() -> None:
    text = PAGE
    found = persons_of(
        text,
        passage(text, Zone.DEBRIS, "Split"),
        passage(text, Zone.BYLINE, "Of: Karin Beispiel"),
        passage(text, Zone.AGENCY_NOTE, "(as with dpa material)"),
    )
    assert {person.label for person in found} == {
        "Olaf Scholz",
        "Emmanuel Macron",
        "Annalena Baerbock",
        "Volodymyr Zelensky",
        "Steffen Hebestreit",
        "Jens Stoltenberg",
        "Joe Biden",
        "Prince Harry",
        "Pope Francis",
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Chancellor Olaf Scholz (SPD) met President Emmanuel Macron.",
            ["Olaf Scholz", "Emmanuel Macron"],
            id="titles",
        ),
        pytest.param(
            "Ursula von der Leyen, Narendra Modi and Lee Jae-myung attended.",
            ["Ursula von der Leyen", "Narendra Modi", "Lee Jae-myung"],
            id="particles and hyphens",
        ),
        pytest.param("The exile met Bashar al-Assad.", ["Bashar al-Assad"], id="Arabic article"),
        pytest.param("George W. Bush spoke.", ["George W. Bush"], id="initial"),
        pytest.param("Actor Will Smith and Don Cheadle", ["Will Smith", "Don Cheadle"], id="words"),
        pytest.param(
            "Kremlin spokesman Dmitry Peskov declined.", ["Dmitry Peskov"], id="place before role"
        ),
        pytest.param("Chicago Mayor Brandon Johnson said so.", ["Brandon Johnson"], id="city"),
        pytest.param("Moscow-born Anna Sorokina, 31, won.", ["Anna Sorokina"], id="born"),
        pytest.param("“We wait,” Okonkwo said.", ["Okonkwo"], id="verb of saying"),
        pytest.param("Mrs. Abernethy was glad.", ["Abernethy"], id="honorific"),
        pytest.param(
            "King Charles III thanked Prince Harry.",
            ["King Charles III", "Prince Harry"],
            id="monarchs keep their rank",
        ),
        pytest.param("Chad Smith drums.", ["Chad Smith"], id="first name that is a country"),
        pytest.param(
            "Nguyen Thi Huong, Aung Kyaw Moe and Chinwe Okafor won prizes.",
            ["Nguyen Thi Huong", "Aung Kyaw Moe", "Chinwe Okafor"],
            id="names of the world",
        ),
        pytest.param(
            "Lloyd Austin Says Olaf Scholz Agrees", ["Lloyd Austin", "Olaf Scholz"], id="headline"
        ),
    ],
)
def test_persons_are_found(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Goldman Sachs and Morgan Stanley fell.", id="banks"),
        pytest.param("Smith & Nephew Plc said shares rose.", id="company"),
        pytest.param("Deutsche Bank and the World Bank agreed.", id="bank"),
        pytest.param("NATO and the Kremlin said nothing, Reuters said.", id="one word"),
        pytest.param("He flew from San Diego to Santa Barbara.", id="saints of the map"),
        pytest.param("Merry Christmas and a Happy New Year", id="greetings"),
        pytest.param("The South China Sea and New York", id="places"),
        pytest.param("Photo: Jane Doe", id="credit with label"),
        pytest.param("A street in May. © Jane Doe/imago", id="credit with sign"),
        pytest.param("A street in May. Jane Doe/AFP", id="credit before an agency"),
        pytest.param("Photo by John Smith", id="credit with by"),
        pytest.param("In Westport, Conn. they wait.", id="town and state"),
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    assert names_in(text) == []


def test_short_forms_become_the_full_name_of_the_article() -> None:
    text = "Anna Sorokina spoke. Sorokina left. Mr. Sorokina did not."
    (person,) = persons_of(text)
    assert person.value == "Anna Sorokina"
    assert [text[m.start : m.end] for m in person.mentions] == [
        "Anna Sorokina",
        "Sorokina",
        "Sorokina",
    ]
    assert person.mentions[1].rule == "last name of Anna Sorokina"


def test_the_most_frequent_full_name_gets_the_surname() -> None:
    text = "Hunter Biden waited. Joe Biden spoke. Joe Biden left. Then Biden returned."
    counts = {person.value: len(person.mentions) for person in persons_of(text)}
    assert counts == {"Joe Biden": 3, "Hunter Biden": 1}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Selenskyj said so.", "Volodymyr Zelensky"),
        ("Präsident Wolodymyr Selenskyj kam.", "Volodymyr Zelensky"),
        ("President Erdoğan left.", "Recep Tayyip Erdogan"),
        ("Mr. Smith said so.", "Smith"),
    ],
)
def test_public_figures_get_their_usual_spelling(text: str, name: str) -> None:
    assert names_in(text) == [name]


def test_a_value_is_the_name_as_the_article_spells_it() -> None:
    text = "Präsident Wolodymyr Selenskyj kam. Mr. Selenskyj said so. Zelensky left."
    found = [(person.value, person.label) for person in persons_of(text)]
    assert found == [
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
        ("Zelensky", "Volodymyr Zelensky"),
    ]


@pytest.mark.parametrize("author", ["Wladimir Putin", "Vladimir Putin"])
def test_an_author_is_no_person_under_any_spelling(author: str) -> None:
    assert persons_of("Wladimir Putin spoke.", authors=frozenset({author})) == ()


def test_authors_are_no_persons_of_the_article() -> None:
    text = "Anna Sorokina met Olaf Scholz."
    found = persons_of(text, authors=frozenset({"Anna Sorokina"}))
    assert [person.value for person in found] == ["Olaf Scholz"]


def test_a_mention_says_where_and_why() -> None:
    text = "Headline here\n\nKremlin spokesman Dmitry Peskov declined."
    (person,) = persons_of(text, Passage(zone=Zone.LEDE, start=15, end=len(text)))
    (mention,) = person.mentions
    assert text[mention.start : mention.end] == "Dmitry Peskov"
    assert mention.zone is Zone.LEDE
    assert mention.rule == "role before the name: spokesman"
