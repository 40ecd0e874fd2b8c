"""What a regular expression must contain: finite patterns as literals, and the literals any match needs.

Both are derived from the parsed pattern, never written by hand, so that a gate cannot lose a match.
"""

from __future__ import annotations

from itertools import product

from copylint.annotate.words import fold
from copylint.expressions import IGNORECASE, expression, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PLAIN = expression(r"[\w\s,;:!'’\"“”‘–—&/%-]*")

_MOST_SHOWN = 80
_SHORTEST_LEADING = 3  # a shorter beginning stands in too many places
_MOST_EXACT = 64  # how many strings a finite part may stand for while literals are joined


def shown(pattern: object) -> str:
    """A pattern as an error repeats it."""
    written = repr(pattern)
    return written if len(written) <= _MOST_SHOWN else f"{written[:_MOST_SHOWN]}…"


def expand(pattern: str, most: int = 4096) -> tuple[str, ...] | None:
    """The strings that a finite pattern stands for, in order (`e-?mails?` -> e-mails, e-mail, emails, email), or None
    if it is not finite or stands for more than `most`. Raises re.error for a bad pattern."""
    if _PLAIN.fullmatch(pattern):
        return (pattern,)
    found = _strings(parse(pattern), most)
    return None if found is None else tuple(dict.fromkeys(found))


def required(pattern: str, ignore_case: bool = True) -> tuple[str, ...]:
    """Folded literals of which at least one occurs in the folded text of any match; empty if none can be told.

    Raises re.error for a bad pattern.
    """
    flags = IGNORECASE if ignore_case else 0
    best = _required(parse(pattern, flags))
    return tuple(sorted(best)) if best else ()


def leading(pattern: str, ignore_case: bool = True) -> tuple[str, ...]:
    """Folded literals with one of which any match begins; empty if they cannot be told, or are short.

    Raises re.error for a bad pattern.
    """
    found = _leading(parse(pattern, IGNORECASE if ignore_case else 0))
    if not found or not all(len(one) >= _SHORTEST_LEADING and keeps_its_places(one) for one in found):
        return ()
    folded = {fold(one) for one in found}
    return tuple(sorted(one for one in folded if not any(one != other and one.startswith(other) for other in folded)))


def may_be_empty(pattern: str) -> bool:
    """True if the pattern can match the empty string. Raises re.error for a bad pattern."""
    parsed = parse(pattern)
    if "(?<" in pattern:
        _check_widths(parsed)
    return bool(parsed.getwidth()[0] == 0)


def _check_widths(parsed: Any) -> None:
    """Raises re.error, as compiling would, for a look-behind that may be shorter or longer."""
    for name, value in parsed:
        for part in value if isinstance(value, (tuple, list)) else ():
            for inner in part if isinstance(part, list) else (part,):
                if isinstance(inner, type(parsed)):
                    low, high = inner.getwidth()
                    if str(name) in ("ASSERT", "ASSERT_NOT") and value[0] < 0 and low != high:
                        from re import error

                        raise error("look-behind requires fixed-width pattern")
                    _check_widths(inner)


def _strings(parsed: Any, most: int) -> list[str] | None:
    """All strings of a sequence, if they are finitely many and at most `most`."""
    found = [""]
    for name, value in parsed:
        part = _piece_strings(str(name), value, most)
        if part is None or len(found) * len(part) > most:
            return None
        found = [head + tail for head, tail in product(found, part)]
    return found


def _piece_strings(name: str, value: Any, most: int) -> list[str] | None:
    if name == "LITERAL":
        return [chr(value)]
    if name == "IN":
        characters: list[str] = []
        for kind, item in value:
            if str(kind) == "LITERAL":
                characters.append(chr(item))
            elif str(kind) == "RANGE" and item[1] - item[0] < most:
                characters.extend(chr(code) for code in range(item[0], item[1] + 1))
            else:
                return None
        return characters
    if name == "SUBPATTERN":
        _, add_flags, del_flags, inner = value
        return None if add_flags or del_flags else _strings(inner, most)
    if name == "BRANCH":
        found: list[str] = []
        for alternative in value[1]:
            part = _strings(alternative, most)
            if part is None:
                return None
            found.extend(part)
        return found if len(found) <= most else None
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        low, high, inner = value
        if str(high) == "MAXREPEAT" or int(high) > 4:
            return None
        part = _strings(inner, most)
        if part is None or sum(len(part) ** count for count in range(low, high + 1)) > most:
            return None
        return ["".join(choice) for count in range(high, low - 1, -1) for choice in product(part, repeat=count)]
    return None


def _required(parsed: Any) -> frozenset[str]:
    """The best set of folded literals of which one must occur in a match of the sequence; empty if there is none."""
    candidates: list[frozenset[str]] = []
    exact = [""]
    for name, value in parsed:
        name = str(name)
        if name == "AT" or name in ("ASSERT", "ASSERT_NOT"):
            continue  # takes no text: what stands on both sides is still adjacent
        part = _piece_strings(name, value, _MOST_EXACT)
        if part is not None and len(exact) * len(part) <= _MOST_EXACT:
            exact = [head + tail for head, tail in product(exact, part)]
            continue
        candidates.append(frozenset(exact))
        exact = [""] if part is None or len(part) > _MOST_EXACT else part
        if part is None:
            candidates.append(_piece_required(name, value))
    candidates.append(frozenset(exact))
    best: frozenset[str] = frozenset()
    for candidate in candidates:
        literals = frozenset(_fold_literal(literal) for literal in candidate)
        if literals and "" not in literals and _worth(literals) > _worth(best):
            best = literals
    return best


def _leading(parsed: Any) -> frozenset[str]:
    """Strings with one of which any match of the sequence begins; empty if there is no such set."""
    exact = [""]
    for name, value in parsed:
        name = str(name)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue  # takes no text
        part = _piece_strings(name, value, _MOST_EXACT)
        if part is None and exact == [""]:
            return _piece_leading(name, value)
        if part is None or len(exact) * len(part) > _MOST_EXACT:
            break
        exact = [head + tail for head, tail in product(exact, part)]
    return frozenset(exact)


def _piece_leading(name: str, value: Any) -> frozenset[str]:
    if name == "SUBPATTERN" and not value[1] and not value[2]:
        return _leading(value[3])
    if name == "BRANCH":
        found = [_leading(alternative) for alternative in value[1]]
        return frozenset().union(*found) if all(found) and sum(map(len, found)) <= _MOST_EXACT else frozenset()
    return frozenset()


def keeps_its_places(literal: str) -> bool:
    """Whether folding the text surely folds the literal, and keeps its length."""
    return all(character.isascii() or character.lower() == character.upper() for character in literal)


def _piece_required(name: str, value: Any) -> frozenset[str]:
    if name == "SUBPATTERN":
        return _required(value[3])
    if name == "ATOMIC_GROUP":
        return _required(value)
    if name == "BRANCH":
        found: set[str] = set()
        for alternative in value[1]:
            part = _required(alternative)
            if not part:
                return frozenset()
            found |= part
        return frozenset(found)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] >= 1:
        return _required(value[2])
    return frozenset()


def _fold_literal(literal: str) -> str:
    """The part of a literal that folding the text surely keeps: its longest run of ASCII or caseless characters."""
    runs = [""]
    for character in literal:
        if character.isascii() or character.lower() == character.upper():
            runs[-1] += character
        else:
            runs.append("")
    return fold(max(runs, key=len))


def _worth(literals: frozenset[str]) -> tuple[int, int]:
    if not literals:
        return (0, 0)
    return (min(min(map(len, literals)), 8), -len(literals))
