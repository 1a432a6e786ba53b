"""Finding values: the full list of a facet, and suggestions, by their addresses."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from searchapp.search.url import build_url, parse_args
from tests.web.dom import Element, parse_html

PART = {"HX-Request": "true", "HX-Target": "values-person"}


def names(part: Element) -> list[str]:
    rows = part.all("li", class_="bucket")
    return [row.one("span", class_="label").text for row in rows]


def persons(client: FlaskClient, url: str) -> Element:
    return parse_html(client.get(url).text).one("fieldset", id="facet-person")


def test_a_few_letters_find_values_without_a_script(client: FlaskClient) -> None:
    everything = names(persons(client, "/search?all=person"))
    wanted = [name for name in everything if any(w.startswith("Ma") for w in name.split())]
    assert 0 < len(wanted) < len(everything)
    fieldset = persons(client, "/search?all=person&find-person=ma")
    assert names(fieldset) == wanted
    box = fieldset.one("input", name="find-person")
    assert box.attrs["value"] == "ma" and box.attrs["form"] == "search"
    assert fieldset.one("button").attrs["type"] == "submit"


def test_every_value_is_reachable_and_finds_what_it_counts(client: FlaskClient) -> None:
    fieldset = persons(client, "/search?all=person&order-person=name&find-person=a")
    rows = fieldset.all("li", class_="bucket")
    assert len(rows) > 5
    for row in rows:
        box = row.one("input")
        found = client.get("/search.json", query_string={"person": box.attrs["value"]}).json
        assert found["total"] == int(row.one("span", class_="count").text.replace(",", ""))


def test_the_list_by_name_is_the_list_by_count_in_another_order(client: FlaskClient) -> None:
    by_count = names(persons(client, "/search?all=person"))
    by_name = names(persons(client, "/search?all=person&order-person=name"))
    assert by_name != by_count
    assert sorted(by_name) == sorted(by_count)


def test_nothing_found_keeps_the_box(client: FlaskClient) -> None:
    fieldset = persons(client, "/search?all=person&find-person=zzzz")
    assert names(fieldset) == []
    assert "No person has a word that begins with “zzzz”" in fieldset.text
    assert fieldset.one("input", name="find-person")


def test_the_form_sends_the_list_as_it_is_read(client: FlaskClient) -> None:
    url = "/search?q=grain&all=person&find-person=a&order-person=name"
    page = parse_html(client.get(url).text)
    form = page.one("form", id="search")
    sent = [
        (field.attrs["name"], field.attrs.get("value", ""))
        for field in page.all("input")
        if (field.attrs.get("form") == "search" or field in form.all("input"))
        and (field.attrs["type"] != "checkbox" or "checked" in field.attrs)
    ]
    assert build_url(parse_args(sent)) == url


def test_while_typing_only_the_list_is_answered(client: FlaskClient) -> None:
    url = "/search?all=person&find-person=ma"
    response = client.get(url, headers=PART)
    part = parse_html(response.text)
    assert names(part) == names(persons(client, url))
    assert not part.all("fieldset") and not part.all("article") and not part.all("title")
    assert part.one("p", hx_swap_oob="innerHTML:#status").text.startswith("Person: ")
    assert set(response.headers["Vary"].split(", ")) == {"HX-Request", "HX-Target"}


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"HX-Target": "values-person"}, id="not by htmx"),
        pytest.param({"HX-Request": "true", "HX-Target": "values-country"}, id="another facet"),
        pytest.param({"HX-Request": "true", "HX-Target": "results"}, id="the results"),
        pytest.param({**PART, "HX-History-Restore-Request": "true"}, id="from the history"),
    ],
)
def test_everything_else_gets_the_whole(client: FlaskClient, headers: dict[str, str]) -> None:
    page = parse_html(client.get("/search?all=person", headers=headers).text)
    assert page.one("h2", id="results-heading")


def test_a_required_value_is_a_checked_box_that_keeps_it(client: FlaskClient) -> None:
    value = client.get("/search.json").json["facets"]["person"]["buckets"][1]["value"]
    url = build_url(parse_args([("and-person", value)]))
    [box] = persons(client, url).all("input", name="and-person")
    assert box.attrs["value"] == value and "checked" in box.attrs


def test_suggestions_are_options_that_find_what_they_count(client: FlaskClient) -> None:
    page = parse_html(client.get("/suggest?q=ma").text)
    options = page.one("div", role="listbox").all("a", role="option")
    assert len(options) > 3
    assert [option.attrs["id"] for option in options] == [
        f"suggestion-{n + 1}" for n in range(len(options))
    ]
    for option in options:
        count = option.one("span", class_="count").text
        args = parse_qsl(urlsplit(option.attrs["href"]).query)
        found = client.get("/search.json", query_string=args).json["total"]
        assert found == int(count.replace(",", ""))


def test_suggestions_hold_with_the_filters_in_use(client: FlaskClient) -> None:
    page = parse_html(client.get("/suggest?q=ma&country=UA&size=25").text)
    options = page.all("a", role="option")
    assert options
    assert all("country=UA" in option.attrs["href"] for option in options)
    assert all("size=25" in option.attrs["href"] for option in options)


@pytest.mark.parametrize("query", ["", "q=", "q=ma+", "q=%22ma", "q=zzzzzz", f"q={'x' * 5000}"])
def test_there_may_be_nothing_to_suggest(client: FlaskClient, query: str) -> None:
    response = client.get(f"/suggest?{query}")
    assert response.status_code == 200
    assert not parse_html(response.text).all("a")


def test_browsers_read_suggestions_in_their_own_form(client: FlaskClient) -> None:
    response = client.get("/suggest.json?q=ma")
    assert response.content_type == "application/x-suggestions+json"
    typed, queries, descriptions, urls = response.get_json(force=True)
    assert typed == "ma"
    assert len(queries) == len(descriptions) == len(urls) > 3
    assert all(url.startswith("/search?") for url in urls)


def test_hostile_suggestions_are_text(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/suggest?q=ab").text)
    assert len(page.all("a", role="option")) == 2
    assert not page.all("script") and not page.all("img")


def test_the_help_card_is_in_words_of_the_archive(client: FlaskClient) -> None:
    rows = parse_html(client.get("/search").text).one("details", class_="help").all("dt")
    links = [link for row in rows for link in row.all("a")]
    assert len(links) > 8
    for link in links:
        args = parse_qsl(urlsplit(link.attrs["href"]).query)
        assert args == [("q", link.text)]
        assert client.get("/search.json", query_string=args).json["total"] > 0
