"""A suppression that names what is no rule."""

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
    summary="A suppression names a rule or pack that does not exist.",
    why="A slip in the name silences nothing; a rule may have been renamed since.",
    message="{said}.",
    check=check,
    languages=("*",),
    gate=Gate(),
    examples=(
        Example(bad="copylint: ignore[<mark>quotes/iner-space</mark>] as printed\n\nThe ferry sails at noon."),
        Example(
            bad="The ferry sails. <!-- copylint: ignore-file[<mark>qotes</mark>] as printed -->",
            format="html",
        ),
        Example(good="copylint: ignore[quotes/inner-space, spacing] as printed\n\nThe ferry sails at noon."),
    ),
)
