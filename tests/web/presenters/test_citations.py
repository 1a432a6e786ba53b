"""References in BibTeX, RIS and plain words: right, whole and escaped."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.article import Article, FacetValue
from searchapp.web.presenters.citations import build_citation

ARTICLE = Article(
    id="2022/a.txt",
    path="2022/a.txt",
    text="",
    sha256="",
    title="Putin talks to Xi",
    passages=(),
    date=date(2022, 12, 30),
    agency="dpa",
    source="Morning Herald",
    url="https://example.org/a%20b?x={1}&y=2",
    language="en",
    authors=(FacetValue(value="a", label="Andrew Schmid"), FacetValue(value="b", label="Zoë Li")),
)


def by(*names: str) -> Article:
    return replace(ARTICLE, authors=tuple(FacetValue(value=name, label=name) for name in names))


def bibtex_fields(entry: str) -> dict[str, str]:
    """The fields of an entry, read as BibTeX reads them: by counting braces."""
    head = re.match(r"@article\{([a-z0-9-]+),\n", entry)
    assert head and entry.endswith("}\n")
    fields, at = {"key": head[1]}, head.end()
    while entry[at] != "}":
        name = re.compile(r"  ([a-z]+) = ").match(entry, at)
        assert name, entry[at:]
        at = end = name.end()
        depth = 0
        while depth or entry[end] != ",":
            depth += {"{": 1, "}": -1}.get(entry[end], 0)
            end += 1
        fields[name[1]] = entry[at:end].removeprefix("{").removesuffix("}")
        at = end + 2
    return fields


def ris_lines(text: str) -> list[tuple[str, str]]:
    """The tags and values, read strictly."""
    assert text.endswith("\r\n")
    found = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in text.split("\r\n")[:-1]]
    assert all(found), text
    return [(match[1], match[2]) for match in found if match]


def test_a_whole_reference_in_bibtex() -> None:
    assert bibtex_fields(build_citation(ARTICLE).bibtex) == {
        "key": build_citation(ARTICLE).key,
        "author": "Schmid, Andrew and Li, Zoë",
        "title": "{Putin talks to Xi}",
        "journal": "Morning Herald",
        "year": "2022",
        "month": "dec",
        "day": "30",
        "url": "https://example.org/a%20b?x=%7B1%7D&y=2",
        "note": "File: 2022/a.txt",
    }


def test_a_whole_reference_in_ris() -> None:
    assert ris_lines(build_citation(ARTICLE).ris) == [
        ("TY", "NEWS"),
        ("AU", "Schmid, Andrew"),
        ("AU", "Li, Zoë"),
        ("TI", "Putin talks to Xi"),
        ("T2", "Morning Herald"),
        ("PY", "2022"),
        ("DA", "2022/12/30"),
        ("LA", "en"),
        ("UR", "https://example.org/a%20b?x={1}&y=2"),
        ("N1", "File: 2022/a.txt"),
        ("ER", ""),
    ]


@pytest.mark.parametrize(
    ("article", "plain"),
    [
        (
            replace(ARTICLE, url=None),
            "Andrew Schmid, Zoë Li: “Putin talks to Xi”. Morning Herald, 30 December 2022. "
            "File 2022/a.txt",
        ),
        (
            replace(by(), title="Who won?", source=None, url="https://example.org/a"),
            "dpa: “Who won?” 30 December 2022. https://example.org/a",
        ),
        (
            replace(by(), agency=None, date=None, source=None, url="javascript:alert(1)"),
            "“Putin talks to Xi”. Undated. File 2022/a.txt",
        ),
    ],
    ids=["file", "agency and address", "nothing known"],
)
def test_a_reference_in_words(article: Article, plain: str) -> None:
    assert build_citation(article).plain == plain


@pytest.mark.parametrize(
    ("name", "bibtex", "ris"),
    [
        ("Paul de Vries", "de Vries, Paul", "de Vries, Paul"),
        ("Ursula von der Leyen", "von der Leyen, Ursula", "von der Leyen, Ursula"),
        ("Martin Luther King Jr.", "King, Jr., Martin Luther", "King, Martin Luther, Jr."),
        ("Madonna", "{Madonna}", "Madonna"),
        ("Smith and Sons", "{Smith and Sons}", "Smith and Sons"),
        ("AT&T_Press Office", r"Office, AT\&T\_Press", "Office, AT&T_Press"),
        ("de Vries", "Vries, de", "Vries, de"),
    ],
)
def test_names_are_taken_apart_as_each_format_wants(name: str, bibtex: str, ris: str) -> None:
    citation = build_citation(by(name))
    assert bibtex_fields(citation.bibtex)["author"] == bibtex
    assert ("AU", ris) in ris_lines(citation.ris)


def test_without_an_author_the_agency_stands_in() -> None:
    citation = build_citation(by())
    assert bibtex_fields(citation.bibtex)["author"] == "{dpa}"
    assert ("AU", "dpa") in ris_lines(citation.ris)


def test_what_is_not_known_is_left_out() -> None:
    bare = Article(id="a", path="a", text="", sha256="", title="", passages=())
    citation = build_citation(bare)
    assert set(bibtex_fields(citation.bibtex)) == {"key", "title", "note"}
    assert [tag for tag, _ in ris_lines(citation.ris)] == ["TY", "TI", "N1", "ER"]


@pytest.mark.parametrize(
    ("article", "key"),
    [
        (ARTICLE, "schmid-2022-putin-"),
        (by("Zoë de l’Étoile"), "deletoile-2022-putin-"),
        (replace(by(), title="漢字", date=None), ""),
    ],
    ids=["plain", "accents", "no letters"],
)
def test_keys_are_plain_and_differ_by_article(article: Article, key: str) -> None:
    one, other = build_citation(article).key, build_citation(replace(article, id="b")).key
    assert re.fullmatch(re.escape(key) + "[0-9a-f]{4}", one)
    assert one != other


HOSTILE = st.text(st.sampled_from("a {}\\&%$#_~^\"'@,=\n\r\té<>") | st.characters(codec="utf-8"))


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_breaks_out_of_its_field(title: str, author: str, source: str) -> None:
    article = replace(by(author), title=title, source=source, path=source or "a")
    citation = build_citation(article)
    fields = bibtex_fields(citation.bibtex)
    assert read_tex(fields["title"].removeprefix("{").removesuffix("}")) == (
        " ".join(title.split()) or "Untitled article"
    )
    assert read_tex(fields.get("journal", "")) == " ".join(source.split())
    assert [tag for tag, _ in ris_lines(citation.ris)].count("TI") == 1
    assert ris_lines(citation.ris)[-1] == ("ER", "")


def read_tex(text: str) -> str:
    """What TeX prints for escaped text; anything that is a command still is an error."""
    spelt = {
        "backslash": "\\",
        "braceleft": "{",
        "braceright": "}",
        "asciitilde": "~",
        "asciicircum": "^",
    }

    def read(found: re.Match[str]) -> str:
        return spelt[found[1]] if found[1] else found[2]

    token = r"\\text([a-z]+)\{\}|\\([&%$#_])"
    assert not re.search(r"[\\{}~^&%$#_]", re.sub(token, "", text)), text
    return re.sub(token, read, text)
