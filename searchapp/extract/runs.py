"""Runs: stretches of capitalised words, the stuff that names are made of."""

from collections.abc import Iterator

from searchapp.extract import cues
from searchapp.extract.tokens import Tokens


def is_capitalised(word: str) -> bool:
    """Return whether `word` can begin or end a name: Xi, al-Assad."""
    if word[0].isupper():
        return True
    return word[2:3] == "-" and word.startswith(cues.ARABIC_PREFIXES) and word[3:4].isupper()


def iter_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitalised words with single spaces, particles inside included."""
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    count = len(texts)
    after = 0
    heads = [
        position
        for position, word in enumerate(texts)
        if word[0].isupper() or ("-" in word and is_capitalised(word))
    ]
    for position in heads:
        if position < after:
            continue
        after = position + 1
        while after < count and _continues(texts, starts, ends, after):
            if is_capitalised(texts[after]):
                after += 1
                continue
            beyond = after
            while beyond < min(count - 1, after + 3) and texts[beyond] in cues.PARTICLES:
                if starts[beyond + 1] - ends[beyond] != 1:
                    break
                beyond += 1
            if beyond == after or not is_capitalised(texts[beyond]):
                break
            after = beyond + 1
        yield position, after


def _continues(
    texts: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], position: int
) -> bool:
    gap = starts[position] - ends[position - 1]
    if texts[position][0] == "\n":
        return False
    return gap == 1 or (gap == 0 and texts[position - 1][-1] == ".")
