"""'then' after a comparative, where 'than' was meant."""

from __future__ import annotations

from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARED = expression(
    r"\b(?:more|less|fewer|greater|higher|lower|larger|smaller|bigger|better|worse|longer|shorter|faster|slower|earlier"
    r"|older|younger|stronger|weaker|cheaper)(?: (?!than$)[a-z]{3,14})?$",
    IGNORECASE,
)
_COUNTED = expression(
    r"(?:(?<!or )(?<!but )\brather|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|points?|percent|per cent|times)"
    r" (?:more|fewer|less|higher|lower|older|younger|longer|shorter|faster|slower))$",
    IGNORECASE,
)
# What a comparison is with, and no sequel begins with.
_STANDARD = expression(
    r" (?:expected|forecast|planned|usual|ever|normal|average|previously|initially|half|any other|all (?:the )?other"
    r"|(?:a|one) (?:third|quarter|dozen)|[£$€]?\d[\d,.]*"
    r"|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twice) (?:\w+ ){0,2}(?:percent|per cent|people|years?"
    r"|months?|weeks?|days?|hours?|million|billion|thousand|hundred|dozen|euros|dollars|pounds|kilometres|kilometers"
    r"|miles|metres|meters))\b"
)
_BEFORE = 40  # code points


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, folded = flowed(document), flowed_folded(document)
    at = folded.find(" then ")
    while at >= 0:
        start, end = at + 1, at + 5
        near = max(at - _BEFORE, 0)
        if _COUNTED.search(text, near, at) or (_STANDARD.match(text, end) and _COMPARED.search(text, near, at)):
            yield Match(Span(start, end), suggestions=("than",))
        at = folded.find(" then ", end)


RULE = Rule(
    summary="'then' after a comparative, where 'than' was meant.",
    why="One letter turns the comparison into a sequence: higher then expected.",
    message="'{match}' compares, so 'than' is meant.",
    check=check,
    severity="error",
    fix="unsafe",
    gate=Gate(texts=(" then ",)),
    examples=(
        Example(
            bad="Growth was higher <mark>then</mark> expected, and the fleet is older <mark>then</mark> ever.",
            good="Growth was higher than expected, and the fleet is older than ever.",
        ),
        Example(
            bad="He served two more <mark>then</mark> his brother, and more <mark>then</mark> half of them were aces.",
            good="He served two more than his brother, and more than half of them were aces.",
        ),
        Example(
            bad="They walk rather <mark>then</mark> ride. It took more <mark>then</mark> two years.",
            good="They walk rather than ride. It took more than two years.",
        ),
        Example(
            bad="She stole more <mark>then</mark> £90,000, and fewer <mark>then</mark> 40 of them knew.",
            good="She stole more than £90,000, and fewer than 40 of them knew.",
        ),
        Example(good="It pays more than then 10-year bonds did.", why="One 'than' is enough."),
        Example(
            good="He earned more then. Prices were higher then, and lower then than now; more then left the hall.",
            why="At that time.",
        ),
    ),
)
