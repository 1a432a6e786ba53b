from itertools import pairwise

import pytest

from searchapp.ingest.front_matter import split_front_matter

CASES: dict[str, tuple[str, dict[str, object]]] = {
    "dates stay as written": ("---\ndate: 2022-12-30 10:00\n---\n", {"date": "2022-12-30 10:00"}),
    "the country NO is not False": ("---\ncountry: NO\n---\n", {"country": "NO"}),
    "null is not given": ("---\ntitle: ~\n---\n", {"title": None}),
    "lists": ("---\nauthors: [Ann, Bo]\n---\n", {"authors": ["Ann", "Bo"]}),
    "a title with a colon": ("---\ntitle: Rome: a city\n---\n", {"title": "Rome: a city"}),
    "a closing line of dots": ("---\ntitle: x\n...\n", {"title": "x"}),
    "TOML": ('+++\ntitle = "x"\ndate = 2022-12-30\n+++\n', {"title": "x", "date": "2022-12-30"}),
    "broken TOML": (
        '+++\ntitle = "x\ndate = 2022-12-30\n+++\n',
        {"title": "x", "date": "2022-12-30"},
    ),
    "code is text": ("---\ntitle: !!python/object/apply:os.getcwd []\n---\n", {"title": []}),
}


@pytest.mark.parametrize(("matter", "expected"), CASES.values(), ids=CASES)
def test_front_matter_is_parsed_to_texts(matter: str, expected: dict[str, object]) -> None:
    assert split_front_matter(f"{matter}Body") == (expected, "Body")


@pytest.mark.parametrize(
    "text",
    ["Body", "---\nBody between rules\n---\nMore", "---\ntitle: x", "Text\n---\na: b\n---\n"],
)
def test_a_text_without_front_matter_stays_whole(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


def test_aliases_that_multiply_are_cut_off() -> None:
    names = ["text", "title", "date", "author", "source", "url", "section", "person"]
    lines = ["text: &text [x, x, x, x, x, x, x, x, x, x]"]
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    matter, body = split_front_matter("\n".join(["---", *lines, "---", "Body"]))
    assert body == "Body"
    assert len(str(matter)) < 20_000


@pytest.mark.parametrize("opening", ["a: " + "[" * 5000, "a: " + "{" * 5000, "- " * 5000])
def test_nesting_without_end_does_not_fail(opening: str) -> None:
    _, body = split_front_matter(f"---\n{opening}\n---\nBody")
    assert body.endswith("Body")
