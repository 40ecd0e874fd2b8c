"""Measures the quotation structure on two labelled case files.

    python bench/quotes_cases.py [FOLDER]

FOLDER holds quote_direction_pairs.jsonl and retext_quotes_cases.jsonl; by default ../shared/cases beside the checkout.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from copylint.annotate.quotations import quotations  # noqa: E402
from copylint.document import Span  # noqa: E402
from copylint.formats.plain import read  # noqa: E402
from copylint.testing import findings, load  # noqa: E402

DIRECTION = ("wrong-direction", "apostrophe")
TURNED = {"“": "”", "”": "“", "‘": "’", "’": "‘"}


def direction(rows: list[dict[str, str]]) -> None:
    """The curly side gives no finding of direction or apostrophe; with one mark turned exactly that mark is found."""
    clean = found = turned = 0
    for row in rows:
        curly = row["curly"]
        told = _direction(curly)
        if told:
            print(f"  {row['id']}  flagged as it stands: {curly!r}  {told}")
        clean += not told
        for place, mark in enumerate(curly):
            if mark in TURNED:
                turned += 1
                wrong = curly[:place] + TURNED[mark] + curly[place + 1 :]
                told = _direction(wrong)
                if len(told) == 1 and told[0][1].start <= place < told[0][1].end:
                    found += 1
                else:
                    print(f"  {row['id']}  mark {place} turned is not found alone: {wrong!r}  {told}")
    print(f"direction: {clean} of {len(rows)} left alone; {found} of {turned} turned marks found, each exactly once")


def _direction(text: str) -> list[tuple[str, Span]]:
    document = read("case", text)
    shift = document.source_span(Span(0, 1)).start if document.text else 0
    told = []
    for kind, match in quotations(document).faults:
        if kind in DIRECTION and isinstance(match.place, Span):
            told.append((kind, Span(match.place.start + shift, match.place.end + shift)))
    return told


def mixed(rows: list[dict[str, object]]) -> None:
    """Each text with a mix has one finding whose places cover the expected ones."""
    rule = next(one for one in load(str(ROOT / "rules" / "quotes")) if one.id == "quotes/mixed-style")
    passed = 0
    for row in rows:
        wanted = set()
        for message in row["expected_messages"]:  # type: ignore[attr-defined]
            if "this level of nesting" not in message:  # which mark is the outer one is another rule's
                line, column = message.split("-")[0].split(":")
                wanted.add((int(line), int(column)))
        preferred = "straight" if "'straight'" in str(row["options"]) else "curly"
        told, failures = findings(rule, str(row["text"]), options={"quote-marks": preferred})
        places = {
            (place.start.line, place.start.column)
            for finding in told
            for place in (finding.place, *(evidence.place for evidence in finding.evidence))
        }  # fmt: skip
        if not failures and len(told) == bool(wanted) and wanted <= places:
            passed += 1
        else:
            print(f"  {row['id']}  {row['options']}: expected {sorted(wanted)}, told {sorted(places)}  {row['text']!r}")
    print(f"mixed: {passed} of {len(rows)}")


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "cases"
    if not folder.is_dir():
        print(f"{folder}: there are no cases here")
        return 2
    for name, measure in (("quote_direction_pairs", direction), ("retext_quotes_cases", mixed)):
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        measure(rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
