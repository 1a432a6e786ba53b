"""Conditional requests: who has an answer already is told so without any search."""

import hashlib
from collections.abc import Callable
from datetime import date

from flask import Response, request

from searchapp.search.engine import Engine


class Freshness:
    """Answers 304 to whoever has what this archive would answer (RFC 9110, 13.1.2).

    An answer depends on what is served, on the address it is asked under and on the day (“last 7
    days”), and `look` on everything else that shapes it. Its tag is weak, since an answer also says
    how long it took.
    """

    def __init__(self, engine: Engine, look: str) -> None:
        self._engine = engine
        self._look = look

    def answer(self, build: Callable[[], Response]) -> Response:
        """What `build` makes, or 304 without calling it."""
        tag = self._tag()
        known = request.if_none_match.contains_weak(tag)
        response = Response(status=304) if known else build()
        if response.status_code < 400:
            response.set_etag(tag, weak=True)
        return response

    def _tag(self) -> str:
        # Asked for before the answer is made: should a newer index be put in use between the two,
        # the answer gets the older tag, and is merely fetched once more.
        parts = (self._engine.generation(), self._look, date.today().isoformat(), request.url)
        return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
