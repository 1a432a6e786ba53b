import os
import socket
import subprocess
from pathlib import Path

import pytest

from searchapp.article import Rejected
from searchapp.errors import ArchiveError
from searchapp.ingest import SourceFile, hash_file, iter_files, read_articles
from searchapp.ingest.walk import safe_name


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}")


def names(*roots: Path) -> list[str]:
    return [file.name for file in iter_files(roots) if isinstance(file, SourceFile)]


def reasons(*roots: Path) -> dict[str, str]:
    return {file.path: file.reason for file in iter_files(roots) if isinstance(file, Rejected)}


def test_files_come_sorted_by_name_whatever_the_file_system_says(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.txt", "a/B.txt", "Z.txt", "ä.txt", "a/1/x.md", "noextension")
    assert names(tmp_path) == [
        "Z.txt",
        "a/1/x.md",
        "a/B.txt",
        "a/z.txt",
        "b.txt",
        "noextension",
        "ä.txt",
    ]
    assert reasons(tmp_path) == {}


def test_hidden_files_and_junk_are_passed_over_without_a_word(tmp_path: Path) -> None:
    write(tmp_path, ".git/a.txt", ".DS_Store", "Thumbs.db", "__pycache__/x.txt", "names.toml")
    write(tmp_path, "searchapp.toml", "__MACOSX/a.txt", "a.txt")
    assert names(tmp_path) == ["a.txt"]
    assert reasons(tmp_path) == {}


def test_kinds_that_are_not_read_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf", "b.JPG", "c.xyz", "d.tar.gz", "e.001", "Mr. Smith")
    found = reasons(tmp_path)
    assert found["a.pdf"].startswith("is a PDF document (.pdf), which is not read; read are .txt")
    assert found["b.JPG"].startswith("is an image (.jpg)")
    assert found["c.xyz"].startswith("ends in .xyz, which is not read")
    assert found["d.tar.gz"].startswith("is an archive of another kind (.tar)")
    assert names(tmp_path) == ["Mr. Smith", "e.001"]


def test_links_are_reported_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "folder/a.txt")
    (tmp_path / "secret.txt").symlink_to("/etc/passwd")
    (tmp_path / "folder/loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert names(tmp_path) == ["folder/a.txt"]
    assert reasons(tmp_path) == {
        "folder/loop": "is a link to a folder; links are not followed",
        "gone.txt": "is a link that leads nowhere; links are not followed",
        "secret.txt": "is a link to a file; links are not followed",
        "self": "is a link that leads nowhere; links are not followed",
    }


def test_pipes_and_sockets_are_reported_without_waiting_for_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert reasons(tmp_path) == {
            "pipe.txt": "is a pipe, not a file",
            "s": "is a socket, not a file",
        }


def test_a_folder_that_cannot_be_listed_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a/x.txt", "b.txt")
    listing = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(tmp_path) == ["b.txt"]
    assert reasons(tmp_path) == {"a": "is a folder that cannot be read: Permission denied"}
    with pytest.raises(ArchiveError, match="Permission denied"):
        iter_files([tmp_path / "a"])


def test_folders_deeper_than_python_recurses_are_walked(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    deepest = tmp_path
    for _ in range(1200):
        deepest = deepest / "d"
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("x.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    assert names(tmp_path) == ["d/" * 1200 + "x.txt"]
    # pytest's own clean-up would recurse into it.
    subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)


def test_a_name_that_is_not_utf8_or_has_controls_becomes_safe_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff\n.txt")).write_bytes(b"x")
    assert names(tmp_path) == ["a\\xff\\n.txt"]
    [file] = iter_files([tmp_path])
    assert isinstance(file, SourceFile)
    assert isinstance(hash_file(file), str)


def test_a_safe_name_can_always_be_encoded() -> None:
    assert safe_name("a\udcff\ud800\u202e\x1b") == "a\\xff\\ud800\\u202e\\x1b"


def test_a_name_of_255_bytes_is_a_name_like_any_other(tmp_path: Path) -> None:
    name = "x" * 251 + ".txt"
    write(tmp_path, name)
    assert names(tmp_path) == [name]


def test_one_file_may_be_the_root(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    assert names(tmp_path / "a.txt") == ["a.txt"]


def test_several_roots_are_told_apart_by_the_ends_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "one/articles/a.txt", "two/articles/a.txt", "three/b.txt", "c.txt")
    roots = [tmp_path / part for part in ("two/articles", "one/articles", "three", "c.txt")]
    assert names(*roots) == [
        "two/articles/a.txt",
        "one/articles/a.txt",
        "three/b.txt",
        "c.txt",
    ]


def test_roots_inside_each_other_give_each_file_once(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt", "a/b/y.txt", "a/.drafts/z.txt")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    roots = [tmp_path / part for part in ("a/b", "a", "a/", "link", "a/b/y.txt")]
    assert names(*roots) == ["b/y.txt", "x.txt"]
    assert names(tmp_path / "a", tmp_path / "a/.drafts") == [
        "a/b/y.txt",
        "a/x.txt",
        ".drafts/z.txt",
    ]


def test_a_missing_root_is_named_at_once_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"There is no file or folder '.*nowhere'.*Check"):
        iter_files([tmp_path / "nowhere"])
    with pytest.raises(ArchiveError, match="Give a folder"):
        iter_files([])
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ArchiveError, match="neither a file nor a folder"):
        iter_files([tmp_path / "pipe"])


def test_the_hash_is_sha256_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    [file] = iter_files([tmp_path])
    assert isinstance(file, SourceFile)
    assert file.size == 3
    assert file.path == tmp_path.resolve() / "a.txt"
    assert file.mtime_ns == (tmp_path / "a.txt").stat().st_mtime_ns
    assert hash_file(file) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("became", ["nothing", "a folder", "a link", "a pipe"])
def test_a_file_that_changes_into_something_else_is_reported(tmp_path: Path, became: str) -> None:
    write(tmp_path, "a.txt")
    [file] = iter_files([tmp_path])
    assert isinstance(file, SourceFile)
    file.path.unlink()
    if became == "a folder":
        file.path.mkdir()
    elif became == "a link":
        file.path.symlink_to("/etc/passwd")
    elif became == "a pipe":
        os.mkfifo(file.path)
    digest = hash_file(file)
    assert isinstance(digest, Rejected)
    [found] = read_articles(file, "")
    assert isinstance(found, Rejected)
    assert found.reason == digest.reason


def test_a_file_that_grew_is_read_as_it_is_now(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    [file] = iter_files([tmp_path])
    assert isinstance(file, SourceFile)
    file.path.write_text("Much more than before. " * 100)
    [found] = read_articles(file, "")
    assert not isinstance(found, Rejected)
    assert len(found.text) > file.size
