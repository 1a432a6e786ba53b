"""One article per id: the last one in the archive counts, whatever came and went before."""

import json
import tempfile
from pathlib import Path

from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.reindex.archive import Archive, answers, report


def line(article_id: str, text: str) -> str:
    return json.dumps({"id": article_id, "title": text, "text": f"{text} in the harbour."}) + "\n"


def test_of_an_id_twice_in_a_file_the_last_counts_and_the_other_is_named(archive: Archive) -> None:
    archive.write("dump.jsonl", line("1", "First") + line("2", "Other") + line("1", "Last"))
    summary = archive.reindex()
    assert archive.ids() == ["1", "2"]
    assert archive.article("1").title == "Last"
    [double] = summary.rejected
    assert (double.path, summary.added) == ("dump.jsonl", 2)
    assert "“1” more than once" in double.reason


def test_of_an_id_in_two_files_the_later_file_counts_and_the_other_is_named(
    archive: Archive,
) -> None:
    archive.write("b.jsonl", line("1", "Winner"))
    archive.write("a.jsonl", line("1", "Loser") + line("2", "Other"))
    summary = archive.reindex()
    assert archive.article("1").title == "Winner"
    [double] = summary.rejected
    assert double.path == "a.jsonl"
    assert "b.jsonl has as well" in double.reason


def test_the_loser_comes_back_when_the_winner_goes(archive: Archive) -> None:
    archive.write("a.jsonl", line("1", "Loser"))
    archive.write("b.jsonl", line("1", "Winner"))
    archive.reindex()
    archive.remove("b.jsonl")
    summary = archive.reindex()
    assert archive.article("1").title == "Loser"
    assert summary.rejected == ()
    assert (summary.added, summary.changed, summary.removed) == (0, 1, 0)


def test_the_loser_comes_back_when_the_winner_gives_the_id_up(archive: Archive) -> None:
    archive.write("a.jsonl", line("1", "Loser"))
    archive.write("b.jsonl", line("1", "Winner"))
    archive.reindex()
    archive.write("b.jsonl", line("2", "Winner"))
    assert archive.reindex().rejected == ()
    assert [archive.article(name).title for name in archive.ids()] == ["Loser", "Winner"]


def test_a_new_file_between_loser_and_winner_loses_too(archive: Archive) -> None:
    archive.write("a.jsonl", line("1", "Loser"))
    archive.write("c.jsonl", line("1", "Winner"))
    archive.reindex()
    archive.write("b.jsonl", line("1", "Late"))
    summary = archive.reindex()
    assert archive.article("1").title == "Winner"
    assert [part.path for part in summary.rejected] == ["a.jsonl", "b.jsonl"]
    assert all("which c.jsonl has" in part.reason for part in summary.rejected)
    archive.remove("c.jsonl")
    archive.reindex()
    assert archive.article("1").title == "Late"


def test_doubles_alone_are_no_reason_to_publish_again(archive: Archive) -> None:
    archive.write("a.jsonl", line("1", "Loser") + line("2", "One") + line("2", "Two"))
    archive.write("b.jsonl", line("1", "Winner"))
    first = archive.reindex()
    again = archive.reindex()
    assert again.generation is None
    assert again.rejected == first.rejected
    assert len(first.rejected) == 2


def test_overlapping_dumps_are_not_refused_as_broken(archive: Archive) -> None:
    archive.write("a.jsonl", "".join(line(str(number), "Old") for number in range(30)))
    archive.reindex()
    archive.write("b.jsonl", "".join(line(str(number), "New") for number in range(30)))
    summary = archive.reindex()
    assert (summary.articles, len(summary.rejected)) == (30, 30)
    assert archive.article("7").title == "New"


def test_the_order_in_which_folders_are_given_does_not_leave_an_old_winner(
    archive: Archive, tmp_path: Path
) -> None:
    archive.write("one/x.jsonl", line("1", "One"))
    archive.write("two/x.jsonl", line("1", "Two"))
    one, two = archive.folder / "one", archive.folder / "two"
    archive.reindex(one, two)
    archive.reindex(two, one)
    scratch = tmp_path / "scratch"
    archive.reindex(two, one, index=scratch)
    assert answers(archive.index) == answers(scratch)


IDS = st.sampled_from(["1", "2", "3", "a/b", "é ?"])
TITLES = st.sampled_from(
    [
        "Grain ship leaves Odesa",
        "President Volodymyr Zelensky in Paris",
        "Volodymyr Zelenskyj on the grain ship",
        "Strike at the port of Marseille, France",
        "Emmanuel Macron visits Morocco",
    ]
)
DUMPS = st.lists(st.tuples(IDS, TITLES), max_size=4).map(
    lambda rows: "".join(line(article_id, title) for article_id, title in rows)
)
BROKEN = st.just('{"id": "1", "text": ')
TEXTS = st.builds(
    lambda title, day: report(title, f"{title}, he said.", day=day),
    TITLES,
    st.sampled_from(["2022-01-02", "2022-12-31", "2023-05-06"]),
)
WRITES = st.one_of(
    st.tuples(st.sampled_from(["a.jsonl", "b/c.jsonl", "z.jsonl"]), st.one_of(DUMPS, BROKEN)),
    st.tuples(st.sampled_from(["m.txt", "b/n.txt"]), st.one_of(TEXTS, st.just(""))),
)
STEPS = st.lists(
    st.one_of(WRITES, st.sampled_from(["a.jsonl", "b/c.jsonl", "z.jsonl", "m.txt", "b/n.txt"])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=settings.default.max_examples // 2)
@given(runs=st.lists(STEPS, min_size=2, max_size=4))
def test_many_reindexes_and_one_from_scratch_give_the_same_index(
    runs: list[list[tuple[str, str] | str]],
) -> None:
    """A step writes a file, or removes it; between runs of steps the archive is reindexed."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(folder=Path(folder, "articles"), index=Path(folder, "index"))
        archive.folder.mkdir()
        for steps in runs:
            for step in steps:
                if isinstance(step, tuple):
                    archive.write(*step)
                elif (archive.folder / step).exists():
                    archive.remove(step)
            summary = archive.reindex(allow_empty=True, force=True)
        scratch = archive.reindex(index=Path(folder, "scratch"), allow_empty=True, force=True)
        note(f"{summary}\n{scratch}")
        assert summary.articles == scratch.articles
        assert sorted(map(str, summary.rejected)) == sorted(map(str, scratch.rejected))
        assert answers(archive.index) == answers(Path(folder, "scratch"))
