"""Small numbers in words here and in figures there, before the same noun."""

from __future__ import annotations

from copylint.annotate.forms import stem
from copylint.annotate.words import folded
from copylint.checks.consistency import Forms, like
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

_WORDS = "two three four five six seven eight nine ten".split()
# Before these, figures are right in most styles whatever the number.
_UNITS = frozenset(
    "am pm percent per pct cent cents million billion trillion mln bln m metres meters km kilometres kilometers miles "
    "mile feet foot inches inch kg kilos pounds tonnes tons litres liters acres hectares degrees points point seconds "
    "minutes hours days weeks months years year dlrs dollars euros stg cts yen francs marks o'clock nil goals sets "
    "wickets and or to in of at on for by from with the a an was were is are vs v x".split()
)


class Options(NamedTuple):
    """form: how the house style writes numbers from two to nine."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "in words", "in figures"] = ""


@cache
def _counts() -> re.Pattern[str]:
    words = "|".join(_WORDS)
    return compiled(rf"(?<![\w.,$£€:/+-])(?:([2-9])|({words})) ([a-z]+s|people|men|women|children)(?![\w-])")


def find(document: Document, options: Options) -> Iterable[Observation]:
    text = folded(document)
    for found in _counts().finditer(text):
        figure, word, noun = found.groups()
        if noun in _UNITS or word == "ten":
            continue
        block = document.block_at(found.start())
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        if document.text[found.start(3) : found.end(3)] != noun:
            continue
        start, end = found.span(1) if figure else found.span(2)
        if word and document.text[start].isupper():
            continue  # the start of a sentence
        yield Observation(stem(noun), "in figures" if figure else "in words", Span(start, end), figure or word)


def _written(observation: Observation, side: str) -> str:
    if side == "in words":
        return _WORDS[int(observation.context) - 2] if observation.context.isdigit() else observation.context
    number = observation.context if observation.context.isdigit() else str(_WORDS.index(observation.context) + 2)
    return like(number, observation.context)


RULE = Rule(
    summary="Small numbers before one noun are in words here and in figures there.",
    why="Most styles write the numbers up to nine in words, or all in figures; an article does not do both "
    "with one noun. Off by default: figures are right in scores, lists, recipes and many set phrases, and "
    "only a reader can tell.",
    message="'{match}' is written {minority} ({minority_count}); before this noun numbers are written "
    "{majority} ({majority_count}{tie}).",
    check=Forms(find, _written),
    options=Options(),
    gate=Gate(words=(*_WORDS, *"23456789")),
    default="off",
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    examples=(
        Example(
            bad="The club has <evidence>three</evidence> rooms, its rival <evidence>four</evidence> rooms, "
            "and the school <mark>2</mark> rooms.",
            good="The club has three rooms, its rival four rooms, and the school two rooms.",
        ),
        Example(
            bad="Police held <evidence>5</evidence> men in May and <mark>seven</mark> men in June.",
            good="Police held 5 men in May and 7 men in June.",
        ),
        Example(good="Two men ran 5 miles in 40 minutes past three houses."),
        Example(good="Seven men were held in May. Police held 5 men in June.", why="A sentence starts in words."),
    ),
)
