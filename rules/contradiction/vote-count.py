"""Votes that cannot have been cast so: a seven-member board that voted 5-3, a unanimous vote of 6-1."""

from __future__ import annotations

from copylint.annotate.number_words import ONES
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_BODIES = (
    "board|council|committee|court|commission|panel|senate|house|assembly|parliament|chamber|cabinet|bench|legislature"
)
_MEMBERS = "member|seat|justice|judge|person"
_NUMBER = rf"(?P<number>{'|'.join(ONES)}|[1-9][0-9]{{0,2}})"
_VOTES = r"(?P<one>[0-9]{1,3})(?:[-–]| votes to | votes,? with )(?P<two>[0-9]{1,3})(?![\w–-]|[.,:/][0-9])"
_VOTED = rf"(?:\b(?:voted|ruled|split|vote of)(?: [a-z]+){{0,2}},?|\b(?:by|in|on) an?|\bby) {_VOTES}"
_BACKED = rf"\b(?:backed|approved|rejected|adopted|upheld|passed)(?: (?!for\b|of\b|a\b|to\b|by\b|in\b)[a-z’'-]+){{1,6}} {_VOTES}(?=[.,;)]| (?:after|on|in favou?r|to|with|over|against|following|[A-Z][a-z]+day)\b)".replace(
    "?P<one>", "?P<ayes>"
).replace("?P<two>", "?P<noes>")
# "The seven-member board voted 5-3": between the two stands no other body, and no other vote.
_BODY = expression(
    rf"-(?:{_MEMBERS}) (?:(?!(?:majority|minority|lead|advantage|edge|margin|gap|gain|swing|loss|deficit|cushion|in|on|of|over|for)\b)"
    rf"[A-Za-z’'-]+ ){{0,4}}?(?i:{_BODIES})(?: of (?:education|directors|supervisors|trustees|commissioners|governors|regents|"
    rf"elections|aldermen|select(?:men|persons)?))?(?P<gap>[^.;:()“”\n0-9]{{0,60}}?) ?(?:{_VOTED}|{_BACKED})"
)
_OTHER_BODY = expression(rf"\b(?i:{_BODIES}|and|but|after|of|before|while|whose|which had|since|lower|upper)\b")
_NUMBER_BEFORE = expression(rf"(?<![\w.,’-])(?i:{_NUMBER})\Z")
_IN_CHAMBER = expression(
    rf"\b(?:voted|vote|by|passed|approved|rejected|won)(?: [a-z]+){{0,3}}? {_VOTES}(?: (?:votes?|ruling|decision))?"
    rf"(?: in favou?r)? in the {_NUMBER}-(?:{_MEMBERS}) (?:[A-Za-z-]+ ){{0,3}}?(?i:{_BODIES})"
)
# The three judges of a boxing match give "a unanimous 98-92 decision": that word is left out.
_ACTS = "vote|ruling|verdict|opinion|approval|resolution|margin"
_UNANIMOUS = expression(
    rf"unanimous(?P<act> (?:{_ACTS})(?: of)?| (?:[A-Za-z]+ ){{1,3}}?(?:ruled|voted))?,? \(?{_VOTES}(?(act)|(?= (?:{_ACTS})\b))"
)
_AGREED = expression(
    rf"unanimously,? (?P<deed>(?:approved|passed|voted|agreed|backed|adopted|rejected),? )?\(?{_VOTES}"
)
_DEED = expression(r"\b(?:voted|approved|passed|ruled|agreed|decided|backed|adopted|rejected)\b[^.;]{0,40}\Z")
_MIND_BEHIND = expression(rf"\b{_VOTES} unanimous (?:{_ACTS})\b")
_FEWEST = 2
_REACH = 140  # code points in which a body and its vote stand


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    if not stand.isdisjoint(("unanimous", "unanimously")):
        for at in occurrences(document, "unanimous", text):
            yield from _of_one_mind(text, at)
    for word in _MEMBERS.split("|"):
        if word in stand:
            for at in occurrences(document, f"-{word} ", text):
                yield from _by_body(text, at)
                yield from _in_chamber(text, at)


def _by_body(text: str, at: int) -> Iterator[Match]:
    number = _NUMBER_BEFORE.search(text, max(0, at - 12), at)
    told = _BODY.match(text, at, at + _REACH) if number is not None else None
    if number is not None and told is not None and _OTHER_BODY.search(told.group("gap")) is None:
        yield from _judge(text, told, Span(*number.span("number")))


def _in_chamber(text: str, at: int) -> Iterator[Match]:
    """ "by 52 votes to 49 in the 99-seat chamber"."""
    for told in _IN_CHAMBER.finditer(text, max(0, at - _REACH), at + _REACH):
        if told.end("number") == at:
            yield from _judge(text, told, Span(*told.span("number")))


def _judge(text: str, told: re.Match[str], number: Span) -> Iterator[Match]:
    said = text[slice(*number)]
    most = ONES.get(said.lower()) or int(said)
    first, second = _groups(told)
    cast = int(told.group(first)) + int(told.group(second))
    if _FEWEST < most < cast:
        yield _match(text, told, number, f"{cast} votes of {said}")


def _of_one_mind(text: str, at: int) -> Iterator[Match]:
    """ "voted unanimously, 6-1", "in a unanimous 5-4 ruling", "a 5-4 unanimous vote"."""
    word = _one_mind().match(text, at)
    told = _AGREED.match(text, at)
    if told is not None and told.group("deed") is None and _DEED.search(text, max(0, at - 60), at) is None:
        return  # "ranked unanimously 1-2"
    told = told or _UNANIMOUS.match(text, at) or _MIND_BEHIND.search(text, max(0, at - 16), at + 24)
    if word is not None and told is not None and int(told.group("one")) and int(told.group("two")):
        yield _match(text, told, Span(*word.span()), "not all were of one mind")


@cache
def _one_mind() -> re.Pattern[str]:
    return compiled("unanimous(?:ly)?")


def _groups(told: re.Match[str]) -> tuple[str, str]:
    """The names of the groups that hold the two figures of a vote."""
    return ("one", "two") if told.group("one") else ("ayes", "noes")


def _match(text: str, told: re.Match[str], other: Span, why: str) -> Match:
    first, second = _groups(told)
    votes = Span(told.start(first), told.end(second))
    return Match(votes, (Evidence(other, text[slice(*other)]),), slots={"told": why})


RULE = Rule(
    summary="Votes that cannot have been cast so.",
    why="A board of seven has seven votes, and what is unanimous has none against it: one of the figures is wrong.",
    message="'{match}', but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=("unanimous", "unanimously", *_MEMBERS.split("|")),
        both=(Gate(shapes=("0-0", "0a0"), pairs=("votes to",)),),
    ),
    examples=(
        Example(
            bad="The <evidence>seven</evidence>-member board voted <mark>5-3</mark> to shut the pool. It passed by <mark>52 votes to 49</mark> in the "
            "<evidence>99</evidence>-seat chamber."
        ),
        Example(
            bad="The council voted <evidence>unanimously</evidence>, <mark>6-1</mark>, to buy it. In a "
            "<evidence>unanimous</evidence> <mark>5-4</mark> ruling the court agreed. The <mark>4-1</mark> "
            "<evidence>unanimous</evidence> vote came late."
        ),
        Example(
            bad="The <evidence>five</evidence>-member commission backed the purchase <mark>4-2</mark> after two hours. A "
            "<evidence>unanimous</evidence> Supreme Court ruled <mark>7-2</mark> that it was lawful."
        ),
        Example(
            good="The five-member commission backed the purchase 3-2 after two hours, and approved homes for 10-20 families. The "
            "five-member board adopted a plan for 4-6 weeks. A unanimous Supreme Court ruled 9-0 that it was lawful."
        ),
        Example(
            good="The seven-member board voted 4-3 to shut the pool, and unanimously, 7-0, to sell it. The five-member panel advises "
            "the council, which voted 7-2. It passed by 50 votes to 49 in the 100-seat chamber. Quill won by a unanimous 98-92 "
            "decision, and by unanimous decision (30-27, 29-28). With a three-seat majority in the House, they passed it by 218-211. They "
            "are ranked unanimously 1-2 in the land. The three-member committee of the council, voted 6-1, was wound up. The mayor asked the five-member board "
            "to act after the council voted 6-3.",
            why="Other bodies, and boxing.",
        ),
    ),
)
