"""The first of two hyphens missing: two and three-year terms."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.hyphens import HYPHENS, hyphens, is_content
from copylint.annotate.word_places import following_word, word_start
from copylint.annotate.words import folded, words
from copylint.document import Document, Span
from copylint.rule import Edit, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_JOINTS = (" and ", " or ", " to ")
_NUMBERS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
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
    "hole speed cylinder time way tier lane track parent sided figure piece dimensional stroke".split()
)


# Opposites and the rest of their rows, and the last parts that they share: what each of them says of the noun needs the
# last part too (full and part-time staff are no full staff). An empty set: any last part, for these are no words.
_ROWS: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(row.split()), frozenset(tails.split()))
    for row, tails in (
        (
            "short mid medium long longer shorter near",
            "term range haul run distance wave sleeved stay form lived dated",
        ),
        ("small medium large mid larger smaller", "scale cap format screen sized size bore batch"),
        ("full part half", "time"),
        (
            "high higher low lower middle mid medium upper",
            "income level quality risk speed tech rise cost profile value end grade paid resolution skilled fat energy "
            "density priority wage altitude pressure ranking achieving earning class street carb calorie emission "
            "voltage frequency yield margin volume stakes season interest rise rated wing",
        ),
        ("upper lower middle working", "class income level tier division"),
        ("left right", "wing wingers hand handed handers leaning footed sided back backs click"),
        (
            "first second third fourth fifth sixth",
            "class year years half round hand floor place degree generation quarter team grade time row division choice "
            "string born level tier cousin line person rate stage period seed",
        ),
        ("single double triple twin multi", "decker digit deck storey story bed glazed party edged page parent lane"),
        ("front rear back four all", "wheel seat facing row line"),
        ("north south east west northern southern", "facing bound flowing"),
        ("black minority women female male woman white veteran latino", "owned led run dominated headed"),
        ("land sea air ground space ship", "based launched borne"),
        ("pre post", ""),
        ("pro anti", ""),
        ("inter intra", ""),
        ("macro micro", ""),
        ("mono multi bi uni", ""),
        ("hyper hypo", ""),
        ("over under", "represented valued funded paid used performing estimated reported weight fed fives"),
    )
)
_HEADS = frozenset().union(*(row for row, _ in _ROWS))
_PREDICATING = frozenset("is are was were be been being seem seems too very so as both".split())
_RANGED = frozenset("between page pages number article section chapter day aged age".split())


_AGES = ("old", "olds")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, small = document.text, folded(document)
    for compound in hyphens(document).compounds:
        if not small.endswith(_JOINTS, 0, compound.start):
            continue
        right, tail = compound.parts[0], compound.parts[1]
        if right not in _HEADS and tail not in _UNITS:
            continue
        left_end = small.rindex(" ", 0, compound.start - 1)
        left = small[word_start(small, left_end) : left_end]
        if tail in _UNITS and _are_counts(left, right, compound.parts[-1] in _AGES):
            row = None
        else:
            row = _row(left, right, tail) if right in _HEADS and left in _HEADS else None
            if row is None:
                continue
        starts, ends, said = words(document)
        first = bisect_left(starts, compound.start)
        span = Span(starts[first - 2], ends[first - 2])
        if text[span.start - 1 : span.start] not in ("", " ", "(", "\n", "“", '"'):
            continue  # the end of a range or a price
        before = said[first - 3] if first > 2 else ""
        if row is None and before and text[ends[first - 3] : span.start] == ", " and text[starts[first - 3]].isupper():
            continue  # an age: "her children Ann, nine, Ruth, two and four-year-old Tom"
        if before in (_RANGED if row is None else _PREDICATING):
            continue
        noun = following_word(document, compound.end)
        if not is_content(noun) and compound.parts[-1] not in ("old", "olds", "wingers", "handers", "backs", "fives"):
            continue
        if tail in ("sized", "size") and (left in _SIZES or said[first - 1] == "to"):
            continue
        hung = [span.end]
        at = first - 3
        while row is not None and at >= 0 and said[at] in row and text[ends[at] : starts[at + 1]] in (", ", " to "):
            hung.insert(0, ends[at])
            at -= 1
        whole = Span(starts[first - 1 - len(hung)], compound.end)
        if standing(document, whole) == COMMON:
            cuts = [whole.start, *hung, whole.end]
            written = "-".join(text[start:stop] for start, stop in pairwise(cuts))
            yield Match(
                whole,
                suggestions=(written,),
                edits=tuple(Edit(Span(end, end), "-") for end in hung),
            )


# Small firms are firms of a small size: these need no -sized to be a size, and "small and medium-sized" is how it is said.
_SIZES = ("small", "smaller", "large", "larger")


def _are_counts(left: str, right: str, aged: bool) -> bool:
    """Whether both are numbers of one kind, the smaller one first: small ones may be in words ("nine or 12-week terms"),
    but not before somebody's age ("she scored two and 19-year-old Kim one")."""
    low, high = _value(left), _value(right)
    if low is None or high is None or low >= high:
        return False
    return left.isdigit() == right.isdigit() or (right.isdigit() and not aged)


def _row(left: str, right: str, tail: str) -> frozenset[str] | None:
    """The row of opposites in which both first parts stand, if the last part goes with it."""
    if left == right:
        return None
    return next((row for row, tails in _ROWS if left in row and right in row and (not tails or tail in tails)), None)


def _value(word: str) -> int | None:
    if word.isdigit():
        return int(word) if len(word) < 4 else None
    return _NUMBERS.get(word)


RULE = Rule(
    summary="Two compounds share their last part, and the first has lost its hyphen.",
    why="In “two- and three-year terms” the first hyphen stands for the part left out; without it the first "
    "number or adjective hangs in the air: full and part-time staff are no full staff. Judged are numbers before a "
    "unit, and opposites that need the last part too; an adjective that stands for itself is left alone.",
    message="The first compound in '{match}' has no hyphen: write '{suggestion}'.",
    check=check,
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    gate=Gate(texts=tuple(HYPHENS)),
    examples=(
        Example(
            bad="The council sells <mark>two and three-bedroom</mark> houses.",
            good="The council sells two- and three-bedroom houses.",
        ),
        Example(
            bad="Walk the <mark>five or 10-mile</mark> path. She scored two and 19-year-old Kim one.",
            good="Walk the five- or 10-mile path. She scored two and 19-year-old Kim one.",
        ),
        Example(
            bad="Yields on <mark>10 and 30-year</mark> bonds fell.",
            good="Yields on 10- and 30-year bonds fell.",
        ),
        Example(
            bad="The town needs a <mark>short, medium and long-term</mark> plan.",
            good="The town needs a short-, medium- and long-term plan.",
        ),
        Example(
            bad="All <mark>full and part-time</mark> staff came; <mark>first and second-year</mark> pupils stayed at home.",
            good="All full- and part-time staff came; first- and second-year pupils stayed at home.",
        ),
        Example(
            bad="The <mark>pre and post-war</mark> houses stand; <mark>pro and anti-union</mark> crowds met there.",
            good="The pre- and post-war houses stand; pro- and anti-union crowds met there.",
            why="A prefix is no word.",
        ),
        Example(good="A fund for small and medium-sized enterprises and printers opened.", why="Small is a size."),
        Example(good="It suits small to medium-sized towns.", why="A range: small needs no -sized."),
        Example(good="His life was short and long-lived trees outlast him; the tall and long-haired man agreed."),
        Example(
            good="Full- and part-time staff came. The school and part-time staff agreed; the left and right-minded men too."
        ),
        Example(good="She left her sons Omar, two and four-year-old Tom, with him.", why="An age."),
        Example(good="It lasted two and three-quarter hours, or two and a half."),
        Example(good="The two- and three-year terms begin in May."),
        Example(good="In 1998 and 30-year bonds alike the yield fell."),
    ),
)
