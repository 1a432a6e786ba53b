"""Marked places as numbered links."""

from searchapp.web.presenters.article_marks import MarkLink, build_marks


def test_without_words_nothing_is_said_of_marks() -> None:
    assert build_marks("  ", 0) is None


def test_words_that_do_not_stand_there_are_said_not_to() -> None:
    marks = build_marks("grain", 0)
    assert marks is not None
    assert marks.label == "The words of “grain” do not stand in this article as written."
    assert (marks.count, marks.links) == (0, ())


def test_every_place_has_a_link() -> None:
    marks = build_marks("grain", 2)
    assert marks is not None
    assert (marks.places, marks.label) == ("2 places", "marked for “grain”")
    assert marks.links == (MarkLink(label="1", url="#mark-1"), MarkLink(label="2", url="#mark-2"))
    assert marks.last is None


def test_of_very_many_places_the_first_ones_and_the_last_have_links() -> None:
    marks = build_marks("the", 1500)
    assert marks is not None
    assert len(marks.links) == 40
    assert marks.last == MarkLink(label="1,500", url="#mark-1500")
