"""`copylint import-terms FILE.csv`: a newsroom's list of words as the terms of a house style."""

from __future__ import annotations

import csv
import os
import sys

from copylint.cli import CLEAN, UsageError
from copylint.cli.arguments import Parser
from copylint.cli.writing import write_new
from copylint.likely import likely
from copylint.toml import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SUMMARY = """Turn a list of words into the terms of a house style.

The file has two columns, what to avoid and what to write, or a first line that names its columns:
avoid, prefer, match-case, inflect (noun or verb), before, after, not-before, not-after, note, source.
Several values in one cell are parted by ';'. The terms are printed, or put into a new style file."""

_COLUMNS = ("avoid", "prefer", "match-case", "inflect", "before", "after", "not-before", "not-after", "note", "source")
_LISTS = ("before", "after", "not-before", "not-after")
_YES, _NO = ("true", "yes", "y", "1", "x"), ("", "false", "no", "n", "0")


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("import-terms", _SUMMARY)
    parser.add_argument("file", metavar="FILE.csv", help="the list, in UTF-8, with ',', ';' or tabs")
    parser.add_argument("--output", metavar="STYLE.toml", help="a new style file (default: print the terms)")
    return parser


def main(arguments: list[str]) -> int:
    """Prints or writes the terms."""
    chosen = parser().parse_args(arguments)
    text = "\n".join(_toml(list(_terms(chosen.file)))) + "\n"
    if chosen.output is None:
        sys.stdout.write(text)
        return CLEAN
    if os.path.lexists(chosen.output):
        raise UsageError(f"{chosen.output} is there already; print the terms and put them where you want them")
    try:
        write_new(chosen.output, text)
    except OSError as error:
        raise UsageError(f"{chosen.output}: cannot be written: {error.strerror or error}") from None
    print(f"{chosen.output} written. Choose it with: style = {written(chosen.output)}")
    return CLEAN


def _terms(path: str) -> Iterator[dict[str, Any]]:
    """The terms of a list, each as the table that a style has for it."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: this is not UTF-8; save the list as CSV in UTF-8") from None
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = [(number, row) for number, row in _rows(text, delimiter) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise UsageError(f"{path}: this is not CSV: {error}") from None
    if not rows:
        raise UsageError(f"{path}: there are no terms")
    names = [cell.strip().lower().replace("_", "-") for cell in rows[0][1]]
    if "avoid" in names:
        for name in names:
            if name not in _COLUMNS:
                hint = likely(name, _COLUMNS, all_of_them=True)
                raise UsageError(f"{path}:{rows[0][0]}: '{name}' is not a column{hint}")
        rows = rows[1:]
    elif len(names) > 2:
        number = rows[0][0]
        raise UsageError(f"{path}:{number}: more than two columns need a first line with their names: avoid, prefer, …")
    else:
        names = ["avoid", "prefer"]
    for number, row in rows:
        yield _term(f"{path}:{number}", dict(zip(names, (cell.strip() for cell in row), strict=False)))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.split("\n"), delimiter=delimiter)
    for row in reader:
        yield reader.line_num, row


def _term(where: str, cells: dict[str, str]) -> dict[str, Any]:
    if not cells.get("avoid"):
        raise UsageError(f"{where}: there is nothing to avoid")
    term: dict[str, Any] = {}
    for name, cell in cells.items():
        parts = [part.strip() for part in cell.split(";") if part.strip()]
        if name == "match-case":
            if cell.lower() not in (*_YES, *_NO):
                raise UsageError(f"{where}: 'match-case' must be yes or no")
            if cell.lower() in _YES:
                term[name] = True
        elif name == "inflect" and cell and cell not in ("noun", "verb"):
            raise UsageError(f"{where}: 'inflect' must be 'noun' or 'verb'")
        elif name in _LISTS or (name in ("avoid", "prefer") and len(parts) > 1):
            if parts:
                term[name] = parts
        elif cell:
            term[name] = _plain(cell) if name == "avoid" else cell
    return term


def _plain(word: str) -> str:
    """A word as a term that means just itself: nobody expects patterns in a list of words."""
    import re

    return re.sub(r"([\\.^$*+?{}\[\]|()])", r"\\\1", word)


def _toml(terms: list[dict[str, Any]]) -> Iterator[str]:
    swap = [term for term in terms if term.keys() == {"avoid", "prefer"} and "\\" not in term["avoid"]]
    swap = [term for term in swap if isinstance(term["avoid"], str)]
    if swap:
        yield "[swap]"
        for avoid, prefer in {term["avoid"]: term["prefer"] for term in swap}.items():
            yield f"{written(avoid)} = {written(prefer)}"
    for term in terms:
        if term not in swap:
            yield ""
            yield "[[terms]]"
            for key, value in term.items():
                yield f"{key} = {written(value)}"
