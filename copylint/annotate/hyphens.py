"""Hyphens: each one read once, as part of a compound or as what else it does there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from copylint.annotate.compounds import BOUND_PREFIXES, LAST_WORDS
from copylint.annotate.forms import FUNCTION_WORDS
from copylint.annotate.words import vocabulary, words
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


class Compound(NamedTuple):
    """Words joined by hyphens without white space: offsets, the folded words, and the index of the first
    of them."""

    start: int
    end: int
    parts: tuple[str, ...]
    first: int

    @property
    def last(self) -> int:
        """The index of the last word."""
        return self.first + len(self.parts) - 1


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
_ANY = expression(f"[{HYPHENS}]+")


def _runs(text: str, only_ascii: bool) -> Iterator[tuple[int, int]]:
    """Where each run of hyphens begins and ends."""
    if not only_ascii:
        yield from (mark.span() for mark in _ANY.finditer(text))
        return
    start = text.find("-")
    while start >= 0:
        end = start + 1
        while text[end : end + 1] == "-":
            end += 1
        yield start, end
        start = text.find("-", end)


@reading
def hyphens(document: Document) -> Hyphens:
    """Every hyphen of the text, read once."""
    text = document.text
    ascii_only = text.isascii() or ("‐" not in text and "‑" not in text)
    if ascii_only and "-" not in text:
        return Hyphens((), ())
    starts, ends, said = words(document)
    count = len(starts)
    length = len(text)
    compounds: list[Compound] = []
    others: list[Hyphen] = []
    reached = -1  # the end of the compound under way
    for start, end in _runs(text, ascii_only):
        if start < reached:
            continue
        left = bisect_left(ends, start)
        if end - start == 1 and left + 1 < count and ends[left] == start and starts[left + 1] == end:
            last = left + 1
            while (
                last + 1 < count
                and starts[last + 1] == ends[last] + 1
                and (text[ends[last]] == "-" or (not ascii_only and text[ends[last]] in HYPHENS))
            ):
                last += 1
            compounds.append(Compound(starts[left], ends[last], tuple(said[left : last + 1]), left))
            reached = ends[last]
            continue
        before = starts[left] if left < count and ends[left] == start else start
        if compounds and compounds[-1].end == start:
            before = compounds[-1].start
        following = bisect_left(starts, end)
        after = ends[following] if following < count and starts[following] == end else end
        spaced_left = start == 0 or text[start - 1].isspace()
        spaced_right = end >= length or text[end].isspace()
        role = OTHER
        if end - start > 1:
            role = DOUBLE_DASH if end - start <= 3 and _is_aside(text, start, end) else OTHER
        elif spaced_left and spaced_right:
            role = SPACED_DASH if _is_aside(text, start, end) else OTHER
        elif spaced_right and before < start:
            role, after = _open_right(text, said, starts, ends, left, end, vocabulary(document))
        elif spaced_left and after > end:
            role, before = _open_left(text, said, starts, ends, following, start, vocabulary(document))
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


def _open_right(
    text: str,
    said: list[str],
    starts: list[int],
    ends: list[int],
    left: int,
    end: int,
    vocabulary: frozenset[str],
) -> tuple[str, int]:
    """The role of "word- next", and where what is beside the hyphen ends."""
    following = bisect_left(starts, end)
    at = end
    while at < len(text) and text[at].isspace():
        at += 1
    if at >= len(text) or following >= len(starts) or starts[following] != at or "\n\n" in text[end:at]:
        return (SUSPENDED if at < len(text) and text[at] in ",&/)" else OTHER), end
    word, head = said[following], said[left]
    if word in _JOINS_SUSPENDED:
        return SUSPENDED, ends[following]
    if word in FUNCTION_WORDS or (head in _NO_HEADS and text[starts[left] - 1] not in HYPHENS):
        return OTHER, end  # a dash that stands too close: "the answer- it is no"
    if text[at].isdigit() or (head.isdigit() and not word.isalpha()):
        return OTHER, end
    if not text[at].islower() or not head.isalpha() or len(head) < 2 or len(word) < 2:
        return OTHER, end
    gap = text[end:at]
    if gap not in (" ", "\n"):
        return OTHER, end
    if (
        head + word in vocabulary
        or word in _BOUND_ENDS
        or _is_parted(head, word)
        # inter- national, but not co- operate, which may have had its hyphen
        or (head in BOUND_PREFIXES and head[-1] != word[0] and _is_common(head + word))
    ):
        return LINE_BREAK, ends[following]
    # At the end of a line of hard-wrapped copy a compound may part.
    return (BROKEN if gap == " " else OTHER), ends[following]


def _open_left(
    text: str,
    said: list[str],
    starts: list[int],
    ends: list[int],
    following: int,
    start: int,
    vocabulary: frozenset[str],
) -> tuple[str, int]:
    """The role of "word -next", and where what is beside the hyphen starts."""
    at = start
    while at > 0 and text[at - 1] == " ":
        at -= 1
    left = bisect_left(ends, at)
    word = said[following]
    if at == 0 or left >= len(ends) or ends[left] != at or start - at != 1:
        return OTHER, start
    if not word.isalpha() or not said[left].isalpha() or not text[starts[following]].islower():
        return OTHER, start
    if word in FUNCTION_WORDS or said[left] in FUNCTION_WORDS:
        return (SUSPENDED if said[left] in ("and", "or", "to") else OTHER), start
    # "rm -f" and "filter -pthread" are commands with their options.
    if not (word in LAST_WORDS or _is_common(word) or said[left] + word in vocabulary):
        return OTHER, start
    if _OPTION.search(text) is not None:
        return OTHER, start
    return BROKEN, starts[left]


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


def following_word(document: Document, index: int) -> str | None:
    """The word after the one at `index`, folded, if only white space parts the two; None at the end of a
    phrase."""
    starts, ends, said = words(document)
    if index + 1 >= len(starts):
        return None
    gap = document.text[ends[index] : starts[index + 1]]
    return said[index + 1] if gap in (" ", "\n", "\xa0") else None


def preceding_word(document: Document, index: int) -> str | None:
    """The word before the one at `index`, folded, if only white space parts the two; None at the start of
    a phrase."""
    starts, ends, said = words(document)
    if index < 1:
        return None
    gap = document.text[ends[index - 1] : starts[index]]
    return said[index - 1] if gap in (" ", "\n", "\xa0") else None


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
        return closed if closed in vocabulary(document) or _is_common(closed) else None
    if closed not in vocabulary(document):
        return None
    return closed if _is_parted(head, tail) else None


@reading
def no_line_ends(document: Document) -> tuple[Compound, ...]:
    """The compounds that are no words parted at the end of a line."""
    return tuple(
        compound
        for compound in hyphens(document).compounds
        if len(compound.parts) != 2 or closed_by_line_end(document, compound.parts) is None
    )


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
