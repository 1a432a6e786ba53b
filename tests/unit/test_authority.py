"""names.toml: every statement is understood, every mistake is named with its line."""

from collections.abc import Mapping

import pytest

from searchapp.errors import NamesError
from searchapp.reindex.authority import Authority, build_authority
from searchapp.reindex.names_file import parse_names
from searchapp.reindex.naming import Reason, name_values, shown_names
from searchapp.search.facets import Facet


def read(text: str) -> Authority:
    return build_authority(parse_names(text, "names.toml"))


def shown(
    text: str, persons: Mapping[str, int], facet: Facet = Facet.PERSON
) -> dict[str, list[str]]:
    """What is shown in place of each raw name that changes."""
    groups = name_values(read(text), {facet: persons}, lambda *_: 0)
    names = shown_names(groups).get(facet, {})
    return {raw: [value.label for value in values] for raw, values in names.items()}


ALIASES = '[persons.aliases]\n"Anna Berg" = ["A. Berg", "Anna Burg"]\n'
KARPOV = {"Sergej Karpow": 9, "Sergei Karpov": 4}
"""Two spellings that are merged automatically, under the more frequent one."""


@pytest.mark.parametrize(
    ("text", "persons", "expected"),
    [
        pytest.param("", {"Anna Berg": 1}, {}, id="nothing said"),
        pytest.param("", KARPOV, {"Sergei Karpov": ["Sergej Karpow"]}, id="automatic"),
        pytest.param(
            ALIASES,
            {"A. Berg": 9, "Anna Berg": 1, "Anna Burg": 1},
            {"A. Berg": ["Anna Berg"], "Anna Burg": ["Anna Berg"]},
            id="aliases",
        ),
        pytest.param(
            ALIASES,
            {"ANNA BERG": 1, "a berg": 1},
            {"ANNA BERG": ["Anna Berg"], "a berg": ["Anna Berg"]},
            id="case and dots",
        ),
        pytest.param(
            '[persons]\nignore = ["Mother Jones"]',
            {"Mother Jones": 2},
            {"Mother Jones": []},
            id="ignored",
        ),
        pytest.param(
            '[persons.split]\n"A and B" = ["Ann", "Bob"]',
            {"A and B": 2},
            {"A and B": ["Ann", "Bob"]},
            id="split",
        ),
        pytest.param(
            f'{ALIASES}[persons.split]\n"X" = ["A. Berg", "Bob"]',
            {"X": 2},
            {"X": ["Anna Berg", "Bob"]},
            id="split into an alias",
        ),
        pytest.param(
            '[persons]\ndistinct = ["Sergei Karpov"]', KARPOV, {}, id="distinct from the frequent"
        ),
        pytest.param(
            '[persons]\ndistinct = ["Sergej Karpow"]', KARPOV, {}, id="distinct from the rare"
        ),
        pytest.param(
            '[persons.aliases]\n"Sergei Karpov" = ["Sergei Karpov"]',
            KARPOV,
            {"Sergej Karpow": ["Sergei Karpov"]},
            id="identity makes the label",
        ),
        pytest.param(
            '[persons.aliases]\n"Sergei Karpov" = []\n"Sergej Karpow" = []',
            KARPOV,
            {},
            id="two labels stay apart",
        ),
        pytest.param(
            '[persons.aliases]\n"S. K." = ["Sergej Karpow"]',
            KARPOV,
            {"Sergej Karpow": ["S. K."]},
            id="what is taken away takes nothing in",
        ),
        pytest.param(
            '[persons.aliases]\n"Wolodymyr S." = ["Volodymyr Zelensky"]',
            {"Selenskyj": 3, "Volodymyr Zelensky": 1},
            {"Selenskyj": ["Wolodymyr S."], "Volodymyr Zelensky": ["Wolodymyr S."]},
            id="what merges into an alias follows it",
        ),
        pytest.param(
            '[persons]\nignore = ["Volodymyr Zelensky"]',
            {"Selenskyj": 3},
            {"Selenskyj": []},
            id="what merges into an ignored name follows it",
        ),
        pytest.param(
            '[persons]\nignore = ["Mother Jones"]',
            {"Mother Jones": 9, "Jones": 3},
            {"Mother Jones": []},
            id="a surname does not follow an ignored name",
        ),
        pytest.param(
            '[persons]\ndistinct = ["Volodymyr Zelensky"]',
            {"Selenskyj": 3},
            {"Selenskyj": ["Selenskyj"]},
            id="nothing merges into a distinct name",
        ),
        pytest.param(
            '[persons]\ndistinct = ["Selenskyj"]',
            {"Selenskyj": 3, "Zelenskiy": 2},
            {"Selenskyj": ["Selenskyj"], "Zelenskiy": ["Volodymyr Zelensky"]},
            id="a distinct name leaves a public figure",
        ),
        pytest.param(
            '[persons.aliases]\n"Selenskyj" = ["Selenskij"]',
            {"Selenskyj": 3, "Selenskij": 1, "Zelenskiy": 2},
            {
                "Selenskyj": ["Selenskyj"],
                "Selenskij": ["Selenskyj"],
                "Zelenskiy": ["Volodymyr Zelensky"],
            },
            id="a name with aliases leaves a public figure",
        ),
    ],
)
def test_persons_are_shown_as_the_file_says(
    text: str, persons: Mapping[str, int], expected: Mapping[str, list[str]]
) -> None:
    assert shown(text, persons) == expected


def test_authors_are_shown_as_the_file_says() -> None:
    text = '[authors]\nignore = ["Newsroom"]\n[authors.aliases]\n"Ann Lee" = ["A. Lee"]'
    counts = {"Newsroom": 3, "A. Lee": 2, "Bob": 1}
    assert shown(text, counts, Facet.AUTHOR) == {"Newsroom": [], "A. Lee": ["Ann Lee"]}


def test_countries_go_by_name_or_code_and_keep_their_labels() -> None:
    text = '[countries]\nignore = ["ge"]\n[countries.aliases]\nChina = ["Hong Kong", "MO"]'
    groups = name_values(read(text), {Facet.COUNTRY: {"HK": 2, "GE": 1}}, lambda *_: 3)
    names = shown_names(groups)[Facet.COUNTRY]
    assert names["GE"] == ()
    assert [(value.value, value.label) for value in names["HK"]] == [("CN", "China")]
    assert "MO" in names, "a country that is only mentioned is counted nowhere"
    assert "CN" not in names


def test_the_reasons_are_told_apart() -> None:
    text = '[persons]\nignore = ["Bob"]'
    groups = name_values(
        read(text), {Facet.PERSON: {**KARPOV, "Bob": 2}}, lambda _, raw: len(raw) * 10
    )
    assert [(group.reason, group.articles) for group in groups] == [
        (Reason.FILE, 10),
        (Reason.AUTOMATIC, 10),
    ]
    assert [group.renamings[0].raw.label for group in groups] == ["Bob", "Sergei Karpov"]
    assert [group.renamings[0].articles for group in groups] == [2, 4]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("\n[peoples]", 2, "“peoples” is not a table.", id="unknown table"),
        pytest.param("persons = 3", 1, "“persons” must be a table", id="no table"),
        pytest.param(
            '[persons]\n\nignored = ["A"]',
            3,
            "“ignored” means nothing for persons.",
            id="unknown word",
        ),
        pytest.param(
            '[authors]\ndistinct = ["A"]',
            2,
            "Only persons are merged automatically.",
            id="distinct authors",
        ),
        pytest.param(
            '[persons]\nignore = "A"', 2, "“ignore” must be a list of names", id="no list"
        ),
        pytest.param(
            '[persons]\nignore = ["A", 3]', 2, "“ignore” must be a list of names", id="a number"
        ),
        pytest.param(
            '[persons.aliases]\nA = ["B"]\n"C D" = "E"',
            3,
            '“C D” must be a list of names: "C D" = ["…", "…"].',
            id="an alias without its list",
        ),
        pytest.param(
            '[persons]\naliases = ["A"]', 2, "begin it with [persons.aliases]", id="list for table"
        ),
        pytest.param('[persons]\nignore = ["A",\n"  "]', 3, "is no name", id="blank"),
        pytest.param('[persons]\nignore = ["…"]', 2, "“…” has no letters.", id="no letters"),
        pytest.param('[persons]\nignore = ["A" "B"]', 2, "this is not TOML", id="broken"),
        pytest.param('[persons]\nignore = ["A",\n', 3, "this is not TOML", id="cut off"),
        pytest.param(
            '[countries]\nignore = [\n"France",\n"Atlantis"]',
            4,
            "“Atlantis” is no country.",
            id="no country",
        ),
        pytest.param(
            '[countries.split]\n"France" = ["Germany", "Narnia"]',
            2,
            "“Narnia” is no country.",
            id="split into no country",
        ),
        pytest.param(
            '[persons.aliases]\nA = ["X Y"]\n# "X Y"\nB = [\n"C",\n"x-y"]',
            6,
            "“x-y” is an alias of “B” here, and an alias of “A” in line 2. Keep one of the two.",
            id="claimed by two",
        ),
        pytest.param(
            '[persons.aliases]\nA = ["B"]\nB = ["A"]',
            3,
            "“B” is a name with aliases here, and an alias of “A” in line 2. Aliases do not lead",
            id="circle",
        ),
        pytest.param(
            '[persons.aliases]\nA = ["B"]\nC = ["A"]',
            3,
            "“A” is an alias of “C” here, and a name with aliases in line 2. Aliases do not lead",
            id="chain",
        ),
        pytest.param(
            '[persons]\nignore = ["A"]\n[persons.aliases]\nB = ["A"]',
            4,
            "“A” is an alias of “B” here, and ignored in line 2.",
            id="ignored alias",
        ),
        pytest.param(
            '[persons]\nignore = ["A"]\ndistinct = ["A"]',
            3,
            "“A” is distinct here, and ignored in line 2.",
            id="ignored and distinct",
        ),
        pytest.param(
            '[persons.split]\n"A" = ["B"]', 2, "is split into fewer than two", id="split in one"
        ),
        pytest.param(
            '[persons.split]\n"A" = ["B", "C"]\n"B" = ["A", "D"]',
            2,
            "“B” is a part of “A” here, and split in line 3.",
            id="split in a circle",
        ),
        pytest.param(
            '[persons]\nignore = ["B"]\n[persons.split]\n"A" = ["B", "C"]',
            4,
            "“B” is a part of “A” here, and ignored in line 2.",
            id="split into an ignored name",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(NamesError) as failure:
        read(text)
    assert str(failure.value).startswith(f"names.toml, line {line}: ")
    assert words in str(failure.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('persons.aliases."A" = ["X"]\n', id="dotted"),
        pytest.param('[persons]\naliases = { A = ["X"] }\n', id="inline"),
        pytest.param("[persons.aliases]\n'A' = ['''X''']\n", id="other quotes"),
        pytest.param('[ persons . aliases ] # note\n"\\u0041" = ["\\u0058"]\n', id="escapes"),
    ],
)
def test_every_way_of_writing_toml_is_read(text: str) -> None:
    assert shown(text, {"X": 1}) == {"X": ["A"]}


def test_a_mistake_across_two_files_names_both() -> None:
    one = parse_names('[persons.aliases]\nA = ["X"]', "one/names.toml")
    two = parse_names('[persons.aliases]\nB = ["X"]', "two/names.toml")
    with pytest.raises(NamesError, match=r"two/names.toml, line 2: .* in one/names.toml, line 2"):
        build_authority([*one, *two])


def test_two_files_may_add_to_one_name() -> None:
    one = parse_names('[persons.aliases]\nA = ["X"]', "one/names.toml")
    two = parse_names('[persons.aliases]\nA = ["Y"]', "two/names.toml")
    names = build_authority([*one, *two]).of(Facet.PERSON)
    assert names.find("X") == names.find("Y") == ("A",)
