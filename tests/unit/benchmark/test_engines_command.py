"""The whole comparison on a small archive, with the engines that need no further packages."""

import json

import pytest

from tests.benchmark.engines.command import main
from tests.unit.benchmark.archive import write_reuters


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("comparison")
    write_reuters(folder / "reuters.jsonl.gz", 150)
    figures = folder / "figures.json"
    engines = "searchapp,searchapp-first,whoosh,fts5"
    status = main(
        f"--reuters {folder / 'reuters.jsonl.gz'} --sizes 200 --engines {engines} "
        f"--rounds 1 --quick --work {folder / 'work'} --json {figures}".split()
    )
    return status, json.loads(figures.read_text())


def test_every_engine_s_totals_and_counts_equal_brute_force(run):
    status, figures = run
    assert figures["results"][0]["mismatches"] == []
    assert status == 0


def test_every_engine_is_timed_at_every_query_and_task(run):
    _, figures = run
    (result,) = figures["results"]
    assert result["articles"] == 200
    assert len(result["queries"]) == 66
    assert len(result["medians_ms"]) == 12
    assert {len(times) for times in result["medians_ms"].values()} == {66}


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SystemExit, match=r"gone\.jsonl is not there"):
        main(["--reuters", str(tmp_path / "gone.jsonl")])


def test_no_file_at_all_says_how_to_name_one():
    with pytest.raises(SystemExit, match="No articles were named"):
        main([])


def test_an_unknown_engine_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["--engines", "lucene"])
    assert "“lucene” is none of searchapp" in capsys.readouterr().err
