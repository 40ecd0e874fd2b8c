"""Short lines that stand alone: whole blocks, and lines of a block that no sentence runs through. A hard-wrapped block
counts as one line, however many breaks it has."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, pairwise

from copylint.annotate.words import flowed, flowed_folded, folded, in_order, initials, marks, token_set, tokens
from copylint.document import Document, Span, reading
from copylint.expressions import escape, expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 240  # code points; a longer line is a paragraph
_NARROWEST = 40  # code points of lines that are wrapped
_FEWEST = 4  # breaks that tell how wide a text is

_DECORATION = " \t\n\u00a0*_-–—=|>»▶►▼•·[](){}<>#~→←\ufffc"
_STOPS = _DECORATION + ".:;,!…"
_ENDS = ".!?…:\"'”’»)]"
_QUOTING = "\"'“‘"  # what a line may begin with, and no word nor what stands for one
_FIRST_WORD = expression(r"\w+")
_BEGINS = expression(rf"[{escape(_DECORATION)}]*+(\w+)")
_FIRST_TWO = rf"[{escape(_DECORATION)}]*+([^\W_]++)(?:[^\w\n]++([^\W_]++))?"
_OPENING = expression(rf"\n{_FIRST_TWO}")
_BEHIND_BRACKET = expression(rf"\) {_FIRST_TWO}")  # a sign-off, perhaps
_SIGN_OFF = expression(
    r"\((?:[A-Z][a-z]+ )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)(?: and [a-z]+)? by [^()]*\)$"
)
_SIGN_OFF_WORDS = ("reporting", "writing", "editing", "compiled")
# What a press release ends with, read as the word for it.
_END_MARKS = {"###": "end", "-30-": "end", "–30–": "end", "—30—": "end"}
_PLAIN = (("’", "'"), ("|", "/"), ("·", "/"), ("•", "/"), ("\u00a0", " "))
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


# Markdown's, an element's, a shortcode's.
_PICTURE = expression(r"!\[|<(?:img|picture|figure)\b|\{[{%][^{}]{1,300}\.(?:avif|gif|jpe?g|png|svg|webp)\b")
_BEFORE = 2_000  # code points of the source in which a picture is looked for


def beside_picture(document: Document, line: Line) -> bool:
    """Whether only a picture of the source, with its description, stands between a line and what is above or below it,
    or in the line itself."""
    blocks, number = document.blocks, line.block
    block = blocks[number].span
    if line.span.end == block.end:
        rest = document.source_span(line.span).end
        below = document.source_span(blocks[number + 1].span).start if number + 1 < len(blocks) else None
        if _PICTURE.search(document.source, rest, min(below or rest + _BEFORE, rest + _BEFORE)) is not None:
            return True
    above = number - 1
    while above >= 0 and blocks[above].kind == "caption":
        above -= 1
    end = document.source_span(line.span).end
    start = document.source_span(blocks[above].span).end if above >= 0 else 0
    if line.span.start > block.start:
        start = max(start, document.source_span(Span(block.start, line.span.start)).start)
    return _PICTURE.search(document.source, max(start, end - _BEFORE), end) is not None


@reading
def starts(document: Document) -> dict[str, list[tuple[Span, int]]]:
    """The short lines of the document by the first word of their core (`#` for a figure, empty for none): the span of
    each and the index of its block. `line_of` makes a `Line` of one, which most of them never need.

    A line of a block counts if the line before it ends a sentence, the line after it begins one, and neither was broken
    because it was full: this leaves few lines of hard-wrapped prose. A block whose breaks are all wraps counts as a
    whole. The title in metadata does not count, because it names the site too ("Ferry aground | Reuters").
    """
    found: dict[str, list[tuple[Span, int]]] = {}
    text, lower = document.text, folded(document)
    signed = not token_set(document).isdisjoint(_SIGN_OFF_WORDS) and "ing by " in lower
    wrapped = flowed(document) is not text and text.count("\n") > 2 * len(document.blocks) - 2
    for number, (kind, span, field) in enumerate(document.blocks):
        if field is not None and kind == "headline":
            continue
        start, end = span
        if signed and (rest := _behind_sign_off(text, start, end)) is not None:
            spans = [rest]
        elif wrapped and text.find("\n", start, end) >= 0:
            spans = [one for one in _lines(text, start, end, _wrap_width(document)) if one.end - one.start <= LONGEST]
        elif end - start <= LONGEST:
            spans = [span]
        else:
            continue
        for one in spans:
            word = _first_word(lower, *one)
            if word.isdigit():
                word = "#"
            if (not word and lower[one.start] not in _QUOTING) or word == "#":  # a sign for the end, perhaps
                made = line_of(document, one, number)
                if made is None:
                    continue
                word = made.first_word
            found.setdefault(word, []).append((one, number))
    return found


def _first_word(text: str, start: int, end: int) -> str:
    """The first word of a line, after any decoration; "" if there is none."""
    space = text.find(" ", start, end)
    word = text[start : space if space >= 0 else end]
    if word.isalnum():  # nearly always
        return word
    begins = _BEGINS.match(text, start, end)
    return begins.group(1) if begins is not None else ""


def _behind_sign_off(text: str, start: int, end: int) -> Span | None:
    """What follows a sign-off in its paragraph: (Reporting by Ann Reed) Our Standards: …"""
    at = text.rfind(") ", start, end)
    if at < 0 or end - at > LONGEST or _SIGN_OFF.search(text, start, at + 1) is None:
        return None
    return Span(at + 2, end)


@reading
def _places(document: Document) -> tuple[list[tuple[Span, int]], list[int]]:
    """The short lines in order, and where they begin."""
    every = sorted(one for some in starts(document).values() for one in some)
    return every, [span.start for span, _ in every]


def holding(document: Document, texts: Iterable[str]) -> list[tuple[Span, int]]:
    """The short lines in which one of the texts stands (folded, with straight apostrophes)."""
    text = flowed_folded(document)
    found = []
    for one in texts:
        at = text.find(one)
        while at >= 0:
            every, begins = _places(document)
            index = bisect_right(begins, at) - 1
            if index >= 0 and at < every[index][0].end:
                found.append(every[index])
                at = every[index][0].end
            at = text.find(one, at + 1)
    return found


@reading
def short_lines(document: Document) -> tuple[Line, ...]:
    """The short lines of the document in order."""
    return tuple(made for span, number in _places(document)[0] if (made := line_of(document, span, number)) is not None)


@reading
def cores(document: Document) -> str:
    """What the short lines and the tails are, for a look before a search."""
    return "\n".join([made.core for made in (*short_lines(document), *tails(document))])


@reading
def openings(document: Document) -> frozenset[tuple[str, str]]:
    """How the short lines begin and, since this only has to be a superset, how all paragraphs do: of each its first two
    words ("share", "this"), the second empty if there is none, and its first word ("share", "…"). A figure is `#`."""
    text = folded(document)
    found = _first_tokens(document)
    if not token_set(document).isdisjoint(_SIGN_OFF_WORDS):
        found += _BEHIND_BRACKET.findall(text)
    if any(map(str.isdigit, chain.from_iterable(found))):
        if ("30", "") in found:
            found.append(("end", ""))
        found = [("#" if one.isdigit() else one, "#" if other.isdigit() else other) for one, other in found]
    if "#" in marks(document):
        found.append(("end", ""))
    return frozenset([*found, *[(one, "…") for one, _ in found]])


def _first_tokens(document: Document) -> list[tuple[str, str]]:
    """The first two words of each line, the second empty if there is none. The text itself has to be searched if its
    tokens differ from the words that the expression finds, or if a line is not a paragraph."""
    if flowed(document) is not document.text or "_" in marks(document) or in_order(document) is not tokens(document):
        return _OPENING.findall("\n" + folded(document))
    said, found, at = tokens(document), [], 0
    for line in initials(document).translate(None, b".").split(b"\n\n"):
        if line:
            found.append((said[at], said[at + 1] if len(line) > 1 else ""))
            at += len(line)
    return found


@reading
def tails(document: Document) -> tuple[Line, ...]:
    """The words at the end of each paragraph that follow a sentence and do not end in a stop: "… he left.
    Advertisement"."""
    found: list[Line] = []
    text = document.text
    for number, (_, (start, end), _) in enumerate(document.blocks):
        if end > start and text[end - 1] in _ENDS and text[end - 1] not in "]…:":
            continue
        near = max(start, end - _TAIL)
        mark = max(text.rfind(".", near, end - 1), text.rfind("!", near, end - 1), text.rfind("?", near, end - 1))
        if mark < 0:
            continue
        while mark < end and text[mark] in _ENDS:
            mark += 1
        while mark < end and text[mark].isspace():
            mark += 1
        made = line_of(document, Span(mark, end), number)
        if made is not None:
            found.append(made)
    return tuple(found)


@reading
def _made(document: Document) -> dict[tuple[Span, int], Line | None]:
    """The lines that somebody asked for."""
    return {}


def line_at(document: Document, place: tuple[Span, int]) -> Line | None:
    """What `line_of` makes of a place that `starts` tells, made once."""
    made = _made(document)
    if place not in made:
        made[place] = line_of(document, *place)
    return made[place]


def line_of(document: Document, span: Span, block: int) -> Line | None:
    """What stands at a span as a line, or None if there is nothing in it."""
    core = folded(document)[span.start : span.end].lstrip(_DECORATION).rstrip(_STOPS)
    if not core.isascii() or "|" in core:
        for sign, plain in _PLAIN:
            core = core.replace(sign, plain)
    if "  " in core or "\t" in core or "\n" in core:
        core = " ".join(core.split())
    if " / " in core:
        core = core.replace(" / ", "/")
    if not core or core == "30":
        core = _END_MARKS.get(document.text[span.start : span.end].replace(" ", ""), core)
    if not core:
        return None
    first = _FIRST_WORD.match(core)
    word = first.group() if first is not None else ""
    return Line(span, core, "#" if word.isdigit() else word, block)


def _lines(text: str, start: int, end: int, width: int) -> list[Span]:
    """The lines of a block that stand alone, or the block where all of its breaks are wraps."""
    lines = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop > at:
            lines.append(Span(at, stop))
        at = stop + 1
    full = [_is_full(text, one, other, width) for one, other in pairwise(lines)]
    if full and all(full):
        return [Span(start, end)]
    kept = []
    for index, line in enumerate(lines):
        if index and (full[index - 1] or text[lines[index - 1].start : line.start].rstrip()[-1:] not in _ENDS):
            continue
        if index + 1 < len(lines) and (
            full[index] or text[line.end - 1] == "," or text[line.end : lines[index + 1].end].lstrip()[:1].islower()
        ):
            continue
        kept.append(line)
    return kept


def _is_full(text: str, line: Span, below: Span, width: int) -> bool:
    """Whether the first word of the line below had no place on a line."""
    space = text.find(" ", *below)
    return line.end - line.start + 1 + (space if space >= 0 else below.end) - below.start > width


@reading
def _wrap_width(document: Document) -> int:
    """The width, in code points, that the lines are wrapped to; more than any line has if most breaks are not wraps."""
    text = document.text
    breaks = []
    for _, (start, end), _ in document.blocks:
        at = text.find("\n", start, end)
        while at >= 0:
            below = text.find("\n", at + 1, end)
            breaks.append((Span(start, at), Span(at + 1, below if below >= 0 else end)))
            start, at = at + 1, below
    width = max([line.end - line.start for line, _ in breaks], default=0)
    wraps = sum([_is_full(text, line, below, width) for line, below in breaks])
    return width if width >= _NARROWEST and 2 * wraps > len(breaks) >= _FEWEST else len(text)
