"""Per cent, percent and % in one article."""

from __future__ import annotations

from copylint.annotate.words import folded, token_set
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Literal

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
)
_WORDS = ("per cent", "percent")  # of which an article has one, whatever it has behind figures
_WRITTEN = {"%": "%", "per cent": " per cent", "percent": " percent", "pct": " pct"}


class Options(NamedTuple):
    """form: how the house style writes it after a figure."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "%", "per cent", "percent", "pct"] = ""


@cache
def _signs() -> re.Pattern[str]:
    # Possessive and anchored by the letters, so that the search runs from sign to sign.
    return compiled(r"%|per ?cent(?![\w-])|pct(?![\w-])")


def find(document: Document, options: Options) -> Iterable[Observation]:
    """What stands after a figure in running text, and "per cent" or "percent" behind a number in words, where no figure
    has a sign. Headlines and tables have forms of their own."""
    text = folded(document)
    if "cent" not in text and "pct" not in text and not (options.form and "%" in text):
        return
    observed = [(observation, text[observation.place.start - 1].isdigit()) for observation in _observed(document, text)]
    figures_only = bool(options.form) or any(figure and one.form not in _WORDS for one, figure in observed)
    for observation, figure in observed:
        if figure or not figures_only:
            yield observation


def _observed(document: Document, text: str) -> Iterator[Observation]:
    for found in _signs().finditer(text):
        start, end = found.span()
        if text[start - 1 : start] == " ":
            start -= 1
        if not text[start - 1 : start].isdigit():
            word = text[text.rfind(" ", 0, start) + 1 : start].rpartition("-")[2]
            if start == found.start() or found.group() not in _WORDS or word not in _NUMBERS:
                continue
        block = document.block_at(start)
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        if document.text[found.start()].isupper() or text[end : end + 1] in (";", "}") or _is_table(text, start, end):
            continue  # a title or a headline, code, a table
        yield Observation("per cent", found.group(), Span(start, end))


def may_differ(document: Document) -> bool:
    said = token_set(document)
    return ("%" in document.text) + ("cent" in said) + ("percent" in said) + ("pct" in said) > 1


def _is_table(text: str, start: int, end: int) -> bool:
    """Whether a bracket or a line's end stands around the figure alone, as in a table or a note."""
    before = text[max(0, start - 12) : start].rstrip("0123456789.,+-")
    return before[-1:] in ("(", "[", "\n", "") and text[end : end + 1] in (")", "]", "\n", "")


RULE = Rule(
    summary="Percentages are written in two ways.",
    why="An article writes 5%, 5 per cent or 5 percent, and keeps to it. Only what follows a number in running text is "
    "judged, and behind a number in words no more than whether it is one word or two: headlines, tables and brackets "
    "have forms of their own.",
    message="{verdict}: one article, two ways to write a percentage.",
    check=Forms(find, lambda observation, side: _WRITTEN[side], may_differ),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=("cent", "percent", "pct")),
    examples=(
        Example(
            bad="Prices rose 5<evidence> per cent</evidence> in May and 6<evidence> per cent</evidence> in "
            "June, but only 1<mark>%</mark> in July.",
            good="Prices rose 5 per cent in May and 6 per cent in June, but only 1 per cent in July.",
        ),
        Example(
            bad="The tax is 20<evidence> percent</evidence>. It was 18<mark> per cent</mark> in 2004.",
            good="The tax is 20 percent. It was 18 percent in 2004.",
        ),
        Example(
            bad="Sales fell six<evidence> per cent</evidence> in May. Costs rose twenty-one<mark> percent</mark>, she said.",
            good="Sales fell six per cent in May. Costs rose twenty-one per cent, she said.",
            why="Numbers in words.",
        ),
        Example(good="Ten percent said yes. Prices rose 5% in May. The rise of 3% was called a fall of six per cent."),
        Example(good="Ten percent said yes. Prices rose 5% in May, or by a few per cent at most."),
        Example(good="Prices rose (+5%) by 12 per cent in all.", why="In brackets."),
        Example(good="“We gained 5%,” he said. The tax is 20 per cent.", why="Quoted speech."),
        Example(
            bad="The tax is 20<mark> percent</mark>.",
            good="The tax is 20%.",
            options={"form": "%"},
            why="A house style.",
        ),
    ),
)
