"""Asks PyPI whether anything in a lock file has a known vulnerability.

Exit code 1 for a vulnerability and for a lock that cannot be read. Without a network, or where the
package index keeps no list of vulnerabilities, it says that nothing was found out and exits with 0:
what could not be asked is no fault of the change that is being checked.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass

_COMMAND = (
    *(sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip"),
    *("--progress-spinner", "off", "--format", "json", "--requirement"),
)
_UNREACHABLE = re.compile("ConnectionError|ProxyError|SSLError|Timeout|Could not connect")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an audit: sentences for a person, and whether the check has failed."""

    sentences: tuple[str, ...]
    failed: bool


def main(locks: list[str]) -> int:
    """Audit every lock; the exit code."""
    outcomes = [_audit(lock) for lock in locks]
    for outcome in outcomes:
        for sentence in outcome.sentences:
            print(sentence)
    return int(any(outcome.failed for outcome in outcomes))


def judge(lock: str, report: str, errors: str) -> Outcome:
    """The outcome of one run of pip-audit, from what it wrote as JSON and as errors."""
    if not report.strip():
        unreachable = _UNREACHABLE.search(errors) is not None
        last = (errors.strip().splitlines() or ["pip-audit said nothing"])[-1]
        reason = "PyPI cannot be reached. Is there a network?" if unreachable else last
        return Outcome(sentences=(f"{lock}: not audited: {reason}",), failed=not unreachable)
    packages = json.loads(report)["dependencies"]
    found = [
        f"{lock}: {package['name']} {package['version']} has {flaw['id']}"
        f"{_mended_in(flaw['fix_versions'])}."
        for package in packages
        for flaw in package.get("vulns", ())
    ]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    known = len(packages) - len(unknown)
    told = []
    if known:
        told.append(f"{lock}: {known} packages audited, {len(found)} known vulnerabilities.")
    if unknown:
        names = ", ".join(unknown) if known else f"all of its {len(unknown)} packages"
        told.append(f"{lock}: not audited: the package index has no word on {names}.")
    return Outcome(sentences=(*found, *told), failed=bool(found))


def _audit(lock: str) -> Outcome:
    run = subprocess.run([*_COMMAND, lock], capture_output=True, text=True, check=False)
    return judge(lock, run.stdout, run.stderr)


def _mended_in(versions: list[str]) -> str:
    return f", mended in {' and '.join(versions)}" if versions else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
