"""The command line as people and programs use it: output, messages, exit codes."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from werkzeug.datastructures import MultiDict

from searchapp import create_app
from searchapp.cli import main
from searchapp.engine import EmbeddedEngine, open_writer
from searchapp.settings import Settings
from tests.conftest import SAMPLES

COMMANDS = ("reindex", "search", "serve", "status", "verify", "demo", "completion")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ARTICLE = "Grain ship leaves Odesa\n\ndate 2022-03-04\n\nThe ship left the harbour on Friday.\n"


def run(*args: object, folder: Path | None = None) -> Result:
    """Run a command in this process; nothing of the caller's environment has a say."""
    environment = {name: None for name in os.environ if name.startswith("SEARCHAPP_")}
    before = Path.cwd()
    os.chdir(folder or before)
    try:
        result = CliRunner().invoke(main, [str(arg) for arg in args], env=environment)
    finally:
        os.chdir(before)
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


def assert_failed(result: Result, exit_code: int, *words: str) -> None:
    """One line that starts with “Error” and has those words in it."""
    assert result.exit_code == exit_code, result.output
    [line] = result.stderr.strip().splitlines()[-1:]
    assert line.startswith("Error: ")
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in line


@contextmanager
def running(*args: object, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own, ended when the test is over."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SEARCHAPP_")}
    # What a shell starts in the background is deaf to Ctrl+C, and hands that on.
    hearing = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{hearing}; from searchapp.cli import main; main()"]
    with subprocess.Popen(
        [*command, *map(str, args)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return found.group()
    assert process.stderr
    raise AssertionError(process.stderr.read())


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=120) as response:
        content: bytes = response.read()
        return content


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path, articles: Path) -> Path:
    """A published index of one article."""
    assert run("reindex", articles, "--index", tmp_path / "index").exit_code == 0
    return tmp_path / "index"


# reindex


def test_reindex_says_what_it_did(tmp_path: Path, articles: Path) -> None:
    (articles / "broken.json").write_text('{"text": ')
    result = run("reindex", articles, "--index", tmp_path / "index")
    assert result.exit_code == 0
    first, *rest = result.stdout.splitlines()
    assert first.startswith("1 article: 1 added, 0 changed, 0 removed. 1 read in ")
    assert any(line.startswith("  broken.json, line 1: ") for line in rest)


def test_reindex_again_says_that_nothing_has_changed(index: Path) -> None:
    result = run("reindex", "--index", index)
    assert result.exit_code == 0
    assert "Nothing has changed since the last time." in result.stdout


def test_reindex_as_json_prints_nothing_but_json(tmp_path: Path, articles: Path) -> None:
    result = run("reindex", articles, "--index", tmp_path / "index", "--json")
    summary = json.loads(result.stdout)
    assert (summary["articles"], summary["added"], summary["rejected"]) == (1, 1, [])
    assert summary["generation"] == "gen-000001"
    assert {"changed", "removed", "read", "seconds", "articles_per_second"} <= set(summary)
    assert result.stderr == ""


def test_reindex_without_a_folder_says_how_to_name_one(tmp_path: Path) -> None:
    assert_failed(
        run("reindex", "--index", tmp_path / "index"), 1, "searchapp reindex FOLDER", "articles"
    )


def test_reindex_of_a_folder_that_is_not_there_names_it(tmp_path: Path) -> None:
    result = run("reindex", tmp_path / "nowhere", "--index", tmp_path / "index")
    assert_failed(result, 1, "nowhere", "no file or folder")


def test_reindex_takes_the_folders_of_the_settings(tmp_path: Path, articles: Path) -> None:
    (tmp_path / "searchapp.toml").write_text('articles = ["articles"]\nindex = "made"\n')
    assert run("reindex", folder=tmp_path).exit_code == 0
    assert EmbeddedEngine(tmp_path / "made").status().articles == 1


def test_reindex_refuses_an_empty_folder_unless_it_is_meant(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    command = ("reindex", tmp_path / "empty", "--index", tmp_path / "index")
    assert_failed(run(*command), 1, "no articles", "--allow-empty")
    assert run(*command, "--allow-empty").exit_code == 0


def test_reindex_publishes_much_worse_articles_only_by_force(index: Path, articles: Path) -> None:
    for number in range(5):
        (articles / f"{number}.json").write_text("{")
    assert_failed(run("reindex", "--index", index), 1, "5 articles", "0.json", "--force")
    assert run("reindex", "--index", index, "--force").exit_code == 0


def test_strict_makes_what_is_left_out_a_failure_but_publishes(
    tmp_path: Path, articles: Path
) -> None:
    command = ("reindex", articles, "--index", tmp_path / "index", "--strict")
    assert run(*command).exit_code == 0
    (articles / "picture.jpg").write_bytes(b"\xff\xd8")
    (articles / "b.txt").write_text(ARTICLE)
    assert run(*command).exit_code == 1
    assert EmbeddedEngine(tmp_path / "index").status().articles == 2


def test_if_needed_leaves_an_index_alone_and_makes_one_that_is_missing(
    tmp_path: Path, index: Path, articles: Path
) -> None:
    (articles / "b.txt").write_text(ARTICLE)
    result = run("reindex", articles, "--index", index, "--if-needed")
    assert (result.exit_code, EmbeddedEngine(index).status().articles) == (0, 1)
    assert "--if-needed" in result.stderr
    other = tmp_path / "other"
    assert run("reindex", articles, "--index", other, "--if-needed").exit_code == 0
    assert EmbeddedEngine(other).status().articles == 2


def test_full_reads_everything_again(index: Path) -> None:
    result = run("reindex", "--index", index, "--full", "--json")
    assert json.loads(result.stdout)["read"] == 1


def test_jobs_must_be_a_number(index: Path) -> None:
    assert_failed(run("reindex", "--index", index, "--jobs", "many"), 2, "--jobs", "'many'")
    assert run("reindex", "--index", index, "--jobs", "1").exit_code == 0


def test_a_second_reindex_at_once_has_an_exit_code_of_its_own(index: Path) -> None:
    with open_writer(index):
        assert_failed(run("reindex", "--index", index), 3, "already running", str(os.getpid()))


def test_an_index_folder_that_cannot_be_made_is_wrong_use(tmp_path: Path, articles: Path) -> None:
    (tmp_path / "file").write_text("")
    assert_failed(run("reindex", articles, "--index", tmp_path / "file" / "x"), 2, "--index")


# search

EQUAL = {
    "words": (["grain"], {"q": "grain"}),
    "everything": ([""], {}),
    "no words at all": ([], {}),
    "a phrase": (['"said that"'], {"q": '"said that"'}),
    "every option": (
        [
            *("the", "--country", "RU", "--not-country", "CN", "--person", "Mira Okafor"),
            *("--author", "none", "--section", "politics", "--from", "2019-01"),
            *("--to", "2023-12-30", "--sort", "newest", "--page", "2", "--size", "5"),
        ],
        {
            **{"q": "the", "country": "RU", "not-country": "CN", "person": "Mira Okafor"},
            **{"author": "none", "section": "politics", "from": "2019-01"},
            **{"to": "2023-12-30", "sort": "newest", "page": "2", "size": "5"},
        },
    ),
    "repeated values": (
        ["", "--country", "UA", "--country", "none", "--not-person", "none", "--not-person", "X"],
        {"country": ["UA", "none"], "not-person": ["none", "X"]},
    ),
    "dates, agencies and sources": (
        ["", "--date", "2022", "--not-date", "2022-03", "--not-agency", "none", "--source", "x"],
        {"date": "2022", "not-date": "2022-03", "not-agency": "none", "source": "x"},
    ),
    "the rest of the exclusions": (
        ["", "--not-author", "none", "--not-section", "sport", "--not-source", "y"],
        {"not-author": "none", "not-section": "sport", "not-source": "y"},
    ),
    "the second page, oldest first": (
        ["", "--sort", "oldest", "--size", "50", "--page", "2"],
        {"sort": "oldest", "size": "50", "page": "2"},
    ),
    "values that go together, copies apart": (
        ["", "--and-country", "RU", "--and-country", "CN", "--copies", "show"],
        {"and-country": ["RU", "CN"], "copies": "show"},
    ),
    "words that do not parse": (['the "grain'], {"q": 'the "grain'}),
}


@pytest.mark.parametrize(("options", "parameters"), EQUAL.values(), ids=EQUAL)
def test_search_as_json_is_what_the_server_answers(
    sample_index: Path, options: list[str], parameters: dict[str, str | list[str]]
) -> None:
    result = run("search", *options, "--json", "--index", sample_index)
    assert result.exit_code == 0, result.output
    client = create_app(Settings(index=sample_index)).test_client()
    served = client.get("/search.json", query_string=MultiDict(parameters)).json
    printed = json.loads(result.stdout)
    assert printed.pop("took_ms") >= 0 <= served.pop("took_ms")
    assert list(printed) == list(served)
    assert printed == served


def test_the_options_narrow_the_result(sample_index: Path) -> None:
    def ids(*options: str) -> set[str]:
        command = ("search", "--size", "100", "--copies", "show", "--json", "--index", sample_index)
        return {hit["id"] for hit in json.loads(run(*command, *options).stdout)["hits"]}

    everything = ids()
    ukraine = ids("--country", "UA")
    assert len(everything) == EmbeddedEngine(sample_index).status().articles
    assert 0 < len(ukraine) < len(everything)
    assert ids("--not-country", "UA") == everything - ukraine
    assert ids("--country", "UA", "--country", "FR") == ukraine | ids("--country", "FR") > ukraine
    assert ids("--from", "2022", "--to", "2022") == ids("--date", "2022")


def test_search_for_people_shows_hits_and_facets(sample_index: Path) -> None:
    result = run("search", "grain", "--size", "2", "--index", sample_index)
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"\d+ articles, 1–2( of \d+ different)?, in (under )?\d+ ms", lines[0])
    assert sum(bool(re.match(r" +\d\. ", line)) for line in lines) == 2
    assert any(line.startswith("     … ") and "rain" in line for line in lines)
    assert any(line.startswith("Country: ") for line in lines)
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["x", "--from", "someday"], ["“someday” is not a date"]),
        (["x" * 300], ["256"]),
        (["x", "--date", "2022-13"], ["2022-13"]),
    ],
)
def test_a_search_that_means_nothing_is_wrong_use(
    sample_index: Path, options: list[str], words: list[str]
) -> None:
    assert_failed(run("search", *options, "--index", sample_index), 2, *words)


@pytest.mark.parametrize(
    "options",
    [["--page", "0"], ["--size", "101"], ["--sort", "best"], ["--countri", "RU"], ["one", "two"]],
    ids=" ".join,
)
def test_an_option_that_means_nothing_is_wrong_use(sample_index: Path, options: list[str]) -> None:
    result = run("search", *options, "--index", sample_index)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


@pytest.mark.parametrize("command", ["search", "status", "verify", "serve"])
def test_without_an_index_every_command_says_how_to_make_one(tmp_path: Path, command: str) -> None:
    assert_failed(run(command, "--index", tmp_path / "none"), 1, "searchapp reindex", "none")


@pytest.mark.parametrize("command", ["search", "status", "serve"])
def test_an_index_of_another_version_must_be_made_anew(index: Path, command: str) -> None:
    manifest = index / "gen-000001" / "MANIFEST.json"
    text = manifest.read_text()
    assert '"embedded"' in text
    manifest.write_text(text.replace('"embedded"', '"other-engine"'))
    result = run(command, "--index", index)
    assert result.exit_code in (1, 4)
    assert_failed(result, result.exit_code, "searchapp reindex")


def test_search_as_csv_is_what_the_server_sends_but_for_the_mark(sample_index: Path) -> None:
    result = run(
        "search", "the", "--country", "UA", "--size", "2", "--csv", "--index", sample_index
    )
    client = create_app(Settings(index=sample_index)).test_client()
    served = client.get("/search.csv?q=the&country=UA").text
    assert result.stdout_bytes.decode() == served.removeprefix("\ufeff")
    assert served.count("\r\n") > 3


def test_csv_and_json_at_once_are_wrong_use(sample_index: Path) -> None:
    result = run("search", "--csv", "--json", "--index", sample_index)
    assert result.exit_code == 2
    assert json.loads(result.stderr)["error"] == "Choose one of --json and --csv."


# status and verify


def test_status_says_what_is_in_and_what_is_not(index: Path, articles: Path) -> None:
    (articles / "picture.jpg").write_bytes(b"\xff\xd8")
    run("reindex", "--index", index)
    text = run("status", "--index", index).stdout
    assert text.startswith("1 article in gen-000002\n")
    assert "2022-03-04" in text
    assert "picture.jpg: " in text
    status = json.loads(run("status", "--json", "--index", index).stdout)
    assert (status["articles"], status["generation"]) == (1, "gen-000002")
    assert (status["oldest"], status["newest"]) == ("2022-03-04", "2022-03-04")
    assert status["values"]["country"] >= 1
    [left_out] = status["rejected"]
    assert left_out["path"] == "picture.jpg"


def test_verify_finds_a_flipped_bit_wherever_it_is(index: Path) -> None:
    clean = run("verify", "--index", index)
    assert (clean.exit_code, clean.stderr) == (0, "")
    for path in sorted((index / "gen-000001").iterdir()):
        content = path.read_bytes()
        broken = bytearray(content)
        broken[len(broken) // 2] ^= 1
        path.write_bytes(broken)
        result = run("verify", "--index", index)
        assert_failed(result, 1, "searchapp reindex")
        assert f"gen-000001/{path.name}" in result.stdout, path.name
        path.write_bytes(content)
    assert run("verify", "--index", index).exit_code == 0


def test_verify_as_json_lists_the_problems(index: Path) -> None:
    assert json.loads(run("verify", "--json", "--index", index).stdout) == {"problems": []}
    (index / "gen-000001" / "catalogue").unlink()
    result = run("verify", "--json", "--index", index)
    assert result.exit_code == 1
    assert "catalogue" in json.loads(result.stdout)["problems"][0]


# serve and demo


def test_a_taken_port_is_named_with_the_option_that_helps(index: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", port, "--index", index)
    assert_failed(result, 1, f"Port {port}", "--port")


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1"])
def test_a_host_that_is_not_this_machine_is_named(index: Path, host: str) -> None:
    assert_failed(run("serve", "--host", host, "--port", "0", "--index", index), 1, "--host")


def test_a_port_that_is_none_is_wrong_use(index: Path) -> None:
    assert_failed(run("serve", "--port", "http", "--index", index), 2, "--port", "'http'")


def test_serve_answers_notices_a_newer_index_and_stops_when_told(
    tmp_path: Path, index: Path, articles: Path
) -> None:
    with running("serve", "--port", "0", "--index", index, folder=tmp_path) as server:
        url = address_of(server)
        assert json.loads(get(f"{url}/search.json"))["total"] == 1
        (articles / "b.txt").write_text(ARTICLE)
        assert run("reindex", "--index", index).exit_code == 0
        deadline = time.monotonic() + 120
        while json.loads(get(f"{url}/search.json"))["total"] != 2:
            assert time.monotonic() < deadline, "the newer index was never taken up"
            time.sleep(0.05)
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=120) == 0
        assert server.stderr and "Traceback" not in server.stderr.read()


def test_demo_indexes_and_serves_the_samples_and_leaves_an_index_of_ones_own_alone(
    tmp_path: Path, index: Path, sample_index: Path
) -> None:
    samples = EmbeddedEngine(sample_index).status().articles
    before = sorted(path.name for path in index.iterdir())
    with running("demo", "--port", "0", "--index", index, folder=tmp_path) as server:
        url = address_of(server)
        assert json.loads(get(f"{url}/search.json"))["total"] == samples
        assert b"<title>" in get(f"{url}/")
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=120) in (0, 1, 130)
    assert sorted(path.name for path in index.iterdir()) == sorted([*before, "demo"])
    assert EmbeddedEngine(index).status().articles == 1
    assert run("verify", "--index", index).exit_code == 0
    assert run("reindex", "--index", index, "--full").exit_code == 0
    assert EmbeddedEngine(index / "demo").status().articles == samples


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl+C"])
def test_a_reindex_that_is_told_to_stop_publishes_nothing(
    tmp_path: Path, index: Path, number: signal.Signals
) -> None:
    many = tmp_path / "many"
    for copy in range(30):
        shutil.copytree(SAMPLES, many / str(copy))
    with running("reindex", many, "--jobs", "2", "--index", index, folder=tmp_path) as reindexing:
        deadline = time.monotonic() + 120
        while not any(path.name.startswith(".build") for path in index.iterdir()):
            assert time.monotonic() < deadline and reindexing.poll() is None
            time.sleep(0.05)
        time.sleep(0.5)
        assert reindexing.poll() is None
        os.killpg(reindexing.pid, number)  # as a terminal does, and a supervisor
        assert reindexing.wait(timeout=120) == 130
        assert reindexing.stderr
        said = reindexing.stderr.read()
    assert "Traceback" not in said
    assert "still served" in said
    assert sorted(path.name for path in index.iterdir()) == ["CURRENT", "WRITER.lock", "gen-000001"]


# everywhere


@pytest.mark.parametrize(
    ("args", "exit_code", "word"),
    [
        (["search", "x" * 300], 2, "256"),
        (["search", "--sort", "best"], 2, "best"),
        (["search", "--countri", "RU"], 2, "--countri"),
        (["status"], 1, "searchapp reindex"),
        (["verify"], 1, "searchapp reindex"),
        (["reindex", "nowhere"], 1, "nowhere"),
        (["reindex", "--jobs", "many"], 2, "--jobs"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_with_json_a_failure_is_json_on_standard_error(
    tmp_path: Path, sample_index: Path, args: list[str], exit_code: int, word: str
) -> None:
    index = tmp_path / "none" if exit_code == 1 else sample_index
    result = run(*args, "--json", "--index", index, folder=tmp_path)
    failure = json.loads(result.stderr)
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert list(failure) == ["error", "exit_code"]
    assert failure["exit_code"] == exit_code
    assert word in failure["error"]


@pytest.mark.parametrize(
    "args",
    [("search",), ("search", "--json"), ("search", "--csv"), ("status", "--json"), ("--help",)],
    ids=" ".join,
)
def test_a_reader_that_has_had_enough_is_no_failure(
    tmp_path: Path, sample_index: Path, args: tuple[str, ...]
) -> None:
    index = () if args == ("--help",) else ("--index", sample_index)
    with running(*args, *index, folder=tmp_path) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.wait(timeout=60) in (0, 1)
        assert process.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("form", ["--json", "--csv", ""])
def test_an_output_that_cannot_be_written_is_named(
    tmp_path: Path, sample_index: Path, form: str
) -> None:
    command = f"search {form} --index {sample_index}".split()
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "searchapp", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert "The output cannot be written: No space left on device." in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_that_asks_the_program(shell: str) -> None:
    script = run("completion", shell).stdout
    assert f"_SEARCHAPP_COMPLETE={shell}_complete" in script


def test_the_program_completes_commands_and_options(tmp_path: Path) -> None:
    def completed(words: str) -> list[str]:
        asked = {"_SEARCHAPP_COMPLETE": "zsh_complete", "COMP_WORDS": words}
        asked["COMP_CWORD"] = str(len(words.split()) - 1)
        done = subprocess.run(
            [sys.executable, "-c", "from searchapp.cli import main; main(prog_name='searchapp')"],
            env={**os.environ, **asked},
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=60,
            check=True,
        )
        return done.stdout.split("\n")[1::3]

    assert completed("searchapp re") == ["reindex"]
    assert completed("searchapp search --not-c") == ["--not-country"]


def test_what_takes_long_to_load_is_loaded_when_it_is_needed() -> None:
    heavy = ("flask", "numpy", "whoosh", "tqdm", "waitress", "dateutil", "searchapp.engine")
    code = f"import searchapp.cli, sys; print(sorted(set({heavy!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    text = run(command, "--help").stdout
    assert re.search(rf"^ +searchapp {command}\b", text, re.MULTILINE)


def test_the_overview_lists_every_command_and_the_exit_codes() -> None:
    text = run("--help").stdout
    assert all(re.search(rf"^  {command}\b", text, re.MULTILINE) for command in COMMANDS)
    assert "Exit codes: 0 " in text
    assert run("-h").stdout == text
    assert re.search(r"\d+\.\d+", run("--version").stdout)


def test_nothing_in_an_article_moves_the_cursor_of_a_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    hostile = "\x1b[2Jgone\x9b31m\u202eback\x07"
    rows = [{"id": f"{hostile}-1", "title": f"Ship {hostile}", "text": f"Grain {hostile} ship."}]
    rows += [{"id": "2", "author": hostile, "text": "Grain."}, {"id": "2", "text": "Grain ship."}]
    rows += [{"id": hostile, "text": "One."}, {"id": hostile, "text": "Two."}]
    (folder / f"{hostile}.jsonl").write_text("\n".join(map(json.dumps, rows)))
    index = tmp_path / "index"
    for command in (
        ("reindex", folder),
        ("reindex", folder, "--full", "--json"),
        ("search", "ship"),
        ("search", f"ship {hostile}", "--json"),
        ("search", "", "--json"),
        ("search", "", "--from", hostile),
        ("search", "", "--csv"),
        ("search", "", "--from", hostile, "--json"),
        ("status",),
        ("status", "--json"),
    ):
        result = run(*command, "--index", index)
        assert not CONTROLS.search(result.stdout), command
        assert not CONTROLS.search(result.stderr.replace("\r", "")), command
    found = json.loads(run("search", "", "--json", "--index", index).stdout)
    assert f"{hostile}-1" in {hit["id"] for hit in found["hits"]}


def test_pages_that_trafilatura_remarks_on_are_read_in_silence(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "empty.html").write_text("<html><body></body></html>")
    (folder / "broken.html").write_text("<html><<<<body><p>Grain ship.</p>")
    (folder / "a.txt").write_text(ARTICLE)
    command = ("reindex", folder, "--index", tmp_path / "index", "--json")
    with running(*command, folder=tmp_path) as process:
        printed, said = process.communicate(timeout=60)
    assert said == ""
    assert json.loads(printed)["articles"] >= 1
