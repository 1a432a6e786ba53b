"""Spellings of one name across the archive become one value, in the facet and on the page."""

import pytest

from searchapp.engine import EmbeddedEngine
from searchapp.search.facets import Facet
from searchapp.search.request import SearchRequest
from tests.reindex.archive import Archive, answers, report


def persons(archive: Archive) -> dict[str, int]:
    found = EmbeddedEngine(archive.index).search(SearchRequest())
    return {bucket.label: bucket.count for bucket in found.facet(Facet.PERSON).buckets}


def test_two_spellings_of_a_name_are_one_value(archive: Archive) -> None:
    archive.write("a.txt", report("Talks", "President Volodymyr Zelenskyj spoke in Paris."))
    archive.write("b.txt", report("Talks", "President Volodymyr Zelensky spoke in Rome."))
    archive.reindex()
    assert persons(archive)["Volodymyr Zelensky"] == 2
    assert "Volodymyr Zelenskyj" not in persons(archive)


def test_the_article_page_has_the_name_of_the_facet(archive: Archive) -> None:
    archive.write("a.txt", report("Talks", "President Volodymyr Zelenskyj spoke in Paris."))
    archive.reindex()
    article = archive.article("a.txt")
    [person] = article.persons
    assert person.label == "Volodymyr Zelensky"
    assert person.value in persons(archive)
    assert article.text[person.mentions[0].start : person.mentions[0].end].endswith("Zelenskyj")


KYIV = "Präsident Wolodymyr Selenskyj kam. Selenskyj sprach."
ROME = "President Volodymyr Zelensky spoke in Rome. Zelensky left."


def write_zelensky(archive: Archive) -> None:
    archive.write("a.txt", report("Gespräche in Kiew", KYIV))
    archive.write("b.txt", report("Talks in Rome", ROME))


def test_a_person_is_seen_with_all_the_spellings_of_the_texts(archive: Archive) -> None:
    write_zelensky(archive)
    archive.reindex()
    found = EmbeddedEngine(archive.index).spellings(Facet.PERSON, "Volodymyr Zelensky")
    assert dict(found) == {
        "Wolodymyr Selenskyj": 1,
        "Selenskyj": 1,
        "Volodymyr Zelensky": 1,
        "Zelensky": 1,
    }


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(
            '[persons]\ndistinct = ["Wolodymyr Selenskyj"]',
            {"Volodymyr Zelensky": 1, "Wolodymyr Selenskyj": 1},
            id="distinct",
        ),
        pytest.param(
            '[persons.aliases]\n"W. Selenskyj" = ["Wolodymyr Selenskyj"]',
            {"Volodymyr Zelensky": 1, "W. Selenskyj": 1},
            id="another label",
        ),
        pytest.param(
            '[persons]\nignore = ["Wolodymyr Selenskyj"]',
            {"Volodymyr Zelensky": 1},
            id="ignored",
        ),
        pytest.param(
            '[persons.aliases]\n"Wolodymyr Selenskyj" = ["Volodymyr Zelensky"]',
            {"Wolodymyr Selenskyj": 2},
            id="the label of the whole public figure",
        ),
    ],
)
def test_the_file_parts_what_the_built_in_table_joins_and_no_article_is_read_again(
    archive: Archive, names: str, expected: dict[str, int]
) -> None:
    write_zelensky(archive)
    archive.reindex()
    assert persons_named(archive, "S", "Z") == {"Volodymyr Zelensky": 2}
    archive.write("names.toml", names)
    assert archive.reindex().read == 0
    assert persons_named(archive, "S", "Z") == expected
    archive.remove("names.toml")
    assert archive.reindex().read == 0
    assert persons_named(archive, "S", "Z") == {"Volodymyr Zelensky": 2}


def persons_named(archive: Archive, *initials: str) -> dict[str, int]:
    """The persons whose last name begins so."""
    found = persons(archive).items()
    return {name: count for name, count in found if name.split()[-1].startswith(initials)}


def test_an_article_of_a_parted_name_shows_it_as_the_text_does(archive: Archive) -> None:
    write_zelensky(archive)
    archive.write("names.toml", '[persons]\ndistinct = ["Wolodymyr Selenskyj"]')
    archive.reindex()
    assert [person.label for person in archive.article("a.txt").persons] == ["Wolodymyr Selenskyj"]
    assert [person.label for person in archive.article("b.txt").persons] == ["Volodymyr Zelensky"]


def test_the_words_of_the_usual_spelling_find_an_article_with_another(archive: Archive) -> None:
    write_zelensky(archive)
    archive.reindex()
    found = EmbeddedEngine(archive.index).search(SearchRequest(query="person:zelensky"))
    assert sorted(hit.id for hit in found.hits) == ["a.txt", "b.txt"]


def test_articles_that_an_older_extraction_read_are_read_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_zelensky(archive)
    with monkeypatch.context() as older:
        older.setattr("searchapp.reindex.run.EXTRACTION_VERSION", 2)
        archive.reindex()
    assert archive.reindex().read == 2
    assert archive.reindex().generation is None


def test_names_are_merged_anew_with_every_article_that_comes_or_goes(archive: Archive) -> None:
    """A spelling merges into the one that most articles have, even in files that did not change."""
    for number in range(3):
        text = "The mayor, Oleksandr Markushyn, spoke. Oleksandr Markushyn was thanked."
        archive.write(f"{number}.txt", report("Town hall", text))
    text = "The mayor, Olexandr Markushin, spoke. Olexandr Markushin was thanked."
    archive.write("z.txt", report("Town hall", text))
    archive.reindex()
    merged = persons(archive)
    for number in range(3):
        archive.remove(f"{number}.txt")
    archive.reindex()
    scratch = Archive(folder=archive.folder, index=archive.index.with_name("scratch"))
    scratch.reindex()
    assert answers(archive.index) == answers(scratch.index)
    assert merged["Oleksandr Markushyn"] >= 3
    assert persons(archive).get("Olexandr Markushin") == 1
