from pathlib import Path

import pytest

from searchapp.ingest.markdown_reader import strip_markdown
from tests.unit.ingest.reading import only_article, only_reason, read_file

MARKS = {
    "emphasis": ("A **big** and *hot* __fire__ _today_", "A big and hot fire today"),
    "nested emphasis": ("***very** big*", "very big"),
    "a product stays": ("2 * 3 * 4", "2 * 3 * 4"),
    "a name with underscores stays": ("snake_case_name", "snake_case_name"),
    "a link": ("see [the **map**](https://example.org/a 'T') now", "see the map now"),
    "a reference link": ("[Rome][1]\n\n[1]: https://example.org", "Rome\n\n"),
    "an image": ("![A fire](a.jpg)", "A fire"),
    "an address": ("<https://example.org>", "https://example.org"),
    "headings": ("## Rome ##\n# C#\nText", "Rome\nC#\nText"),
    "an underlined heading": ("Rome\n====\nText", "Rome\nText"),
    "a rule": ("a\n\n***\n\nb", "a\n\n\n\nb"),
    "a quotation": ("> One\n>> two", "One\ntwo"),
    "code": ("`x` and\n```py\ny\n```", "x and\n\ny\n"),
    "escapes": (r"\*not emphasis\*", "*not emphasis*"),
    "lists keep their marks": ("- one\n- two", "- one\n- two"),
    "a comment": ("a<!-- hidden\n -->b", "ab"),
    "inline tags": ("a <b>big</b> fire<br>", "a big fire"),
    "other tags are text": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "brackets stay": ("[sic] and (x)", "[sic] and (x)"),
}


@pytest.mark.parametrize(("text", "expected"), MARKS.values(), ids=MARKS)
def test_marks_go_and_words_stay(text: str, expected: str) -> None:
    assert strip_markdown(text) == expected


def test_front_matter_becomes_the_articles_given_fields(tmp_path: Path) -> None:
    content = """---
title: Fire in Rome
date: 2022-12-30
byline: Ann Lee
category: [World]
tags: [fire]
link: https://example.org/a
country: [IT, NO]
people: Xi Jinping
id: a-1
text: ignored
---

# Fire in Rome

A **big** fire.
"""
    article = only_article(read_file(tmp_path, "a.md", content))
    assert (article.id, article.text) == ("a-1", "Fire in Rome\n\nA big fire.")
    assert article.given.title == "Fire in Rome"
    assert article.given.date == "2022-12-30"
    assert article.given.section == "World"
    assert article.given.authors == ("Ann Lee",)
    assert article.given.countries == ("IT", "NO")
    assert article.given.persons == ("Xi Jinping",)
    assert article.given.url == "https://example.org/a"


@pytest.mark.parametrize("heading", ["# Fire *in* Rome", "Fire in Rome\n============"])
def test_the_first_heading_is_the_title_if_none_is_given(tmp_path: Path, heading: str) -> None:
    article = only_article(read_file(tmp_path, "a.markdown", f"{heading}\n\nText"))
    assert article.given.title == "Fire in Rome"
    assert article.text == "Fire in Rome\n\nText"


def test_front_matter_without_a_text_is_an_article_if_it_has_a_title(tmp_path: Path) -> None:
    assert only_article(read_file(tmp_path, "a.md", "---\ntitle: Fire\n---\n")).text == "Fire"
    assert only_reason(read_file(tmp_path, "a.md", "---\ndate: 2022\n---\n")) == "is empty"
