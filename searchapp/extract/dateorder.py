"""Which number of a date such as 03/05/2023 is the day, as far as the article itself tells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from searchapp.extract.datefields import DateField, read_day

_MONTHS = 12


def settle_order(fields: Sequence[DateField], hint: date | None) -> Sequence[DateField]:
    """The dates of an article, those with slashes in the order that the article uses.

    It shows its order by a date that can be read in one way only (03/25/2023) or by writing the
    same day in another way, also in its address (`hint`). If it shows none or both, all are left
    as they were read.
    """
    slashed = [field for field in fields if _is_slashed(field)]
    if not slashed:
        return fields
    known = {hint, *(field.day for field in fields if not _is_slashed(field))}
    orders = {order for field in slashed for order in _orders(field, known)}
    if len(orders) != 1:
        return fields
    (dayfirst,) = orders
    return [replace(field, dayfirst=dayfirst) if _is_slashed(field) else field for field in fields]


def _is_slashed(field: DateField) -> bool:
    return "/" in field.isolated


def _orders(field: DateField, known: set[date | None]) -> Iterator[bool]:
    """Whether the day stands first, where a date says so."""
    if field.day is None:
        return
    first, second, _ = map(int, field.isolated.split("/"))
    if max(first, second) > _MONTHS:
        yield first > _MONTHS
    elif first != second:
        for dayfirst in (True, False):
            if read_day(field.isolated, dayfirst=dayfirst) in known:
                yield dayfirst
