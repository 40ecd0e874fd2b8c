"""The first of two hyphens missing: two and three-year terms."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.hyphens import following_word, hyphens, is_content
from copylint.annotate.words import words
from copylint.document import Document, Span
from copylint.rule import Edit, Example, Match, NoOptions, Rule

_JOINS = frozenset(("and", "or", "to"))
_NUMBERS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
}
_UNITS = frozenset(
    "minute hour day night week month year decade century inch foot yard mile metre meter kilometre "
    "kilometer km cm mm acre hectare pound ounce ton tonne kilo kilogram gram litre liter gallon degree "
    "point page line letter word digit storey story floor bedroom room bed seat door car lane lap man "
    "woman person member party team game match race set goal round volume part dollar euro cent pence "
    "million billion star stage family unit megawatt kilowatt watt volt bit byte gigabyte megabyte inning "
    "hole speed cylinder".split()
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    starts, ends, said = words(document)
    text = document.text
    for compound in hyphens(document).compounds:
        first = compound.first
        if first < 2 or compound.parts[1] not in _UNITS or said[first - 1] not in _JOINS:
            continue
        low, high = _value(said[first - 2]), _value(compound.parts[0])
        if low is None or high is None or not low < high or said[first - 2].isdigit() != compound.parts[0].isdigit():
            continue
        span = Span(starts[first - 2], ends[first - 2])
        if text[span.end : starts[first]] != f" {text[starts[first - 1] : ends[first - 1]]} ":
            continue
        if text[span.start - 1 : span.start] not in ("", " ", "(", "\n", "“", '"'):
            continue  # the end of a range or a price
        before = said[first - 3] if first > 2 else ""
        if before in (
            "between",
            "page",
            "pages",
            "number",
            "article",
            "section",
            "chapter",
            "day",
            "aged",
            "age",
        ):
            continue
        if not is_content(following_word(document, compound.last)) and compound.parts[-1] not in (
            "old",
            "olds",
        ):
            continue
        whole = Span(span.start, compound.end)
        if standing(document, whole) == COMMON:
            written = text[span.start : span.end]
            yield Match(
                whole,
                suggestions=(f"{written}-{text[span.end : compound.end]}",),
                edits=(Edit(Span(span.end, span.end), "-"),),
            )


def _value(word: str) -> int | None:
    if word.isdigit():
        return int(word) if len(word) < 4 else None
    return _NUMBERS.get(word)


RULE = Rule(
    summary="Two compounds share their last part, and the first has lost its hyphen.",
    why="In “two- and three-year terms” the first hyphen stands for the part left out; without it the first "
    "number hangs in the air.",
    message="The first compound in '{match}' has no hyphen: write '{suggestion}'.",
    check=check,
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    examples=(
        Example(
            bad="The council sells <mark>two and three-bedroom</mark> houses.",
            good="The council sells two- and three-bedroom houses.",
        ),
        Example(
            bad="Yields on <mark>10 and 30-year</mark> bonds fell.",
            good="Yields on 10- and 30-year bonds fell.",
        ),
        Example(good="It lasted two and three-quarter hours, or two and a half."),
        Example(good="The two- and three-year terms begin in May."),
        Example(good="In 1998 and 30-year bonds alike the yield fell."),
    ),
)
