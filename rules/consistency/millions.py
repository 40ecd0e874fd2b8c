"""$5 million, $5m, $5mn and $5 mln in one article."""

from __future__ import annotations

from copylint.annotate.words import marks
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import escape, expression, in_order
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

_WORDS = {
    "million": ("million", "million"),
    "m": ("million", "m"),
    "mn": ("million", "mn"),
    "mln": ("million", "mln"),
    "billion": ("billion", "billion"),
    "bn": ("billion", "bn"),
    "b": ("billion", "b"),
    "bln": ("billion", "bln"),
}
_WRITTEN = {
    "in full": {"million": " million", "billion": " billion"},
    "shortened": {"million": "m", "billion": "bn"},
    "as mln or bln": {"million": " mln", "billion": " bln"},
}


class Options(NamedTuple):
    """form: how the house style writes millions and billions of money."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "in full", "shortened", "as mln or bln"] = ""


# Each sign by itself: to look for one is quicker than for any.
_SUMS = {
    sign: expression(rf"{escape(sign)}(\d[\d,.]*)( ?)(million|billion|mln|bln|mn|bn|m|b)(?![\w-])") for sign in "$£€"
}


def find(document: Document, options: Options) -> Iterable[Observation]:
    """Sums of money with a sign. Headlines, headings and tables have forms of their own."""
    text = document.text
    for found in in_order(text, [_SUMS[sign] for sign in sorted(_SUMS.keys() & marks(document))]):
        block = document.block_at(found.start())
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        if block.span.end - block.span.start < 60 and text[block.span.end - 1] not in '.!?”"':
            continue
        scale, name = _WORDS[found.group(3)]
        form = "in full" if name == scale else "as mln or bln" if name.endswith("ln") else "shortened"
        yield Observation(
            "money", form, Span(*found.span()), f"{found.group()[: found.end(1) - found.start()]}\t{scale}"
        )


def may_differ(document: Document) -> bool:
    text = document.text
    return "$" in text or "£" in text or "€" in text


def _rewritten(observation: Observation, side: str) -> str | None:
    figure, scale = observation.context.split("\t")
    return figure + _WRITTEN[side][scale]


RULE = Rule(
    summary="Millions of money are written in full here and shortened there.",
    why=("$5 million or $5m: an article keeps to one of them in its text. Headlines and tables are left alone."),
    message="'{match}' is written {minority} ({minority_count}), but the sums of this article are written {majority} "
    "({majority_count}{tie}){cure}.",
    check=Forms(find, _rewritten, may_differ),
    options=Options(),
    quotations="skip",
    severity="suggestion",
    fix="unsafe",
    gate=Gate(texts=("$", "£", "€")),
    examples=(
        Example(
            bad="The firm made <evidence>£5m</evidence> last year and <evidence>£6m</evidence> this year, "
            "on sales of <mark>£80 million</mark>, it said.",
            good="The firm made £5m last year and £6m this year, on sales of £80m, it said.",
        ),
        Example(
            bad=(
                "It paid <evidence>$2.5 billion</evidence> for the bank, and <mark>$300m</mark> for the "
                "land it stands on."
            ),
            good="It paid $2.5 billion for the bank, and $300 million for the land it stands on.",
        ),
        Example(good="It made £5m and £6m; five million people live there, 300m from the quay."),
        Example(
            good="Firm makes £5m\n\nThe firm made £5 million last year, it said on Monday in its report to the bank."
        ),
    ),
)
