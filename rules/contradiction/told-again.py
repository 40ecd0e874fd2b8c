"""A figure told again, and another: jailed for eight years, and 'the nine-year sentence'."""

from __future__ import annotations

from copylint.annotate.quantities import quantities_in
from copylint.annotate.word_places import occurrences, where
from copylint.annotate.words import flowed, flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable


class _Told(NamedTuple):
    """What is told once and then again, with "the" or "all" before its figure.

    words: some of these stand where it is told first. phrases: one of them is part of what tells it again. first, again:
    both in the flowed and folded text, with the group `number`, and `of` for what must be one in both. other:
    what stands between the two, or behind the second, where there may be two of them.
    """

    words: frozenset[str]
    phrases: tuple[str, ...]
    first: re.Pattern[str]
    again: re.Pattern[str]
    other: re.Pattern[str]


_SPELT = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty"
_NUMBER = rf"(?P<number>{_SPELT}|[0-9](?:[0-9,.]*[0-9])?)"
_PEOPLE = r"(?: (?!of\b|and\b|or\b|to\b|in\b|others?\b|more\b)[a-z]+){0,2}"
_KINDS = (
    _Told(
        frozenset(("jailed", "imprisoned", "sentenced", "jail")),
        (
            "-year sentence",
            "-year jail",
            "-year prison",
            "-year term",
            "-month sentence",
            "-month jail",
            "-month prison",
        ),
        expression(
            rf"\b(?:(?:jailed|imprisoned|sentenced to|jail) (?:for )?|sentenced (?:him|her) to ){_NUMBER} (?P<of>year|month)s?\b"
        ),
        expression(
            rf"\bthe {_NUMBER}-(?P<of>year|month) (?:jail |prison )?(?:sentence|term|jail term)\b(?! of| for| given| handed| on)"
        ),
        expression(
            r"\b(?:appeal\w*|cut|reduc\w+|increas\w+|maximum|minimum|suspend\w+|original\w*|initial\w*|earlier|previous\w*|second|"
            r"another|con(?:current|secutive)\w*|former|same|more|also|and [a-z]+ for|least|parole|served|faced?|facing|could|while|"
            r"co-accused|brother|accomplice|others?)\b"
        ),
    ),
    _Told(
        frozenset(("fined",)),
        (" fine",),
        expression(rf"\bfined (?:(?:him|her|them|it|the [a-z]+|[a-z]+) )?(?P<of>[£$€]){_NUMBER}"),
        expression(rf"\bthe (?P<of>[£$€]){_NUMBER} fine\b(?! of| for| given| on)"),
        expression(
            r"\b(?:appeal\w*|cut|reduc\w+|increas\w+|maximum|minimum|original\w*|earlier|previous\w*|second|another|total|same|"
            r"also|costs?|surcharge|plus|each|more|others?|while)\b"
        ),
    ),
    _Told(
        frozenset(("killed", "kills", "killing", "died", "drowned", "dead")),
        ("all ",),
        expression(
            rf"\b(?:killed|kills|killing) {_NUMBER}\b{_PEOPLE}|"
            rf"(?:^|[.\n] ?|\bthat |\bwhen ){_NUMBER.replace('number', 'count')}{_PEOPLE} (?:(?:were|have been|had been) )?"
            r"(?:killed|died|drowned)\b"
        ),
        expression(
            rf"\ball (?:of the )?{_NUMBER}{_PEOPLE} (?:who (?:died|were killed|drowned)|dead\b|victims|of the dead)"
        ),
        expression(
            r"\b(?:least|than|about|nearly|almost|some|around|another|others?|more|later died|died later|also|driver|pilot|gunman|attackers?|"
            r"bomber|himself|herself|earlier|previous\w*|last (?:week|month|year)|first|toll|rose|risen|hospital|injur\w+|wounded|crew|second|"
            r"third|fourth|fifth|sixth|tenth|month|year|in (?:19|20)[0-9]{2})\b"
        ),
    ),
    _Told(
        frozenset(("carrying",)),
        ("all ",),
        expression(
            rf"\bcarrying {_NUMBER} (?P<of>passengers|people|children|schoolchildren|pupils|students|tourists)\b(?!,? (?:and|plus|with))"
        ),
        expression(
            rf"\ball (?:of the )?{_NUMBER} (?P<of>passengers|people|children|schoolchildren|pupils|students|tourists) (?:on|aboard|were|had)\b"
        ),
        expression(
            r"\b(?:least|than|about|nearly|almost|some|around|another|others?|more|also|driver|pilot|crew|staff|teachers?|second|"
            r"earlier|previous\w*|last|month|year|collided|both|planes|buses|flights?)\b"
        ),
    ),
    _Told(
        frozenset(("old",)),
        ("-year-old ",),
        expression(r"\ban? (?P<number>[0-9]{1,2})-year-old (?P<of>boy|girl|teenager|man|woman|pensioner)\b"),
        expression(
            r"\bthe (?P<number>[0-9]{1,2})-year-old (?P<of>boy|girl|teenager|man|woman|pensioner)\b(?! (?:who|whose|with|in)\b)"
        ),
        expression(
            r"\b(?:boys|girls|teenagers|men|women|another|others?|second|both|two|three|and an? [0-9]+-year-old|brother|sister|"
            r"friends?|couple|in (?:19|20)[0-9]{2}|years? (?:ago|later|earlier))\b|[a-z]+, [0-9]{1,2},"
        ),
    ),
)
_LEAD, _BEHIND = 24, 60  # code points around what tells a figure again
_NEAR = 900  # code points between the two


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed_folded(document)
    for kind in _KINDS:
        if stand.isdisjoint(kind.words):
            continue
        for phrase in kind.phrases:
            for at in occurrences(document, phrase):
                again = kind.again.search(text, max(0, at - _LEAD), at + _BEHIND)
                if again is not None and again.start() <= at < again.end():
                    yield from _judge(document, text, kind, again)


def _judge(document: Document, text: str, kind: _Told, again: re.Match[str]) -> Iterable[Match]:
    low = max(0, again.start() - _NEAR)
    told = list(kind.first.finditer(text, low, again.start()))
    if len(told) != 1 or (kind.first.search(text, 0, low) if low else None) is not None:
        return
    group = "number" if told[0].group("number") else "count"
    first, second = Span(*told[0].span(group)), Span(*again.span("number"))
    if "of" in again.groupdict() and _said(told[0]) != _said(again):
        return
    values = [_value(document, place) for place in (first, second)]
    if None in values or values[0] == values[1] or where(text, text[slice(*second)], 0, second.start - 1):
        return
    if kind.other.search(text, first.end, min(len(text), second.end + 40)):
        return
    printed = flowed(document)
    yield Match(
        second,
        (Evidence(first, printed[slice(*first)]),),
        slots={"first": printed[slice(*first)]},
    )


def _said(match: re.Match[str]) -> str:
    said = match.group("of")
    return "children" if said in ("schoolchildren", "pupils", "students") else said


def _value(document: Document, place: Span) -> float | None:
    found = [one for one in quantities_in(document, place) if one.number == place]
    return found[0].value if found else None


RULE = Rule(
    summary="A figure told again, and another.",
    why="One is jailed for eight years or for nine: a reader who sees both trusts neither.",
    message="'{match}' here, but '{first}' before.",
    check=check,
    severity="suggestion",
    quotations="skip",
    gate=Gate(words=tuple(sorted(frozenset().union(*(kind.words for kind in _KINDS))))),
    examples=(
        Example(
            bad="Rowe was jailed for <evidence>eight</evidence> years. The <mark>nine</mark>-year sentence was short."
        ),
        Example(
            bad="They fined the baker £<evidence>1,200</evidence>. He said the £<mark>2,100</mark> fine would ruin him."
        ),
        Example(
            bad="The slide killed <evidence>nine</evidence> climbers on Sunday. All <mark>11</mark> climbers who died were "
            "Welsh. A ferry carrying <evidence>88</evidence> passengers sank. All <mark>98</mark> passengers on board swam."
        ),
        Example(
            bad="A <evidence>12</evidence>-year-old girl was found safe. The <mark>13</mark>-year-old girl had been lost since "
            "Sunday."
        ),
        Example(
            good="Rowe was jailed for eight years. He had faced a nine-year sentence, and the nine-year sentence of Lowe was "
            "cut. They fined the baker £1,200 and, with costs, the £2,100 fine would ruin him."
        ),
        Example(
            good="The slide killed nine climbers on Sunday. In 2019 all 11 climbers who died were Welsh. A ferry carrying 88 "
            "passengers and ten crew sank. All 98 people on board swam. A 12-year-old girl and a 13-year-old girl were found "
            "safe. The 13-year-old girl had been lost. An 8-year-old girl found the dog, and the 12-year-old girl who owns it wept."
        ),
    ),
)
