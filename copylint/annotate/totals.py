"""Totals and remainders: which figures are said to add up to another ("13 in all", "the remaining £600,000").

Nothing is judged here.
"""

from __future__ import annotations

import itertools

from copylint.annotate.classes import CLASSES, WHOLES, noun_of_part
from copylint.annotate.figures import Quantity
from copylint.annotate.quantities import Sum, counted, quantities_in
from copylint.document import Document, Span
from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_ALL = expression(r"(?: [a-z]+){0,2},? (?:in all|altogether|in total)\b")
_TOTAL_OF = expression(
    r"(?:\b(?:a|for a|making a|giving a|or a) total of|(?:in|altogether) total|a combined)(?: of)? $"
)
_GAP_ITEM = expression(r"(?: [\w’'-]+){0,4}?(?:,|,? and|;|,? plus)(?: (?:and |plus )?(?:[\w’'-]+ ){0,4}| )")
_BEFORE_TOTAL = expression(
    r"(?: [\w’'-]+){0,4} ?(?:[,:;]|—|–|--| \(| -)(?: (?:and|or|making|which makes|for|giving))? ?(?:a total of |"
    r"altogether |in total |a combined total of )?"
)
_EACH = expression(r"\b(?:[Ee]ach|[Ee]very)\b")
_AND_ONE = expression(r"\band an? ")
_UNLIKE = expression(
    r"\b(?:aged?|lost|drew|conceded|minus|less|but|against|after|before|from|between|for|since|until|by|at|minutes|"
    r"per)\b"
)


def totals(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "A 3, B 4 and C 5: 13 in all"."""
    for index, whole in enumerate(counts):
        if index < 2 or whole.hedge:
            continue
        after = _IN_ALL.match(text, whole.span.end)
        if after is None and _TOTAL_OF.search(text, sentence.start, whole.span.start) is None:
            continue
        if _BEFORE_TOTAL.fullmatch(text[counts[index - 1].span.end : whole.span.start]) is None:
            continue
        if _AND_ONE.search(text[counts[index - 1].span.end : whole.span.start]):
            continue  # "and an independent, ten in all": one more that no number tells
        first = index - 1
        while first and _GAP_ITEM.fullmatch(text[counts[first - 1].span.end : counts[first].span.start]):
            first -= 1
        parts = counts[first:index]
        if len(parts) < 2 or any(part.hedge or (part.kind, part.unit) != (whole.kind, whole.unit) for part in parts):
            continue
        inside = text[parts[0].span.end : whole.span.start]
        if _UNLIKE.search(inside) or (len(parts) == 2 and ":" not in inside and after is None and "," not in inside):
            continue
        if _EACH.search(text, sentence.start, parts[0].span.start):
            continue  # "each of the 12 halls cost £20,000 and the roof £3,000"
        if first and text[counts[first - 1].span.end : parts[0].span.start].count(" ") < 2:
            continue
        if any(one.scale != whole.scale for one in parts):
            continue
        if not _one_kind(document, text, whole, parts) or _takes_in_more(document, text, sentence, whole, parts):
            continue
        yield Sum(whole, tuple(parts), exact=True)


_ALSO = expression(r"\b(?:also|further|besides|on top|as well|in addition)\b")
_BACK = 1500  # code points before a sentence in which what a total takes in may stand


def _takes_in_more(document: Document, text: str, sentence: Span, whole: Quantity, parts: list[Quantity]) -> bool:
    """True if a total takes in what an earlier sentence told: fined £8,000, and "costs of £2,450 …: £10,640 in all"."""
    missing = whole.value - sum(part.value for part in parts)
    if missing <= 0:
        return False
    if _ALSO.search(text, sentence.start, whole.span.end):
        return True
    room = 1e-9 * whole.value
    return any(
        (one.kind, one.unit) == (whole.kind, whole.unit) and abs(one.value - missing) <= room
        for one in quantities_in(document, Span(max(0, sentence.start - _BACK), parts[0].span.start))
    )


def _one_kind(document: Document, text: str, whole: Quantity, parts: list[Quantity]) -> bool:
    """False if the total counts another thing than the parts: "won three and lost one, a total of 11 points"."""
    noun = counted(document, whole)
    heads = {found[1] for part in parts if (found := noun_of_part(document, text, part)) is not None}
    if noun is None or noun[1] in ("all", "total", "altogether") or not heads:
        return True
    if noun[1] in heads or noun[1] in WHOLES:
        return True
    return bool(heads <= CLASSES)


_REMAINING = expression(r"\b(?P<word>the remaining|remaining|the other|the rest,|and the (?:last|final)) (?:some )?$")
_SPLIT = expression(
    r"\b(?:split|divided|shared|of which|went to|will go|goes to|go to|spent|given|allocated|came from|come from)\b"
)
_LASTS = ("and the last", "and the final")
_OTHERWISE_USED = ("the other", *_LASTS)  # also without a whole: "the other day"
_OF_WHOLE = expression(r"\b[Oo]f (?:the |its |their |his |her |those |a total of |that )?$")


def remainders(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "Of the £2m, £1.4m goes to A and the remaining £600,000 to B"."""
    for index, last in enumerate(counts):
        lead = _REMAINING.search(text, sentence.start, last.span.start)
        if lead is None or index < 2 or (index < 3 and lead.group("word") in _LASTS):
            continue
        whole = counts[0]
        parts = counts[1 : index + 1]
        told = _OF_WHOLE.search(text, sentence.start, whole.span.start) is not None
        if not told and (
            lead.group("word") in _OTHERWISE_USED or _SPLIT.search(text, whole.span.end, parts[0].span.start) is None
        ):
            continue
        if whole.hedge or any(part.hedge or (part.kind, part.unit) != (whole.kind, whole.unit) for part in parts):
            continue
        if whole.kind == "count" and any(
            (noun := counted(document, part)) is not None
            and (noun[1].endswith("s") or noun[1] in WHOLES)  # not "five next"
            and noun[1] not in ("jobs", (counted(document, whole) or ("", ""))[1])
            for part in parts
        ):
            continue
        if any(part.value >= whole.value for part in parts):
            continue
        yield Sum(whole, tuple(parts), exact=True, remainder=True)


_OF_ALL = expression(r" of (?:the|its|their|his|her|those) (?:[a-z]+ )?$")
_LEFT = expression(r"(?:\b[Tt]he (?:other|remaining)|(?P<leaving>, leaving)) $")
_STILL = expression(
    r"(?: (?:homes|houses|seats|places|jobs|people|others))?"
    r"(?: (?:still|without|to|unsold|empty|open|missing|remaining|outstanding)\b|[.,;])"
)


def others_left(document: Document, text: str, span: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "31 of the 44 were found. The other 15 were not"; "31 of the 44 were found, leaving 15 still missing"."""
    pairs = [
        (part, whole)
        for part, whole in itertools.pairwise(counts)
        if _OF_ALL.fullmatch(text, part.span.end, whole.span.start)
        and part.hedge in ("", "only", "just", "exactly")
        and not whole.hedge
    ]
    rests = [one for one in counts if _is_left(text, max(span.start, one.span.start - 16), one.span)]
    if len(pairs) != 1 or len(rests) != 1:
        return
    (part, whole), rest = pairs[0], rests[0]
    alike = part.kind == whole.kind == rest.kind == "count" and not any(one.scale for one in (part, whole, rest))
    if rest.span == whole.span:
        return  # "three of the other four"
    if not alike or rest.span < whole.span or text.startswith(" of ", rest.span.end) or part.value >= whole.value:
        return
    between = [one for one in counts if whole.span < one.span < rest.span]
    noun, left = counted(document, whole), counted(document, rest)
    if between or (
        noun is not None and left is not None and left[1].endswith("s") and left[1] != noun[1] and left[1] not in WHOLES
    ):
        return
    yield Sum(whole, (part, rest), exact=True, remainder=True)


def _is_left(text: str, start: int, number: Span) -> bool:
    """Whether a number is what is left: "The other 15", "leaving 15 still", but not "leaving 15 hurt"."""
    left = _LEFT.search(text, start, number.start)
    return left is not None and (left["leaving"] is None or _STILL.match(text, number.end) is not None)


_BEFORE_APPOSED = expression(r"(?P<middle> [^,;:.()]{2,70}),(?P<all> with)? ")
_DEALT = r"(?:(?:going|due|given|spent|paid|allocated) )?"
_IN_PART = expression(rf" {_DEALT}(?P<way>in|on|at|from|to|under|against) (?!all\b|total\b)")
_NEXT_APPOSED = expression(r"[^,;:.()]{2,60},? and |[^,;:.()]{2,60}, ")
_LAST_APPOSED = expression(
    r"[^,;:()]{2,60}?(?:[.;](?: |$|\n)|\n|$|, (?:after|when|as|following|during|while|where|"
    r"(?:the )?(?:[a-z]+ ){1,3}said\b))"
)
_ALL_OF_IT = expression(
    r" in (?:the|this) (?:match|game|season|series|tournament|campaign|year|county|country|region)\b"
)
_NOT_ALL = expression(r"\b(?:includ\w+|among|per|least|of)\b")
_MOST_LEFT = 0.1  # of a whole, which its parts leave out by a slip; of a round one they may not all be told


def apposed(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "31 goals this season, 19 in the league and 10 in cups": parts behind a comma with the same preposition."""
    sums_of_money = [one for one in counts if one.kind == "money"]
    if len(sums_of_money) > 2:
        counts = sums_of_money  # "£90,000 between three groups, with £40,000"
    for index, whole in enumerate(counts[:-2]):
        lead = _BEFORE_APPOSED.fullmatch(text, whole.span.end, counts[index + 1].span.start)
        first = _IN_PART.match(text, counts[index + 1].span.end) if lead is not None else None
        if lead is None or first is None or (whole.kind == "money" and not lead.group("all")):
            continue
        way = first.group("way")
        parts, last = [counts[index + 1]], first
        for part in counts[index + 2 :]:
            found = _IN_PART.match(text, part.span.end)
            gap = _NEXT_APPOSED.fullmatch(text, last.end(), part.span.start)
            if found is None or gap is None or found.group("way") != way:
                break
            parts.append(part)
            last = found
        if len(parts) < 2 or not text.endswith(" and ", 0, parts[-1].span.start):
            continue
        alike = all(not one.hedge and (one.kind, one.unit) == (whole.kind, whole.unit) for one in (whole, *parts))
        if not alike or any(part.value >= whole.value for part in parts):
            continue
        if f" {way} " in _ALL_OF_IT.sub("", lead.group("middle")) or _NOT_ALL.search(lead.group("middle")):
            continue  # of a list: "24 in Ayr, 19 in Hull and five in Leeds"
        if _LAST_APPOSED.match(text, last.end()) is not None:
            near = sum(part.value for part in parts) >= (1 - _MOST_LEFT) * whole.value
            yield Sum(whole, tuple(parts), exact=near and bool(lead.group("all") or whole.value % 10))
