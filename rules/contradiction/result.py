"""One game told with two outcomes: Ayr beat Cork 2-1, Ayr's 2-1 defeat; Cork lost 3-1 to Ayr, their victory over Ayr."""

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
    from collections.abc import Iterable, Iterator

_BEAT = "beat|defeated|edged|thrashed|downed|topped|routed|overcame|hammered|outlasted|stunned|crushed"
_WON = frozenset(("win", "wins", "victory", "triumph", "won"))
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w-]*\w)(?: [A-ZÀ-ÖØ-Þ][\w-]*\w){0,2}"
_MARGIN = r"(?P<margin>[0-9]{1,3}[-–][0-9]{1,3}|by [\w-]+ (?:votes|wickets|runs|points|goals))"
_DEEDS = frozenset((*_BEAT.split("|"), "lost", "won", "beaten", "down"))
_TELLING = _DEEDS | {"win", "victory", "triumph", "defeat", "loss"}
# Which of several games is told of: "their last win over Ayr", "lost the second set 6-4".
_ONE_OF_SEVERAL = (
    r"last|previous|earlier|later|first|second|third|final|since|seasons?|weeks?|months?|years?|ago|before|recent|next|until|"
    r"legs?|sets?|frames?|rounds?|games?|series|opener|return|replay|reverse|home|away|extra|penalties|aggregate|group|had|"
    r"rematch|test|then|again|[0-9]{4}"
)
_OF_SEVERAL = expression(rf"\b(?:{_ONE_OF_SEVERAL})\b")
_OTHER_GAME_THAN_TOLD = rf"\b(?:{_ONE_OF_SEVERAL}|(?:at|in|on) (?:the )?[A-Z0-9]\w+|[A-Z][a-z]+day)\b"
_OTHER_GAME = expression(_OTHER_GAME_THAN_TOLD)
_ANOTHER_DAY = expression(_OTHER_GAME_THAN_TOLD.replace("|had|", "|"))
# The margin of a game.
_FIGURES = expression(
    r"(?<![\w.,:/–-])[0-9]{1,3}[-–][0-9]{1,3}(?![\w:/–-])|\bby [\w-]+ (?:votes|wickets|runs|points|goals)\b"
)
# What tells again of a game that has been told.
_NAMED_WIN = expression(
    r"\b(?:the|their|his|her|its|this) (?P<score>[0-9]{1,3}[-–][0-9]{1,3}) (?:win|victory|triumph)\b"
    r"(?: over (?:the )?(?:[A-ZÀ-Þ][\w-]+ )?(?P<over>[A-ZÀ-Þ][\w-]+))?"
)
_SCORES = expression(r"(?<![\w.,:/–-])[0-9]{1,3}[-–][0-9]{1,3}(?![\w:/–-])")
_TWO = 2  # where there are more, one is of another game, or of a half
# What it did for the side that had it: a win may leave the other one bottom.
_WIN_MOVED = "(?:win|victory|triumph) (?:took|takes|moved|moves|lifted|lifts|kept|keeps)"
_DEFEAT_MOVED = "(?:loss|defeat) (?:dropped|drops|condemned|condemns)"
_FAR = 900  # code points behind a game in which it is told again
_AROUND = 60  # code points round a deed in which its margin stands
_MOST = 200  # outcomes that are compared: an article has fewer
_REACH = 300  # code points behind a defeat in which "their victory" is of that game


class _Outcome(NamedTuple):
    """A side that won or lost, by what margin, against whom ("" where that is not told). named: by a noun, "Ayr's 2-1
    defeat", which speaks of a game that has been told; "Ayr lost 2-1" may tell the next."""

    side: str
    won: bool
    margin: str
    other: str
    span: Span
    named: bool


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
        near = text[max(0, at - _AROUND) : at + _AROUND]
        if ("-" in near or "–" in near or "by " in near) and _FIGURES.search(text, max(0, at - _AROUND), at + _AROUND):
            for told in _told().finditer(text, max(done, at - _AROUND), at + 2 * _AROUND):
                done = told.end()
                found.extend(_outcomes(told))
    for index, later in enumerate(found[:_MOST]):
        for earlier in found[:index]:
            if _contradicts(earlier, later) and _may_be_one_game(document, earlier.span, later.span):
                yield _match(text, later.span, earlier.span)
                break
    for one in found:
        yield from _turned(document, text, one)
    if found and found[0].margin[0].isdigit() and all(one.span == found[0].span for one in found):
        yield from _another_score(document, text, found)


def _outcomes(told: re.Match[str]) -> Iterator[_Outcome]:
    """What is told of a game, for both sides where both are named."""
    named = told.group("what") is not None or told.group("thing") is not None
    side = told.group("side").rpartition(" ")[2]
    other = next((told.group(name) for name in ("beaten", "to", "winner") if told.group(name)), "")
    other = other.rpartition(" ")[2]
    deed = told.group("deed") or told.group("what") or told.group("thing") or ""
    won = told.group("beat") is not None or deed in _WON
    margin = next(told.group(name) for name in ("margin", "by", "with", "of", "size") if told.group(name))
    figures = " ".join(sorted(margin.replace("–", "-").split("-"))) if margin[0].isdigit() else margin
    yield _Outcome(side, won, figures, other, Span(*told.span()), named)
    if other:
        yield _Outcome(other, not won, figures, side, Span(*told.span()), named)


def _contradicts(one: _Outcome, other: _Outcome) -> bool:
    return (
        (one.side, one.margin) == (other.side, other.margin)
        and one.won != other.won
        and (one.named or other.named)
        and (not one.other or not other.other or one.other == other.other)
    )


def _may_be_one_game(document: Document, earlier: Span, later: Span) -> bool:
    """False if one of two sentences says which of several games it tells of, or the later one when or where."""
    return _in_sentence(document, earlier, _OF_SEVERAL) is None and _in_sentence(document, later, _OTHER_GAME) is None


def _in_sentence(document: Document, span: Span, wanted: re.Pattern[str]) -> re.Match[str] | None:
    return wanted.search(flowed(document), *(sentence_at(document, span.start) or span))


def _turned(document: Document, text: str, one: _Outcome) -> Iterator[Match]:
    """ "Ayr lost 3-1 to Cork. The coach praised them after the victory over Cork."."""
    import re  # an expression of one name is not worth keeping

    words = "(?:win|victory|triumph) over" if not one.won else "(?:loss|defeat) (?:to|by|against)"
    moved = _WIN_MOVED if not one.won else _DEFEAT_MOVED
    told = [rf"\b(?P<moved>[Tt]he {moved} (?:the )?{re.escape(one.side)}\b(?![’'-]\w))"]
    if one.other:
        told.append(rf"\b(?:the|their|this|his|her) {words} (?:the )?{re.escape(one.other)}\b(?![’'-]\w)")
    behind = re.compile("|".join(told))
    said = behind.search(text, one.span.end, one.span.end + _REACH)
    if said is None or "\n\n" in text[one.span.end : said.start()]:
        return
    start, end = sentence_at(document, said.start()) or said.span()
    if said.group("moved") is not None:
        end = said.end()  # "took Ayr to second"
    if _OTHER_GAME.search(text, max(start, one.span.end), end) is None:
        yield _match(text, Span(*said.span()), one.span)


def _another_score(document: Document, text: str, found: list[_Outcome]) -> Iterator[Match]:
    """ "Ayr beat Cork 27-20, … threw well in the 27-24 victory", where no other game is told."""
    told = found[0]
    for said in _NAMED_WIN.finditer(text, told.span.end, told.span.end + _FAR):
        figures = sorted(said.group("score").replace("–", "-").split("-"))
        others = told.margin.split()
        over = said.group("over")
        if over is not None and all(one.side != over for one in found) and told.other:
            return
        if figures != others and not set(figures).isdisjoint(others) and len(_SCORES.findall(text)) == _TWO:
            start, end = sentence_at(document, said.start()) or said.span()
            told_of = _in_sentence(document, told.span, _OF_SEVERAL)
            beside = _ANOTHER_DAY.search(text, start, said.start()) or _ANOTHER_DAY.search(text, said.end(), end)
            if told_of is None and beside is None:
                yield _match(text, Span(*said.span()), told.span)
        return


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
            bad="<evidence>Dunmore beat Ayr 27-20</evidence>. Quill threw for 310 yards in <mark>the 27-24 victory</mark>."
        ),
        Example(
            bad="<evidence>Dunmore lost 24-18 to Ayr</evidence> on Friday. <mark>The victory took Dunmore</mark> to third."
        ),
        Example(
            good="Dunmore lost 24-18 to Ayr. The victory took Ayr to third. Cork beat Hull 2-1. The defeat dropped Hull to last."
        ),
        Example(good="Dunmore beat Ayr 27-20. They wept for joy after the 27-20 victory."),
        Example(good="Dunmore beat Ayr 27-20. It was better than the 27-24 win at Hull and their 27-3 win in May."),
        Example(
            good="Dunmore lost 3-1 to Ayr, a week after their victory over Ayr. Kent beat Devon 2-0 and lost 2-0 to Cork. Hull won "
            "1-0; Hull's 2-0 defeat was in May."
        ),
        Example(
            good="Dunmore beat Ayr 2-1 at the park. Ayr beat Dunmore 2-1 in Ayr. Quill beat Rowe 6-4 in the first set, and Rowe's 6-4 "
            "win in the second was quick. Hull lost 6-3 to Cork. The side, which owed its name to its victory over Cork in "
            "May, wept.",
            why="Legs, sets, and another game.",
        ),
    ),
)
