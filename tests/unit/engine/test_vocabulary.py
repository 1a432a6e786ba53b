"""Words become numbers, exact forms and stems apart."""

from hypothesis import given
from hypothesis import strategies as st

from searchapp.engine.storage.analysis import STOP_WORDS, fold, split_words, stem
from searchapp.engine.storage.vocabulary import NO_TERM, Vocabulary

WORDS = st.lists(
    st.sampled_from(["Storm", "storm", "storms", "the", "The", "Café", "cafe", "U.S.", "us", "é"])
)


@given(st.lists(WORDS))
def test_a_number_leads_to_the_exact_form_and_the_stem(passages: list[list[str]]) -> None:
    vocabulary = Vocabulary()
    numbered = [(passage, vocabulary.numbers(" ".join(passage))) for passage in passages]
    exact_terms, exact_ranks = vocabulary.exact_terms()
    stem_terms, stem_ranks = vocabulary.stem_terms()
    assert exact_terms == sorted({fold(word) for passage in passages for word in passage})
    assert stem_terms == sorted({stem(exact) for exact in exact_terms if exact not in STOP_WORDS})
    for passage, numbers in numbered:
        for word, number in zip(passage, numbers, strict=True):
            assert exact_terms[exact_ranks[number]] == fold(word)
            rank = stem_ranks[number]
            if fold(word) in STOP_WORDS:
                assert rank == NO_TERM
            else:
                assert stem_terms[rank] == stem(fold(word))


def test_codes_are_kept_as_they_are() -> None:
    vocabulary = Vocabulary()
    code, word = vocabulary.number("US"), vocabulary.numbers("US")[0]
    terms, ranks = vocabulary.exact_terms()
    assert (terms[ranks[code]], terms[ranks[word]]) == ("US", "us")


def test_nothing_but_stop_words_gives_no_stems() -> None:
    vocabulary = Vocabulary()
    numbers = vocabulary.numbers("the of")
    terms, ranks = vocabulary.stem_terms()
    assert terms == []
    assert [ranks[number] for number in numbers] == [NO_TERM, NO_TERM]


@given(st.text(st.sampled_from("aé.'’s 漢\n-_1\u0301U"), max_size=80))
def test_a_text_is_split_at_blanks_as_it_is_split_whole(text: str) -> None:
    vocabulary = Vocabulary()
    numbers = vocabulary.numbers(text)
    terms, ranks = vocabulary.exact_terms()
    assert [terms[ranks[number]] for number in numbers] == [fold(w) for w in split_words(text)]
    assert vocabulary.numbers(text) == numbers
