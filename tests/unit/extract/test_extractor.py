"""The whole way: a raw article goes in, an article with its evidence comes out."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchapp.article import Article, Given, RawArticle, Zone
from searchapp.extract import CountryEvidence, ExtractOptions, build_extractor

TEXT = """\
 date 2021-05-03 Home page politics

Of: Andrew Miller

Split

Angela Merkel and Ada Quill in Lisbon, Portugal, where both met in April. © Tomás Varga/imago

Germany wants to talk about “the most difficult questions” with Portugal. Nothing has been agreed.

Berlin/Lisbon – Germany is looking for partners. Chancellor Angela Merkel wants to speak to the \
Portuguese government. A call is planned for Friday.

Merkel calls Lisbon about the harbour: talk about “difficult questions”

According to the government in Berlin, Germany and Portugal will speak about the harbour. Merkel \
did not comment, but Portugal was content.

Why the harbour of Lisbon became so important for the whole of Europe View photo gallery

The talks in Berlin go on, and Portugal has invited Germany to another meeting. (as with dpa \
material)
"""


def raw_article(text: str = TEXT, *, path: str = "post/a.txt", **metadata: object) -> RawArticle:
    return RawArticle(id="a", path=path, text=text, sha256="0" * 64, given=Given(**metadata))  # type: ignore[arg-type]


def extract(raw: RawArticle, options: ExtractOptions | None = None) -> Article:
    return build_extractor(options or ExtractOptions()).extract(raw)


def test_a_scraped_article_comes_out_with_all_its_facets() -> None:
    article = extract(raw_article())
    assert article.title == (
        "Merkel calls Lisbon about the harbour: talk about “difficult questions”"
    )
    assert article.date == date(2021, 5, 3)
    assert article.section == "politics"
    assert article.agency == "dpa"
    assert article.language == "en"
    assert [author.label for author in article.authors] == ["Andrew Miller"]
    assert {country.value for country in article.countries if country.about} == {"DE", "PT"}
    assert "Angela Merkel" in [person.label for person in article.persons]
    assert article.text == TEXT


def test_neither_author_nor_photographer_nor_button_becomes_a_facet() -> None:
    article = extract(raw_article())
    assert not {"Andrew Miller", "Tomás Varga"} & {person.label for person in article.persons}
    assert "HR" not in {country.value for country in article.countries}


def test_the_zones_follow_the_page() -> None:
    article = extract(raw_article())
    assert [passage.zone for passage in article.passages] == [
        Zone.DEBRIS,
        Zone.BYLINE,
        Zone.DEBRIS,
        Zone.CAPTION,
        Zone.LEDE,
        Zone.BODY,
        Zone.HEADLINE,
        Zone.BODY,
        Zone.DEBRIS,
        Zone.BODY,
        Zone.AGENCY_NOTE,
    ]


def test_every_mention_lies_in_the_zone_that_it_names() -> None:
    article = extract(raw_article())
    values = (*article.authors, *article.countries, *article.persons)
    mentions = [mention for value in values for mention in value.mentions]
    for mention in (*mentions, *article.date_mentions):
        assert any(
            passage.zone is mention.zone
            and passage.start <= mention.start < mention.end <= passage.end
            for passage in article.passages
        ), mention


@pytest.mark.parametrize(
    ("metadata", "field", "value"),
    [
        ({"title": "Another title"}, "title", "Another title"),
        ({"date": "2020-01-02T23:30:00-05:00"}, "date", date(2020, 1, 2)),
        ({"date": "sometime in spring"}, "date", date(2021, 5, 3)),
        ({"section": "Culture"}, "section", "culture"),
        ({"agency": "AFP"}, "agency", "AFP"),
        ({"source": " The Post "}, "source", "The Post"),
        ({"url": "https://example.org/a"}, "url", "https://example.org/a"),
    ],
)
def test_what_is_given_wins_if_it_means_something(
    metadata: dict[str, object], field: str, value: object
) -> None:
    assert getattr(extract(raw_article(**metadata)), field) == value


def test_given_values_have_no_mentions() -> None:
    article = extract(
        raw_article(
            date="2020-01-02", authors=("By Jane Doe",), countries=("RU",), persons=("Ada Quill",)
        )
    )
    assert [author.label for author in article.authors] == ["Jane Doe"]
    assert [country.value for country in article.countries] == ["RU"]
    assert [person.label for person in article.persons] == ["Ada Quill"]
    values = (*article.authors, *article.countries, *article.persons)
    assert article.date_mentions == ()
    assert all(value.mentions == () for value in values)


@pytest.mark.parametrize("url", [None, "https://example.org/2023/03/05/harbour"])
def test_the_address_tells_which_number_of_a_date_is_the_day(url: str | None) -> None:
    text = "Harbour reopens\n\n03/05/2023\n\nThe harbour reopened after two months of repairs."
    found = extract(raw_article(text, path="a.txt", url=url))
    assert found.date == (date(2023, 3, 5) if url else date(2023, 5, 3))
    assert found.date_mentions


@pytest.mark.parametrize(
    ("path", "url", "day"),
    [
        ("2019-08-02-fair.txt", None, date(2019, 8, 2)),
        ("fair.txt", "https://example.org/2019/08/02/fair", date(2019, 8, 2)),
        ("fair.txt", None, None),
    ],
)
def test_the_address_is_the_last_resort_for_the_day(
    path: str, url: str | None, day: date | None
) -> None:
    text = "The fair of Valmere was opened by a band from Leeds, and nobody knew the songs."
    assert extract(raw_article(text, path=path, url=url)).date == day


def test_dates_after_today_are_not_taken() -> None:
    assert extract(raw_article(), ExtractOptions(today=date(2021, 1, 1))).date is None


def test_the_setting_reads_ambiguous_dates() -> None:
    text = f"01/02/2023\n\n{TEXT[160:]}"
    assert extract(raw_article(text), ExtractOptions(dayfirst=True)).date == date(2023, 2, 1)
    assert extract(raw_article(text), ExtractOptions(dayfirst=False)).date == date(2023, 1, 2)


def test_the_setting_counts_every_mentioned_country() -> None:
    options = ExtractOptions(evidence=CountryEvidence.MENTIONED)
    assert all(country.about for country in extract(raw_article(), options).countries)


@pytest.mark.parametrize("text", ["", " \n\t\n ", "a", "\n\n.\n", "© / ( [ “"])
def test_texts_that_say_nothing_still_have_a_title(text: str) -> None:
    assert extract(raw_article(text)).title


def test_an_extractor_can_be_sent_to_another_process() -> None:
    extractor = build_extractor(ExtractOptions())
    copy = pickle.loads(pickle.dumps(extractor))  # noqa: S301
    assert copy.extract(raw_article()) == extractor.extract(raw_article())


def test_threads_share_an_extractor() -> None:
    extractor = build_extractor(ExtractOptions())
    with ThreadPoolExecutor(4) as pool:
        articles = list(pool.map(extractor.extract, [raw_article()] * 16))
    assert articles == [extractor.extract(raw_article())] * 16


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("lantern " * 60_000, id="one endless line"),
        pytest.param("By Jane Doe\n" * 20_000, id="bylines"),
        pytest.param("Home\n" * 50_000, id="short lines"),
        pytest.param("12.12.2022 " * 20_000, id="dates"),
        pytest.param("(" * 200_000, id="brackets"),
        pytest.param("1 January " * 20_000, id="months"),
        pytest.param("By: " + "van de " * 40_000, id="particles"),
        pytest.param("x" + " " * 300_000 + "x", id="blanks"),
    ],
)
def test_hostile_texts_are_extracted_too(text: str) -> None:
    article = extract(raw_article(text))
    assert article.title
    assert article.passages[-1].end == len(text.rstrip())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*TEXT.split("\n\n"), *"Share;3 May 2021;By;Jane Doe;(AFP);©".split(";")])
    )
)
def test_any_order_of_paragraphs_gives_an_article_with_sound_evidence(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    article = extract(raw_article(text))
    covered = [text[passage.start : passage.end] for passage in article.passages]
    assert "".join("".join(covered).split()) == "".join(text.split())
    for author in article.authors:
        for mention in author.mentions:
            assert text[mention.start : mention.end].strip()
