"""Settings: where they come from, which one wins, and what is said of one that cannot be used."""

import os
import re
from pathlib import Path

import pytest

import searchapp
from searchapp.errors import SettingsError
from searchapp.settings import Settings, load_settings, setting_names

DOCUMENT = Path(searchapp.__file__).parent.parent / "docs" / "configuration.md"


def write_file(folder: Path, text: str) -> Path:
    file = folder / "searchapp.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_anything_the_defaults_are_in_force(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}, {}) == Settings()


def test_the_command_line_wins_over_the_environment_over_the_file_over_the_default(
    tmp_path: Path,
) -> None:
    write_file(tmp_path, 'host = "file"\nport = 1\nthreads = 2\n')
    environment = {"SEARCHAPP_HOST": "environment", "SEARCHAPP_PORT": "3"}
    settings = load_settings(tmp_path, environment, {"host": "chosen", "port": None})
    assert (settings.host, settings.port, settings.threads) == ("chosen", 3, 2)
    assert settings.title == Settings().title


EVERY = {
    "index": ("elsewhere", "elsewhere", Path("elsewhere")),
    "articles": ('["a", "b.zip"]', os.pathsep.join(["a", "b.zip"]), (Path("a"), Path("b.zip"))),
    "title": ('"My Paper"', "My Paper", "My Paper"),
    "host": ('"0.0.0.0"', "0.0.0.0", "0.0.0.0"),
    "port": ("8080", "8080", 8080),
    "workers": ("3", "3", 3),
    "threads": ("9", "9", 9),
    "timeout": ("30", "30", 30),
    "trusted_hosts": ('["a.org", "b.org"]', "a.org, b.org", ("a.org", "b.org")),
    "proxies": ("2", "2", 2),
    "metrics": ("true", "yes", True),
    "log_format": ('"json"', "json", "json"),
    "log_requests": ("true", "1", True),
    "jobs": ("3", "3", 3),
    "dayfirst": ("false", "no", False),
    "countries": ('"mentioned"', "mentioned", "mentioned"),
}


def test_the_table_of_these_tests_names_every_setting() -> None:
    assert tuple(EVERY) == setting_names()


@pytest.mark.parametrize("name", EVERY)
def test_every_setting_can_be_set_in_the_environment(tmp_path: Path, name: str) -> None:
    _, text, value = EVERY[name]
    settings = load_settings(tmp_path, {f"SEARCHAPP_{name.upper()}": text}, {})
    assert getattr(settings, name) == value != getattr(Settings(), name)


@pytest.mark.parametrize("name", [name for name in EVERY if name not in ("index", "articles")])
def test_every_setting_can_be_set_in_the_file(tmp_path: Path, name: str) -> None:
    text, _, value = EVERY[name]
    write_file(tmp_path, f"{name} = {text}\n")
    assert getattr(load_settings(tmp_path, {}, {}), name) == value


def test_relative_folders_in_the_file_start_from_its_folder(tmp_path: Path) -> None:
    write_file(tmp_path, 'index = "made/index"\narticles = ["one", "/two"]\n')
    settings = load_settings(tmp_path, {}, {})
    assert settings.index == tmp_path / "made" / "index"
    assert settings.articles == (tmp_path / "one", Path("/two"))


def test_a_single_folder_need_not_be_a_list(tmp_path: Path) -> None:
    write_file(tmp_path, 'articles = "one"\n')
    assert load_settings(tmp_path, {}, {}).articles == (tmp_path / "one",)


def test_relative_folders_elsewhere_start_from_where_the_command_runs(tmp_path: Path) -> None:
    environment = {"SEARCHAPP_INDEX": "here"}
    settings = load_settings(tmp_path, environment, {"articles": ("there",)})
    assert (settings.index, settings.articles) == (Path("here"), (Path("there"),))


def test_a_tilde_is_the_home_folder(tmp_path: Path) -> None:
    write_file(tmp_path, 'index = "~/index"\n')
    assert load_settings(tmp_path, {}, {}).index == Path.home() / "index"


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"SEARCHAPP_PORT": ""}, {}) == Settings()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index", "3"),
        ("articles", "[1]"),
        ("articles", "true"),
        ("title", '" "'),
        ("host", "1"),
        ("port", '"eighty"'),
        ("port", "65536"),
        ("port", "-1"),
        ("port", "80.5"),
        ("port", "true"),
        ("port", '"１２"'),
        ("workers", "0"),
        ("workers", "65"),
        ("threads", "0"),
        ("timeout", "0"),
        ("trusted_hosts", "[1]"),
        ("metrics", "2"),
        ("log_format", '"xml"'),
        ("log_requests", '"often"'),
        ("jobs", "0"),
        ("dayfirst", '"perhaps"'),
        ("countries", '"all"'),
    ],
)
def test_a_bad_value_in_the_file_names_file_setting_and_value(
    tmp_path: Path, name: str, text: str
) -> None:
    file = write_file(tmp_path, f"{name} = {text}\n")
    with pytest.raises(SettingsError) as failure:
        load_settings(tmp_path, {}, {})
    message = str(failure.value)
    assert message.startswith(f"{file}: {name} is ")
    assert re.search(
        "but it must be (a |true or false|“about” or “mentioned”|“text” or “json”)", message
    )


@pytest.mark.parametrize(
    ("environment", "chosen", "where"),
    [
        ({"SEARCHAPP_PORT": "x"}, {}, "SEARCHAPP_PORT: port is 'x'"),
        ({}, {"port": "x"}, "--port: port is 'x'"),
        ({}, {"index": ""}, "--index: index is ''"),
        ({}, {"articles": ("",)}, "PATH: articles is ('',)"),
    ],
)
def test_a_bad_value_elsewhere_names_where_it_was_set(
    tmp_path: Path, environment: dict[str, str], chosen: dict[str, object], where: str
) -> None:
    with pytest.raises(SettingsError, match=re.escape(where)):
        load_settings(tmp_path, environment, chosen)


def test_a_bad_value_that_is_not_in_force_is_named_all_the_same(tmp_path: Path) -> None:
    write_file(tmp_path, 'port = "x"\n')
    with pytest.raises(SettingsError, match="port is 'x'"):
        load_settings(tmp_path, {}, {"port": "80"})


def test_a_name_in_the_file_that_is_no_setting_is_refused_with_those_there_are(
    tmp_path: Path,
) -> None:
    write_file(tmp_path, "prot = 80\n")
    with pytest.raises(SettingsError, match=r"“prot” is not a setting.* port, ") as failure:
        load_settings(tmp_path, {}, {})
    assert all(name in str(failure.value) for name in setting_names())


@pytest.mark.parametrize("content", [b"port = ", b"\xff\xfe", b"port = 1\nport = 2\n"])
def test_a_file_that_is_not_toml_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "searchapp.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=re.escape(f"{file} cannot be read")):
        load_settings(tmp_path, {}, {})


def test_every_setting_is_documented_with_its_default_and_variable() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*)$", document, re.MULTILINE))
    assert sorted(rows) == sorted(setting_names())
    for name, row in rows.items():
        assert f"`SEARCHAPP_{name.upper()}`" in row
        default, value = row.partition(" | ")[0].strip('`"'), getattr(Settings(), name)
        if name not in ("articles", "jobs"):
            assert default.lower() == ("[]" if value == () else str(value).lower())
