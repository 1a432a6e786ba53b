"""Where an article stands in the result of a request, and what stands beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An article beside another one."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The place of an article among the results of a request, whatever their page.

    `position` counts from 1; `previous` and `next` are None at the ends.
    """

    position: int
    total: int
    previous: Neighbour | None = None
    next: Neighbour | None = None
