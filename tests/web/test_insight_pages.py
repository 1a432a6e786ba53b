"""The grid and the words in context of a result: links, numbers, limits, CSV."""

import csv
import io
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.web.canned_insight import HOSTILE
from tests.web.dom import Element, parse_html

GRIDS = (
    "/grid",
    "/grid?q=grain",
    "/grid?q=grain&rows=person&columns=person",
    "/grid?country=UA&country=RO&not-country=CL&rows=country&columns=date",
    "/grid?from=2020&to=2024&section=none&rows=agency&columns=source",
)


def total(client: FlaskClient, url: str) -> int:
    parts = urlsplit(url)
    assert parts.path == "/search"
    answer = client.get("/search.json", query_string=parse_qsl(parts.query))
    return int(answer.json["total"])


def read_csv(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def texts(elements: list[Element]) -> list[str]:
    return [element.text for element in elements]


def body(page: Element, name: str) -> list[Element]:
    return page.one("table", class_=name).one("tbody").all("tr")


@pytest.mark.parametrize("url", GRIDS)
def test_every_number_of_a_grid_is_the_total_after_the_click(client: FlaskClient, url: str) -> None:
    page = parse_html(client.get(url).text)
    table = page.one("table", class_="grid")
    edges = [cell.one("a") for cell in table.all("th")]
    assert len(edges) > 4
    for link in edges[:12]:
        count = int(link.one("span", class_="count").text.replace(",", ""))
        assert total(client, link.attrs["href"]) == count
    cells = [cell.one("a") for cell in table.all("td") if cell.all("a")]
    for link in cells[::7]:
        assert total(client, link.attrs["href"]) == int(link.text.replace(",", "")) > 0


@pytest.mark.parametrize("url", GRIDS)
def test_a_grid_as_csv_is_the_grid(client: FlaskClient, url: str) -> None:
    page = parse_html(client.get(url).text)
    [link] = [link for link in page.all("a") if link.text == "This grid as CSV"]
    answer = client.get(link.attrs["href"])
    assert answer.mimetype == "text/csv"
    _, totals, *rows = read_csv(answer.text)
    shown = [
        [
            row.one("bdi").text,
            row.one("span", class_="count").text,
            *(td.text for td in row.all("td")),
        ]
        for row in body(page, "grid")
    ]
    assert shown == rows
    everything = page.one("p", class_="view-total").text.split()[0]
    assert totals[:2] == ["Articles", everything]


def test_rows_and_columns_can_be_chosen_and_turned(client: FlaskClient) -> None:
    page = parse_html(client.get("/grid?q=grain&rows=section&columns=date&sort=oldest").text)
    assert page.one("h1").text == "Sections × dates"
    chosen = {
        select.attrs["name"]: option.attrs["value"]
        for select in page.all("select")
        for option in select.all("option")
        if "selected" in option.attrs
    }
    assert chosen == {"rows": "section", "columns": "date"}
    form = page.one("form", class_="find")
    hidden = [(field.attrs["name"], field.attrs["value"]) for field in form.all("input")]
    assert hidden == [("q", "grain"), ("sort", "oldest")]
    [turned] = [link for link in form.all("a") if link.text == "Turn round"]
    assert turned.attrs["href"] == "/grid?q=grain&sort=oldest&rows=date&columns=section"
    assert parse_html(client.get("/grid?rows=colour").text).one("h1").text == "Persons × countries"


def test_views_of_a_result_lead_to_one_another(client: FlaskClient) -> None:
    query = "?q=grain&country=UA"
    page = parse_html(client.get(f"/grid{query}").text)
    views = page.one("nav", class_="views").all("a")
    assert [link.attrs["href"] for link in views] == [
        f"/search{query}",
        f"/grid{query}",
        f"/concordance{query}",
    ]
    chips = page.one("ul", class_="chips").all("a")
    assert [chip.attrs["href"] for chip in chips] == ["/grid?country=UA", "/grid?q=grain"]
    found = parse_html(client.get(f"/search{query}&all=person&size=25&page=2").text)
    links = found.one("p", class_="views").all("a")
    assert [link.attrs["href"] for link in links] == [
        f"/grid{query}",
        f"/concordance{query}",
        "/countries/UA",
    ]
    assert links[-1].text == "Ukraine"
    without_words = parse_html(client.get("/search?date=2022").text)
    assert [link.text for link in without_words.one("p", class_="views").all("a")] == ["grid"]


def test_an_empty_grid_says_so(client: FlaskClient) -> None:
    page = parse_html(client.get("/grid?q=zzzznothing").text)
    assert not page.all("table")
    assert "nothing to lay out" in page.one("p", class_="note").text


def test_every_line_shows_the_word_found_and_leads_to_its_article(client: FlaskClient) -> None:
    page = parse_html(client.get("/concordance?q=grain").text)
    lines = body(page, "kwic")
    assert len(lines) > 5
    for line in lines:
        assert line.one("mark").text.casefold().startswith("grain")


@pytest.mark.parametrize("query", ["grain", "%22black+sea%22+OR+ship"])
def test_every_line_leads_to_the_very_word_in_the_article(client: FlaskClient, query: str) -> None:
    page = parse_html(client.get(f"/concordance?q={query}").text)
    marks = set()
    for line in body(page, "kwic"):
        link = line.one("td", class_="where").one("a")
        answer = client.get(link.attrs["href"])
        assert answer.status_code == 302
        address, _, mark = answer.headers["Location"].partition("#")
        assert address.endswith(f"?q={query}")
        article = parse_html(client.get(address).text)
        assert line.one("mark").text.startswith(article.one("mark", id=mark).text)
        marks.add((address, mark))
    assert len(marks) == len(body(page, "kwic")) > 2


@pytest.mark.parametrize("place", ["1", "99999", "-1", "²", "x", "9" * 5_000])
def test_a_place_where_no_word_is_marked_leads_to_the_article(
    client: FlaskClient, place: str
) -> None:
    url = "/article/capital-ledger/2024/2024-09-10-grain-office.txt"
    answer = client.get(url, query_string={"place": place, "q": "grain"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{url}?q=grain")


def test_all_lines_are_in_the_csv_and_on_the_pages(client: FlaskClient) -> None:
    page = parse_html(client.get("/concordance?q=the+minister").text)
    [link] = [link for link in page.all("a") if link.text == "Every occurrence as CSV"]
    head, *rows = read_csv(client.get(link.attrs["href"]).text)
    assert head == ["Date", "Title", "Zone", "Left", "Word", "Right", "Article", "Position"]
    seen: list[str] = []
    while True:
        seen += [line.one("mark").text for line in body(page, "kwic")]
        following = page.all("a", rel="next")
        if not following:
            break
        page = parse_html(client.get(following[0].attrs["href"]).text)
    assert seen == [row[4] for row in rows]


def test_lines_are_sorted_by_the_word_to_the_left(client: FlaskClient) -> None:
    page = parse_html(client.get("/concordance?q=grain&by=left").text)
    current = [
        link.text
        for link in page.one("nav", class_="sorts").all("a")
        if "aria-current" in link.attrs
    ]
    assert current == ["1st word left"]
    lefts = [line.one("td", class_="left").text.casefold().split() for line in body(page, "kwic")]
    words = ["".join(filter(str.isalnum, left[-1])) for left in lefts if left]
    assert words == sorted(words)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/concordance", "Type one or more words"),
        ("/concordance?q=zzzznothing", "No articles found"),
        ("/concordance?q=country:UA", "no words in their text"),
    ],
)
def test_a_concordance_without_lines_says_why(client: FlaskClient, url: str, said: str) -> None:
    assert said in parse_html(client.get(url).text).one("p", class_="note").text


def test_what_was_not_read_is_said(hostile_client: FlaskClient) -> None:
    page = parse_html(hostile_client.get("/concordance?q=x").text)
    notes = " ".join(note.text for note in page.all("p", class_="note"))
    assert "most relevant 500 of 1,234 articles; no more are read for a page" in notes


def test_bad_requests_are_refused_in_words(client: FlaskClient) -> None:
    for path in ("/grid", "/concordance", "/grid.csv", "/concordance.csv"):
        assert client.get(f"{path}?from=someday").status_code == 400
        assert client.get(f"{path}?q={'x' * 300}").status_code == 400


def test_hostile_texts_are_text(hostile_client: FlaskClient) -> None:
    for url in ("/grid?q=x", "/concordance?q=x"):
        page = parse_html(hostile_client.get(url).text)
        assert not page.all("img")
        assert all(script.attrs.get("src") for script in page.all("script"))
        assert HOSTILE in page.text


def test_no_cell_of_a_csv_is_a_formula(hostile_client: FlaskClient) -> None:
    cells = [cell for row in read_csv(hostile_client.get("/grid.csv").text) for cell in row]
    assert "'=1+1" in cells and HOSTILE in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
