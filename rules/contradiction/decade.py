"""A year that is not of the decade or century told beside it: in the 1920s, in 1934; a 17th-century hall built in 1743."""

from __future__ import annotations

from copylint.annotate.dates import MONTHS
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DECADES = frozenset([f"{year}s" for year in range(1700, 2030, 10)])
_YEAR = r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![-–/\w]|[.,][0-9])"
_IN = (
    rf"(?:,| [-–—])? in (?:(?:{'|'.join(MONTHS)}) )?{_YEAR}"
    r"(?=[.;)\n]|$|, (?!an?\b|the\b|s?he\b|it\b|they\b|we\b|[A-Z])| (?:when|with|by|for|at)\b)"
)
_YEAR_IN = expression(_IN)
_THE = expression(r"\b(?P<lead>[Ii]n|[Dd]uring) the (?:(?:early|mid|middle|late|later)[- ])?\Z")
_LEAD = 20  # code points before a decade in which "in the late" stands
_FEW = 3  # words that open a sentence, behind which "in 1978" is of what follows: "Built in the 1960s, in 1978 it"
_CENTURY = expression(
    rf"\b(?P<number>[12]?[0-9])(?:st|nd|rd|th)(?: century{_IN}|-century (?:[a-z]+ ){{0,2}}[a-z]+,? "
    rf"(?:(?:that |which )?was )?(?:built|erected|constructed) in {_YEAR.replace('year', 'built')})"
)
_BEFORE_CENTURY = 5  # code points in which the number of a century stands, with its ending


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    for decade in sorted(_DECADES & stand):
        for at in occurrences(document, decade):
            lead, beside = _THE.search(text, max(0, at - _LEAD), at), _YEAR_IN.match(text, at + len(decade))
            if lead is None or beside is None or _opens(document, text, lead.start()):
                continue
            if int(beside.group("year")) // 10 * 10 != int(decade[:4]) and not decade.endswith("00s"):
                yield _match(text, Span(at, at + len(decade)), Span(*beside.span("year")))
    if "century" in stand:
        for at in occurrences(document, "century"):
            yield from _century(document, text, at)


def _century(document: Document, text: str, at: int) -> Iterator[Match]:
    told = _CENTURY.search(text, max(0, at - _BEFORE_CENTURY), at + 90)
    if told is None or told.start() > at:
        return
    year = told.group("year") or told.group("built")
    first = 100 * (int(told.group("number")) - 1)
    if not first <= int(year) <= first + 100 and not (told.group("year") and _opens(document, text, told.start() - 7)):
        yield _match(
            text, Span(told.start(), at + len("century")), Span(*told.span("year" if told.group("year") else "built"))
        )


def _opens(document: Document, text: str, at: int) -> bool:
    """Whether so few words stand before a place that a new clause may begin behind it."""
    sentence = sentence_at(document, max(at, 0))
    return sentence is None or len(text[sentence.start : max(at, 0)].split()) < _FEW


def _match(text: str, place: Span, year: Span) -> Match:
    return Match(place, (Evidence(year, text[slice(*year)]),), slots={"year": text[slice(*year)]})


RULE = Rule(
    summary="A year that is not of the decade or century told beside it.",
    why="The 17th century ends with 1700: one of the two was changed, or counted wrongly.",
    message="'{match}', but {year} is not of it.",
    check=check,
    quotations="skip",
    gate=Gate(words=("century", *sorted(_DECADES))),
    examples=(
        Example(
            bad="The mill was put up in the <mark>1920s</mark>, in <evidence>1934</evidence>, by a baker. She had her first hit in "
            "the late <mark>1960s</mark>, in <evidence>1978</evidence>."
        ),
        Example(
            bad="The hall was begun in the <mark>17th century</mark>, in <evidence>1743</evidence>, for a duke. The "
            "<mark>18th-century</mark> chapel, built in <evidence>1643</evidence>, is shut."
        ),
        Example(
            good="The mill was put up in the 1930s, in 1934, by a baker. Built in the 1960s, in 1978, when it shut, it was a bank. "
            "Although it faded in the 2010s, in 2022, a new choir sang. The hall was begun in the 18th century, in 1743, and in the 1800s, in 1855, had a roof. The 18th-century chapel, rebuilt in 1943, is shut. It was popular in the 1960s and in 1978. In the 17th century, in 1743 it was said, all was well."
        ),
    ),
)
