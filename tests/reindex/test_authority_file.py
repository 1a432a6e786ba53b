"""names.toml beside the articles: checked first, applied when publishing, undone by a change."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import searchapp
from searchapp.cli import main
from searchapp.console import NoProgress
from searchapp.engine import EmbeddedEngine
from searchapp.errors import NamesError
from searchapp.reindex import Reason, ReindexOptions, ReindexSummary, reindex
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from tests.reindex.archive import Archive

NAMES_PAGE = Path(searchapp.__file__).parent.parent / "docs" / "names.md"


def write_articles(archive: Archive, *articles: dict[str, object]) -> None:
    lines = [
        json.dumps({"id": f"a{number}", "title": "News", "text": "Nothing happened.", **article})
        for number, article in enumerate(articles)
    ]
    archive.write("articles.jsonl", "\n".join(lines))


def values(index: Path, facet: Facet) -> dict[str, int]:
    found = EmbeddedEngine(index).search(SearchRequest()).facet(facet)
    return {bucket.label: bucket.count for bucket in found.buckets}


def dry_run(archive: Archive) -> ReindexSummary:
    options = ReindexOptions(index=archive.index, roots=(archive.folder,), dry_run=True)
    return reindex(options, NoProgress())


PEOPLE = (
    {"persons": ["Selenski", "Mother Jones"], "authors": ["A. Schmid"], "countries": ["HK"]},
    {"persons": ["Smith and Jones", "W. Selenski"], "countries": ["CN", "GE"]},
    {"persons": ["Mother Jones"], "authors": ["Andrew Schmid"]},
)
NAMES = """
[persons]
ignore = ["Mother Jones"]
[persons.aliases]
"Wolodymyr Selenski" = ["Selenski", "W. Selenski"]
[persons.split]
"Smith and Jones" = ["Ann Smith", "Bob Jones"]
[authors.aliases]
"Andrew Schmid" = ["A. Schmid"]
[countries]
ignore = ["Georgia"]
[countries.aliases]
China = ["Hong Kong"]
"""


def test_facets_hits_and_articles_have_the_names_of_the_file(archive: Archive) -> None:
    write_articles(archive, *PEOPLE)
    archive.write("names.toml", NAMES)
    summary = archive.reindex()
    assert summary.rejected == (), "the file is no article"
    assert values(archive.index, Facet.PERSON) == {
        "Wolodymyr Selenski": 2,
        "Ann Smith": 1,
        "Bob Jones": 1,
        "No person": 1,
    }
    assert values(archive.index, Facet.AUTHOR) == {"Andrew Schmid": 2, "No author": 1}
    assert values(archive.index, Facet.COUNTRY) == {"China": 2, "No country": 1}
    article = archive.article("a1")
    assert [person.label for person in article.persons] == [
        "Ann Smith",
        "Bob Jones",
        "Wolodymyr Selenski",
    ]
    assert [country.value for country in article.countries] == ["CN"]
    assert archive.article("a2").persons == ()


def test_a_filter_may_have_any_spelling(archive: Archive) -> None:
    write_articles(archive, *PEOPLE)
    archive.write("names.toml", NAMES)
    archive.reindex()
    request = SearchRequest().with_value(Facet.PERSON, "w. selenski")
    assert EmbeddedEngine(archive.index).search(request).total == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("person:none", ["a2"]),
        ("country:none", ["a2"]),
        ("country:CN", ["a0", "a1"]),
        ("country:HK", ["a0", "a1"]),
        ("country:GE", []),
        ("-country:China", ["a2"]),
    ],
)
def test_the_query_language_has_the_countries_of_the_file(
    archive: Archive, query: str, found: list[str]
) -> None:
    write_articles(archive, *PEOPLE)
    archive.write("names.toml", NAMES)
    archive.reindex()
    response = EmbeddedEngine(archive.index).search(SearchRequest(query=query))
    assert sorted(hit.id for hit in response.hits) == found


def test_a_change_of_the_file_reads_no_article_again(archive: Archive) -> None:
    write_articles(archive, *PEOPLE)
    first = archive.reindex()
    before = values(archive.index, Facet.PERSON)
    archive.write("names.toml", NAMES)
    second = archive.reindex()
    assert (second.read, second.changed) == (0, 0)
    assert second.generation not in (None, first.generation)
    assert archive.reindex().generation is None, "nothing has changed since"
    archive.remove("names.toml")
    third = archive.reindex()
    assert third.read == 0
    assert values(archive.index, Facet.PERSON) == before


def test_a_mistake_stops_the_reindex_before_anything_is_read(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(archive, *PEOPLE)
    archive.reindex()
    write_articles(archive, {"id": "new"})
    archive.write("names.toml", '[persons]\n\nignored = ["A"]')
    with pytest.raises(NamesError, match=r"names\.toml, line 3: “ignored” means nothing"):
        archive.reindex()
    assert archive.ids() == ["a0", "a1", "a2"]
    command = ["reindex", str(archive.folder), "--index", str(archive.index)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "line 3: “ignored”" in result.output


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\n\xff = 1", "line 2: this is not UTF-8"),
        (b"\xef\xbb\xbf\r\n[persons]\r\nwrong = 1", "line 3: “wrong”"),
    ],
    ids=["not UTF-8", "a byte order mark and CRLF"],
)
def test_the_bytes_of_the_file_are_checked(archive: Archive, content: bytes, words: str) -> None:
    archive.write("names.toml", content)
    with pytest.raises(NamesError, match=words):
        archive.reindex()


def test_a_single_file_has_its_names_beside_it(archive: Archive) -> None:
    write_articles(archive, *PEOPLE)
    archive.write("names.toml", '[persons]\nignore = ["Mother Jones"]')
    archive.reindex(archive.folder / "articles.jsonl")
    assert "Mother Jones" not in values(archive.index, Facet.PERSON)


def test_several_folders_have_a_file_each(archive: Archive) -> None:
    archive.write("one/a.jsonl", json.dumps({"text": "One.", "persons": ["Ann Lee", "Bob Ray"]}))
    archive.write("two/b.jsonl", json.dumps({"text": "Two.", "persons": ["Ann Lee", "Bob Ray"]}))
    archive.write("one/names.toml", '[persons]\nignore = ["Ann Lee"]')
    archive.write("two/names.toml", '[persons.aliases]\nBobby = ["Bob Ray"]')
    archive.reindex(archive.folder / "one", archive.folder / "two")
    assert values(archive.index, Facet.PERSON) == {"Bobby": 2}


def test_a_dry_run_tells_everything_and_publishes_nothing(archive: Archive) -> None:
    write_articles(archive, *PEOPLE, {"persons": ["Sergei Karpov"]})
    archive.reindex()
    served = values(archive.index, Facet.PERSON)
    generations = sorted(path.name for path in archive.index.iterdir())
    write_articles(
        archive, *PEOPLE, *({"persons": [n]} for n in ("Sergei Karpov", "Sergej Karpow"))
    )
    archive.write("names.toml", NAMES)
    summary = dry_run(archive)
    assert summary.generation is None
    assert sorted(path.name for path in archive.index.iterdir()) == generations
    assert values(archive.index, Facet.PERSON) == served
    found = {(group.facet, group.reason): group for group in summary.renamings}
    by_file = found[Facet.PERSON, Reason.FILE]
    assert by_file.articles == 3
    assert [(r.raw.label, [v.label for v in r.shown], r.articles) for r in by_file.renamings] == [
        ("Mother Jones", [], 2),
        ("Selenski", ["Wolodymyr Selenski"], 1),
        ("Smith and Jones", ["Ann Smith", "Bob Jones"], 1),
        ("W. Selenski", ["Wolodymyr Selenski"], 1),
    ]
    (automatic,) = found[Facet.PERSON, Reason.AUTOMATIC].renamings
    assert automatic.raw.label == "Sergej Karpow"
    assert summary.changes is not None
    assert [change.id for change in summary.changes.added.listed] == ["a4"]


def test_the_command_says_what_a_dry_run_found(archive: Archive) -> None:
    write_articles(archive, *PEOPLE)
    archive.write("names.toml", NAMES)
    command = ["reindex", str(archive.folder), "--index", str(archive.index), "--dry-run"]
    output = CliRunner().invoke(main, command).output
    assert "Persons by names.toml: 2 merged, 1 split, 1 dropped (3 articles)" in output
    assert "  Mother Jones (2 articles) is dropped" in output
    assert "  Smith and Jones (1 article) → Ann Smith + Bob Jones" in output
    assert "This was a dry run: nothing was published." in output
    assert not list(archive.index.glob("gen-*"))


def test_a_dry_run_says_which_public_figures_names_stay_as_they_are(archive: Archive) -> None:
    write_articles(archive, {"persons": ["Volodymyr Zelensky"]}, {"persons": ["Selenskyj"]})
    archive.write("names.toml", '[persons]\ndistinct = ["Selenskyj"]')
    command = ["reindex", str(archive.folder), "--index", str(archive.index), "--dry-run"]
    output = CliRunner().invoke(main, command).output
    assert "Persons by names.toml: 1 kept apart (1 article)" in output
    assert "  Selenskyj (1 article) stays as it is" in output


def test_the_example_in_the_documentation_works(archive: Archive) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", NAMES_PAGE.read_text("utf-8"), re.DOTALL)
    write_articles(
        archive,
        {"persons": ["Mother Jones", "Selenskyj", "Smith and Jones"], "countries": ["HK", "GE"]},
        {"persons": ["Michael Johnson", "V Zelenskyy"], "authors": ["Newsroom"]},
        {"persons": ["Micheal Johnson"], "authors": ["Andrew Schmidt"]},
    )
    archive.write("names.toml", example)
    archive.reindex()
    assert values(archive.index, Facet.PERSON) == {
        "Volodymyr Zelensky": 2,
        "A. Smith": 1,
        "B. Jones": 1,
        "Michael Johnson": 1,
        "Micheal Johnson": 1,
    }
    assert values(archive.index, Facet.AUTHOR) == {"Andrew Schmid": 1, "No author": 2}
    assert values(archive.index, Facet.COUNTRY) == {"China": 1, "No country": 2}


def test_a_lone_surname_follows_the_person_whose_family_is_named_beside(archive: Archive) -> None:
    both: dict[str, object] = {"persons": ["Mira Tannhold", "Ann Tannhold"]}
    alone: dict[str, object] = {"persons": ["Mira Tannhold"]}
    write_articles(archive, both, both, alone, {"persons": ["Tannhold"]})
    archive.reindex()
    assert values(archive.index, Facet.PERSON) == {"Mira Tannhold": 4, "Ann Tannhold": 2}


def test_a_lone_surname_stays_where_others_are_named_without_the_person(archive: Archive) -> None:
    mira: dict[str, object] = {"persons": ["Mira Tannhold"]}
    ann: dict[str, object] = {"persons": ["Ann Tannhold"]}
    write_articles(archive, mira, mira, mira, ann, {"persons": ["Tannhold"]})
    archive.reindex()
    assert values(archive.index, Facet.PERSON)["Tannhold"] == 1


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(
            '[persons]\ndistinct = ["Selenskyj"]',
            {"Volodymyr Zelensky": 1, "Selenskyj": 1},
            id="distinct",
        ),
        pytest.param(
            '[persons.split]\nSelenskyj = ["Olena Selenska", "W. Selenskyj"]',
            {"Volodymyr Zelensky": 1, "Olena Selenska": 1, "W. Selenskyj": 1},
            id="split",
        ),
    ],
)
def test_the_file_parts_given_names_that_the_built_in_table_joins(
    archive: Archive, names: str, expected: dict[str, int]
) -> None:
    write_articles(archive, {"persons": ["Volodymyr Zelensky"]}, {"persons": ["Selenskyj"]})
    archive.reindex()
    assert values(archive.index, Facet.PERSON) == {"Volodymyr Zelensky": 2}
    archive.write("names.toml", names)
    archive.reindex()
    assert values(archive.index, Facet.PERSON) == expected
