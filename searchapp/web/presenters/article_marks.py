"""The marked words of an article as numbered places to step through."""

from dataclasses import dataclass

from searchapp.search.wording import counted, number

_LISTED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLink:
    """A link to one marked place."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How many places are marked, for which words, and links to the first ones and the last.

    `places` gives way to "3 / 12" while one steps through them; "" without any.
    """

    label: str
    count: int = 0
    places: str = ""
    links: tuple[MarkLink, ...] = ()
    last: MarkLink | None = None


def build_marks(query: str, count: int) -> Marks | None:
    """The marks of a query's words; None when there was no query."""
    words = query.strip()
    if not words:
        return None
    if not count:
        return Marks(label=f"The words of “{words}” do not stand in this article as written.")
    return Marks(
        label=f"marked for “{words}”",
        count=count,
        places=counted(count, "place", "places"),
        links=tuple(_link(place) for place in range(1, min(count, _LISTED) + 1)),
        last=_link(count) if count > _LISTED else None,
    )


def _link(place: int) -> MarkLink:
    return MarkLink(label=number(place), url=f"#mark-{place}")
