"""What a document must have for an expression to match in it: whole words, and shapes. Derived from the parsed pattern,
never written by hand, so that nothing is lost."""

from __future__ import annotations

from itertools import pairwise, product

from copylint.annotate.words import EVERYWHERE, fold, shape_of
from copylint.checks.literals import keeps_its_places
from copylint.expressions import IGNORECASE, expression, parse
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeVar

    T = TypeVar("T")
_EDGE = "\0"  # in a literal: here a word begins or ends, or there is none on either side
_SPACE = "\1"  # in a literal: one or more characters that belong to no word
_MOST = 64  # strings that a part may stand for while parts are joined
_MOST_PAIRS = 200  # entries of a set cost next to nothing
_WORDS = expression(r"[\w\u0300-\u036f]+")
_NO_WORD = expression(r"[^\w\u0300-\u036f\1]{2,}")


@cache
def words_needed(pattern: str, match_case: bool) -> tuple[frozenset[str], ...]:
    """Sets of folded words, from each of which at least one stands in any text that the pattern matches in; none that
    every article would have. Raises re.error for a bad pattern."""
    parsed = parse(pattern, 0 if match_case else IGNORECASE)
    return tuple(dict.fromkeys(_needed(parsed, _words_of)))


@cache
def pairs_needed(pattern: str, match_case: bool) -> frozenset[str]:
    """Pairs of folded words that follow one another, of which at least one stands in any text that the pattern matches
    in; empty if they cannot be told, or are many. Raises re.error for a bad pattern."""
    parsed = parse(pattern, 0 if match_case else IGNORECASE)
    found = [pairs for pairs in _needed(parsed, _pairs_of) if len(pairs) <= _MOST_PAIRS]
    return min(found, key=len, default=frozenset())


@cache
def shapes_needed(pattern: str) -> frozenset[str]:
    """Shapes of punctuation of which at least one is in the shape of any text that the pattern matches in; empty if
    none can be told. Raises re.error for a bad pattern."""
    return min(_needed(parse(pattern), _shapes_of), key=len, default=frozenset())


def first_word(literal: str, pattern: str) -> str:
    """The word that a folded literal, with which matches of the pattern begin, surely begins with; or an empty one."""
    word = _WORDS.match(literal)
    parsed = parse(pattern)
    if word is None or word.end() == len(literal) or not parsed or _strings(str(parsed[0][0]), parsed[0][1]) != {_EDGE}:
        return ""
    return word.group()


def _words_of(literals: set[str]) -> frozenset[str]:
    """A few words of which each literal has one that surely stands whole where the literal does; empty if there are
    none."""
    return _few([{fold(word) for _, _, word in _whole_words(literal)} - EVERYWHERE for literal in literals])


def _pairs_of(literals: set[str]) -> frozenset[str]:
    """A few pairs of such words, each of which stand beside one another in a literal."""
    found = []
    for literal in literals:
        words = _whole_words(literal)
        beside = [
            f"{fold(one)} {fold(other)}"
            for (_, end, one), (start, _, other) in pairwise(words)
            if not _WORDS.search(literal, end, start)
        ]
        found.append(set(beside))
    return _few(found)


def _few(left: list[set[str]]) -> frozenset[str]:
    """As few as may be, so that each set has one of them; empty if a set is empty."""
    chosen: set[str] = set()
    while left:
        if not all(left):
            return frozenset()
        every = [one for some in left for one in some]
        best = max(sorted(set(every)), key=lambda one: (every.count(one), len(one)))
        chosen.add(best)
        left = [some for some in left if best not in some]
    return frozenset(chosen)


def _whole_words(literal: str) -> list[tuple[int, int, str]]:
    """The start, the end and the text of each."""
    return [
        (*word.span(), word.group())
        for word in _WORDS.finditer(literal)
        if word.start() > 0 and word.end() < len(literal) and keeps_its_places(word.group())
    ]


def _shapes_of(literals: set[str]) -> frozenset[str]:
    """The shapes of the longest runs of punctuation, one of each literal; empty if one has none but a mere space."""
    shapes = set()
    for literal in literals:
        runs = [run for run in _NO_WORD.findall(literal.replace(_EDGE, "")) if run.strip() and run.isascii()]
        if not runs:
            return frozenset()
        shapes.add(shape_of(max(runs, key=len)))
    return frozenset(one for one in shapes if not any(other != one and other in one for other in shapes))


def _needed(
    parsed: Any, judged: Callable[[set[str]], frozenset[T]], before: frozenset[str] = frozenset({""})
) -> list[frozenset[T]]:
    """What `judged` makes of each set of literals of which at least one stands in any match of a sequence, where it
    makes anything of it. There is an `_EDGE` in a literal where one is known. before: what stands before the
    sequence."""
    found: list[frozenset[T]] = []
    exact = set(before)
    for name, value in parsed:
        part = _strings(str(name), value)
        if part is not None and len(exact) * len(part) <= _MOST:
            exact = {head + tail for head, tail in product(exact, part)}
            continue
        if "" not in exact:
            found.append(judged(exact))
        ends = frozenset(head[-1:] for head in exact)
        if part is None:
            found += _within(str(name), value, judged, ends)
            exact = {_EDGE} if _ends_outside(str(name), value, ends) else {""}
        else:  # enough for the punctuation that goes on
            exact = {head + tail for head, tail in product(ends, part)} if len(ends) * len(part) <= _MOST else {""}
    if "" not in exact:
        found.append(judged(exact))
    return [one for one in found if one]


def _within(
    name: str, value: Any, judged: Callable[[set[str]], frozenset[T]], before: frozenset[str]
) -> list[frozenset[T]]:
    """The same for a part that stands for too many strings."""
    if name == "SUBPATTERN":
        return _needed(value[3], judged, before)
    if name == "ATOMIC_GROUP":
        return _needed(value, judged, before)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] >= 1:
        return _needed(value[2], judged)
    if name == "BRANCH":
        branches = [_needed(alternative, judged, before) for alternative in value[1]]
        in_turn = [frozenset().union(*ones) for ones in zip(*branches, strict=False)]
        fewest = [frozenset().union(*[min(ones, key=len) for ones in branches])] if all(branches) else []
        return list(dict.fromkeys([*in_turn, *fewest]))
    return []


def _ends_outside(name: str, value: Any, before: frozenset[str]) -> bool:
    """Whether what follows a part surely stands behind no character of a word. before: what stands before the part."""
    if name == "BRANCH":
        return all(_sequence_ends_outside(alternative, before) for alternative in value[1])
    if name == "SUBPATTERN":
        return _sequence_ends_outside(value[3], before)
    if name == "ATOMIC_GROUP":
        return _sequence_ends_outside(value, before)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _sequence_ends_outside(value[2], before) and (value[0] > 0 or _all_outside(before))
    return False


def _sequence_ends_outside(parsed: Any, before: frozenset[str]) -> bool:
    if len(parsed) == 0:
        return _all_outside(before)
    for name, value in reversed(list(parsed)):
        last = _strings(str(name), value)
        if last is None:
            return _ends_outside(str(name), value, frozenset({""}))
        if last != {""}:  # what takes no text is passed over
            return _all_outside(last)
    return _all_outside(before)


def _all_outside(literals: Iterable[str]) -> bool:
    return all(literal and not _WORDS.search(literal[-1]) for literal in literals)


def _strings(name: str, value: Any) -> set[str] | None:
    """All strings that a part stands for, if they are few, or None."""
    if name == "LITERAL":
        return {chr(value)}
    if name == "AT":
        return {"" if "NON" in str(value) else _EDGE}
    if name in ("ASSERT", "ASSERT_NOT"):
        return {_EDGE if (_is_word(value[1]) if name == "ASSERT_NOT" else _is_outside(*value)) else ""}
    if name == "IN":
        return _choices(value)
    if name == "SUBPATTERN":
        return None if value[1] or value[2] else _joined(value[3])
    if name == "ATOMIC_GROUP":
        return _joined(value)
    if name == "BRANCH":
        branches = [_joined(alternative) for alternative in value[1]]
        if any(one is None for one in branches):
            return None
        found = {text for one in branches for text in one or ()}
        return found if len(found) <= _MOST else None
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(*value)
    return None


def _choices(value: Any) -> set[str] | None:
    found: set[str] = set()
    for kind, item in value:
        if str(kind) == "LITERAL":
            found.add(chr(item))
        elif str(kind) == "CATEGORY" and str(item) == "CATEGORY_SPACE":
            found.add(_SPACE)
        elif str(kind) == "RANGE" and item[1] - item[0] < _MOST:
            found.update(map(chr, range(item[0], item[1] + 1)))
        else:
            return None
    return found if len(found) <= _MOST else None


def _joined(parsed: Any) -> set[str] | None:
    exact = {""}
    for name, value in parsed:
        part = _strings(str(name), value)
        if part is None or len(exact) * len(part) > _MOST:
            return None
        exact = {head + tail for head, tail in product(exact, part)}
    return exact


def _repeated(low: int, high: Any, inner: Any) -> set[str] | None:
    part = _joined(inner)
    if part is None:
        return None
    if str(high) != "MAXREPEAT" and int(high) <= 4 and sum(len(part) ** n for n in range(low, int(high) + 1)) <= _MOST:
        return {"".join(choice) for number in range(low, int(high) + 1) for choice in product(part, repeat=number)}
    if all(text and not _WORDS.search(text) for text in part):
        return {_SPACE} if low else {_SPACE, ""}
    return None


def _is_word(parsed: Any) -> bool:
    """Whether what may not stand there is any character of a word."""
    if len(parsed) != 1:
        return False
    name, value = parsed[0]
    if str(name) != "IN" or str(value[0][0]) == "NEGATE":
        return False
    return any(str(kind) == "CATEGORY" and str(item) == "CATEGORY_WORD" for kind, item in value)


def _is_outside(direction: int, parsed: Any) -> bool:
    """Whether what must stand there, on one side, begins or ends beside the place with a character of no word."""
    if len(parsed) == 0:
        return False
    name, value = parsed[0 if direction > 0 else -1]
    texts = _strings(str(name), value)
    place = 0 if direction > 0 else -1
    return texts is not None and all(text and not _WORDS.search(text[place]) for text in texts)


@cache
def stays_in_line(pattern: str, match_case: bool) -> bool:
    """Whether no match of a pattern, nor what it looks at before and behind itself, can hold a line feed or asks where
    the text ends: then each line can be searched by itself. Raises re.error for a bad pattern."""
    return not _may_cross(parse(pattern, 0 if match_case else IGNORECASE))


def _may_cross(parsed: Any) -> bool:
    return any(_part_may_cross(str(name), value) for name, value in parsed)


def _part_may_cross(name: str, value: Any) -> bool:
    if name in ("LITERAL", "NOT_LITERAL"):
        return bool((value == 10) == (name == "LITERAL"))
    if name == "AT":
        return "BOUNDARY" not in str(value)
    if name == "IN":
        return _line_feed_in(value)
    if name in ("ASSERT", "ASSERT_NOT"):
        return _may_cross(value[1])
    if name == "SUBPATTERN":
        return bool(value[1] or value[2]) or _may_cross(value[3])
    if name == "ATOMIC_GROUP":
        return _may_cross(value)
    if name == "BRANCH":
        return any(map(_may_cross, value[1]))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _may_cross(value[2])
    return name not in ("ANY", "GROUPREF")  # a dot is no line feed, and a copy has none if the model has none


def _line_feed_in(value: Any) -> bool:
    """Whether a set of characters has the line feed."""
    negated = str(value[0][0]) == "NEGATE"
    inside = any(
        (str(kind) == "LITERAL" and item == 10)
        or (str(kind) == "RANGE" and item[0] <= 10 <= item[1])
        or (str(kind) == "CATEGORY" and str(item) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_NOT_DIGIT"))
        for kind, item in value
    )
    return inside != negated
