"""`copylint baseline create|check|prune`: accepts the findings of an archive, and keeps the list of them."""

from __future__ import annotations

import argparse
import os

from copylint.baseline import entries, written
from copylint.cli import BROKEN, CLEAN, FINDINGS, UsageError, say
from copylint.cli.acceptance import DEFAULT, baselined, name_in
from copylint.cli.arguments import Parser, add_registry_arguments, add_rule_arguments
from copylint.cli.reading import tell
from copylint.cli.setting import configuration_for
from copylint.cli.writing import write_whole
from copylint.reporters.tally import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copylint.config import Configuration
    from copylint.files import File
    from copylint.reporters import FileReport
    from copylint.rule import Finding

_SUMMARY = """Accept the findings of an archive, so that only new ones are reported.

create writes the list of them, to be committed; check tells what is new and what no longer occurs;
prune takes out what no longer occurs. copylint check --baseline FILE reads the list, and so does
the key 'baseline' of a configuration."""


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("baseline", _SUMMARY)
    parser.add_argument("action", choices=("create", "check", "prune"))
    parser.add_argument("paths", metavar="PATHS", nargs="*", help="files, folders and globs (default: this folder)")
    parser.add_argument(
        "--baseline", metavar="FILE", help=f"the list (default: that of the configuration, else {DEFAULT})"
    )
    parser.add_argument("--force", action="store_true", help="let create write over a list that is there")
    add_rule_arguments(parser)
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Runs the command; `check` gives 1 if something is new or no longer occurs."""
    chosen = parser().parse_args(arguments)
    configuration = configuration_for(chosen)
    default = os.path.abspath(DEFAULT)

    from copylint.cli.check import run_plain

    files, reports, failures = run_plain(chosen, configuration)
    failed = [failure for report in reports for failure in report.failures] + list(failures)
    tell(failed)
    if chosen.action == "create":
        return _create(chosen, configuration, default, files, reports) or (BROKEN if failed else CLEAN)
    result = baselined(configuration, files, reports, default=default)
    new = sum(len(report.findings) for report in result.files)
    known = sum(report.baselined for report in result.files)
    stale = [entry for one in result.accepted.values() for entry in one.stale]
    if chosen.action == "prune":
        for path, one in result.accepted.items():
            write_whole(path, [written(one.kept)], "the baseline")
        say(f"{counted(len(stale), 'entry', 'entries')} taken out, {known} still occur.")
        return BROKEN if failed else CLEAN
    for entry in stale:
        say(f"{entry.path}: no longer occurs: {entry.rule}: {entry.text}")
    for report in result.files:
        for finding in report.findings:
            place = finding.place
            say(f"{place.path}:{place.start.line}:{place.start.column}: new: {finding.rule}: {finding.message}")
    say(f"{known} accepted, {new} new, {len(stale)} no longer occurring.")
    return BROKEN if failed else FINDINGS if new or stale else CLEAN


def _create(
    chosen: argparse.Namespace,
    configuration: Configuration,
    default: str,
    files: Sequence[File],
    reports: Sequence[FileReport],
) -> int:
    groups: dict[str, dict[str, Sequence[Finding]]] = {}
    named = {configuration.for_file(file.path).baseline for file in files}
    for file, report in zip(files, reports, strict=True):
        path = configuration.for_file(file.path).baseline or default
        groups.setdefault(path, {})[name_in(path, file, report)] = report.findings
    if not groups:
        raise UsageError("there is no file to accept findings of")
    for path in groups:
        if os.path.lexists(path) and not chosen.force:
            raise UsageError(f"{os.path.relpath(path)} is there already; --force writes over it, prune only takes out")
    for path, found in groups.items():
        accepted = entries(found)
        write_whole(path, [written(accepted)], "the baseline")
        count = sum(1 for findings in found.values() if findings)
        name = os.path.relpath(path)
        say(f"{name}: {counted(len(accepted), 'finding')} in {counted(count, 'file')} accepted. Commit it.")
        if path not in named:
            say(f'copylint check reads it once copylint.toml says: baseline = "{name}"')
    return CLEAN
