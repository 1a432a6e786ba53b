"""The query language: what a person types, and the one tree that every engine reads."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from whoosh import query as wq

from searchapp.errors import InvalidQuery, UserError
from searchapp.search.language import ParsedQuery, parse_query
from searchapp.search.limits import MAX_LENGTH, MAX_WORDS
from searchapp.search.simple_queries import read_simple_query

JANUARY_2022 = 738156
END_OF_JUNE_2022 = 738336
END_OF_2022 = 738520


def describe(node: wq.Query) -> str:
    """A tree in one line; leaves as field:text, phrases in quotes with their slop."""
    match node:
        case wq.And() | wq.Or():
            name = type(node).__name__.upper()
            return f"{name}({' '.join(describe(child) for child in node)})"
        case wq.Not():
            return f"NOT({describe(node.query)})"
        case wq.Every():
            return "EVERY"
        case wq.NumericRange():
            return f"{node.fieldname}:[{node.start} TO {node.end}]"
        case wq.Phrase():
            return f'{node.fieldname}:"{" ".join(node.words)}"~{node.slop}'
        case wq.FuzzyTerm():
            return f"{node.fieldname}:{node.text}~{node.maxdist}/{node.prefixlength}"
        case wq.Prefix():
            return f"{node.fieldname}:{node.text}*"
        case wq.Wildcard():
            return f"{node.fieldname}:{node.text}"
        case wq.Term():
            return f"{node.fieldname}:{node.text}"
    assert node == wq.NullQuery, f"a node that no engine knows: {node!r}"
    return "NOTHING"


def read(query: str) -> str:
    parsed = parse_query(query)
    assert parsed.notes == ()
    return describe(parsed.tree)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", "EVERY"),
        ("   ", "EVERY"),
        ("storm", "text:storm"),
        ("  storm\n", "text:storm"),
        ("storm rain", "AND(text:storm text:rain)"),
        ("storm AND rain", "AND(text:storm text:rain)"),
        ("storm OR rain", "OR(text:storm text:rain)"),
        ("storm AND rain OR hail", "OR(AND(text:storm text:rain) text:hail)"),
        ("(storm OR rain) hail", "AND(OR(text:storm text:rain) text:hail)"),
        ("((storm))", "text:storm"),
        ("NOT storm", "NOT(text:storm)"),
        ("-storm", "NOT(text:storm)"),
        ("rain -storm", "AND(text:rain NOT(text:storm))"),
        ("rain NOT storm", "AND(text:rain NOT(text:storm))"),
        ("NOT (storm rain)", "NOT(AND(text:storm text:rain))"),
        ("rain -(storm OR hail)", "AND(text:rain NOT(OR(text:storm text:hail)))"),
        ('rain -"video call"', 'AND(text:rain NOT(text:"video call"~1))'),
        ("-title:storm", "NOT(title:storm)"),
        ("rain OR NOT storm", "OR(text:rain NOT(text:storm))"),
    ],
)
def test_words_are_joined_by_operators(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('"video call"', 'text:"video call"~1'),
        ('"video call"~5', 'text:"video call"~5'),
        ('"storms"', 'text:"storms"~1'),
        ('title:"video call"', 'title:"video call"~1'),
        ('title:"video call"~3', 'title:"video call"~3'),
        ('person:"Xi Jinping"', 'person:"Xi Jinping"~1'),
        ('"AND OR"', 'text:"AND OR"~1'),
        ('"a* (b"', 'text:"a* (b"~1'),
        ('"-storm rain"', 'text:"-storm rain"~1'),
        ("“video call”", 'text:"video call"~1'),
        ("„video call“", 'text:"video call"~1'),
        ("«video call»", 'text:"video call"~1'),
        ('""', "NOTHING"),
    ],
)
def test_quotation_marks_make_phrases(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("sto*", "text:sto*"),
        ("STO*", "text:STO*"),
        ("st?rm", "text:st?rm"),
        ("sto*m", "text:sto*m"),
        ("title:sto*", "title:sto*"),
        ("author:schm*", "author:schm*"),
        ("storm~", "text:storm~1/2"),
        ("storm~2", "text:storm~1/2"),
        ("title:storm~", "title:storm~1/2"),
        ("person:zelensky~", "person:zelensky~1/2"),
    ],
)
def test_words_can_be_written_in_part(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("title:storm", "title:storm"),
        ("TITLE:storm", "title:storm"),
        ("Body:storm caption:rain", "AND(body:storm caption:rain)"),
        ("title:(storm OR rain)", "OR(title:storm title:rain)"),
        ("author:schmid", "author:schmid"),
        ("author:none", "author:none"),
        ("section:politics", "section:politics"),
        ("agency:dpa source:herald", "AND(agency:dpa source:herald)"),
        ("country:RU", "country:RU"),
        ("country:ru", "country:RU"),
        ("country:Russia", "country:RU"),
        ("country:russia", "country:RU"),
        ('country:"United States"', "country:US"),
        ('country:"united states"', "country:US"),
        ("country:(russia OR china)", "OR(country:RU country:CN)"),
        ("country:none", "country:none"),
        ("country:None", "country:none"),
        ("date:none", "date:none"),
        ("date:2022", f"date:[{JANUARY_2022} TO {END_OF_2022}]"),
        ('date:"2022"', f"date:[{JANUARY_2022} TO {END_OF_2022}]"),
        ("date:2022-1-1", f"date:[{JANUARY_2022} TO {JANUARY_2022}]"),
        ("date:[2022-01 TO 2022-06]", f"date:[{JANUARY_2022} TO {END_OF_JUNE_2022}]"),
        ("date:[2022-01 TO]", f"date:[{JANUARY_2022} TO None]"),
        ("date:[TO 2022-06]", f"date:[None TO {END_OF_JUNE_2022}]"),
        ("-date:2022", f"NOT(date:[{JANUARY_2022} TO {END_OF_2022}])"),
        ("storm date:2022", f"AND(text:storm date:[{JANUARY_2022} TO {END_OF_2022}])"),
    ],
)
def test_fields_are_named_before_a_colon(query: str, tree: str) -> None:
    assert read(query) == tree


@pytest.mark.parametrize(
    ("query", "words", "reason"),
    [
        ('storm "rain', "storm rain", "quotation mark"),
        ("(storm rain", "storm rain", "bracket"),
        ("s* rain", "s rain", "letters in front"),
        ("NOT NOT storm", "storm", "operators"),
        ("[storm TO rain]", "storm TO rain", "date:"),
        ("country:Atlantis", "Atlantis", "Atlantis"),
        ("country:ru*", "ru", "country:"),
        ("date:2022-13", "2022 13", "2022-13"),
        ("date:[2023 TO 2022]", "2023 TO 2022", "2023"),
        ("date:20*", "20", "date:"),
        ("date:yesterday~", "yesterday", "date:"),
        ("title:s*", "s", "letters in front"),
    ],
)
def test_what_does_not_parse_is_searched_as_plain_words(
    query: str, words: str, reason: str
) -> None:
    parsed = parse_query(query)
    leaves = [wq.Term("text", word) for word in words.split()]
    assert describe(parsed.tree) == describe(wq.And(leaves).normalize())
    (note,) = parsed.notes
    assert note.startswith("Searched as plain words")
    assert reason in note
    assert note.endswith(".")


def test_of_too_many_words_the_first_are_searched() -> None:
    parsed = parse_query(" ".join(f"w{number}" for number in range(MAX_WORDS + 5)))
    assert len(list(parsed.tree.leaves())) == MAX_WORDS
    assert str(MAX_WORDS) in parsed.notes[0]


@pytest.mark.parametrize("query", ["nosuch:storm", "storm nosuch:rain"])
def test_an_unknown_field_is_read_as_a_word_and_said(query: str) -> None:
    parsed = parse_query(query)
    assert "".join(parsed.notes).count(":” is not a field") == 1
    assert {leaf.fieldname for leaf in parsed.tree.leaves()} == {"text"}


@pytest.mark.parametrize("query", ["5:30", "http://example.org/a", "a: b", ":", "10:15:20"])
def test_a_colon_that_names_no_field_needs_no_note(query: str) -> None:
    assert parse_query(query).notes == ()


def test_a_query_that_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidQuery):
        parse_query("x " * MAX_LENGTH)


SIGNS = [
    *("storm", "rain", "a", "Xi", "ä", "漢", "\x00", "\ud800", "\u202e", "2022", "2022-13", "none"),
    *('"', "(", ")", "[", "]", "{", "}", "*", "?", "~", "-", "+", "^", ":", "\\", "/", "'", "!"),
    *("AND", "OR", "NOT", "TO", "&&", "||", "~5", "^1e999", "^nan", '"a b"', '"a b"~3'),
    *("title:", "author:", "country:", "country:ru", "date:", "date:[", "nosuch:", "date:2022"),
]


@given(
    st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(["", " "])), max_size=20).map(
        lambda signs: "".join(sign + blank for sign, blank in signs)
    )
    | st.text(max_size=MAX_LENGTH + 10)
)
@example("*:")
@example("NOT " * 60)
@example("(" * 128 + ")" * 128)
@example('"' * 200)
@example("\\" * 256)
@example("[a TO z] {a TO")
def test_any_text_makes_a_tree_that_engines_know_or_a_user_error(query: str) -> None:
    try:
        parsed = parse_query(query)
    except UserError as error:
        assert len(query) > MAX_LENGTH, error
        return
    assert describe(parsed.tree)
    assert all(note.endswith(".") for note in parsed.notes)


@given(st.lists(st.sampled_from(["storm", "rain", "hail"]), min_size=1, max_size=4))
def test_blanks_do_not_matter(words: list[str]) -> None:
    def shown(parsed: ParsedQuery) -> str:
        return describe(parsed.tree)

    assert shown(parse_query("  ".join(words) + "\t")) == shown(parse_query(" ".join(words)))


WORD = st.sampled_from(["storm", "Ünder_score", "or", "and", "2022", "漢字", "OR", "AND", "NOT"])
PART = st.one_of(
    WORD,
    WORD.map("{}*".format),
    WORD.map("{}~".format),
    st.lists(WORD, min_size=1, max_size=3).map(" ".join).map('"{}"'.format),
    st.lists(WORD, min_size=1, max_size=3).map(" OR ".join).map("({})".format),
)
PARTS = st.lists(
    st.tuples(st.sampled_from(["", "", "-"]), PART).map("".join), min_size=1, max_size=6
)


@given(PARTS.map(" ".join) | st.lists(WORD, min_size=1, max_size=6).map(" OR ".join))
@example('"storm" hail* -"big storm"')
@example("-(storm OR rain) hail~")
@example("storm -rain* -hail~")
def test_simple_queries_are_read_as_the_parser_reads_them(query: str) -> None:
    # Brackets around it all mean nothing, but take the way through the parser.
    assert describe(parse_query(query).tree) == describe(parse_query(f"(({query}))").tree)


@pytest.mark.parametrize(
    "query", ["storm", "storm rain", "storm OR rain", '(storm OR rain) -"big hail" hai* hial~']
)
def test_simple_queries_need_no_parser(query: str) -> None:
    assert read_simple_query(query, "text") is not None
