"""Every page and state that a visitor can see: one table for axe, sizes and the pictures."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARTICLE = "/article/capital-ledger/2024/2024-09-10-grain-office.txt?q=grain"
COPY = "capital-ledger/2022/2022-09-13-train-crews-agree.txt"
OTHER_COPY = "northern-dispatch/2022/2022-09-14-trains-run-again.txt"


SETTLED = """() => {
  const results = document.getElementById("results");
  if (!results) return true;
  return results.ariaBusy !== "true" && getComputedStyle(results).opacity === "1";
}"""


def wait_until_settled(page: "Page") -> None:
    """Until nothing is asked for any more and the results are not dimmed."""
    page.wait_for_function(SETTLED)


# ---- How a state is entered once its page is there ----


def stay(page: "Page") -> None:
    """The page as it comes."""


def type_beginning(page: "Page") -> None:
    """Suggestions below the box, one of them chosen by the arrows."""
    page.locator("#q").press_sequentially("man", delay=20)
    page.locator("#suggestions [role=option]").first.wait_for()
    # What was typed is searched too; its answer must be there before one looks.
    page.wait_for_url(re.compile("q=man$"))
    page.keyboard.press("ArrowDown")


def open_help(page: "Page") -> None:
    """The card of the query language."""
    page.locator(".help summary").click()
    page.locator(".help dl").wait_for()


def open_keys(page: "Page") -> None:
    """The list of keys."""
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keyboard").wait_for()


def open_filters(page: "Page") -> None:
    """The filters, which are folded where the window is narrow."""
    fold = page.locator(".fold > summary")
    if fold.is_visible():
        fold.click()
    page.locator("#facet-country input").first.wait_for()


def open_full_list(page: "Page") -> None:
    """The list of all persons, narrowed by letters."""
    open_filters(page)
    page.locator("#facet-person").evaluate("node => node.scrollIntoView()")


def open_overview(page: "Page") -> None:
    """The chart and the other views, which are folded where the window is narrow."""
    fold = page.locator(".overview > summary")
    if fold.is_visible():
        fold.click()
    page.locator(".overview .views").wait_for()


def open_reasons(page: "Page") -> None:
    """The points of the first hit."""
    page.locator(".why summary").first.click()
    page.locator(".why-room table").first.wait_for()


def go_to_second_mark(page: "Page") -> None:
    """The second of the marked words."""
    for place in (1, 2):
        page.keyboard.press("n")
        page.locator("#marks .at", has_text=re.compile(f"^{place} / ")).wait_for()


def follow_evidence(page: "Page") -> None:
    """From a value to the place in the text that gave it."""
    page.locator(".entries > li > .places a").nth(3).click()
    page.locator(".return:visible").wait_for()


def open_reference(page: "Page") -> None:
    """How to cite the article."""
    page.get_by_text("Cite this article").click()
    page.locator("#cite-bibtex").wait_for()
    page.locator(".cite").scroll_into_view_if_needed()


def open_source(page: "Page") -> None:
    """The untouched text."""
    page.get_by_text("Source text", exact=True).click()
    page.locator(".source pre").wait_for()
    page.locator(".source").evaluate("node => node.scrollIntoView()")


def lose_the_server(page: "Page") -> None:
    """A search that is never answered; what was there stays."""
    page.route("**/search?*", lambda route: route.abort())
    page.locator("#q").fill("danube")
    page.locator(".unreachable").wait_for()


# ---- The table ----


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A page at an address, what is done on it, and the status it is answered with."""

    name: str
    url: str
    enter: Callable[["Page"], None] = stay
    status: int = 200
    ready: bool = True
    pictured: bool = True

    def __str__(self) -> str:
        return self.name

    def show(self, page: "Page") -> None:
        """Open the page and enter the state."""
        answer = page.goto(self.url)
        assert answer is not None
        assert answer.status == self.status, self.url
        self.enter(page)
        wait_until_settled(page)


def _seen(name: str, url: str, enter: Callable[["Page"], None] = stay) -> State:
    return State(name=name, url=url, enter=enter)


def _checked(name: str, url: str) -> State:
    return State(name=name, url=url, pictured=False)


STATES = (
    _seen("home", "/"),
    _seen("search", "/search?q=grain&country=RO"),
    _seen("filters", "/search?q=water&not-country=EG&from=2020&to=2024", open_filters),
    _seen("suggestions", "/", type_beginning),
    _seen("help", "/", open_help),
    _seen("keyboard", "/", open_keys),
    _seen("full-list", "/search?all=person&find-person=ma&order-person=name", open_full_list),
    _checked("none", "/search?author=none&country=none&date=none"),
    _checked("full-lists", "/search?all=country&all=author"),
    _checked("value-not-found", "/search?all=person&find-person=zzzz"),
    _checked("query-parts", '/search?q=the+"black+sea"+title:grain+-corn'),
    _seen("year", "/search?date=2022", open_overview),
    _seen("month", "/search?date=2021-03", open_overview),
    _checked("shares-of-days", "/search?date=2021-03&chart=share"),
    _checked("day", "/search?date=2021-03-04"),
    _checked("typed-period", "/search?from=2021-12-01&to=2022-01-20"),
    _checked("excluded-period", "/search?not-date=2021"),
    _seen("share", "/search?q=trade&chart=share", open_overview),
    _seen("why-here", "/search?q=grain+danube", open_reasons),
    _seen("copies-folded", "/search?q=trains"),
    _checked("copies-shown", "/search?q=trains&copies=show"),
    _seen("copies-of-one", f"/search?copies-of={COPY}"),
    _checked("second-page", "/search?page=2"),
    _checked("beyond-the-last-page", "/search?page=999"),
    _checked("oldest-first", "/search?q=grain&sort=oldest&size=25"),
    _seen("did-you-mean", "/search?q=grian"),
    _checked("not-parsed", '/search?q="grain'),
    _seen("empty", "/search?q=grain&country=CN&date=2022"),
    _seen("article", ARTICLE, go_to_second_mark),
    _seen("evidence", ARTICLE, follow_evidence),
    _seen("reference", ARTICLE, open_reference),
    _checked("article-alone", "/article/capital-ledger/2024/2024-09-10-grain-office.txt"),
    State(name="source", url=ARTICLE, enter=open_source, pictured=False),
    _checked("article-with-copies", f"/article/{COPY}"),
    _seen("compare", f"/compare?a={COPY}&b={OTHER_COPY}"),
    _checked("why", "/why?id=capital-ledger/2024/2024-09-10-grain-office.txt&q=gra*+OR+danube"),
    _seen("persons", "/persons"),
    _seen("countries", "/countries"),
    _checked("authors", "/authors?order=name&letter=A"),
    _checked("sections", "/sections"),
    _checked("agencies", "/agencies"),
    _checked("sources", "/sources"),
    _checked("no-such-name", "/countries?find=zzzz"),
    _seen("country", "/countries/UA"),
    _seen("person", "/persons/Hisham%20Mansour"),
    State(name="person-missing", url="/persons/Hisham%20Nobody", status=404),
    _seen("grid", "/grid?q=grain"),
    _checked("grid-of-dates", "/grid?country=UA&rows=date&columns=source"),
    _checked("empty-grid", "/grid?q=zzzznothing"),
    _seen("concordance", "/concordance?q=grain&by=right"),
    _checked("concordance-without-words", "/concordance"),
    _seen("status", "/status"),
    State(name="not-a-date", url="/search?from=someday", status=400),
    State(name="missing", url="/nowhere", status=404),
    State(name="not-ready", url="/search?q=grain", status=503, ready=False),
    _seen("unreachable", "/search?q=grain", lose_the_server),
)
