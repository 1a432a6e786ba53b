"""An article's text in blocks: paragraphs, pieces, places to jump to."""

import pytest

from searchapp.article import Article, FacetValue, Mention, Passage, Zone
from searchapp.search.response import Range
from searchapp.web.presenters.article_text import ArticleText, Paragraph, TextPiece

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
    return "".join(stretch.text for stretch in paragraph)


def pieces_of(paragraph: Paragraph) -> list[TextPiece]:
    return [piece for stretch in paragraph for piece in stretch.pieces]


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
    assert [(piece.text, piece.marked) for piece in pieces_of(text.headline())] == [
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
    [[stretches]] = [block.paragraphs for block in text.blocks()]
    pieces = pieces_of(stretches)
    shown = "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)
    assert shown.replace("][", "") == expected
    assert joined(stretches) == "Xi Jinping spoke."
    found = "".join(stretch.text for stretch in stretches if stretch.evidence)
    assert found == max(words, key=len)
    anchors = [stretch.anchor for stretch in stretches if stretch.anchor]
    assert len(anchors) == len(set(anchors)) >= 1


def test_a_mark_inside_evidence_does_not_cut_the_place_to_jump_to() -> None:
    text = ArticleText(with_mentions(article("Xi Jinping spoke."), "Xi Jinping"), ((3, 10),))
    [[stretches]] = [block.paragraphs for block in text.blocks()]
    assert [(stretch.text, stretch.anchor, stretch.why) for stretch in stretches] == [
        ("Xi Jinping", "at-0", "#why-0"),
        (" spoke.", None, None),
    ]


def test_marks_are_numbered_in_the_order_in_which_they_are_shown() -> None:
    zones = {"A storm.": Zone.BODY, "Storm": Zone.HEADLINE, "No storm.": Zone.BODY}
    base = article("A storm.\n\nStorm\n\nNo storm.", title="Storm", zones=zones)
    text = ArticleText(base, ((2, 7), (10, 15), (20, 25)))
    shown = [text.headline(), *(line for block in text.blocks() for line in block.paragraphs)]
    numbers = [piece.number for line in shown for piece in pieces_of(line) if piece.marked]
    assert numbers == [1, 2, 3]
    assert text.mark_count == 3


def test_a_mark_that_is_cut_has_one_number() -> None:
    text = ArticleText(with_mentions(article("Xi Jinping spoke."), "Jinping"), ((0, 10),))
    [[stretches]] = [block.paragraphs for block in text.blocks()]
    marked = [(p.text, p.number) for p in pieces_of(stretches) if p.marked]
    assert marked == [("Xi ", 1), ("Jinping", None)]
    assert text.mark_count == 1


def test_what_is_not_shown_is_not_counted() -> None:
    text = ArticleText(article("Storm. Storm.", zones={"Storm.": Zone.BODY}), ((0, 5), (7, 12)))
    assert text.mark_count == 1
