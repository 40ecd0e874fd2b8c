"""`copylint init`: a commented configuration, made by looking at the articles that are there."""

from __future__ import annotations

import os
import sys

from copylint.cli import CLEAN, UsageError
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.reading import each_document
from copylint.cli.setting import configuration_for
from copylint.cli.writing import write_new
from copylint.reporters.tally import counted
from copylint.suppress import directives, is_no_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copylint.document import Document

_FILE = "copylint.toml"
_MOST_ARTICLES = 500

# What a style's option is read from: option -> value -> a regular expression whose matches speak for the value.
_SIGNS: dict[str, dict[str, str]] = {
    "spelling": {
        "british": r"\b(?:colour|favour|labour|honour|centre|programme|organis|recognis|defence|travell)\w*",
        "american": r"\b(?:color|favor|labor|honor|center|programs?\b|organiz|recogniz|defense|traveled)\w*\b",
    },
    "per_cent": {"%": r"\d ?%", "percent": r"\d percent\b", "per cent": r"\d per cent\b"},
    "outer_quote": {
        "double": r"(?<!\w)[“\"]\w",
        "single": r"(?<!\w)[‘'](?!\d0s|em\b|til\b|tis\b|twas\b)\w[^ ’'\n]* [^’'\n]*[’'](?!\w)",
    },
}
_MARKS = {"curly": "“”‘’", "straight": "\"'"}


class Looked:
    """What the articles show, counted."""

    def __init__(self) -> None:
        self.articles = 0
        self.formats: dict[str, int] = {}
        self.votes: dict[str, dict[str, int]] = {option: dict.fromkeys(values, 0) for option, values in _SIGNS.items()}
        self.marks = dict.fromkeys(_MARKS, 0)

    def at(self, document: Document) -> None:
        """Counts one article; what asks to be ignored as a whole, as copylint's own reports do, is none."""
        import re

        if is_no_article(directives(document)):
            return
        self.articles += 1
        suffix = os.path.splitext(document.path)[1].lower()
        self.formats[suffix] = self.formats.get(suffix, 0) + 1
        if self.articles > _MOST_ARTICLES:
            return
        for option, values in _SIGNS.items():
            for value, sign in values.items():
                self.votes[option][value] += len(re.findall(sign, document.text, re.IGNORECASE))
        for name, marks in _MARKS.items():
            self.marks[name] += sum(document.text.count(mark) for mark in marks)

    def settled(self, option: str) -> str | None:
        """The value that nine of ten signs speak for, if there are ten."""
        votes = self.votes[option]
        best = max(votes, key=lambda value: votes[value])
        total = sum(votes.values())
        return best if total >= 10 and votes[best] >= 0.9 * total else None


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser(
        "init", "Write a commented configuration by looking at the articles below this folder: it proposes a style."
    )
    parser.add_argument("--print", dest="shown", action="store_true", help="print it, and write nothing")
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Writes the configuration, never over one that is there."""
    chosen = parser().parse_args(arguments)
    if not chosen.shown and os.path.exists(_FILE):
        raise UsageError(f"{_FILE} is there already; copylint init --print shows what would be proposed")
    configuration = configuration_for(chosen)
    looked = Looked()
    failures = each_document([], configuration, looked.at)
    registry = configuration.registry_for(os.getcwd())
    styles = {name: _options(path) for name, path in sorted(registry.styles.items())}
    text = _configuration(looked, styles)
    if chosen.shown:
        sys.stdout.write(text)
    else:
        try:
            write_new(_FILE, text)
        except OSError as error:
            raise UsageError(f"{_FILE}: cannot be written: {error.strerror or error}") from None
        print(f"{_FILE} written after a look at {counted(looked.articles, 'article')}; copylint check runs with it")
    if failures:
        print(f"{counted(len(failures), 'file')} could not be read; copylint check tells why", file=sys.stderr)
    return CLEAN


def _options(path: str) -> dict[str, Any]:
    from copylint.toml import read

    data = read(path).data
    options = {str(key).replace("-", "_"): value for key, value in data.get("options", {}).items()}
    per_cent = data.get("rules", {}).get("consistency/per-cent", {}).get("form")
    return options if per_cent is None else {**options, "per_cent": per_cent}


def fitting(looked: Looked, styles: dict[str, dict[str, Any]]) -> tuple[list[str], dict[str, str]]:
    """The styles that say nothing against what the articles do and the most for it; and what the articles do."""
    seen = {option: value for option in _SIGNS if (value := looked.settled(option)) is not None}
    scores: dict[str, int] = {}
    for name, options in styles.items():
        said = {option: str(options[option]).lower() for option in seen if option in options}
        if all(seen[option] == value for option, value in said.items()):
            scores[name] = len(said)
    best = max(scores.values(), default=0)
    return ([name for name, score in scores.items() if score == best] if best else []), seen


def _configuration(looked: Looked, styles: dict[str, dict[str, Any]]) -> str:
    names, _ = fitting(looked, styles) if looked.settled("spelling") else ([], {})
    formats = ", ".join(f"{count} {suffix}" for suffix, count in sorted(looked.formats.items())) or "none"
    lines = [
        "# The configuration of copylint. `copylint config FILE` tells what holds for a file and why;",
        "# `copylint rules` lists the rules, `copylint explain RULE` tells of one.",
        "#",
        f"# What was looked at: {counted(looked.articles, 'article')} ({formats}).",
    ]
    for option in _SIGNS:
        votes = ", ".join(f"{value} {count}" for value, count in looked.votes[option].items())
        lines.append(f"# {option.replace('_', ' ')}: {looked.settled(option) or 'not settled'} ({votes})")
    marks = ", ".join(f"{name} {count}" for name, count in looked.marks.items())
    lines += [f"# quotation marks and apostrophes: {marks}", ""]
    if names:
        others = f" It could also be: {', '.join(names[1:])}." if len(names) > 1 else ""
        lines += [
            f"# A house style: none is in force until this line is. What the articles do fits '{names[0]}'.{others}",
            f'# style = "{names[0]}"',
        ]
    else:
        lines += [
            "# A house style: none is in force until this line is. What the articles do is too little, or fits none of",
            "# those that ship.",
            f'# style = "{next(iter(styles), "style/our.toml")}"',
        ]
    lines += [
        "",
        "# The lowest severity that fails a run: error, warning, suggestion or never.",
        'fail-on = "warning"',
        "",
        "# Over what consistency is judged: document, folder or project.",
        'scope = "document"',
        "",
        "# Rules or packs that are not run, and rules that are off by default but wanted.",
        "ignore = []",
        "extend-select = []",
        "",
        "# Files that are no articles, as in .gitignore.",
        "exclude = []",
        "",
        "# A newsroom's own packs of rules; copylint new-rule PACK/NAME makes one.",
        '# rules-folders = ["rules"]',
        "",
        "# [severity]",
        '# "consistency" = "suggestion"',
        "",
        "# [[overrides]]",
        '# paths = ["opinion/**"]',
        '# ignore = ["readability"]',
        "",
    ]
    return "\n".join(lines)
