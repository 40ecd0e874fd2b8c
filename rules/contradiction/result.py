"""One game told with two outcomes: Ayr beat Cork 2-1, Ayr's 2-1 defeat; Cork lost 3-1 to Ayr, their victory over Ayr."""

from __future__ import annotations

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
    from collections.abc import Iterable, Iterator

_BEAT = "beat|defeated|edged|thrashed|downed|topped|routed|overcame|hammered|outlasted|stunned|crushed"
_WON = frozenset(("win", "wins", "victory", "triumph", "won"))
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w-]*\w)(?: [A-ZÀ-ÖØ-Þ][\w-]*\w){0,2}"
_MARGIN = r"(?P<margin>[0-9]{1,3}[-–][0-9]{1,3}|by [\w-]+ (?:votes|wickets|runs|points|goals))"
_DEEDS = frozenset((*_BEAT.split("|"), "lost", "won", "beaten", "down"))
_TELLING = _DEEDS | {"win", "victory", "triumph", "defeat", "loss"}
# "Their last win over Ayr", "a first victory over Ayr since May": another game.
_OTHER_GAME = expression(
    r"\b(?:last|previous|earlier|first|second|third|since|season|week|month|year|years|ago|before|recent|next|until|leg|"
    r"had|rematch|[0-9]{4}|[A-Z][a-z]+day)\b"
)
# A margin of a game, and a time that another game may be of.
_FIGURES = expression(
    r"(?<![\w.,:/–-])[0-9]{1,3}[-–][0-9]{1,3}(?![\w:/–-])|\bby [\w-]+ (?:votes|wickets|runs|points|goals)\b"
)
_THEN = expression(
    r",? (?:in (?:[A-Z][a-z]+ )?[0-9]{4}|in [A-Z][a-z]+|last|earlier|on (?:[A-Z][a-z]+day|[A-Z][a-z]+ [0-9]))\b"
)
_AROUND = 60  # code points round a deed in which its margin stands
_MOST = 200  # outcomes that are compared: an article has fewer
_REACH = 300  # code points behind a defeat in which "their victory" is of that game


class _Outcome(NamedTuple):
    """A side that won or lost, by what margin, against whom ("" where that is not told)."""

    side: str
    won: bool
    margin: str
    other: str
    span: Span
    when: str  # or where


@cache
def _told() -> re.Pattern[str]:
    """ "Ayr beat Cork 2-1", "Ayr lost 2-1 to Cork", "Ayr lost to Cork by ten points", "Ayr won 2-1", "Ayr's 2-1 defeat"."""
    return compiled(
        rf"(?<![\w’'-])(?P<side>{_NAME})(?: (?P<beat>{_BEAT}) (?:the )?(?P<beaten>{_NAME}),? {_MARGIN}"
        rf"|,? (?:who )?(?P<deed>won|lost|went down|were beaten|was beaten),? {_MARGIN.replace('margin', 'by')}"
        rf"(?: (?:to|by|against|over) (?:the )?(?P<to>{_NAME}))?"
        rf"|(?: (?:lost|went down) to|,? (?:were|was) beaten by) (?:the )?(?P<winner>{_NAME}),? {_MARGIN.replace('margin', 'with')}"
        rf"|[’']s? {_MARGIN.replace('margin', 'of')} (?P<what>win|victory|triumph|defeat|loss)"
        rf"|[’']s? (?P<thing>win|victory|triumph|defeat|loss) {_MARGIN.replace('margin', 'size')})(?!\w)"
    )


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    deeds = sorted([at for word in stand & _TELLING for at in occurrences(document, f" {word}", text)])
    found: list[_Outcome] = []
    done = 0
    for at in deeds:
        if _FIGURES.search(text, max(0, at - _AROUND), at + _AROUND) is not None:
            for told in _told().finditer(text, max(done, at - _AROUND), at + 2 * _AROUND):
                done = told.end()
                found.extend(_outcomes(told))
    for index, later in enumerate(found[:_MOST]):
        for earlier in found[:index]:
            if _contradicts(earlier, later):
                yield _match(text, later.span, earlier.span)
                break
    for one in found:
        yield from _turned(text, one)


def _outcomes(told: re.Match[str]) -> Iterator[_Outcome]:
    """What is told of a game, for both sides where both are named."""
    then = _THEN.match(told.string, told.end())
    when = then.group() if then is not None else ""
    side = told.group("side").rpartition(" ")[2]
    other = next((told.group(name) for name in ("beaten", "to", "winner") if told.group(name)), "")
    other = other.rpartition(" ")[2]
    deed = told.group("deed") or told.group("what") or told.group("thing") or ""
    won = told.group("beat") is not None or deed in _WON
    margin = next(told.group(name) for name in ("margin", "by", "with", "of", "size") if told.group(name))
    figures = " ".join(sorted(margin.replace("–", "-").split("-"))) if margin[0].isdigit() else margin
    yield _Outcome(side, won, figures, other, Span(*told.span()), when)
    if other:
        yield _Outcome(other, not won, figures, side, Span(*told.span()), when)


def _contradicts(one: _Outcome, other: _Outcome) -> bool:
    return (
        (one.side, one.margin) == (other.side, other.margin)
        and one.won != other.won
        and one.span != other.span
        and not _of_two_games(one.when, other.when)
        and (not one.other or not other.other or one.other == other.other)
    )


def _of_two_games(one: str, other: str) -> bool:
    if one and other and one != other:
        return True
    return any(when and (when[-1].isdigit() or when.endswith(("last", "earlier"))) for when in (one, other))


def _turned(text: str, one: _Outcome) -> Iterator[Match]:
    """ "Ayr lost 3-1 to Cork. The coach praised them after the victory over Cork."."""
    if not one.other:
        return
    words = "(?:win|victory|triumph) over" if not one.won else "(?:loss|defeat) (?:to|by|against)"
    import re  # an expression of one name is not worth keeping

    behind = re.compile(rf"\b(?:the|their|this|his|her) {words} (?:the )?{re.escape(one.other)}\b(?![’'-]\w)")
    said = behind.search(text, one.span.end, one.span.end + _REACH)
    if said is None or "\n\n" in text[one.span.end : said.start()]:
        return
    next_ = text.find(". ", one.span.end, said.start())
    stop = text.find(".", said.end())
    if _OTHER_GAME.search(text, max(next_, one.span.end), stop if stop >= 0 else len(text)) is None:
        yield _match(text, Span(*said.span()), one.span)


def _match(text: str, place: Span, other: Span) -> Match:
    return Match(place, (Evidence(other, text[slice(*other)]),), slots={"other": text[slice(*other)]})


RULE = Rule(
    summary="One game, vote or match that is won in one sentence and lost in another.",
    why="A reader who saw it knows which is wrong; the others cannot tell.",
    message="'{match}', but '{other}'.",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(
        words=tuple(sorted(_DEEDS)),
        both=(Gate(shapes=("0-0", "0a0"), words=("votes", "wickets", "runs", "points", "goals")),),  # 0a0: an en dash
    ),
    examples=(
        Example(bad="<evidence>Dunmore won 2-0</evidence>. The coach was glad of <mark>Dunmore's 2-0 defeat</mark>."),
        Example(
            bad="<evidence>Dunmore lost 3-1 to Ayr</evidence> at the park. Coach Ada Quill was glad of <mark>the victory over "
            "Ayr</mark>."
        ),
        Example(
            bad="<evidence>Kent beat Devon by six wickets</evidence>. <mark>Devon's victory by six wickets</mark> took them top."
        ),
        Example(
            good="Dunmore lost 3-1 to Ayr, a week after their victory over Ayr. Kent beat Devon 2-0 and lost 2-0 to Cork. Hull won "
            "1-0; Hull's 2-0 defeat was in May."
        ),
    ),
)
