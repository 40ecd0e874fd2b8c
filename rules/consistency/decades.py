"""The 1980's and the 1990s in one article."""

from __future__ import annotations

from copylint.annotate.words import flowed_folded
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from typing import Literal

_WITH = "0's"  # with a straight apostrophe, as the folded text has it


class Options(NamedTuple):
    """form: how the house style writes a decade."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "with an apostrophe", "without an apostrophe"] = ""


@cache
def _decades() -> re.Pattern[str]:
    # The apostrophe of "the 1980's best film" is a year's: what follows a decade is no noun.
    return compiled(
        r"\b(?:the|early|late|mid|and|or|to|through|until|since|in|of|from)[ -]((?:1[7-9]|20)\d0)"
        r"(?:s(?![\w'’])|(['’])s(?=[.,;:?!)]|$| (?:and|or|to|through|until|when|where|who|which|that|but|as|by|with|for"
        r"|from|in|on|at|of|the|it|he|she|they|we|was|were|is|are|had|has|have)\b))"
    )


def find(document: Document, options: Options) -> Iterable[Observation]:
    text = document.text
    mark = "’" if text.count("’") > text.count("'") else "'"
    for found in _decades().finditer(text):
        form = "with an apostrophe" if found.group(2) else "without an apostrophe"
        yield Observation("decade", form, Span(found.start(1), found.end()), f"{found.group(1)}{mark}s")


def may_differ(document: Document) -> bool:
    """Whether some decade may have an apostrophe."""
    return _WITH in flowed_folded(document)


def _written(observation: Observation, side: str) -> str:
    written = observation.context
    return written if side == "with an apostrophe" else f"{written[:4]}s"


RULE = Rule(
    summary="A decade has an apostrophe here and none there: 1980's, 1990s.",
    why="Most styles write the 1980s, some the 1980's, and an article keeps to one of them. The apostrophe of one year, as"
    " in 1980's best film, is another thing and left alone.",
    message="'{match}' is written {minority} ({minority_count}); the decades of this article are written {majority} "
    "({majority_count}{tie}){cure}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    gate=Gate(texts=(_WITH,)),
    examples=(
        Example(
            bad="The pier was built in the <evidence>1980s</evidence> and lost in the <evidence>1990s</evidence>. In the"
            " <mark>1960’s</mark>, she said, there was none.",
            good="The pier was built in the 1980s and lost in the 1990s. In the 1960s, she said, there was none.",
        ),
        Example(
            bad="Trams came in the <evidence>1920's</evidence> and left in the <evidence>1950's</evidence>; by the early"
            " <mark>1960s</mark> none ran.",
            good="Trams came in the 1920's and left in the 1950's; by the early 1960's none ran.",
        ),
        Example(good="The pier was built in the 1980s. The 1990's best film is about it.", why="A year's."),
        Example(good="The pier was built in the 1980's and lost in the 1990's. There were 1990 sales."),
        Example(good="“It was the 1960’s,” he said. The pier was built in the 1980s.", why="A quotation."),
    ),
)
