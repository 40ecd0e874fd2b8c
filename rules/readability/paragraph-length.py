"""A paragraph of more words, or more sentences, than the limit."""

from __future__ import annotations

from copylint.document import Document
from copylint.readability.limits import counting
from copylint.readability.scores import PROSE, Passage
from copylint.rule import Example, Gate, Match, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal


class Options(NamedTuple):
    """limit: words; sentences: sentences; 0 is no limit. quotations: whether sentences that are mostly quoted
    speech count."""

    limit: int = 0
    sentences: int = 0
    quotations: Literal["count", "skip"] = "count"


def check(document: Document, options: Options) -> Iterable[Match]:
    if options.limit <= 0 and options.sentences <= 0:
        return
    chosen = counting(document, options.quotations)
    rest = list(reversed(chosen))
    for block in document.blocks:
        if block.kind not in PROSE:
            continue
        inside: list[Passage] = []
        while rest and rest[-1].span.start < block.span.end:
            inside.append(rest.pop())
        words = sum(len(passage.words) for passage in inside)
        if 0 < options.limit < words:
            yield Match(block.span, slots={"size": f"{words} words", "limit": str(options.limit)})
        elif 0 < options.sentences < len(inside):
            yield Match(block.span, slots={"size": f"{len(inside)} sentences", "limit": str(options.sentences)})


RULE = Rule(
    summary="A paragraph of more words, or more sentences, than the limit.",
    why=(
        "In a narrow column or on a telephone a long paragraph is a grey wall; news copy seldom has more "
        "than two or three sentences in one."
    ),
    message="A paragraph of {size}, where {limit} are the limit.",
    severity="suggestion",
    languages=("*",),
    options=Options(),
    check=check,
    gate=Gate(),
    examples=(
        Example(
            bad="The ferry left.\n\n<mark>It carried twelve people. There was a dog. It barked at us.</mark>",
            options={"limit": 8},
        ),
        Example(
            bad="<mark>It carried twelve people. There was a dog. It barked at us.</mark>\n\nThen it sank.",
            options={"sentences": 2},
        ),
        Example(good="It carried twelve people. There was a dog.", why="No limit is set."),
        Example(
            good="It carried twelve people.\n\nThere was a dog. It barked.",
            options={"limit": 6, "sentences": 2},
        ),
        Example(
            good="“There was a dog and it barked and barked at us all,” she said. It sank.",
            options={"limit": 8, "quotations": "skip"},
        ),
    ),
)
