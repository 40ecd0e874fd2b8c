"""A "last year" with a year that is not the one before: last year, 2019, in a story of March 2021."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_AWAY = {"last": -1, "this": 0, "next": 1}
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
# "last year, 2019,", "next year, in 2020,", "this year (2014)": the year says again which it is.
_SAID = expression(rf" year(?:, (?:in )?{_YEAR}(?=[,.;])| \({_YEAR.replace('year', 'brackets')}\))")
_WHEN = expression(r"(?<!\bthe )(?<!\bThe )\b(?P<when>[Ll]ast|[Tt]his|[Nn]ext)\Z")
_FARTHEST = 5  # years: what is farther off was said at another time


@cache
def _dateline() -> re.Pattern[str]:
    """ "LONDON, March 3, 2021 —" """
    return compiled(rf"\s*[A-ZÀ-Þ][A-ZÀ-Þ .’-]+,[^\n—–]{{0,30}}?\b{_YEAR}(?: \([^)\n]{{1,20}}\))? ?(?:—|–|--|- )")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    told: tuple[int, Span] | None = None  # the year of the story, as an earlier place has it
    for at in sorted([at for mark in (" year, ", " year (") for at in occurrences(document, mark, text)]):
        said = _SAID.match(text, at)
        when = _WHEN.search(text, max(0, at - 9), at) if said is not None else None
        if said is None or when is None:
            continue
        group = "year" if said.group("year") else "brackets"
        year, place = int(said.group(group)), Span(*said.span(group))
        away = _AWAY[when.group("when").lower()]
        now = year - away
        phrase = Span(when.start("when"), at + len(" year"))
        story = _year_of(document)
        if story is not None:
            far = _FARTHEST if document.meta.published is None else 1  # a page may be put up again years later
            if now != story and abs(now - story) <= far and not _turns(document, now - story):
                yield _match(text, place, phrase, story + away)
        elif told is None:
            told = now, Span(phrase.start, said.end())
        elif now != told[0] and abs(now - told[0]) <= _FARTHEST:
            yield _match(text, place, told[1], told[0] + away)


def _year_of(document: Document) -> int | None:
    """The year in which the story was published, or of its dateline."""
    published = document.meta.published
    if published is not None:
        return published.year
    for block in document.blocks:
        if block.kind == "paragraph":
            dated = _dateline().match(flowed(document), block.span.start)
            return None if dated is None else int(dated.group("year"))
    return None


def _turns(document: Document, over: int) -> bool:
    """Whether the year turned between the writing and the day of publication."""
    published = document.meta.published
    return published is not None and ((published.month == 1 and over == -1) or (published.month == 12 and over == 1))


def _match(text: str, place: Span, other: Span, right: int) -> Match:
    said = text[slice(*other)]
    return Match(place, (Evidence(other, said),), slots={"said": said, "right": str(right)})


RULE = Rule(
    summary="A 'last year' or 'next year' with the year that it is not.",
    why="The story was written in another year, or the figure was: one of the two is out of date.",
    message="'{match}' does not fit '{said}': it would be {right}.",
    check=check,
    quotations="skip",
    gate=Gate(pairs=("last year", "this year", "next year")),
    examples=(
        Example(
            bad="LONDON, March 3, 2021 — Sales fell. In all of <evidence>last year</evidence>, <mark>2019</mark>, it took £80m."
        ),
        Example(
            bad="The mill will close <evidence>next year</evidence>, in <mark>2018</mark>.", published="2018-06-03"
        ),
        Example(bad="It won <evidence>this year (2014)</evidence>. In May of last year (<mark>2012</mark>) it lost."),
        Example(
            good="LONDON, March 3, 2021 — Sales fell last year, 2020, and will rise this year. In 2019, the last year before the "
            "war, it took £96m. The next year, in 1991, it shut."
        ),
        Example(good="It won this year (2014). In May of last year (2013) it lost. It will shut next year, in 2015."),
        Example(good="It lost last year, 2018.", published="2020-01-03"),
    ),
)
