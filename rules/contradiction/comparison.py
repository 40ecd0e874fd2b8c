"""A figure said to be more than a larger one, or less than a smaller: a profit of £84m that beat forecasts of £91m."""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in, printed
from copylint.annotate.levels import in_one_unit
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Which way a phrase says that the first figure lies from the second.
_WAYS = {
    **dict.fromkeys(("beat", "beating", "topped", "topping", "exceeded", "exceeding", "surpassed", "higher than"), 1),
    **dict.fromkeys(("missed", "missing", "lower than", "short of"), -1),
}
# Of figures alone, whatever they count: "inflation of 3.4%, above the 3.6% forecast".
_NUMERIC = {
    **dict.fromkeys(("above", "more than"), 1),
    **dict.fromkeys(("below", "less than", "fewer than"), -1),
}
_WORDS = {phrase: frozenset(phrase.split()) for phrase in (*_WAYS, *_NUMERIC)}
_ASIDE = expression(r"(?: (?!by\b|of\b|than\b|from\b|to\b)[A-Za-z-]+){0,4},(?: well| far)? \Z")
_NAMED = expression(
    r" (?:the|its|their|his|her|last|a|an|(?:[a-z]+ ){0,2}(?:expectations|forecasts?|estimates?|consensus|target) (?:of|for))"
    r"(?: (?!by\b|and\b|but\b|or\b|with\b|from\b|to\b|in\b|since\b|on\b|as\b|next\b)[A-Za-z’'-]+){0,4} "
)
_FALLING = expression(
    r"\b(?:fell|fall\w*|drop\w*|declin\w*|down|lost|los\w+|cut\w*|reduc\w+|shrank|slump\w*|slid\w*|contract\w*|minus|negative|"
    r"deficits?)\b"
)
# Between a figure and such a phrase, and between the phrase and the other figure.
_LEFT = expression(
    r"(?: (?:a|per) [a-z]+)?,?(?: (?:easily|narrowly|comfortably|well|far|also|slightly|just|which|that|was|were|is|are|"
    r"came in|fell|falling|much)){0,3} ?"
)
_STANDS = expression(r"\b(?:was|were|is|are|came in)(?: (?:well|far|also|slightly|just|much))? ?\Z")
_RIGHT = expression(r"(?: (?!by\b|and\b|but\b|or\b|with\b|from\b|to\b|in\b|since\b|on\b|as\b)[A-Za-z’'-]+){0,7} ")
# Where less is better, or may be meant.
_LESS = expression(
    r"\b(?:loss|losses|deficits?|minus|negative|declin\w*|fall|falls|fell by|drop\w*|cuts?|costs?|spending|expenses|debts?|"
    r"inflation|unemployment|jobless|rate|rates|yields?|claims|handicap|odds|times?|rank\w*)\b"
)
_LONGEST = 300  # code points of a sentence that are read on each side of a phrase
_LARGE = 1000
_REACH = 70  # code points on each side of a phrase in which its figures stand


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    said = token_set(document)
    for phrase, way in _WAYS.items():
        if _WORDS[phrase] <= said:
            for at in occurrences(document, f" {phrase} "):
                yield from _judge(document, Span(at + 1, at + 1 + len(phrase)), way)
    text = flowed(document)
    for phrase, way in _NUMERIC.items():
        if _WORDS[phrase] <= said:
            for at in occurrences(document, phrase):
                if text[at - 2 : at] in (", ", "l ", "r "):  # "well above", "far below"
                    yield from _judge_aside(document, Span(at, at + len(phrase)), way)


def _judge(document: Document, phrase: Span, way: int) -> Iterable[Match]:
    text = flowed(document)
    before = figures_in(document, Span(max(0, phrase.start - _REACH), phrase.start))[-1:]
    after = figures_in(document, Span(phrase.end, phrase.end + _REACH))[:1]
    if not before or not after or any(_is_other(one) for one in (*before, *after)):
        return
    fell = _FELL.search(text, max(0, before[0].span.start - 24), before[0].span.start)
    if fell and _A_RISE.match(text, after[0].span.end):
        return  # "fell 6%, well short of the 1% rise expected"
    if not _LEFT.fullmatch(text, before[0].span.end, phrase.start) or not _RIGHT.fullmatch(
        text, phrase.end, after[0].span.start
    ):
        return
    if text.startswith(("higher", "lower"), phrase.start) and not _STANDS.search(
        text, before[0].span.end, phrase.start
    ):
        return  # "5% higher than the 40% of May"
    pair = in_one_unit(text, *before, *after)
    sentence = sentence_at(document, phrase.start)
    if pair is None or sentence is None:
        return
    near = text[max(sentence.start, phrase.start - _LONGEST) : min(sentence.end, phrase.end + _LONGEST)]
    if _LESS.search(near.lower()):
        return
    yield from _other_way(text, phrase, *pair, way)


_FELL = expression(r"\b(?:fell|falls?|fallen|dropp?\w*|declin\w+|slump\w*|slid|shrank|down)(?: by)? \Z")
_A_RISE = expression(r"[ -](?:rise|gain|increase|growth|advance)\b")


def _judge_aside(document: Document, phrase: Span, way: int) -> Iterable[Match]:
    """ "a bill of £5,400, more than the £6,000 of May"."""
    text = flowed(document)
    before = figures_in(document, Span(max(0, phrase.start - _REACH), phrase.start))[-1:]
    if not before or not _ASIDE.fullmatch(text, before[0].span.end, phrase.start):
        return
    after = figures_in(document, Span(phrase.end, phrase.end + _REACH))[:1]
    if not after or not _NAMED.fullmatch(text, phrase.end, after[0].span.start):
        return
    (left,), (right,) = before, after
    if any(one.joined or one.year for one in (left, right)) or left.hedge or right.hedge not in ("", *_NUMERIC):
        return  # the phrase itself is read as a hedge of the right one
    if any(one.kind == "count" and one.value < _LARGE for one in (left, right)):
        return  # a day, an hour, or two things that are counted
    if text.endswith("from ", 0, left.span.start):
        return  # "to 5% from 6.8%, below the 5.4% expected"
    pair = in_one_unit(text, left, right)
    sentence = sentence_at(document, phrase.start)
    if pair is None or sentence is None:
        return
    if not _FALLING.search(text[max(sentence.start, phrase.start - _LONGEST) : phrase.start].lower()):
        yield from _other_way(text, phrase, *pair, way)


def _other_way(text: str, phrase: Span, left: Quantity, right: Quantity, way: int) -> Iterable[Match]:
    alike = (left.kind, left.unit) == (right.kind, right.unit) or left.scale == right.scale != ""
    if alike and (left.value - right.value) * way < 0:
        yield Match(
            phrase,
            tuple(Evidence(one.span, printed(text, one)) for one in (left, right)),
            slots={"left": printed(text, left), "right": printed(text, right), "way": "less" if way > 0 else "more"},
        )


def _is_other(quantity: Quantity) -> bool:
    return quantity.kind not in ("money", "percent") or quantity.joined or quantity.hedge != ""


RULE = Rule(
    summary="A figure said to be more than a larger one, or less than a smaller.",
    why="The figures have changed places, or the verb says the opposite of what happened.",
    message="'{match}', but {left} is {way} than {right}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=tuple(phrase for phrase in (*_WAYS, *_NUMERIC) if " " not in phrase),
        pairs=tuple(phrase for phrase in (*_WAYS, *_NUMERIC) if " " in phrase),
    ),
    examples=(
        Example(
            bad="Profit of <evidence>£84m</evidence> <mark>beat</mark> the analysts' forecast of <evidence>£91m</evidence>."
        ),
        Example(
            bad="Revenue of <evidence>$3.1 billion</evidence> <mark>missed</mark> estimates of <evidence>$2.9 "
            "billion</evidence>."
        ),
        Example(
            bad="The turnout of <evidence>61%</evidence> was <mark>lower than</mark> the <evidence>57%</evidence> of 2015."
        ),
        Example(
            bad="The bill came to <evidence>£5,400</evidence>, <mark>more than</mark> the <evidence>£6,000</evidence> planned. "
            "Output was <evidence>4.1 million tonnes</evidence>, well <mark>below</mark> the forecast of <evidence>3.8 million "
            "tonnes</evidence>."
        ),
        Example(
            good="The bill came to £6,400, more than the £6,000 planned. Prices fell 3.4%, below the 3.1% forecast, and the rate came to 5% from 6.8% in May, below the 5.4% forecast. She spent 12 "
            "hours there, more than the 20 people who came at two. They met on May 21, more than the 17 of 2013.",
            why="Of a fall, below is more; hours and people.",
        ),
        Example(
            good="Profit of £91m beat the forecast of £84m; revenue of $2.9 billion missed the estimates of $3.1 billion by "
            "$200m, and was higher than the $2.7 billion of 2015. Prices are 5% higher than the 40% of May said."
        ),
        Example(
            good="The loss of £12m beat forecasts of £15m. A cost of $80 a tonne beat the target of $85.",
            why="Less is better.",
        ),
        Example(
            good="Orders fell 6.4 percent, well short of the 0.3 percent rise expected by analysts.",
            why="One is a fall and the other a rise.",
        ),
    ),
)
