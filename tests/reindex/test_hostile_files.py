"""All files that have broken other programs, reindexed at once beside good ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from searchapp.cli import main
from searchapp.engine import EmbeddedEngine
from searchapp.errors import ArchiveError
from searchapp.reindex import ReindexSummary
from searchapp.search.url import article_url
from searchapp.web import build_app
from tests.reindex.archive import Archive
from tests.reindex.hostile_files import CASES, GOOD, ODD_ID, Case, write_special
from tests.web.dom import parse_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """What became of the archive with every hostile file in it, and of the good files alone."""

    archive: Archive
    alone: Archive
    special: Mapping[str, str]
    summary: ReindexSummary

    def reasons(self, name: str) -> Sequence[str]:
        """Why this file, or parts of it, were left out."""
        return [
            part.reason
            for part in self.summary.rejected
            if part.path == name or part.path.startswith(f"{name}/")
        ]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """Both archives, reindexed in one go each."""
    both = []
    for name in ("hostile", "alone"):
        place = tmp_path_factory.mktemp(name)
        both.append(Archive(folder=place / "articles", index=place / "index"))
        for path, content in GOOD.items():
            both[-1].write(path, content)
    archive, alone = both
    alone.reindex()
    for case in CASES:
        archive.write(case.name, case.content)
    special = write_special(archive.folder)
    return Hostile(archive=archive, alone=alone, special=special, summary=archive.reindex())


@pytest.fixture(scope="module")
def engine(hostile: Hostile) -> EmbeddedEngine:
    """The engine over all of it."""
    return EmbeddedEngine(hostile.archive.index)


@pytest.fixture(scope="module")
def client(engine: EmbeddedEngine) -> FlaskClient:
    """A browser of it."""
    return build_app(engine).test_client()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row} {case.name}")
def test_a_hostile_file_is_indexed_rightly_or_named_with_its_reason(
    hostile: Hostile, engine: EmbeddedEngine, case: Case
) -> None:
    found = [engine.article(article_id) for article_id in case.ids]
    reasons = hostile.reasons(case.name)
    assert found or reasons
    for expected in case.reasons:
        assert any(expected in reason for reason in reasons), reasons
    assert bool(case.reasons) == bool(reasons), reasons
    if found:
        assert found[0].text.startswith(case.text)
        assert "\x00" not in found[0].text and "\x1b" not in found[0].text
        assert len(found[0].persons) <= 50 and len(found[0].section or "") <= 300
        assert (found[0].url or "https://").startswith(("http://", "https://"))
    if case.date is not None:
        assert str(found[0].date or "") == case.date


def test_what_is_no_ordinary_file_is_named_and_not_followed(hostile: Hostile) -> None:
    for name, expected in hostile.special.items():
        [reason] = hostile.reasons(name)
        assert expected in reason


def test_nothing_else_is_indexed_or_left_out(hostile: Hostile) -> None:
    expected = {article_id for case in CASES for article_id in case.ids}
    assert hostile.summary.articles == len(expected) + len(GOOD)
    named = {part.path for part in hostile.summary.rejected}
    files = {*(case.name for case in CASES if case.reasons), *hostile.special}
    assert {path for path in named if not any(path.startswith(name) for name in files)} == set()


def test_the_good_files_are_what_they_are_without_the_others(
    hostile: Hostile, engine: EmbeddedEngine
) -> None:
    for name in GOOD:
        assert engine.article(name) == hostile.alone.article(name)


def test_every_page_of_it_is_a_page(hostile: Hostile, client: FlaskClient) -> None:
    addresses = [
        *(f"/search?page={page}&size=100&copies=all" for page in range(1, 6)),
        *(article_url(case.ids[0]) for case in CASES if case.ids),
        "/status",
        "/sections",
        "/persons",
    ]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = parse_html(answer.text)
        for script in page.all("script"):
            assert "src" in script.attrs or script.attrs["type"] == "application/ld+json"
        assert not [image for image in page.all("img") if "onerror" in image.attrs]
        assert not set(answer.text) & set("\x00\x1b\u202a\u202e\u2066\u2069")
    assert "Set-Cookie" not in client.get("/search?q=Set-Cookie").headers


def test_an_id_of_any_letters_leads_to_its_article(client: FlaskClient) -> None:
    assert "Grain left" in client.get(article_url(ODD_ID)).text
    assert client.get(f"/article.json?id={quote(ODD_ID)}").json["id"] == ODD_ID


def test_marks_stand_on_whole_letters(client: FlaskClient) -> None:
    answer = client.get("/search.json?q=harbour+dogs&size=100").json
    [hit] = answer["hits"]
    assert hit["id"] == "emoji.txt"
    marked = [snippet["text"][a:b] for snippet in hit["snippets"] for a, b in snippet["ranges"]]
    assert marked == ["dogs", "harbour"]


def test_the_commands_print_nothing_that_moves_the_cursor(
    hostile: Hostile, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["status"], ["search", "title", "--size", "50"], ["search", "", "--csv"]):
        with pytest.raises(SystemExit) as ended:
            main([*command, "--index", str(hostile.archive.index)])
        assert not ended.value.code
        said = capsys.readouterr().out
        assert not set(said) & {"\x1b", "\x00", "\x07", "\u202e"}


def test_a_second_run_finds_nothing_new(hostile: Hostile) -> None:
    again = hostile.archive.reindex()
    assert (again.generation, again.read) == (None, 0)
    assert sorted(map(str, again.rejected)) == sorted(map(str, hostile.summary.rejected))


def test_hostile_files_that_replace_good_ones_are_not_published_unless_forced(
    archive: Archive,
) -> None:
    for number in range(100):
        archive.write(f"{number}.json", f'{{"text": "Grain ship {number}."}}')
    archive.reindex()
    broken = [case for case in CASES if case.reasons and not case.ids][:6]
    for number, case in enumerate(broken):
        archive.write(f"{number}.json", case.content)
    with pytest.raises(ArchiveError, match="add --force"):
        archive.reindex()
    assert len(archive.ids()) == 100
    assert archive.reindex(force=True).articles == 94


def test_a_folder_of_very_many_files_is_read(archive: Archive, tmp_path: Path) -> None:
    source = archive.write("0.txt", "Grain ship leaves Odesa")
    for number in range(1, 2_000):
        (archive.folder / f"{number}.txt").hardlink_to(source)
    assert archive.reindex().articles == 2_000
