"""NATO and Nato, COVID-19 and Covid-19 in one article."""

from __future__ import annotations

from copylint.annotate.forms import NAME, VERBATIM, standing
from copylint.annotate.words import token_set
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

# Acronyms that are said as words, which many papers write as names. Left out is what is a word or a name too: Aids, Isis.
_ACRONYMS = frozenset(
    "asean concacaf conmebol covid defra ecowas efta euratom europol fema fifa interpol isaf nafta nasa nato ofcom ofgem "
    "ofsted ofwat opec sars uefa ukip unaids uncitral unctad unesco unicef unifil unrwa".split()
)
_CAPITALS, _NAME = "in capitals", "with one capital"


class Options(NamedTuple):
    """form: how the house style writes acronyms that are said as words."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "in capitals", "with one capital"] = ""


def _present(document: Document) -> list[str]:
    """The acronyms that may stand in both forms."""
    text = document.text
    return [word for word in sorted(_ACRONYMS & token_set(document)) if word.upper() in text and word.title() in text]


def find(document: Document, options: Options) -> Iterable[Observation]:
    """The acronyms in running text: not in headings, in lines in capitals or in longer names ("Nato Parliamentary
    Assembly")."""
    text = document.text
    words = sorted(_ACRONYMS & token_set(document)) if options.form else _present(document)
    for word in words:
        behind = rf"{word[1:].upper()}|{word[1:]}"
        written = compiled(rf"{word[0].upper()}(?<![\w@#/.&-].)(?:{behind})(?![\w@/&]|\.\w|-[A-Z]|(?:-\d+)? [A-Z])")
        for found in written.finditer(text):
            span = Span(*found.span())
            block = document.block_at(span.start)
            if block is None or block.kind in ("heading", "headline", "caption", "cell"):
                continue
            capitals = found.group().isupper()
            stands = standing(document, span)
            if stands == VERBATIM or (capitals and stands != NAME):
                continue
            yield Observation(word, _CAPITALS if capitals else _NAME, span, word)


def may_differ(document: Document) -> bool:
    return bool(_present(document))


def _written(observation: Observation, side: str) -> str:
    return observation.context.upper() if side == _CAPITALS else observation.context.title()


RULE = Rule(
    summary="An acronym stands in capitals here and with one capital there.",
    why="NATO or Nato, COVID-19 or Covid-19: one article writes an acronym one way. Headings, lines in capitals, longer"
    " names and quoted speech are left alone.",
    message="'{match}' stands {minority} {minority_count}, but {majority} {majority_count}{tie}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=tuple(sorted(_ACRONYMS))),
    examples=(
        Example(
            bad="The <evidence>Nato</evidence> envoy flew home on Monday, and <evidence>Nato</evidence> ships left port."
            " No <mark>NATO</mark> ships stayed.",
            good="The Nato envoy flew home on Monday, and Nato ships left port. No Nato ships stayed.",
        ),
        Example(
            bad="Cases of <evidence>COVID</evidence>-19 rose in the north, and deaths from <mark>Covid</mark>-19 fell.",
            good="Cases of COVID-19 rose in the north, and deaths from COVID-19 fell.",
        ),
        Example(
            good="NATO SHIPS LEAVE PORT\n\nThe Nato envoy flew home on Monday, the paper NATO Watch said of the NATO-Russia Act. “NATO is fine,” she"
            " wrote.",
            why="A heading, a name, quoted words.",
        ),
    ),
)
