"""A rise to the lowest level, or a fall to the highest: rose 84 cents to $71, its lowest since May; soared to a year low."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_RISES = "rose risen climbed gained jumped surged soared rallied strengthened advanced"
_FALLS = "fell fallen dropped tumbled slid sank slumped plunged weakened slipped"
# What ends a move -> the verbs that come to another end.
_ENDS = {
    **dict.fromkeys(("lowest", "weakest", "low", "lows"), _RISES),
    **dict.fromkeys(("highest", "strongest", "high", "highs"), _FALLS),
}
_UNIT = r"(?: ?%| percent| per cent| cents?| points?| pence|p|m|bn| million| billion)?"
_DAY = "(?: on [A-Z][a-z]+day)?"
_AMOUNT = rf"[$£€]?\d[\d.,]*{_UNIT}"
_BY = rf"(?: (?:sharply|slightly|further|again|back))?{_DAY}(?: (?:by )?{_AMOUNT})?{_DAY},? to (?:{_AMOUNT}(?: an? (?:barrel|ounce|share|tonne|ton|bushel))?, )?"
_TIME = "(?:years?|months?|weeks?|days|decades?|generation)"
_LEADS = {
    "est": r"(?P<the>its|their|the) ",
    "low": r"(?P<the>an?) [\w-]{1,12}[ -](?:year|month|week|day|session|decade)[ -]",
    "lows": r"(?P<the>record|all-time|(?:[\w-]{1,12}-)?(?:year|month|week))[ -]",
}
# What stands in every article with such an end.
_PAIRS = (
    *(f"{the} {end}" for the in ("its", "their", "the") for end in _ENDS if end.endswith("est")),
    *(f"{time} {end}" for time in ("year", "month", "week") for end in _ENDS if not end.endswith("est")),
    *(f"{time} {end}" for time in ("day", "session", "decade") for end in ("low", "high")),
    *(f"{how} {end}" for how in ("record", "all time") for end in ("lows", "highs")),
)
_REACH = 90  # code points before the end of a move in which the verb stands
# What may stand behind "its lowest": no noun but that of a level, as "its strongest rival".
_LEVEL = r"(?:closing |trading )?(?:levels?|price|close|finish|mark)"
_BEHIND_ITS = expression(
    rf"(?=[.,;)]| (?:{_LEVEL}|points?|closing|since|in|for|on|ever|of|this|yet|against|versus|after|before|as|amid|at|by|and|value|"
    r"rate)\b)"
)
# "The lowest" alone may be that of a place or a list: a time tells that it is that of a market or a count.
_BEHIND_THE = expression(
    rf" (?:{_LEVEL}(?=[.;])|(?:{_LEVEL} )?(?:since\b|on record\b|ever\b|of (?:the|this) (?:year|month|week|season|day|session)\b|"
    rf"(?:in|for) (?:(?:more than|over|nearly|almost|at least|about) )?(?:an? |\d+ |[a-z]+ )?{_TIME}\b))"
)
# "The lowest level for the dollar": the other of two currencies. "Its lowest ever growth", "a five-year high school".
_ANOTHER = expression(
    r"(?:-|[^.,;]{0,20} for the (?!(?:first|year|month|week|season|quarter)\b)| (?:ever |annual |monthly |quarterly )?(?:growth|rise|"
    r"increase|gain|decline|fall|drop|decrease|pace|rates? of|yields?|unemployment|school|court|fever|ground|office)\b)"
)


@cache
def _moved(verbs: str, lead: str) -> re.Pattern[str]:
    return compiled(rf"\b(?:{verbs.replace(' ', '|')}){_BY}{_LEADS[lead]}\Z")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    for word, verbs in _ENDS.items():
        if word in stand and not stand.isdisjoint(verbs.split()):
            lead = "est" if word.endswith("est") else "lows" if word.endswith("s") else "low"
            for at in occurrences(document, word, text):
                start, end = max(0, at - _REACH), at + len(word)
                moved = _moved(verbs, lead).search(text[start:at])
                if moved is None or _ANOTHER.match(text, end) is not None:
                    continue
                if lead != "est" or (_BEHIND_THE if moved.group("the") == "the" else _BEHIND_ITS).match(text, end):
                    yield Match(Span(start + moved.start(), end))


RULE = Rule(
    summary="A rise to the lowest level, or a fall to the highest.",
    why="Nothing rises to a low: the verb or the level was changed in the edit and the other was not.",
    message="'{match}' goes both ways: change the verb or the level.",
    check=check,
    quotations="skip",
    gate=Gate(pairs=_PAIRS, both=(Gate(words=tuple(f"{_RISES} {_FALLS}".split())),)),
    examples=(
        Example(bad="Brent crude <mark>rose 84 cents to $71.20 a barrel, its lowest</mark> in two weeks."),
        Example(
            bad="The franc <mark>weakened to its strongest</mark> level against the euro. The index <mark>fell on Monday to its "
            "highest</mark> since May."
        ),
        Example(
            bad="Profits <mark>soared to a two-year low</mark>, shares <mark>plunged to record highs</mark> and tin <mark>dropped $14 to "
            "$1,204, the highest</mark> since June."
        ),
        Example(
            good="Brent crude fell 84 cents to $71.20 a barrel, its lowest in two weeks. The franc strengthened to its strongest "
            "level. It rose from its lowest level. Sales rose 1% to £3m, the lowest rise for years; the house fell to the highest "
            "bidder, and the task fell to the highest-ranking officer in the camp."
        ),
        Example(
            good="The euro rose to $1.21, the lowest level for the dollar in three years. The price rose 2% to the lowest in the "
            "region's shops, and the task fell to the strongest in the group. Ford fell to its strongest rival. It rose off a "
            "two-year low, and fell from a record high."
        ),
    ),
)
