import pytest

from searchapp.ingest.html_page import parse_page

TEXTS = {
    "paragraphs and breaks": ("<p>One\n two<br>three<p>Four", "One two\nthree\n\nFour"),
    "scripts, styles and navigation go": (
        "<nav>Home</nav><script>x<p>y</script><style>p{}</style><p>Text</p><footer>©</footer>",
        "Text",
    ),
    "entities": ("<p>Caf&eacute; &amp; bar &#8217;s</p>", "Café & bar ’s"),
    "nested skipped tags end together": ("<aside>a<aside>b</aside>c</aside><p>d", "d"),
    "an aside that is never closed does not eat the page": ("<aside><p>All</p>", "All"),
    "the article wins over what is around it": (
        f"<div>Menu</div><article><p>{'Long text. ' * 30}</p></article><div>More</div>",
        ("Long text. " * 30).strip(),
    ),
    "a short article does not": ("<p>Around</p><article>x</article>", "Around\n\nx"),
    "comments and declarations": ("<!-- <p>no</p> --><![if x]><p>Yes</p><![endif]>", "Yes"),
    "a lonely bracket is text": ("<p>1 < 2</p>3 <", "1 < 2\n\n3 <"),
    "templates are text": ("<p>{{7*7}} {% x %}</p>", "{{7*7}} {% x %}"),
}


@pytest.mark.parametrize(("markup", "text"), TEXTS.values(), ids=TEXTS)
def test_a_page_is_read_as_its_paragraphs(markup: str, text: str) -> None:
    assert parse_page(markup).text == text


def test_what_a_page_states_about_itself_is_noted() -> None:
    page = parse_page(
        '<head><title>Fire | Paper</title><META NAME="Author" CONTENT="Ann">'
        '<meta name="author" content="Second"><link rel="canonical" href="https://e.org/a">'
        '<script type="application/ld+json">{"a": "</p>"}</script></head>'
        '<h1>Fire <em>now</em></h1><time datetime="2022-12-30">today</time>'
    )
    assert (page.title, page.heading, page.time) == ("Fire | Paper", "Fire now", "2022-12-30")
    assert page.meta == {"author": "Ann"}
    assert page.canonical == "https://e.org/a"
    assert page.linked_data == ('{"a": "</p>"}',)


@pytest.mark.parametrize(
    "markup",
    [unit * 20_000 for unit in ("<", "<a ", "<!", "<![x", "<!--", "<div>", "&#", "</", "<a b='")],
    ids=lambda markup: markup[:6],
)
def test_endless_markup_does_not_fail(markup: str) -> None:
    assert isinstance(parse_page(markup).text, str)
