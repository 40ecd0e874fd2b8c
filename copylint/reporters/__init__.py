"""Turns a report into text. A reporter decides nothing and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from copylint.rule import Failure, Finding, Rule, Severity


class FileReport(NamedTuple):
    """What was found in one file, sorted by start, end, rule; suppressed findings apart."""

    path: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    baselined: int = 0


class Report(NamedTuple):
    """A whole run: its files sorted by path, and the failures that belong to no file.

    rules: the rules that were run, by id, for reporters that list them. fixed: how many findings were fixed.
    """

    files: tuple[FileReport, ...]
    failures: tuple[Failure, ...] = ()
    rules: Mapping[str, Rule] = {}
    version: str = ""
    fixed: int = 0

    def counts(self) -> dict[Severity, int]:
        """The number of findings by severity, all three severities named."""
        counts: dict[Severity, int] = {"error": 0, "warning": 0, "suggestion": 0}
        for file in self.files:
            for finding in file.findings:
                counts[finding.severity] += 1
        return counts


class Look(NamedTuple):
    """How a report is to look: with colour or not, and the width in columns of what it is shown on."""

    color: bool = False
    width: int = 100
    show_suppressed: bool = False
    show_files: bool = False


class Reporter(NamedTuple):
    """A format of reports. `render` yields pieces of text, each ending where a line ends."""

    name: str
    summary: str
    render: Callable[[Report, Look], Iterable[str]]
