"""One event under the name of its opposite: shares rose on Monday, and the fall came after a warning."""

from __future__ import annotations

from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable


class _Event(NamedTuple):
    """nouns: what it is called, with leads before it. deeds: what is said of its opposite. told: what tells of it, by
    verb or noun; or what a noun of it may be about."""

    nouns: tuple[str, ...]
    deeds: str
    told: str
    leads: tuple[str, ...] = ("the",)


_ROSE = (
    r"rose|risen|gained|climbed|jumped|surged|soared|leapt|rallied|grew|grown|increased|strengthened|rebounded|rocketed|"
    r"(?:edged|ticked|inched|crept) (?:up|higher)"
)
_FELL = (
    r"fell|fallen|dropped|declined|slipped|slid|sank|tumbled|plunged|plummeted|slumped|dipped|decreased|shrank|shrunk|"
    r"weakened|dwindled|(?:edged|ticked|inched|crept) (?:down|lower)"
)
_OWNERS = ("their", "its", "his", "her")  # of what somebody does, not of what befalls a price
# What turns round, and the rates that fall as a currency rises.
_TURNED = r"then|turn(?:ed|s|ing)|revers\w+|mixed|behind|(?:a|per|to the) dollar|[0-9.]+ (?:yen|rupees|roubles|rubles|yuan|lira|pesos)"
_UP = (
    rf"{_TURNED}|{_ROSE}|up|upwards?|gain\w*|climb\w*|jump\w*|surg\w+|soar\w*|leaps?|rally|rallies|grow\w*|increas\w+|ris\w+|rais\w+|hik\w+|"
    r"higher|highs?|more(?! than)|extra|added|adding|adds?|boost\w*|lift\w*|improv\w+|recover\w*|rebound\w*|stronger|strength\w*|doubl\w+|"
    r"trebl\w+|tripl\w+|inflation|uplift|upturn|growth|record|rais\w+|expan\w+|spik\w+|new|introduc\w+|impos\w+|levy|tax\w*|"
    r"tariffs?|larger|bigger|greater|advanc\w+|swell\w*|widen\w*|acceler\w+|above|beat|better|excess|influx|tops?|topp\w+"
)
_DOWN = (
    rf"{_TURNED}|{_FELL}|down|downwards?|f[ae]lls?|falling|drop\w*|declin\w+|slip\w*|slid\w*|sink\w*|tumbl\w+|plung\w+|plummet\w*|slump\w*|"
    r"dip\w*|decreas\w+|shr[aiu]nk\w*|weak\w*|dwindl\w+|lower\w*|lows?|fewer|less|loss|losses|los[et]\w*|cut\w*|reduc\w+|"
    r"slash\w*|trim\w*|eas\w+|slow\w*|crash\w*|retreat\w*|sell-?offs?|worse|worst|downturn|recession|shed|halv\w+|collaps\w+|"
    r"below|narrow\w*|contract\w*|missed|off|autumn|wicket\w*|defeat\w*|axe\w*|scrap\w*|ceas\w+|end\w*|erosion|erod\w+"
)
# How far or when a figure moves: nobody who climbed a ladder did so.
_FAR = (
    r" (?:(?:by|to|from|another|about|around|almost|nearly|roughly|over|more than|less than|as much as|some) )*[$£€₹]?[0-9]|"
    r" (?:[a-z-]+ ){1,3}(?:per ?cent|percentage|points|pct)|"
    r" (?:sharply|slightly|steeply|heavily|modestly|markedly|again|against|"
    r"by (?:an?|almost|nearly|about|around|more than|less than)|on (?:Mon|Tues|Wednes|Thurs|Fri)day|"
    r"for (?:the|a) [a-z]+ (?:day|week|month|quarter|year|session)|in (?:[A-Z][a-z]+,|early|late|the|January|February|"
    r"March|April|May|June|July|August|September|October|November|December)|last (?:week|month|quarter|year))\b"
)
# A fall of these is a gain of others.
_OTHERS_GAIN = (
    r"yields?|bonds?|gilts?|treasur\w+|stockpiles?|stocks of|inventor\w+|unemploy\w+|jobless|claims|deficit|cases|deaths|"
    r"crime\w*|costs?|times?|rates?|poverty|debts?|infections?|murders?|homicides?"
)
_EVENTS = (
    _Event(("fall", "drop", "decline", "decrease", "slump", "plunge", "slide", "dip", "losses"), rf"(?:{_ROSE})(?={_FAR})", _DOWN),
    _Event(("rise", "increase", "jump", "surge", "climb"), rf"(?:{_FELL})(?={_FAR})", _UP),
    _Event(
        ("rejection", "refusal"),
        r"approved|endorsed|passed|voted (?:[\w-]+ ){0,3}to (?:approve|back|adopt|accept|pass)|voted in favour of|gave the go-ahead",
        r"reject\w*|refus\w*|against|oppos\w+|down|out|veto\w*|block\w*|den(?:y|ies|ied)|dismiss\w*|declin\w+|overturn\w*|"
        r"object\w*|earlier|previous\w*|scrap\w*",
        ("the", *_OWNERS),
    ),
    _Event(
        ("approval",),
        r"rejected|turned down|threw out|thrown out|voted (?:down|against)|voted (?:[\w-]+ ){0,3}to (?:reject|refuse)",
        r"approv\w+|pass\w*|back(?:s|ed|ing)?|adopt\w*|accept\w*|go-ahead|grant\w*|allow\w*|gave|given|earlier|previous\w*|"
        r"overturn\w*|favou?r\w*|recommend\w*|appeal\w*|permission|support\w*|ratings?",
        ("the", *_OWNERS),
    ),
    _Event(
        ("acquittal", "acquittals"),
        r"found (?:(?!not)\w+ ){0,3}guilty|convicted",
        r"acquit\w*|clear\w*|not guilty|innocen\w+|overturn\w*|quash\w*|appeal\w*|retri\w+|freed|exonerat\w+|previous\w*|"
        r"earlier|first|co-\w+|another|two|second|both",
        ("the", *_OWNERS),
    ),
    _Event(("gains", "rally"), rf"(?:{_FELL})(?={_FAR})", rf"{_UP}|{_OTHERS_GAIN}"),
    _Event(("delay", "postponement"), "brought forward", r"delay\w*|postpon\w+|late\w*|back|off|wait\w*|overr[au]n\w*"),
)  # fmt: skip
_SENTENCES_BACK = 2
_GAP = 8  # code points of white space between two sentences
_BACK = 150  # code points before the sentence that tells of the event, in which its noun may find another one
# In a sentence that tells of no event, or of one that might be.
_UNTOLD = expression(
    r"\b(?:not|never|no|nor|neither|without|fail\w*|if|unless|would|could|might|may|should|until|hop\w+|but|"
    r"offset|had)\b|n[’']t\b|\?"
)
# What makes the event the one that has been told: "The fall came after", not "the fall in the pound".
_BEHIND = expression(
    r" (?:was|were|is|came|comes|follow(?:s|ed)|mark(?:s|ed)|reflect(?:s|ed)|ha[sd]|means?|meant|brought|took|takes|leaves|left|"
    r"put|prompted|means|represents|led|occurred|happened|coincide[sd]|end(?:s|ed)|will|of the (?=scheme|plan|bill|deal|"
    r"proposals?|motion|application|budget)) ?"
)
_BLAMED = expression(
    r"(?:\b(?P<to>attribut(?:e[sd]?|ing)|ascrib(?:e[sd]?|ing)|put)|\b(?P<on>blam(?:e[sd]?|ing))) \Z|(?P<said>\bas |\b(?:said|say|says) )\Z"
)
_BEGINS = expression(r"(?:[.!?][”\"’)]?\s+|\n|\A)\Z")
_CAUSE = {"to": expression(r" (?:down )?to\b"), "on": expression(r" on\b")}


@cache
def _deed(event: _Event) -> re.Pattern[str]:
    return compiled(rf"\b(?:{event.deeds})\b")


@cache
def _told(event: _Event) -> re.Pattern[str]:
    return compiled(rf"\b(?:{event.told})\b", 2)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    for event in _EVENTS:
        for noun in event.nouns:
            if noun not in stand:
                continue
            for lead in event.leads:
                for at in occurrences(document, f"{lead[1:]} {noun} ", text):
                    yield from _judge(document, text, event, Span(at - 1, at + len(lead) + len(noun)))


def _judge(document: Document, text: str, event: _Event, said: Span) -> Iterable[Match]:
    """said: "the fall"."""
    if not _is_told(text, said):
        return
    place = sentence_at(document, said.start)
    for _ in range(_SENTENCES_BACK):
        low = max(0, place.start - _GAP) if place is not None else 0
        end = low + len(text[low : place.start].rstrip()) if place is not None else 0
        place = sentence_at(document, end - 1) if end else None
        if place is None or text[end - 1] != ".":
            return
        deed = _deed(event).search(text, *place)
        if deed is None:
            continue
        low = max(0, place.start - _BACK)
        if _UNTOLD.search(text, *place) is None and _told(event).search(text, low, said.start) is None:
            noun = Span(text.index(" ", said.start) + 1, said.end)
            yield Match(noun, (Evidence(Span(*deed.span()), deed.group()),), slots={"deed": deed.group()})
        return


def _is_told(text: str, said: Span) -> bool:
    """Whether "the fall" begins a sentence, or stands behind "said" or "attributed", with what makes it the one told."""
    if _BEGINS.search(text, max(0, said.start - 3), said.start) is not None:
        return _BEHIND.match(text, said.end) is not None
    lead = _BLAMED.search(text, max(0, said.start - 12), said.start)
    return lead is not None and _CAUSE.get(lead.lastgroup or "", _BEHIND).match(text, said.end) is not None


RULE = Rule(
    summary="An event under the name of its opposite in the next sentence, or the one after it.",
    why="Shares that rose have had no fall: the verb or the noun was changed, and a reader cannot tell which is right.",
    message="'{match}', but '{deed}' before.",
    check=check,
    quotations="skip",
    gate=Gate(
        pairs=tuple(sorted(f"{word} {noun}" for event in _EVENTS for noun in event.nouns for word in event.leads))
    ),
    examples=(
        Example(
            bad="Shares in the mill <evidence>rose</evidence> 4% on Monday. The <mark>fall</mark> came as tin was dear."
        ),
        Example(
            bad="Sales of boats <evidence>slumped</evidence> in May. Few were glad. Dealers put the <mark>jump</mark> down to rain."
        ),
        Example(
            bad="Ayr <evidence>voted on Monday to approve</evidence> the plan. Their <mark>rejection</mark> of the plan was cheered."
        ),
        Example(
            bad="The jury <evidence>found Quill guilty</evidence> of arson. She wept as the <mark>acquittal</mark> was read out."
        ),
        Example(
            good="Shares in the mill rose 4% on Monday. The fall in the price of tin helped. Sales fell as duty went up. The increase "
            "was announced in May. He climbed a ladder on Monday. The fall left him with a broken hip.",
            why="What rose is not what fell.",
        ),
        Example(
            good="The yield on bonds fell to 3%. The rally was broad. Ayr approved the plan. The rejection of a larger one was upheld. "
            "The jury found Quill guilty. The acquittal of her brother came later.",
        ),
    ),
)
