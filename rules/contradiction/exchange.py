"""A sum in two currencies that no exchange rate makes: £2m ($1.4m); 86m zlotys, or about 200m euros."""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in, printed
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression, places_of
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The least and the most that one of each has been worth in dollars of the United States since 1914, or since the currency
# was let float, with some room. A rupee may be that of Pakistan, a krona that of Iceland, "¥" a yuan, and a bare "$" the
# dollar of Singapore.
_WORTH = {
    "$": (0.45, 1.05), "£": (1.05, 5.0), "€": (0.80, 1.65), "yen": (1 / 370, 1 / 72), "¥": (1 / 370, 1 / 4.5),
    "yuan": (1 / 9, 1 / 1.4), "zloty": (1 / 5.3, 1 / 1.9), "krona": (1 / 150, 1 / 3.9), "krone": (1 / 12.5, 1 / 3.7),
    "baht": (1 / 60, 1 / 20), "won": (1 / 2000, 1 / 480), "A$": (0.45, 1.16), "C$": (0.58, 1.12),
    "ringgit": (1 / 5, 1 / 2), "shekel": (1 / 5.1, 1 / 1.4), "rupee": (1 / 400, 1 / 6),
}  # fmt: skip
_TOLD_APART = ("A$", "C$")  # beside these a bare "$" is that of the United States
# Where these are told of, "$" may be a dollar or peso that is worth less.
_CHEAPER = frozenset(
    "hong taiwan jamaica trinidad guyana barbados namibia liberia mexico mexican chile argentina".split()
)
_POUND_IN_EUROS = (1.0, 1.77)  # two that rise and fall together
_PRICE = 10_000  # up to here two sums may be the price in two countries: "$999 (£999)"
_LINKS = (" (", ", or ")
_LEAD = expression(
    r"(?:about |around |roughly |some |nearly |almost |just over |just under |approximately |more than |over |or |"
    r"equivalent to |worth )?\Z"
)
# What may stand behind "£2m, or $3m" where the second is the first in another currency.
_SAME = expression(r"(?:[.;)]|, (?!\S+ing\b|which|if\b|whe)| at (?:the |current |today)|\Z)")
_WINDOW = 40  # code points on each side of a link in which the two sums stand
_FIGURE = expression("[0-9]")
_ROOM = 0.03


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for link in _LINKS:
        for at in places_of(text, link):
            if _FIGURE.search(text, at + len(link), at + len(link) + 24) is not None:
                yield from _judge(document, text, at, link)


def _judge(document: Document, text: str, at: int, link: str) -> Iterator[Match]:
    start = at + len(link)
    close = text.find(")", start, start + _WINDOW) if link == " (" else start + _WINDOW
    if close < 0:
        return
    before = figures_in(document, Span(max(0, at - _WINDOW), at))[-1:]
    behind = figures_in(document, Span(start, close))[:1]
    if not before or not behind:
        return
    first, second = before[0], behind[0]
    if first.span.end != at or first.kind != "money" or second.kind != "money" or first.joined or second.joined:
        return
    if _LEAD.fullmatch(text, start, second.span.start) is None:
        return
    if link == " (" and second.span.end != close:
        return
    if link != " (" and (not second.scale or _SAME.match(text, second.span.end) is None):
        return  # "£10, or $5 for children", "£2m, or $1m, depending on the day"
    if text[first.span.start - 1].isalpha() or text[second.span.start - 1].isalpha():
        return  # "NT$500"
    one, other = _currency(text, first), _currency(text, second)
    if one == other or one not in _WORTH or other not in _WORTH or not second.value:
        return
    if "$" in (one, other) and not token_set(document).isdisjoint(_CHEAPER):
        return
    low, high = _rate(one, other)
    room = 1.0 if first.value <= _PRICE and second.value <= _PRICE else _ROOM
    if second.high * (1 + room) < first.low * low or second.low > first.high * high * (1 + room):
        yield Match(second.span, (Evidence(first.span, printed(text, first)),), slots={"first": printed(text, first)})


def _currency(text: str, sum_: Quantity) -> str:
    return "yen" if sum_.unit == "¥" and "¥" not in text[slice(*sum_.span)] else sum_.unit


def _rate(one: str, other: str) -> tuple[float, float]:
    """The least and the most that one of a currency has been worth in another."""
    if (one, other) == ("£", "€"):
        return _POUND_IN_EUROS
    if (one, other) == ("€", "£"):
        return 1 / _POUND_IN_EUROS[1], 1 / _POUND_IN_EUROS[0]
    low, high = _worth(one, other)
    least, most = _worth(other, one)
    return low / most, high / least


def _worth(unit: str, beside: str) -> tuple[float, float]:
    return (1.0, 1.0) if unit == "$" and beside in _TOLD_APART else _WORTH[unit]


RULE = Rule(
    summary="A sum in two currencies that no exchange rate makes.",
    why="A pound has never been worth less than a dollar: the sums stand the wrong way round, or a million is a billion.",
    message="No exchange rate makes {match} of {first}: one of the two sums is wrong.",
    check=check,
    quotations="skip",
    gate=Gate(
        marks=("£", "€", "¥", "₹"),
        words=tuple(
            "euro euros sterling yen yuan renminbi zloty zlotys kronor krona kroner krone baht won ringgit shekel shekels "
            "rupee rupees".split()
        ),
        both=(Gate(marks=("(",), words=("or",)),),
    ),
    examples=(
        Example(
            bad="It sold for <evidence>£2m</evidence> (<mark>$1.4m</mark>). The rival cost <evidence>86 million zlotys</evidence>, "
            "or about <mark>200 million euros</mark>, in May. She owes <evidence>€3bn</evidence> (<mark>$3.3m</mark>)."
        ),
        Example(bad="Aid of <evidence>£30 million</evidence> (<mark>$45 billion</mark>) went to the north."),
        Example(
            good="It sold for £2m ($2.6m). The rival cost 86 million zlotys, or about 20 million euros, in May. She owes €3bn "
            "($3.3bn). He paid £40m ($100m Australian). The ticket is £20 ($25 on the day), and costs 900 yen ($6)."
        ),
        Example(
            good="A ticket is £10, or $5, for children. The house was £900,000 ($3m in debts). The telephone costs $999 (£999). "
            "The fine is €10m, or £20m, whichever is higher, or NT$500,000 (£13,381). In 1911 it was £4,000 ($19,500)."
        ),
        Example(good="The court in Hong Kong fined her $60,000 (£5,900)."),
    ),
)
