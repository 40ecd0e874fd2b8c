"""Text read in the wrong encoding: `â€™` for an apostrophe, `Ã©` for é, a character that was lost."""

from __future__ import annotations

from copylint.annotate.mojibake import LEADS, SURE, misread
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    spans, meanings = misread(document)
    for span, meant in zip(spans, meanings, strict=True):
        yield Match(span, suggestions=() if meant is None else (meant,))


RULE = Rule(
    summary="Text that was read in the wrong encoding.",
    why="UTF-8 read as Windows-1252 turns an apostrophe into 'â€™' and é into 'Ã©'.",
    message="'{match}' is a character read in the wrong encoding: put back what was meant.",
    severity="error",
    fix="unsafe",
    check=check,
    gate=Gate(texts=tuple(dict.fromkeys(LEADS.lower())), marks=SURE),
    examples=(
        Example(bad="The mayor<mark>â€™</mark>s car was late.", good="The mayor’s car was late."),
        Example(
            bad="They met in a caf<mark>Ã©</mark> in Orl<mark>Ã©</mark>ans.",
            good="They met in a café in Orléans.",
        ),
        Example(bad="It cost <mark>Â£</mark>5.", good="It cost £5."),
        Example(bad="The caf<mark>\ufffd</mark> was shut."),
        Example(
            bad="The talks <mark>â€“</mark> the third <mark>â€”</mark> were <mark>â€œ</mark>slow<mark>â€</mark>, he said.",
            good="The talks – the third — were “slow”, he said.",
            why="What looks like a quotation mark in it is none.",
        ),
        Example(
            bad="The moon was<mark>Â</mark> bright.<mark>Â</mark> Nobody slept.",
            good="The moon was bright. Nobody slept.",
            why="The first half of a no-break space.",
        ),
        Example(good="The letter Â of a proof, CAFÂ in capitals and Â on a key."),
        Example(good="At the café in São Paulo they ate pâté; “CAFÃ” and Âge were painted on the wall."),
    ),
)
