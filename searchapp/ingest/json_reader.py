"""Read articles from JSON and JSON Lines: one object is one article."""

import io
import json
from collections.abc import Iterator, Mapping

from searchapp.ingest.decode import open_text
from searchapp.ingest.document import require_text, too_large
from searchapp.ingest.fields import holds_article
from searchapp.ingest.json_values import DECODER, JsonScanner, describe_syntax, iter_values
from searchapp.ingest.limits import Limits
from searchapp.ingest.records import Record, Refusal, Unreadable

_DEEPEST_WRAPPING = 3


def read_json(stream: io.BufferedReader, limits: Limits) -> Iterator[Record | Refusal]:
    """An object, an array of objects, or an API's answer that holds such an array; streamed."""
    require_text(stream)
    with open_text(stream) as text:
        yield from _iter_json(JsonScanner(text, limits))


def _iter_json(scanner: JsonScanner) -> Iterator[Record | Refusal]:
    if not scanner.peek():
        raise Unreadable("is empty")
    number = 0
    for line, value, alone in iter_values(scanner):
        wrapped = _find_wrapped(value) if alone else None
        if alone and wrapped is None:
            yield _build_record(value, None, None)
            return
        for element in [value] if wrapped is None else wrapped:
            number += 1
            yield _build_record(element, number, line)
    if not number:
        raise Unreadable("is an empty JSON array")


def read_json_lines(stream: io.BufferedReader, limits: Limits) -> Iterator[Record | Refusal]:
    """One object per line; blank lines are passed over, bad ones reported."""
    require_text(stream)
    any_line = False
    with open_text(stream) as text:
        for number, line in _iter_lines(text, limits):
            if line is None:
                yield Refusal(reason=f"line {number} {too_large(limits)}", line=number)
            elif stripped := line.strip().strip("\x00\ufeff\x1e"):
                yield _parse_line(stripped, number)
            else:
                continue
            any_line = True
    if not any_line:
        raise Unreadable("is empty")


def _iter_lines(text: io.TextIOWrapper, limits: Limits) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers; None for one that is larger than any article."""
    number = 0
    while line := text.readline(limits.document + 1):
        number += 1
        if len(line) > limits.document and not line.endswith("\n"):
            _skip_line(text)
            yield number, None
        else:
            yield number, line


def _skip_line(text: io.TextIOWrapper) -> None:
    while (rest := text.readline(1 << 20)) and not rest.endswith("\n"):
        pass


def _parse_line(line: str, number: int) -> Record | Refusal:
    try:
        value = DECODER.decode(line)
    except json.JSONDecodeError as error:
        return Refusal(reason=describe_syntax(error, number), line=number)
    except RecursionError:
        return Refusal(reason=f"line {number} is nested too deeply", line=number)
    return _build_record(value, number, number)


def _build_record(value: object, number: int | None, line: int | None) -> Record | Refusal:
    if isinstance(value, Mapping):
        return Record(fields=value, number=number, line=line, marked_up=True)
    what = "a list" if isinstance(value, list) else "a single value"
    where = f"article {number}" if number else "the file"
    return Refusal(reason=f"{where} is {what}, not an object with named fields", line=line)


def _find_wrapped(value: object, depth: int = 0) -> list[object] | None:
    """The list of articles inside an API's answer, {"status": "ok", "articles": […]}."""
    if not isinstance(value, Mapping) or depth > _DEEPEST_WRAPPING:
        return None
    if depth == 0 and holds_article([*value]):
        return None
    for inner in value.values():
        if isinstance(inner, list) and inner and _is_article(inner[0]):
            return inner
    nested = (_find_wrapped(inner, depth + 1) for inner in value.values())
    return next((found for found in nested if found is not None), None)


def _is_article(value: object) -> bool:
    return isinstance(value, Mapping) and holds_article([*value])
