"""A comment to copylint that it does not understand."""

from __future__ import annotations

from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if not document.comments:
        return ()
    from copylint.suppress import malformed

    return malformed(document, options)


RULE = Rule(
    summary="A comment to copylint says nothing that it understands.",
    why="It silences nothing, and whoever wrote it believes that it does.",
    message="This comment cannot be understood: {fault}.",
    check=check,
    languages=("*",),
    gate=Gate(comments=True),
    examples=(
        Example(
            bad="<!-- copylint: <mark>ingore[spacing/doubled-word] as sung</mark> -->\n\nHe sang of love, love.",
            format="markdown",
        ),
        Example(bad="copylint: <mark>off</mark>\n\nThe ferry sails at noon."),
        Example(bad="A bell <!-- copylint: <mark>ignore[quotes the</mark> --> rang.", format="html"),
        Example(bad="The bell rang. <!-- <mark>copylint</mark> ignore[quotes] as sung -->", format="markdown"),
        Example(good="# copylint: off[quotes] a transcript\n\nThe ferry sails at noon."),
        Example(good="A rule is silenced like this:\n\n    <!-- copylint: ignore -->\n", format="markdown"),
    ),
)
