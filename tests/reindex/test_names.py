"""Spellings of one name across the archive become one value, in the facet and on the page."""

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
