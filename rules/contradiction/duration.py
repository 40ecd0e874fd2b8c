"""A number of years that the years beside it do not make: for eight years, from 1990 to 2008."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.quantities import quantities_in
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

_YEARS = expression(r"rom ((?:1[5-9]|20)[0-9]{2}) (?:to|until|till) ((?:1[5-9]|20)[0-9]{2})(?![-–/\w]|[.,][0-9])")
# What somebody lived through; of other things "30-year" tells the kind ("30-year bonds"), or there are several.
_SPANS = (
    "absence|ban|boycott|career|captivity|ceasefire|civil war|construction|delay|drought|engagement|exile|imprisonment|"
    "leadership|marriage|occupation|partnership|period|premiership|presidency|rebellion|reign|residence|residency|rule|"
    "run|service|siege|span|spell|stay|stint|tenancy|tenure|war"
)
_BEFORE = expression(rf"(?: years,?|[- ]year(?:-long)? (?:[a-z]+ )?(?:{_SPANS}),?)(?: [(–—])? ?[Ff]\Z")
# "every four years from", "six years of a 10-year term, from"
_NOT_ONE = expression(
    r"\b(?:every|each|of|first|last|past|next|final|other|total(?:ling)?|than|about|around|nearly|almost|over|under|some|"
    r"roughly|to|or|and|least|most|my|another|extra|further|more|early|earliest)[ -](?:a |an |the )?\Z"
)
_FARTHEST = 60  # code points before "from" in which the number stands


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for match in _YEARS.finditer(text):
        low = max(0, match.start() - _FARTHEST)
        before = _BEFORE.search(text, low, match.start())
        if before is None:
            continue
        numbers = [
            one for one in quantities_in(document, Span(low, before.start())) if one.number.end == before.start()
        ]
        if not numbers or _NOT_ONE.search(text, low, numbers[0].span.start):
            continue
        said, first, last = numbers[0], int(match.group(1)), int(match.group(2))
        if first < last and abs(said.value - (last - first)) > 1:  # counted with both ends, or with neither
            yield Match(
                Span(*said.number),
                (Evidence(Span(*match.span(1)), match.group(1)), Evidence(Span(*match.span(2)), match.group(2))),
                slots={"first": match.group(1), "last": match.group(2), "years": str(last - first)},
            )


RULE = Rule(
    summary="A number of years that the years beside it do not make.",
    why="One of the three figures is wrong, and only the one who wrote it knows which.",
    message="'{match}' here, but {first} to {last} is {years} years.",
    check=check,
    quotations="skip",
    gate=Gate(words=("years", "year"), both=(Gate(words=("from",)),)),
    examples=(
        Example(
            bad="He ran the bank for <mark>eight</mark> years, from <evidence>1990</evidence> to "
            "<evidence>2008</evidence>."
        ),
        Example(
            bad="In a <mark>30</mark>-year career, from <evidence>1980</evidence> to <evidence>1995</evidence>, she made "
            "60 films."
        ),
        Example(
            good="He ran the bank for 18 years, from 1990 to 2008, and the fund for nearly 10 years, from 2009 to 2016. "
            "She served six years of a 10-year term, from 2001 to 2007."
        ),
        Example(
            good="He stood every four years from 1992 to 2008; 30-year bonds, from 2001 to 2009, paid 4%. Of the first three "
            "years, from 1992 to 1999 he tells nothing."
        ),
    ),
)
