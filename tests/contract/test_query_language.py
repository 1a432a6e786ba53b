"""The query language finds the same articles on every engine."""

import pytest

from searchapp.errors import InvalidQuery
from searchapp.search.engine import Engine
from searchapp.search.request import SearchRequest
from tests.contract.archive import IDS, found_in_any_order
from tests.contract.articles import build_article
from tests.contract.conftest import EngineOf

EVERYTHING = " ".join(IDS)


def check(engine: Engine, query: str, names: str) -> None:
    response = engine.search(SearchRequest(query=query, size=100))
    assert found_in_any_order(response) == set(names.split())
    assert response.total == len(names.split())


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", EVERYTHING),
        ("storm", "storm talks sport"),
        ("STORM", "storm talks sport"),
        ("storm rain", "sport"),
        ("rain storm", "sport"),
        ("storm AND rain", "sport"),
        ("storm OR rain", "storm talks sport brief undated"),
        ("storm OR nonesuch", "storm talks sport"),
        ("storm nonesuch", ""),
        ("nonesuch", ""),
        ("NOT storm", "cafe brief undated old"),
        ("-storm", "cafe brief undated old"),
        ("-nonesuch", EVERYTHING),
        ("rain -storm", "brief undated"),
        ("-storm -rain", "cafe old"),
        ("rain NOT harbour", "sport undated"),
        ("(storm OR rain) harbour", "storm brief"),
        ("storm OR rain harbour", "storm brief"),
        ("storm -(rain OR putin)", "storm"),
        ("NOT (storm OR rain)", "cafe old"),
        ("NOT (storm rain)", "storm talks cafe brief undated old"),
        ("peace OR NOT rain", "storm talks cafe old"),
        ("storm storm", "storm talks sport"),
    ],
)
def test_operators(archive_engine: Engine, query: str, names: str) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("storms", "storm talks sport", id="plural"),
        pytest.param("dance", "sport undated", id="dancing and dances"),
        pytest.param("talking", "talks old", id="talks and talked"),
        pytest.param("cafe", "cafe undated", id="without accent"),
        pytest.param("CAFÉ", "cafe undated", id="with accent, in capitals"),
        pytest.param("cafe\u0301", "cafe undated", id="with a combining accent"),
        pytest.param("creme brulee", "cafe", id="two words without accents"),
        pytest.param("us", "cafe", id="acronym without points"),
        pytest.param("U.S.", "cafe", id="acronym with points"),
        pytest.param("chef", "cafe", id="possessive in the text"),
        pytest.param("putin's", "talks old", id="possessive in the query"),
        pytest.param("putin’s", "talks old", id="with a typographic apostrophe"),
        pytest.param("xi,", "talks old", id="punctuation after a word"),
        pytest.param("the storm", "storm talks sport", id="stop word beside a word"),
        pytest.param("storm & rain", "sport", id="a sign between words"),
        pytest.param("storm - rain", "sport", id="a dash between words"),
        pytest.param("the OR storm", "storm talks sport", id="stop word as an alternative"),
        pytest.param("storm -the", "storm talks sport", id="stop word excluded"),
    ],
)
def test_words_are_found_in_their_forms(archive_engine: Engine, query: str, names: str) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param('"video call"', "talks", id="not across two paragraphs"),
        pytest.param("video call", "talks sport", id="the same words without quotes"),
        pytest.param("video-call", "talks", id="a hyphen makes a phrase"),
        pytest.param('"call video"', "", id="order matters"),
        pytest.param('"VIDEO CALL"', "talks", id="case does not"),
        pytest.param('"creme brulee"', "cafe", id="accents do not"),
        pytest.param('"storms of"', "storm", id="phrases are not stemmed"),
        pytest.param('"storms hit"', "", id="neither their first word"),
        pytest.param('"storms"', "storm", id="nor a single quoted word"),
        pytest.param('"the harbour"', "storm brief", id="stop words count"),
        pytest.param('"harbour the"', "", id="stop words have their place"),
        pytest.param('"key issues"', "", id="a word between"),
        pytest.param('"key issues"~2', "talks", id="a word between, with slop"),
        pytest.param('"hits coast"~2', "storm", id="a stop word between"),
        pytest.param('"hits coast"~1', "", id="slop 1 is adjacent"),
        pytest.param('"presidents video"~3', "talks", id="two words between"),
        pytest.param('"presidents video"~2', "", id="too far apart"),
        pytest.param('"issues key"~10', "", id="slop keeps the order"),
        pytest.param('"xi the"~10', "", id="not from the title into the lede"),
        pytest.param('"beijing putin"~10', "", id="not from the caption into the title"),
        pytest.param('"video call"~10', "talks", id="slop does not cross paragraphs"),
        pytest.param('"putin and xi" OR "putin talks"', "talks old", id="two phrases"),
        pytest.param('"storm" -"storm delayed"', "storm sport", id="excluded phrase"),
        pytest.param('"andrew schmid"', "talks", id="in the byline"),
        pytest.param('"u.s. embassy"', "cafe", id="with an acronym"),
        pytest.param('"chef resume"', "cafe", id="with a possessive"),
    ],
)
def test_phrases(archive_engine: Engine, query: str, names: str) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("tal*", "talks old"),
        ("TAL*", "talks old"),
        ("talked*", "old"),
        ("caf*", "cafe undated"),
        ("café*", "cafe undated"),
        ("nonesuch*", ""),
        ("storm* -storm", ""),
        ("wav?s", "storm talks"),
        ("wa*s", "storm talks sport undated"),
        ("co?st", "storm"),
        ("co?ast", ""),
        ("tal* pre*", "talks old"),
        ("stor~", "storm talks sport undated"),
        ("storrm~", "storm talks sport"),
        ("storn~", "storm talks sport"),
        ("stoorn~", ""),
        ("ztorm~", ""),
        ("sztorm~", ""),
        ("zurih~", "cafe"),
        ("talk~", "talks old"),
        ("title:tal*", "talks"),
        ("caption:danc?r", "sport"),
        ("title:storn~", "storm"),
        ("author:mull*", "storm talks undated"),
        ("author:schmidt~", "talks old"),
        ("person:jin*", "talks undated old"),
        ("source:even*", "sport old"),
    ],
)
def test_words_written_in_part_are_not_stemmed(
    archive_engine: Engine, query: str, names: str
) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param("split", "", id="debris is never found"),
        pytest.param('"split share"', "", id="nor as a phrase"),
        pytest.param("spli*", "", id="nor by prefix"),
        pytest.param("splid~", "", id="nor by likeness"),
        pytest.param("zeppelin", "", id="agency notes are not searched"),
        pytest.param("schmid", "talks", id="bylines are, facts are not"),
        pytest.param("confetti", "sport", id="captions are"),
        pytest.param("title:storm", "storm", id="title"),
        pytest.param("title:xi", "talks", id="not the body"),
        pytest.param("body:storm", "storm talks", id="body with lede, without captions"),
        pytest.param("body:talks", "old", id="body without title"),
        pytest.param("caption:storm", "sport", id="caption"),
        pytest.param("caption:waves", "storm talks", id="caption of two"),
        pytest.param('title:"talks to"', "talks", id="phrase in the title"),
        pytest.param('body:"talks to"', "", id="the same in the body"),
        pytest.param("title:(storm OR peace)", "storm old", id="group in the title"),
        pytest.param("storm -title:storm", "talks sport", id="not in the title"),
        pytest.param("Title:STORM", "storm", id="capitals"),
    ],
)
def test_zones(archive_engine: Engine, query: str, names: str) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("author:müller", "storm talks undated"),
        ("author:Muller", "storm talks undated"),
        ('author:"Anna Müller"', "storm talks undated"),
        ('author:"Müller Anna"', ""),
        ('author:"Schmid Anna"', ""),
        ('author:"Schmid Anna"~10', ""),
        ("author:schmid author:anna", "talks"),
        ("author:schmid -author:anna", "old"),
        ('author:"de vries"', "sport"),
        ("author:the", ""),
        ("author:none", "cafe brief"),
        ("author:NONE", "cafe brief"),
        ("person:müller", "sport"),
        ("person:xi", "talks undated old"),
        ('person:"xi jinping"', "talks undated old"),
        ("person:zoe", "cafe"),
        ("person:peskovs", ""),
        ("person:none", "storm brief"),
        ("section:politics", "talks old"),
        ("section:politic", ""),
        ('section:"food and drink"', "cafe"),
        ("section:drink", "cafe"),
        ("section:none", "undated"),
        ("agency:DPA", "storm sport"),
        ("agency:none", "cafe brief undated"),
        ("source:herald", "storm talks"),
        ('source:"evening post"', "sport old"),
        ("source:none", "brief"),
        ("country:russia", "talks old"),
        ("country:RU", "talks old"),
        ("country:germany", "storm cafe"),
        ('country:"united kingdom"', "sport"),
        ("country:US", ""),
        ("country:none", "brief undated"),
        ("country:(FR OR UA)", "cafe old"),
        ("-country:none -country:RU", "storm cafe sport"),
        ("xi country:UA", "old"),
    ],
)
def test_fields_of_names(archive_engine: Engine, query: str, names: str) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("date:2022", "storm talks cafe"),
        ("date:2022-12", "storm talks"),
        ("date:2022-11-05", "cafe"),
        ("date:2022-11-5", "cafe"),
        ("date:2022-11-06", ""),
        ("date:2022-01", ""),
        ("date:[2021-02 TO 2022-11]", "brief sport cafe"),
        ("date:[2021-02-01 TO 2021-02-01]", "brief"),
        ("date:[2021-02-02 TO 2021-12-29]", ""),
        ("date:[2022 TO]", "storm talks cafe"),
        ("date:[TO 2021-02-01]", "brief old"),
        ("date:none", "undated"),
        ("-date:none", "storm talks cafe sport brief old"),
        ("-date:2022", "sport brief undated old"),
        ("date:(1999 OR 2021)", "sport brief old"),
        ("storm date:2021", "sport"),
    ],
)
def test_dates(archive_engine: Engine, query: str, names: str) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ('storm "rain', "sport"),
        ("(storm rain", "sport"),
        ("storm NOT NOT rain", "sport"),
        ("date:2022-13", ""),
    ],
)
def test_what_does_not_parse_is_searched_as_words_and_said(
    archive_engine: Engine, query: str, names: str
) -> None:
    check(archive_engine, query, names)
    (note,) = archive_engine.search(SearchRequest(query=query)).notes
    assert note.startswith("Searched as plain words")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("the", "storm talks cafe sport brief undated"),
        ("THE", "storm talks cafe sport brief undated"),
        ("title:the", "storm sport undated"),
        ("the it", "cafe sport undated"),
        ("-the", "old"),
        ("the OR it", EVERYTHING),
    ],
)
def test_stop_words_alone_are_looked_for(archive_engine: Engine, query: str, names: str) -> None:
    check(archive_engine, query, names)


@pytest.mark.parametrize("query", ["!!!", "- -", '"!"', "title:!", "-!", "author:!", "& OR &"])
def test_a_query_without_words_to_look_for_finds_nothing(
    archive_engine: Engine, query: str
) -> None:
    check(archive_engine, query, "")


def test_a_query_that_parses_needs_no_note(archive_engine: Engine) -> None:
    assert archive_engine.search(SearchRequest(query="storm -title:rain")).notes == ()


def test_a_prefix_of_very_many_words_finds_them_all_or_says_that_it_does_not(
    engine_of: EngineOf,
) -> None:
    articles = [build_article(f"{number}", body=f"word{number:05}") for number in range(1100)]
    response = engine_of(articles).search(SearchRequest(query="word*"))
    assert response.total == len(articles) or response.notes


def test_a_query_of_many_misspelt_words_is_answered(engine_of: EngineOf) -> None:
    engine = engine_of([build_article("a", body="storms"), build_article("b", body="rain")])
    assert engine.search(SearchRequest(query="stoms " * 42)).total == 0


def test_a_query_that_is_too_long_is_refused(archive_engine: Engine) -> None:
    with pytest.raises(InvalidQuery):
        archive_engine.search(SearchRequest(query="storm " * 100))


@pytest.mark.parametrize(
    "query",
    [
        "*", "?", "*a*", "????????", "a*", "*:", "(" * 60 + ")" * 60, ")(", "NOT " * 60, '"' * 99,
        '"a b"~999999999', "storm^1e999", "storm^nan", "[a TO z]", "[z TO a]", "{a TO", "w~10",
        "__class__:x", ":", "AND", "OR OR", "\\" * 200, "\x00", "\ud800", "\u202e", "/(a+)+$/",
        "date:99999999", "date:[2023 TO 2022]", "date:0000", "<script>", "{{7*7}}", "country:",
        "author:", 'author:""', "title:()", "-", "--", "-(", "a -", "~", "~2", "😀", "😀*", "漢*",
        "st[or]m*", "sto[*", "sto\\*", "st?[!a]m", "x" * 256, "ab" * 100 + "*", "none:none",
    ],
)  # fmt: skip
def test_a_hostile_query_is_answered(archive_engine: Engine, query: str) -> None:
    response = archive_engine.search(SearchRequest(query=query))
    assert response.total >= len(response.hits)
