"""One name where there must be two: Dagenham beat Dagenham, between Ghana and Ghana."""

from __future__ import annotations

from copylint.annotate.words import flowed, shape, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_NAME = r"(?:the )?(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]{2,})(?: (?:[A-ZÀ-ÖØ-Þ][\w’'-]*|of|de|del|van|FC|United|City)){0,3}"
# What one does to another: the verb, and what follows it before the name.
_VERBS = {
    **dict.fromkeys(
        "beat beats defeated defeats thrashed edged hammered outplayed overcame trounced routed crushed eliminated "
        "stunned downed faced hosted visited invaded sued married succeeded replaced replaces acquired bought "
        "outscored topped whipped shocked".split(),
        "",
    ),
    "lost": "to ", "drew": "with ", "met": "", "divorced": "",
}  # fmt: skip
_DEEDS = frozenset(_VERBS)  # a set meets another far sooner than the keys of a table do
# Verbs that a score may part from the other name ("lost 3-1 to"), and nouns behind the one ("the Reds' loss to").
_BY_SCORE = frozenset(("lost", "fell", "down", "drew", "beaten"))
_RESULTS = {
    "win": ("over", "against"), "victory": ("over", "against"), "triumph": ("over",), "draw": ("with", "against"),
    "defeat": ("by", "to", "against"), "loss": ("to", "against"),
}  # fmt: skip
_RESULT_WORDS = frozenset(_RESULTS)
_PASSIVE = (
    "replaced", "succeeded", "beaten", "bought", "acquired", "sued", "defeated", "eliminated", "followed", "hired"
)  # fmt: skip


@cache
def _before() -> re.Pattern[str]:
    return compiled(rf"(?<![\w’'-])(?P<one>{_NAME})(?: (?:have|has|had))?$")


@cache
def _owner() -> re.Pattern[str]:
    # Whose result it is: "Kalmar's third ", "the Reds fell to a 2-1 ".
    part = r"[A-ZÀ-ÖØ-Þ][\w-]*[\w]"
    return compiled(
        rf"(?<![\w’'-])(?P<one>(?:[Tt]he )?{part}(?: {part}){{0,2}}?)(?:[’']s|(?<=s)[’']|"
        rf" (?:slumped|fell|slipped|crashed|went down|sank|cruised|raced|eased) to an?)(?: [\w-]+){{0,3}}$"
    )


@cache
def _scored() -> re.Pattern[str]:
    return compiled(rf"[0-9]+[-–][0-9]+(?:,? [0-9]+[-–][0-9]+)* (?:to|with|by) (?P<two>{_NAME})")


@cache
def _after() -> re.Pattern[str]:
    return compiled(rf"(?:\d+-\d+ )?(?P<two>{_NAME})")


@cache
def _pair() -> re.Pattern[str]:
    return compiled(rf"(?P<one>{_NAME}) (?P<link>and|to|from|for) (?P<two>{_NAME})")


_FARTHEST = 200  # code points within which two names stand
# What leads to two names, and what stands between them.
_LEADS = (
    ("between", "between ", "and"), ("from", "from ", "to"), ("signed", "signed ", "from"), ("joined", "joined ", "from"),
    ("sign", "sign ", "from"), ("signing", "signing ", "from"), ("left", "left ", "for"), ("swapped", "swapped ", "for"),
    ("joining", "joining ", "from"), ("joins", "joins ", "from"), ("moved", "moved to ", "from"), ("transferred", "transferred to ", "from"),
)  # fmt: skip


_GOING = ("go", "goes", "going", "went", "walk", "walked", "drive", "drove", "driving", "travel", "travelled", "hop")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    for verb in stand & _DEEDS:
        yield from _done(text, verb, _VERBS[verb])
    for result in sorted(stand & _RESULT_WORDS):
        for link in _RESULTS[result]:
            phrase = f" {result} {link} "
            if phrase in text:
                yield from _both(text, phrase, _owner())
    by_score = stand & _BY_SCORE
    if by_score and ("0-0" in shape(document) or "0a0" in shape(document)):  # the latter with an en dash
        for verb in sorted(by_score):
            yield from _both(text, f" {verb} ", after=_scored())
    for word, lead, link in _LEADS:
        at = text.find(lead) if word in stand else -1
        while at >= 0:
            start = at + len(lead)
            if _comes_again(text, start):
                pair = _pair().match(text, start)
                if (
                    pair is not None
                    and pair.group("link") == link == "to"
                    and text[max(0, at - 12) : at].rstrip().endswith(_GOING)
                ):
                    pair = None  # "go from Pizza Hall to Pizza Hall": any of them
                if pair is not None and pair.group("link") == link and not text[at - 1 : at].isalnum():
                    yield from _judge(text, pair.span("one"), pair.span("two"))
            at = text.find(lead, start)


def _comes_again(text: str, start: int) -> bool:
    """Whether the first word of a name, which may stand behind an article, stands near behind itself."""
    if text.startswith("the ", start):
        start += 4
    if not text[start : start + 1].isupper():
        return False
    end = text.find(" ", start)
    return text.find(text[start:end], end, start + _FARTHEST) >= 0


def _done(text: str, verb: str, link: str) -> Iterable[Match]:
    """Where somebody does to himself what a verb says, or it "was" or "is" done by him."""
    at = text.find(f" {verb} ")
    while at >= 0:
        end = at + len(verb) + 2
        if text.startswith(link, end) and _capital(text, end + len(link)):
            yield from _sides(text, at, end + len(link))
        if verb in _PASSIVE and text.startswith("by ", end) and text.endswith((" was", " is"), 0, at):
            yield from _sides(text, text.rfind(" ", 0, at), end + len("by "))
        at = text.find(f" {verb} ", at + 1)


def _both(
    text: str, phrase: str, before: re.Pattern[str] | None = None, after: re.Pattern[str] | None = None
) -> Iterable[Match]:
    """What stands on both sides of a phrase, if it is one name."""
    at = text.find(phrase)
    while at >= 0:
        yield from _sides(text, at, at + len(phrase), before, after)
        at = text.find(phrase, at + 1)


def _sides(
    text: str, start: int, end: int, before: re.Pattern[str] | None = None, after: re.Pattern[str] | None = None
) -> Iterable[Match]:
    """What stands before and behind two places, if it is one name: as two expressions read it, or as they do that read
    the names of those who do something and those to whom it is done."""
    second = (after or _after()).match(text, end) if _capital(text, end) else None
    first = (before or _before()).search(text, max(0, start - 60), start) if second is not None else None
    if first is not None and second is not None:
        yield from _judge(text, first.span("one"), second.span("two"))


def _capital(text: str, at: int) -> bool:
    return text[at : at + 1].isupper() or text[at : at + 1].isdigit() or text[at : at + 4] == "the "


_OTHER = expression(r"[’'-]|, [A-Z][a-z]+[,.]|[ -](?:[A-Z]|[ivx]+\b|B\b|reserves|junior|under|women|men|youth|and \d)")


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
    gate=Gate(words=(*_VERBS, *sorted(_BY_SCORE), *_RESULTS, *(word for word, _, _ in _LEADS))),
    examples=(
        Example(bad="<evidence>Dunmore</evidence> beat <mark>Dunmore</mark> on Saturday."),
        Example(bad="The keeper joins <evidence>Ayr</evidence> from <mark>Ayr</mark>."),
        Example(bad="Talks between <evidence>Ghana</evidence> and <mark>Ghana</mark> broke down."),
        Example(bad="She flew from <evidence>Accra</evidence> to <mark>Accra</mark> by way of Lagos."),
        Example(bad="<evidence>Dunmore</evidence> lost to <mark>Dunmore</mark>, and then drew with Ayr."),
        Example(bad="<evidence>Ms Rowe</evidence> was replaced by <mark>Ms Rowe</mark> as chair."),
        Example(
            bad="<evidence>Dunmore</evidence>'s 2-0 win over <mark>Dunmore</mark> sent them top. <evidence>The "
            "Reds</evidence> lost 98-91 to <mark>the Reds</mark>."
        ),
        Example(bad="<evidence>Ayr</evidence> slumped to a third defeat by <mark>Ayr</mark> on Sunday."),
        Example(good="Dunmore's win over Dunmore Town was its third, and the Reds lost 98-91 to the Greens."),
        Example(good="He will not have to go from Pizza Ranch to Pizza Ranch again.", why="Any of them."),
        Example(good="Arizona beat Arizona State, Inter beat Inter Miami and Dunmore beat Dunmore's reserves."),
        Example(good="She flew from London to London, Ontario, on Monday.", why="Two places of one name."),
        Example(good="Talks between Ghana and Togo went on, and North Ayr beat Ayr."),
    ),
)
