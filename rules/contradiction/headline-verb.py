"""A headline that says the opposite of the first sentence: "Shares in Kalmar soar" above a story of shares that fell."""

from __future__ import annotations

from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

# Verbs of a headline and of a first sentence, by what they say; no two of a pair are true of one thing at one time.
_RISE = frozenset(
    "rise rises rose risen up soar soars soared jump jumps jumped climb climbs climbed gain gains gained surge surges surged "
    "increase increases increased grow grows grew raise raises raised lift lifts lifted hike hikes hiked".split()
)
_FALL = frozenset(
    "fall falls fell fallen down drop drops dropped slide slides slid slump slumps slumped plunge plunges plunged sink sinks "
    "sank tumble tumbles tumbled decline declines declined cut cuts lower lowers lowered reduce reduces reduced slash "
    "slashes slashed shrink shrinks shrank".split()
)
_PASS = frozenset("approve approves approved accept accepts accepted pass passes passed adopt adopts adopted".split())
_REJECT = frozenset("reject rejects rejected defeat defeats defeated veto vetoes vetoed".split())
_CLEARED = frozenset("cleared acquitted".split())
_GUILTY = frozenset("guilty convicted jailed".split())
_OPEN = frozenset("open opens opened reopen reopens reopened".split())
_CLOSE = frozenset("close closes closed shut shuts".split())
_ADMIT = frozenset("admit admits admitted".split())
_DENY = frozenset("deny denies denied".split())
_WIN = frozenset("win wins won".split())
_LOSE = frozenset("lose loses lost".split())
_PAIRS = (
    (_RISE, _FALL), (_PASS, _REJECT), (_CLEARED, _GUILTY), (_OPEN, _CLOSE), (_ADMIT, _DENY), (_WIN, _LOSE)
)  # fmt: skip
# Deeds of two sides, whose names may have changed places.
_BEATS = (
    "beat", "beats", "defeat", "defeats", "defeated", "thrash", "thrashed", "edge", "edged", "stun", "stunned", "down",
    "downed", "rout", "routed", "lose to", "loses to", "lost to", "fall to", "fell to",
)  # fmt: skip
_DEEDS = frozenset(deed.removesuffix(" to") for deed in _BEATS)
_GATE = Gate(
    words=tuple(sorted({*_DEEDS, *(word for one, _ in _PAIRS for word in one)})),
    both=(Gate(words=tuple(sorted({*_DEEDS, *(word for _, other in _PAIRS for word in other)}))),),
)
# Words with which the sentence may say what the headline says, after all.
_ALSO = {
    _RISE: frozenset(
        "rising soaring higher highest high gaining gain growth growing rally rallied rebound rebounded advance advanced edge "
        "edged recover recovered recovery record improve improved strengthen strengthened boost boosted double doubled more "
        "spike spiked expand expanded peak up increase increasing rise jump surge climb ticked added".split()
    ),
    _FALL: frozenset(
        "falling lower lowest low loss losses lost lose less ease eased weak weaker weakened slip slipped retreat retreated "
        "crash crashed halve halved shed off dip dipped dropping decrease decreased down drop fall decline slump plunge slide "
        "under below narrowed".split()
    ),
    _PASS: frozenset(
        "approval passing back backed agree agreed agreement vote voted support supported yes clear".split()
    ),
    _REJECT: frozenset("not rejection refuse refused block blocked against no fail failed turn turned down".split()),
    _CLEARED: frozenset("not acquittal overturned quashed innocent exonerated freed since".split()),
    _GUILTY: frozenset("guilty jailed sentenced".split()),
    _OPEN: frozenset("opening reopening resume resumed start started launch launched".split()),
    _CLOSE: frozenset("closing closure shutting not before ahead end ended".split()),
    _ADMIT: frozenset("pleaded guilty admission confessed".split()),
    _DENY: frozenset("not denial rejected denying".split()),
    _WIN: frozenset(
        "winning winner winners victory victorious beat defeated triumph triumphed take took claimed".split()
    ),
    _LOSE: frozenset("losing loser defeat defeated loss losses beaten fell without".split()),
}
_VERBS = frozenset(word for pair in _PAIRS for verbs in pair for word in verbs)
_EMPTY = frozenset(
    "the a an of to in on at by for with from and or as is are was were be been has have had it its his her their new after "
    "over says say said will into amid up down out off per cent pct percent pc today".split()
)
_STOP = frozenset(
    "which that who whose whom as after because amid while although despite when where since but from".split()
)
_WORD = expression(r"[a-z0-9$£€][\w.%]*[\w%]|[a-z0-9]")
_LONGEST = 400  # code points of a first sentence that are read
_FAR = 9  # words before a verb among which its subject stands
_BEHIND = 5  # words behind it among which its object stands


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    headline = _headline(document)
    if headline is None:
        return
    text = flowed_folded(document)
    claimed = text[slice(*headline)].split()
    verbs = _VERBS.intersection(claimed)
    if not verbs and _DEEDS.isdisjoint(claimed):
        return
    story = next(
        (block.span for block in document.blocks if block.kind == "paragraph" and block.span.start >= headline.end),
        None,
    )
    if story is None:
        return
    opening = text[story.start : min(story.end, story.start + _LONGEST)].split()
    for one, other in _PAIRS:
        for here, there in ((one, other), (other, one)):
            if verbs & here and not there.isdisjoint(opening):
                yield from _compare(document, headline, story.start, here, there)
    if not _DEEDS.isdisjoint(claimed):
        yield from _turned(document, headline, story.start)


def _headline(document: Document) -> Span | None:
    """The headline, if the article begins with one."""
    for block in document.blocks:
        if block.kind in ("headline", "paragraph"):
            return block.span if block.kind == "headline" else None
    return None


@cache
def _beaten() -> re.Pattern[str]:
    """Who did what to whom: "Ayr beat Cork", "the Reds lost 3-1 to the Greens"."""
    name = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w(?: [A-ZÀ-ÖØ-Þ][\w’'-]*\w)?"
    score = r"(?: [0-9]+[-–][0-9]+)?"
    deeds = "|".join(deed.replace(" ", rf"{score} ") for deed in _BEATS)
    return compiled(rf"(?<![\w’'-])(?P<one>{name}) (?P<deed>{deeds}) (?:the )?(?P<two>{name})(?![’'-]?\w)")


def _turned(document: Document, headline: Span, start: int) -> Iterable[Match]:
    """ "Ayr beat Cork" above "Cork beat Ayr 2-0 on Monday"."""
    first = sentence_at(document, start)
    text = flowed(document)
    claimed = _beaten().search(text, *headline)
    if claimed is None or first is None:
        return
    told = list(_beaten().finditer(text, *first))
    if len(told) != 1 or len(_DEEDS.intersection(text[slice(*first)].split())) != 1:
        return  # "Ayr beat Cork for an hour, then lost to them"
    winner, loser = _sides(claimed)
    other, second = _sides(told[0])
    if other.endswith(loser) and second.endswith(winner):
        place, shown = Span(*told[0].span()), told[0].group()
        yield Match(Span(*claimed.span()), (Evidence(place, shown),), slots={"other": shown})


def _sides(told: re.Match[str]) -> list[str]:
    """Who won and who lost, in lower case."""
    names = [told.group(side).lower() for side in ("one", "two")]
    return names[::-1] if told.group("deed").endswith(" to") else names


def _compare(
    document: Document, headline: Span, start: int, here: frozenset[str], there: frozenset[str]
) -> Iterable[Match]:
    """A verb of the first sentence that says the opposite of that of the headline, of the same thing."""
    text = flowed_folded(document)
    claimed = _words(text, headline)
    said = frozenset(word for word, _ in claimed)
    first = sentence_at(document, start)
    if len(said & here) != 1 or not said.isdisjoint(there) or said & _ALSO[there] - _ALSO[here]:
        return
    if first is None or first.end - first.start > _LONGEST:
        return
    told = _words(text, first)
    if {word for word, _ in told} & (here | _ALSO[here]) or not _of_the_same(claimed, told, here):
        return
    verb = next(span for word, span in claimed if word in here)
    near = _beside(claimed, here)
    for index, (word, span) in enumerate(told):
        if text.startswith(", ", span.start - 2):
            continue  # "plans, rejected in May, were": what was before
        if word in there and _stands_by(told, index, near):
            shown = flowed(document)[slice(*span)]
            yield Match(verb, (Evidence(span, shown),), slots={"other": shown})
            return


def _words(text: str, span: Span) -> list[tuple[str, Span]]:
    return [(word.group(), Span(*word.span())) for word in _WORD.finditer(text, *span)]


def _stem(word: str) -> str:
    return word[:6] if len(word) > 6 else word.rstrip("s")


def _content(words: Iterable[tuple[str, Span]], verbs: frozenset[str]) -> list[str]:
    return [_stem(word) for word, _ in words if word not in _EMPTY and word not in verbs]


def _of_the_same(claimed: list[tuple[str, Span]], told: list[tuple[str, Span]], verbs: frozenset[str]) -> bool:
    """True if nearly all that the headline speaks of stands in the first sentence too: two words or more."""
    content = set(_content(claimed, verbs))
    shared = content & set(_content(told, frozenset()))
    return len(shared) >= 2 and 3 * len(shared) >= 2 * len(content)


def _beside(claimed: list[tuple[str, Span]], verbs: frozenset[str]) -> set[str]:
    """What stands next to the verb of the headline: its subject and its object, or where one of them is."""
    at = next(index for index, (word, _) in enumerate(claimed) if word in verbs)
    return {*_content(claimed[:at], verbs), *_content(claimed[at + 1 :], verbs)[:1]}


def _stands_by(told: list[tuple[str, Span]], at: int, near: set[str]) -> bool:
    """True if one of the words stands before a verb in its own clause, or close behind it."""
    for word, _ in told[at + 1 : at + 1 + _BEHIND]:
        if word in _STOP:
            break
        if _stem(word) in near:
            return True
    for word, _ in reversed(told[max(0, at - _FAR) : at]):
        if word in _STOP:
            return False
        if _stem(word) in near:
            return True
    return False


RULE = Rule(
    summary="A headline whose verb says the opposite of the first sentence.",
    why="The headline was written in haste, or from an earlier version of the story; most readers see nothing else.",
    message="The headline says '{match}', but the story '{other}'.",
    check=check,
    severity="suggestion",
    quotations="skip",
    gate=_GATE,
    examples=(
        Example(
            bad="---\ntitle: Shares in Kalmar Steel <mark>soar</mark>\n---\n\nShares in Kalmar Steel <evidence>fell</evidence> by a "
            "tenth on Monday.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: Council <mark>rejects</mark> plan for a lido\n---\n\nA plan for a lido at Dunmore was "
            "<evidence>approved</evidence> by the council on Monday.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: Quill <mark>cleared</mark> of arson\n---\n\nA jury found Ada Quill <evidence>guilty</evidence> of arson "
            "on Monday.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: <mark>Dunmore beat Ayr</mark> to go top\n---\n\n<evidence>Ayr beat Dunmore</evidence> 2-0 on Monday.\n",
            format="markdown",
        ),
        Example(
            bad="---\ntitle: <mark>Reds lose to Greens</mark>\n---\n\n<evidence>The Reds beat the Greens</evidence> 31-28 on "
            "Monday.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Dunmore beat Ayr to go top\n---\n\nDunmore, who lost to Ayr in May, beat Ayr Town on Monday.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Shares in Kalmar Steel soar\n---\n\nShares in Kalmar Steel, which fell in May, were higher on Monday.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Shares in Kalmar Steel soar\n---\n\nShares in Kalmar Steel have found buyers as prices of ore "
            "fell.\n",
            format="markdown",
            why="Something else fell.",
        ),
        Example(
            good="---\ntitle: Oil rises as the dollar falls\n---\n\nThe dollar fell on Monday, and oil with it.\n",
            format="markdown",
        ),
        Example(
            good="---\ntitle: Priest lands in Rome for the first time since being acquitted\n---\n\nA priest landed in Rome for the "
            "first time since being jailed and then exonerated.\n",
            format="markdown",
            why="What was before.",
        ),
    ),
)
