"""A singular where a plural was meant, or the other way round: 'three year ago', 'these decision was', 'every years'."""

from __future__ import annotations

from itertools import product

from copylint.annotate.quotations import is_quoted
from copylint.annotate.word_places import pair_places
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SPANS = "year month week day hour minute decade".split()
_MANY = "men women children years months weeks days hours minutes".split()
_PEOPLE = (
    "men women children spokesmen spokeswomen policemen firemen gunmen chairmen fishermen businessmen servicemen "
    "congressmen salesmen craftsmen"
).split()
_THINGS = (
    "decision plan attack report proposal problem question law story idea article move campaign election letter measure system "
    "situation meeting ruling event survey statement policy process argument change incident study trend figure strategy "
    "approach person episode crisis project rule trial document price murder crash accident agreement contract house man "
    "woman company group country city school"
).split()
_PLURALS = (
    "plans decisions attacks reports proposals problems questions laws stories ideas articles moves campaigns elections letters "
    "measures systems meetings rulings events surveys statements policies arguments changes incidents studies trends "
    "figures strategies episodes projects rules trials documents prices murders crashes accidents agreements contracts houses "
    "companies groups countries cities schools men women children"
).split()
_AGO = frozenset(product(_SPANS, ("ago", "later", "earlier")))
_WITH_ONE = frozenset([*product(("every", "each"), _MANY), *product(("a", "another"), _PEOPLE)])
_THESE = frozenset(product(("these", "those"), _THINGS))
_THIS = frozenset(product(("this",), _PLURALS))
_PAIRS = _AGO | _WITH_ONE | _THESE | _THIS

_NUMBER = expression(
    r"(?:\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|few|many)"
    r"|(?<![\d.,:/-])(?:[2-9]|[1-9]\d{1,2})) $"
)
_OF_ONE = expression(r" (?:is|was|has)\b")
_OF_MANY = expression(r" (?:are|were|have|will|would)\b")
# No noun, which a plural may stand before: "a women problem", "a men and women's race", "a women in science day".
_NO_NOUN = expression(r" (?:who|with|from|was|is|has|had|aged|wearing|that|and an?)\b|[.;:)\n]|$")
_NO_SPAN = expression(r" (?:who|in|with|from|was|is|has|had|and|on|at|of|to|for|that)\b|[.,;:)\n]|$")
_OPENS = expression(r"(?:^|[.!?] |\n|\b(?:all of|said|says) )$")
_LONGEST = 14  # code points before the two


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for span in pair_places(document, _PAIRS):
        first, _, second = text[span.start : span.end].lower().partition(" ")
        pair = (first, second)
        near = max(span.start - _LONGEST, 0)
        if text[span.end : span.end + 1] in ("-", "'", "’") or not text[span.start + 1 : span.end].islower():
            continue
        if pair in _AGO:
            wrong = _NUMBER.search(text, near, span.start)
        elif pair in _THESE:
            wrong = _OF_ONE.match(text, span.end)
        elif pair in _THIS:
            wrong = _OF_MANY.match(text, span.end) and _OPENS.search(text, near, span.start)
        else:
            alone = _NO_NOUN if first in ("a", "another") else _NO_SPAN
            wrong = text[span.start].islower() and alone.match(text, span.end)
        if wrong and not is_quoted(document, span):
            yield Match(span)


RULE = Rule(
    summary="A singular where a plural was meant, or the other way round: 'three year ago', 'these decision was'.",
    why="One of the two words was changed and the other was not.",
    message="'{match}': one of the two is singular, the other plural.",
    check=check,
    severity="error",
    gate=Gate(pairs=tuple(sorted(map(" ".join, _PAIRS)))),
    examples=(
        Example(bad="It was three <mark>year ago</mark>. <mark>These decision</mark> was wrong."),
        Example(
            bad="<mark>This plans</mark> are old. She said all of <mark>this houses</mark> were sold to <mark>a women</mark> from Leeds, said <mark>a spokesmen</mark>."
        ),
        Example(bad="They meet <mark>every years</mark> in May, 12 <mark>month later</mark> than you."),
        Example(
            good="It was a year ago, or one year later, and ten one-year later. All of this houses a museum. This plans to be a"
            " year. A women only club has a women problem,"
            " a women in science day and a men and women's race. These house prices were high; those figure in it. Because of this"
            " prices will rise. Every years-long plan, each men's team and each children's ward is here. In 2019 year later",
        ),
        Example(good='"It was three year ago," he said.', why="Speech."),
    ),
)
