"""`copylint check`: reads articles and reports what a sub-editor would mark."""

from __future__ import annotations

import os
import sys
from time import perf_counter

from copylint.cli import BROKEN, CLEAN, FINDINGS, UsageError
from copylint.cli.arguments import Parser, add_registry_arguments, add_rule_arguments
from copylint.cli.linting import found_files, linted
from copylint.cli.setting import check_source, configuration_for
from copylint.cli.terminal import wants_color, width
from copylint.reporters import Look, Report
from copylint.reporters.tally import checked, counted, failures
from copylint.rule import SEVERITIES
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TextIO, TypeAlias

    from copylint.cli.linting import Linted, Stdin
    from copylint.cli.rewriting import Changes
    from copylint.config import Configuration
    from copylint.files import File, Found
    from copylint.plugins import Registry
    from copylint.reporters import FileReport, Reporter
    from copylint.rule import Failure
    from copylint.runner import Runner

_SUMMARY = """Read articles and report what a sub-editor would mark.

PATHS are files, folders and globs; without any, this folder. '-' reads standard input.
Exit code: 0 nothing to report, 1 findings, 2 copylint could not do all of its work."""


def main(arguments: list[str]) -> int:
    """Runs the check and returns the exit code."""
    chosen = parser().parse_args(arguments)
    if chosen.stdin_filename is not None and "-" not in chosen.paths:
        raise UsageError("--stdin-filename names standard input, which only '-' among the PATHS reads")
    if chosen.add_ignores is not None:
        if chosen.fix or chosen.unsafe_fixes:
            raise UsageError("--add-ignores and --fix are two runs: fix first, and then ignore what is left")
        reason = chosen.add_ignores.strip()
        if not reason or reason == "-" or os.path.lexists(reason):  # a path there would be taken for the reason
            taken = f", not '{reason}'" if reason else ""
            raise UsageError(f"--add-ignores needs a reason{taken}, such as --add-ignores 'before the house style'")
    if chosen.watch:
        from copylint.cli.watching import watch

        return watch(chosen, _check)
    return _check(chosen)


def _check(chosen: argparse.Namespace) -> int:
    started = perf_counter()
    configuration = configuration_for(chosen)
    registry = configuration.registry_for(os.getcwd())
    outputs = _outputs(chosen, registry)
    for name in chosen.source:
        check_source(name, registry)
    found = found_files(chosen, registry, configuration)
    if chosen.output:
        from copylint.cli.writing import without_reports

        written = [one.file for one in outputs if one.file is not None]
        found = found._replace(files=without_reports(found.files, written))
    times: dict[str, float] | None = {} if chosen.profile_rules else None
    all_found = linted(
        chosen,
        registry,
        configuration,
        found,
        keep_source=any(one.reporter.needs_source for one in outputs),
        times=times,
        report=outputs[0][:2] if _tells_all(chosen) else None,
    )
    report = _narrowed(chosen, configuration, found, all_found)
    if chosen.diff or chosen.statistics:  # neither names what failed
        from copylint.cli import reading

        reading.tell(failures(report))
    if chosen.diff:
        return BROKEN if _has_failures(report) else FINDINGS if report.fixed else CLEAN
    _print_reports(chosen, report, outputs)
    if any(file.foreign for file in report.files):
        from copylint.cli.unchecked import tell_languages

        tell_languages(chosen, report, found, configuration)
    if not chosen.quiet:
        if found.excluded:
            from copylint.cli.unchecked import tell_excluded

            tell_excluded(found, configuration)
        if not (found.files or found.failures or found.excluded):
            print(f"found no file that copylint reads ({', '.join(sorted(registry.suffixes()))})", file=sys.stderr)
        print(f"{counted(checked(report), 'file')} checked in {perf_counter() - started:.2f} s", file=sys.stderr)
    if times is not None:
        from copylint.cli.profile import profile

        print(profile(times), file=sys.stderr)
    return _exit_code(report, found, configuration)


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("check", _SUMMARY)
    parser.add_argument("paths", metavar="PATHS", nargs="*", help="files, folders, globs, or '-'")
    add_rule_arguments(parser)
    report = parser.add_argument_group("the report")
    report.add_argument("--format", metavar="FORMAT", help="{formats} (default: full)")
    report.add_argument(
        "--output",
        metavar="[FORMAT=]FILE",
        action="append",
        default=[],
        help="write a report to a file; may be given several times; a bare FILE uses --format and takes "
        "the place of the report on the terminal, and so does FORMAT=- where there is no --format",
    )
    report.add_argument("--quiet", "-q", action="store_true", help="print findings only: no summary, no time")
    report.add_argument("--show-suppressed", action="store_true", help="show the findings that comments silence")
    report.add_argument("--statistics", action="store_true", help="print how often each rule found something instead")
    report.add_argument("--show-files", action="store_true", help="name the clean files too")
    report.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colour (default: auto)")
    report.add_argument(
        "--fail-on",
        choices=(*reversed(SEVERITIES), "never"),
        help="the lowest severity that gives exit code 1 (default: warning)",
    )
    parser.add_argument(
        "--with",
        dest="source",
        metavar="SOURCE",
        action="append",
        default=[],
        help="ask this source as well: {sources}",
    )
    _add_changes(parser)
    files = parser.add_argument_group("files")
    files.add_argument("--baseline", metavar="FILE", help="report only what this list of accepted findings lacks")
    files.add_argument("--diff-base", metavar="REF", help="report only what changed since this revision of git")
    files.add_argument("--watch", action="store_true", help="go on, and check each file again when it changes")
    files.add_argument("--stdin-filename", metavar="NAME", help="what to call standard input; tells its format too")
    speed = parser.add_argument_group("speed")
    speed.add_argument("--jobs", "-j", metavar="N", type=_jobs, default="auto", help="worker processes (default: auto)")
    speed.add_argument("--no-cache", action="store_true", help="neither use nor keep results of other runs")
    speed.add_argument(
        "--profile-rules", action="store_true", help="tell where the time goes, by rule and by reading (in one process)"
    )
    add_registry_arguments(parser)
    return parser


def _add_changes(parser: Parser) -> None:
    changes = parser.add_argument_group("changes to the files")
    changes.add_argument("--fix", action="store_true", help="apply the safe fixes, and report what is left")
    changes.add_argument("--unsafe-fixes", action="store_true", help="apply the unsafe fixes as well")
    changes.add_argument("--diff", action="store_true", help="print what would change as a diff, and change nothing")
    changes.add_argument(
        "--add-ignores", metavar="REASON", help="write a comment with this reason for each finding there is"
    )


class _Output(NamedTuple):
    """A report to make. file: None for standard output."""

    reporter: Reporter
    look: Look
    file: str | None


def _outputs(chosen: argparse.Namespace, registry: Registry) -> list[_Output]:
    """The reports to make, that on standard output first."""
    shown = chosen.format or "full"
    look = Look(
        wants_color(chosen.color),
        width(),
        show_suppressed=chosen.show_suppressed,
        show_files=chosen.show_files,
        summary=not chosen.quiet,
    )
    in_file = look._replace(color=False, width=100)
    outputs: list[_Output] = []
    to_terminal = True
    for output in chosen.output:
        name, equals, file = output.partition("=")
        named = equals and (name in registry.reporters or name.isalnum())
        if not named:
            name, file = shown, output
        if not named and output in registry.reporters:
            raise UsageError(f"--output: '{output}' is a format: write --output {output}=FILE, or --format {output}")
        if not file:
            raise UsageError("--output needs the name of a file: --output sarif=report.sarif")
        if not named or (file == "-" and chosen.format is None):
            to_terminal = False
        reporter = _reporter(name, registry)
        outputs.append(_Output(reporter, look, None) if file == "-" else _Output(reporter, in_file, file))
    if to_terminal:
        outputs.insert(0, _Output(_reporter(shown, registry), look, None))
    return outputs


def _reporter(name: str, registry: Registry) -> Reporter:
    found: Reporter | None = registry.reporters.get(name)
    if found is None:
        from copylint.likely import likely

        raise UsageError(f"'{name}' is not a format{likely(name, registry.reporters, all_of_them=True)}")
    return found


def _narrowed(chosen: argparse.Namespace, configuration: Configuration, found: Found, linted: Linted) -> Report:
    """The report without what is accepted, after any changes that were asked for."""
    narrowed = _narrowing(chosen, configuration, linted.runner)
    report = linted.report._replace(files=narrowed(found.files, linted.report.files))
    if _rewrites(chosen):
        report = _rewritten(chosen, configuration, found, report, linted, narrowed)
    return report


Narrowing: TypeAlias = "Callable[[Sequence[File], Sequence[FileReport]], tuple[FileReport, ...]]"


def _narrowing(chosen: argparse.Namespace, configuration: Configuration, runner: Runner) -> Narrowing:
    """A function that takes out of reports what is accepted: by a baseline, or because it did not change."""
    told: list[str | None] = []

    def narrowed(files: Sequence[File], reports: Sequence[FileReport]) -> tuple[FileReport, ...]:
        reports = tuple(reports)
        if any(configuration.for_file(file.path).baseline for file in files):
            from copylint.cli.acceptance import baselined, stale_note

            result = baselined(configuration, files, reports)
            reports = result.files
            note = stale_note(result.accepted)
            if note is not None and not told and not chosen.quiet:
                print(note, file=sys.stderr)
            told.append(note)  # what is checked again after changes is not all that the baseline is of
        if chosen.diff_base is not None:
            from copylint.cli.difference import Difference, changed_only

            reports = changed_only(Difference(chosen.diff_base), runner, files, reports)
        return reports

    return narrowed


def run_plain(
    chosen: argparse.Namespace, configuration: Configuration
) -> tuple[Sequence[File], Sequence[FileReport], Sequence[Failure]]:
    """Lints the files that arguments choose, as `check` does without any of its other options."""
    without = {"baseline": None, "diff_base": None, "quiet": False}
    whole = type(chosen)(**{**vars(parser().parse_args([])), **vars(chosen), **without})
    registry = configuration.registry_for(os.getcwd())
    found = found_files(whole, registry, configuration)
    report = linted(whole, registry, configuration, found).report
    return found.files, report.files, report.failures


def _rewrites(chosen: argparse.Namespace) -> bool:
    return bool(chosen.fix or chosen.unsafe_fixes or chosen.diff or chosen.add_ignores is not None)


def _changes(
    chosen: argparse.Namespace,
    configuration: Configuration,
    found: Found,
    report: Report,
    linted: Linted,
    narrowed: Narrowing,
) -> Changes:
    """What the arguments ask to change in the files of the report."""
    from copylint.cli import rewriting

    runner, files = linted.runner, found.files
    if chosen.add_ignores is not None:
        return rewriting.ignores(runner, files, report.files, chosen.add_ignores)
    accepted = _accepted(configuration, found, linted)
    once = chosen.diff_base is not None

    def fixes(reports: Sequence[FileReport]) -> Changes:
        return rewriting.fixes(runner, files, reports, unsafe=chosen.unsafe_fixes, accepted=accepted, once=once)

    changes = fixes(report.files)
    if once or not any(_is_judged_with_others(configuration, file) for file in files):
        return changes
    return rewriting.fixes_together(
        runner, files, changes, lambda: fixes(narrowed(files, runner.run(files, context=linted.context)))
    )


def _rewritten(
    chosen: argparse.Namespace,
    configuration: Configuration,
    found: Found,
    report: Report,
    linted: Linted,
    narrowed: Narrowing,
) -> Report:
    """Makes the changes that are asked for and returns the report on what is left; `fixed` is the number of findings
    that they fix."""
    from copylint.cli import rewriting

    changes = _changes(chosen, configuration, found, report, linted, narrowed)
    rewriting.tell(changes.notes)
    if chosen.diff:
        lines = rewriting.diff(changes)
        sys.stdout.writelines(rewriting.harmless(lines) if sys.stdout.isatty() else lines)
        return report._replace(fixed=sum(changes.done.values()))
    refused = rewriting.write(changes)
    done = sum(number for name, number in changes.done.items() if name not in refused)
    if chosen.add_ignores is not None and not chosen.quiet:
        where = counted(len(changes.done.keys() - refused.keys()), "file")
        print(f"{counted(done, 'finding')} ignored by comments in {where}", file=sys.stderr)
    if "-" in chosen.paths and linted.stdin.is_whole():
        _write_stdin(linted.stdin, changes)
    if not changes.changes:
        return report
    changed = {change.file.name for change in changes.changes}
    again = [file for file in found.files if file.name in changed or _is_judged_with_others(configuration, file)]
    fresh = {file.path: file for file in narrowed(again, linted.runner.run(again, context=linted.context))}
    files = tuple(fresh.get(file.path, file) for file in report.files)
    files = tuple(
        file._replace(failures=(*file.failures, refused[file.path])) if file.path in refused else file for file in files
    )
    return report._replace(files=files, fixed=0 if chosen.add_ignores is not None else done)


def _is_judged_with_others(configuration: Configuration, file: File) -> bool:
    return configuration.for_file(file.path).scope != "document"


def _write_stdin(stdin: Stdin, changes: Changes) -> None:
    """Writes the text of standard input, changed or not, to standard output in place of the report, and keeps it to be
    linted again."""
    data = next((change.written for change in changes.changes if change.file.path == "-"), None)
    stdin.data = stdin() if data is None else data
    sys.stdout.buffer.write(stdin.data)
    sys.stdout.buffer.flush()


def _jobs(value: str) -> str:
    if value != "auto" and not (value.isdecimal() and 1 <= int(value) <= 256):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError("it takes 'auto' or a whole number from 1 to 256")
    return value


def _tells_all(chosen: argparse.Namespace) -> bool:
    """Whether the reports tell all that is found, as it is."""
    return not (chosen.statistics or chosen.diff_base is not None or _rewrites(chosen))


def _print_reports(chosen: argparse.Namespace, report: Report, outputs: Sequence[_Output]) -> None:
    """Writes each report to its file, or to standard output. Raises UsageError."""
    # The text of standard input goes where the report would.
    stream = sys.stderr if _rewrites(chosen) and "-" in chosen.paths else sys.stdout
    if chosen.statistics:
        outputs = [output for output in outputs if output.file is not None]
        _print_statistics(report, stream)
    # Files first: whoever reads standard output may have seen enough before its end.
    for reporter, look, file in sorted(outputs, key=lambda output: output.file is None):
        if file is not None:
            from copylint.cli.writing import write_whole

            write_whole(file, _rendered(reporter, report, look), "the report")
        elif reporter.whole or not (chosen.quiet and _is_silent(report)):
            for piece in _rendered(reporter, report, look):
                stream.write(piece)
    sys.stdout.flush()


def _print_statistics(report: Report, stream: TextIO) -> None:
    from copylint.reporters.tally import by_rule, summary

    files: dict[str, int] = {}  # in how many each rule found something
    for file in report.files:
        for rule in {finding.rule for finding in file.findings}:
            files[rule] = files.get(rule, 0) + 1
    rows = by_rule(report)
    width = max((len(f"{count:,}") for _, count in rows), default=0)
    for rule, count in rows:
        stream.write(f"{count:>{width},}  {rule}  in {counted(files[rule], 'file')}\n")
    stream.write(summary(report) + "\n")


def _rendered(reporter: Reporter, report: Report, look: Look) -> Iterator[str]:
    """The pieces of a report. Raises UsageError where the reporter, which may be a plug-in's, fails."""
    try:
        for piece in reporter.render(report, look):
            if not isinstance(piece, str):
                raise TypeError(f"{piece!r} is not text")
            yield piece
    except (Exception, SystemExit) as error:
        from copylint.rule import told

        raise UsageError(f"the report '{reporter.name}' failed: {told(error)}") from error


def _is_silent(report: Report) -> bool:
    return not report.failures and not any(file.findings or file.failures for file in report.files)


def _accepted(configuration: Configuration, found: Found, linted: Linted) -> Mapping[str, frozenset[str]]:
    """The fingerprints that baselines accept, by the path of the file: what is accepted is not fixed either."""
    if not any(configuration.for_file(file.path).baseline for file in found.files):
        return {}
    from copylint.cli.acceptance import accepted_in

    return accepted_in(configuration, found.files, linted.report.files)


def _has_failures(report: Report) -> bool:
    return bool(report.failures or any(file.failures for file in report.files))


def _exit_code(report: Report, found: Found, configuration: Configuration) -> int:
    if _has_failures(report):
        return BROKEN
    paths = {file.name: file.path for file in found.files}
    for file in report.files:
        if file.findings:
            least = configuration.for_file(paths[file.path]).fail_on
            # `Counts` begins with the severities, the worst first; they are listed the other way round.
            if least != "never" and any(file.counts()[: len(SEVERITIES) - SEVERITIES.index(least)]):
                return FINDINGS
    return CLEAN
