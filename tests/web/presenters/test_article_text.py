"""An article's text in blocks: paragraphs, pieces, places to jump to."""

import pytest

from searchapp.article import Article, FacetValue, Mention, Passage, Zone
from searchapp.search.response import Range
from searchapp.web.presenters.article_text import ArticleText, Paragraph

LONG = "A line that is far too long to have been wrapped by hand, " * 3


def article(text: str, *, title: str = "", zones: dict[str, Zone] | None = None) -> Article:
    """An article whose passages are the given stretches of its text, or the whole as body."""
    passages = tuple(
        Passage(zone=zone, start=text.index(part), end=text.index(part) + len(part))
        for part, zone in (zones or {text: Zone.BODY}).items()
    )
    return Article(id="a", path="a", text=text, sha256="", title=title, passages=passages)


def with_mentions(base: Article, *words: str) -> Article:
    mentions = tuple(
        Mention(
            zone=Zone.BODY,
            start=base.text.index(word),
            end=base.text.index(word) + len(word),
            rule="r",
        )
        for word in words
    )
    person = FacetValue(value="p", label="p", mentions=mentions)
    return Article(
        id="a",
        path="a",
        text=base.text,
        sha256="",
        title=base.title,
        passages=base.passages,
        persons=(person,),
    )


def joined(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph)


def paragraphs(text: str) -> list[str]:
    [block] = ArticleText(article(text), ()).blocks()
    return [joined(paragraph) for paragraph in block.paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("Wrapped by\nhand at a\nnarrow width.", ["Wrapped by\nhand at a\nnarrow width."]),
        (f"{LONG}\nShort.", [LONG, "Short."]),
        ("One.\n \n\n  Two.", ["One.", "Two."]),
    ],
    ids=["blank line", "hard-wrapped", "a line is a paragraph", "several blank lines"],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_neighbours_of_one_zone_are_one_block() -> None:
    zones = {"Share": Zone.DEBRIS, "Tweet": Zone.DEBRIS, "Text.": Zone.BODY}
    blocks = ArticleText(article("Share\n\nTweet\n\nText.", zones=zones), ()).blocks()
    assert [(block.zone, len(block.paragraphs)) for block in blocks] == [
        (Zone.DEBRIS, 2),
        (Zone.BODY, 1),
    ]
    assert blocks[0].preview == "Share"


def test_the_title_is_taken_from_the_text_and_not_shown_twice() -> None:
    zones = {"Body.": Zone.BODY, "The title": Zone.HEADLINE}
    text = ArticleText(article("Body.\n\nThe title", title="The title", zones=zones), ((11, 16),))
    assert [(piece.text, piece.marked) for piece in text.headline()] == [
        ("The ", False),
        ("title", True),
    ]
    assert [block.zone for block in text.blocks()] == [Zone.BODY]


def test_a_title_from_elsewhere_leaves_the_headlines_in_the_text() -> None:
    zones = {"Subhead": Zone.HEADLINE, "Body.": Zone.BODY}
    text = ArticleText(article("Subhead\n\nBody.", title="Given", zones=zones), ())
    assert joined(text.headline()) == "Given"
    assert [block.zone for block in text.blocks()] == [Zone.HEADLINE, Zone.BODY]


@pytest.mark.parametrize(
    ("marks", "words", "expected"),
    [
        (((0, 3),), ("Xi Jinping",), "[Xi ]Jinping spoke."),
        (((3, 10),), ("Xi Jinping",), "Xi [Jinping] spoke."),
        (((0, 10),), ("Jinping",), "[Xi Jinping] spoke."),
        ((), ("Xi Jinping", "Xi"), "Xi Jinping spoke."),
    ],
    ids=["mark first", "mark inside", "mark around", "overlapping mentions"],
)
def test_marks_and_mentions_may_overlap(
    marks: tuple[Range, ...], words: tuple[str, ...], expected: str
) -> None:
    text = ArticleText(with_mentions(article("Xi Jinping spoke."), *words), marks)
    [[pieces]] = [block.paragraphs for block in text.blocks()]
    shown = "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)
    assert shown.replace("][", "") == expected
    assert joined(pieces) == "Xi Jinping spoke."
    found = "".join(piece.text for piece in pieces if piece.evidence)
    assert found == max(words, key=len)
    anchors = [piece.anchor for piece in pieces if piece.anchor]
    assert len(anchors) == len(set(anchors)) >= 1
