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
    near: bool = False  # a slip of one or two: what is farther off is of others


_SPELT = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty"
)
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
_COUNTED = (
    r"(?P<of>men|women|people|passengers|members|children|students|pupils|soldiers|officers|suspects|miners|climbers|hikers|"
    r"skiers|sailors|workers|survivors|defendants|firefighters|players|hostages|fishermen|tourists|jurors|judges|directors|"
    r"boys|girls|teenagers|brothers|sisters|horses|dogs|vehicles|homes|houses)"
)
_NUMBERS = frozenset((*_SPELT.split("|"), *map(str, range(10, 21))))
_ALL_NUMBERS = tuple([f"all {number}" for number in sorted(_NUMBERS)])
_ALL = _Told(
    frozenset(("all",)),
    (" all ", "\nall "),
    expression(rf"\b{_NUMBER} {_COUNTED}\b"),
    expression(
        rf"(?:[.\n]|\b(?:found|rescued|saved|freed|released|arrested|plucked|pulled)) ?all {_NUMBER} {_COUNTED} (?:were|are|had|have|was|will|escaped|survived|died|came|remain|face|pleaded|deny|denied|"
        r"admitted|alive|safe|unharmed|dead)\b"
    ),
    expression(
        rf"\b(?:{_SPELT}|one|[0-9]+|another|others?|more|also|later|earlier|previous\w*|(?:fifth|sixth|seventh|eighth|ninth|tenth))\b"
    ),
    near=True,
)
_FATES = expression(
    rf"\b(?:(?:killed|kills|killing) (?P<dead>{_SPELT}|[0-9]+){_PEOPLE},? and (?:injured|injuring|injures|wounded|wounding|wounds|hurt|"
    rf"hurting) (?P<hurt>{_SPELT}|[0-9]+)\b|(?:left|leaves|leaving) (?P<lost>{_SPELT}|[0-9]+){_PEOPLE} dead and "
    rf"(?P<sore>{_SPELT}|[0-9]+)(?: others)? (?:injured|hurt|wounded)\b|\b(?P<fell>{_SPELT}|[0-9]+){_PEOPLE} (?:were|was) killed and "
    rf"(?P<ill>{_SPELT}|[0-9]+)(?: others)?(?: were)? (?:injured|hurt|wounded)\b)"
)
_OF_BOTH = expression(
    rf"\b(?:the (?P<those>{_SPELT}|[0-9]+) (?:casualties|victims)|all (?P<all>{_SPELT}|[0-9]+) "
    rf"(?:casualties|victims|were|are|came|worked|belonged|lived)|number of casualties to (?P<sum>{_SPELT}|[0-9]+))\b"
)
_OTHERS = expression(
    r"\b(?:least|than|about|nearly|almost|another|more|also|later|earlier|previous\w*|second|toll|risen|gunman|attackers?|bomber|"
    r"himself|in (?:19|20)[0-9]{2})\b"
)
_HURT = frozenset(("injured", "injuring", "wounded", "wounding", "hurt"))
_DEAD = frozenset(("killed", "kills", "killing", "dead"))
_FATE = 60  # code points round the word for the hurt in which both numbers stand
_AND = 24  # code points before it in which "and" stands
_SLIP = 2
_LEAD, _BEHIND = 24, 60  # code points around what tells a figure again
_NEAR = 900  # code points between the two


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed_folded(document)
    hurt = stand & _HURT
    if hurt and not stand.isdisjoint(_DEAD):
        yield from _killed_and_hurt(document, text, hurt)
    for kind in (*_KINDS, _ALL):
        if stand.isdisjoint(kind.words):
            continue
        for phrase in kind.phrases:
            for at in occurrences(document, phrase):
                if kind.near and text[at + len(phrase) : text.find(" ", at + len(phrase))] not in _NUMBERS:
                    continue
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
    one, two = values
    if one is None or two is None or one == two or (kind.near and abs(one - two) > _SLIP):
        return
    if where(text, text[slice(*second)], 0, second.start - 1):
        return
    if kind.other.search(text, first.end, second.start) or kind.other.search(text, second.end, second.end + 40):
        return
    printed = flowed(document)
    yield Match(
        second,
        (Evidence(first, printed[slice(*first)]),),
        slots={"first": printed[slice(*first)]},
    )


def _killed_and_hurt(document: Document, text: str, hurt: frozenset[str]) -> Iterable[Match]:
    """ "killed four people and wounded nine. The 14 victims …"."""
    told = {
        found.start(): found
        for word in hurt
        for at in occurrences(document, f" {word}")
        if " and " in text[max(0, at - _AND) : at + 1]
        and (found := _FATES.search(text, max(0, at - _FATE), at + _FATE)) is not None
    }
    if len(told) != 1:
        return
    ((_, fates),) = told.items()
    both = [Span(*fates.span(group)) for group, said in fates.groupdict().items() if said is not None]
    parts = [_value(document, place) for place in both]
    again = _OF_BOTH.search(text, fates.end(), fates.end() + _NEAR)
    if again is None or None in parts:
        return
    place = Span(*again.span(again.lastgroup or 0))
    value, whole = _value(document, place), sum(part for part in parts if part is not None)
    if value is None or value in (*parts, whole) or abs(value - whole) > max(_SLIP, whole / 5):
        return
    if not _OTHERS.search(text, max(0, fates.start() - _LEAD), min(len(text), place.end + 40)):
        printed = flowed(document)
        one, two = (printed[slice(*part)] for part in both)
        yield Match(
            place, tuple(Evidence(part, printed[slice(*part)]) for part in both), slots={"first": f"{one} and {two}"}
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
    gate=Gate(words=(*sorted(_HURT), *sorted(frozenset().union(*(kind.words for kind in _KINDS)))), pairs=_ALL_NUMBERS),
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
            bad="<evidence>Seven</evidence> men were on the boat when it sank. All <mark>eight</mark> men were saved."
        ),
        Example(
            bad="The blast left <evidence>five</evidence> dead and <evidence>11</evidence> hurt. The <mark>17</mark> casualties "
            "were all miners."
        ),
        Example(
            good="Seven men were on the boat and one woman swam. All eight men on the other were saved. The blast left five dead and "
            "11 hurt. The 16 casualties were all miners; the five victims were named. "
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
