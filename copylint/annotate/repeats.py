"""What an article says twice: cheap answers, for those who then look closely."""

from __future__ import annotations

from itertools import compress, count, islice
from operator import eq

from copylint.annotate.words import flowed_folded, tokens
from copylint.document import Document, reading

LONGEST_ECHO = 4
SHORTEST_STRETCH = 12  # bytes: less than that is an abbreviation with its point, or "He did"
_STOPS = bytes(ord("\n") if chr(code) in ".!?" else code for code in range(256))
# What may stand between a stop and the next sentence, byte for byte, and at its beginning.
_BETWEEN = " \t\"'”’»)]“‘«([".encode()


WORD, PHRASE, STRETCH = "word", "phrase", "stretch"


@reading
def repeats(document: Document) -> frozenset[str]:
    """What the article has: a WORD that stands twice running, a PHRASE of two to four tokens that does (a word with an
    apostrophe is such a phrase), a STRETCH without a stop that stands twice anywhere."""
    row = tokens(document)
    found = [WORD] if _has_doubled(document, row) else []
    if any(_echoes(row, length) for length in range(2, LONGEST_ECHO + 1)):
        found.append(PHRASE)
    if repeated_stretches(document):
        found.append(STRETCH)
    return frozenset(found)


def _has_doubled(document: Document, row: list[str]) -> bool:
    """Whether a token stands twice with nothing but one or two white spaces between."""
    doubled = set(compress(row, map(eq, row, islice(row, 1, None))))
    if not doubled:
        return False
    text = flowed_folded(document)
    return any(f"{word} {word}" in text or f"{word}  {word}" in text for word in doubled)


def _echoes(row: list[str], length: int) -> bool:
    """Whether a phrase of so many tokens stands twice running."""
    # One of the tokens of a phrase has a number that the length divides: only these are compared at first.
    some = row[::length]
    for number in compress(count(), map(eq, some, islice(some, 1, None))):
        last = number * length
        for at in range(max(last - length + 1, 0), last + 1):
            if row[at] == row[at + length] and row[at : at + length] == row[at + length : at + 2 * length]:
                return True
    return False


@reading
def repeated_stretches(document: Document) -> frozenset[bytes]:
    """The stretches of text without a stop that stand twice or more, but for the shortest. What reads the same in two
    sentences has the same stretches."""
    text = flowed_folded(document).replace("…", ".").encode("utf-8", "surrogatepass").translate(_STOPS)
    found = [piece for piece in text.split(b"\n") if len(piece) >= SHORTEST_STRETCH]
    found = [piece for one in found if len(piece := one.strip(_BETWEEN)) >= SHORTEST_STRETCH]
    if len(set(found)) == len(found):
        return frozenset()
    seen: set[bytes] = set()
    return frozenset(piece for piece in found if piece in seen or seen.add(piece))  # type: ignore[func-returns-value]
