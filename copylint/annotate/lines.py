"""Short lines that stand alone: whole blocks, and lines of a block that no sentence runs through."""

from __future__ import annotations

from copylint.annotate.words import folded
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

LONGEST = 240  # code points; a longer line is a paragraph

_DECORATION = " \t\n\u00a0*_-–—=|>»▶►▼•·[](){}<>#~→←\ufffc"
_STOPS = _DECORATION + ".:;,!…"
_ENDS = ".!?…:\"'”’»)]"
_FIRST_WORD = expression(r"\w+")
# What a press release ends with, read as the word for it.
_END_MARKS = {"###": "end", "-30-": "end", "–30–": "end", "—30—": "end"}
_PLAIN = {ord("’"): "'", ord("|"): "/", ord("·"): "/", ord("•"): "/", 0xA0: " "}
_TAIL = 80  # how far from its end the last words of a paragraph are looked for


class Line(NamedTuple):
    """A line: its span, its core, the core's first word (`#` for a figure), and the index of its block.

    The core is the folded words without rules, bullets and brackets round them and without a stop or a colon
    behind them. White space in it is single spaces, apostrophes are straight, a bar or dot is a slash.
    """

    span: Span
    core: str
    first_word: str
    block: int


class Lines(NamedTuple):
    """Lines in order; the first words of them all, and their cores joined, for a look before a search."""

    lines: tuple[Line, ...]
    first_words: frozenset[str]
    cores: str


@reading
def short_lines(document: Document) -> Lines:
    """The short lines of the document in order.

    A line of a block counts if the line before it ends a sentence and the line after it begins one: no line
    of hard-wrapped prose does.
    """
    found: list[Line] = []
    text = document.text
    for number, (_, span, _) in enumerate(document.blocks):
        start, end = span
        if text.find("\n", start, end) >= 0:
            spans = _lines(text, start, end)
        elif end - start <= LONGEST:
            spans = [span]
        else:
            continue
        for line in spans:
            if line.end - line.start <= LONGEST:
                _add(found, document, line, number)
    return _lines_of(found)


@reading
def tails(document: Document) -> Lines:
    """The last words of each paragraph that follow a sentence and end none: "… he left. Advertisement"."""
    found: list[Line] = []
    text = document.text
    for number, (_, (start, end), _) in enumerate(document.blocks):
        if end > start and text[end - 1] in _ENDS and text[end - 1] not in "]…:":
            continue
        near = max(start, end - _TAIL)
        mark = max(text.rfind(one, near, end - 1) for one in ".!?")
        if mark < 0:
            continue
        while mark < end and text[mark] in _ENDS:
            mark += 1
        while mark < end and text[mark].isspace():
            mark += 1
        _add(found, document, Span(mark, end), number)
    return _lines_of(found)


def _lines_of(lines: list[Line]) -> Lines:
    return Lines(
        tuple(lines),
        frozenset([line.first_word for line in lines]),
        "\n".join([line.core for line in lines]),
    )


def _add(lines: list[Line], document: Document, span: Span, block: int) -> None:
    core = folded(document)[span.start : span.end].lstrip(_DECORATION).rstrip(_STOPS)
    if not core.isascii() or "|" in core:
        core = core.translate(_PLAIN)
    if "  " in core or "\t" in core:
        core = " ".join(core.split())
    if " / " in core:
        core = core.replace(" / ", "/")
    if not core or core == "30":
        core = _END_MARKS.get(document.text[span.start : span.end].replace(" ", ""), core)
    if core:
        first = _FIRST_WORD.match(core)
        word = first.group() if first is not None else ""
        lines.append(Line(span, core, "#" if word.isdigit() else word, block))


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop > at:
            lines.append(Span(at, stop))
        at = stop + 1
    kept = []
    for index, line in enumerate(lines):
        before = text[lines[index - 1].start : line.start].rstrip() if index else ""
        after = text[line.end : lines[index + 1].end].lstrip() if index + 1 < len(lines) else ""
        if (not before or before[-1] in _ENDS) and not after[:1].islower():
            kept.append(line)
    return kept
