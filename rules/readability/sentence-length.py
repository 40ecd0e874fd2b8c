"""A sentence of more words than the limit."""

from __future__ import annotations

from copylint.document import Document
from copylint.readability.limits import counting
from copylint.rule import Example, Gate, Match, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal


class Options(NamedTuple):
    """limit: words; 0 is no limit. quotations: whether sentences that are mostly quoted speech count."""

    limit: int = 0
    quotations: Literal["count", "skip"] = "count"


def check(document: Document, options: Options) -> Iterable[Match]:
    if options.limit <= 0:
        return
    chosen = counting(document, options.quotations)
    for passage in chosen:
        if len(passage.words) > options.limit:
            slots = {"words": str(len(passage.words)), "limit": str(options.limit)}
            yield Match(passage.span, slots=slots)


RULE = Rule(
    summary="A sentence of more words than the limit.",
    why=(
        "A reader holds a sentence in mind until its full stop. Many desks set a limit: a wire service may "
        "ask for leads of under 35 words, a site for the public for 25 in any sentence."
    ),
    message="A sentence of {words} words, where {limit} are the limit.",
    severity="suggestion",
    default="on",
    languages=("*",),
    options=Options(),
    check=check,
    gate=Gate(),
    examples=(
        Example(
            bad="The ferry left at six. <mark>It carried twelve people, a dog and nine crates of tea.</mark>",
            options={"limit": 8},
        ),
        Example(
            bad="<mark>The well-known harbour master – who had seen it all – said that all was well.</mark>",
            options={"limit": 13},
            why="A compound is one word, and a dash parts two.",
        ),
        Example(
            bad=(
                "“We waited for an hour and nobody came to tell us.” <mark>The mayor said that he was sorry "
                "for it.</mark>"
            ),
            options={"limit": 8, "quotations": "skip"},
            why="What somebody said is not the writer's to shorten.",
        ),
        Example(good="It carried twelve people, a dog and nine crates of oranges.", why="No limit is set."),
        Example(good="It carried twelve people, a dog and nine crates.", options={"limit": 9}),
        Example(
            good="# Twelve people, a dog and nine crates of oranges safe as ferry runs aground\n\nIt did.\n",
            format="markdown",
            options={"limit": 9},
            why="A headline is no sentence.",
        ),
    ),
)
