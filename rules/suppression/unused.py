"""A suppression that silences nothing."""

from __future__ import annotations

from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    """Nothing: `copylint.suppress.apply` tells it when all findings of the file are there."""
    return ()


RULE = Rule(
    summary="A suppression silences nothing.",
    why="The fault was mended or has moved; the comment would hide the next one.",
    message="This suppression is not needed: {said}.",
    check=check,
    languages=("*",),
    gate=Gate(),
    examples=(
        Example(bad="copylint: ignore[<mark>spacing/doubled-word</mark>] as sung\n\nThe ferry sails at noon."),
        Example(
            bad="The ferry is is late. <!-- copylint: ignore[<mark>quotes/inner-space</mark>, "
            "spacing/doubled-word] as read out -->\n\nIt docked at noon.",
            format="markdown",
        ),
        Example(bad="The ferry sails.\n\n# copylint: <mark>on[quotes]</mark>\n\nIt docked at noon."),
        Example(good="The ferry is is late. <!-- copylint: ignore[spacing] as read out -->", format="html"),
        Example(good='copylint: ignore[spacing/doubled-word] "is is" as read out\n\nThe ferry is is late.'),
    ),
)
