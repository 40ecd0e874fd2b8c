"""Sentences: where they begin and end, by a regular expression and a list of news abbreviations."""

from __future__ import annotations

from bisect import bisect_right

from copylint.annotate.words import marks
from copylint.document import Block, Document, Span, reading
from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# A mark that may end a sentence, what closes after it, and the white space before the next sentence.
_CLOSED = r"[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[]*[^\W_])"
_END = expression(r"[.!?…](?<![.!?…]{2})[.!?…]*+" + _CLOSED)
# The same where nothing but full stops ends sentences: `re` skips faster to one character than to any of a set.
_FULL_STOP = expression(r"\.(?<!\.\.)\.*+" + _CLOSED)
_OTHER_ENDS = frozenset("!?…")
_OPENING = "\"'“‘«(["
_BEFORE_TOKEN = frozenset('([“"‘')  # what parts a token from what is before it, as white space does

# Never the end of a sentence: a name, a number or a date follows.
_TITLES = frozenset(
    "mr mrs ms dr prof rev fr sr st mt ft gen lt col sgt maj capt cmdr adm cpl pvt brig supt insp det sen rep gov "
    "pres hon amb atty pfc messrs mme mlle mgr nos vs v fig figs eq vol pp sec ch approx est ca cf e.g i.e "
    "viz al".split()
)
# Abbreviations before a figure, and words elsewhere.
_NUMBERED = frozenset("no art p op".split())
# The end only where the next word is one that begins sentences.
_AMBIGUOUS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc co corp ltd bros plc jr etc a.m p.m am pm u.s u.k u.n e.u d.c ave blvd rd dept univ assn "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla "
    "ore pa tenn tex vt va wash wis wyo n.y n.j n.h n.m n.c n.d s.c s.d w.va r.i b.c ph.d m.d b.a m.a".split()
)
# Those of them that are written small.
_SMALL = frozenset("inc co corp ltd bros plc jr etc a.m p.m am pm u.s u.k u.n e.u ave blvd rd dept univ assn".split())
_STARTERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my in on at by for from to with "
    "but and so yet or as if when while where after before since although though because however meanwhile there "
    "here what who why how which some many most several all both each every no not now then under over about also "
    "last next another one two three earlier later still only even such despite during instead among".split()
)
_ABBREVIATIONS = _TITLES | _NUMBERED | _AMBIGUOUS
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_MULTI_DOT = expression(r"(?:[^\W\d_]\.)+[^\W\d_]")


@reading
def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of each block in order; together they cover each block but for the white space between them."""
    found: list[Span] = []
    for block in document.blocks:
        found.extend(_of_block(document, block))
    return tuple(found)


def _of_block(document: Document, block: Block) -> list[Span]:
    found: list[Span] = []
    text = document.text
    start, end = block.span
    while start < end and text[start].isspace():
        start += 1
    ends = _FULL_STOP
    for mark in marks(document) & _OTHER_ENDS:
        if text.find(mark, start, end) >= 0:
            ends = _END
    for match in ends.finditer(text, start, end):
        if _ends_sentence(text, match, start):
            mark_end = match.start() + len(match.group().rstrip())
            found.append(Span(start, mark_end))
            start = match.end()
    if start < end:
        stop = start + len(text[start:end].rstrip())
        if stop > start:
            found.append(Span(start, stop))
    return found


@reading
def _by_block(document: Document) -> dict[Span, list[Span]]:
    """The sentences of the blocks that have been asked for: most rules want one or two of a whole article."""
    return {}


def sentence_at(document: Document, offset: int) -> Span | None:
    """The sentence that holds a text offset, or None between blocks."""
    block = document.block_at(offset)
    if block is None:
        return None
    already = _by_block(document)
    spans = already.get(block.span)
    if spans is None:
        spans = already[block.span] = _of_block(document, block)
    index = bisect_right(spans, (offset, len(document.text) + 1)) - 1
    return spans[index] if index >= 0 and offset <= spans[index].end else None


def _last_token(text: str, start: int, end: int) -> str:
    """What stands before an offset without white space, "" if this does. It is not looked for before the start."""
    token = text[start:end].rpartition(" ")[2]
    if not token.isalnum():
        for at in range(len(token) - 1, -1, -1):
            if token[at] in _BEFORE_TOKEN or token[at].isspace():
                return token[at + 1 :]
    return token


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    mark, after = match.span()
    while text[after] in _OPENING:
        after += 1
    following = text[after]
    if not (following.isupper() or following.isdigit() or following.istitle()):
        return False
    if match.group().rstrip() != ".":  # another mark, or one that closes a whole sentence
        return True
    written = _last_token(text, max(start, mark - 20), mark)
    word = written.lower()
    if word.isalnum() and len(word) > 1 and word not in _ABBREVIATIONS:
        return True  # nearly every sentence
    if not written or (len(written) > _LONGEST_ABBREVIATION and "." not in written):
        return True
    if word in _TITLES:
        return False
    if word in _NUMBERED:
        return not following.isdigit()
    if len(word) == 1 and word.isalpha() and written.isupper():
        return False  # an initial
    if word in _AMBIGUOUS and written.islower() and word not in _SMALL:
        return True  # "he felt ill": a word
    if word in _AMBIGUOUS or _MULTI_DOT.fullmatch(word):
        end = after
        while end < len(text) and (text[end].isalnum() or text[end] in "'’"):
            end += 1
        return text[after:end].lower() in _STARTERS
    return True
