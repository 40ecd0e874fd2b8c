"""A phrase of two to four words printed twice running: 'it would it would'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count, islice
from operator import eq

from copylint.annotate.repeats import PHRASE
from copylint.annotate.words import words
from copylint.document import Document, Span
from copylint.rule import Example, Gate, Match, NoOptions, Rule

_LENGTHS = (2, 3, 4)  # words of a phrase
# A phrase without any of these may be a name or a cry: "walla walla", "win win".
_SMALL = frozenset(
    "the a an of and or to for with from by at be been are were is was has have had will would should could may their"
    " our my its his her this these those which than into but if not also he she they we it you said because between"
    " about i in on that do did does can who there".split()
)
# After these a clause may end as the next begins: "if you can you can", "what it is it is".
_OPENERS = frozenset(
    "if when whenever what whatever who whoever where wherever all as how because while once until that than since"
    " though although unless whether why everything anything nothing which whichever".split()
)
_LINKS = ("and", "to", "by", "after", "or")
_JOINTS = frozenset("-\u2010\u2011'’")
_WITHIN = frozenset("./@:_")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    starts, ends, folded = words(document)
    text = document.text
    behind = 0
    found = sorted((place, length) for length in _LENGTHS for place in _places(folded, length))
    for first, length in found:
        after = first + 2 * length
        if first < behind or not _is_slip(folded, first, length):
            continue
        gaps = {text[ends[at] : starts[at + 1]] for at in range(first, after - 1)}
        if not gaps <= {" ", "\n"} or _goes_on(text, ends[after - 1]):
            continue
        once = text[starts[first] : ends[first + length - 1]]
        again = text[starts[first + length] : ends[after - 1]]
        if again != again.lower() and " I" not in f" {again}":
            continue  # a name
        behind = after
        yield Match(Span(starts[first], ends[after - 1]), suggestions=(" ".join(once.split()),))


def _places(row: list[str], length: int) -> Iterator[int]:
    """Where a phrase of so many words begins that stands twice."""
    # Of the words of a phrase one has a number that the length divides: only these need be compared.
    some = row[::length]
    for number in compress(count(), map(eq, some, islice(some, 1, None))):
        last = number * length
        for at in range(max(last - length + 1, 0), last + 1):
            if row[at : at + length] == row[at + length : at + 2 * length]:
                yield at


def _goes_on(text: str, end: int) -> bool:
    """Whether the last word is part of a compound or an address: "to go to go-karts", "at Hall at hall.com"."""
    return text[end : end + 1] in _JOINTS or (text[end : end + 1] in _WITHIN and text[end + 1 : end + 2].isalnum())


def _is_slip(folded: list[str], first: int, length: int) -> bool:
    phrase = folded[first : first + length]
    after = first + 2 * length
    if len(set(phrase)) < 2 or not all(word.isalpha() for word in phrase) or _SMALL.isdisjoint(phrase):
        return False
    if folded[first - 1 : first] == [phrase[-1]] or folded[after : after + 1] == [phrase[0]]:
        return False  # three times is meant: "more and more and more"
    if length == 2 and ("as" in phrase or phrase[1] in _LINKS):
        return False  # "as good as good can be", "round and round and up", "from time to time to see"
    if phrase[0] in ("a", "an") and folded[max(first - 1, 0)].startswith("call"):
        return False  # "called a spade a spade"
    return _OPENERS.isdisjoint(folded[max(first - 2, 0) : first])


RULE = Rule(
    summary="A phrase printed twice running: 'it would it would'.",
    why="What is left when a line is typed again after a break. Names, what is said three times, and two clauses that"
    " meet (if you can you can) are left alone.",
    message="'{match}': one '{suggestion}' is enough.",
    fix="unsafe",
    check=check,
    gate=Gate(repeats=(PHRASE,)),
    examples=(
        Example(
            bad="The minister said <mark>it would it would</mark> open in May.",
            good="The minister said it would open in May.",
        ),
        Example(
            bad="They met <mark>at the end of\nat the end of</mark> the road.",
            good="They met at the end of the road.",
        ),
        Example(
            good="He looked round and round and up, and came from time to time to see it. She calls a spade a spade."
            " If you can you can. It grew more and more and more, and as good as good can be. She said yes, she said"
            " yes. What it is it is. He sang of New York New York and Walla Walla. Find us at home at home.example or write.",
        ),
    ),
)
