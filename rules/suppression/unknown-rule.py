"""A suppression that names what is no rule."""

from copylint.rule import Example, Rule
from copylint.suppress import told_by_apply

RULE = Rule(
    summary="A suppression names a rule or pack that does not exist.",
    why="A slip in the name silences nothing; a rule may have been renamed since.",
    message="{said}.",
    check=told_by_apply,
    languages=("*",),
    examples=(
        Example(bad="copylint: ignore[<mark>quotes/iner-space</mark>] as printed\n\nThe ferry sails at noon."),
        Example(
            bad="The ferry sails. <!-- copylint: ignore-file[<mark>qotes</mark>] as printed -->", format="html"
        ),
        Example(good="copylint: ignore[quotes/inner-space, spacing] as printed\n\nThe ferry sails at noon."),
    ),
)
