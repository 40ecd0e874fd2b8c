"""The numbers of a report, in figures and in words."""

from __future__ import annotations

from copylint.reporters import Report
from copylint.rule import SEVERITIES, Failure, Finding


def counted(number: int, noun: str, many: str = "") -> str:
    """'1 file', '2,000 files'. many: the plural that is not regular."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {many or noun + 's'}"


def failures(report: Report) -> list[Failure]:
    """Every failure: those of the files in order, then those of the run; each names the file it has."""
    return [
        *(
            failure if failure.path else failure._replace(path=file.path)
            for file in report.files
            for failure in file.failures
        ),
        *report.failures,
    ]


def worst_first(report: Report) -> list[Finding]:
    """All findings, the most severe first, otherwise in order."""
    found = [finding for file in report.files for finding in file.findings]
    return sorted(found, key=lambda finding: -SEVERITIES.index(finding.severity))


def by_rule(report: Report) -> list[tuple[str, int]]:
    """The rules that found something with their numbers of findings, most first, then by id."""
    totals: dict[str, int] = {}
    for file in report.files:
        for finding in file.findings:
            totals[finding.rule] = totals.get(finding.rule, 0) + 1
    return sorted(totals.items(), key=lambda item: (-item[1], item[0]))


_NOT_READ = ("unreadable", "skipped", "reader", "timeout")


def checked(report: Report) -> int:
    """The number of files that could be read. One that a single rule failed on was, and so was one with findings."""
    return sum(1 for file in report.files if file.findings or not any(map(_is_unread, file.failures)))


def _is_unread(failure: Failure) -> bool:
    return failure.rule is None and failure.kind in _NOT_READ


def summary(report: Report) -> str:
    """The report in short: findings by severity, what can be fixed, what was left out, what failed."""
    counts = report.totals()
    total = sum(counts[:3])
    files = checked(report)
    said: list[str] = []
    if total:
        faulty = sum(1 for file in report.files if file.findings)
        where = counted(files, "file") if faulty == files else f"{faulty} of {counted(files, 'file')}"
        worst_first = zip(reversed(SEVERITIES), counts, strict=False)
        parts = [counted(number, severity) for severity, number in worst_first if number]
        said.append(f"{counted(total, 'finding')} in {where}: {', '.join(parts)}.")
    elif files:
        said.append(f"No findings in {counted(files, 'file')}.")
    else:
        said.append("No findings: no file was checked.")
    if counts.safe:
        said.append(f"{counts.safe:,} can be fixed safely with --fix.")
    if report.fixed:
        said.append(f"{report.fixed:,} fixed.")
    left_out = []
    if suppressed := sum(len(file.suppressed) for file in report.files):
        left_out.append(f"{suppressed:,} suppressed")
    if baselined := sum(file.baselined for file in report.files):
        left_out.append(f"{baselined:,} in the baseline")
    if left_out:
        said.append(f"{', '.join(left_out)}.")
    if foreign := [file.foreign for file in report.files if file.foreign]:
        from copylint.reporters.harmless import visible

        where = f"{counted(len(foreign), 'file')} {'is' if len(foreign) == 1 else 'are'}"
        said.append(f"{where} in another language than the rules: {visible(', '.join(sorted(set(foreign))))}.")
    if failed := len(failures(report)):
        said.append(f"{counted(failed, 'failure')}: copylint could not do all of its work.")
    return " ".join(said)
