"""Recall and false alarms of the hyphenation pack on labelled pairs of forms.

python bench/hyphenation_cases.py [FILE]... [--show]

Without files: ../shared/cases/hyphenation_pairs.jsonl, if it is there, and hyphenation_pairs.txt beside this script,
which are sentences of our own. A row of the former has a key and two lists of contexts with the form in ⟦⟧; its article
is rebuilt as one paragraph a context. A line of the latter has a label, a tab, and the copy, with ¶ between paragraphs.
A row counts as flagged if mixed-forms, mixed-prefix or broken-age reports at one of the marked places.
"""

from __future__ import annotations

import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

from copylint.annotate.sentences import sentences  # noqa: E402, F401 - warms what every run has
from copylint.document import Block, Document, Segment, Span  # noqa: E402
from copylint.engine import RuleSet, lint  # noqa: E402
from copylint.rule import Chosen  # noqa: E402
from copylint.testing import load  # noqa: E402


def document_of(paragraphs: list[str]) -> Document:
    """A plain document, one block a paragraph."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document("row", text, text, blocks, (Segment(Span(0, len(text)), Span(0, len(text))),))


def rows_of(path: str) -> list[tuple[str, str, list[str]]]:
    """The rows of a file: label, key, paragraphs with the forms in ⟦⟧."""
    found = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if path.endswith(".jsonl"):
                row = json.loads(line)
                contexts = [context.replace("\n", " ").strip() for context in (*row["a"], *row["b"])]
                found.append((row["label"], row["key"], contexts))
            elif not line.startswith("#"):
                label, _, copy = line.rstrip("\n").partition("\t")
                found.append((label, copy[:40], copy.split(" ¶ ")))
    return found


def main(arguments: list[str]) -> int:
    show = "--show" in arguments
    paths = [argument for argument in arguments if not argument.startswith("-")]
    if not paths:
        shared = os.path.join(ROOT, "..", "shared", "cases", "hyphenation_pairs.jsonl")
        paths = [path for path in (shared,) if os.path.exists(path)]
        paths.append(os.path.join(ROOT, "bench", "hyphenation_pairs.txt"))
    rules = [
        rule
        for rule in load(os.path.join(ROOT, "rules", "hyphenation"))
        if rule.id.partition("/")[2].startswith(("mixed", "broken-age", "lost-hyphen"))
    ]
    chosen = RuleSet(Chosen(rule, rule.severity, rule.options) for rule in rules)
    for path in paths:
        print(os.path.basename(path))
        tally: dict[str, list[int]] = {}
        for number, (label, key, contexts) in enumerate(rows_of(path)):
            marked: list[Span] = []
            paragraphs, at = [], 0
            for context in contexts:
                cut = 0
                for mark in re.finditer("⟦(.*?)⟧", context):
                    marked.append(Span(at + mark.start() - cut, at + mark.end() - cut - 2))
                    cut += 2
                paragraphs.append(context.replace("⟦", "").replace("⟧", ""))
                at += len(paragraphs[-1]) + 2
            linted = lint(document_of(paragraphs), chosen)
            for failure in linted.failures:
                print(number, failure.message)
            flagged = any(place.overlaps(finding.place.span) for finding in linted.findings for place in marked)
            count = tally.setdefault(label, [0, 0])
            count[0] += 1
            count[1] += flagged
            if show and ((label == "fault" and not flagged) or (label == "legitimate" and flagged)):
                print(f"{number}: {label}, {'flagged' if flagged else 'missed'}: {key}")
                for context in contexts:
                    print("   ", context)
        for label, (rows_seen, flagged_rows) in sorted(tally.items()):
            print(f"{label:12} {flagged_rows:3} of {rows_seen:3} flagged ({flagged_rows / rows_seen:.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
