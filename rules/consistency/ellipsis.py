"""Three full stops and the ellipsis character in one article."""

from __future__ import annotations

from copylint.annotate.words import uncommon
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

_WRITTEN = {"three full stops": "...", "spaced full stops": ". . .", "ellipsis character": "…"}

_CODE = expression(r"[#{}=\\<>|]")  # what a block of code, a log or a list of changes has
_FEWEST = 3  # of two alone neither is the article's way


class Options(NamedTuple):
    """form: how the house style writes an ellipsis."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "three full stops", "spaced full stops", "ellipsis character"] = ""


@cache
def _ellipses() -> re.Pattern[str]:
    return compiled(r"(?<!\.)\.\.\.(?!\.)|(?<![.\s])\s?\. \. \.(?! \.)|…")


def find(document: Document, options: Options) -> Iterable[Observation]:
    text = document.text
    if "..." not in text and "…" not in text and ". . ." not in text:
        return
    for found in _ellipses().finditer(text):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        mark = text[start : found.end()]
        if text[start - 1 : start] in ("(", "[") or text[found.end() : found.end() + 1] in (")", "]"):
            continue  # an omission
        name = next(name for name, written in _WRITTEN.items() if written == mark)
        block = document.block_at(start)
        if block is None or _CODE.search(text, *block.span) is not None:
            continue
        yield Observation("ellipsis", name, Span(start, found.end()))


def may_differ(document: Document) -> bool:
    text, signs = document.text, uncommon(document)
    points = "..." in signs  # spaced or not: spaces are no signs
    if "…" not in signs and not (points and ". . ." in text):
        return False
    counts = [signs.count("…"), *([text.count("..."), text.count(". . .")] if points else [])]
    return sum(counts) >= _FEWEST and sum(map(bool, counts)) > 1


RULE = Rule(
    summary="An ellipsis is written in two ways.",
    why="Three full stops, spaced ones or the one character: an article keeps to one of them. Two "
    "alone are no habit, so the article must have three or more.",
    message="An ellipsis is written as {minority} {minority_count}, but as {majority} {majority_count}{tie}.",
    check=Forms(find, lambda observation, side: _WRITTEN[side], may_differ),
    options=Options(),
    severity="suggestion",
    fix="unsafe",
    gate=Gate(texts=("...", ". . .", "…")),
    examples=(
        Example(
            bad=(
                "“Well<evidence>...</evidence> yes,” he said. “And then<evidence>...</evidence>” She "
                "waited<mark>…</mark>"
            ),
            good="“Well... yes,” he said. “And then...” She waited...",
        ),
        Example(
            bad=(
                "He paused<evidence>…</evidence> and went on<evidence>…</evidence> and on<mark>. . .</mark> "
                "and stopped."
            ),
            good="He paused… and went on… and on… and stopped.",
        ),
        Example(good="He paused... and stopped."),
        Example(
            good="He paused… and went on… and on. Fix the name of heartbeat_han... (#16563).", why="A list of changes."
        ),
        Example(good="He paused… and went on… and on. The letter says [...] that he stopped.", why="What is left out."),
        Example(good="He paused... and stopped. Share on a page …", why="Two alone."),
        Example(
            good="The form says: name ........ and he paused… and stopped.",
            why="A row of points to write on.",
        ),
    ),
)
