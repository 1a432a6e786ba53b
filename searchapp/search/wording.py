"""Numbers, durations and what was found, in the words that a page and the command line share."""

from searchapp.search.response import SearchResponse


def number(value: int) -> str:
    """A whole number with its thousands apart: 12,345."""
    return f"{value:,}"


def articles(count: int) -> str:
    """ "1 article", "12,345 articles"."""
    return counted(count, "article", "articles")


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun in the right form."""
    return f"{number(count)} {one if count == 1 else many}"


def duration(milliseconds: float) -> str:
    """How long a search took: "under 1 ms", "12 ms", "1.4 s"."""
    if milliseconds < 1:
        return "under 1 ms"
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    return f"{milliseconds / 1000:.1f} s"


def total_found(response: SearchResponse) -> str:
    """ "12,345 articles", "No articles found"."""
    return articles(response.total) if response.total else "No articles found"


def shown_of(response: SearchResponse) -> str:
    """Which of them are listed: "11–20", "11–20 of 12,001 different"; "" where all of them are."""
    different = f"{number(response.listed)} different"
    folded = bool(response.hits) and response.listed < response.total
    if not response.hits or response.pages < 2:
        return different if folded else ""
    first = (response.request.page - 1) * response.request.size + 1
    shown = f"{number(first)}–{number(first + len(response.hits) - 1)}"
    return f"{shown} of {different}" if folded else shown


def copies_among(response: SearchResponse) -> str:
    """What is done with the copies among them: "4 similar copies are folded under the best."."""
    if not response.copies:
        return ""
    copies = counted(response.copies, "similar copy", "similar copies")
    are = "is" if response.copies == 1 else "are"
    how = "shown as well" if response.request.copies_shown else "folded under the best"
    return f"{copies} {are} {how}."
