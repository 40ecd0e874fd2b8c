"""Turns a report into text. A reporter decides nothing and prints nothing."""

from __future__ import annotations

from copylint.modules import module
from copylint.rule import Failure, Finding, Rule, Severity
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# Begins a report in a format that copylint reads as well, so that a later run takes it for no article.
NO_ARTICLE = "<!-- copylint: ignore-file[all, suppression] a report, no article -->\n"


class FileReport(NamedTuple):
    """What was found in one file, sorted by start, end, rule; suppressed findings apart.

    source is the decoded file, filled only for a reporter that says `needs_source`. foreign is the language of the
    article, if it is another than that of the rules.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    baselined: int = 0
    source: str | None = None
    foreign: str | None = None

    def shown(self, look: Look) -> list[tuple[Finding, bool]]:
        """The findings to show, in order, each with whether a comment silences it."""
        found = [(finding, False) for finding in self.findings]
        if look.show_suppressed and self.suppressed:
            found += [(finding, True) for finding in self.suppressed]
            found.sort(key=lambda item: (item[0].place.start, item[0].place.end, item[0].rule))
        return found


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
    summary: bool = True


class Reporter(NamedTuple):
    """A format of reports. `render` yields pieces of text, each ending where a line ends.

    needs_source: `render` wants the text of the files that have findings, in `FileReport.source`.
    """

    name: str
    summary: str
    render: Callable[[Report, Look], Iterable[str]]
    needs_source: bool = False


def builtin_reporters() -> tuple[Reporter, ...]:
    """copylint's own reporters, the default first. A module is imported when its reporter first renders."""
    return (
        Reporter("full", "each fault in its line, with its evidence and its cure", _render_with("full")),
        Reporter("concise", "one line a finding", _render_with("concise")),
        Reporter("json", "one JSON object, the interface for other programs", _render_with("jsonreport")),
        Reporter("jsonl", "one JSON object a line: findings, failures, a summary", _render_with("jsonl")),
        Reporter("github", "annotations for GitHub Actions, worst first", _render_with("github")),
        Reporter("markdown", "a summary page in Markdown, as for a GitHub job", _render_with("markdown")),
        Reporter("gitlab", "a code quality report for GitLab", _render_with("gitlab")),
        Reporter("sarif", "SARIF 2.1.0, for code scanning", _render_with("sarif")),
        Reporter("junit", "JUnit XML, for build servers", _render_with("junit")),
        Reporter("rdjson", "reviewdog's diagnostic format", _render_with("rdjson"), needs_source=True),
        Reporter("html", "one page, each article a marked-up proof", _render_with("htmlproof"), needs_source=True),
    )


def _render_with(name: str) -> Callable[[Report, Look], Iterable[str]]:
    def render(report: Report, look: Look) -> Iterable[str]:
        pieces: Iterable[str] = module(f"copylint.reporters.{name}").render(report, look)
        return pieces

    return render
