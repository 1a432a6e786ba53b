"""What `make audit` makes of the answers of pip-audit."""

import json

import pytest

from tests.package.audit import judge

CLEAN: dict[str, object] = {"name": "flask", "version": "3.1.3", "vulns": []}
FLAWED: dict[str, object] = {
    "name": "jinja2",
    "version": "2.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}, {"id": "PYSEC-2", "fix_versions": []}],
}
UNKNOWN: dict[str, object] = {"name": "tqdm", "skip_reason": "not found on PyPI"}
OFFLINE = "Traceback …\nrequests.exceptions.ConnectionError: Failed to resolve 'pypi.org'"


def report_of(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def test_a_known_vulnerability_fails_and_is_named_with_what_mends_it() -> None:
    outcome = judge("lock.txt", report_of(CLEAN, FLAWED), "")
    assert outcome.failed
    assert outcome.sentences == (
        "lock.txt: jinja2 2.0 has PYSEC-1, mended in 2.1.",
        "lock.txt: jinja2 2.0 has PYSEC-2.",
        "lock.txt: 2 packages audited, 2 known vulnerabilities.",
    )


def test_packages_without_one_pass() -> None:
    outcome = judge("lock.txt", report_of(CLEAN), "No known vulnerabilities found")
    assert outcome.sentences == ("lock.txt: 1 packages audited, 0 known vulnerabilities.",)
    assert not outcome.failed


def test_what_could_not_be_asked_is_named_and_does_not_fail() -> None:
    outcome = judge("lock.txt", report_of(CLEAN, UNKNOWN), "")
    assert not outcome.failed
    assert outcome.sentences == (
        "lock.txt: 1 packages audited, 0 known vulnerabilities.",
        "lock.txt: not audited: the package index has no word on tqdm.",
    )


def test_an_index_that_keeps_no_list_is_told_from_one_that_found_nothing() -> None:
    outcome = judge("lock.txt", report_of(UNKNOWN, UNKNOWN), "")
    assert not outcome.failed
    assert outcome.sentences == (
        "lock.txt: not audited: the package index has no word on all of its 2 packages.",
    )


@pytest.mark.parametrize(
    ("errors", "failed"),
    [(OFFLINE, False), ("ERROR: lock.txt:3: no hash", True), ("", True)],
    ids=["no network", "a lock that cannot be read", "nothing said"],
)
def test_without_an_answer_only_a_missing_network_passes(errors: str, failed: bool) -> None:
    outcome = judge("lock.txt", "", errors)
    assert outcome.failed == failed
    assert "not audited" in outcome.sentences[0]
