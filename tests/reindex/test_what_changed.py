"""After each reindex the index knows what changed since the generation before."""

import json
from collections.abc import Mapping

from click.testing import CliRunner

from searchapp.cli import main
from searchapp.engine import EmbeddedEngine
from searchapp.search.changes import (
    LISTED_ARTICLES,
    LISTED_VALUES,
    ArticleChange,
    ArticleChanges,
    Changes,
    ValueChange,
)
from searchapp.search.facets import Facet
from tests.reindex.archive import Archive


def write(archive: Archive, articles: Mapping[str, Mapping[str, object]]) -> None:
    lines = [
        json.dumps({"id": name, "title": name, "text": "Nothing happened.", **article})
        for name, article in articles.items()
    ]
    archive.write("articles.jsonl", "\n".join(lines))


def changes_of(archive: Archive) -> Changes:
    changes = EmbeddedEngine(archive.index).status().changes
    assert changes is not None
    return changes


def listed(changes: Changes, facet: Facet) -> tuple[ValueChange, ...]:
    return next(entry.listed for entry in changes.facets if entry.facet is facet)


FIRST = {
    "a": {"date": "2022-01-01", "authors": ["Ann"], "persons": ["Xi Jinping"], "countries": ["CN"]},
    "b": {"date": "2022-01-02", "authors": ["Bob"], "persons": ["Xi Jinping"]},
    "c": {"persons": ["Olaf Scholz"], "countries": ["DE", "CN"]},
    "d": {"date": "2022-01-04"},
}
SECOND = {
    "a": {"date": "2022-02-01", "authors": ["Ann"], "persons": ["Xi Jinping"], "countries": ["CN"]},
    "b": {"date": "2022-01-02", "authors": ["Bob", "Eve"], "persons": ["Olaf Scholz"]},
    "d": {"date": "2022-01-04"},
    "e": {"persons": ["Olaf Scholz"]},
    "f": {},
}


def test_of_a_first_index_everything_is_new(archive: Archive) -> None:
    write(archive, FIRST)
    summary = archive.reindex()
    changes = changes_of(archive)
    assert summary.changes == changes
    assert changes.since is None
    assert changes.added == ArticleChanges(total=4), "none is listed: all of them are new"
    assert changes.removed == changes.redated == changes.reattributed == ArticleChanges()
    assert listed(changes, Facet.PERSON)[0] == ValueChange(
        value="Xi Jinping", label="Xi Jinping", before=0, after=2
    )


def test_articles_that_came_went_and_moved(archive: Archive) -> None:
    write(archive, FIRST)
    first = archive.reindex()
    write(archive, SECOND)
    changes = archive.reindex().changes
    assert changes == changes_of(archive)
    assert changes is not None and changes.since == first.generation
    assert changes.added == ArticleChanges(
        total=2, listed=(ArticleChange(id="e"), ArticleChange(id="f"))
    )
    assert changes.removed == ArticleChanges(total=1, listed=(ArticleChange(id="c"),))
    assert changes.redated.listed == (
        ArticleChange(id="a", before="2022-01-01", after="2022-02-01"),
    )
    assert changes.reattributed.listed == (ArticleChange(id="b", before="Bob", after="Bob, Eve"),)


def test_values_that_gained_and_lost(archive: Archive) -> None:
    write(archive, FIRST)
    archive.reindex()
    write(archive, SECOND)
    archive.reindex()
    persons, countries, authors = (
        next(entry for entry in changes_of(archive).facets if entry.facet is facet)
        for facet in (Facet.PERSON, Facet.COUNTRY, Facet.AUTHOR)
    )
    assert (persons.gained, persons.lost) == (1, 1)
    assert persons.listed == (
        ValueChange(value="Olaf Scholz", label="Olaf Scholz", before=1, after=2),
        ValueChange(value="Xi Jinping", label="Xi Jinping", before=2, after=1),
    )
    assert countries.listed == (
        ValueChange(value="CN", label="China", before=2, after=1),
        ValueChange(value="DE", label="Germany", before=1, after=0),
    )
    assert [(value.label, value.after) for value in authors.listed] == [("Eve", 1)]


def test_an_undated_article_may_get_a_date(archive: Archive) -> None:
    write(archive, {"a": {}, "b": {"authors": ["Ann"]}})
    archive.reindex()
    write(archive, {"a": {"date": "2022-01-01"}, "b": {}})
    archive.reindex()
    changes = changes_of(archive)
    assert changes.redated.listed == (ArticleChange(id="a", before="", after="2022-01-01"),)
    assert changes.reattributed.listed == (ArticleChange(id="b", before="Ann", after=""),)


def test_names_toml_alone_changes_values_and_authors(archive: Archive) -> None:
    write(archive, FIRST)
    archive.reindex()
    archive.write("names.toml", '[authors.aliases]\nAnn = ["Bob"]')
    archive.reindex()
    changes = changes_of(archive)
    assert changes.reattributed.listed == (ArticleChange(id="b", before="Bob", after="Ann"),)
    assert changes.added.total == changes.removed.total == changes.redated.total == 0
    assert [(v.label, v.before, v.after) for v in listed(changes, Facet.AUTHOR)] == [
        ("Ann", 1, 2),
        ("Bob", 1, 0),
    ]


def test_long_lists_are_cut_and_their_totals_are_exact(archive: Archive) -> None:
    write(archive, {"z": {}})
    archive.reindex()
    count = LISTED_ARTICLES + 5
    write(archive, {f"a{n:05}": {"persons": [f"P{n:05}"]} for n in range(count)} | {"z": {}})
    archive.reindex()
    changes = changes_of(archive)
    assert changes.added.total == count
    assert len(changes.added.listed) == LISTED_ARTICLES
    (persons,) = (entry for entry in changes.facets if entry.facet is Facet.PERSON)
    assert (persons.gained, len(persons.listed)) == (count, LISTED_VALUES)


def test_a_reindex_without_changes_keeps_what_changed_before(archive: Archive) -> None:
    write(archive, FIRST)
    archive.reindex()
    write(archive, SECOND)
    archive.reindex()
    before = changes_of(archive)
    assert archive.reindex().changes is None
    assert changes_of(archive) == before


def test_the_commands_say_what_changed(archive: Archive) -> None:
    write(archive, FIRST)
    archive.reindex()
    write(archive, SECOND)
    run = CliRunner().invoke
    index = ["--index", str(archive.index)]
    outputs = [
        run(main, ["reindex", str(archive.folder), *index]).output,
        run(main, ["status", *index]).output,
    ]
    for output in outputs:
        assert "2 articles added since gen-000001: e, f" in output
        assert "1 article removed since gen-000001: c" in output
        assert "1 article re-dated since gen-000001: a (2022-01-01 → 2022-02-01)" in output
        assert "1 article re-attributed since gen-000001: b (Bob → Bob, Eve)" in output
        assert "Persons: 1 gained articles, 1 lost some: Olaf Scholz +1, Xi Jinping -1" in output
    record = json.loads(run(main, ["status", *index, "--json"]).output)
    assert record["changes"]["removed"] == {
        "total": 1,
        "listed": [{"id": "c", "before": "", "after": ""}],
    }
