import pytest

from searchapp.ingest.fields import FieldName, Fields, field_of

MEANINGS = {
    "publishedAt": FieldName.DATE,
    "pub_date": FieldName.DATE,
    "article:published_time": FieldName.DATE,
    "DC.date": None,
    "Headline": FieldName.TITLE,
    "dc:creator": FieldName.AUTHOR,
    "Article Text": FieldName.TEXT,
    "news-agency": FieldName.AGENCY,
    "tags": None,
    "_id": FieldName.ID,
    "": None,
}


@pytest.mark.parametrize(("name", "meaning"), MEANINGS.items(), ids=[repr(n) for n in MEANINGS])
def test_a_name_means_what_scrapers_mean_by_it(name: str, meaning: FieldName | None) -> None:
    assert field_of(name) is meaning


TEXTS: dict[str, tuple[object, tuple[str, ...]]] = {
    "a text": ("Rome", ("Rome",)),
    "a blank": (" \n", ()),
    "null": (None, ()),
    "true": (True, ()),
    "a number": (2**40, ("1099511627776",)),
    "a list with holes": (["a", None, "", 3], ("a", "3")),
    "an object with a name": ({"id": None, "name": "BBC"}, ("BBC",)),
    "objects with names": ([{"name": "Ann"}, {"name": "Bo"}], ("Ann", "Bo")),
    "an object without one": ({"x": 1}, ()),
    "WordPress's rendered text": ({"rendered": "<p>x</p>"}, ("<p>x</p>",)),
    "an object whose name is blank": ({"name": "", "text": "t"}, ("t",)),
}


@pytest.mark.parametrize(("value", "expected"), TEXTS.values(), ids=TEXTS)
def test_any_kind_of_value_is_read_as_texts(value: object, expected: tuple[str, ...]) -> None:
    assert Fields({"title": value}).texts(FieldName.TITLE) == expected


def test_nesting_without_end_is_cut_off() -> None:
    value: object = "deep"
    for _ in range(10_000):
        value = [value]
    assert Fields({"title": value}).texts(FieldName.TITLE) == ()


LISTS = {
    "semicolons": ("Russia; China", ("Russia", "China")),
    "bars": ("Russia|China", ("Russia", "China")),
    "commas belong to names": ("Korea, South", ("Korea, South",)),
    "a list printed by Python": ("['Ann Lee', \"Bo O'Neil\"]", ("Ann Lee", "Bo O'Neil")),
    "a list printed as JSON": ('["RU", "CN"]', ("RU", "CN")),
    "brackets around something else": ("[Editor]", ("Editor",)),
    "an empty list": ("[]", ()),
}


@pytest.mark.parametrize(("value", "expected"), LISTS.values(), ids=LISTS)
def test_a_list_in_one_text_is_split(value: str, expected: tuple[str, ...]) -> None:
    assert tuple(filter(None, Fields({"persons": value}).names(FieldName.PERSON))) == expected


def test_the_more_telling_name_wins_and_a_blank_one_gives_way() -> None:
    fields = Fields({"head": "second", "title": "first"})
    assert fields.text(FieldName.TITLE) == "first"
    assert Fields({"head": "second", "title": " "}).text(FieldName.TITLE) == "second"


def test_the_longest_of_several_bodies_is_the_article() -> None:
    assert Fields({"text": "short", "content": "the whole article"}).body() == "the whole article"
    assert Fields({"body": ["One.", "Two."]}).body() == "One.\n\nTwo."
