"""One name where there must be two: Dagenham beat Dagenham, between Ghana and Ghana."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from copylint.annotate.words import flowed, vocabulary
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

_NAME = r"(?:the )?(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]{2,})(?: (?:[A-ZÀ-ÖØ-Þ][\w’'-]*|of|de|del|van|FC|United|City)){0,3}"
_WINS = ("beat", "beats", "defeated", "defeats", "thrashed", "edged", "hammered", "outplayed", "overcame", "trounced", "routed",
         "crushed", "eliminated", "stunned", "downed", "faced", "hosted", "visited", "invaded", "sued", "married", "succeeded",
         "replaced", "replaces", "acquired", "bought")  # fmt: skip


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?P<one>{_NAME})(?: (?:have|has|had))?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:\d+-\d+ )?(?P<two>{_NAME})")


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"(?P<one>{_NAME}) (?P<link>and|to|from|for) (?P<two>{_NAME})")


# What leads to two names, and what stands between them.
_LEADS = {
    "between": ("and",), "from": ("to",), "signed": ("from",), "joined": ("from",), "sign": ("from",), "signing": ("from",),
    "left": ("for",), "swapped": ("for",), "joining": ("from",),
}  # fmt: skip


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = vocabulary(document)
    for verb in _WINS:
        if verb not in stand:
            continue
        at = text.find(f" {verb} ")
        while at >= 0:
            second = _after().match(text, at + len(verb) + 2) if _capital(text, at + len(verb) + 2) else None
            first = _before().search(text, max(0, at - 60), at) if second is not None else None
            if first is not None and second is not None:
                yield from _judge(text, first.span("one"), second.span("two"))
            at = text.find(f" {verb} ", at + 1)
    for lead, links in _LEADS.items():
        if lead not in stand:
            continue
        at = text.find(f"{lead} ")
        while at >= 0:
            start = at + len(lead) + 1
            pair = _pair().match(text, start) if _capital(text, start) else None
            if pair is not None and pair.group("link") in links and not text[at - 1 : at].isalnum():
                yield from _judge(text, pair.span("one"), pair.span("two"))
            at = text.find(f"{lead} ", start)


def _capital(text: str, at: int) -> bool:
    return text[at : at + 1].isupper() or text[at : at + 1].isdigit() or text[at : at + 4] == "the "


_OTHER = expression(r"[’'-]|[ -](?:[A-Z]|[ivx]+\b|B\b|reserves|junior|under|women|men|youth|and \d)")


_LONGER = expression(r"[A-Z][\w’'.-]*[ -]$|[-’']$")


def _judge(text: str, first: tuple[int, int], second: tuple[int, int]) -> Iterable[Match]:
    one, two = text[slice(*first)], text[slice(*second)]
    if one.removeprefix("the ").removeprefix("The ") != two.removeprefix("the ") or len(one) < 3:
        return
    if _OTHER.match(text, second[1]):
        return
    if _LONGER.search(text, max(0, first[0] - 24), first[0]):
        return  # part of a longer name before it
    yield Match(Span(*second), (Evidence(Span(*first), one),), slots={"phrase": text[first[0] : second[1]]})


RULE = Rule(
    summary="One name on both sides of what takes two.",
    why="Nobody beats themselves: one of the two names is the wrong one.",
    message="'{phrase}' has one name on both sides.",
    check=check,
    quotations="skip",
    gate=Gate(words=(*_VERBS, *_LEADS)),
    examples=(
        Example(bad="<evidence>Dunmore</evidence> beat <mark>Dunmore</mark> on Saturday."),
        Example(bad="Talks between <evidence>Ghana</evidence> and <mark>Ghana</mark> broke down."),
        Example(bad="She flew from <evidence>Accra</evidence> to <mark>Accra</mark> by way of Lagos."),
        Example(good="Arizona beat Arizona State, Inter beat Inter Miami and Dunmore beat Dunmore's reserves."),
        Example(good="Talks between Ghana and Togo went on, and North Ayr beat Ayr."),
    ),
)
