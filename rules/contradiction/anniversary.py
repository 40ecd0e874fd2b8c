"""An anniversary that the years beside it do not make: founded in 1911, it marked its 75th anniversary in 1996."""

from __future__ import annotations

from copylint.annotate.dates import dates
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ORDINAL = expression(r"\b([1-9][0-9]{0,2})(?:st|nd|rd|th)\Z")
_CENTURIES = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200}
_JEWELS = {"silver": 25, "ruby": 40, "golden": 50, "diamond": 60}
_NAMED = frozenset((*_CENTURIES, "anniversary", "wedding"))
_ANY_YEAR = expression(r"\b(?:1[5-9]|20)[0-9]{2}(?![-–/\w]|[.,][0-9])")
_FOUNDED = expression(
    r"\b(?:[Ff]ounded|married|wed|established|opened|formed|launched|built|started|began|begun|released|published|"
    r"shown|staged|held|created|incorporated|set up) in \Z|\banniversary of (?:[\w’'-]+ ){0,5}\Z"
)
_BESIDE = 30  # code points between an anniversary and its year
_LONGEST = 400  # code points of a sentence with an anniversary
_THE = (", the ", ", its ", ", their ", " – the ", " — the ")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for word in sorted(_NAMED & token_set(document)):
        for at in occurrences(document, f" {word}"):
            told = _told(text, at, word)
            if told is not None:
                yield from _in_sentence(document, text, at + 1 + len(word), *told)
                yield from _of_a_day(document, text, *told)


def _in_sentence(document: Document, text: str, end: int, place: Span, number: int) -> Iterator[Match]:
    """ "founded in 1911, marked its 75th anniversary in 1996", "… its centenary in 2001"."""
    sentence = sentence_at(document, place.start)
    if sentence is None or sentence.end - sentence.start > _LONGEST:
        return
    years = list(_ANY_YEAR.finditer(text, sentence.start, sentence.end))
    if len(years) != 2 or years[0].group() == years[1].group():
        return
    first, last = sorted(years, key=lambda year: year.group())
    if not _FOUNDED.search(text, max(sentence.start, first.start() - 60), first.start()):
        return
    lie = int(last.group()) - int(first.group())
    between = text[last.end() : place.start] if last.end() < end else text[end : last.start()]
    if len(between) > _BESIDE or not text.endswith(("in ", "In "), 0, last.start()):
        return  # the year of something else
    if abs(lie - number) > 1:
        yield _match(text, place, Span(*first.span()), Span(*last.span()), lie)


def _of_a_day(document: Document, text: str, place: Span, number: int) -> Iterator[Match]:
    """ "sank on 2 April 1916. … On 2 April 2016, the 90th anniversary, …": the only other time that the day is told."""
    printed = [one for one in dates(document) if one.year is not None and one.day]
    last = next((one for one in printed if text[one.span.end : place.start] in _THE), None)
    if last is None or last.year is None:
        return
    of_the_day = [one for one in printed if (one.month, one.day) == (last.month, last.day) and one.year != last.year]
    if len(of_the_day) == 1 and of_the_day[0].year is not None:
        lie = last.year - of_the_day[0].year
        if lie > 0 and lie != number:
            yield _match(text, place, of_the_day[0].span, last.span, lie)


def _told(text: str, at: int, word: str) -> tuple[Span, int] | None:
    """The place of an anniversary whose word stands behind an offset, and how many years it tells."""
    if word == "anniversary":
        ordinal = _ORDINAL.search(text, max(0, at - 6), at)
        return (Span(ordinal.start(), at), int(ordinal.group(1))) if ordinal is not None else None
    end = at + 1 + len(word)
    if word == "wedding":
        jewel = text[text.rfind(" ", 0, at) + 1 : at].lower()
        return (Span(at - len(jewel), end), _JEWELS[jewel]) if jewel in _JEWELS else None
    return Span(at + 1, end), _CENTURIES[word]


def _match(text: str, place: Span, first: Span, last: Span, years: int) -> Match:
    evidence = tuple(Evidence(one, text[slice(*one)]) for one in sorted((first, last)))
    told = f"{text[slice(*first)]} to {text[slice(*last)]} is {years} year{'' if years == 1 else 's'}"
    return Match(place, evidence, slots={"told": told})


RULE = Rule(
    summary="An anniversary that the years beside it do not make.",
    why="One of the three figures is wrong, and only the one who wrote it knows which.",
    message="'{match}' here, but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(words=tuple(sorted(_NAMED))),
    examples=(
        Example(
            bad="Founded in <evidence>1911</evidence>, the mill marked its <mark>centenary</mark> in <evidence>2001</evidence>. "
            "They married in <evidence>1975</evidence> and kept their <mark>golden wedding</mark> in <evidence>2020</evidence>."
        ),
        Example(
            bad="The mill, founded in <evidence>1911</evidence>, marked its <mark>75th</mark> anniversary in "
            "<evidence>1996</evidence>. The ship sank on <evidence>2 April 1916</evidence>. They met on <evidence>2 April "
            "2016</evidence>, the <mark>90th</mark> anniversary of the wreck."
        ),
        Example(
            good="Founded in 1911, the mill marked its centenary in 2011. They married in 1970 and kept their golden wedding in "
            "2020. Founded in 1950, it plans its centenary. The mill, founded in 1911, marked its 75th anniversary in 1986. On "
            "the 49th anniversary of the 1965 flood, few think of the storm in 1992."
        ),
        Example(
            good="The ship sank on 2 April 1916. They met on 2 April 2016, the 100th anniversary of the wreck, and on 3 May 2016, "
            "the 70th anniversary of the war's end."
        ),
    ),
)
