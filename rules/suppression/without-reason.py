"""A suppression that does not say why."""

from copylint.rule import Example, Rule
from copylint.suppress import without_reason

RULE = Rule(
    summary="A suppression gives no reason.",
    why="Whoever reads it next year cannot tell whether it still holds.",
    message="Say why, after the bracket: '{match}'.",
    check=without_reason,
    severity="suggestion",
    languages=("*",),
    examples=(
        Example(bad="copylint: <mark>ignore[spacing/doubled-word]</mark>\n\nNew York, New York."),
        Example(
            bad='The band <!-- copylint: <mark>ignore[quotes] "“Heroes"</mark> --> played.', format="markdown"
        ),
        Example(good="copylint: ignore[spacing/doubled-word] a song title\n\nNew York, New York."),
        Example(
            good="# copylint: off[quotes] as scanned\n\nThe ferry sails.\n\n# copylint: on[quotes]\n\nIt docked."
        ),
    ),
)
