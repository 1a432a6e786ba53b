"""Every link on a search page stands for a search, and means what it says."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url, parse_args
from tests.web.dom import Element, parse_html

PAGES = (
    "/search",
    "/search?q=grain&country=UA&not-country=TR&size=25",
    "/search?date=2022-12&person=none",
    "/search?from=2020&to=2023-05&all=person&sort=oldest&page=2",
    "/search?q=strike&copies=show",
    "/search?q=strike&copies-of=capital-ledger%2F2022%2F2022-09-13-train-crews-agree.txt",
    "/search?q=zzzznothing&section=politics&not-date=2022-12",
)


def search(page: Element) -> list[str]:
    """The addresses of all links to searches."""
    hrefs = [link.attrs["href"] for link in page.all("a")]
    return [href for href in hrefs if href == "/search" or href.startswith("/search?")]


def request_of(url: str) -> SearchRequest:
    return parse_args(parse_qsl(urlsplit(url).query))


def total(page: Element) -> int:
    words = page.one("h2", id="results-heading").text.split()
    return 0 if words[0] == "No" else int(words[0].replace(",", ""))


@pytest.mark.parametrize("url", PAGES)
def test_every_link_is_the_one_way_of_writing_its_search(client: FlaskClient, url: str) -> None:
    links = search(parse_html(client.get(url).text))
    assert len(links) > 10 or "nothing" in url
    for link in links:
        assert build_url(request_of(link)) == link


def test_a_checkbox_finds_what_it_counts(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?q=grain").text)
    boxes = page.one(id="facets").all("input", type="checkbox")
    assert len(boxes) > 20
    for box in boxes:
        label = page.one("label", for_=box.attrs["id"])
        count = label.one("span", class_="count").text
        args = {"q": "grain", box.attrs["name"]: box.attrs["value"]}
        found = client.get("/search.json", query_string=args).json["total"]
        assert found == int(count.replace(",", "")), label.text


def test_an_exclude_link_finds_the_rest(client: FlaskClient) -> None:
    everything = client.get("/search.json").json["total"]
    page = parse_html(client.get("/search").text)
    for row in page.one("fieldset", id="facet-section").all("li"):
        count = int(row.one("span", class_="count").text)
        without = parse_html(client.get(row.one("a", class_="exclude").attrs["href"]).text)
        assert total(without) == everything - count
        assert without.one("ul", class_="chips").one("s")


def test_an_excluded_value_is_a_checked_box_that_lets_go(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?not-country=UA").text)
    [box] = page.one("fieldset", id="facet-country").all("input", name="not-country")
    assert box.attrs["value"] == "UA" and "checked" in box.attrs


def test_chips_take_away_one_thing_each(client: FlaskClient) -> None:
    page = parse_html(client.get(PAGES[1]).text)
    request = request_of(PAGES[1])
    chips = page.one("ul", class_="chips").all("a")
    assert [request_of(chip.attrs["href"]) for chip in chips] == [
        request.with_query(""),
        request.without_value(request.selections[0].facet, "UA"),
        request.without_value(request.selections[0].facet, "TR"),
        SearchRequest(size=25),
    ]
    assert "Ukraine" in chips[1].text and "Turkey" in chips[2].text


def test_pages_follow_one_another(client: FlaskClient) -> None:
    seen: list[str] = []
    url: str | None = "/search?sort=oldest"
    while url:
        page = parse_html(client.get(url).text)
        seen += [heading.one("a").attrs["href"].partition("?")[0] for heading in page.all("h3")]
        following = page.all("a", rel="next")
        url = following[0].attrs["href"] if following else None
    assert len(seen) == len(set(seen)) == client.get("/search.json").json["listed"]


def test_the_way_down_from_years_to_days(client: FlaskClient) -> None:
    """Each step narrows to what its row counts, and the crumbs lead back up."""
    page = parse_html(client.get("/search").text)
    before = total(page)
    for depth in (1, 2, 3):
        rows = page.one("ul", class_="periods").all("li")
        rows = [row for row in rows if row.one("span", class_="label").text != "Undated"]
        row = max(rows, key=lambda entry: int(entry.one("span", class_="count").text))
        count = int(row.one("span", class_="count").text)
        page = parse_html(client.get(row.one("a", class_="choose").attrs["href"]).text)
        assert total(page) == count <= before
        crumbs = page.one("ol", class_="crumbs").all("li")
        assert len(crumbs) == depth + 1
        assert crumbs[0].one("a").attrs["href"] == "/search"
        assert not crumbs[-1].all("a")
        before = count


def test_bars_of_the_chart_say_and_lead_to_what_the_list_does(client: FlaskClient) -> None:
    for url in ("/search", "/search?date=2022", "/search?q=grain&date=2021&chart=share"):
        page = parse_html(client.get(url).text)
        bars = page.one("svg", class_="bars").all("a")
        rows = page.one("ul", class_="periods").all("a", class_="choose")
        listed = {row.attrs["href"]: row for row in rows}
        assert bars
        for bar in bars:
            row = listed[bar.attrs["href"]]
            label, count = row.one("span", class_="label").text, row.one(class_="count").text
            assert bar.attrs["aria-label"] == f"{label}: {row.attrs['title']}"
            assert row.attrs["title"].split()[0] == count
            assert total(parse_html(client.get(bar.attrs["href"]).text)) == int(count)


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("/", "All articles"),
        ("/search?q=grain+ship", "grain ship"),
        (
            "/search?q=grain&country=UA&author=none",
            "grain, country Ukraine, author none",
        ),
        ("/search?person=Ileana+Vascu&from=2021", "person Ileana Vascu, from 2021-01-01"),
        (f"/search?q={'x' * 200}", f"{'x' * 120} …"),
    ],
)
def test_a_tab_says_which_search_it_shows(client: FlaskClient, url: str, title: str) -> None:
    assert parse_html(client.get(url).text).one("head").one("title").text.startswith(f"{title} – ")


@pytest.mark.parametrize(
    ("url", "said", "dated"),
    [
        ("/search?q=zzzznothing", "Try fewer or other words", False),
        ("/search?q=zzzznothing&from=2050", "Try fewer or other words", True),
        ("/search?from=2050", "No article has what is chosen.", True),
        ("/search?date=1850", "No article has what is chosen.", True),
        ("/search?to=1850&date=none", "Without one part there would be", True),
        ("/search?q=zzzznothing&from=2022", "Without one part there would be", False),
        ("/search?q=zzzznothing&date=2022&date=1850", "Without one part there would be", False),
        ("/search?person=Nobody", "No article has what is chosen.", False),
    ],
)
def test_an_empty_result_says_what_may_be_found(
    client: FlaskClient, url: str, said: str, dated: bool
) -> None:
    text = parse_html(client.get(url).text).one("div", class_="empty").text
    assert said in text
    held = re.search(r"The archive’s articles are dated \d+ \w+ \d{4} to \d+ \w+ \d{4}\.", text)
    assert (held is not None) == dated


def test_an_empty_result_says_what_to_drop(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?q=zzzznothing&country=UA").text)
    found = client.get("/search.json?country=UA").json["total"]
    [way] = page.one("div", class_="empty").all("li")
    assert way.text.startswith(f"{found} article")
    assert way.one("a").attrs["href"] == "/search?country=UA"


def test_show_all_lists_more_and_can_be_undone(client: FlaskClient) -> None:
    short = parse_html(client.get("/search").text)
    link = short.one("a", id="all-person")
    long = parse_html(client.get(link.attrs["href"]).text)

    def boxes(page: Element) -> int:
        return len(page.one("fieldset", id="facet-person").all("input", type="checkbox"))

    assert boxes(short) == 10
    assert boxes(long) > 10
    assert long.one("a", id="all-person").attrs["href"] == "/search"


def test_order_and_size_keep_the_rest(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?q=grain&country=UA").text)
    orders = page.one("nav", class_="order").all("a")
    assert [link.text for link in orders] == ["Relevance", "Newest", "Oldest"]
    assert orders[0].attrs["aria-current"] == "true"
    sizes = page.one("nav", class_="sizes").all("a")
    assert [link.text for link in sizes] == ["10", "25", "50"]
    for link in (*orders, *sizes):
        assert "country=UA" in link.attrs["href"] and "q=grain" in link.attrs["href"]


def test_every_input_has_an_id_that_stays(client: FlaskClient) -> None:
    """Focus survives an update because what had it is there again under the same id."""

    def ids(url: str) -> dict[str, str]:
        boxes = parse_html(client.get(url).text).all("input", type="checkbox")
        return {box.attrs["value"]: box.attrs["id"] for box in boxes if "checked" not in box.attrs}

    before, after = ids("/search?country=UA"), ids("/search?country=UA&section=politics")
    common = before.keys() & after.keys()
    assert common
    assert all(before[value] == after[value] for value in common)
    assert len(set(before.values())) == len(before)


def test_a_period_at_one_click_leads_to_what_the_archive_has_of_it(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?date=2021").text)
    links = page.one("ul", class_="choices").all("a")
    assert [link.text for link in links][-2:] == [
        "The archive’s last 30 days",
        "The archive’s last 12 months",
    ]
    for link in links[-2:]:
        assert total(parse_html(client.get(link.attrs["href"]).text)) > 0


def test_the_kind_of_chart_stays_while_searching_on(client: FlaskClient) -> None:
    page = parse_html(client.get("/search?chart=share").text)
    kept = [field.attrs["value"] for field in page.all("input") if field.attrs["name"] == "chart"]
    assert kept == ["share"]
    assert "chart=share" in page.one("svg", class_="bars").all("a")[0].attrs["href"]


def test_a_period_in_words_is_found_as_the_same_period_in_figures(client: FlaskClient) -> None:
    for words, figures in (
        ("from=March 2022&to=30 June 2022", "from=2022-03&to=2022-06-30"),
        ("to=31.12.2021", "to=2021"),
    ):
        found = client.get(f"/search.json?{words}").json
        assert found["total"] == client.get(f"/search.json?{figures}").json["total"] > 0
