"""Hyphens: each one read once, as part of a compound or as what else it does there."""

from __future__ import annotations

import re

from copylint.annotate.compounds import BOUND_PREFIXES, LAST_WORDS
from copylint.annotate.forms import FUNCTION_WORDS
from copylint.annotate.neighbours import WORD, has_word, word_at, word_start
from copylint.annotate.words import folded, token_set, vocabulary
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

HYPHENS = "-‐‑"  # hyphen-minus, hyphen, non-breaking hyphen

# What a hyphen outside a compound does.
SUSPENDED = "suspended"  # two- and three-year, Paris- or London-based
BROKEN = "broken"  # well- known, cease -fire
LINE_BREAK = "line-break"  # govern-ment, inter- national
SPACED_DASH = "spaced-dash"  # the deal - signed in May - was
DOUBLE_DASH = "double-dash"  # the deal -- signed in May -- was
OTHER = "other"  # minus signs, list marks, stutters, rules, codes

VOWEL_PREFIXES = tuple(
    "anti co de extra hydro infra intra macro mega meta micro mini multi neo para photo pre proto pseudo "
    "re retro semi socio supra ultra".split()
)
_CLASHES = tuple(prefix + prefix[-1] for prefix in VOWEL_PREFIXES)
_CLASH_HEADS = frozenset(clash[:3] for clash in _CLASHES)

_JOINS_SUSPENDED = frozenset("and or to und but nor as from through versus vs y & / , ) ; + than by rather".split())

# Words that no compound begins with: a hyphen behind them is a dash.
_NO_HEADS = FUNCTION_WORDS - frozenset(
    "above after all back down either ever first half last least less more most much near never off on once "
    "one only "
    "out over per said same so such today under up very well yesterday".split()
)

# Ends of words that are never words themselves: what stands behind a hyphen left from an old line end.
_BOUND_ENDS = frozenset(
    "ment ments tion tions sion sions ation ations tional ness nesses ity ities istic ible ably ibly ance "
    "ances ence ences ency ancy ous ously eous ive ively ative tive tives tively tary tory cial cially "
    "tial tially cian cians rity rities nity lity lities ture tures tured ized izing ised ising ization "
    "isation mental mentally tration trations ficials ficial formation ernment opment ference ferences "
    "ternal nomic nomics dential sequently mediately ically ingly edly nise nize".split()
)


# Endings that make a word of another: a hyphen before one is left from a line end if the closed word is one.
_INFLECTIONS = frozenset("ed en er ers es est ing ings ish ly".split())
_ENDS = _BOUND_ENDS | _INFLECTIONS


class Compound(NamedTuple):
    """Words joined by hyphens without white space: offsets, and the folded words."""

    start: int
    end: int
    parts: tuple[str, ...]


class Hyphen(NamedTuple):
    """A hyphen outside a compound, or one that should not be there: what it does, its span, the span of
    the words or numbers beside it and the hyphen."""

    role: str
    span: Span
    around: Span


class Hyphens(NamedTuple):
    """All hyphens of a document, in order."""

    compounds: tuple[Compound, ...]
    others: tuple[Hyphen, ...]


_OPTION = expression(r"-(?<=\s-)(?:-[a-z]|[A-Za-z](?![\w-]))")  # of a command: --all, -f
_ANY = expression(f"[{HYPHENS}]")


def _marks(hyphen: str) -> re.Pattern[str]:
    """A hyphen that follows a word, with the rest of the compound; or a run of hyphens."""
    return expression(rf"{hyphen}(?:(?<=[\w\u0300-\u036f]{hyphen}){WORD}(?:{hyphen}{WORD})*|{hyphen}*)")


_ASCII_MARKS, _ALL_MARKS = _marks("-"), _marks(f"[{HYPHENS}]")


@reading
def hyphens(document: Document) -> Hyphens:
    """Every hyphen of the text, read once."""
    text = document.text
    ascii_only = text.isascii() or ("‐" not in text and "‑" not in text)
    if ascii_only and "-" not in text:
        return Hyphens((), ())
    said = folded(document)
    compounds: list[Compound] = []
    others: list[Hyphen] = []
    for mark in (_ASCII_MARKS if ascii_only else _ALL_MARKS).finditer(said):
        start, end = mark.span()
        before = word_start(said, start)
        if said[end - 1] not in HYPHENS:
            whole = said[before:end]
            parts = whole.split("-") if ascii_only else _ANY.split(whole)
            compounds.append(Compound(before, end, tuple(parts)))
            continue
        head = said[before:start]
        if compounds and compounds[-1].end == start:
            before = compounds[-1].start
        word = word_at(said, end)
        after = end + len(word)
        spaced_left = start == 0 or text[start - 1].isspace()
        spaced_right = end >= len(text) or text[end].isspace()
        role = OTHER
        if end - start > 1:
            role = DOUBLE_DASH if end - start <= 3 and _is_aside(text, start, end) else OTHER
        elif spaced_left and spaced_right:
            role = SPACED_DASH if _is_aside(text, start, end) else OTHER
        elif spaced_right and head:
            role, after = _open_right(document, head, start, end)
        elif spaced_left and word:
            role, before = _open_left(document, start, word, end)
        others.append(Hyphen(role, Span(start, end), Span(before, after)))
    return Hyphens(tuple(compounds), tuple(others))


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether words stand on both sides in the same line or block, so that the mark parts them as a dash
    does."""
    before = text[max(0, start - 40) : start].rstrip(" ")
    after = text[end : end + 40].lstrip(" ")
    if not before or not after or before[-1] in "\n-–—" or after[0] in "\n-–—":
        return False
    return (before[-1].isalnum() or before[-1] in ",.;:)]\"'”’%!?") and (after[0].isalnum() or after[0] in "([\"'“‘$£€")


def _open_right(document: Document, head: str, start: int, end: int) -> tuple[str, int]:
    """The role of "word- next", whose hyphen stands from `start` to `end` behind the head, and where what is beside
    the hyphen ends."""
    text = document.text
    at = end
    while at < len(text) and text[at].isspace():
        at += 1
    gap = text[end:at]
    word = word_at(folded(document), at)
    if not word or "\n\n" in gap:
        return (SUSPENDED if at < len(text) and text[at] in ",&/)" else OTHER), end
    after = at + len(word)
    if word in _JOINS_SUSPENDED:
        return SUSPENDED, after
    if word in FUNCTION_WORDS or (head in _NO_HEADS and text[start - len(head) - 1] not in HYPHENS):
        return OTHER, end  # a dash that stands too close: "the answer- it is no"
    if text[at].isdigit() or (head.isdigit() and not word.isalpha()):
        return OTHER, end
    if not text[at].islower() or not head.isalpha() or len(head) < 2 or len(word) < 2:
        return OTHER, end
    if gap not in (" ", "\n"):
        return OTHER, end
    if (
        has_word(document, head + word)
        or word in _BOUND_ENDS
        or _is_parted(head, word)
        # inter- national, but not co- operate, which may have had its hyphen
        or (head in BOUND_PREFIXES and head[-1] != word[0] and _is_common(head + word))
    ):
        return LINE_BREAK, after
    # At the end of a line of hard-wrapped copy a compound may part.
    return (BROKEN if gap == " " else OTHER), after


def _open_left(document: Document, start: int, word: str, end: int) -> tuple[str, int]:
    """The role of "word -next", whose hyphen stands from `start` to `end` before the word, and where what is beside
    the hyphen starts."""
    text, said = document.text, folded(document)
    if text[start - 1 : start] != " ":
        return OTHER, start
    before = word_start(said, start - 1)
    head = said[before : start - 1]
    if not head:
        return OTHER, start
    if not word.isalpha() or not head.isalpha() or not text[end].islower():
        return OTHER, start
    if word in FUNCTION_WORDS or head in FUNCTION_WORDS:
        return (SUSPENDED if head in ("and", "or", "to") else OTHER), start
    # "rm -f" and "filter -pthread" are commands with their options.
    if not (word in LAST_WORDS or _is_common(word) or has_word(document, head + word)):
        return OTHER, start
    if _OPTION.search(text) is not None:
        return OTHER, start
    return BROKEN, before


def clash(parts: tuple[str, ...]) -> str | None:
    """The vowel-clash family of a hyphenated word ("co-o", "re-e"), None if it is in none. Another prefix may stand
    before the one that clashes, closed up or with a hyphen of its own: unco-operative, non-co-operation."""
    head, rest = parts[0], parts[1]
    if len(parts) > 2 and head in _OUTER:
        head, rest = rest, parts[2]
    elif head not in _VOWEL_SET and head.startswith(_OUTER):
        head = head[3 if head.startswith("non") else 2 :]
    if head in _VOWEL_SET and rest[0] == head[-1] and len(rest) > 1:
        return f"{head}-{rest[0]}"
    return None


_OUTER = ("un", "non")
_VOWEL_SET = frozenset(VOWEL_PREFIXES)


def closed_clashes(document: Document) -> list[tuple[str, str]]:
    """The words of the text that a vowel-clash prefix may begin, or one behind un- or non-, each with its family,
    sorted."""
    found = []
    for word in vocabulary(document):
        bare = bare_word(word)
        if bare[:3] in _CLASH_HEADS and bare.startswith(_CLASHES):
            head = next(prefix for prefix in VOWEL_PREFIXES if bare.startswith(prefix + prefix[-1]))
            found.append((word, f"{head}-{head[-1]}"))
    found.sort()
    return found


def bare_word(word: str) -> str:
    """The word without the un- or non- before another prefix: cooperative for uncooperative."""
    if word[:2] == "un" and word[2:5] in _CLASH_HEADS:
        return word[2:]
    return word[3:] if word[:3] == "non" and word[3:6] in _CLASH_HEADS else word


def is_content(word: str | None) -> bool:
    """Whether a word may be a noun: not one of the closed classes, no number."""
    return word is not None and word not in FUNCTION_WORDS and word[0].isalpha()


def closed_by_line_end(document: Document, parts: tuple[str, ...]) -> str | None:
    """The closed word ("government") if a compound of two halves ("govern-ment") is no compound but a word that was
    parted at the end of a line: its second half is an ending and no word, or, where the article has the closed word
    too and that is a common one (par-liament, parliament), the second half is none."""
    if len(parts) != 2:
        return None
    head, tail = parts
    if len(head) < 3 or not head.isalpha():
        return None
    if tail in _BOUND_ENDS:
        return head + tail
    closed = head + tail
    if tail in _INFLECTIONS:
        return closed if has_word(document, closed) or _is_common(closed) else None
    return closed if has_word(document, closed) and _is_parted(head, tail) else None


@reading
def no_line_ends(document: Document) -> tuple[Compound, ...]:
    """The compounds that are no words parted at the end of a line."""
    compounds = hyphens(document).compounds
    present = token_set(document)
    parted = []
    for compound in compounds:
        # Few end so, or have the closed word beside them: only these are asked.
        closed = "".join(compound.parts)
        may_be = compound.parts[-1] in _ENDS or closed in present or not closed.isalnum()
        if may_be and closed_by_line_end(document, compound.parts) is not None:
            parted.append(compound)
    return tuple([compound for compound in compounds if compound not in parted]) if parted else compounds


def _is_parted(head: str, tail: str) -> bool:
    """Whether the two halves make a common word, and the second is none itself. (The list has no short words.)"""
    return (
        head not in BOUND_PREFIXES
        and tail not in LAST_WORDS
        and not (len(tail) > 4 and tail.endswith(("er", "ers")))
        and (len(tail) > 3 or (len(tail) == 3 and len(head) > 3 and not _is_common(head)))
        and not _is_common(tail)
        and _is_common(head + tail)
    )


def _is_common(word: str) -> bool:
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    return word in COMMON_WORDS
