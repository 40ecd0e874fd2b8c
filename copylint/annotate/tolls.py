"""How a headline and a story count people without a noun ("kills 14", "12 people died"), and who is one more."""

from __future__ import annotations

from copylint.annotate.figures import Quantity
from copylint.annotate.sentences import sentence_at
from copylint.document import Document
from copylint.expressions import expression

_TOLLS = (
    ("kill", "die", "dead", "dying", "death", "fatal"),
    ("injur", "hurt", "wound"),
    ("arrest", "held", "detain"),
    ("missing",),
)
_TOLL_BEFORE = expression(
    r"\b(kill|injur|hurt|wound|arrest|detain|hold)(?:s|es|ed|ing)? (?:(?:at least|more than|as many as|up to|another|"
    r"about|some|nearly) )?$"
)
_TOLL_AFTER = expression(
    r"(?: more)?(?: (?:people|men|women|children|others|passengers|workers|soldiers|civilians|students|fans))?"
    r"(?: (?:have|has|had|were|was|are|is|been|reported|confirmed|feared|left))* "
    r"(die|dead|dying|kill|injur|hurt|wound|arrest|held|detain|missing)(?:[sd]|ed)?\b"
)
ONE_MORE = expression(
    r"\b(?:another|one more|bomber|gunman|attacker|himself|herself|later died|died later|[Aa] (?:second|third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|further|body)|[Aa]lso (?:died|killed|injured|hurt|arrested|missing)|"
    r"[Aa] (?:wo)?man (?:has )?(?:also )?(?:died|was))\b"
)

# Somebody who is named beside a number of others: "forty pupils and a teacher". Who is among them is one of them.
_AND_ONE = expression(
    r"(?:\band|\bplus|\bas well as|\b(?:together|along) with|\bas did|,) (?:an?|another|one|the|his|her|their) "
    r"(?:[a-z]+(?:-[a-z]+)* ){0,3}(?:wo|police|fire|sports|crew)?"
    r"(?:man|person|boy|girl|child|baby|toddler|infant|teenager|youth|adult|pupil|student|teacher|driver|pilot|officer|"
    r"guard|soldier|worker|nurse|doctor|passenger|pedestrian|cyclist|resident|civilian|tourist|visitor|member|guide|"
    r"coach|mother|father|brother|sister|son|daughter|husband|wife|neighbour|neighbor|bystander|victim|suspect|"
    r"firefighter|helper|prisoner|hostage|migrant|journalist|reporter|priest|player|other|more)\b"
)


def and_one(document: Document, text: str, quantity: Quantity) -> bool:
    """True if the sentence of a count goes on with one person more, who makes it up."""
    if quantity.kind != "count":
        return False
    sentence = sentence_at(document, quantity.span.start)
    end = sentence.end if sentence is not None else quantity.span.end + 120
    return _AND_ONE.search(text, quantity.span.end, end) is not None


def same_toll(text: str, first: Quantity, second: Quantity) -> bool:
    """True if both figures count the dead, the hurt, the arrested or the missing, and may be one figure miswritten."""
    if second.value < 3 or not 0.5 < first.value / second.value < 2 or first.value >= 1000:
        return False
    toll = toll_of(text, first)
    return toll is not None and toll == toll_of(text, second)


def toll_of(text: str, quantity: Quantity) -> int | None:
    """Which of the tolls a figure is, of the dead, the hurt, the arrested or the missing; None if it is none."""
    if quantity.kind != "count" or quantity.joined:
        return None
    lead = text[max(0, quantity.span.start - 30) : quantity.span.start].lower()
    told = _TOLL_AFTER.match(text[quantity.span.end : quantity.span.end + 60].lower()) or _TOLL_BEFORE.search(lead)
    if told is None:
        return None
    return next((index for index, stems in enumerate(_TOLLS) if told.group(1).startswith(stems)), None)
