"""A figure in the headline, standfirst or a caption that the story does not have."""

from __future__ import annotations

from copylint.annotate.figures import Quantity
from copylint.annotate.quantities import agree, counted, may_have_quantity, quantities, quantities_in
from copylint.annotate.rounding import ABOVE
from copylint.annotate.sentences import sentence_at
from copylint.annotate.tolls import ONE_MORE, and_one, same_toll, toll_of
from copylint.annotate.words import flowed, token_set
from copylint.document import Block, Document
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FIELDS = ("headline", "standfirst", "caption")
_LISTS = frozenset(
    "ways things tips reasons photos pictures facts questions steps lessons ideas books films songs places".split()
)
_FLOOR = 1.5  # "over 100" is no word for twice as many
_CHART = 2  # figures of a caption that are looked for
_TABLE = 5  # figures of what looks like a headline and is a row of a table
_DIGIT = expression("[0-9]")
_LABELS = frozenset(
    "precinct section chapter part phase act article channel route highway district ward unit level flight type class "
    "grade stage day week number no no. title question room block platform gate terminal play round group episode "
    "series season volume tier category proposition prop measure amendment version windows road interstate junction zone area "
    "formula lot pier apollo".split()
)
_MONTH = expression(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?")
_AGO = expression(r" (?:minutes?|hours?|days?|weeks?|months?|years?) ago(?::|\s*(?:\n|$))", IGNORECASE)
_MONTH_AFTER = expression(  # "17 July", "17 to 19 July"
    r"(?: (?:to|and|until) \d\d?)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_MORE = expression(r" (?:other|others|more|further|additional)\b", IGNORECASE)
_ORDINALS = ("st", "nd", "rd", "th")
_DECADE, _DECADES = 10, frozenset(("decade", "decades"))  # years
_BODY = ("paragraph", "item", "quote", "cell")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    fields = [block for block in document.blocks if block.kind in _FIELDS][:50]
    if not fields:
        return
    body = None
    for block in fields:
        text = document.text[block.span.start : block.span.end]
        if block.kind == "caption" and _DIGIT.search(text) is None:
            continue
        if not may_have_quantity(document, block.span):
            continue
        printed = quantities_in(document, block.span)
        claimed = [one for one in printed if _worth(document, one)]
        if len(printed) > _TABLE or (block.kind == "caption" and len(claimed) > _CHART):
            continue  # what a chart or a table shows need not all be told
        # The same digits elsewhere settle it, and spare the reading of the whole story.
        claimed = [one for one in claimed if not _printed_again(document, one, block)]
        if not claimed:
            continue
        if body is None:
            body = [one for one in quantities(document) if _in_body(document, one)]
        if body:
            yield from _missing(document, block, claimed, printed, body)


def _printed_again(document: Document, quantity: Quantity, block: Block) -> bool:
    digits = document.text[quantity.number.start : quantity.number.end]
    at = document.text.find(digits)
    while at >= 0:
        end = at + len(digits)
        ordinal = document.text[end : end + 2] in _ORDINALS  # "his 49th win", and 49 wins
        alone = not (document.text[at - 1 : at].isalnum() or (document.text[end : end + 1].isalnum() and not ordinal))
        figure = document.text[at - 1 : at] not in (".", ",") and not document.text[end + 1 : end + 2].isdigit()
        if (alone or not digits[0].isdigit()) and figure and not block.span.start <= at < block.span.end:
            other = document.block_at(at)
            if other is not None and other.kind in _BODY and not quantity.words:
                return True
        at = document.text.find(digits, end)
    return False


def _in_body(document: Document, quantity: Quantity) -> bool:
    block = document.block_at(quantity.span.start)
    return block is not None and block.kind in _BODY


def _worth(document: Document, quantity: Quantity) -> bool:
    """A figure that a story must have: no year, no score, no small number that may be counted up."""
    if quantity.year or quantity.joined or quantity.kind in ("points", "basis points", "fraction"):
        return False
    if quantity.kind == "count" and not quantity.scale:
        noun = counted(document, quantity)
        if noun is not None and noun[1] in _LISTS:
            return False
        before = document.text[max(0, quantity.span.start - 14) : quantity.span.start].lower().split()
        if (before and before[-1] in _LABELS) or document.text.startswith(" de ", quantity.span.end):
            return False  # "Precinct 4"; "4 de mayo"
        if before and _MONTH.fullmatch(before[-1].lstrip("(")):
            return False  # "(April 8)"
        if _MONTH_AFTER.match(document.text, quantity.span.end):
            return False  # "Oslo, 8 April 2009"
        if _AGO.match(document.text, quantity.span.end):
            return False  # "7 years ago": when the page was put up; "Forty Years Ago:": a column
        if _MORE.match(document.text, quantity.span.end):
            return False  # "Ada Quill, five others named": the story may count all of them
        return quantity.value >= 3
    return True


def _missing(
    document: Document, block: Block, claimed: list[Quantity], printed: list[Quantity], body: list[Quantity]
) -> Iterator[Match]:
    text = flowed(document)
    parts = sum(one.kind == "heading" for one in document.blocks)
    for quantity in claimed:
        if quantity.value == parts:
            continue  # "Four games to play", each under a heading of its own
        alike = [one for one in body if _comparable(quantity, one) and not _sum_and_things(document, quantity, one)]
        if quantity.value % _DECADE == 0 and not _DECADES.isdisjoint(token_set(document)):
            continue  # "10 years", and "for a decade"
        if any(_agrees(quantity, one) for one in alike) or _totals(text, quantity, alike):
            continue
        if any(_agrees(quantity, one) for one in body):
            continue  # the same figure of something else: the unit may be said in another way
        toll = toll_of(text, quantity)
        near = [one for one in alike if toll is not None and same_toll(text, quantity, one)]
        if not near:
            near = [
                one
                for one in alike
                if _near(document, text, quantity, one) and (toll is None or toll_of(text, one) in (None, toll))
            ]
        if toll is not None and any(0 < quantity.value - one.value < 3 for one in near) and ONE_MORE.search(text):
            continue  # eleven people, and the bomber
        near = [one for one in near if quantity.value - one.value != 1 or not and_one(document, text, one)]
        if not near:
            continue
        other = near[0]
        if any(one is not quantity and _comparable(one, other) and _agrees(one, other) for one in printed):
            continue  # the headline has that figure too: "an £80m sale and a £30m loan"
        shown = text[other.span.start : other.span.end]
        yield Match(
            quantity.span,
            (Evidence(other.span, shown),),
            (shown,),
            slots={"field": block.kind, "other": shown.lower() if other.words else shown},
        )


def _comparable(first: Quantity, second: Quantity) -> bool:
    if first.kind == "money" and second.kind == "money":
        return first.unit == second.unit
    if (first.kind == "percent") != (second.kind == "percent"):
        return False
    return first.kind == second.kind or "count" in (first.kind, second.kind)


def _sum_and_things(document: Document, first: Quantity, second: Quantity) -> bool:
    """True if one is a sum of money and the other counts things: "2,969,370 ads" and "$6.5 million"."""
    for one, other in ((first, second), (second, first)):
        if one.kind == "money" and other.kind == "count" and not other.scale:
            return counted(document, other) is not None
    return False


_FIRM = frozenset(("", "at least", "only", "exactly"))  # hedges that round nothing


def _agrees(first: Quantity, second: Quantity) -> bool:
    """True if the two may be one figure, one of them rounded."""
    rough = max(first.value, second.value)
    if first.hedge in ABOVE and first.value <= second.value < _FLOOR * first.value:
        return True  # "over 100" for 118
    if first.value.is_integer() and abs(first.value - second.value) <= 0.5 and not second.value.is_integer():
        return True  # "20%" for 19.5%
    if rough < 100 and {first.hedge, second.hedge} <= _FIRM and first.value.is_integer() and second.value.is_integer():
        return abs(first.value - second.value) < (0.02 * rough if rough >= 20 else 1)
    alike = first.scale and first.scale == second.scale and first.high - first.low == second.high - second.low
    if agree(first.low, first.high, second.low, second.high) and not (alike and abs(first.value - second.value) > 1):
        return True  # but "£2m" and "£3 million", both rounded to the million, are two
    if second.kind == "fraction" and first.kind == "percent":
        return abs(first.value - 100 * second.value) <= 3
    if first.value <= second.value < first.high + (first.high - first.value):
        return True  # cut off, not rounded: "$1.4m" for $1,460,000
    return (rough >= 20 and abs(first.value - second.value) / rough < 0.02) or (
        bool(first.hedge or second.hedge) and abs(first.value - second.value) / rough < 0.15
    )


def _totals(text: str, quantity: Quantity, alike: list[Quantity]) -> bool:
    """True if two or three figures of the story, one after another, make it up: spans of time a span of time."""
    timed = _SPAN_OF_TIME.match(text, quantity.span.end) is not None
    values = [
        one.value
        for one in alike
        if not (timed and _SPAN_OF_TIME.match(text, one.span.end) is None) and not one.year and not _is_day(text, one)
    ]
    room = max(0.49 * (quantity.high - quantity.low), 0.05 * quantity.value if quantity.hedge else 0.0)
    for index, value in enumerate(values):
        total = value
        for other in values[index + 1 : index + 6]:
            sums = (value + other, abs(value - other))
            if any(abs(one - quantity.value) <= room for one in sums):
                return True
            total += other
            if abs(total - quantity.value) <= room:
                return True
    return False


def _is_day(text: str, quantity: Quantity) -> bool:
    """Whether a figure is the day of a date: "on Nov. 6", "2 March"."""
    if quantity.kind != "count":
        return False
    before = text[max(0, quantity.span.start - 12) : quantity.span.start].lower().split()
    day = before and _MONTH.fullmatch(before[-1])
    return bool(day) or _MONTH_AFTER.match(text, quantity.span.end) is not None


def _near(document: Document, text: str, first: Quantity, second: Quantity) -> bool:
    """True if a figure of the story looks like what the headline meant: the same noun or unit and a digit apart."""
    if first.value <= 0 or second.value <= 0 or second.year or second.joined:
        return False
    if _is_day(text, second):
        return False
    if first.kind == "measure" and (second.kind, second.unit) != (first.kind, first.unit):
        return False  # "2C", and "15C (59F)" in one flat
    if first.kind == "percent" and not _alike(document, first, second):
        return False  # "27% of those who ate out", and "25 percent of capacity"
    spans = _SPAN_OF_TIME.match(text, first.span.end), _SPAN_OF_TIME.match(text, second.span.end)
    if spans[0] is not None and spans[1] is not None and spans[0].group(1) != spans[1].group(1):
        return False  # "seven months after", and "six months into"; "25 years", and "15 years old"
    digits = _digits(text, first), _digits(text, second)
    apart = (
        sum(one != two for one, two in zip(*digits, strict=True)) == 1 if len(digits[0]) == len(digits[1]) else False
    )
    apart = (
        apart
        or sorted(digits[0]) == sorted(digits[1])
        or abs(first.value - second.value) <= 1
        or first.scale != second.scale
    )
    if first.kind == "count" and apart and 0.3 < first.value / second.value < 3 and _alike(document, first, second):
        return True
    if first.kind == "count" and apart and len(digits[0].rstrip("0")) >= 3:
        return 0.3 < first.value / second.value < 3  # "41,300" and "43,100": no chance, whatever they count
    if first.kind == "count":
        nouns = counted(document, first), counted(document, second)
        if nouns[0] is None or nouns[1] is None:
            return apart and first.value >= 100 and 0.3 < first.value / second.value < 3
        return nouns[0][1].rstrip("s") == nouns[1][1].rstrip("s") and 0.3 < first.value / second.value < 3
    return (apart and 0.3 < first.value / second.value < 3) or (first.scale != second.scale and digits[0] == digits[1])


_SPAN_OF_TIME = expression(
    r"[ -](?:years?|months?|weeks?|days?|hours?)(?: (old|into|before|ago|pregnant|of age)\b)?", IGNORECASE
)
_SMALL = frozenset(
    "the and for with from over after says said people police that this have has was were are not new more than all "
    "who his her its their out into off man men woman women".split()
)
_TIME = expression(r"[ -](?:[a-z]+ )?(?:years?|months?|weeks?|days?|hours?|minutes?)\b|,", IGNORECASE)
_WORD = expression(r"[a-z]{3,}")


def _alike(document: Document, first: Quantity, second: Quantity) -> bool:
    """True if the headline and the sentence of the story share two words that tell something: "die", "crash"."""
    text = flowed(document)
    if any(_TIME.match(text, one.span.end) for one in (first, second)) or text[first.span.end : first.span.end + 1] in (
        ":",
        "\n",
        "",
    ):
        return False  # "31 years ago"; "Part 5"
    block, sentence = document.block_at(first.span.start), sentence_at(document, second.span.start)
    if block is None or sentence is None:
        return False
    told = _WORD.findall(document.text[sentence.start : sentence.end].lower())
    claimed = set(_WORD.findall(document.text[block.span.start : block.span.end].lower())) - _SMALL
    shared = [word for word in claimed if any(other.startswith(word[: max(3, len(word) - 2)]) for other in told)]
    return len(shared) > 1


def _digits(text: str, quantity: Quantity) -> str:
    if quantity.words:
        return f"{quantity.value:g}"
    return "".join(letter for letter in text[quantity.number.start : quantity.number.end] if letter.isdigit())


RULE = Rule(
    summary="A figure in the headline, standfirst or caption that the story does not have.",
    why="The headline is read by most and checked by fewest, and figures change in the story after it is written.",
    message="The {field} says {match}, but the story {other}.",
    check=check,
    severity="suggestion",
    examples=(
        Example(
            good="---\ntitle: Over 100 entries for the prize as fees rise 20%\n---\n\nThe jury had 118 entries for the"
            " prize. Fees rose by 19.5%.\n",
            format="markdown",
            why="A floor, and a figure rounded.",
        ),
        Example(
            bad="---\ntitle: Man jailed for <mark>six</mark> years over raid\n---\n\nA man was jailed for <evidence>eight</evidence> years "
            "on Saturday 14 March. He has two convictions, and the court heard of 20 raids.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Bomb kills 12 in market, 8 hurt\n---\n\nEleven people died, as did the bomber. Eight were "
            "hurt, of 28 people who stood there.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: Floods kill <mark>14</mark> in the north\n---\n\nAt least <evidence>12</evidence> people "
            "died in floods on Sunday.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Floods kill 14 in the north\n---\n\nAt least 12 people died on Sunday, and two more on "
            "Monday. Nine were hurt.\n",
            format="markdown",
        ),
        Example(
            good="7 years ago\n\nThe mayor was in office for four years, she said in a long speech on Monday evening.\n",
            why="When the page was put up.",
        ),
        Example(
            good="---\ntitle: 'Forty Years Ago: Ada Quill, five others sworn in'\n---\n\nAda Quill, then 70 years old, and six "
            "ministers were sworn in on 4 March.\n",
            format="markdown",
            why="A column; all of them, and the others.",
        ),
        Example(
            good="---\ntitle: Rows of July\ndescription: What was said in the town from 17 to 19 July\n---\n\nIn town they "
            "counted 10 in July.\n",
            format="markdown",
            why="A date.",
        ),
        Example(
            good="---\ntitle: It is 2C in our flat\n---\n\nIt was -15C (5F) in Kyiv on Monday night.\n",
            format="markdown",
            why="Two units.",
        ),
        Example(
            good="---\ntitle: What $3 billion buys, from 2,969,370 adverts (April 8)\n---\n\nThe north spent $6.5 million, "
            "closed nine halls and paid $3 billion.\n",
            format="markdown",
            why="Things and money; a date.",
        ),
        Example(
            bad="---\ntitle: Storm kills <mark>17</mark> people\n---\n\nA storm has killed <evidence>19</evidence> "
            "people in the hills, the mayor said.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: Bank fined <mark>$45m</mark>\n---\n\nThe regulator fined the bank "
            "<evidence>$54m</evidence> on Tuesday.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: <mark>Five</mark> die in crash\n---\n\n<evidence>Six</evidence> people died in the crash "
            "on the coast road, the mayor said.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: Fire kills <mark>14</mark> in tower\n---\n\nA fire in a tower has killed "
            "<evidence>41</evidence> people.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Loss widens to Rs 840 crore\n---\n\nRevenue fell to Rs 1,639.1 crore. The loss was Rs 840.1 "
            "crore.\n",
            format="markdown",
            why="The sum is in the story, and the revenue is another.",
        ),
        Example(
            good="---\ntitle: 31 pupils locked in museum\n---\n\nThirty pupils of a village school and a four-year-old "
            "girl were locked in a museum overnight.\n",
            why="Thirty and one.",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: <mark>31</mark> pupils locked in museum\n---\n\n<evidence>Thirty</evidence> pupils of a "
            "village school, among them a four-year-old girl, were locked in a museum overnight.\n",
            why="She is one of the thirty.",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: Pair win <mark>£2m</mark>\n---\n\nA couple from Ayr have won <evidence>£3 million</evidence>.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: <mark>Six</mark> die in fire\n---\n\n<evidence>Five</evidence> people died in a fire. No one else "
            "was hurt.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Five die in crash\n---\n\nThree men and two women died in the crash; six others are "
            "in hospital.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Lawyer stole nearly $500,000\n---\n\nHe took $70,000 from one client and more than "
            "$400,000, or $411,082, from another.\n",
            why="Added up, and rounded up.",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Shots hit Precinct 4 deputy\n---\n\nShots hit a deputy in the leg. Officers fired "
            "seven shots.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Ann Lowe, six years on the bridge\n---\n\nAnn Lowe, seven, was on the bridge for the "
            "first time.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Storm kills 19 people, $1.2bn lost\n---\n\nA storm has killed 12 people in the hills and "
            "seven people at sea; losses are put at $1.23 billion.\n",
            why="Added up, and rounded.",
            format="markdown",
        ),
        Example(
            good="Rain was rare: 4.1% of days in May.\n\n![4.2% in April, 14.1% in May, 9.3% in June](rain.png)\n",
            why="A chart.",
            format="markdown",
        ),
        Example(
            good="---\ntitle: 10 ways to save 30 minutes\n---\n\nStart early. It takes 20 people.\n",
            why="The story has no figure like it.",
            format="markdown",
        ),
        Example(
            good="# Captain has record 49 wins\n\nIt was his 49th win; Azam has 48 wins.",
            format="markdown",
            why="The story has the figure as an ordinal.",
        ),
        Example(
            good="# Couple expect child seven months after stillbirth\n\nThey told in February of a stillbirth, six months into "
            "the pregnancy.",
            format="markdown",
            why="Another span.",
        ),
        Example(
            good="# Board to appeal over £80m sale of park and £30m loan\n\nThe board was charged over the £80 million sale of "
            "the park.",
            format="markdown",
            why="The headline has that figure too.",
        ),
        Example(
            good="# Diners with virus: 27% ate out\n\nBars may open at 25 percent of their capacity.",
            format="markdown",
            why="Nothing else is alike.",
        ),
    ),
)
