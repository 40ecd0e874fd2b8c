"""Compounds of an age: 24-year-old, whole or with a hyphen too few."""

from __future__ import annotations

from copylint.annotate.forms import FUNCTION_WORDS
from copylint.annotate.words import flowed_folded
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNITS = frozenset("day week month year decade century days weeks months years decades centuries".split())
OLD = frozenset("old olds old's olds' old’s".split())
_BE = frozenset("am are be been being is was were turned turns turning".split())
_ONES = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen"
)
_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
)
_NUMBER = rf"\d[\d,]*(?:\.\d+)?|{_TENS}|{_ONES}|hundred"
# What stands before "old": the number and its unit, and perhaps another number that shares both.
_BEFORE = expression(
    rf"(?<![\w$£€.,–-])(?:(?P<range>{_NUMBER})(?P<to>-? (?:to|and|or|through) |(?<=\d)[-–](?=\d)))?"
    rf"(?P<number>{_NUMBER})(?P<first>[ -])(?P<unit>day|week|month|year|decade|century)(?P<plural>s?)(?P<second>[ -])\Z"
)
_MOST_BEFORE = 60
_ARTICLE = expression(r"(?<!\w)(?:an?|the)(?: [a-z]+)? \Z")
_NEXT = expression(r"[ \n]([a-z][\w'’]*)")


class BrokenAge(NamedTuple):
    """An age compound that lacks a hyphen: its place, and how it is written."""

    span: Span
    whole: str


def is_age(parts: Sequence[str]) -> bool:
    """Whether a compound is an age, or ends as one does: (24, year, old), (year, old)."""
    return len(parts) > 1 and parts[-1] in OLD and parts[-2] in UNITS


def broken_ages(document: Document) -> Iterator[BrokenAge]:
    """The ages before a noun, or as one, whose three parts no hyphens join; "he is 24 years old" needs none."""
    text = flowed_folded(document)
    at = text.find("old")
    while at >= 0:
        end = at + 4 if text.startswith("olds", at) else at + 3
        if text[at - 1 : at] in (" ", "-") and text[end - 4 : end - 3] + text[end : end + 1] not in ("--",):
            found = _broken_age(document, text, at, end)
            if found is not None:
                yield found
        at = text.find("old", end)


def _broken_age(document: Document, text: str, at: int, end: int) -> BrokenAge | None:
    after = text[end : end + 1]
    # An old-age pension; the Old Firm.
    if (
        after.isalnum()
        or (after in ("-", "'", "’") and text[end + 1 : end + 2] != "s")
        or not document.text[at].islower()
    ):
        return None
    floor = max(0, at - _MOST_BEFORE)
    match = _BEFORE.search(text, floor, at)
    if match is None or (match["first"] == match["second"] == "-"):
        return None
    number, unit = match["number"], match["unit"]
    following = _NEXT.match(text, end)
    has_noun = following is not None and following[1] not in FUNCTION_WORDS
    start = match.start("number")
    ranged = match["range"] is not None
    if ranged and match["first"] == " ":
        start = match.start("range")
    before = text[max(0, start - 40) : start]
    is_one = number in ("one", "1")
    if match["plural"] or is_one:
        # She is one year old; they are two years old. But no: a two years old boy.
        if (
            end - at == 3
            and (match["first"], match["second"]) == (" ", " ")
            and not (has_noun and _ARTICLE.search(before) is not None)
        ):
            return None
        if match["plural"] and end - at == 3 and not has_noun:
            return None
        joined = (match["first"], match["second"]) == (" ", "-")
        if match["plural"] and joined and following is not None and following[1].endswith("s"):
            return None  # "two decades-old camps": two camps
    old = document.text[at:end]
    written = document.text[match.start("number") : match.end("number")].replace(" ", "-")
    if end - at == 3 and not has_noun and before.split()[-1:] and before.split()[-1] in _BE:
        return BrokenAge(Span(start, end), f"{document.text[start : match.end('number')]} {unit}s {old}")
    whole = f"{written}-{unit}-{old}"
    if start != match.start("number"):
        low = document.text[start : match.end("range")].replace(" ", "-")
        joint = match["to"].strip("- ") if match["to"] not in ("-", "–") else "to"
        whole = f"{low}- {joint} {whole}"
    return BrokenAge(Span(start, end), whole)
