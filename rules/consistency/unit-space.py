"""12km and 4 km in one article."""

from __future__ import annotations

from copylint.annotate.forms import ADDRESS, VERBATIM, standing
from copylint.annotate.words import token_set
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from typing import Literal

# Not m, which is metres and millions, nor g, a and the like, which are other things too.
_UNITS = "km cm mm kg mg ml mph kph kW MW GW kWh MWh MB GB TB Hz kHz MHz GHz".split()
_SMALL = frozenset(unit.lower() for unit in _UNITS)


class Options(NamedTuple):
    """form: how the house style writes a figure and its unit."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "with a space", "without a space"] = ""


@cache
def _measures() -> re.Pattern[str]:
    return compiled(rf"\d(?: |\xa0)?(?:{'|'.join(_UNITS)})(?![\w/²³-])")


@cache
def _figure() -> re.Pattern[str]:
    return compiled(r"(?<![\w.,/-])\d[\d.,]*$")


def find(document: Document, options: Options) -> Iterable[Observation]:
    """Figures and the signs of their units in running text. Headings, tables, addresses and code are left alone."""
    text = document.text
    for found in _measures().finditer(text):
        block = document.block_at(found.start())
        if block is None or block.kind not in ("paragraph", "item", "quote"):
            continue
        figure = _figure().search(text, max(0, found.start() - 12), found.start() + 1)
        if figure is None or text[found.end() : found.end() + 2].lstrip(" ")[:1].isupper():
            continue  # "the Ayr 10km Run": part of a name
        span = Span(figure.start(), found.end())
        if standing(document, span) in (ADDRESS, VERBATIM):
            continue
        unit = found.group()[1:].lstrip(" \xa0")
        form = "with a space" if len(found.group()) > len(unit) + 1 else "without a space"
        yield Observation(unit, form, span, f"{figure.group()} {unit}")


def may_differ(document: Document) -> bool:
    """Whether a unit stands alone, as behind a space."""
    return not _SMALL.isdisjoint(token_set(document))


def _written(observation: Observation, side: str) -> str:
    return observation.context if side == "with a space" else observation.context.replace(" ", "")


RULE = Rule(
    summary="A figure and its unit stand apart here and together there: 4 km, 12km.",
    why="A space or none: the house decides, and an article keeps to it for one unit. Only signs of units that mean nothing"
    " else are judged, so m is left alone; so are headings, tables, names and code.",
    message="'{match}' is written {minority} ({minority_count}), but the unit stands {majority} ({majority_count}{tie}){cure}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=tuple(sorted(_SMALL))),
    examples=(
        Example(
            bad="The pipe is <evidence>12 km</evidence> long, and <evidence>4 km</evidence> of it leak. A new one of"
            " <mark>15km</mark> is planned.",
            good="The pipe is 12 km long, and 4 km of it leak. A new one of 15 km is planned.",
        ),
        Example(
            bad="The wind blew at <evidence>90mph</evidence> on Monday and at <mark>70 mph</mark> on Tuesday.",
            good="The wind blew at 90mph on Monday and at 70mph on Tuesday.",
        ),
        Example(
            good="The pipe is 12 km long. It holds 90kg of silt. The firm won the Ayr 10km Run.",
            why="Two units, and a name.",
        ),
        Example(
            good="The pipe is 12 km long, said the 12-km-pipe.example page. “It is 15km,” he said.", why="A quotation."
        ),
        Example(good="It cost £5m and is 5 m wide. The 9 mm round and the 4mm-wide slot fit.", why="A compound."),
    ),
)
