"""One name where there must be two: Dagenham beat Dagenham, between Ghana and Ghana."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

_NAME = r"(?:the )?(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]{2,})(?: (?:[A-ZÀ-ÖØ-Þ][\w’'-]*|of|de|del|van|FC|United|City)){0,3}"
_WINS = ("beat", "beats", "defeated", "defeats", "thrashed", "edged", "hammered", "outplayed", "overcame", "trounced", "routed",
         "crushed", "eliminated", "stunned", "downed", "faced", "hosted", "visited", "invaded", "sued", "married", "succeeded",
         "replaced", "replaces", "acquired", "bought")  # fmt: skip


@cache
def _won() -> re.Pattern[str]:
    verbs = "|".join(_WINS)
    return re.compile(rf"(?<![\w’'-])(?P<one>{_NAME}) (?:(?:have|has|had) )?(?:{verbs}) (?:\d+-\d+ )?(?P<two>{_NAME})")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\b(?:between (?P<one>{_NAME}) and (?P<two>{_NAME})|from (?P<three>{_NAME}) to (?P<four>{_NAME})"
                      rf"|(?:sign(?:ed|ing|s)?|join(?:ed|ing|s)|left|leav(?:es|ing)|swapp(?:ed|ing)) (?P<five>{_NAME}) (?:from|for) (?P<six>{_NAME}))")  # fmt: skip


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if any(f" {verb} " in text for verb in _WINS):
        for match in _won().finditer(flowed(document)):
            yield from _judge(flowed(document), match, "one", "two")
    if "between " in text or "from " in text or " for " in text:
        for match in _between().finditer(flowed(document)):
            for first, second in (("one", "two"), ("three", "four"), ("five", "six")):
                if match.group(first):
                    yield from _judge(flowed(document), match, first, second)


_OTHER = re.compile(r"[’'-]|[ -](?:[A-Z]|[ivx]+\b|B\b|reserves|junior|under|women|men|youth|and \d)")


def _judge(text: str, match: re.Match[str], first: str, second: str) -> Iterable[Match]:
    one, two = match.group(first), match.group(second)
    if one.removeprefix("the ").removeprefix("The ") != two.removeprefix("the ") or len(one) < 3:
        return
    if _OTHER.match(text, match.end(second)):
        return
    if re.search(r"[A-Z][\w’'.-]*[ -]$|[-’']$", text[max(0, match.start(first) - 24) : match.start(first)]):
        return  # part of a longer name before it
    place = Span(*match.span(second))
    yield Match(place, (Evidence(Span(*match.span(first)), one),), slots={"phrase": match.group()})


RULE = Rule(
    summary="One name on both sides of what takes two.",
    why="Nobody beats themselves: one of the two names is the wrong one.",
    message="'{phrase}' has one name on both sides.",
    check=check,
    quotations="skip",
    examples=(
        Example(bad="<evidence>Dunmore</evidence> beat <mark>Dunmore</mark> on Saturday."),
        Example(bad="Talks between <evidence>Ghana</evidence> and <mark>Ghana</mark> broke down."),
        Example(bad="She flew from <evidence>Accra</evidence> to <mark>Accra</mark> by way of Lagos."),
        Example(good="Arizona beat Arizona State, Inter beat Inter Miami and Dunmore beat Dunmore's reserves."),
        Example(good="Talks between Ghana and Togo went on, and North Ayr beat Ayr."),
    ),
)
