"""US and U.S., UK and U.K., UN and U.N., EU and E.U. in one article."""

from __future__ import annotations

from copylint.annotate.forms import NAME, VERBATIM, standing
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

_LETTERS = ("US", "UK", "UN", "EU")
_POINTED = tuple((letters, f"{letters[0]}.{letters[1]}.") for letters in _LETTERS)
_WORD = expression(r"\w+")
_NAMED = frozenset("Airways Bancorp Bank Cellular Foods Magazine News Steel Weekly Xpress".split())


class Options(NamedTuple):
    """form: whether the house style writes the letters with points."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "with points", "without points"] = ""


@cache
def _letters() -> re.Pattern[str]:
    # That both begin with one class of letters halves the search.
    return compiled(
        r"[UE](?:(?<=U)(?:\.[SKN]\.|[SKN](?<![\w$£€.&@#/-]..)(?![\w$&@/.-]\w|[\w$&]))"
        r"|(?<=E)(?:\.U\.|U(?<![\w$£€.&@#/-]..)(?![\w$&@/.-]\w|[\w$&])))"
    )


def find(document: Document, options: Options) -> Iterable[Observation]:
    """The letters in running text. Headlines may leave out the points by rule, and longer names keep their own."""
    text = document.text
    for found in _letters().finditer(text):
        start, end = found.span()
        if text[start - 1 : start].isalnum() or text[start - 1 : start] == ".":
            continue
        if text[end : end + 1].isalnum() or text[end : end + 2].lstrip(".").isupper():
            continue  # U.S.C., U.N.H.C.R.
        pointed = "." in found.group()
        if text[end : end + 2] == " $":
            continue  # a sum: US $100
        if text[end : end + 1] == " " and _next(text, end + 1) in _NAMED:
            continue  # US Airways, U.S. News & World Report: a firm writes its name its own way
        block = document.block_at(start)
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        if block.span.end - block.span.start < 60 and text[block.span.end - 1] != ".":
            continue
        stands = standing(document, Span(start, end))
        if stands == VERBATIM or (not pointed and stands != NAME):
            continue
        letters = found.group().replace(".", "")
        yield Observation(letters, "with points" if pointed else "without points", Span(start, end), letters)


def _next(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return "" if word is None else word.group()


def may_differ(document: Document) -> bool:
    text = document.text
    # Most articles with "us" have it in small letters, or within words in capitals.
    return any(pointed in text and _standing(letters).search(text) is not None for letters, pointed in _POINTED)


@cache
def _standing(letters: str) -> re.Pattern[str]:
    return compiled(rf"{letters}(?<!\w{letters})(?!\w)")


def _written(observation: Observation, side: str) -> str:
    letters = observation.context
    return f"{letters[0]}.{letters[1]}." if side == "with points" else letters


RULE = Rule(
    summary="US, UK, UN or EU stands with points here and without them there.",
    why="One article writes them one way. Headlines, where many styles leave out the points, are left "
    "alone, and so are lines in capitals, longer names and quoted speech.",
    message="'{match}' stands {minority} {minority_count}, but {majority} {majority_count}{tie}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    gate=Gate(
        pairs=tuple(" ".join(letters.lower()) for letters, _ in _POINTED),
        both=(Gate(words=tuple(letters.lower() for letters, _ in _POINTED)),),
    ),
    examples=(
        Example(
            bad="The <evidence>U.S.</evidence> envoy flew home on Monday, and a <evidence>U.S.</evidence> "
            "ship left port. Other <mark>US</mark> ships stayed.",
            good="The U.S. envoy flew home on Monday, and a U.S. ship left port. Other U.S. ships stayed.",
        ),
        Example(
            bad="The <evidence>UN</evidence> met on Monday to discuss the report of its envoy to the "
            "country; the <mark>U.N.</mark> envoy was there.",
            good=("The UN met on Monday to discuss the report of its envoy to the country; the UN envoy was there."),
        ),
        Example(
            good="US SHIP LEAVES PORT\n\nA U.S. ship left port on Monday with a crew of sixty men and women aboard."
        ),
        Example(
            good="The U.S. envoy flew home on a plane of US Airways on Monday, and the papers of the next day had it in full."
        ),
        Example(
            good="They promised to pay US $100 billion a year for it, and the U.S. said that it had paid its share.",
            why="A sum.",
        ),
        Example(good="It paid US$5 for a U.S. flag that a man sold it on the quay on Monday, to the surprise of all."),
        Example(
            good="They told us that the U.S. ship had left the port on Monday evening with a crew of sixty aboard."
        ),
    ),
)
