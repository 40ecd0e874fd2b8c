"""How the time grows: with the terms of a house style, with the size of a file, and with the number of files.

    python bench/terms.py [--terms N] [--articles FOLDER] [--rounds N]

The articles are those that `bench/peers.py` makes. Everything is in one process, the kinds in turn, the least of the
rounds counts; seconds are of the processor.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from copylint.annotate.words import tokens
from copylint.checks.substitution import KIND
from copylint.document import Document
from copylint.engine import RuleSet, lint
from copylint.formats.plain import read
from copylint.plugins import registry
from copylint.rule import Chosen, Rule
from copylint.runner import WHOLE
from copylint.runner.parts import parts

SIZES = (0.1, 0.3, 1, 2, 25, 50)  # MB of one file; what is longer than 1 MB is linted in parts, as by the command
NUMBERS = (100, 300, 1000)


def seconds(rules: RuleSet, sources: list[tuple[str, str]]) -> float:
    """What reading and linting take."""
    gc.collect()
    gc.disable()
    started = process_time()
    for path, source in sources:
        lint(read(path, source), rules)
    spent = process_time() - started
    gc.enable()
    return spent


def seconds_of_a_file(rules: RuleSet, text: str) -> float:
    """What reading and linting one file take, the way the command does it."""
    gc.collect()
    gc.disable()
    started = process_time()
    document = read("large.txt", text)
    for _, part in parts(document) if len(text) > WHOLE else [(0, document)]:
        lint(part, rules)
    spent = process_time() - started
    gc.enable()
    return spent


def house_terms(number: int, documents: list[Document]) -> Rule:
    """A rule of so many terms: pairs of words of the articles that stand nowhere side by side, as the terms of a house
    style do not stand in most copy."""
    chance = random.Random(7)
    words = sorted({word for document in documents for word in tokens(document) if len(word) > 3})
    pairs = {f"{chance.choice(words)} {chance.choice(words)}": "write this" for _ in range(number)}
    assert KIND.read is not None
    return Rule(
        "terms", "", "'{match}'", KIND.check, options=KIND.read({"swap": pairs}), id="bench/terms", kind=KIND.name
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    parser.add_argument("--articles", type=Path, default=Path(home) / "copylint-bench" / "articles")
    parser.add_argument("--terms", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    files = sorted(chosen.articles.glob("*.txt"))
    sources = [(file.name, file.read_text(encoding="utf-8", errors="replace")) for file in files]
    megabytes = sum(len(source) for _, source in sources) / 1e6
    rules = [Chosen(rule, rule.severity, rule.options) for rule in registry().rules.values() if rule.default == "on"]
    more = house_terms(chosen.terms, [read(*source) for source in sources])
    without, with_terms = RuleSet(rules), RuleSet([*rules, Chosen(more, more.severity, more.options)])
    least = {"without": float("inf"), "with": float("inf")}
    for _ in range(chosen.rounds):
        least["without"] = min(least["without"], seconds(without, sources))
        least["with"] = min(least["with"], seconds(with_terms, sources))
    print(f"{len(files)} articles, {megabytes:.2f} M code points: {least['without']:.2f} s with the default rules,")
    share = 100 * (least["with"] / least["without"] - 1)
    print(f"{least['with']:.2f} s with {chosen.terms} terms more: {share:+.1f}%\n")
    print("| one file, MB | s | MB/s |\n| ---: | ---: | ---: |")
    whole = "\n\n".join(source.strip() for _, source in sources)
    for size in SIZES:
        length = int(size * 1_000_000)
        spent = seconds_of_a_file(without, (whole * (length // len(whole) + 1))[:length])
        print(f"| {size} | {spent:.2f} | {size / spent:.2f} |", flush=True)
    print("\n| files | s | files/s |\n| ---: | ---: | ---: |")
    step = len(sources)
    for number in NUMBERS:
        some = [sources[at * step // number] for at in range(min(number, step))]
        spent = min(seconds(without, some) for _ in range(chosen.rounds))
        print(f"| {number} | {spent:.2f} | {number / spent:.0f} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
