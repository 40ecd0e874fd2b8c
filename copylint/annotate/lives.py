"""Lives: years of birth and of death with the age at death, of one person. Nothing is judged here."""

from __future__ import annotations

from copylint.annotate.ages import OTHERS
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, marks, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_BORN_IN = r"(?P<born>(?:1[5-9]|20)[0-9]{2})"
_DATE = r"(?:[0-9]{1,2}(?:st|nd|rd|th)? )?(?:[A-Z][a-z]+\.? )?(?:[0-9]{1,2}, )?"
_DIED_IN = r"(?P<died>(?:1[5-9]|20)[0-9]{2})"
_DIED_AGED = r"(?:aged|at the age of|at) (?P<age>[0-9]{1,3})\b(?![.,:]?[0-9]|-| ?[ap]\.?m)"
_SPAN_DIED = expression(
    rf"\({_BORN_IN} ?[-–] ?{_DIED_IN}\)(?P<between>[^.;\n]{{0,60}}?)\bdied,? (?:[A-Za-z]+,? ){{0,3}}?{_DIED_AGED}"
)
_SPAN_WAS = expression(
    rf"\({_BORN_IN} ?[-–] ?{_DIED_IN}\)(?P<between>) was (?:just |only )?(?P<age>[0-9]{{1,3}}) when s?he died\b"
)
_BORN_DIED = expression(
    rf"\b[Bb]orn (?:[^.;0-9\n]{{0,40}} )?(?:[0-9]{{1,2}} )?(?:[A-Z][a-z]+ )?(?:[0-9]{{1,2}}, )?{_BORN_IN}\b"
    rf"(?P<between>[^.\n]{{0,120}}?)\bdied [^.;\n]{{0,30}}?\b{_DIED_IN},? {_DIED_AGED}"
)

_WAS_WHEN = expression(
    rf"\b[Bb]orn (?:[^.;0-9\n]{{0,40}} )?{_DATE}{_BORN_IN}\b"
    rf"(?P<between>[^.;0-9\n]{{0,60}}?) was (?:just |only )?(?P<age>[0-9]{{1,3}}) when s?he died "
    rf"(?:[^.;0-9\n]{{1,30}} )?(?:in|on) {_DATE}{_DIED_IN}"
)
_BORN_YEAR = expression(rf" born (?:[^.;0-9\n]{{0,40}} )?(?:in|on) {_DATE}{_BORN_IN}\b")
_DIED_AGAIN = expression(
    rf"(?:^|[.\n] ?)(?P<name>[A-ZÀ-Þ][\w’'-]+) died (?:[^.;0-9\n]{{1,30}} )?(?:in|on) {_DATE}{_DIED_IN},? "
    rf"(?:[^.;0-9\n]{{1,30}} )?{_DIED_AGED}"
)
_DATES = expression(rf"born (?:on |in )?{_DATE}{_BORN_IN}[;,] died (?:on |in )?{_DATE}{_DIED_IN}\b")
_HAS_DIED = expression(r"\b(?:who|has|have) died,? (?:aged|at the age of|at) (?P<age>[0-9]{1,3})\b")


class Life(NamedTuple):
    """A life told in one sentence: the spans of the years of birth and of death, and of the age at death."""

    born: Span
    died: Span
    age: Span


@reading
def lives(document: Document) -> tuple[Life, ...]:
    """The lives of which one sentence tells birth, death and age: "(1902-1978), who died aged 76", "born in 1940, he
    died in 2010, aged 69"; or of which one tells the birth, the only one of the article, and a later one the rest; or
    the only one whose dates stand at the end."""
    text, said = flowed(document), token_set(document)
    if "died" not in said:
        return ()
    found = [*_SPAN_DIED.finditer(text), *_SPAN_WAS.finditer(text)] if "(" in marks(document) else []
    if "born" in said:
        found += _at_births(document, _BORN_DIED)
        found += _at_births(document, _WAS_WHEN)
    told = [
        Life(Span(*match.span("born")), Span(*match.span("died")), Span(*match.span("age")))
        for match in found
        if not OTHERS.search(text, *match.span("between"))
    ]
    if "born" in said and not told:
        told += _in_two_sentences(document, text)
        told += _at_the_end(document, text)
    return tuple(told)


def _in_two_sentences(document: Document, text: str) -> Iterator[Life]:
    """ "Doe was born in 1931 in Ayr. She died on 3 May 2019, aged 88."."""
    born = [one for at in occurrences(document, " born ") if (one := _BORN_YEAR.match(text, at)) is not None]
    if len(born) != 1 or OTHERS.search(text, max(0, born[0].start() - 100), born[0].start()):
        return
    for died in _DIED_AGAIN.finditer(text, born[0].end()):
        name = died.group("name")
        named = name in ("He", "She") or text.find(name, max(0, born[0].start() - 100), born[0].start()) >= 0
        if named and not OTHERS.search(text, born[0].end(), died.start()):
            yield Life(Span(*born[0].span("born")), Span(*died.span("died")), Span(*died.span("age")))


def _at_the_end(document: Document, text: str) -> Iterator[Life]:
    """ "Jane Doe, who has died aged 88, …", and at the end "Jane Doe, born 3 May 1931; died 9 January 2020"."""
    dates = [one for at in occurrences(document, "born ") if (one := _DATES.match(text, at)) is not None]
    ages = list(_HAS_DIED.finditer(text))
    if len(dates) == len(ages) == 1:
        yield Life(Span(*dates[0].span("born")), Span(*dates[0].span("died")), Span(*ages[0].span("age")))


def _at_births(document: Document, life: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What an expression that begins with "born" finds. It would be tried at each character of the text."""
    text, end = flowed(document), 0
    for at in occurrences(document, "born"):
        match = life.match(text, at) if at >= end else None
        if match is not None:
            yield match
            end = match.end()
