"""What rules find in a folder of real copy: every finding with its context, and the rate of each rule.

    python bench/false_alarms.py FOLDER... [--select PACK|RULE]... [--sample N] [--json] [--context N] [--quiet]

Each file is read by the format of its suffix and linted alone, with the rules that are on by default or are selected by
their whole id. As text: findings grouped by rule, then findings for 10,000 words. With --json: one object a finding and
a line (rule, path, offset, text, message, evidence, before, after), for reading and labelling by hand.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from copylint.annotate.words import words
from copylint.engine import RuleSet, lint
from copylint.formats import builtin_formats, decode, format_for
from copylint.packs import builtin_root, pack_folders
from copylint.rule import Chosen, Finding
from copylint.testing import load


def chosen(select: list[str]) -> list[Chosen]:
    """The rules to run: those on by default of the selected packs (all without a selection), and those named."""
    found = []
    for folder in pack_folders(builtin_root()):
        if select and not any(one.split("/")[0] == Path(folder).name for one in select):
            continue
        for rule in load(folder):
            pack = rule.id.split("/")[0]
            if rule.id in select or (rule.default == "on" and (not select or pack in select)):
                found.append(Chosen(rule, rule.severity, rule.options))
    if not found:
        raise SystemExit(f"no rule is called {', '.join(select)}")
    return found


def told(finding: Finding, source: str, context: int) -> dict[str, object]:
    """A finding as plain data."""
    start, end = finding.place.start.offset, finding.place.end.offset
    return {
        "rule": finding.rule,
        "path": finding.place.path,
        "offset": start,
        "text": finding.place.text,
        "message": finding.message,
        "evidence": [[other.label, getattr(other.place, "text", "")] for other in finding.evidence],
        "before": source[max(0, start - context) : start],
        "after": source[end : end + context],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--select", action="append", default=[])
    parser.add_argument("--sample", type=int, default=0, help="so many files, always the same ones")
    parser.add_argument("--context", type=int, default=120)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quiet", action="store_true", help="only the rates")
    arguments = parser.parse_args()
    rules = RuleSet(chosen(arguments.select))
    formats = builtin_formats()
    paths = sorted(
        path
        for folder in arguments.folders
        for path in ([folder] if folder.is_file() else folder.rglob("*"))
        if path.is_file() and format_for(path.name, formats) is not None
    )
    if arguments.sample and arguments.sample < len(paths):
        paths = sorted(random.Random(0).sample(paths, arguments.sample))
    counts: dict[str, int] = dict.fromkeys(sorted(rules.by_id), 0)
    total, seconds, by_rule = 0, 0.0, {}
    for path in paths:
        reader = format_for(path.name, formats)
        assert reader is not None
        document = reader.read(f"{path.parent.name}/{path.name}", decode(path.read_bytes()).text)
        total += len(words(document).starts)
        started = perf_counter()
        linted = lint(document, rules)
        seconds += perf_counter() - started
        for failure in linted.failures:
            print(f"{failure.rule} failed in {path}: {failure.message}", file=sys.stderr)
        for finding in linted.findings:
            counts[finding.rule] += 1
            row = told(finding, document.source, arguments.context)
            if arguments.json:
                print(json.dumps(row, ensure_ascii=False))
            else:
                by_rule.setdefault(finding.rule, []).append(row)
    if arguments.json:
        return 0
    for rule in sorted(by_rule) if not arguments.quiet else ():
        print(f"== {rule}")
        for row in by_rule[rule]:
            before, after = (" ".join(str(row[key]).split()) for key in ("before", "after"))
            print(f"{row['path']}:{row['offset']}  {row['message']}")
            print(f"    … {before} ⟦{row['text']}⟧ {after} …")
            if row["evidence"]:
                print("    with " + "; ".join(f"{text!r} ({label})" for label, text in row["evidence"][:6]))
    print(f"{len(paths)} files, {total} words, {seconds:.1f} s ({1000 * seconds / max(1, len(paths)):.2f} ms a file)")
    for rule, count in counts.items():
        print(f"{count:6}  {10000 * count / max(1, total):8.3f} in 10,000 words  {rule}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
