"""The way on from an article: back to the results, to the article before and the one after."""

from dataclasses import dataclass

from searchapp.search.neighbours import Neighbour, Neighbours
from searchapp.search.request import SearchRequest
from searchapp.search.url import build_url
from searchapp.search.wording import articles, number
from searchapp.web.presenters.hits import UNTITLED
from searchapp.web.presenters.ids import stable_id
from searchapp.web.presenters.links import build_article_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link to the article before or after."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where the article stands in its result, in words ("" when it does not), and the links."""

    back_url: str
    back_label: str
    place: str = ""
    previous: Step | None = None
    next: Step | None = None


def build_way(article_id: str, request: SearchRequest, neighbours: Neighbours | None) -> Way:
    """The way on from an article that was opened from the results of `request`.

    Back is the page of the results on which the article stands, however far one has walked.
    """
    label = "Back to results" if came_from_search(request) else "All articles"
    if neighbours is None:
        return Way(back_url=build_url(request), back_label=label)
    position, total = neighbours.position, neighbours.total
    found = f"{number(total)} {'result' if total == 1 else 'results'}"
    return Way(
        back_url=f"{build_url(_at(request, position))}#{stable_id('hit', article_id)}",
        back_label=label,
        place=f"{number(position)} of {found if came_from_search(request) else articles(total)}",
        previous=_step(request, neighbours.previous, position - 1),
        next=_step(request, neighbours.next, position + 1),
    )


def came_from_search(request: SearchRequest) -> bool:
    """Whether anything narrows the list that the article was opened from."""
    return bool(request.query.strip() or request.narrowed)


def _at(request: SearchRequest, position: int) -> SearchRequest:
    """The request turned to the page on which a position is."""
    return request.with_page((position - 1) // request.size + 1)


def _step(request: SearchRequest, neighbour: Neighbour | None, position: int) -> Step | None:
    if neighbour is None:
        return None
    return Step(
        title=neighbour.title or UNTITLED,
        url=build_article_link(neighbour.id, _at(request, position)),
    )
