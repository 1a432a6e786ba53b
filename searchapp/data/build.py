"""Build the files that extraction reads: `python -m searchapp.data.build --scowl DIR`.

Needs the packages of the extra "data". DIR holds the word lists of SCOWL (Debian package "scowl":
/usr/share/dict/scowl). The same sources give the same bytes. Sources and licences: LICENSES.md.
"""

import argparse
import json
import re
from collections.abc import Iterable
from pathlib import Path

from searchapp.data.build_names import build_names
from searchapp.data.build_places import build_countries, build_places

_FOLDER = Path(__file__).parent
_WRITTEN = _FOLDER / "written"
# SCOWL orders words by how common they are: 10 are the few thousand of every text, up to 35
# everybody knows them, 60 is a good dictionary.
_EVERYDAY = ("10",)
_KNOWN = ("10", "20", "35")
_DICTIONARY = ("40", "50", "55", "60")
_SPELLINGS = ("english", "american", "british", "canadian", "australian")
_WORD = re.compile(r"[a-z]{2,}")


def main() -> None:
    """Write every generated file beside this one."""
    parser = argparse.ArgumentParser(description="Build the gazetteers of searchapp.")
    parser.add_argument("--scowl", type=Path, required=True, help="folder of SCOWL's word lists")
    scowl: Path = parser.parse_args().scowl
    names = build_names(_WRITTEN / "names.toml", everyday=_scowl_words(scowl, _EVERYDAY))
    common_words = build_common_words(scowl, names)
    _write_lines("first_names.txt", names["first"])
    _write_lines("last_names.txt", names["last"])
    _write_lines("common_words.txt", common_words)
    countries = build_countries(_WRITTEN)
    (_FOLDER / "countries.json").write_text(
        json.dumps(countries, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
    )
    places = build_places(
        _WRITTEN,
        common_words=common_words,
        first_names=names["first"],
        last_names=names["last"],
    )
    _write_lines(
        "places.tsv", (f"{phrase}\t{code}\t{kind}" for phrase, (code, kind) in places.items())
    )


def build_common_words(scowl: Path, names: dict[str, frozenset[str]]) -> set[str]:
    """Return lower-case English words that make a capitalised word doubtful as a name.

    Rare words that are also names ("abbot", "lee") are left out: as a capitalised word in a
    newspaper they are nearly always the name.
    """
    either = {name.lower() for name in names["first"] | names["last"]}
    return _scowl_words(scowl, _KNOWN) | (_scowl_words(scowl, _DICTIONARY) - either)


def _scowl_words(scowl: Path, sizes: tuple[str, ...]) -> set[str]:
    words: set[str] = set()
    for spelling in _SPELLINGS:
        for size in sizes:
            file = scowl / f"{spelling}-words.{size}"
            if file.exists():
                lines = file.read_text("latin-1").splitlines()
                words.update(word for word in lines if _WORD.fullmatch(word))
    if not words:
        raise SystemExit(f"{scowl} holds no SCOWL word lists such as english-words.10.")
    return words


def _write_lines(name: str, lines: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in sorted(lines))
    (_FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
