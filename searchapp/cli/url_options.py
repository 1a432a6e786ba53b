"""The search page's parameters as options: what an address can say, the command line can."""

from collections.abc import Callable
from typing import Final

import click

from searchapp.search.facets import FACET_FIELDS, Facet
from searchapp.search.request import MAX_PAGE_SIZE, SortOrder

_SEVERAL: Final = frozenset({Facet.AUTHOR, Facet.COUNTRY, Facet.PERSON})
"""The facets of which an article can have several values."""

Decorate = Callable[[Callable[..., None]], Callable[..., None]]


def url_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command all of them; they come to it, in their order, as `click.pass_obj`'s list."""
    for option in reversed((*_facet_options(), *_other_options())):
        command = option(command)
    return command


def _facet_options() -> tuple[Decorate, ...]:
    """--country, --and-country and --not-country, and so for every facet."""
    return tuple(
        _url_option(f"{prefix}{facet}", "VALUE", text.format(field.label.lower()))
        for facet, field in FACET_FIELDS.items()
        for prefix, text in (
            ("", "Only this {}; repeat it for several, “none” for articles without one."),
            ("and-", "This {} as well, beside another one."),
            ("not-", "Without this {}."),
        )
        if prefix != "and-" or facet in _SEVERAL
    )


def _other_options() -> tuple[Decorate, ...]:
    orders = click.Choice([order.value for order in SortOrder])
    return (
        _url_option("from", "DATE", "First day: 2022, 2022-01 or 2022-01-30."),
        _url_option("to", "DATE", "Last day, included."),
        _url_option("copies", "show", "List copies of one article apart.", click.Choice(["show"])),
        _url_option("copies-of", "ID", "Only the copies of the article with this id."),
        _url_option("sort", "ORDER", "relevance, newest or oldest.", orders),
        _url_option("page", "N", "Page of the result.", click.IntRange(1)),
        _url_option("size", "N", "Results on a page.", click.IntRange(1, MAX_PAGE_SIZE)),
    )


def _url_option(
    name: str, metavar: str, text: str, kind: click.IntRange | click.Choice[str] | None = None
) -> Decorate:
    """An option that means what the parameter of that name means in the search page's address."""
    return click.option(
        f"--{name}",
        metavar=metavar,
        help=text,
        type=kind,
        multiple=True,
        expose_value=False,
        callback=_take_arg,
    )


def _take_arg(context: click.Context, option: click.Parameter, values: tuple[object, ...]) -> None:
    name = max(option.opts, key=len).removeprefix("--")
    context.ensure_object(list).extend((name, str(value)) for value in values)
