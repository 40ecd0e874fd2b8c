"""Line: words that have a line to themselves, as what a web page leaves in an article has."""

from __future__ import annotations

from copylint.annotate.lines import Line, beside_picture, holding, line_at, starts, tails
from copylint.annotate.words import flow, fold, marks, token_set
from copylint.checks.existence import known
from copylint.checks.line_phrases import SHORT, beginnings, clue, expression_of, first_words, longest_part, rare_words
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.memo import cache
from copylint.rule import Edit, Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

_ENDS = ".!?…:\"'”’»)]"
_WORD = expression(r"\w+")
_SHORTEST = 2  # code points of a word that may be rare
_LABEL = 24  # code points
_NEAR = 100  # code points looked at for markup beside a line
_BOLD = ("**", "__", "<b>", "<strong>")
_BEGINNING = expression(r"[\"“‘']?[^\W\d_a-z]")


class LineOptions(NamedTuple):
    """Phrases in lower case, as `line_phrases` reads them, found in any case.

    lines: what the words of a whole short line may be; rules, bullets and brackets round them and a stop or a
    colon after them do not count. tails: what may stand behind the last sentence of a paragraph too.
    inside: what may stand between two sentences too; plain phrases, whose case counts. exceptions: lines that are left
    alone. titles: lines that are left alone where prose follows that they head. before: what the next line begins with
    where a line is one of a list, and is left alone. marked: lines that count only with a
    bracket or a dash before them. cells: lines that are left alone in a cell of a table. pictures: whether lines right
    beside a picture are left alone. unstopped: whether lines that end in a stop are left alone, as sentences. longest:
    how many code points such a line has at most.
    """

    lines: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    pictures: bool = False
    unstopped: bool = False
    longest: int = 120
    firsts: tuple[tuple[str, tuple[str, ...]], ...] = ()  # the first words of phrases with a choice, read once


class LineOfItsOwn:
    """Yields each line whose words are one of the phrases, with an edit that takes the line away."""

    def __call__(self, document: Document, options: LineOptions) -> Iterator[Match]:
        seen = set()
        for line in _matching(document, options.lines, options, within=False):
            seen.add(line.block)
            if options.pictures and beside_picture(document, line):
                continue
            gap = _with_gap(document, line)
            yield Match(line.span, edits=() if gap is None else (Edit(gap, ""),))
        if options.tails:
            for line in _matching(document, options.tails, options, within=True):
                if line.block not in seen:
                    yield Match(line.span, edits=(Edit(_with_space_before(document, line.span), ""),))
        for phrase in options.inside:
            if phrase in document.text:
                yield from _inside(document, phrase)


class _Phrases:
    """Phrases by their first word, each with the longest part that it needs, so that nearly no line is compared with
    any of them."""

    __slots__ = ("_by_first_word", "_clues", "_others", "_rare")

    def __init__(self, phrases: Iterable[str], firsts: Mapping[str, tuple[str, ...]]) -> None:
        """firsts: the first words of phrases for which they are known."""
        self._by_first_word: dict[str, list[tuple[str, str]]] = {}
        self._rare: dict[str, frozenset[str] | None] = {}  # by first word, as they are asked for
        self._others: list[tuple[str, str]] = []
        for phrase in phrases:
            entry = (longest_part(phrase), phrase)
            words = firsts[phrase] if phrase in firsts else first_words(phrase)
            for word in words:
                self._by_first_word.setdefault(word, []).append(entry)
            if not words:
                self._others.append(entry)
        # Sets: one meets another far sooner than the keys of a table do.
        self._clues: dict[str, set[str]] = {"words": set(), "marks": set(), "texts": set()}
        for needed, _ in self._others:
            kind, clues = clue(needed)
            self._clues[kind].update(clues)

    def among_lines(self, document: Document) -> list[Line]:
        """The short lines that are one of the phrases, in order."""
        by_word = starts(document)
        known, clues = token_set(document), self._clues
        places = {
            place
            for word in self._by_first_word.keys() & by_word.keys()
            if (some := self._rare_behind(word)) is None or not some.isdisjoint(known)
            for place in by_word[word]
        }
        wanted = [
            *clues["words"] & known,
            *clues["marks"] & marks(document),
            *clues["texts"],
        ]
        if wanted:
            places.update(holding(document, wanted))
        if not places:
            return []
        return sorted(self.among(filter(None, (line_at(document, place) for place in places)), document))

    def _rare_behind(self, word: str) -> frozenset[str] | None:
        """Rare words of which one stands in any line that is a phrase under a first word; None if one of the phrases
        needs none."""
        if word not in self._rare:
            needed = [rare_words(phrase) for _, phrase in self._by_first_word[word]]
            self._rare[word] = frozenset().union(*needed) if all(needed) else None
        return self._rare[word]

    def among(self, lines: Iterable[Line], document: Document) -> list[Line]:
        """The lines that are one of the phrases, in order. A sentence among others, each on a line of its own, is none
        that a phrase with anything in it can tell."""
        found = []
        for one in lines:
            others = [entry for entry in self._others if entry[0] in one.core]
            candidates = (*self._by_first_word.get(one.first_word, ()), *others)
            matching = [p for needed, p in candidates if needed in one.core and expression_of(p).fullmatch(one.core)]
            if matching and not (all("…" in phrase for phrase in matching) and _is_one_of_many(document, one)):
                found.append(one)
        return found


@cache
def _phrases(phrases: tuple[str, ...], firsts: tuple[tuple[str, tuple[str, ...]], ...]) -> _Phrases:
    return _Phrases(phrases, dict(firsts))


def _is_one_of_many(document: Document, line: Line) -> bool:
    """Whether a line is a sentence, and the line before it or behind it in its block is one too."""
    text, (start, end) = document.text, document.blocks[line.block].span
    if text[line.span.end - 1] not in ".!?":
        return False
    before = text[start : line.span.start].rstrip(" ")
    after = text[line.span.end : end].lstrip(" ").partition("\n")[2].partition("\n")[0].rstrip()
    return before[-2:] in (".\n", "!\n", "?\n") or after[-1:] in (".", "!", "?")


def _matching(document: Document, phrases: tuple[str, ...], options: LineOptions, *, within: bool) -> list[Line]:
    """The lines, or the tails of paragraphs, that are one of the phrases."""

    def among(wanted: tuple[str, ...]) -> list[Line]:
        known = _phrases(wanted, options.firsts)
        return known.among(tails(document), document) if within else known.among_lines(document)

    found = [one for one in among(phrases) if len(one.core) <= options.longest]
    if found and options.exceptions:
        left_alone = among(options.exceptions)
        found = [one for one in found if one not in left_alone]
    if found and options.unstopped:
        found = [one for one in found if document.text[one.span.end - 1] not in ".?!"]
    if found and options.before:
        found = [one for one in found if not _next_line(document, one).startswith(options.before)]
    if found and options.marked:
        found = [one for one in found if one.core not in options.marked or _is_marked(document, one)]
    if found and options.cells:
        found = [one for one in found if one.core not in options.cells or document.blocks[one.block].kind != "cell"]
    if found and options.titles:
        heads = [one for one in among(options.titles) if _heads_prose(document, one)]
        found = [one for one in found if one not in heads]
    return found


def _is_marked(document: Document, line: Line) -> bool:
    """Whether a bracket, a dash or another mark of the desk stands before the words of a line: "(MORE)", "-30-"."""
    return document.text[line.span.start] in "([{-–—=*#<"


def _next_line(document: Document, line: Line) -> str:
    """How the line behind a line begins, in lower case."""
    return document.text[line.span.end : line.span.end + _LABEL].lstrip(" \n*_\ufffc").lower()


def _heads_prose(document: Document, line: Line) -> bool:
    """Whether a line is a heading, or in bold, and a sentence follows, or what has a heading of its own."""
    block, following = document.blocks[line.block], document.blocks[line.block + 1 : line.block + 2]
    bold = document.source.endswith(_BOLD, 0, document.source_span(line.span).start)
    if block.span.start == line.span.start and block.span.end > line.span.end:
        return bold and document.text[block.span.end - 1] in ".!?:"  # "**Comments**", and the text on the next line
    if block.span != line.span or not following:
        return False
    title = block.kind in ("heading", "cell") or bold
    return title and (document.text[following[0].span.end - 1] in ".!?:" or following[0].kind in ("cell", "item"))


def _inside(document: Document, phrase: str) -> Iterator[Match]:
    """What stands between two sentences of a paragraph, or before its first one."""
    text = document.text
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        block = document.block_at(start)
        if block is not None and end <= block.span.end:
            span = Span(start, end)
            before = text[block.span.start : start].rstrip()
            after = text[end : block.span.end].lstrip(" \n*_-–—")
            between = (not before or before[-1] in _ENDS) and _BEGINNING.match(after) is not None
            # A block in capitals has no sentences to tell it from.
            if between and text[end] in " \n" and not after.isupper() and not before.isupper():
                yield Match(span, edits=(Edit(_with_space_before(document, span), ""),))
        start = text.find(phrase, end)


def _with_gap(document: Document, line: Line) -> Span | None:
    """What to take away: the line and, where the source has just a blank line there, the gap between it and
    its neighbour. None where markup would be left behind."""
    blocks, text = document.blocks, document.text
    block = blocks[line.block].span
    if line.span != block:
        end = line.span.end
        return Span(line.span.start, end + 1) if end < block.end else Span(line.span.start - 1, end)
    candidates = []
    if line.block + 1 < len(blocks):
        candidates.append(Span(block.start, blocks[line.block + 1].span.start))
    if line.block:
        candidates.append(Span(blocks[line.block - 1].span.end, block.end))
    for span in candidates:
        source = document.source_span(span)
        if document.source[source.start : source.end] == text[span.start : span.end]:
            return span
    source = document.source_span(line.span)
    before = document.source[max(source.start - _NEAR, 0) : source.start].replace("\r", "\n").rpartition("\n")[2]
    after = document.source[source.end : source.end + _NEAR].replace("\r", "\n").partition("\n")[0]
    return line.span if not before.strip() and not after.strip() else None


def _with_space_before(document: Document, span: Span) -> Span:
    start = span.start
    while start and document.text[start - 1] == " ":
        start -= 1
    return Span(start, span.end)


def _read(table: Mapping[str, Any]) -> LineOptions:
    known(table, LineOptions._fields[:-1])
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in ("pictures", "unstopped"):
            if not isinstance(value, bool):
                raise OptionError((key,), f"'{key}' must be true or false")
            values[key] = value
            continue
        if key == "longest":
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise OptionError((key,), "'longest' must be a whole number from 1")
            values[key] = value
            continue
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise OptionError((key,), f"'{key}' must be a list of phrases")
        for number, phrase in enumerate(value):
            if not phrase.strip("… "):
                raise OptionError((key, number), f"the phrase {phrase!r} says nothing")
            if phrase.count("[") != phrase.count("]"):
                raise OptionError((key, number), f"the phrase {phrase!r} has a bracket without its partner")
            if key != "inside" and phrase != phrase.lower():
                raise OptionError((key, number), f"the phrase {phrase!r} must be in lower case")
        values[key] = tuple(value)
    if not any(values.get(key) for key in ("lines", "tails", "inside")):
        raise OptionError(("lines",), "'lines' is missing: a list of phrases")
    phrases = {one: None for key in ("lines", "tails", "exceptions", "titles") for one in values.get(key, ())}
    return LineOptions(**values, firsts=tuple((one, first_words(one)) for one in phrases if "[" in one))


def _gate(options: LineOptions) -> Gate:
    """What the lines begin with; or else a word or a mark of theirs, and also another word if there is one."""
    first = _Gathered()
    also = _Gathered()
    within = _Gathered()
    for phrase in options.lines:
        part = longest_part(phrase)
        begins = beginnings(phrase)
        if begins:
            first.add("lines", begins)
            also.add("lines", [f"{words.partition(' ')[0]} …" for words in begins])
        else:
            told = clue(part)
            rare, shorter = rare_words(phrase), rare_words(phrase, _SHORTEST)
            first.add(*(("words", sorted(rare)) if rare and told[0] != "marks" else told))
            also.add(*(("words", sorted(shorter)) if shorter else told))
        within.add(*(("lines", begins) if begins and len(part) < SHORT else ("cores", [part])))
    for phrase in options.tails:
        for gathered in (first, also):
            gathered.add_said(beginnings(phrase))
        within.add("cores", [longest_part(phrase)])
    for phrase in options.inside:
        folded = fold(flow(phrase)).replace("’", "'")
        for gathered in (first, also):
            gathered.add_said([" ".join(_WORD.findall(folded))])
        within.add("texts", [folded])
    others = any(not beginnings(phrase) for phrase in options.lines)
    return first.gate()._replace(both=(also.gate(), within.gate()) if others else (within.gate(),))


class _Gathered:
    """The fields of a gate, while it is gathered."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, None]] = {}

    def add(self, field: str, entries: Iterable[str]) -> None:
        """Adds entries, each once."""
        self._fields.setdefault(field, {}).update(dict.fromkeys(entries))

    def add_said(self, phrases: Iterable[str]) -> None:
        """Adds words that follow one another anywhere, not just at the beginning of a line."""
        for words in phrases:
            words = words.removesuffix(" …")
            self.add("pairs" if " " in words else "words", [words])

    def gate(self) -> Gate:
        """The gate."""
        fields: dict[str, Any] = {field: tuple(entries) for field, entries in self._fields.items()}
        return Gate(**fields)


KIND = Kind("line", "words that have a line to themselves", LineOfItsOwn(), LineOptions, _read, _gate)
