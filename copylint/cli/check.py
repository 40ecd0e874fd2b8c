"""`copylint check`: reads articles and reports what a sub-editor would mark."""

from __future__ import annotations

import argparse
import os
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from copylint import __version__
from copylint.cli import BROKEN, CLEAN, FINDINGS, UsageError
from copylint.cli.arguments import Parser, add_registry_arguments, add_rule_arguments
from copylint.cli.setting import configuration_for
from copylint.cli.terminal import Progress, wants_color, width
from copylint.reporters import Look, Report
from copylint.rule import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copylint.config import Configuration
    from copylint.files import Found
    from copylint.plugins import Registry
    from copylint.reporters import Reporter

_SUMMARY = """Read articles and report what a sub-editor would mark.

PATHS are files, folders and globs; without any, this folder. '-' reads standard input.
Exit code: 0 nothing to report, 1 findings, 2 copylint could not do all of its work."""


def main(arguments: list[str]) -> int:
    """Runs the check and returns the exit code."""
    started = perf_counter()
    chosen = _parser().parse_args(arguments)
    configuration = configuration_for(chosen)
    registry = configuration.registry_for(os.getcwd())
    outputs = _outputs(chosen, registry)
    for name in chosen.source:
        _known_source(name, registry)
    found = _found(chosen, registry, configuration)
    report = _report(chosen, registry, configuration, found, any(one.needs_source for one, _ in outputs))
    look = Look(wants_color(chosen.color), width(), show_files=chosen.show_files, summary=not chosen.quiet)
    for reporter, file in outputs:
        if file is not None:
            _write(file, reporter.render(report, look._replace(color=False, width=100)))
        elif not (chosen.quiet and _is_silent(report)):
            for piece in reporter.render(report, look):
                sys.stdout.write(piece)
    sys.stdout.flush()
    if not chosen.quiet:
        files = len(report.files)
        seconds = perf_counter() - started
        print(f"{files} file{'' if files == 1 else 's'} checked in {seconds:.2f} s", file=sys.stderr)
    return _exit_code(report, {file.name: configuration.for_file(file.path).fail_on for file in found.files})


def _parser() -> Parser:
    parser = Parser("check", _SUMMARY)
    parser.add_argument("paths", metavar="PATHS", nargs="*", help="files, folders, globs, or '-'")
    add_rule_arguments(parser)
    report = parser.add_argument_group("the report")
    report.add_argument("--format", metavar="NAME", default="full", help="full (default), concise, json, github, …")
    report.add_argument(
        "--output",
        metavar="[FORMAT=]FILE",
        action="append",
        default=[],
        help="write a report to a file; may be given several times; a bare FILE uses --format and takes "
        "the place of the report on the terminal",
    )
    report.add_argument("--quiet", "-q", action="store_true", help="print findings only: no summary, no time")
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
        help="ask this source as well: languagetool, or a plug-in's",
    )
    files = parser.add_argument_group("files")
    files.add_argument("--stdin-filename", metavar="NAME", help="what to call standard input; tells its format too")
    add_registry_arguments(parser)
    return parser


def _outputs(chosen: argparse.Namespace, registry: Registry) -> list[tuple[Reporter, str | None]]:
    """The reports to make, each with its file, or None for standard output."""
    outputs: list[tuple[Reporter, str | None]] = []
    to_terminal = True
    for output in chosen.output:
        name, equals, file = output.partition("=")
        if equals and (name in registry.reporters or name.isalnum()):
            outputs.append((_reporter(name, registry), file))
        else:
            outputs.append((_reporter(chosen.format, registry), output))
            to_terminal = False
    if to_terminal:
        outputs.insert(0, (_reporter(chosen.format, registry), None))
    for _, file in outputs:
        if file is not None and not file:
            raise UsageError("--output needs the name of a file: --output sarif=report.sarif")
    return outputs


def _reporter(name: str, registry: Registry) -> Reporter:
    found: Reporter | None = registry.reporters.get(name)
    if found is None:
        from copylint.toml import nearest

        near = nearest(name, registry.reporters)
        there = ", ".join(registry.reporters)
        raise UsageError(f"'{name}' is no format" + (f" (did you mean '{near}'?)" if near else f" (there are: {there})"))
    return found


def _known_source(name: str, registry: Registry) -> None:
    if name not in registry.sources:
        from copylint.toml import nearest

        near = nearest(name, registry.sources)
        there = ", ".join(registry.sources) or "none"
        raise UsageError(f"'{name}' is no source" + (f" (did you mean '{near}'?)" if near else f" (there are: {there})"))


def _found(chosen: argparse.Namespace, registry: Registry, configuration: Configuration) -> Found:
    from copylint.files import discover

    return discover(
        chosen.paths or ["."],
        suffixes=[suffix for reader in registry.formats.values() for suffix in reader.suffixes],
        excluded=configuration.excluded,
        included=configuration.included,
        stdin_name=chosen.stdin_filename,
    )


def _report(
    chosen: argparse.Namespace, registry: Registry, configuration: Configuration, found: Found, keep_source: bool
) -> Report:
    from copylint.runner import Runner
    from copylint.runner.sources import Sources

    sources = None
    if chosen.source or any(configuration.for_file(file.path).sources for file in found.files):
        sources = Sources(registry.sources, chosen.source, lambda notice: print(notice, file=sys.stderr))
    runner = Runner(
        registry.formats,
        configuration.for_file,
        stdin=sys.stdin.buffer.read,
        keep_source=keep_source,
        sources=sources,
    )
    progress = Progress(len(found.files), wanted=not chosen.quiet)
    try:
        reports = runner.run(found.files, progress)
    finally:
        progress.close()
        if sources is not None:
            sources.close()
    failures = found.failures if sources is None else (*found.failures, *dict.fromkeys(sources.failures))
    return Report(reports, failures, registry.rules, __version__)


def _is_silent(report: Report) -> bool:
    return not report.failures and not any(file.findings or file.failures for file in report.files)


def _exit_code(report: Report, fail_on: Mapping[str, str]) -> int:
    """fail_on: by the name of the file, since each file may have a configuration of its own."""
    if report.failures or any(file.failures for file in report.files):
        return BROKEN
    for file in report.files:
        least = fail_on.get(file.path, "warning")
        enough = SEVERITIES[SEVERITIES.index(least) :] if least in SEVERITIES else ()
        if any(finding.severity in enough for finding in file.findings):
            return FINDINGS
    return CLEAN


def _write(path: str, pieces: Iterable[str]) -> None:
    """Writes a report beside its place and moves it there, so that nobody reads half of one."""
    beside = f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
        os.replace(beside, path)
    except OSError as error:
        if os.path.exists(beside):
            os.unlink(beside)
        raise UsageError(f"{path}: the report cannot be written: {error.strerror or error}") from None
