"""What an article says twice: cheap answers, for those who then look closely."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences, words_between
from copylint.annotate.words import Words, flowed_folded, initials, tokens
from copylint.document import Document, reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_ECHO = 4
SHORTEST_STRETCH = 12  # bytes: less than that is an abbreviation with its point, or "He did"
_FEWEST_TOKENS = 3  # of a stretch that is worth a look: what stands twice and is shorter is a formula or a figure
_NEAR = 120  # code points round an offset, in which the words beside it stand
# A line feed for a stop, and a NUL for the end of a line.
_STOPS = bytes(ord("\n") if chr(code) in ".!?" else 0 if chr(code) == "\n" else code for code in range(256))
# What may stand between a stop and the next sentence, byte for byte, and at its beginning.
_BETWEEN = " \t\"'”’»)]“‘«([".encode()


WORD, PHRASE, STRETCH = "word", "phrase", "stretch"


@reading
def repeats(document: Document) -> frozenset[str]:
    """What the article has: a WORD that stands twice running, a PHRASE of two to four tokens that does (a word with an
    apostrophe is such a phrase), a STRETCH up to a stop that stands twice anywhere."""
    found = {PHRASE for phrase in echoes(document) if len(phrase) > 1}
    if any(next(doubled(document, phrase[0]), None) is not None for phrase in echoes(document) if len(phrase) == 1):
        found.add(WORD)
    stretches = [one for one in initials(document).replace(b".", b"\n").split(b"\n") if len(one) >= _FEWEST_TOKENS]
    if len(set(stretches)) < len(stretches) and repeated_stretches(document):
        found.add(STRETCH)
    return frozenset(found)


@reading
def echoes(document: Document) -> frozenset[tuple[str, ...]]:
    """The phrases of one to four tokens that stand twice running, whatever stands between the tokens."""
    firsts = initials(document).translate(None, b".\n")
    row = tokens(document)
    # As one number the initials are compared with those further on all at once: where they are equal is a zero.
    number = int.from_bytes(firsts, "little")
    found: set[tuple[str, ...]] = set()
    at = -1
    # Most are single tokens of one initial: to split there costs a third of looking for each.
    for piece in (number ^ number >> 8).to_bytes(len(firsts), "little").split(b"\0")[:-1]:
        at += len(piece) + 1
        if row[at] == row[at + 1]:
            found.add((row[at],))
    for length in range(2, LONGEST_ECHO + 1):
        apart = (number ^ number >> 8 * length).to_bytes(len(firsts), "little")
        alike = bytes(length)
        at = apart.find(alike)
        while at >= 0:
            if row[at] == row[at + length] and row[at : at + length] == row[at + length : at + 2 * length]:
                found.add(tuple(row[at : at + length]))
            at = apart.find(alike, at + 1)
    return frozenset(found)


def doubled(document: Document, phrase: str) -> Iterator[int]:
    """Where a folded word or phrase, or what ends like it, stands twice with nothing but one or two white spaces
    between. Of those that stand more often in a row the first is enough."""
    text = flowed_folded(document)
    for gap in (" ", "  "):
        again = gap + phrase
        behind = 0
        for at in occurrences(document, phrase + again):
            if at < behind:
                continue
            yield at
            behind = at + 1
            if at == 0 or text[at - 1] in " \n":
                while text.startswith(again, behind + len(phrase) - 1):
                    behind += len(again)


def parts_copies(text: str, at: int) -> bool:
    """Whether a phrase of two to four words ends right before the word at an offset, and stands again from there:
    "with the with the". It is one fault, and has a name of its own."""
    before = text[max(0, at - _NEAR) : at].lower().split()
    after = text[at : at + _NEAR].lower().split()
    return any(len(before) > count and before[-count:] == after[:count] for count in (2, 3, 4))


def words_around(document: Document, start: int) -> Words:
    """The words near an offset; those furthest from it may be cut. Apostrophes are straight."""
    return words_between(flowed_folded(document), max(0, start - _NEAR), start + 2 * _NEAR)


@reading
def repeated_stretches(document: Document) -> frozenset[bytes]:
    """The stretches of text up to a stop that stand twice or more, but for the shortest. Two sentences that read the
    same, and end in a stop, have the same stretches."""
    text = flowed_folded(document).replace("…", ".").encode("utf-8", "surrogatepass").translate(_STOPS)
    found = [one.rpartition(b"\0")[2] for one in text.split(b"\n")[:-1] if len(one) >= SHORTEST_STRETCH]
    found = [piece for one in found if len(piece := one.strip(_BETWEEN)) >= SHORTEST_STRETCH]
    if len(set(found)) == len(found):
        return frozenset()
    seen: set[bytes] = set()
    return frozenset(piece for piece in found if piece in seen or seen.add(piece))  # type: ignore[func-returns-value]
