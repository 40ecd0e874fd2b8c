"""Pairing: an opening mark without its closing one, or the other way round."""

from __future__ import annotations

from copylint.annotate.words import shape, shape_of
from copylint.checks.existence import known
from copylint.checks.literals import shown
from copylint.document import Block, Document, Span
from copylint.expressions import MULTILINE, compiled, places_of
from copylint.memo import cache
from copylint.rule import Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping
    from typing import Any


_DEEPEST = 2  # pairs within one another that a first look takes away


class PairingOptions(NamedTuple):
    """pairs: two-character strings, opening and closing mark. exceptions: regular expressions; a mark
    within one of their matches need not have a partner (the bracket of `a)`)."""

    pairs: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


class Pairing:
    """Yields each mark that has no partner in its paragraph.

    A pair round several paragraphs, which opens where one begins and closes where another ends, is a pair.
    Any other broken pair never reaches the next paragraph.
    """

    def __call__(self, document: Document, options: PairingOptions) -> Iterator[Match]:
        text = document.text
        if _are_balanced(document, options.pairs):
            return
        partner = {pair[1]: pair[0] for pair in options.pairs}
        well_paired = {pair * count for pair in options.pairs for count in (1, 2, 3, 4)}
        found: list[tuple[Block, int]] = []
        for block, places in _by_block(document, options.pairs):
            if "".join([text[place] for place in places]) in well_paired:
                continue
            alone = _alone(text, places, partner)
            if not alone:
                continue
            if not any(map(str.isalnum, text[block.span.start : block.span.end])):
                continue  # a face, whose eyes are markup: ":("
            excepted = _excepted(text, block.span, options.exceptions)
            # In "(a) bread" the bracket after the a has a partner, in "(either a) bread" it has none.
            without = _alone(text, [place for place in places if place not in excepted], partner)
            with_all = [place for place in alone if place not in excepted]
            found.extend((block, place) for place in min(without, with_all, key=len))
        for place in sorted(_without_wide_pairs(text, found, partner)):
            yield Match(Span(place, place + 1), slots={"partner": _partner(text[place], options.pairs)})


def _by_block(document: Document, pairs: tuple[str, ...]) -> Iterator[tuple[Block, list[int]]]:
    """The places of all marks of the pairs, block by block, of those that have some."""
    text = document.text
    # To search for each takes a tenth of what a class of characters does.
    places = sorted([place for mark in set("".join(pairs)) for place in places_of(text, mark)])
    at = 0
    while at < len(places):
        block = document.block_at(places[at])
        start = at
        while at < len(places) and block is not None and places[at] < block.span.end:
            at += 1
        if block is None or at == start:  # between two blocks
            at += 1
        else:
            yield block, places[start:at]


def _are_balanced(document: Document, pairs: tuple[str, ...]) -> bool:
    """Whether all marks are in pairs, side by side or one pair within another, within their paragraphs. One pass leaves
    of the text the marks and what parts the paragraphs."""
    others = _all_but(pairs)
    if not others:
        return False
    left = shape(document).encode().translate(None, others)
    for _ in range(_DEEPEST):
        for pair in pairs:
            left = left.replace(pair.encode(), b"")
    return not left.strip(b"\n")


@cache
def _all_but(pairs: tuple[str, ...]) -> bytes:
    """All characters of ASCII but the marks and the line feed; nothing if a mark has a shape that is not its own."""
    if any(shape_of(mark) != mark for pair in pairs for mark in pair):
        return b""
    return bytes(set(range(128)).difference(b"\n", *map(str.encode, pairs)))


def _alone(text: str, places: list[int], partner: Mapping[str, str]) -> list[int]:
    """The places of marks that have no partner among these places."""
    waiting: list[tuple[str, int]] = []
    opened = dict.fromkeys(partner.values(), 0)  # so that a mark with no partner costs no search
    alone: list[int] = []
    for place in places:
        mark = text[place]
        if mark not in partner:
            waiting.append((mark, place))
            opened[mark] += 1
        elif not opened[partner[mark]]:
            alone.append(place)
        else:
            while waiting[-1][0] != partner[mark]:
                crossed, position = waiting.pop()
                opened[crossed] -= 1
                alone.append(position)
            waiting.pop()
            opened[partner[mark]] -= 1
    alone.extend(position for _, position in waiting)
    return alone


def _without_wide_pairs(text: str, found: list[tuple[Block, int]], partner: Mapping[str, str]) -> list[int]:
    """The places without those that open at the start of a block and close at the end of a later one."""
    kept: list[int] = []
    opened: dict[str, int] = {}
    for block, place in found:
        mark = text[place]
        start = partner.get(mark)
        if start is None:
            if mark in opened:
                kept.append(opened.pop(mark))
            if text[block.span.start : place].strip("\"'“‘*_ ") == "":
                opened[mark] = place
            else:
                kept.append(place)
        elif start in opened and text[place + 1 : block.span.end].strip("\"'”’*_. ") == "":
            del opened[start]
        else:
            kept.append(place)
    return [*kept, *opened.values()]


def _excepted(text: str, block: Span, exceptions: tuple[str, ...]) -> set[int]:
    return {
        position
        for expression in exceptions
        for match in _compiled(expression).finditer(text, block.start, block.end)
        for position in range(match.start(), match.end())
    }


def _partner(mark: str, pairs: tuple[str, ...]) -> str:
    return next(pair[1] if pair[0] == mark else pair[0] for pair in pairs if mark in pair)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return compiled(expression, MULTILINE)


def _read(table: Mapping[str, Any]) -> PairingOptions:
    from re import error as bad_pattern

    known(table, ("pairs", "exceptions"))
    pairs = table.get("pairs")
    if not isinstance(pairs, list) or not pairs:
        raise OptionError(("pairs",), "'pairs' is missing: a list of two-character strings")
    for number, pair in enumerate(pairs):
        if not isinstance(pair, str) or len(pair) != 2 or pair[0] == pair[1]:
            raise OptionError(("pairs", number), "a pair must be a string of two different characters")
    exceptions = table.get("exceptions", [])
    if not isinstance(exceptions, list):
        raise OptionError(("exceptions",), "'exceptions' must be a list of regular expressions")
    for number, expression in enumerate(exceptions):
        try:
            _compiled(expression)
        except (bad_pattern, TypeError) as error:
            raise OptionError(
                ("exceptions", number), f"the pattern {shown(expression)} is not valid: {error}"
            ) from None
    return PairingOptions(tuple(pairs), tuple(exceptions))


def _gate(options: PairingOptions) -> Gate | None:
    every = "".join(options.pairs)
    return None if any(mark.isalnum() or mark in " \n_" for mark in every) else Gate(marks=tuple(every))


KIND = Kind("pairing", "a mark without its partner", Pairing(), PairingOptions, _read, _gate)
