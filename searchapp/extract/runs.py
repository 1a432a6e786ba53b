"""Runs: stretches of capitalised words, the stuff that names are made of."""

from collections.abc import Iterator

from searchapp.extract import cues
from searchapp.extract.tokens import Tokens

_MOST_PARTICLES = 3
# No headline is as long; what is longer is cut, so that no text costs more than its length.
_LONGEST = 100


def is_capitalised(word: str) -> bool:
    """Return whether `word` can begin or end a name: Xi, al-Assad."""
    if word[0].isupper():
        return True
    return word[2:3] == "-" and word.startswith(cues.ARABIC_PREFIXES) and word[3:4].isupper()


def iter_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the stretches of capitalised words with single spaces, particles inside included."""
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    particles = cues.PARTICLES
    last = len(texts) - 1
    after = 0
    for position in tokens.heads:
        if position < after:
            continue
        word = texts[position]
        if not word[0].isupper() and not is_capitalised(word):
            continue
        after = position + 1
        while after <= last:
            word = texts[after]
            capitalised = word[0].isupper() or ("-" in word and is_capitalised(word))
            if not capitalised and word not in particles:
                break
            gap = starts[after] - ends[after - 1]
            if gap != 1 and (gap or texts[after - 1][-1] != "."):
                break
            if not capitalised:
                beyond = _skip_particles(tokens, after)
                if not is_capitalised(texts[beyond]):
                    break
                after = beyond
            after += 1
        while after - position > _LONGEST:
            yield position, position + _LONGEST
            position += _LONGEST
        yield position, after


def _skip_particles(tokens: Tokens, position: int) -> int:
    """Return the position after at most three particles; `position` itself if none goes on."""
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    beyond = position
    while beyond < min(len(texts) - 1, position + _MOST_PARTICLES):
        if texts[beyond] not in cues.PARTICLES or starts[beyond + 1] - ends[beyond] != 1:
            break
        beyond += 1
    return beyond
