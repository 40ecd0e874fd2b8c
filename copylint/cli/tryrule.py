"""`copylint try-rule RULE --on FOLDER`: one rule over an archive, before anybody has to live with it."""

from __future__ import annotations

import os

from copylint.cli import BROKEN, CLEAN, UsageError
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.setting import configuration_for, registry_for, rule_named
from copylint.cli.terminal import Progress, wants_color, width
from copylint.cli.testrules import rules_at
from copylint.document import Document
from copylint.reporters import FileReport, Look, Report
from copylint.reporters.tally import counted
from copylint.rule import Chosen, Finding


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser(
        "try-rule", "Run one rule over an archive: how often it finds something, and a sample of what, in context."
    )
    parser.add_argument("rule", metavar="RULE", help="the id of a rule, or the path of its TOML file")
    parser.add_argument("--on", metavar="PATH", action="append", required=True, help="the articles to try it on")
    parser.add_argument("--sample", metavar="N", type=int, default=20, help="how many findings to show (20)")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colour (default: auto)")
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints the sample in context, the count and the rate."""
    chosen = parser().parse_args(arguments)
    if chosen.sample < 0:
        raise UsageError("--sample takes a whole number from 0")
    registry = registry_for(chosen)
    is_file = chosen.rule.endswith(".toml")
    rule = rules_at([chosen.rule], registry)[0] if is_file else rule_named(chosen.rule, registry)

    from copylint.files import discover
    from copylint.runner import Runner

    configuration = configuration_for(chosen)
    found = discover(
        chosen.on, suffixes=registry.suffixes(), excluded=configuration.excluded, wanted_in=configuration.wanted_in
    )
    settings = configuration.for_file(os.getcwd())._replace(
        chosen=(Chosen(rule, rule.severity, rule.options),), fields={}, sources={}, scope="document"
    )
    words = [0]

    def count_words(document: Document) -> None:
        from copylint.annotate.words import tokens

        words[0] += len(tokens(document))

    runner = Runner(registry.formats, lambda path: settings, on_document=count_words)
    progress = Progress(len(found.files))
    try:
        reports = runner.run(found.files, progress)
    finally:
        progress.close()
    shown = Report(tuple(_sampled(reports, chosen.sample)), found.failures)
    from copylint.reporters.full import render

    for piece in render(shown, Look(wants_color(chosen.color), width(), summary=False)):
        print(piece, end="")
    total = sum(len(report.findings) for report in reports)
    touched = sum(1 for report in reports if report.findings)
    rate = f", {total * 10_000 / words[0]:.2f} in 10,000 words" if words[0] else ""
    where = f"{touched} of {counted(len(reports), 'file')} with {counted(words[0], 'word')}"
    sampled = counted(sum(len(one.findings) for one in shown.files), "finding")
    print(f"{rule.id}: {counted(total, 'finding')} in {where}{rate}; {sampled} shown")
    failed = found.failures or any(report.failures for report in reports)
    return BROKEN if failed else CLEAN


def _sampled(reports: tuple[FileReport, ...], most: int) -> list[FileReport]:
    """At most this many findings, spread evenly over all of them; always the same ones."""
    every = [(number, finding) for number, report in enumerate(reports) for finding in report.findings]
    step = max(1, -(-len(every) // most)) if most else len(every) + 1
    kept: dict[int, list[Finding]] = {}
    for index, (number, finding) in enumerate(every):
        if most and index % step == 0:
            kept.setdefault(number, []).append(finding)
    return [
        report._replace(findings=tuple(kept.get(number, ())))
        for number, report in enumerate(reports)
        if number in kept or report.failures
    ]
