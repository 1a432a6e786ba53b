"""Nothing in the sources reads otherwise than it runs (https://trojansource.codes)."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
FOLDERS = (".ci", "docs", "index", "searchapp", "static", "templates", "tests")
BINARY = frozenset({".gz", ".jpg", ".jpeg", ".png", ".pyc", ".webp", ".zip"})
INVISIBLE = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def own_files() -> list[Path]:
    inside = (path for folder in FOLDERS for path in (PROJECT / folder).rglob("*"))
    found = [path for path in (*PROJECT.glob("*"), *inside) if path.is_file()]
    return [
        path
        for path in found
        if path.suffix not in BINARY
        and "__pycache__" not in path.parts
        and path.relative_to(PROJECT).parts[:2] != ("index", "demo")
        and not any(part.startswith("gen-") for part in path.parts)
    ]


def test_no_source_has_characters_that_turn_the_direction_of_text() -> None:
    looked_at = own_files()
    assert len(looked_at) > 300
    for path in looked_at:
        found = INVISIBLE & set(path.read_text(encoding="utf-8", errors="replace"))
        assert not found, f"{path.relative_to(PROJECT)} has {sorted(map(ascii, found))}"


@pytest.mark.parametrize("character", ["\u202a", "\u202e", "\u2066", "\u2069"], ids=ascii)
def test_the_gate_knows_the_characters(character: str) -> None:
    assert character in INVISIBLE
