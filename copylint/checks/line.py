"""Line: words that have a line to themselves, as what a web page leaves in an article has."""

from __future__ import annotations

from copylint.annotate.lines import Line, below_picture, holding, line_at, starts, tails
from copylint.annotate.words import EVERYWHERE, flow, fold, marks, token_set
from copylint.checks.existence import known
from copylint.document import Document, Span
from copylint.expressions import compiled, escape, expression
from copylint.memo import cache
from copylint.rule import Edit, Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

_ENDS = ".!?…:\"'”’»)]"
_COMMON = "._,-–—'\"“”()"  # marks that many articles have
_SLASHES = ("/", "|", "·", "•")  # what a slash of a phrase may be in the text
_WORD = expression(r"\w+")
_SHORT = 5  # code points; what is shorter stands in most lines
_SHORTEST = 2  # code points of a word that may be rare
_NEAR = 100  # code points looked at for markup beside a line
_WILD = expression(r"…|\{date\}|#")
_SPECIAL = expression(r"\[[^\]]*\]|…|\{date\}|#")
_BEGINNING = expression(r"[\"“‘']?[^\W\d_a-z]")
_FIRST_WORD = expression(r"\w+|#")
_WORD_OR_FIGURE = expression(r"[^\W_]+|#")
_UNTOLD = expression(r"…|\{|(?<=\w)#|#(?=\w)")  # from here on a line may read otherwise
_TWO_WORDS_DONE = expression(rf"[^\w#]*(?:\w+|#)[^\w#]+(?:\w+|#)[^\w#]|.*?(?:{_UNTOLD.pattern})")
_FIRST_WORD_DONE = expression(r"(?:\w+|#)\W|\W")
_MEANINGS = {
    "#": r"\d+",
    "…": r"(?:(?![.!?] ).)+",  # within one sentence
    "{date}": (
        r"(?:[a-z]{3,9},? )?"  # a weekday
        r"(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}"
        r"|\d\d?(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d\d?(?:st|nd|rd|th)?,? \d{4})"
        r"(?:(?:,? at |[,t/–— -]+)[\d:.,apmutcgestbdz+ -]{2,24}"
        r"(?:\(?(?:[a-z]{1,4}t|utc|wib|hrs|hours)\)?)?)?"
    ),
}


class LineOptions(NamedTuple):
    """Phrases in lower case, found in any case. In them `[a|b]` is one or the other, `[a|]` is a or nothing,
    `#` a figure, `{date}` a date with its time, and `…` anything within one sentence.

    lines: what the words of a whole short line may be; rules, bullets and brackets round them and a stop or a
    colon after them do not count. tails: what may stand behind the last sentence of a paragraph too.
    inside: what may stand between two sentences too; plain phrases, whose case counts. exceptions: lines that are left
    alone. pictures: whether lines right below a picture are. longest: how many code points such a line has at most.
    """

    lines: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    pictures: bool = False
    longest: int = 120


class LineOfItsOwn:
    """Yields each line whose words are one of the phrases, with an edit that takes the line away."""

    def __call__(self, document: Document, options: LineOptions) -> Iterator[Match]:
        seen = set()
        for line in _matching(document, options.lines, options, within=False):
            seen.add(line.block)
            if options.pictures and below_picture(document, line):
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

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first_word: dict[str, list[tuple[str, str]]] = {}
        self._rare: dict[str, frozenset[str] | None] = {}  # by first word, as they are asked for
        self._others: list[tuple[str, str]] = []
        for phrase in phrases:
            entry = (_longest_part(phrase), phrase)
            first_words = _first_words(phrase)
            for word in sorted(first_words):
                self._by_first_word.setdefault(word, []).append(entry)
            if not first_words:
                self._others.append(entry)
        self._clues: dict[str, dict[str, None]] = {"words": {}, "marks": {}, "texts": {}}
        for needed, _ in self._others:
            kind, clues = _clue(needed)
            self._clues[kind].update(dict.fromkeys(clues))

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
            *clues["words"].keys() & known,
            *clues["marks"].keys() & marks(document),
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
            needed = [_rare_words(phrase) for _, phrase in self._by_first_word[word]]
            self._rare[word] = frozenset().union(*needed) if all(needed) else None
        return self._rare[word]

    def among(self, lines: Iterable[Line], document: Document) -> list[Line]:
        """The lines that are one of the phrases, in order. A sentence among others, each on a line of its own, is none
        that a phrase with anything in it can tell."""
        found = []
        for one in lines:
            others = [entry for entry in self._others if entry[0] in one.core]
            candidates = (*self._by_first_word.get(one.first_word, ()), *others)
            matching = [p for needed, p in candidates if needed in one.core and _compiled(p).fullmatch(one.core)]
            if matching and not (all("…" in phrase for phrase in matching) and _is_one_of_many(document, one)):
                found.append(one)
        return found


def _is_one_of_many(document: Document, line: Line) -> bool:
    """Whether a line is a sentence, and the line before it or behind it in its block is one too."""
    text, (start, end) = document.text, document.blocks[line.block].span
    if text[line.span.end - 1] not in ".!?":
        return False
    before = text[start : line.span.start].rstrip(" ")
    after = text[line.span.end : end].lstrip(" ").partition("\n")[2].partition("\n")[0].rstrip()
    return before[-2:] in (".\n", "!\n", "?\n") or after[-1:] in (".", "!", "?")


def _clue(part: str) -> tuple[str, tuple[str, ...]]:
    """What is looked for in the text instead of a part of a phrase, whose white space, bars and dots may be written in
    another way: "words", a whole one; "marks", rare ones; or "texts", some of it."""
    words = [word.group() for word in _WORD.finditer(part) if word.start() > 0 and word.end() < len(part)]
    rare = [word for word in words if word not in EVERYWHERE]
    if rare:
        return "words", (max(rare, key=len),)
    signs = [sign for sign in part if not sign.isalnum() and not sign.isspace() and sign not in _COMMON]
    if signs:
        return "marks", _SLASHES if signs[0] == "/" else (signs[0],)
    return "texts", (max(part.split() or [part], key=len),)


@cache
def _phrases(phrases: tuple[str, ...]) -> _Phrases:
    return _Phrases(phrases)


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    pattern, at = [], 0
    for special in _SPECIAL.finditer(phrase):
        pattern.append(escape(phrase[at : special.start()]))
        pattern.append(_pattern(special.group()))
        at = special.end()
    return compiled("".join([*pattern, escape(phrase[at:])]))


def _longest_part(phrase: str) -> str:
    """The longest part of a phrase that stands in any line that is the phrase."""
    return max(_SPECIAL.split(phrase), key=len)


@cache
def _rare_words(phrase: str, shortest: int = _SHORT) -> frozenset[str]:
    """Words behind the first one of which one stands in any line that is the phrase; none if they are not rare."""
    specials = [*_SPECIAL.finditer(phrase)]
    fixed: list[str] = []
    groups: list[list[str]] = []
    at = 0
    for special in [*specials, None]:
        end = len(phrase) if special is None else special.start()
        for word in _WORD.finditer(phrase, at, end):
            begins = word.start() > at or (at > 0 and _parts(phrase[:at], -1))
            ends = word.end() < end or special is None or _parts(special.group(), 0)
            if begins and ends:
                fixed.append(word.group())
        if special is not None:
            at = special.end()
            around = phrase[: special.start()], _SPECIAL.match(phrase, at), phrase[at : at + 1]
            if special.group()[0] == "[" and around[0] and not _WILD.search(special.group()):
                begins = (
                    _parts(around[0], -1)
                    if around[0][-1] == "]"
                    else not (around[0][-1].isalnum() or around[0][-1] in "…#}")
                )
                ends = _parts(around[1].group(), 0) if around[1] is not None else not around[2].isalnum()
                if begins and ends:
                    choices = special.group()[1:-1].split("|")
                    groups.append([max(_WORD.findall(choice), key=len, default="") for choice in choices])
    fixed = [word for word in fixed if _is_rare(word, shortest)]
    if fixed:
        return frozenset((max(fixed, key=len),))
    groups = [group for group in groups if all(_is_rare(word, shortest) for word in group)]
    return frozenset(max(groups, key=lambda group: min(map(len, group)), default=()))


def _is_rare(word: str, shortest: int) -> bool:
    return len(word) >= shortest and word not in EVERYWHERE


def _parts(special: str, side: int) -> bool:
    """Whether a choice beside a word begins (0), or ends (-1), with what parts words, or is nothing."""
    choices = special[special.rfind("[") + 1 : -1].split("|") if special[-1] == "]" else ["a"]
    return not any(choice and (choice[side].isalnum() or choice[side] in "…#}") for choice in choices)


def _pattern(special: str) -> str:
    if special[0] != "[":
        return _MEANINGS[special]
    choices = []
    for choice in special[1:-1].split("|"):
        parts = _WILD.split(choice)
        wild = [*_WILD.findall(choice), ""]
        choices.append("".join(escape(part) + _MEANINGS.get(one, "") for part, one in zip(parts, wild, strict=True)))
    return f"(?:{'|'.join(choices)})"


def _first_words(phrase: str) -> set[str]:
    """The words that a phrase may begin with, `#` for a figure; none if that cannot be told."""
    plain = _FIRST_WORD.match(phrase)
    if plain is not None and phrase[plain.end() : plain.end() + 1] not in ("[", "…", "#", "{"):
        return {plain.group()}
    if phrase[0] == "[":
        inner, _, rest = phrase[1:].partition("]")
        starts = [_FIRST_WORD.match(choice) for choice in inner.split("|")]
        if rest[:1] in ("", " ") and all(start is not None for start in starts) and "…" not in inner:
            return {start.group() for start in starts if start is not None}
    words = set()
    for head in _heads(phrase, _FIRST_WORD_DONE):
        first = _FIRST_WORD.match(head)
        if first is None or head[first.end() : first.end() + 1] == "…":
            return set()
        words.add(first.group())
    return words


@cache
def _beginnings(phrase: str) -> tuple[str, ...]:
    """What a line that is the phrase begins with, as `openings` tells it; none if that cannot be told."""
    found: dict[str, None] = {}
    for head in sorted(_heads(phrase, _TWO_WORDS_DONE)):
        known = _UNTOLD.split(head, maxsplit=1)
        words = _WORD_OR_FIGURE.findall(known[0])
        if len(known) > 1 and words and known[0].endswith(words[-1]):
            words.pop()  # it goes on
        if not words:
            return ()
        found[" ".join(words[:2]) if len(words) > 1 or len(known) == 1 else f"{words[0]} …"] = None
    return tuple(found)


def _heads(phrase: str, done: re.Pattern[str]) -> set[str]:
    """The beginnings of a phrase with each choice made, so far that the expression takes them for done, or whole."""
    heads = {""}
    at = 0
    for special in [*_SPECIAL.finditer(phrase), None]:
        end = len(phrase) if special is None else special.start()
        choices = (
            [""] if special is None else special.group()[1:-1].split("|") if special[0][0] == "[" else [special[0]]
        )
        heads = {head if done.match(head) else head + phrase[at:end] + choice for head in heads for choice in choices}
        if special is None or all(map(done.match, heads)):
            break
        at = special.end()
    return heads


def _matching(document: Document, phrases: tuple[str, ...], options: LineOptions, *, within: bool) -> list[Line]:
    """The lines, or the tails of paragraphs, that are one of the phrases."""

    def among(wanted: tuple[str, ...]) -> list[Line]:
        return _phrases(wanted).among(tails(document), document) if within else _phrases(wanted).among_lines(document)

    found = [one for one in among(phrases) if len(one.core) <= options.longest]
    if found and options.exceptions:
        left_alone = among(options.exceptions)
        return [one for one in found if one not in left_alone]
    return found


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
    known(table, LineOptions._fields)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key == "pictures":
            if not isinstance(value, bool):
                raise OptionError((key,), "'pictures' must be true or false")
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
    return LineOptions(**values)


def _gate(options: LineOptions) -> Gate:
    """What the lines begin with; or else a word or a mark of theirs, and also another word if there is one."""
    first = _Gathered()
    also = _Gathered()
    within = _Gathered()
    for phrase in options.lines:
        part = _longest_part(phrase)
        begins = _beginnings(phrase)
        if begins:
            first.add("lines", begins)
            also.add("lines", [f"{words.partition(' ')[0]} …" for words in begins])
        else:
            clue = _clue(part)
            rare, shorter = _rare_words(phrase), _rare_words(phrase, _SHORTEST)
            first.add(*(("words", sorted(rare)) if rare and clue[0] != "marks" else clue))
            also.add(*(("words", sorted(shorter)) if shorter else clue))
        within.add(*(("lines", begins) if begins and len(part) < _SHORT else ("cores", [part])))
    for phrase in options.tails:
        for gathered in (first, also):
            gathered.add_said(_beginnings(phrase))
        within.add("cores", [_longest_part(phrase)])
    for phrase in options.inside:
        folded = fold(flow(phrase)).replace("’", "'")
        for gathered in (first, also):
            gathered.add_said([" ".join(_WORD.findall(folded))])
        within.add("texts", [folded])
    others = any(not _beginnings(phrase) for phrase in options.lines)
    return first.gate()._replace(both=(also.gate(), within.gate()) if others else (within.gate(),))


class _Gathered:
    """The fields of a gate, while it is gathered."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, None]] = {}

    def add(self, field: str, entries: Iterable[str]) -> None:
        """Adds entries, each once."""
        self._fields.setdefault(field, {}).update(dict.fromkeys(entries))

    def add_said(self, beginnings: Iterable[str]) -> None:
        """Adds words that follow one another anywhere, not just at the beginning of a line."""
        for words in beginnings:
            words = words.removesuffix(" …")
            self.add("pairs" if " " in words else "words", [words])

    def gate(self) -> Gate:
        """The gate."""
        fields: dict[str, Any] = {field: tuple(entries) for field, entries in self._fields.items()}
        return Gate(**fields)


KIND = Kind("line", "words that have a line to themselves", LineOfItsOwn(), LineOptions, _read, _gate)
