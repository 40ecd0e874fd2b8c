"""Recall and false alarms of the hyphenation pack on labelled pairs of forms.

python bench/hyphenation_cases.py [../shared/cases/hyphenation_pairs.jsonl] [--show]

Each row has a key and two lists of contexts with the form in ⟦⟧. The article is rebuilt as one paragraph a
context; a row counts as flagged if mixed-forms or mixed-prefix reports at one of the marked places.
"""

from __future__ import annotations

import json
import os
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


def main(arguments: list[str]) -> int:
    show = "--show" in arguments
    paths = [argument for argument in arguments if not argument.startswith("-")]
    path = paths[0] if paths else os.path.join(ROOT, "..", "shared", "cases", "hyphenation_pairs.jsonl")
    rules = [
        rule
        for rule in load(os.path.join(ROOT, "rules", "hyphenation"))
        if rule.id.partition("/")[2].startswith("mixed")
    ]
    chosen = RuleSet(Chosen(rule, rule.severity, rule.options) for rule in rules)
    tally: dict[str, list[int]] = {}
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for number, row in enumerate(rows):
        marked: list[Span] = []
        paragraphs, at = [], 0
        for context in (*row["a"], *row["b"]):
            context = context.replace("\n", " ").strip()
            start = context.index("⟦")
            end = context.index("⟧") - 1
            marked.append(Span(at + start, at + end))
            paragraphs.append(context.replace("⟦", "").replace("⟧", ""))
            at += len(paragraphs[-1]) + 2
        linted = lint(document_of(paragraphs), chosen)
        for failure in linted.failures:
            print(number, failure.message)
        flagged = any(place.overlaps(finding.place.span) for finding in linted.findings for place in marked)
        count = tally.setdefault(row["label"], [0, 0])
        count[0] += 1
        count[1] += flagged
        if show and ((row["label"] == "fault" and not flagged) or (row["label"] == "legitimate" and flagged)):
            print(f"{number}: {row['label']}, {'flagged' if flagged else 'missed'}: {row['key']}")
            for context in (*row["a"], *row["b"]):
                print("   ", context.replace("\n", " "))
    for label, (rows_seen, flagged_rows) in sorted(tally.items()):
        print(f"{label:12} {flagged_rows:3} of {rows_seen:3} flagged ({flagged_rows / rows_seen:.2f})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
