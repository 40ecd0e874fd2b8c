"""What an article says twice: cheap answers, for those who then look closely."""

from __future__ import annotations

from copylint.annotate.words import flowed_folded, tokens, without_signs
from copylint.document import Document, reading

LONGEST_ECHO = 4
SHORTEST_STRETCH = 12  # bytes: less than that is an abbreviation with its point, or "He did"
_FEWEST_TOKENS = 3  # of a stretch that is worth a look: what stands twice and is shorter is a formula or a figure
_STOPS = bytes(ord("\n") if chr(code) in ".!?" else code for code in range(256))
# What may stand between a stop and the next sentence, byte for byte, and at its beginning.
_BETWEEN = " \t\"'”’»)]“‘«([".encode()
# A small letter for each byte of a token, a line feed for a stop or the end of a line, a space for all else.
_SMALL_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_LETTERS = bytes(
    ord("z")
    if code > 127 or chr(code).isdecimal() or code == ord("_")
    else ord(chr(code).lower())
    if chr(code).isalpha()
    else ord("\n")
    if chr(code) in ".!?\n"
    else ord(" ")
    for code in range(256)
)


WORD, PHRASE, STRETCH = "word", "phrase", "stretch"


@reading
def repeats(document: Document) -> frozenset[str]:
    """What the article has: a WORD that stands twice running, a PHRASE of two to four tokens that does (a word with an
    apostrophe is such a phrase), a STRETCH without a stop that stands twice anywhere."""
    lines = _initials(document)
    initials = lines.replace(b"\n", b"")
    row = tokens(document)
    found = []
    if _any_doubled(document, {row[at] for at in _echoes(row, initials, 1)}):
        found.append(WORD)
    if any(_echoes(row, initials, length) for length in range(2, LONGEST_ECHO + 1)):
        found.append(PHRASE)
    stretches = [line for line in lines.split(b"\n") if len(line) >= _FEWEST_TOKENS]
    if len(set(stretches)) < len(stretches) and repeated_stretches(document):
        found.append(STRETCH)
    return frozenset(found)


def _initials(document: Document) -> bytes:
    """One byte for each of the tokens, its first letter as a capital, with a line feed for each stop and line end."""
    text = without_signs(flowed_folded(document).replace("…", "."), _LETTERS, "").encode()
    return text.title().translate(None, _SMALL_LETTERS + b" ")


def _echoes(row: list[str], initials: bytes, length: int) -> list[int]:
    """Where the phrases of so many tokens begin that stand twice running."""
    # As one number the initials are compared with those further on all at once: where they are equal is a zero.
    number = int.from_bytes(initials, "little")
    apart = (number ^ number >> 8 * length).to_bytes(len(initials), "little")
    alike = bytes(length)
    found = []
    at = apart.find(alike)
    while at >= 0:
        if row[at] == row[at + length] and row[at : at + length] == row[at + length : at + 2 * length]:
            found.append(at)
        at = apart.find(alike, at + 1)
    return found


def _any_doubled(document: Document, doubled: set[str]) -> bool:
    """Whether one of the tokens stands twice with nothing but one or two white spaces between."""
    if not doubled:
        return False
    text = flowed_folded(document)
    return any(f"{word} {word}" in text or f"{word}  {word}" in text for word in doubled)


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
