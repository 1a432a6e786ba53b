"""Lists of all persons, countries and so on, and the page of each: numbers are searches."""

from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from flask.testing import FlaskClient

from searchapp.search.engine import Engine
from searchapp.search.facets import VALUE_FACETS, Facet
from searchapp.search.value_list import ListRequest
from searchapp.web.presenters.archive_links import FACET_PATHS, list_url, value_url
from tests.web.canned_engine import CannedEngine
from tests.web.canned_insight import HOSTILE
from tests.web.dom import Element, parse_html


def total(client: FlaskClient, url: str) -> int:
    parts = urlsplit(url)
    assert parts.path == "/search"
    answer = client.get("/search.json", query_string=parse_qsl(parts.query))
    return int(answer.json["total"])


def amount(link: Element) -> int:
    return int(link.text.split()[0].replace(",", ""))


def rows(page: Element) -> list[Element]:
    return page.one("table", class_="names").one("tbody").all("tr")


def names(page: Element) -> list[str]:
    return [row.one("th").text for row in rows(page)]


def test_every_facet_of_names_has_a_page() -> None:
    assert list(FACET_PATHS) == [
        *("countries", "persons", "authors", "sections", "agencies", "sources"),
    ]
    assert set(FACET_PATHS.values()) == set(VALUE_FACETS)


@pytest.mark.parametrize("plural", FACET_PATHS)
def test_every_number_of_a_list_is_the_total_of_its_search(
    client: FlaskClient, plural: str
) -> None:
    page = parse_html(client.get(f"/{plural}").text)
    listed = rows(page)
    assert listed
    for row in listed[:12]:
        link = row.one("td", class_="amount").one("a")
        assert total(client, link.attrs["href"]) == amount(link) > 0


def test_a_list_stands_by_count_or_by_name_and_says_how_many_there_are(
    client: FlaskClient, sample_engine: Engine
) -> None:
    known = sample_engine.list_values(ListRequest(facet=Facet.PERSON)).known
    by_count = parse_html(client.get("/persons").text)
    counts = [amount(row.one("td", class_="amount").one("a")) for row in rows(by_count)]
    assert counts == sorted(counts, reverse=True)
    assert by_count.one("p", role="status").text == f"{known} persons"
    by_name = parse_html(client.get("/persons?order=name").text)
    assert names(by_name)[:20] == sorted(names(by_name)[:20], key=str.casefold)
    assert sorted(names(by_name)) == sorted(names(by_count))


def test_names_are_found_by_the_beginnings_of_their_words(client: FlaskClient) -> None:
    first = names(parse_html(client.get("/countries").text))[0]
    page = parse_html(client.get("/countries", query_string={"find": first[:4].upper()}).text)
    assert first in names(page)
    assert page.one("input", id="find").attrs["value"] == first[:4].upper()
    assert " of " in page.one("p", role="status").text
    nobody = parse_html(client.get("/countries?find=zzzz").text)
    assert "fits" in nobody.one("p", class_="note").text


def test_a_letter_leads_to_the_names_that_begin_with_it(client: FlaskClient) -> None:
    page = parse_html(client.get("/countries").text)
    letters = page.one("nav", class_="letters").all("a")[1:]
    assert letters
    seen: list[str] = []
    for link in letters:
        found = names(parse_html(client.get(link.attrs["href"]).text))
        assert found and all(name.startswith(link.text) for name in found)
        seen += found
    assert sorted(seen) == sorted(names(page))


def test_what_an_address_gets_wrong_falls_back(client: FlaskClient) -> None:
    page = client.get("/persons?order=sideways&page=-3&letter=")
    assert page.status_code == 200
    assert names(parse_html(page.text)) == names(parse_html(client.get("/persons").text))
    assert client.get("/persons?page=99999999999").status_code == 200
    assert client.get("/people").status_code == 404


def test_every_name_leads_to_its_page_whose_numbers_are_totals(client: FlaskClient) -> None:
    for plural in ("persons", "countries", "authors"):
        listed = rows(parse_html(client.get(f"/{plural}").text))
        for row in listed[:3]:
            name = row.one("th").one("a")
            page = parse_html(client.get(name.attrs["href"]).text)
            assert page.one("h1").text == name.text
            check_numbers(client, page)


def check_numbers(client: FlaskClient, page: Element) -> None:
    everything = page.one("a", class_="strong")
    assert total(client, everything.attrs["href"]) == amount(everything)
    company = page.one("div", class_="company").all("a", class_="count")
    assert company
    for link in company:
        assert total(client, link.attrs["href"]) == amount(link) <= amount(everything)
    for charts in page.all("ul", class_="periods-list"):
        for entry in charts.all("li"):
            count = int(entry.text.split()[-1].replace(",", ""))
            assert total(client, entry.one("a").attrs["href"]) == count


def test_a_person_meets_others_in_articles_that_have_both(client: FlaskClient) -> None:
    name = rows(parse_html(client.get("/persons").text))[0].one("th").one("a")
    page = parse_html(client.get(name.attrs["href"]).text)
    [persons] = [
        part
        for part in page.one("div", class_="company").all("section")
        if part.one("h3").text == "Persons"
    ]
    assert name.text not in [entry.all("a")[0].text for entry in persons.all("li")]
    entry = persons.all("li")[0]
    query = parse_qsl(urlsplit(entry.one("a", class_="count").attrs["href"]).query)
    assert [key for key, _ in query] == ["person", "and-person"]
    hits = client.get("/search.json", query_string=query).json["hits"]
    for hit in hits:
        assert {name.text, entry.all("a")[0].text} <= {person["label"] for person in hit["persons"]}


def test_a_timeline_has_a_bar_for_each_entry_of_its_list(client: FlaskClient) -> None:
    page = parse_html(client.get("/countries/UA").text)
    bars = page.one("svg", class_="time-bars").all("a")
    listed = page.one("ul", class_="periods-list").all("a")
    assert [bar.attrs["href"] for bar in bars] == [entry.attrs["href"] for entry in listed]
    assert len(bars) > 1


@pytest.mark.parametrize(
    ("name", "level"), [("Arjun Venkataraman", "month"), ("Hisham Mansour", "year")]
)
def test_a_value_of_few_years_is_shown_by_month(client: FlaskClient, name: str, level: str) -> None:
    page = parse_html(client.get(f"/persons/{name}").text)
    assert page.one("figure", class_="time").one("figcaption").text == f"Articles per {level}"


def test_a_value_is_found_under_any_spelling_of_it(client: FlaskClient) -> None:
    page = parse_html(client.get("/countries/ukraine").text)
    assert page.one("h1").text == "Ukraine"
    assert page.one("link", rel="canonical").attrs["href"] == "/countries/UA"
    assert page.one("link", type="application/atom+xml").attrs["href"] == "/search.atom?country=UA"


def test_an_unknown_value_is_not_found_and_others_are_suggested(client: FlaskClient) -> None:
    name = names(parse_html(client.get("/persons").text))[0]
    answer = client.get(f"/persons/{quote(name + 'owskyx')}")
    page = parse_html(answer.text)
    assert answer.status_code == 404
    assert name in [link.text for link in page.one("ul", class_="plain-list").all("a")]
    lost = client.get("/authors/%F0%9F%92%A9")
    assert lost.status_code == 404 and "called" in lost.text
    assert client.get(f"/persons/{'x' * 301}").status_code == 400


@pytest.mark.parametrize("value", ["..", "a//b", ".", "a\\b", "x\u200by", "AC/DC", "50 %", "?"])
def test_a_value_of_any_name_has_an_address(hostile_client: FlaskClient, value: str) -> None:
    page = parse_html(hostile_client.get(value_url(Facet.SOURCE, value)).text)
    assert page.one("h1").text == value.strip()


def test_hostile_names_are_text(hostile_client: FlaskClient) -> None:
    for url in ("/persons", value_url(Facet.PERSON, HOSTILE)):
        page = parse_html(hostile_client.get(url).text)
        assert not page.all("img")
        assert all(script.attrs.get("src") for script in page.all("script"))
        assert HOSTILE in page.text


def test_long_lists_have_pages(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/persons?order=name&page=3").text)
    following = page.one("a", rel="next").attrs["href"]
    assert following == "/persons?order=name&page=4"


def test_years_are_charted_for_each_value(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/persons").text)
    [first, second] = [row.one("td", class_="over-time") for row in rows(page)]
    assert first.one("svg").one("path").attrs["d"] == "M2.5 20V0M3.5 20V15.3"
    assert first.text == "2001–2002"
    assert second.one("svg").one("path").attrs["d"] == ""


def test_the_masthead_leads_to_the_lists(client: FlaskClient) -> None:
    for url in ("/", "/search?q=grain", "/status", "/persons"):
        links = parse_html(client.get(url).text).one("nav", class_="browse").all("a")
        assert [link.attrs["href"] for link in links] == ["/persons", "/countries", "/authors"]


def test_empty_arguments_are_left_out_of_addresses() -> None:
    assert list_url(Facet.PERSON, find="", page="2") == "/persons?page=2"


def test_an_archive_without_such_values_says_so(
    hostile: CannedEngine, hostile_client: FlaskClient
) -> None:
    page = parse_html(hostile_client.get("/authors?letter=X").text)
    assert page.one("p", class_="note").one("a").attrs["href"] == "/authors"
