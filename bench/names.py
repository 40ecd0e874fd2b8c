"""Precision and recall of contradiction/name-spelling on labelled pairs of names.

    python bench/names.py PAIRS.jsonl|STORIES.txt

A line of STORIES (bench/name_cases.txt) has a label, a tab and a story. A row of PAIRS has two forms (a, b), how often
each occurs (n_a, n_b), the text around one of them (context) and a label: fault, variant (two accepted spellings: worth
a query) or legitimate (two people, two words). The article is not given, so one is made: the context, and plain
sentences that hold the forms as often as the row says.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from copylint.testing import findings, load

ROOT = Path(__file__).resolve().parents[1]


def article(row: dict[str, object]) -> str:
    """A story with both forms: what is known of the row, and nothing else."""
    context, a, b = str(row["context"]).strip(), str(row["a"]), str(row["b"])
    counts = {a: int(str(row["n_a"])), b: int(str(row["n_b"]))}
    lines = []
    for form, count in counts.items():
        lines += [f"They said the report was about {form} again."] * max(0, count - context.count(form))
    return "\n\n".join([*lines, f"It was said: … {context} …"])


def main() -> int:
    rule = next(
        rule for rule in load(str(ROOT / "rules" / "contradiction")) if rule.id == "contradiction/name-spelling"
    )
    kept = wanted = false = 0
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        if line.startswith("{"):
            row = json.loads(line)
            story, label = article(row), row["label"]
            name = f"{row['a']} ({row['n_a']}) / {row['b']} ({row['n_b']})"
        else:
            label, _, story = line.partition("\t")
            name = story
        found, failed = findings(rule, story)
        if failed:
            raise SystemExit(f"the rule failed: {failed[0].message}")
        true = label != "legitimate"
        wanted += true
        kept += bool(found) and true
        false += bool(found) and not true
        if bool(found) != true:
            told = f"  [{found[0].message}]" if found else ""
            print(f"{'missed' if true else 'false '}  {label:10} {name}{told}")
    print(f"kept {kept} of {wanted} ({kept / wanted:.2f}); precision {kept / max(1, kept + false):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
