"""Turns a report into text. A reporter decides nothing and prints nothing."""

from __future__ import annotations

from copylint.modules import module
from copylint.rule import Failure, Finding, Rule, Severity
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, overload

    _Findings = Sequence[Finding]
else:
    _Findings = object

# Begins a report in a format that copylint reads as well, so that a later run takes it for no article.
NO_ARTICLE = "<!-- copylint: ignore-file[all, suppression] a report, no article -->\n"


class Counts(NamedTuple):
    """How many findings there are of each severity, and how many of all can be fixed safely."""

    error: int = 0
    warning: int = 0
    suggestion: int = 0
    safe: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Counts:
        """The numbers of some findings."""
        severities, safe = {"error": 0, "warning": 0, "suggestion": 0}, 0
        for finding in findings:
            severities[finding.severity] += 1
            safe += finding.fix is not None and finding.fix.safety == "safe"
        return cls(**severities, safe=safe)


class KnownFindings(_Findings):
    """The findings of a file with what is told of them without looking at any: their numbers, and the section of a
    report. Those of the cache are read only when somebody does look.

    section: the name of a report (`name_of`), and what that says of the file.
    """

    __slots__ = ("_found", "_read", "counts", "section")

    def __init__(
        self, counts: Counts, read: Callable[[], tuple[Finding, ...]], section: tuple[str, str] = ("", "")
    ) -> None:
        self.counts = counts
        self.section = section
        self._read = read
        self._found: tuple[Finding, ...] | None = None

    def _all(self) -> tuple[Finding, ...]:
        if self._found is None:
            self._found = self._read()
        return self._found

    def __len__(self) -> int:
        return sum(self.counts[:3])

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all())

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> Finding: ...

        @overload
        def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...

    def __getitem__(self, index: Any) -> Any:
        return self._all()[index]

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, KnownFindings) else other)

    def __hash__(self) -> int:
        return hash(self._all())


class FileReport(NamedTuple):
    """What was found in one file, sorted by start, end, rule; suppressed findings apart.

    source is the decoded file, filled only for a reporter that says `needs_source`. foreign is the language of the
    article, if it is another than that of the rules.
    """

    path: str
    findings: Sequence[Finding] = ()
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

    def counts(self) -> Counts:
        """The numbers of the findings."""
        findings = self.findings
        return findings.counts if isinstance(findings, KnownFindings) else Counts.of(findings)


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
        counts = self.totals()
        return {"error": counts.error, "warning": counts.warning, "suggestion": counts.suggestion}

    def totals(self) -> Counts:
        """The numbers of all findings."""
        counts = [file.counts() for file in self.files if file.findings]
        return Counts(*map(sum, zip(*counts, strict=True)))


class Look(NamedTuple):
    """How a report is to look: with colour or not, and the width in columns of what it is shown on."""

    color: bool = False
    width: int = 100
    show_suppressed: bool = False
    show_files: bool = False
    summary: bool = True


class Reporter(NamedTuple):
    """A format of reports. `render` yields pieces of text, each ending where a line ends.

    needs_source: `render` wants the text of the files that have findings, in `FileReport.source`. section: what
    `render` says of one file, where it tells of each by itself; it is kept with the results of the file. whole: a
    program reads it as one piece, and wants it where nothing was found, too.
    """

    name: str
    summary: str
    render: Callable[[Report, Look], Iterable[str]]
    needs_source: bool = False
    section: Callable[[FileReport, Look], str] | None = None
    whole: bool = False


def name_of(reporter: str, look: Look) -> str:
    """What the sections of a report go by: all that they depend on besides the file."""
    return " ".join([reporter, *map(str, look._replace(summary=True))])


def sections(report: Report, look: Look, reporter: str, section: Callable[[FileReport, Look], str]) -> Iterator[str]:
    """What a report says of each file that it has something to say of; what is known is not made again."""
    name = name_of(reporter, look)
    for file in report.files:
        findings = file.findings
        if isinstance(findings, KnownFindings) and findings.section[0] == name and not file.failures:
            yield findings.section[1]
        elif text := section(file, look):
            yield text


def builtin_reporters() -> tuple[Reporter, ...]:
    """copylint's own reporters, the default first. A module is imported when its reporter first renders."""
    return (
        _by_sections("full", "each fault in its line, with its evidence and its cure", "full"),
        _by_sections("concise", "one line a finding", "concise"),
        _by_sections("json", "one JSON object, the interface for other programs", "jsonreport", whole=True),
        _by_sections("jsonl", "one JSON object a line: findings, failures, a summary", "jsonl"),
        Reporter("github", "annotations for GitHub Actions, worst first", _render_with("github")),
        Reporter("markdown", "a summary page in Markdown, as for a GitHub job", _render_with("markdown")),
        Reporter("gitlab", "a code quality report for GitLab", _render_with("gitlab"), whole=True),
        Reporter("sarif", "SARIF 2.1.0, for code scanning", _render_with("sarif"), whole=True),
        Reporter("junit", "JUnit XML, for build servers", _render_with("junit"), whole=True),
        Reporter("rdjson", "reviewdog's diagnostic format", _render_with("rdjson"), needs_source=True, whole=True),
        Reporter(
            "html", "one page, each article a marked-up proof", _render_with("htmlproof"), needs_source=True, whole=True
        ),
    )


def _render_with(name: str) -> Callable[[Report, Look], Iterable[str]]:
    def render(report: Report, look: Look) -> Iterable[str]:
        pieces: Iterable[str] = module(f"copylint.reporters.{name}").render(report, look)
        return pieces

    return render


def _by_sections(name: str, summary: str, of: str, *, whole: bool = False) -> Reporter:
    """One whose module has a function for the section of a file."""

    def section(file: FileReport, look: Look) -> str:
        text: str = module(f"copylint.reporters.{of}").section(file, look)
        return text

    return Reporter(name, summary, _render_with(of), section=section, whole=whole)
