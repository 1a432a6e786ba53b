import json
import sys
from pathlib import Path

import pytest

from tests.unit.ingest.reading import only_article, only_reason, read_file

BODY = "".join(
    f"<p>Paragraph {number} tells at some length what happened in Rome on that day.</p>"
    for number in range(5)
)
PAGE = f"""<!DOCTYPE html><html><head><title>Fire in Rome | The Paper</title>
<meta property="article:published_time" content="2022-12-30T10:00:00+01:00">
<meta name="author" content="Ann Lee"><meta property="og:site_name" content="The Paper">
<meta property="article:section" content="World">
<link rel="canonical" href="https://example.org/fire"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport pages</a></nav>
<article><h1>Fire in Rome</h1>{BODY}</article>
<footer>All rights reserved</footer></body></html>"""


@pytest.fixture(params=["with trafilatura", "without trafilatura"])
def _reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without trafilatura":
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    else:
        pytest.importorskip("trafilatura", reason="the extra searchapp[html] is not installed")


@pytest.mark.usefixtures("_reader")
class TestWithEitherReader:
    def test_a_page_gives_its_article_and_what_it_states(self, tmp_path: Path) -> None:
        article = only_article(read_file(tmp_path, "a.html", PAGE))
        assert article.text.startswith("Fire in Rome\n\nParagraph 0 tells")
        assert article.text.count("\n\n") == 5
        assert article.text.endswith(
            "Paragraph 4 tells at some length what happened in Rome on that day."
        )
        assert article.given.title == "Fire in Rome"
        assert article.given.date == "2022-12-30T10:00:00+01:00"
        assert article.given.authors == ("Ann Lee",)
        assert article.given.source == "The Paper"
        assert article.given.section == "World"
        assert article.given.url == "https://example.org/fire"

    def test_linked_data_wins_over_meta_tags(self, tmp_path: Path) -> None:
        stated = {
            "@graph": [
                {"@type": "WebSite", "name": "x"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Great fire in Rome",
                    "datePublished": "2022-12-31",
                    "author": [{"@type": "Person", "name": "Bo Ek"}],
                    "publisher": {"name": "Agency"},
                },
            ]
        }
        script = f'<script type="application/ld+json">{json.dumps(stated)}</script></head>'
        page = PAGE.replace("</head>", script)
        given = only_article(read_file(tmp_path, "a.htm", page)).given
        assert (given.title, given.date) == ("Great fire in Rome", "2022-12-31")
        assert (given.authors, given.source) == (("Bo Ek",), "Agency")

    @pytest.mark.parametrize("script", ["{", "[" * 50_000, "[1]", '{"@type": 7}', '"x"', "null"])
    def test_broken_linked_data_is_passed_over(self, tmp_path: Path, script: str) -> None:
        page = PAGE.replace(
            "</head>", f'<script type="application/ld+json">{script}</script></head>'
        )
        assert only_article(read_file(tmp_path, "a.html", page)).given.title == "Fire in Rome"

    def test_a_page_in_the_encoding_it_declares(self, tmp_path: Path) -> None:
        page = f'<meta charset="windows-1251"><title>Путин</title>{BODY}'
        article = only_article(read_file(tmp_path, "a.html", page.encode("cp1251")))
        assert article.given.title == "Путин"

    def test_entities_of_a_document_type_are_not_expanded(self, tmp_path: Path) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "/etc/passwd">]>'
        head = f'<?xml version="1.0" encoding="utf-8"?>{bomb}'
        page = f"{head}<html><body><p>&b;&c;</p>{BODY}</body></html>"
        text = only_article(read_file(tmp_path, "a.xhtml", page)).text
        assert "haha" not in text
        assert "root:" not in text

    def test_a_short_page_is_still_an_article(self, tmp_path: Path) -> None:
        article = only_article(read_file(tmp_path, "a.html", "<title>Fire</title><p>In Rome.</p>"))
        assert article.text == "Fire\n\nIn Rome."

    def test_markup_written_as_entities_is_text(self, tmp_path: Path) -> None:
        page = f"<p>Type &lt;script&gt;alert(1)&lt;/script&gt; to see it happen.</p>{BODY}"
        assert "<script>alert(1)</script>" in only_article(read_file(tmp_path, "a.html", page)).text


def test_a_page_without_text_names_the_package_that_reads_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    reason = only_reason(read_file(tmp_path, "a.html", "<script>render()</script>"))
    assert reason.endswith('pip install "searchapp[html]" reads more pages')


def test_a_parser_that_fails_gives_way_to_the_plain_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trafilatura = pytest.importorskip("trafilatura", reason="searchapp[html] is not installed")

    def fail(*_arguments: object, **_options: object) -> str:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert "Paragraph 4" in only_article(read_file(tmp_path, "a.html", PAGE)).text


def test_a_page_with_more_tags_than_any_article_is_read_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trafilatura = pytest.importorskip("trafilatura", reason="searchapp[html] is not installed")
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: "the other reader")
    page = "<p>word" * 30_000
    assert only_article(read_file(tmp_path, "a.html", page)).text.startswith("word\n\nword")
