"""One of its kind, and several: the only survivor, the two survivors; the only woman on the board, the other woman on the
board."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

# What there is one of or several, in one story.
_PLURALS = {
    "survivor": "survivors", "witness": "witnesses", "gunman": "gunmen", "director": "directors", "bidder": "bidders",
    "bid": "bids", "shareholder": "shareholders", "defendant": "defendants", "occupant": "occupants", "heir": "heirs",
    "beneficiary": "beneficiaries", "trustee": "trustees", "attacker": "attackers",
}  # fmt: skip
_WORDS = ("sole", "lone", "only")
_OTHERS = expression(
    r"\b(?:other|another|second|first|two|previous|earlier|later|each|also|now|once|former|until|then|since|joined|"
    r"appointed|resign\w+|(?:in|by) (?:[A-Z]\w+|[0-9]{4}))\b"
)
_REACH = 600  # code points between the one and the several


@cache
def _alone() -> re.Pattern[str]:
    return compiled(rf"(?:sole|lone|only) (?P<noun>{'|'.join(_PLURALS)})(?! (?:in|from|with|for|to|on|who) )\b")


@cache
def _together(plural: str) -> re.Pattern[str]:
    number = "two|three|four|five|six|seven|eight"
    return compiled(
        rf"\b(?:[Bb]oth|(?:[Tt]he|[Aa]ll|[Ii]ts|[Tt]heir|\w+[’']s) (?:{number})) {plural}\b(?! (?:of|in|from) )"
    )


_OF_PLACE = expression(
    r"only (?P<what>(?!ones?\b|thing|other|time|way|people|men |women )[a-z]+(?<!s) (?:on|in|at|from) the [a-z]+)(?=[,.;]| [a-z]+)"
)
_DENIED = expression(
    r"\b(?:not|far from|hardly|never|no longer|if|one of|whether|probably|[a-z]+n[’']t)(?: (?:the|be|been))* \Z"
)
_MIND_CHANGED = expression(
    r"\b(?:until|then|once|when|joined|appointed|resigned|left|former|before|after|(?:in|by|since) [0-9]{4})\b"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    if "other" in stand and "only" in stand:
        for at in occurrences(document, " only ", text):
            yield from _the_other(text, at + 1)
    if stand.isdisjoint(_PLURALS.values()):
        return
    for word in _WORDS:
        if word not in stand:
            continue
        for at in occurrences(document, f" {word} ", text):
            alone = _alone().match(text, at + 1)
            if alone is not None and _PLURALS[alone.group("noun")] in stand:
                yield from _several(text, Span(*alone.span()), _PLURALS[alone.group("noun")])


def _the_other(text: str, at: int) -> Iterable[Match]:
    """ "The only woman on the board", and "the other woman on the board" behind."""
    alone = _OF_PLACE.match(text, at)
    if alone is None or _DENIED.search(text, max(0, at - 20), at) is not None:
        return
    phrase = f"he other {alone.group('what')}"
    other = text.find(phrase, alone.end(), alone.end() + _REACH)
    if (
        other > 0
        and not text[other + len(phrase) : other + len(phrase) + 1].isalpha()
        and not _MIND_CHANGED.search(text, at, other)
    ):
        place = Span(other - 1, other + len(phrase))
        one = Span(*alone.span())
        yield Match(place, (Evidence(one, text[slice(*one)]),), slots={"one": text[slice(*one)]})


def _several(text: str, alone: Span, plural: str) -> Iterable[Match]:
    """ "The two survivors", "both survivors", behind the only one."""
    found = _together(plural).search(text, alone.end, alone.end + _REACH)
    if found is not None and _OTHERS.search(text, alone.end, found.start()) is None:
        yield Match(Span(*found.span()), (Evidence(alone, text[slice(*alone)]),), slots={"one": text[slice(*alone)]})


RULE = Rule(
    summary="One who is said to be the only one, and several of them.",
    why="Either there was one or there were several.",
    message="'{match}', but '{one}' before.",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(words=_WORDS, both=(Gate(words=("other", *_PLURALS.values())),)),
    examples=(
        Example(
            bad="A girl was the <evidence>only survivor</evidence>. <mark>The two survivors</mark> are in hospital."
        ),
        Example(
            bad="Odile Ek is the <evidence>only woman on the board</evidence>. <mark>The other woman on the board</mark>, Ada Roe, left."
        ),
        Example(
            good="Odile Ek was the only woman on the board until Ada Roe joined. The other woman on the board is Ada Roe. Ada Ek is not the only woman on the board. The other woman on the board left. He was the only "
            "child in the car. The other child in the cart was his sister."
        ),
        Example(bad="The <evidence>sole witness</evidence> was a cook. <mark>Both witnesses</mark> saw a red car."),
        Example(
            good="A girl was the only survivor of the first crash. The two survivors of the second are in hospital. The sole "
            "witness was a cook; another robbery had two, and both witnesses saw a red car."
        ),
    ),
)
