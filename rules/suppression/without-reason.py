"""A suppression that does not say why."""

from __future__ import annotations

from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if not document.comments:
        return ()
    from copylint.suppress import without_reason

    return without_reason(document, options)


RULE = Rule(
    summary="A suppression gives no reason.",
    why="Whoever reads it next year cannot tell whether it still holds.",
    message="Say why, after the bracket: '{match}'.",
    check=check,
    severity="suggestion",
    languages=("*",),
    gate=Gate(comments=True),
    examples=(
        Example(bad="copylint: <mark>ignore[spacing/doubled-word]</mark>\n\nNew York, New York."),
        Example(bad='The band <!-- copylint: <mark>ignore[quotes] "“Heroes"</mark> --> played.', format="markdown"),
        Example(good="copylint: ignore[spacing/doubled-word] a song title\n\nNew York, New York."),
        Example(good="# copylint: off[quotes] as scanned\n\nThe ferry sails.\n\n# copylint: on[quotes]\n\nIt docked."),
    ),
)
