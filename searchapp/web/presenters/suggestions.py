"""Suggestions below the search box: values become filters, words complete the typed one."""

from collections.abc import Iterable
from dataclasses import dataclass

from searchapp.search.facets import FACET_FIELDS
from searchapp.search.suggestion import Suggestion
from searchapp.search.url import build_url
from searchapp.search.wording import articles, counted, number

_WORD = "Word"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionView:
    """A line of the list; `url` is the search after choosing it."""

    text: str
    kind: str
    count: str
    written: str | None
    url: str
    is_word: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionsView:
    """The whole list, and the sentence that a screen reader hears when it opens."""

    entries: tuple[SuggestionView, ...]
    status: str


def build_suggestions(suggestions: Iterable[Suggestion]) -> SuggestionsView:
    """The list of what can follow."""
    entries = tuple(_view(suggestion) for suggestion in suggestions)
    found = counted(len(entries), "suggestion", "suggestions")
    status = f"{found}; the arrow keys lead to them." if entries else ""
    return SuggestionsView(entries=entries, status=status)


def build_completions(typed: str, suggestions: Iterable[Suggestion]) -> list[object]:
    """The form that browsers read: what was typed, queries, descriptions and addresses.

    Source: OpenSearch Suggestions extension, draft 1.
    """
    queries, descriptions, urls = [], [], []
    for suggestion in suggestions:
        kind = _kind(suggestion).lower()
        before = suggestion.request.query if suggestion.facet else ""
        completed = f"{before} {suggestion.text}".strip()
        queries.append(completed if suggestion.facet else suggestion.request.query)
        descriptions.append(f"{kind}, {articles(suggestion.count)}")
        urls.append(build_url(suggestion.request))
    return [typed, queries, descriptions, urls]


def _view(suggestion: Suggestion) -> SuggestionView:
    return SuggestionView(
        text=suggestion.text,
        kind=_kind(suggestion),
        count=number(suggestion.count),
        written=suggestion.written,
        url=build_url(suggestion.request),
        is_word=suggestion.facet is None,
    )


def _kind(suggestion: Suggestion) -> str:
    return FACET_FIELDS[suggestion.facet].label if suggestion.facet else _WORD
