"""What the figures beside a word of movement measure: two levels of what moves, or something else."""

from __future__ import annotations

from copylint.annotate.changes import Change
from copylint.annotate.figures import SCALES, Quantity
from copylint.annotate.movement import MOVES
from copylint.document import Span
from copylint.expressions import expression

# In lower case: where the figures stand for something else, or are reckoned on another base than the printed one.
OTHER_BASE = expression(
    r"\b(?:constant|like[- ]for[- ]like|adjust\w*|underlying|exclud\w*|comparable|organic\w*|annuali[sz]ed|"
    r"inflation|real terms|pro forma|same[- ]store|loss|losses|deficits?|minus|negative|per share|compound\w*)\b"
)
CURRENCY_MARKET = expression(
    r"\b(?:against the|to the (?:us |u\.s\. )?(?:dollar|euro|pound|yen)|per (?:dollar|euro|pound)|"
    r"the (?:us |u\.s\. )?(?:dollar|yen|pound|baht|euro|mark|franc|rupee|rouble|ruble|yuan|peso|lira|rand|won|real|"
    r"currency|krone|krona|shekel|ringgit|rupiah)|"
    r"[a-z]+(?:ese|an|ish) (?:dollar|yen|pound|baht|franc|rupee|yuan|peso|lira|krone|krona|shekel|ringgit|rupiah)|"
    r"sterling|currency|exchange rate|greenback)\b"
)
_SOLD_FOR_DOLLARS = expression(r"\b(?:the euro|the (?:british )?pound|sterling)\b")
_OTHER_CURRENCY = expression(r"\b(?:dollar|greenback|yen|(?!the |british )[a-z]+ pound)\b")
# Where more may be less.
BELOW_ZERO = expression(r"\b(?:minus|negative|temperatures?)\b")
MINUS = expression(r"\b(?:loss|losses|deficits?|minus|negative|temperatures?)\b")
_NO_LEVEL = expression(r"-[A-Za-z]|\(k\)")  # "a five-decade low", "double-digits", "the 401(k)"
_OUT_OF = expression(r"\b(?:in|out of) (?:every )?$")
_ADDED = expression(r"\b(?:additional|extra|another|further) $")
_AGED = expression(  # but not "raised the retirement age from 65"
    r"\b(?<!pension )(?<!retirement )(?<!voting )(?<!drinking )(?<!minimum )(?<!average )(?<!median )"
    r"age[ds]? (?:from )?$"
)
_COMPOUND = expression(r"[0-9] ?(?:st|stone|lbs?|pounds?|ft|feet|foot) $")
_PROPPED = expression(r"\b[Pp]rop(?:ped|ping|s)? $")
_SLOWED = expression(r" (?:likely |probably |has |had )?(?:cooled|slowed|eased|moderated|narrowed|cools|slows|eases)\b")
_RANGING = expression(r"\b(?:anywhere|somewhere|ranging|faster|slower|went|goes|go)\b")
_TWO_SIDES = expression(r" (?:percent |per cent )?for [\"“A-Z]")
_CLAUSE_BEFORE = expression(r"(?:[,;:.(–—]|\b(?:and|while|but|as|that)\b)")
_NOUN = expression(
    r" (?!a |an |the |in |on |at |last |one |per |from |by |to |for |and |or |as |this |during |over |when )[a-z]"
)
_SLASHING = frozenset("slashing expanded expanding boost hike raised lowered".split())


LONGEST = 300  # code points of a sentence that are read on each side of the word of movement
_CLAUSE_BEHIND = expression(r"[,;:—]|\b(?:and|while|but|with)\b")


def clause_of(text: str, told: Change, to: Quantity, start: Quantity) -> tuple[str, str]:
    """The sentence as far as the second level, and as far as the end of its clause; in lower case."""
    sentence = told.sentence
    last = max(to.span.end, start.span.end)
    clause = text[max(sentence.start, told.move.start - LONGEST) : last].lower()
    after = text[last : min(sentence.end, last + LONGEST)].lower()
    return clause, clause + _CLAUSE_BEHIND.split(after)[0]


def begun_against(text: str, told: Change) -> bool:
    """True for "rose to 4.9% in July, down from 5.2%"."""
    assert told.begun is not None
    return MOVES.get(text[slice(*told.begun)].lower()) == -MOVES[told.word]


def in_one_unit(text: str, to: Quantity, start: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both figures in one unit; a scale or unit printed once holds for both. None if they measure two things."""
    if to.scale != start.scale and not (to.scale and start.scale):
        bare, full = (to, start) if not to.scale else (start, to)
        factor = SCALES[full.scale]
        alone = bare.span < full.span or _NOUN.match(text, bare.span.end) is None
        if alone and 0.02 < bare.value * factor / max(full.value, 1e-9) < 50:
            lifted = bare._replace(value=bare.value * factor, low=bare.low * factor, high=bare.high * factor)
            to, start = (lifted, start) if bare is to else (to, lifted)
    if to.kind != start.kind:
        if "percent" in (to.kind, start.kind) and (to.scale or start.scale):
            return None
        if "count" not in (to.kind, start.kind) or "fraction" in (to.kind, start.kind):
            return None
        if "points" in (to.kind, start.kind):
            return None
    elif to.unit != start.unit:
        to, start = _in_whole_units(to, start), _in_whole_units(start, to)
        if to.unit != start.unit:
            return None
    if start.value <= 0 or to.value <= 0:
        return None
    ratio = to.value / start.value
    return (to, start) if 0.01 < ratio < 100 else None


_WHOLE = {"cent": ("$", "€", "A$", "C$"), "penny": ("£",)}


def _in_whole_units(part: Quantity, other: Quantity) -> Quantity:
    """Cents as dollars and pence as pounds, where the other figure is in these: "to $1.02 from 99 cents"."""
    if other.unit not in _WHOLE.get(part.unit, ()):
        return part
    return part._replace(value=part.value / 100, low=part.low / 100, high=part.high / 100, unit=other.unit)


def measures_otherwise(text: str, told: Change, to: Quantity, start: Quantity) -> bool:
    """True if a figure is no level, or both are levels of two things: "fell to 46% against 37% for No"."""
    if text[told.move.start - 1 : told.move.start] == "-" or _NO_LEVEL.match(text, told.move.end):
        return True  # "its tax-hike proposal", "the cut-off age"
    for one in (to, start, told.amount or to):
        if _NO_LEVEL.match(text, one.span.end) or text[one.span.start - 1 : one.span.start] == "+":
            return True
        if one.kind == "count" and _OUT_OF.search(text, max(0, one.span.start - 14), one.span.start):
            return True  # "two in 10 voters"
        if _AGED.search(text, max(0, one.span.start - 24), one.span.start):
            return True  # "to 35% for people aged from 65"
        if _COMPOUND.search(text, max(0, one.span.start - 12), one.span.start) or text.startswith(" st ", one.span.end):
            return True  # "13 st 5 lb, up from 12 st 6 lb"
    if _PROPPED.search(text, max(0, told.move.start - 10), told.move.start) or _SLOWED.match(text, told.move.end):
        return True
    if "percent" in (to.kind, start.kind) and to.kind != start.kind and (to.hedge or start.hedge):
        return True  # "three per cent of those over 80, down from 28 per cent"
    if told.amount is not None and text.startswith(" ticks", told.amount.span.end):
        return True  # "up 17 ticks at 136.78"
    if _ADDED.search(text, max(0, to.span.start - 12), to.span.start):
        return True  # "an additional $5 billion, up from $8 billion"
    first = min(to.span.start, start.span.start)
    if _RANGING.search(text, told.move.end, first):
        return True
    return start.span.start > to.span.start and _TWO_SIDES.match(text, start.span.end) is not None


_AND_ANOTHER = expression(r"[^.;]{0,50}?\b(?:and|or) [$£€]?[0-9]")
_FROM_FIGURE = expression(r"from\W+(?:\w+\W+){0,3}\Z")


def is_one_of_two(text: str, start: Quantity) -> bool:
    """True for "against 5.03 billion in December and 3.87 a year earlier": the verb has one of the two in mind."""
    if not _AND_ANOTHER.match(text, start.span.end):
        return False
    return _FROM_FIGURE.search(text, max(0, start.span.start - 40), start.span.start) is None


def moves_before(text: str, sentence: Span, move: Span) -> bool:
    """True if another word of movement stands before in the clause: then one of them names what the other moves
    ("lowered the capital gains tax from 28% to 20%")."""
    before = text[max(sentence.start, move.start - 80) : move.start].lower()
    clause = _CLAUSE_BEFORE.split(before)[-1]
    return any(word in MOVES or word in _SLASHING for word in clause.replace("-", " ").split())


_LAST_PLACE = 1000


def is_place(quantity: Quantity) -> bool:
    """Whether a figure may be a place in an order."""
    bare = quantity.kind == "count" and not quantity.unit and not quantity.scale
    return bare and quantity.value == int(quantity.value) < _LAST_PLACE


def is_exchange_rate(clause: str, figure: str) -> bool:
    """Whether a clause, in lower case, tells what a currency is worth, which may fall as the figure rises: so many yen
    to the dollar, but not so many dollars for a euro."""
    if CURRENCY_MARKET.search(clause) is None:
        return False
    for_it = figure.startswith("$") and _SOLD_FOR_DOLLARS.search(clause) is not None
    return not for_it or _OTHER_CURRENCY.search(clause) is not None
