"""$5 million and 5 million dollars in one article."""

from __future__ import annotations

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

_YEARS = expression(r"(?:19|20)\d\d[-–/]$")
_SIGNS = {"$": "dollars", "£": "pounds", "€": "euros"}


class Options(NamedTuple):
    """form: how the house style writes sums of money in figures."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "with a sign", "with a word"] = ""


_FIGURE = r"(?P<figure>\d[\d,.]*\d|\d)"
_SCALE = "(?:million|billion|trillion)"
_LONGEST = 60  # code points of a figure with its scale


@cache
def _with_sign() -> re.Pattern[str]:
    return compiled(rf"[$£€](?<![\w$£€].){_FIGURE}(?P<scale> ?{_SCALE})?(?![\w%])")


@cache
def _before_word() -> re.Pattern[str]:
    return compiled(rf"(?<![\w$£€.,]){_FIGURE}(?P<scale> {_SCALE})?\Z")


@cache
def _word() -> re.Pattern[str]:
    return compiled(r" (dollars|euros)\b")


def find(document: Document, options: Options) -> Iterable[Observation]:
    text = document.text
    if "dollars" not in text and "euros" not in text and not options.form:
        return
    # What is rare is looked for first: the signs, and the words, before which a figure stands or does not.
    for found in _with_sign().finditer(text):
        yield Observation(_SIGNS[found.group()[0]], "with a sign", Span(*found.span()), _context(found))
    for word in _word().finditer(text):
        sum_ = _before_word().search(text, max(0, word.start() - _LONGEST), word.start())
        if sum_ is not None and (sum_["scale"] or not _of_a_year(text, sum_.start(), sum_["figure"])):
            yield Observation(word.group(1), "with a word", Span(sum_.start(), word.end()), _context(sum_))


def _context(sum_: re.Match[str]) -> str:
    return f"{sum_['figure']}\t{sum_['scale'] or ''}"


def _of_a_year(text: str, start: int, figure: str) -> bool:
    """Whether a year stands before the word: "in 2013 dollars", "in constant 2013 dollars", "in 2011-12 dollars"."""
    if len(figure) == 2:
        return _YEARS.search(text, max(0, start - 5), start) is not None
    return (
        len(figure) == 4
        and figure[:2] in ("19", "20")
        and text[max(0, start - 12) : start]
        .rstrip()
        .lower()
        .endswith((" in", "(in", "year", "constant", "real", "today’s", "adjusted", "current"))
    )


def may_differ(document: Document) -> bool:
    text, said = document.text, token_set(document)
    return ("dollars" in said and "$" in text) or ("euros" in said and "€" in text)


def _written(observation: Observation, side: str) -> str:
    figure, scale = observation.context.split("\t")
    if side == "with a word":
        return f"{figure}{scale} {observation.family}"
    sign = next(sign for sign, word in _SIGNS.items() if word == observation.family)
    return f"{sign}{figure}{scale}"


RULE = Rule(
    summary="Sums of money have a sign here and a word there.",
    why="$5 million or 5 million dollars: an article writes its figures one way. Sums in words (five "
    "dollars) are left alone, and so are pounds, which may be weight.",
    message="'{match}' is written {minority} ({minority_count}); sums like it are written {majority} here "
    "({majority_count}{tie}){cure}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    quotations="skip",
    severity="suggestion",
    fix="unsafe",
    gate=Gate(words=("dollars", "euros")),
    examples=(
        Example(
            good="It cost $650 (in constant 2013 dollars), and $700 in year 2014 dollars, or $640 in 2011-12 dollars.",
            why="Dollars of a year.",
        ),
        Example(
            bad="It cost <evidence>$5 million</evidence> in 2004 and <evidence>$6 million</evidence> in "
            "2005; the rest, <mark>2 million dollars</mark>, came later.",
            good="It cost $5 million in 2004 and $6 million in 2005; the rest, $2 million, came later.",
        ),
        Example(
            bad="She paid <evidence>20 euros</evidence> and got <mark>€3</mark> back.",
            good="She paid 20 euros and got 3 euros back.",
        ),
        Example(good="It cost $5 million, a few hundred dollars more than the last one, or five dollars a head."),
        Example(good="It weighs 20 pounds and cost £20."),
    ),
)
