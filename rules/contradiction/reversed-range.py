"""A range that runs backwards: (1950-1915), between 30 and 20, from 2015 to 2012."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule


@cache
def _lifespan() -> re.Pattern[str]:
    return re.compile(r"\((?:[a-z]+\.? |b\. )?([0-9]{4}) ?[-–—] ?(?:d\. )?([0-9]{4})\)")


@cache
def _between() -> re.Pattern[str]:
    number = r"([$£€]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    unit = r"(%| per ?cent| percent| pct)?"
    return re.compile(
        rf"[Bb]etween {number}{unit} and {number}{unit}(?![\w,.]*[0-9])( (?:million|billion|thousand|trillion|bn|mln|bln))?"
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        r"\b[Ff]rom ((?:1[5-9]|20)[0-9]{2}) (?:to|until|through|till) ((?:1[5-9]|20)[0-9]{2})\b(?![,.]?[0-9]|%| (?:percent|per cent|pct))"
    )


# What goes down from year to year: nothing; but a count may fall from 2015 to 2012.
_FALLING = expression(r"\b(?:f[ae]ll(?:en|ing|s)?|drop\w*|declin\w*|decreas\w*|reduc\w*|cut(?:s|ting)?|slip\w*|lower\w*|down|shr[aiu]nk\w*|slump\w*|"
                      r"plung\w*|plummet\w*|dip\w*|slid\w*|trim\w*|shift\w*|chang\w*|mov\w*|brought|rais\w*|increas\w*|gr[eo]w\w*|"
                      r"r[io]se\w*|went|goes|range\w*|number\w*|back)\b")  # fmt: skip
_BEFORE_CHRIST = expression(r" ?(?:BC|B\.C|BCE|bc)\b")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if "etween " in text:
        yield from _betweens(flowed(document))
    if "rom 1" in text or "rom 2" in text:
        yield from _years(flowed(document))
    if "(" in text:
        for match in _lifespan().finditer(flowed(document)):
            first, last = int(match.group(1)), int(match.group(2))
            if first > last and last > 1000 and first < 2200 and first - last < 130:
                yield _match(flowed(document), match.span(1), match.span(2))


def _betweens(text: str) -> Iterator[Match]:
    at = text.find("etween ")
    while at >= 0:
        match = _between().match(text, at - 1) if at and _figure_at(text, at + 7) else None
        at = text.find("etween ", at + 1)
        if match is None:
            continue
        first, last = match.group(1), match.group(3)
        if first[0] in "$£€" and last[0] not in "$£€" and match.group(5):
            continue
        one, two = (float(figure.lstrip("$£€").replace(",", "")) for figure in (first, last))
        if one <= two or match.group(5) or _BEFORE_CHRIST.match(text, match.end()):
            continue
        if _is_year(first) and not _is_year(last) and two < 100:
            continue  # "between 1998 and 99", "between 2010 and 15 May"
        if _elsewhere(text, match):
            continue
        yield _match(text, match.span(1), match.span(3))


def _figure_at(text: str, at: int) -> bool:
    return text[at : at + 1].isdigit() or text[at : at + 1] in ("$", "£", "€")


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """True if the figures count two things, or stand for a time: "between 10 and 2", "between 30 people and 20 cars"."""
    after = text[match.end() : match.end() + 14]
    if re.match(r" ?(?:a\.?m|p\.?m|o'clock|hours|GMT|[A-Z]|and\b|minus|below|degrees)", after) or after[:1] in ":/-–":
        return True
    before = text[max(0, match.start() - 30) : match.start()].lower()
    return bool(
        re.search(
            r"\b(?:gap|difference|link|relationship|comparison|odds|ratio|score|match|aged?|route|road|junctions?|pages?)\b[\w ]*$",
            before,
        )
    ) and ("age" not in before)


def _years(text: str) -> Iterator[Match]:
    for match in _from().finditer(text):
        first, last = int(match.group(1)), int(match.group(2))
        if first <= last or _BEFORE_CHRIST.match(text, match.end()):
            continue
        clause = re.split(r"[.;]", text[max(0, match.start() - 80) : match.start()])[-1]
        if _FALLING.search(clause.lower()) or re.match(
            r" (?:[a-z]+s|people|[a-z]+ [a-z]+s)\b", text[match.end() : match.end() + 30]
        ):
            continue
        yield _match(text, match.span(1), match.span(2))


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdecimal() and figure[:2] in ("17", "18", "19", "20")


def _match(text: str, first: tuple[int, int], last: tuple[int, int]) -> Match:
    one, two = text[slice(*first)], text[slice(*last)]
    return Match(Span(*first), (Evidence(Span(*last), two),), slots={"first": one, "last": two})


RULE = Rule(
    summary="A range that runs backwards.",
    why="The two ends have changed places, or one of them has a wrong figure.",
    message="{first} to {last} runs backwards.",
    check=check,
    quotations="skip",
    gate=Gate(texts=("etween ", "rom 1", "rom 2", "(")),
    examples=(
        Example(bad="Ada Quell (<mark>1950</mark>-<evidence>1915</evidence>) painted the sea."),
        Example(bad="He led the bank from <mark>2015</mark> to <evidence>2012</evidence>."),
        Example(bad="Fares cost between <mark>30</mark> and <evidence>20</evidence> euros."),
        Example(good="Ada Quell (1915-1950) led the bank from 2012 to 2015; fares cost between 20 and 30 euros."),
        Example(
            good="He ruled from 31 BC to AD 14, in the war of (1914-18) and in 2008-09; he won 6-3.",
            why="No range, or short.",
        ),
        Example(good="The town fell from 2015 to 2012 people.", why="Figures of people."),
        Example(
            good="The shop is open between 10 and 2 p.m.; the gap between 30 and 20 closed.",
            why="Times; a gap.",
        ),
    ),
)
