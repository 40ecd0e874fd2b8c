"""A place in an order that those named before it do not leave: the second-biggest city after Ayr and Hull."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_PLACE_WORDS = frozenset(_PLACES)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:& )?(?:of |the |de |von |van )?[A-ZÀ-Þ][\w’'-]*){0,3}"
# "third-biggest lender in the region, behind only …"; "the second woman to hold the post, after …".
_RANKED = expression(
    r"(?:[- ](?:[a-z]+est|most [a-z-]+)(?: [\w’'-]+){0,9}?,? | (?:[a-z]+ ){1,2}to(?: [\w’'-]+){1,9}?, |"
    r" in (?:the|its|their) (?:\w+ )?(?:table|league|ladder|standings|group|pool|rankings?|medals?)(?: \w+)?,? )"
    r"(?:after|behind)(?P<only> only)? (?=[A-ZÀ-Þ]|the [A-ZÀ-Þ])"
)
_LIST = expression(
    rf"(?:the )?{_NAME}(?P<more>(?:, (?:the )?{_NAME})*)(?P<last>,? and (?:the )?{_NAME})?(?=[.;)\n]|, (?!and (?:the )?[A-Z])[a-z]|$)"
)
_ONE_NAME = expression(
    r"\b(?:Tobago|Herzegovina|Barbuda|Nevis|Grenadines|Pr[ií]ncipe|Spencer|Johnson|Gamble|Wear|Hove|Sons?|Moore|Noble|"
    r"Jerry|Wales|Ireland|Young|Poor|Co|Company|Corp|Corporation|Group|Inc|Ltd|PLC|plc|Bank)\b"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    for word in sorted(_PLACE_WORDS & stand):
        for at in occurrences(document, word):
            yield from _judge(flowed(document), Span(at, at + len(word)), _PLACES[word])


def _judge(text: str, place: Span, number: int) -> Iterator[Match]:
    ranked = _RANKED.match(text, place.end)
    named = _LIST.match(text, ranked.end()) if ranked is not None else None
    if ranked is None or named is None or (named.group("last") and _ONE_NAME.search(named.group())):
        return
    if named.group("more") and not named.group("last"):
        return  # "after Hull, Yorkshire"
    count = 1 + named.group("more").count(",") + bool(named.group("last"))
    if count == number - 1 or (count == 1 and not ranked.group("only")):
        return  # of several before it, the first may be told alone
    listed = Span(*named.span())
    yield Match(place, (Evidence(listed, named.group()),), slots={"count": str(count)})


RULE = Rule(
    summary="A place in an order that those named before it do not leave.",
    why="Behind two comes the third: one was added to those named, or left out, after the place was written.",
    message="'{match}' here, but {count} are named before it.",
    check=check,
    quotations="skip",
    gate=Gate(words=tuple(_PLACES), both=(Gate(words=("after", "behind")),)),
    examples=(
        Example(bad="It is the <mark>second</mark>-biggest city in the land after <evidence>Ayr and Hull</evidence>."),
        Example(
            bad="Nordbank is the <mark>fourth</mark>-largest lender, behind <evidence>Estbank and Vestbank</evidence>, and the "
            "<mark>third</mark>-oldest, behind only <evidence>Vestbank</evidence>. She is the <mark>second</mark> woman to hold "
            "the post, after <evidence>Ruth Adler and Mary Finn</evidence>, and is <mark>second</mark> in the table, behind <evidence>Bea "
            "Moss, Cy Orr and Di Roe</evidence>."
        ),
        Example(
            good="It is the third-biggest city in the land after Ayr and Hull. Nordbank is the second-largest lender, behind only "
            "Estbank, and the third-oldest after Vestbank. She is the third woman to hold the post, after Ruth Adler and Mary "
            "Finn. It is the second-largest island after Trinidad and Tobago, the fifth-largest group after Hull Boat and Barge Corp, and the second-oldest town after Hull, Yorkshire."
        ),
    ),
)
