"""Articles in the form of Reuters-21578, made of invented sentences."""

import gzip
import json
import random
from pathlib import Path

from tests.benchmark.engines.invented import invented_name, invented_word

_SENTENCES = 150
_WORDS = 700
# Far from the words that growing an archive invents.
_FIRST_WORD = 500_000


def write_reuters(path: Path, count: int) -> None:
    """Write so many articles; the same ones every time."""
    chance = random.Random(5)
    sentences = [_sentence(chance) for _ in range(_SENTENCES)]
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for number in range(count):
            chosen = chance.sample(sentences, 6)
            row = {
                "id": str(number),
                "date": f"1987-03-{1 + number % 28:02}",
                "title": " ".join(chosen[0].split()[:5]).upper(),
                "author": f"By {invented_name(number % 9)}, Reuters" if number % 3 else None,
                "dateline": "LONDON, March 1 -",
                "places": chance.sample(["usa", "uk", "west-germany", "japan"], number % 3),
                "people": ["reagan"] if number % 5 == 0 else [],
                "body": "\n    ".join([" ".join(chosen[1:4]), " ".join(chosen[4:])]) + "\n Reuter",
            }
            lines.write(json.dumps(row) + "\n")


def _sentence(chance: random.Random) -> str:
    places = [int(_WORDS ** chance.random()) for _ in range(chance.randint(8, 16))]
    words = [invented_word(_FIRST_WORD + place) for place in places]
    return f"{' '.join(words).capitalize()}."
