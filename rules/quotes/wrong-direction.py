"""A curly quotation mark that faces the wrong way for its place."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "wrong-direction")


RULE = Rule(
    summary="A curly quotation mark that faces the wrong way for its place.",
    why=(
        "Word processors turn a mark by the space before it: a space too many or too few, and it faces the wrong way. "
        "What is quoted then seems to go on, or to begin, in the middle of somebody else's words."
    ),
    message="{stands} stands where this quotation {does}: write '{written}'.",
    check=check,
    severity="error",
    fix="safe",
    gate=Gate(faults=("wrong-direction",)),
    examples=(
        Example(good="Events:\n„h Open mill\n„h Boat race\n„h Late dinner", why="Bullets that were misread."),
        Example(
            good="``The mill closed in spring.\n\u00a0\n``It has no orders left,’’ Ada Quill says.",
            why="A line with a no-break space between two paragraphs of a quotation.",
        ),
        Example(
            bad="“We have mended the dam, with help from all the valley so far,<mark> “</mark>Moreau said.",
            good="“We have mended the dam, with help from all the valley so far,” Moreau said.",
            why="The space, too, belongs on the other side.",
        ),
        Example(
            bad="“We have mended the dam,<mark>“</mark> he said. “It will hold.”",
            good="“We have mended the dam,” he said. “It will hold.”",
        ),
        Example(
            bad="<mark>”</mark>We have mended the dam,” he said.",
            good="“We have mended the dam,” he said.",
        ),
        Example(
            bad="He called the dam <mark>”</mark>sound<mark>“</mark> and the road “safe”.",
            good="He called the dam “sound” and the road “safe”.",
        ),
        Example(
            bad="<mark>’</mark>We have mended the dam,’ he said.",
            good="‘We have mended the dam,’ he said.",
        ),
        Example(
            bad="“I told him, ‘Mend the dam,<mark>‘</mark> and he did,” she said.",
            good="“I told him, ‘Mend the dam,’ and he did,” she said.",
        ),
        Example(
            good="In the ’90s they sang ’til dawn; ’twas rock ’n’ roll for ’em.",
            why="Apostrophes, not marks.",
        ),
        Example(good="He flew from ’s-Hertogenbosch to meet ‘Ali Hasan and the players’ agent."),
        Example(
            good="“The dam will hold.\n\n“It has held for years,” she said.",
            why="A quotation that runs over paragraphs opens each and closes only the last.",
        ),
        Example(
            bad="The report calls the dam <mark>„</mark>sound” and the road “safe”.",
            good="The report calls the dam “sound” and the road “safe”.",
        ),
        Example(good="The „Głos Łodzi” of Łódź reported it.", why="A low mark round words of another language."),
        Example(good="The „sound“ dam, as the German report has it."),
    ),
)
