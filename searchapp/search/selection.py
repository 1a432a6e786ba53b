"""What is chosen in one facet."""

from dataclasses import dataclass

from searchapp.search.facets import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is chosen in one facet: articles with any of `included`, all of `required`.

    And with none of `excluded`. A value is never chosen and excluded at once.
    """

    facet: Facet
    included: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    required: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.included or self.excluded or self.required)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Every value that it names, each once."""
        return tuple(dict.fromkeys((*self.included, *self.excluded, *self.required)))

    def with_included(self, value: str) -> "Selection":
        """`value` accepted as well; a date takes the place of its ancestors and descendants."""
        others = _without(self.included, value)
        if self.facet is Facet.DATE:
            others = tuple(other for other in others if not _nested(other, value))
        return Selection(
            facet=self.facet,
            included=(*others, value),
            excluded=_without(self.excluded, value),
            required=self.required,
        )

    def with_only(self, value: str) -> "Selection":
        """`value` alone accepted; what else is excluded or required stays so."""
        return Selection(
            facet=self.facet,
            included=(value,),
            excluded=_without(self.excluded, value),
            required=self.required,
        )

    def with_required(self, value: str) -> "Selection":
        """`value` demanded, whatever else is chosen."""
        return Selection(
            facet=self.facet,
            included=self.included,
            excluded=_without(self.excluded, value),
            required=(*_without(self.required, value), value),
        )

    def with_excluded(self, value: str) -> "Selection":
        """`value` turned away, and chosen in no other way."""
        return Selection(
            facet=self.facet,
            included=_without(self.included, value),
            excluded=(*_without(self.excluded, value), value),
            required=_without(self.required, value),
        )

    def without(self, value: str) -> "Selection":
        """`value` not chosen in any way."""
        return Selection(
            facet=self.facet,
            included=_without(self.included, value),
            excluded=_without(self.excluded, value),
            required=_without(self.required, value),
        )

    def narrowed_to(self, value: str) -> "Selection":
        """Of what this accepts, what has `value`: chosen if nothing is yet, else demanded."""
        if self.included == (value,) or value in self.required:
            return self
        return self.with_required(value) if self.included else self.with_only(value)


def _without(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _nested(one: str, other: str) -> bool:
    return one.startswith(f"{other}-") or other.startswith(f"{one}-")
