"""Text cut where highlighting starts and ends, so that a template can escape every piece."""

from collections.abc import Iterable
from dataclasses import dataclass

from searchapp.search.response import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that is highlighted as a whole or not at all."""

    text: str
    marked: bool = False


def split_pieces(text: str, ranges: Iterable[Range]) -> tuple[Piece, ...]:
    """The text in pieces; joined again they are the text. Ranges are in order and apart."""
    pieces = []
    position = 0
    for start, end in ranges:
        pieces += [Piece(text=text[position:start]), Piece(text=text[start:end], marked=True)]
        position = end
    pieces.append(Piece(text=text[position:]))
    return tuple(piece for piece in pieces if piece.text)
