"""Parts that do not make up their whole: 12 people, including eight men and five women."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from copylint.annotate.figures import Quantity
from copylint.annotate.quantities import counted, quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

# Classes of which nobody is in two. Only parts of one family are added up.
_FAMILIES = tuple(
    {word: index for index, words in enumerate(family.split("/")) for word in words.split()}
    for family in (
        "man men male males/woman women female females/child children/baby babies infant infants toddler toddlers",
        "man men/woman women/boy boys/girl girls",
        "adult adults grown-ups/child children minor minors/baby babies infant infants",
        "soldier soldiers troops/civilian civilians/policeman policemen/rebel rebels militant militants insurgent insurgents "
        "gunman gunmen attacker attackers bomber bombers",
        "passenger passengers/crew/pilot pilots",
        "student students pupil pupils/teacher teachers/parent parents",
        "republican republicans/democrat democrats/independent independents",
        "conservative conservatives tory tories/labour/liberal liberals",
        "gold golds/silver silvers/bronze bronzes",
        "win wins victory victories/draw draws tie ties/loss losses defeat defeats",
        "vote/abstention abstentions",
        "briton britons/american americans/canadian canadians/australian australians/german germans/frenchman frenchmen/"
        "italian italians/spaniard spaniards/russian russians/ukrainian ukrainians/pole poles/indian indians/"
        "pakistani pakistanis/israeli israelis/palestinian palestinians/syrian syrians/turk turks/iraqi iraqis/"
        "iranian iranians/mexican mexicans/brazilian brazilians/nigerian nigerians/kenyan kenyans/swede swedes/dane danes/"
        "norwegian norwegians/finn finns/greek greeks/afghan afghans/egyptian egyptians",
    )
)  # fmt: skip
_WHOLE = frozenset(
    "people persons victims passengers patients casualties students members suspects survivors workers employees migrants "
    "refugees hostages prisoners detainees deaths players candidates lawmakers senators councillors jurors guests tourists "
    "villagers residents family relatives pilgrims demonstrators protesters games matches medals children fighters bodies "
    "judges officers".split()
)
_INTRODUCED = expression(
    r"(?P<whole>(?:, (?:all )?(?:and )?|: ?| ?[–—] ?| -- ?| \())(?P<including>including |among them |of whom |of them |made up of |comprising |consisting of )?$"
)
_LINK = expression(r",? (?:and|plus|as well as) |, (?:and )?|,? and (?:the )?")
_GROUP = expression(r"\b(?:jury|panel|party|group|team|crew|family|squad|class|committee|board|cast|choir|gang) of $")
_OF_THEM = expression(r" of (?:them|whom)(?: were)? ([a-z]+)")
_OF = expression(r" of (?:the|its|their|his|her|those) (?:other |first |remaining )?$")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    folded = flowed_folded(document)
    done: set[int] = set()
    for marker in _MARKERS:
        at = folded.find(marker)
        while at >= 0:
            if _number_near(folded, at, marker):
                sentence = sentence_at(document, at)
                short = sentence is not None and sentence.end - sentence.start < _LONGEST
                if sentence is not None and short and sentence.start not in done:
                    done.add(sentence.start)
                    yield from _sentence(document, text, sentence)
            at = folded.find(marker, at + 1)


_LONGEST = 2000  # code points of a sentence that is read
# Parts are named with one of these, or "nine of the eight".
_MARKERS = (
    "including ",
    "among them",
    "of whom",
    " comprising ",
    " men",
    " women",
    " children",
    " of the ",
    " of its ",
    " of their ",
    " of them ",
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty".split()
)


def _number_near(folded: str, at: int, marker: str) -> bool:
    if marker in (" men", " women", " children", " of them "):
        before = folded[max(0, at - 12) : at].split()
        return bool(before) and (before[-1][-1].isdigit() or before[-1] in _NUMBERS)
    after = folded[at + len(marker) : at + len(marker) + 26].split()[:2]
    return any(word[0].isdigit() or word in _NUMBERS for word in after)


def _sentence(document: Document, text: str, sentence: Span) -> Iterator[Match]:
    found = [
        one for one in quantities_in(document, sentence) if one.kind == "count" and not one.year and not one.joined
    ]
    for index, whole in enumerate(found):
        if index + 1 >= len(found) or whole.hedge:
            continue
        noun = counted(document, whole)
        if _GROUP.search(text, sentence.start, whole.span.start) is not None:
            noun = Span(whole.span.start, whole.span.end), "people"
        if noun is None:
            continue
        yield from _listed(document, text, whole, noun[0].end, noun[1], found[index + 1 :])
    for part, whole in itertools.pairwise(found):
        gap = text[part.span.end : whole.span.start]
        if _OF.fullmatch(gap) and part.value > whole.value and not whole.hedge and part.value < 1000:
            noun = counted(document, whole)
            if noun is None or (not noun[1].endswith("s") and noun[1] not in _WHOLE):
                continue
            told = f"{_shown(text, part)} cannot be {gap.strip()} {_shown(text, whole)}"
            yield Match(part.span, (Evidence(whole.span, _shown(text, whole)),), slots={"told": told})


def _listed(
    document: Document, text: str, whole: Quantity, noun_end: int, noun: str, rest: list[Quantity]
) -> Iterator[Match]:
    if noun not in _WHOLE:
        return
    between = text[noun_end : rest[0].span.start]
    lead = _INTRODUCED.search(between)
    if lead is None or len(between) > 60 or any(letter.isdigit() for letter in between):
        return
    middle = between[: lead.start()]
    if re.search(r"[,;]|\b(?:and|but|while)\b", middle):
        return
    parts: list[tuple[Quantity, int]] = []
    at = rest[0].span.start
    family: dict[str, int] | None = None
    for quantity in rest:
        if parts and _LINK.fullmatch(text[at : quantity.span.start]) is None:
            break
        phrase = _part(document, text, quantity)
        if phrase is None:
            break
        fits = [one for one in _FAMILIES if phrase[1] in one and (family is None or one is family)]
        if family is None and phrase[1] in ("man", "men", "woman", "women", "child", "children"):
            fits = [one for one in _FAMILIES if phrase[1] in one]
        if not fits:
            return
        family = _shared(fits, document, rest, quantity)
        if family is None:
            return
        if any(family[phrase[1]] == kind for _, kind in parts):
            return  # "two men … three men": two groups, told apart otherwise
        if quantity.hedge:
            return
        parts.append((quantity, family[phrase[1]]))
        at = phrase[0].end
    if len(parts) < 2:
        return
    total = sum(quantity.value for quantity, _ in parts)
    exact = lead.group("including") in (None, "made up of ", "comprising ", "consisting of ")
    after = text[at : at + 12]
    if total > whole.value or (exact and total < whole.value and re.match(r" ?[.;)—–]|$", after)):
        told_parts = " and ".join(_shown(text, quantity) for quantity, _ in parts)
        told = f"{told_parts} make {total:,.10g}, not {_shown(text, whole)}"
        yield Match(
            whole.span,
            tuple(Evidence(quantity.span, _shown(text, quantity)) for quantity, _ in parts),
            slots={"told": told},
        )


def _part(document: Document, text: str, quantity: Quantity) -> tuple[Span, str] | None:
    """The noun of a part: "five women", "five of them women"."""
    among = _OF_THEM.match(text, quantity.span.end)
    if among is not None:
        return Span(*among.span(1)), among.group(1)
    return counted(document, quantity)


def _shared(
    fits: list[dict[str, int]], document: Document, rest: list[Quantity], quantity: Quantity
) -> dict[str, int] | None:
    """The family that the following part is of too; without one, the first."""
    index = rest.index(quantity)
    if index + 1 < len(rest):
        following = _part(document, flowed(document), rest[index + 1])
        if following is not None:
            return next((one for one in fits if following[1] in one), fits[0])
    return fits[0]


def _shown(text: str, quantity: Quantity) -> str:
    return text[quantity.span.start : quantity.span.end]


RULE = Rule(
    summary="Parts that do not make up their whole.",
    why="Eight men and five women are thirteen, whatever the sentence began with: the whole or a part is wrong.",
    message="{told}.",
    check=check,
    severity="suggestion",
    quotations="skip",
    examples=(
        Example(
            bad="The crash killed <mark>12</mark> people, including <evidence>eight</evidence> men and "
            "<evidence>five</evidence> women.",
        ),
        Example(
            bad="Police held <mark>nine</mark> suspects: <evidence>six</evidence> men and <evidence>two</evidence> women.",
        ),
        Example(bad="<mark>Nine</mark> of the <evidence>eight</evidence> judges agreed."),
        Example(good="The crash killed 12 people, including eight men and four women."),
        Example(
            good="The crash killed 12 people, including nine women and seven Britons.",
            why="The classes overlap.",
        ),
        Example(good="Police held 12 suspects, including six men and two women, and let seven of the 12 go."),
        Example(good="About 12 people, including eight men and five women, were there.", why="A rough figure."),
    ),
)
