"""Shares: percentages of one sentence that are classes of one whole ("45% said yes, 40% no"). Nothing is judged."""

from __future__ import annotations

import itertools

from copylint.annotate.quantities import Sum, quantities_in
from copylint.document import Document, Span
from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copylint.annotate.figures import Quantity

# Answers of which everybody gives one: a class each.
_ANSWERS = (
    expression(
        r"\b(?:(?:said|answered|voted|say|vote|for|chose) (?:yes|for)|in favou?r|for (?:it|the)|support\w*|"
        r"approv\w*|agreed?|back(?:s|ed)?|to stay|to remain|satisfied|liked|yes)\b"
    ),
    expression(
        r"\b(?:(?:said|answered|voted|say|vote|chose) (?:no|against)|against|oppos\w*|disapprov\w*|disagreed?|"
        r"reject\w*|to leave|dissatisfied|unsatisfied|disliked|no(?! (?:opinion|answer|view|preference)))\b"
    ),
    expression(
        r"\b(?:(?:did|do|does)(?: not|n't|n’t) (?:know|say|answer)|(?:would|will) not say|"
        r"refused to (?:say|answer)|undecided|unsure|not sure|uncertain|no (?:opinion|view|preference)|"
        r"abstain\w*|neither|don['’]t knows?|no answer|declined)\b"
    ),
)
_LONG_WORD = expression(r"[a-z’'-]{4,}")
_NOT_ASKED = frozenset("them that this idea such while with they said would have people voters percent".split())
_WHOSE = expression(
    r"\b(?:of (?!those|respondents|voters|them|people|adults|members|residents|all|the (?:votes?|vote|members|"
    r"voters|people|"
    r"respondents|public|total|remaining))|among|men|women|up from|down from|compared|against \d|last|than|if|when|"
    r"while|in [A-Z]|more|also|both|either|respondents could|to \d)"
)
_VOTES = expression(r"\b(?:votes?|elections?|polls?|ballots?|seats|electorate|share)\b")
_TOOK = expression(r"\b(?:took|won|got|gets?|wins?|takes?|received|polled|had|has|with|on)\b")
_PARTY_GAP = expression(
    r"(?: of the votes?)?(?: (?:and|with|while))?,? ?(?:and |with |to )?(?:the |"
    r"for (?:the )?)?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|the|of))"
    r"{0,4},? (?:on |with |took |won |got |had |received |at )?$"
)
# "Women make up 54% of the staff and men 46%"
_ONE_SEX = expression(
    r"\b(?:[Ww]omen|[Mm]en|[Gg]irls|[Bb]oys|[Ff]emales|[Mm]ales) "
    r"(?:(?:make|made) up|account(?:ed)? for|compris(?:e|ed)) \Z"
)
_OTHER_SEX = expression(r"(?: of [a-z’' -]{1,40})?,? (?:and|with|while) (?:women|men|girls|boys|females|males) ")
_WHOLE = 100  # per cent
_MADE_OF = expression(
    r"\b(?:made (?:up )?of|(?:mix|mixture|blend|feed|cloth|fabric|alloy|soil) (?:is|was)|"
    r"consist\w* of|compris\w+|contain\w*|a (?:mix|mixture|blend|"
    r"split) of)[ :]+(?:about )?$"
)
_BY_VOTE = expression(
    r"\b(?:back\w*|vot\w+|carried|approv\w+|reject\w+|pass\w+|won|beat|defeat\w*|elected|support\w*|"
    r"adopted)\b[^,;]{0,50}? (?:by|with) $"
)
_STUFF_GAP = expression(r" [a-z-]+(?: [a-z-]+)?,? ?(?:and )?$")


def shares(document: Document, text: str, sentence: Span) -> Iterator[Sum]:
    """ "45% said yes, 40% said no and 25% did not know": classes of one whole, all in one sentence."""
    shares = [one for one in quantities_in(document, sentence) if one.kind == "percent"]
    if not 1 < len(shares) < 9 or any(one.joined or one.hedge not in ("", "about", "some", "just") for one in shares):
        return
    first, last = shares[0], shares[-1]
    if text.endswith("the remaining ", 0, last.span.start):
        yield from _with_remainder(text, sentence, shares)
        return
    if len(shares) == 2 and text[first.span.end : last.span.start] in (" to ", " against "):
        lead = text[sentence.start : first.span.start]
        if _BY_VOTE.search(lead) and min(first.value, last.value) > 25 and first.value + last.value < 140:
            yield Sum(first, tuple(shares), exact=False, shares=True)
        return
    if len(shares) == 2 and _ONE_SEX.search(text, sentence.start, first.span.start):
        whole = text.startswith((" of ", " in "), last.span.end)  # of another
        if not whole and _OTHER_SEX.fullmatch(text, first.span.end, last.span.start):
            yield Sum(first, tuple(shares), exact=False, shares=True)
        return
    gaps = [text[one.span.end : other.span.start] for one, other in itertools.pairwise(shares)]
    if any("(" in gap or gap.endswith(" to ") for gap in gaps):
        return  # of two polls; of then and now
    tail = text[last.span.end : min(sentence.end, last.span.end + 60)]
    if len(shares) > 2:
        lead = text[sentence.start : first.span.start]
        party = all(_PARTY_GAP.fullmatch(gap) for gap in gaps) and _TOOK.search(lead) and _VOTES.search(lead + tail)
        stuff = all(_STUFF_GAP.fullmatch(gap) for gap in gaps) and _MADE_OF.search(lead)
        if party or stuff:
            yield Sum(first, tuple(shares), exact=False, shares=True)
            return
    classes: list[int] = []
    objects: list[set[str]] = []
    for piece in (*gaps, tail.split(";")[0].split(".")[0]):
        told = [index for index, answer in enumerate(_ANSWERS) if answer.search(piece.lower())]
        if 1 in told:
            told = [1]  # "voted against the bill", "disagreed"
        if len(told) != 1 or _WHOSE.search(piece):
            return
        classes.append(told[0])
        found = _ANSWERS[told[0]].search(piece.lower())
        assert found is not None
        objects.append(set(_LONG_WORD.findall(piece.lower(), found.end())) - _NOT_ASKED)
    if all(objects) and not set.intersection(*objects):
        return  # "74% support the law, and 60% oppose the wall"
    if len(set(classes)) == len(classes):
        yield Sum(first, tuple(shares), exact=False, shares=True)


def _with_remainder(text: str, sentence: Span, shares: list[Quantity]) -> Iterator[Sum]:
    """ "A owns 40%, B 35% and the staff the remaining 25%"; but not shares of a share, which end in a hundred."""
    ends = [sum(one.value for one in shares[index:]) for index in range(len(shares) - 1)]
    parted = text.startswith("Of ", sentence.start) or any(abs(end - _WHOLE) <= 1 for end in ends)
    if not parted:
        yield Sum(shares[0], tuple(shares), exact=False, shares=True)
