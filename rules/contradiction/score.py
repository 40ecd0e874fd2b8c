"""A score that is not the result told: a 3-1 draw, a win in straight sets with one lost, Ayr beat Hull 1-2."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, shape, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_VERBS = (
    "beat",
    "defeated",
    "thrashed",
    "edged",
    "overcame",
    "downed",
    "trounced",
    "hammered",
    "outclassed",
    "stunned",
)
_SCORE = r"(?<![\w.,:/–-])(?P<one>[0-9]{1,3})[-–](?P<two>[0-9]{1,3})(?![\w:/–-]|[.,][0-9])"
_NAME = r"(?:the )?(?:[A-ZÀ-Þ][\w’'.-]*)(?: (?:[A-ZÀ-Þ][\w’'.-]*|of|de|del|van)){0,3}"
_BEAT = expression(rf" (?:{_NAME}|them|him|her|us) {_SCORE}(?!(?: \([^)]{{1,8}}\))?(?:,| and)? [0-9]+[-–][0-9])")
_DREW = expression(rf" {_SCORE} (?:with|at|against|away|to|in|on)\b")
_DRAW = expression(rf"{_SCORE} \Z")
_SETS = r"[0-9]{1,2}[-–][0-9]{1,2}(?: ?\([0-9]{1,2}(?:[-–][0-9]{1,2})?\))?"
_BEAT_IN_SETS = expression(
    rf" {_NAME},? (?P<sets>{_SETS}(?:(?:,| and|, and|) {_SETS}){{1,4}})(?![-–\w]|,? \(?(?:ret|[0-9]+[-–]))"
)
_SETS_BEHIND = expression(rf",? ?\(?(?P<sets>{_SETS}(?:(?:,| and|, and) {_SETS}){{1,4}})")
_SETS_BEFORE = expression(rf"(?P<sets>{_SETS}(?:(?:,| and|, and) {_SETS}){{1,4}}),? (?:to win )?in \Z")
_SET = expression(r"(?<![-–(0-9])([0-9]{1,2})[-–]([0-9]{1,2})(?![-–)0-9])")
# "243 for 6 to win by four": a side has ten wickets, and wins by those that have not fallen.
_CHASED = expression(
    r"(?<![\w.,/–-])(?P<score>[0-9]{2,3}(?: for |[-–/])(?P<down>[1-9]|one|two|three|four|five|six|seven|eight|nine))"
    r"(?: (?:in|off|from|after) [0-9.]+ (?:overs|balls))?,? to (?:win|(?:seal|complete|secure|clinch|claim|earn|record|wrap up) "
    r"[^.;0-9]{1,40}?) by (?P<by>[a-z0-9]+)\Z"
)
_NUMBERS = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_WICKETS = 10
# "won 6-3 on Sunday, their fourth straight defeat"
_IN_A_ROW = ("straight", "consecutive", "successive")
_ROW_OF = expression(r"(?: [a-z]+)? (?P<what>defeat|loss|win|victory)\b")
_ROW_BEFORE = expression(
    r"(?<!who )\b(?P<deed>won|lost)(?: (?:[0-9]+[-–][0-9]+|again|on [A-Z][a-z]+day|at home|away|in [a-z]+)){1,3},"
    r" (?:its|their|his|her) (?:[a-z]+ )?\Z"
)
_FARTHEST = 80  # code points before "straight sets" in which the sets stand
_LEAST_OF_SET = 6  # games, or points, that win one: fewer are goals, of two legs
_TWO = 2  # sets, one for each side, are not all of them
_NO_GAMES = 30  # a draw has fewer goals; votes and odds are more


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    if "wickets" in stand:
        for at in occurrences(document, " wickets"):
            yield from _chased(flowed(document), at)
    for word in _IN_A_ROW:
        if word in stand:
            for at in occurrences(document, f" {word} "):
                yield from _in_a_row(flowed(document), at + 1, at + 1 + len(word))
    if "0-0" not in shape(document) and "0a0" not in shape(document):  # the latter with an en dash
        return
    if "straight" in stand and "sets" in stand:
        for at in occurrences(document, "straight sets"):
            yield from _straight(flowed(document), Span(at, at + len("straight sets")))
    for verb in _VERBS:
        if verb in stand:
            for at in occurrences(document, f" {verb} "):
                yield from _beat(flowed(document), Span(at + 1, at + 1 + len(verb)))
    if "drew" in stand:
        for at in occurrences(document, " drew "):
            yield from _drew(_DREW.match(flowed(document), at + 5), Span(at + 1, at + 5))
    if "draw" in stand:
        for at in occurrences(document, " draw"):
            if not flowed(document)[at + 5 : at + 6].isalpha():
                yield from _drew(_DRAW.search(flowed(document), max(0, at - 8), at + 1), Span(at + 1, at + 5))


def _straight(text: str, phrase: Span) -> Iterator[Match]:
    """ "in straight sets, 6-3, 4-6, 6-2"."""
    listed = _SETS_BEHIND.match(text, phrase.end)
    if listed is None:
        listed = _SETS_BEFORE.search(text, max(0, phrase.start - _FARTHEST), phrase.start)
    if listed is None:
        return
    ways = {int(one) > int(two) for one, two in _SET.findall(listed.group("sets"))}
    if len(ways) > 1:
        sets = Span(*listed.span("sets"))
        yield _match(text, phrase, sets, f"'{text[slice(*sets)]}' has a set for each side")


def _beat(text: str, verb: Span) -> Iterator[Match]:
    """ "Ayr beat Hull 1-2"."""
    listed = _BEAT_IN_SETS.match(text, verb.end)
    sets = _SET.findall(listed.group("sets")) if listed is not None else []
    if listed is not None and len(sets) > _TWO and all(max(int(one), int(two)) >= _LEAST_OF_SET for one, two in sets):
        one, two = sets[-1]
        if int(one) < int(two):
            yield _match(text, verb, Span(*listed.span("sets")), f"'{listed.group('sets')}' ends in a lost set")
        return
    score = _BEAT.match(text, verb.end)
    if score is not None and int(score.group("one")) < int(score.group("two")):
        yield _match(text, verb, _place(score), f"'{_told(score)}' is a defeat")


def _drew(score: re.Match[str] | None, word: Span) -> Iterator[Match]:
    """ "drew 3-1 with Hull", "a 3-1 draw"."""
    if score is None:
        return
    one, two = int(score.group("one")), int(score.group("two"))
    if one != two and max(one, two) < _NO_GAMES:
        yield _match(score.string, word, _place(score), f"'{_told(score)}' is no draw")


def _in_a_row(text: str, start: int, end: int) -> Iterator[Match]:
    """ "won 6-3 on Sunday, their fourth straight defeat"."""
    row = _ROW_OF.match(text, end)
    game = _ROW_BEFORE.search(text, max(0, start - _FARTHEST), start) if row is not None else None
    if row is None or game is None:
        return
    if (game.group("deed") == "won") is not (row.group("what") in ("win", "victory")):
        yield _match(text, Span(*game.span("deed")), Span(*row.span("what")), f"it was a {row.group('what')}")


def _chased(text: str, at: int) -> Iterator[Match]:
    """ "243 for 6 to win by five wickets"."""
    told = _CHASED.search(text, max(0, at - 2 * _FARTHEST), at)
    if told is None:
        return
    down, by = (_NUMBERS.get(told.group(name), told.group(name)) for name in ("down", "by"))
    if str(by).isdecimal() and int(by) != _WICKETS - int(down):
        lost = f"who wins by {told.group('by')} wickets has lost {_WICKETS - int(by)}"
        yield _match(text, Span(*told.span("score")), Span(*told.span("by")), lost)


def _place(score: re.Match[str]) -> Span:
    return Span(score.start("one"), score.end("two"))


def _told(score: re.Match[str]) -> str:
    return score.string[score.start("one") : score.end("two")]


def _match(text: str, word: Span, score: Span, told: str) -> Match:
    return Match(score, (Evidence(word, text[slice(*word)]),), slots={"word": text[slice(*word)], "told": told})


RULE = Rule(
    summary="A score that is not the result told.",
    why="Either the figures have changed places or the result has: a reader who saw the game knows which.",
    message="'{word}', but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=("drew", "draw", "wickets", *_IN_A_ROW, *_VERBS),
        both=(Gate(words=("wickets", *_IN_A_ROW), shapes=("0-0", "0a0")),),
    ),
    examples=(
        Example(
            bad="Ayr <evidence>beat</evidence> Hull City <mark>1-2</mark>. Kent <evidence>drew</evidence> <mark>3-1</mark> with "
            "Devon; Cork had a <mark>2-1</mark> <evidence>draw</evidence>."
        ),
        Example(
            bad="Quill won in <evidence>straight sets</evidence>, <mark>6-3, 4-6, 6-2</mark>. Rowe won <mark>7-6 (7-4), 5-7, "
            "6-1</mark> in <evidence>straight sets</evidence>."
        ),
        Example(
            bad="Ayr made <evidence>243 for 6</evidence> to win by <mark>five</mark> wickets. Hull were <evidence>96-2</evidence> in 14.3 overs to seal victory by <mark>6</mark> wickets."
        ),
        Example(
            good="Ayr made 243 for 6 to win by four wickets, and Hull 96-2 in 14.3 overs to seal victory by eight. Kent made 243 for 6 and lost by nine wickets."
        ),
        Example(bad="Hull <evidence>won</evidence> 6-3 on Sunday, their fourth straight <mark>defeat</mark>."),
        Example(
            good="Hull won 6-3 on Sunday, their fourth straight win, lost 2-1 to Ayr, their third straight win, and lost 2-0 again, "
            "a second consecutive defeat."
        ),
        Example(bad="Quill <evidence>beat</evidence> Ada Rowe <mark>6-4 4-6 4-6</mark> in the rain."),
        Example(
            good="Quill beat Ada Rowe 4-6 6-4 6-4, and Moss beat Lowe 7-6 (7-4), 4-6, 3-6 ret. Hull beat Cork 2-0, 1-2 over two legs."
        ),
        Example(
            good="Ayr beat Hull City 2-1. Kent drew 1-1 with Devon; Cork drew level at 2-1 down and had a 2-2 draw. Quill won in "
            "straight sets, 6-3, 7-6 (7-4), and beat Rowe 4-6, 6-3, 6-2. Hull lost 1-2, and beat Kent 0-0, 4-3 on penalties."
        ),
    ),
)
