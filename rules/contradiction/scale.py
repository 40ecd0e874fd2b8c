"""One sum of money in two scales or two currencies: the $1.2bn deal, the $1.2m deal."""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in, printed
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST = 40  # places of one sum that are compared
_SIGNS = "$£€"
_RANGE = expression(r"[$£€][0-9][0-9.,]* ?[a-z]{0,8} (?:to|and) $")  # "$1bn to $1.5bn"
_ENDS = expression(r"[.!?][”\"’]?\s|\n\n")
_CLOSES = expression(r"[.,\n]|^ to ")  # "$1.5 million to the fund" is no fund
_ANOTHER = expression(r"\b(?:an?|another) \Z", IGNORECASE)  # "a $40m stadium": not the one that was told of
_WORD = expression(r"[a-z]{4,}")
_BEHIND = 26  # code points behind a sum in which what it pays for stands
_IDLE = frozenset(
    "about around more than over nearly almost worth from with that this which were been have will would said also "
    "some last year years into their after under only against compared total million billion trillion thousand dollars "
    "pounds euros first second third quarter month percent cost costs costing paid".split()
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if sum(text.count(sign) for sign in _SIGNS) < 2:
        return
    sums: dict[str, list[Quantity]] = {}
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            for quantity in figures_in(document, Span(at + 1, min(len(text), at + 28)))[:1]:
                if quantity.kind != "money" or not quantity.scale or quantity.span.start > at or quantity.joined:
                    continue
                if _RANGE.search(text, max(0, at - 24), at) is None:
                    digits = text[quantity.number.start : quantity.number.end]
                    sums.setdefault(digits, []).append(quantity)
            at = text.find(sign, at + 1)
    for digits, found in sums.items():
        if len(found) > 1:
            yield from _clashes(document, digits, sorted(found, key=lambda one: one.span)[:_MOST])


def _clashes(document: Document, digits: str, found: list[Quantity]) -> Iterator[Match]:
    text = flowed(document)
    figures = len(digits.replace(",", "").replace(".", "").strip("0"))
    for index, second in enumerate(found):
        for first in found[:index]:
            if first.scale == second.scale and first.unit == second.unit:
                continue
            if first.scale != second.scale and first.unit != second.unit:
                continue
            one_thing = first.unit == second.unit and figures > 1 and _one_subject(text, first, second)
            shared = _nouns(text, first) & _nouns(text, second, first.span.end + _BEHIND)
            if not (shared or one_thing) or (figures < 2 and not _same_thing(text, first, second, shared)):
                continue
            if second.span.start - first.span.end < 30 and not _ENDS.search(text, first.span.end, second.span.start):
                continue  # "$1.2m of the $1.2bn": side by side, on purpose
            if _ANOTHER.search(text, max(0, second.span.start - 9), second.span.start):
                continue
            if any(one.scale == second.scale and one.unit == second.unit and one is not second for one in found):
                continue  # printed twice in each way: two sums
            what = "scales" if first.unit == second.unit else "currencies"
            yield Match(
                second.span,
                (Evidence(first.span, printed(text, first)),),
                slots={"first": printed(text, first), "what": what},
            )
            break


def _nouns(text: str, quantity: Quantity, low: int = 0) -> set[str]:
    """The words next to a sum that may name what it pays for: two after it, and three before, from an offset on."""
    after = _WORD.findall(_CLOSES.split(text[quantity.span.end : quantity.span.end + _BEHIND], 1)[0].lower())[:2]
    start = max(low, quantity.span.start - 40)
    before = _WORD.findall(_ENDS.split(text[start : quantity.span.start])[-1].lower())[-3:]
    return {word for word in (*after, *before) if word not in _IDLE}


# Nouns that stand for one sum in turn: "the damage was put at £1.2bn", "the £1.2bn bill".
_SUBJECTS = (
    frozenset("damage bill cost costs losses repairs".split()),
    frozenset("deal takeover merger acquisition purchase buyout bid buy acquire".split()),
    frozenset("sale sold sell".split()),
    frozenset("fine penalty settlement".split()),
    frozenset("bailout rescue aid package".split()),
)
_ANY_WORD = expression("[a-z]{3,}")


def _one_subject(text: str, first: Quantity, second: Quantity) -> bool:
    """True if the one sum stands before such a noun with an article, and such a noun leads to the other."""
    for one, other in ((first, second), (second, first)):
        behind = _ANY_WORD.match(text, one.span.end + 1)
        if behind is None or text[max(0, one.span.start - 4) : one.span.start].lower() != "the ":
            continue
        for subject in _SUBJECTS:
            low = max(
                0, other.span.start - 40, behind.end() if one.span < other.span else 0
            )  # its own noun does not count
            led = _ENDS.split(text[low : other.span.start])[-1].lower()
            after = _ANY_WORD.match(text, other.span.end + 1)
            near = {*_ANY_WORD.findall(led), after.group() if after is not None else ""}
            if behind.group() in subject and near & subject:
                return True
    return False


def _same_thing(text: str, first: Quantity, second: Quantity, shared: set[str]) -> bool:
    """A round sum needs its noun right behind it both times: "the $40m stadium"."""
    return any(
        text[one.span.end : one.span.end + 1 + len(word)].lower() == f" {word}"
        and text[two.span.end : two.span.end + 1 + len(word)].lower() == f" {word}"
        for word in shared
        for one, two in ((first, second),)
    )


RULE = Rule(
    summary="One sum of money in two scales or two currencies.",
    why="A million for a billion, or a pound for a dollar, is the slip of one letter and the correction of a page.",
    message="'{match}' here, but '{first}' before: one sum in two {what}?",
    check=check,
    quotations="skip",
    gate=Gate(texts=tuple(_SIGNS)),
    examples=(
        Example(
            bad="Damage was put at <evidence>£1.2bn</evidence> by insurers. The <mark>£1.2m</mark> bill falls to the "
            "state."
        ),
        Example(good="Damage was put at £1.2bn. The £1.2m loan and the £1.3m bill for advice are not part of it."),
        Example(
            bad="The <evidence>$1.2bn</evidence> takeover was agreed in May. Shareholders must still pass the "
            "<mark>$1.2m</mark> takeover.",
        ),
        Example(
            bad="The club plans a <evidence>£40m</evidence> stadium by the river. Work on the <mark>$40m</mark> "
            "stadium starts in June.",
        ),
        Example(
            bad="Kalmar has agreed to buy the yard for <evidence>$2.4 billion</evidence>. Shareholders must still pass the "
            "<mark>$2.4 million</mark> takeover."
        ),
        Example(
            bad="The town has a <evidence>$35 million</evidence> budget.\n\nThe <mark>$35 billion</mark> budget is new."
        ),
        Example(
            good="The £40m stadium by the river is ready. In 1990 it was a £40bn dream, and a $40m stadium stood there."
        ),
        Example(
            good="The $1.2bn takeover was agreed in May. The lawyers were paid $1.2m for advice, and £1.2bn was lent "
            "by a bank. The $3.4 billion merger was agreed in June; the $3.4 million fee is shared.",
        ),
        Example(good="The drones cost $1bn to $1.5bn a year. A drone costs $1.5m, they say.", why="A range."),
        Example(good="The £40m stadium by the river ($40m at the old rate) will be ready in June."),
    ),
)
