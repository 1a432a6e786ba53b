"""A wrong answer of an engine is found and said, whatever is wrong with it."""

from dataclasses import replace
from itertools import groupby

import pytest

from tests.benchmark.engines.comparing import check_answers, measure
from tests.benchmark.engines.engine import Answer
from tests.benchmark.engines.queries import Kind, Query, Task
from tests.benchmark.engines.reading import PLAIN
from tests.benchmark.engines.truth import Counts

QUERY = Query(kind=Kind.COMMON, all_of=("oil",))
TRUTH = Counts(total=2, facets={"country": {"Usa": 2, "Uk": 1}})
RIGHT = Answer(hits=2, total=2, facets={"country": {"Usa": 2, "Uk": 1}}, snippets=("a", "b"))


class FixedEngine:
    """Answers everything alike, and remembers in which order engines were asked."""

    reading = PLAIN

    def __init__(self, name, answer=RIGHT, counts=TRUTH, asked=None):
        self.name = self.index = name
        self._answer, self._counts = answer, counts
        self._asked = [] if asked is None else asked

    def understands(self, query, task):
        return True

    def top(self, query):
        self._asked.append(self.name)
        return self._answer

    facets = page = top

    def counts(self, query):
        return self._counts


def test_right_answers_are_no_mismatch():
    assert list(check_answers(FixedEngine("own"), [QUERY], [TRUTH])) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"total": 3},
        {"hits": 1},
        {"facets": {"country": {"Usa": 1, "Uk": 1}}},
        {"facets": {"country": {"Usa": 2}}},
        {"facets": {"country": {"Usa": 2, "Uk": 1, "Japan": 1}}},
        {"facets": {}},
        {"snippets": ("a",)},
        {"snippets": ("a", "")},
    ],
    ids=str,
)
def test_a_wrong_answer_is_a_mismatch(wrong):
    engine = FixedEngine("own", answer=replace(RIGHT, **wrong))
    assert list(check_answers(engine, [QUERY], [TRUTH]))


def test_a_wrong_full_count_is_a_mismatch():
    engine = FixedEngine("own", counts=Counts(total=2, facets={"country": {"Usa": 2}}))
    (mismatch,) = check_answers(engine, [QUERY], [TRUTH])
    assert (mismatch.engine, mismatch.query) == ("own", QUERY)


def test_values_beyond_the_first_ten_need_not_be_listed_but_the_more_frequent_ones_must():
    counts = {f"c{n:02}": 20 - n for n in range(12)}
    truth = Counts(total=2, facets={"country": counts})
    best = dict(list(counts.items())[:10])
    rest = dict(list(counts.items())[1:11])
    right = FixedEngine("own", replace(RIGHT, facets={"country": best}), truth)
    wrong = FixedEngine("own", replace(RIGHT, facets={"country": rest}), truth)
    assert list(check_answers(right, [QUERY], [truth])) == []
    assert list(check_answers(wrong, [QUERY], [truth]))


def test_engines_take_turns_in_being_first():
    asked = []
    engines = [FixedEngine("one", asked=asked), FixedEngine("two", asked=asked)]
    timings = measure(engines, [QUERY], rounds=2)
    assert [name for name, _ in groupby(asked)] == ["one", "two", "one", "two"]
    assert {len(times[0]) for times in timings.values()} == {2}
    assert set(timings) == {(name, task) for name in ("one", "two") for task in Task}


def test_the_first_answer_after_another_engine_is_not_measured():
    asked = []
    ticks = iter(range(100))
    two = [QUERY, Query(kind=Kind.COMMON, all_of=("gas",))]
    measure([FixedEngine("one", asked=asked)], two, rounds=1, clock=lambda: next(ticks))
    turns, lead = 2, 1
    assert len(asked) == turns * len(Task) * (lead + len(two))
    assert next(ticks) == turns * len(Task) * (lead + len(two)) + len(Task) * len(two)


def test_engines_that_share_an_index_are_not_measured_side_by_side():
    asked = []
    engines = [FixedEngine(name, asked=asked) for name in ("own", "own-first", "tantivy")]
    engines[1].index = engines[0].index
    timings = measure(engines, [QUERY], rounds=1)
    assert asked.index("own-first") > max(n for n, name in enumerate(asked) if name == "own")
    assert {name: len(timings[name, Task.TOP][0]) for name in ("own", "own-first")} == {
        "own": 1,
        "own-first": 1,
    }
    assert len(timings["tantivy", Task.TOP][0]) == 2
