"""A verb of speech that opens its clause twice: 'said that in a statement that'."""

from __future__ import annotations

from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUBJECT = r"(?= (?:he|she|it|they|we|his|her|its|their|the|an?|there)\b)"
_OTHERS = r"(?= (?:it|we|his|her|its|their|a)\b)"  # before others it is spacing/doubled-that
_SAID = "said says saying told added adding announced reported noted stressed".split()
_GARBLED = expression(
    rf"\b(?:(?:{'|'.join(_SAID)}) that (?:in|on|at|during|after)"
    r" (?:an?|the|his|her|its|their) (?:\w+ ){0,2}"
    r"(?:statement|interview|speech|conference|briefing|report|tweet|letter|post|meeting)"
    r"(?: (?:on|in|to|with|late|early) [A-Z]\w+| [A-Z][a-z]+day)? that"
    rf"|(?:said|says|saying|added|adding) in that{_SUBJECT}"
    r"(?! (?:the|a|an|his|her|its|their) (?:case|event|respect|sense|way|first|last|same|other)\b)"
    rf"|(?:said|says|added|announced|reported|noted|told(?: \w+){{1,3}}) that that{_OTHERS}"
    r"|according to by|according to (?:that|said)(?= (?:he|she|they|the)\b)|reiterated again that|as according to)\b",
    IGNORECASE,
)
_TRACES = (
    " that in ", " that on ", " that at ", " that during ", " that after ", " in that ", "that that", "according to by",
    "according to that", "according to said", "as according", "iterated again",
)  # fmt: skip
_OPENINGS = (
    *(f"{verb} {rest}" for verb in _SAID for rest in ("that in", "that on", "that at", "that during", "that after", "in that")),
    "that that", "according to by", "according to that", "according to said", "reiterated again that", "as according to",
)  # fmt: skip
_BEFORE, _AFTER = 40, 140  # code points round a trace


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, folded = flowed(document), flowed_folded(document)
    behind = 0
    for at in sorted(at for trace in _TRACES for at in _places(folded, trace)):
        if at >= behind:
            found = _GARBLED.search(text, max(at - _BEFORE, behind), at + _AFTER)
            if found is not None:
                behind = found.end()
                yield Match(Span(*found.span()))


def _places(text: str, trace: str) -> Iterator[int]:
    at = text.find(trace)
    while at >= 0:
        yield at
        at = text.find(trace, at + 1)


RULE = Rule(
    summary="A verb of speech with its conjunction twice: 'said that in a statement that'.",
    why="What a translation or a cut leaves: the sentence opens its clause twice, or opens it behind the wrong word.",
    message="'{match}' opens its clause twice, or with a word too many.",
    check=check,
    gate=Gate(pairs=_OPENINGS),
    examples=(
        Example(
            bad="The mayor <mark>said that in a statement that</mark> the bridge would open, <mark>according to by</mark>"
            " her office."
        ),
        Example(
            bad="He denied it, <mark>saying in that</mark> the council had voted. He <mark>said that that</mark> his road"
            " was shut, and <mark>told reporters that that</mark> it would stay so."
        ),
        Example(
            good="The mayor said that in a statement she had read, and that in May the bridge would open. She said in"
            " that speech, and said that that man was there, according to that report. He said that that the road was shut."
        ),
    ),
)
