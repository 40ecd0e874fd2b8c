"""1,000 and 1000 in one article."""

from __future__ import annotations

from copylint.annotate.forms import ADDRESS, standing
from copylint.annotate.people import begins_sentence
from copylint.annotate.words import token_set
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from typing import Literal


class Options(NamedTuple):
    """form: how the house style parts thousands in numbers of four figures and more."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "with a comma", "without a comma"] = ""


@cache
def _numbers() -> re.Pattern[str]:
    # The digit comes before what is looked for behind it, so that the search runs from digit to digit.
    return compiled(r"(\d(?<![\w.,:/+#-]\d)(?:\d{0,2}(?:,\d{3})+|\d{3,6}))(?= [a-z])")


_NAMED = expression(r"(?<![\w-])([A-Z][\w&-]*)\.? $")
_NEAR = 20  # code points
_COUNTED = expression(r" ([a-z]+)")
_NOT_NOUNS = frozenset(
    "a about after against ago all also an and are as at be because before below both but by could "
    "did do for from had has have he her his how if in into is it its like may more most near no nor "
    "not of off on or our out over own pages per she should since so such than that the their them "
    "then there these they this those to under until up was we were what when where which while who "
    "why will with without would you your said says am pm hours hrs gmt local election elections "
    "season budget census".split()
)


def find(document: Document, options: Options) -> Iterable[Observation]:
    """Numbers of four figures before the thing that they count. Years, dates, and numbers that are names are not."""
    text = document.text
    for found in _numbers().finditer(text):
        digits = found.group(1)
        counted = _COUNTED.match(text, found.end())
        if counted is None or counted.group(1) in _NOT_NOUNS:
            continue
        plain = "," not in digits
        if plain and (digits[0] == "0" or (len(digits) == 4 and 1500 <= int(digits) <= 2100)):
            continue
        if plain and not counted.group(1).endswith("s"):
            continue
        if plain and _names(document, found.start(1)):
            continue
        family = "four figures" if len(digits.replace(",", "")) == 4 else "more figures"
        span = Span(found.start(1), found.end(1))
        if standing(document, span) != ADDRESS:
            yield Observation(family, "without a comma" if plain else "with a comma", span, digits)


def _names(document: Document, start: int) -> bool:
    """Whether a word before a number makes a name of it: "the Inc. 5000 firms", "ISO 37122 measures"."""
    before = _NAMED.search(document.text, max(0, start - _NEAR), start)
    return before is not None and (before.group(1).isupper() or not begins_sentence(document, before.start(1)))


def may_differ(document: Document) -> bool:
    if _parted().search(document.text) is None:
        return False
    return any(map(_counts_plainly, filter(str.isdigit, token_set(document))))


def _counts_plainly(digits: str) -> bool:
    """Whether a run of figures may be a number of four figures or more, and no year."""
    return len(digits) > 4 or (len(digits) == 4 and not "1500" <= digits <= "2100")


@cache
def _parted() -> re.Pattern[str]:
    return compiled(r",(?<=\d,)\d{3}")


def _written(observation: Observation, side: str) -> str:
    digits = observation.context.replace(",", "")
    return f"{int(digits):,}" if side == "with a comma" else digits


RULE = Rule(
    summary="Thousands are parted by a comma here and by nothing there.",
    why="1,000 or 1000: an article keeps to one of them for numbers of the same length. Years and numbers "
    "that name something are left alone: only a number before the thing that it counts is judged.",
    message="'{match}' is written {minority} ({minority_count}); numbers like it are written {majority} "
    "({majority_count}{tie}){cure}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    gate=Gate(shapes=("0.000",), both=(Gate(shapes=("0000",)),)),
    examples=(
        Example(
            bad="The firm has <evidence>4,000</evidence> workers and sold <evidence>3,500</evidence> boats. "
            "Its rival has <mark>2500</mark> workers.",
            good="The firm has 4,000 workers and sold 3,500 boats. Its rival has 2,500 workers.",
        ),
        Example(
            bad="It has <evidence>12000</evidence> seats. The old hall had <mark>10,000</mark> seats.",
            good="It has 12000 seats. The old hall had 10000 seats.",
        ),
        Example(good="In 1998 boats were cheap: it sold 3,500 boats on flight 4412 alone."),
        Example(
            good="Its median growth was 1,552 points among the Inc. 5000 firms, and 1,100 boats meet the ISO 3712 rules.",
            why="A number that is a name.",
        ),
        Example(good="It has 4000 seats and 12,000 visitors.", why="Numbers of another length."),
    ),
)
