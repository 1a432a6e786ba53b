import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchapp.ingest.clean import MOST_MARKS, clean_line, clean_text

CASES = {
    "NUL goes": ("a\x00b", "ab"),
    "a lone surrogate becomes the replacement character": ("a\ud800b", "a\ufffdb"),
    "a terminal escape goes whole": ("\x1b[31mred\x1b[0m", "red"),
    "Windows line ends": ("a\r\nb\rc", "a\nb\nc"),
    "a line separator is a line end": ("a\u2028b", "a\nb"),
    "a paragraph separator is an empty line": ("a\u2029b", "a\n\nb"),
    "a no-break space is a space": ("10\xa0km 5\u202f%", "10 km 5 %"),
    "bidirectional overrides go": ("a\u202eb\u2066c\u2069", "abc"),
    "a soft hyphen does not split a word": ("Ukra\xadine", "Ukraine"),
    "a zero-width space does not split a word": ("Pu\u200btin", "Putin"),
    "a zero-width space separates Thai words": ("ไทย\u200bดี", "ไทย\u200bดี"),
    "a joiner between Latin letters goes": ("Pu\u200dtin", "Putin"),
    "a joiner inside an emoji stays": ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
    "a joiner after a variation selector stays": ("❤️\u200d🔥", "❤️\u200d🔥"),
    "a non-joiner in Persian stays": ("می\u200cخواهم", "می\u200cخواهم"),
    "right-to-left text is left alone": ("שלום עולם", "שלום עולם"),
    "a flag made of tags stays": (
        "\U0001f3f4\U000e0067\U000e0062\U000e007f",
        "\U0001f3f4\U000e0067\U000e0062\U000e007f",
    ),
    "stray tags go": ("a\U000e0041b", "ab"),
    "decomposed letters are composed": ("Zu\u0308rich", "Zürich"),
    "a byte order mark inside goes": ("a\ufeffb", "ab"),
    "blanks at line ends go": ("a  \nb\t\n", "a\nb"),
    "floods of empty lines are cut": ("a" + "\n" * 50 + "b", "a\n\n\nb"),
    "template marks are text": ("{{7*7}} {% x %} <script>", "{{7*7}} {% x %} <script>"),
    "tabs stay": ("a\tb", "a\tb"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_text_is_cleaned(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\U0001d165", "\u0f71\u0f72"])
def test_a_flood_of_combining_marks_is_capped(mark: str) -> None:
    flooded = clean_text("x" + mark * 10_000 + "y")
    assert len(flooded) <= MOST_MARKS + 2
    assert flooded[0] + flooded[-1] == "xy"


def test_a_line_has_single_spaces_and_no_line_ends() -> None:
    assert clean_line(" Putin \r\n talks\t to\u2028Xi ") == "Putin talks to Xi"


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Zs", "Zl", "Zp"]),
        st.sampled_from("\r\n\x1b[\u0344\u0301a\u200d\u200b"),
    )
)


@given(HOSTILE)
def test_cleaned_text_is_well_formed_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not [c for c in cleaned if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert clean_text(cleaned) == cleaned
