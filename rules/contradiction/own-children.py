"""A mother or father of so many, and more children in the next sentences: a mother of three … her five children."""

from __future__ import annotations

from copylint.annotate.number_words import ONES
from copylint.annotate.sentences import sentence_at
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

_PARENTS = {"mother": "her", "father": "his", "mom": "her", "mum": "her", "dad": "his"}
_NUMBER = rf"(?P<number>{'|'.join(ONES)}|[1-9][0-9]?)"
# No noun behind: "a father of two girls" may have sons too, and "one of two mothers of three" is not one.
_OF = expression(
    rf"[- ]of[- ]{_NUMBER}(?=[,.;)]| [A-Z]| (?:from|who|was|is|has|had|won|in|and|said|told|living|died|lost)\b)"
)
_REACH = 300  # code points behind the parent in which the children are told
# What tells of another time, of other children than one's own, or of children by others.
_OTHERWISE = expression(
    r"\b(?:(?:at the|by that) time|then|later|by now|already|previous\w*|once|former\w*|(?:1[89]|20)[0-9]{2}|expecting|pregnan\w+|"
    r"gave birth|step\w*|foster\w*|grand\w+|adopt\w*|nurs\w+|teach\w*|class|pupils|care[rd]?\w*|minder|plays?|played|character|"
    r"between|one of|of (?:her|his|their) \w+ children|couple|partner)\b",
    flags=2,
)
_OTHERS = {
    "her": r"mother|sister|daughter|wife|woman|girl|aunt|queen|princess|lady|patient|girlfriend|friend|mum|mom|widow|actress|neighbour|"
    r"neighbor|victim|Mrs|Ms|Miss|Queen|Lady",
    "his": r"father|brother|son|husband|man|boy|uncle|king|prince|lord|patient|boyfriend|friend|dad|widower|actor|neighbour|neighbor|"
    r"victim|Mr|King|Lord",
}  # fmt: skip
_NAMES = expression(r"[^.!?\s”’\"] (?:[A-Z][\w’-]+ ){1,2}[A-Z][\w’-]+")


@cache
def _another(whose: str) -> re.Pattern[str]:
    return compiled(rf"\b(?:{_OTHERS[whose]})\b")


@cache
def _children(whose: str) -> re.Pattern[str]:
    return compiled(rf"\b{whose} {_NUMBER} children\b(?! (?:by|with|from)\b)", 2)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    parents = [
        (word, at, number)
        for word in _PARENTS
        if word in stand
        for at in occurrences(document, word, text)
        if (number := _OF.match(text, at + len(word))) is not None
    ]
    if len(parents) != 1:
        return  # of two mothers nobody can tell whose the children are
    word, at, number = parents[0]
    told = _children(_PARENTS[word]).search(text, number.end(), number.end() + _REACH)
    if told is None or _value(told) <= _value(number):
        return
    between = text[number.end() : told.start()]
    sentence = sentence_at(document, at) or Span(at, number.end())
    if (
        _OTHERWISE.search(text, sentence.start, told.start()) is None
        and _another(_PARENTS[word]).search(between) is None
        and _NAMES.search(between, 1) is None
    ):
        whole = Span(at, number.end())
        yield Match(
            Span(*told.span("number")), (Evidence(whole, text[slice(*whole)]),), slots={"other": text[slice(*whole)]}
        )


def _value(told: re.Match[str]) -> int:
    said = told.group("number").lower()
    return ONES.get(said) or int(said)


RULE = Rule(
    summary="A mother or father of so many, who has more children in the next sentences.",
    why="A mother of three does not have five children: one of the two numbers is wrong.",
    message="'{match}' children here, but '{other}' before.",
    check=check,
    severity="suggestion",
    quotations="skip",
    gate=Gate(
        pairs=tuple(f"{word} of" for word in _PARENTS),
        both=(Gate(pairs=tuple(f"{number} children" for number in (*ONES, *map(str, range(2, 13))))),),
    ),
    examples=(
        Example(
            bad="Lidia Corral, a <evidence>mother of three</evidence>, walked for a year. Her <mark>five</mark> children stayed at home."
        ),
        Example(
            bad="Ed Rowe, a <evidence>father-of-two</evidence> from Ayr, left. He saw his <mark>three</mark> children in May."
        ),
        Example(
            good="Lidia Corral, a mother of three, walked for a year. Her three children stayed at home, and her two daughters wept. "
            "His five children ran. One of her five children by another man is ill."
        ),
        Example(good="A mother of three and a mother of five won. Her five children cheered."),
        Example(
            good="The teacher, a mother of one, took her nine children to the zoo. He was the father of two sons. His three children wept."
        ),
        Example(good="A mum of two at the time, she raised her six children alone."),
        Example(good="A father-of-two works for Lord Marr. Lord Marr and his four children live there."),
        Example(good="Ed Rowe, a father of two, wrote to the king. His five children were ill."),
    ),
)
