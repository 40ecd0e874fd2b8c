"""Games won, drawn and lost that do not make the games they are of: won one, drawn three and lost two of their last five."""

from __future__ import annotations

from copylint.annotate.number_words import ONES
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER = rf"(?:{'|'.join(ONES)}|[0-9]{{1,2}})"
_OUTCOMES = {
    **dict.fromkeys(("won", "winning", "win", "wins", "victory", "victories"), "won"),
    **dict.fromkeys(("drawn", "drew", "drawing", "draw", "draws", "tied", "tie", "ties"), "drawn"),
    **dict.fromkeys(("lost", "losing", "lose", "loss", "losses", "defeat", "defeats"), "lost"),
}
_DEED = rf"(?:won|winning|drawn|drew|drawing|tied|lost|losing) {_NUMBER}"
_NOUN = rf"(?:{_NUMBER}|an?) (?:wins?|victory|victories|draws?|ties?|loss|losses|defeats?)"
_TOLD = expression(rf"\b(?P<told>(?:{_DEED}|{_NOUN})(?:(?:,| and|, and) (?:{_DEED}|{_NOUN})){{1,2}}) \Z")
_ONE = expression(
    rf"(?P<verb>won|winning|drawn|drew|drawing|tied|lost|losing) (?P<number>{_NUMBER})\b|(?P<count>{_NUMBER}|an?) (?P<noun>wins?|victor\w+|draws?|ties?|loss(?:es)?|defeats?)\b"
)
_OF = expression(
    rf"(?:their|its|his|her|the|our|my) (?:team[’']s |side[’']s )?(?:last|first|opening|past|previous|final) (?P<number>{_NUMBER})"
    r"(?! (?:years|months|weeks|seasons|days)\b)(?![\w-])"
)
_LINKS = {"of": " of ", "from": " from ", "in": " in "}
_LONGEST = 90  # code points of what is told of the games
_OUTCOMES_OF_ALL = 3


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    for word, link in _LINKS.items():
        if word in stand:
            for at in occurrences(document, link):
                games = _OF.match(text, at + len(link))
                told = _TOLD.search(text, max(0, at - _LONGEST), at + 1) if games is not None else None
                if games is not None and told is not None:
                    yield from _judge(text, Span(*told.span("told")), Span(*games.span("number")))


def _judge(text: str, told: Span, games: Span) -> Iterable[Match]:
    outcomes: dict[str, int] = {}
    for one in _ONE.finditer(text, *told):
        outcome = _OUTCOMES[one["verb"] or one["noun"]]
        if outcome in outcomes:
            return
        outcomes[outcome] = _number(one["number"] or one["count"])
    made, all_games = sum(outcomes.values()), _number(text[slice(*games)])
    if made > all_games or (made < all_games and len(outcomes) == _OUTCOMES_OF_ALL):
        said = text[slice(*told)]
        yield Match(games, (Evidence(told, said),), slots={"told": f"'{said}' makes {made} games"})


def _number(told: str) -> int:
    return 1 if told in ("a", "an") else ONES.get(told) or int(told)


RULE = Rule(
    summary="Games won, drawn and lost that do not make the games they are of.",
    why="One of the figures is wrong: three outcomes make all the games, and two no more than these.",
    message="'{match}' here, but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(
        pairs=tuple(
            f"{owner} {which}"
            for owner in ("their", "its", "his", "her", "the", "our", "my")
            for which in ("last", "first", "opening", "past", "previous", "final")
        ),
        both=(Gate(words=("won", "winning", "lost", "losing", "wins", "win", "draws", "defeats", "losses")),),
    ),
    examples=(
        Example(
            bad="Ayr have <evidence>won one, drawn three and lost two</evidence> of their last <mark>five</mark>. Hull had "
            "<evidence>four wins, a draw and two defeats</evidence> from their first <mark>8</mark> games."
        ),
        Example(bad="She has <evidence>won three and lost three</evidence> of her past <mark>five</mark> matches."),
        Example(
            good="Ayr have won one, drawn three and lost two of their last six. Hull had four wins and two defeats from their first 8 "
            "games. She won three and lost three in the last two years, and two wins and a draw in their last three-day match."
        ),
        Example(
            good="They won four and drew one of their last five and lost the sixth. It lost two, and won three in its first two seasons."
        ),
    ),
)
