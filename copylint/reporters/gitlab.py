"""The report as a GitLab code quality report: one array of issues, each with a fingerprint of its own."""

from __future__ import annotations

import hashlib

from copylint.document import Place
from copylint.reporters import Look, Report
from copylint.reporters.cure import cure
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.jsonreport import dumps
from copylint.reporters.tally import failures
from copylint.rule import Failure, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


def render(report: Report, look: Look) -> Iterator[str]:
    """The findings in order, then what could not be done, as blockers: GitLab has no other place for it."""
    issues = [_finding(finding) for file in report.files for finding in file.findings]
    issues += [_failure(failure) for failure in failures(report)]
    seen: dict[str, int] = {}
    for issue in issues:
        key = f"{issue['location']['path']}\0{issue['check_name']}\0{issue['fingerprint']}"
        seen[key] = seen.get(key, 0) + 1
        issue["fingerprint"] = hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "backslashreplace")).hexdigest()
    yield dumps(issues, indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    description = finding.message
    if healing := cure(finding):
        description += f" {healing.verb.capitalize()}: {healing.text}"
    others = [where for where, _ in finding.evidence if isinstance(where, Place) and where.path == place.path]
    if others:
        lines = sorted({where.start.line for where in others})
        shown = ", ".join(map(str, lines[:5])) + (" …" if len(lines) > 5 else "")
        description += f" (See {'line' if len(lines) == 1 else 'lines'} {shown}.)"
    return {
        "description": visible(description),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": path_text(place.path),
            "lines": {"begin": place.start.line, "end": place.end.line},
        },
    }


def _failure(failure: Failure) -> dict[str, Any]:
    line = failure.start.line if failure.start else 1
    return {
        "description": visible(f"copylint could not do all of its work: {failure.message}"),
        "check_name": f"copylint/{failure.kind}",
        "fingerprint": f"{failure.rule}\0{failure.message}",
        "severity": "blocker",
        "location": {
            "path": path_text(failure.path) if failure.path else ".",
            "lines": {"begin": line, "end": line},
        },
    }
