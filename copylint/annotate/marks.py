"""Quotation marks one by one: what stands on each side of a mark, and whether the words there name a speaker. Knows
nothing of pairs."""

from __future__ import annotations

from copylint.document import Span
from copylint.rule import Edit, Match
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

OPENING = "“„‟‘‚‛«"
_QUOTES = frozenset("\"'“”„‟‘’‚‛«»`")

# What stands beside a mark, one letter each: e the edge of the block, s space, w a word, p punctuation that
# follows a
# word, o what opens (a bracket, another opening mark), d a dash, hyphen or slash, x any other sign.
_SIDES = {
    **dict.fromkeys(" \n\t\r\f\v\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", "s"),
    **dict.fromkeys(".,;:?!…)]}", "p"),
    **dict.fromkeys("([{<=¿¡", "o"),
    **dict.fromkeys("-–—―/\u2010\u2011\u2012|", "d"),
    "_": "x",
}

SUFFIXES = frozenset("s d ll re ve t m em".split())  # what follows an apostrophe within a word

_PRONOUNS = frozenset("he she they it i we you who one".split())
_VERBS = frozenset(
    "said says say told tells added adds asked asks replied replies wrote writes explained explains insisted "
    "insists warned warns continued continues noted notes argued argues claimed claims declared announced "
    "recalled recalls stated states responded answered concluded joked jokes shouted cried whispered "
    "muttered admitted acknowledged complained commented commented observed observes remarked tweeted posted "
    "agreed agrees promised vowed pledged urged urges testified quipped predicted suggested suggests "
    "believes thinks reads read lamented boasted confirmed finds concludes confirms protested pleaded "
    "demanded exclaimed reported reports".split()
)
_PLAIN_VERBS = frozenset("said says added told tells".split())
_ADVERBS = frozenset("later also then once has had had've now quickly simply further have".split())
_PARTICLES = frozenset("of the de van von der den al bin ibn la le du da and for di".split())
_NO_SPEAKERS = frozenset("that to so and or but in on at for with by of no nothing if as".split())
_STRIPPED = ".,;:?!…”’\"')"

_LONGEST_END = 160  # code points in which speech without its closing mark may name its speaker
_SHOWN = 14  # code points on each side of a mark, in a message

# What the message of a fault says.
CLOSES = {"stands": "An opening mark", "does": "closes"}
OPENS = {"stands": "A closing mark", "does": "opens"}
AT_END = {"where": "before the mark that closes"}
AT_START = {"where": "after the mark that opens"}


class Mark(NamedTuple):
    """A quotation mark or an apostrophe at a word's edge.

    role: `open`, `close`, `apostrophe`, `prime`, or `stray` for one that could not be read. partner: the offset of the
    mark it pairs with, if any. level: 0 for the outermost quotation. certain: its role is the same in every reading.
    """

    start: int
    end: int
    role: str
    partner: int | None = None
    level: int = 0
    certain: bool = True


class Fault(NamedTuple):
    """A fault in quotation marks, named once: `kind` is the name of the rule that reports it."""

    kind: str
    match: Match


def fault(
    kind: str,
    start: int,
    end: int,
    replacement: str,
    safe: bool,
    slots: Mapping[str, str] | None = None,
) -> Fault:
    """A fault whose cure replaces its whole place."""
    place = Span(start, end)
    return Fault(kind, Match(place, (), (replacement,), slots, (Edit(place, replacement),), safe))


def outer_space(text: str, start: int, end: int, opens: bool, safe: bool) -> Fault:
    """A mark without the space outside it."""
    mark = text[start:end]
    if opens:
        if start > 2 and text[start - 2] == " " and text[start - 1] in ",;:":  # it stands on the wrong side
            return fault("outer-space", start - 2, end, f"{text[start - 1]} {mark}", safe, {"where": "before"})
        return fault("outer-space", start, end, " " + mark, safe, {"where": "before"})
    return fault("outer-space", start, end, mark + " ", safe, {"where": "after"})


def in_context(text: str, place: Span, written: str) -> str:
    """What to write at a place, with the words that it touches then."""
    start, end = place
    while start and not text[start - 1].isspace() and place.start - start < _SHOWN:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - place.end < _SHOWN:
        end += 1
    return text[start : place.start] + written + text[place.end : end]


def before(text: str, at: int, floor: int) -> str:
    """What stands before an offset, ignoring marks that touch it; a closing mark that touches it counts as
    punctuation."""
    mark = at
    at -= 1
    if at < floor:
        return "e"
    character = text[at]
    side = _SIDES.get(character)
    if side is not None:
        return side
    if character in _QUOTES:
        outer = _SIDES.get(text[at - 1], "w") if at > floor else "e"
        if character in "”»":
            return "o" if outer in "eso" and _begins_word(text, mark + 1) else "p"  # it faces the wrong way
        if character in OPENING:
            return "p" if outer in "wp" and not _begins_word(text, mark + 1) else "o"  # and so may this one
        for _ in range(3):
            at -= 1
            if at < floor:
                return "e"
            if text[at] not in _QUOTES:
                break
        side = _SIDES.get(text[at])
        if side is not None:
            return side
        character = text[at]
    return "w" if character.isalnum() or "\u0300" <= character <= "\u036f" else "x"


def _begins_word(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] in "([$£€")


def after(text: str, at: int, ceiling: int) -> str:
    """What stands at an offset, ignoring marks that touch it; an opening mark there counts as a bracket."""
    if at >= ceiling:
        return "e"
    character = text[at]
    side = _SIDES.get(character)
    if side is not None:
        return side
    if character in _QUOTES:
        if character in OPENING:
            return "o"
        if character in "’'" and suffix(text, at):
            return "p"
        for _ in range(3):
            at += 1
            if at >= ceiling:
                return "e"
            if text[at] not in _QUOTES:
                break
        side = _SIDES.get(text[at])
        if side is not None:
            return side
        character = text[at]
    return "w" if character.isalnum() else "x"


def word_after(text: str, at: int, most: int = 24) -> str:
    """The letters and digits that stand directly at an offset."""
    end = at
    last = min(len(text), at + most)
    while end < last and text[end].isalnum():
        end += 1
    return text[at:end]


def word_before(text: str, at: int, most: int = 24) -> str:
    """The letters and digits that end directly before an offset."""
    start = at
    first = max(0, at - most)
    while start > first and text[start - 1].isalnum():
        start -= 1
    return text[start:at]


def suffix(text: str, at: int) -> bool:
    """True if a mark is an apostrophe before s, t, re and the like, and the word ends there."""
    return word_after(text, at + 1, 4).lower() in SUFFIXES


def attributes(text: str, at: int, end: int, plain: bool = False) -> bool:
    """True if the words that follow name the speaker: "he said", "said Moreau", "Mr. Moreau, a baker, told", "the
    minister added". plain: accept only the commonest verbs, so that a statement within speech is not taken for its
    attribution."""
    words = text[at : min(end, at + 140)].split()[:16]
    if not words:
        return False
    verbs = _PLAIN_VERBS if plain else _VERBS
    # What opens the next quotation may stand too close: said.“ We
    bare = [word.rstrip("“‘").strip(_STRIPPED) for word in words]
    first = bare[0].lower()
    if first in verbs and bare[0].islower():
        if words[0] != bare[0] and words[0][-1] == ".":
            return False
        following = bare[1] if len(bare) > 1 else ""
        if plain and not (following[:1].isupper() or following.lower() in _PRONOUNS or following in ("the", "a")):
            return False
        return following.isalpha() and following not in _NO_SPEAKERS
    if first in _PRONOUNS:
        rest = bare[1:3]
        return bool(rest) and (rest[0] in verbs or (rest[0] in _ADVERBS and len(rest) > 1 and rest[1] in verbs))
    named = bare[0][:1].isupper()
    if not named and first not in ("the", "a", "an", "his", "her", "their", "its", "one"):
        return False
    for index, word in enumerate(bare[1:8], start=1):
        ended = words[index - 1][-1:]
        if ended == "," and named and not plain:
            return _after_apposition(words, bare, index, verbs)
        if ended in ",;:?!’”'\"" or (ended == "." and len(bare[index - 1]) > 4):
            return False
        if word in verbs or (named and not plain and word.endswith("ed") and word.islower()):
            return True
        if named:
            if not (word[:1].isupper() or word.lower() in _PARTICLES or words[index][0] == "("):
                return False
        elif index > 4:
            return False
    return False


def _after_apposition(words: list[str], bare: list[str], start: int, verbs: frozenset[str]) -> bool:
    """True if a verb of speech follows the comma that ends the description of a speaker: "Moreau, a baker, said"."""
    for index in range(start + 1, len(bare)):
        if words[index - 1][-1:] in '.;:?!”"':
            return False
        if words[index - 1][-1:] == ",":
            return bare[index] in verbs
    return False


def introduced(text: str, at: int, floor: int) -> bool:
    """True if a verb of speech stands before an offset: "she said:", "he added,"."""
    while at > floor and (text[at - 1].isspace() or text[at - 1] in ",:"):
        at -= 1
    return word_before(text, at) in _VERBS


def attribution_in(text: str, start: int, end: int) -> int | None:
    """Where an attribution without quotation marks begins, after a comma between two offsets: "We will win, he
    said"."""
    at = start
    for _ in range(12):
        comma = text.find(",", at, end)
        if comma < 0:
            return None
        if text[comma + 1 : comma + 2].isspace() and attributes(text, comma + 1, end, plain=True):
            return comma + 1
        at = comma + 1
    return None


def speaker_at_end(text: str, start: int, end: int) -> bool:
    """True if speech that has not been closed is followed by its speaker: "We will win, he said."."""
    start = max(start, end - _LONGEST_END)
    at = attribution_in(text, start, end)
    return at is not None and not any(mark in text[at : end - 1] for mark in ("? ", "! ", ". ", ";"))
