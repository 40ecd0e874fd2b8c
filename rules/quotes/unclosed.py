"""A quotation mark that opens and has no partner."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "unclosed")


RULE = Rule(
    summary="A quotation that opens and never closes.",
    why=(
        "Without its closing mark nobody can tell where the speaker's words end and the reporter's begin. Only a "
        "quotation that goes on in the next paragraph may stay open, and then that paragraph opens with a mark."
    ),
    message="The quotation that opens here is never closed: write the mark where it ends.",
    check=check,
    severity="error",
    fix="unsafe",
    gate=Gate(faults=("unclosed",)),
    examples=(
        Example(
            good="The word has two ‘A’s, and ‘Low Tide’s last line is best.",
            why="Each mark closes and belongs to an s.",
        ),
        Example(
            good=(
                "The owner said: ‘We have waited for the road since the spring, and nobody has told us why.\n\n"
                "The lane behind the mill at Eccleby, where three cars were swept away on the Monday of the flood, is shut\n\n"
                "‘We shall wait no longer.’"
            ),
            why="A caption stands between two paragraphs of what she said.",
        ),
        Example(
            bad="<mark>“</mark>The harbour is safe, she said. “Nobody was hurt.”",
            good="“The harbour is safe,” she said. “Nobody was hurt.”",
        ),
        Example(bad='The harbour master called it <mark>"</mark>a miracle and thanked the crew.'),
        Example(
            bad="<mark>“</mark>Nobody was hurt.\n\nThe harbour opened at noon.",
            good="“Nobody was hurt.”\n\nThe harbour opened at noon.",
        ),
        Example(
            bad="“We were lucky,” she said. <mark>“</mark>Nobody was hurt.\n\nThe harbour opened at noon.",
            good="“We were lucky,” she said. “Nobody was hurt.”\n\nThe harbour opened at noon.",
        ),
        Example(
            bad="It rained. <mark>“</mark>Nobody was hurt, councillor Ann Reed said.\n\nThe harbour opened at noon.",
            why="Where it ends is not known.",
        ),
        Example(
            bad="<mark>“</mark>Nobody was hurt,’ she said.",
            good="“Nobody was hurt,” she said.",
            why="A single mark closes what a double one opened.",
        ),
        Example(
            good="“Nobody was hurt.\n\n“The harbour will open at noon,” she said.",
            why="The newspaper convention: each paragraph opens, only the last closes.",
        ),
        Example(
            good="The master said, “Nobody was hurt.\n\nThe harbour of Cork in the winter of 1947, seen from the old quay."
            " Photo: Ann Reed.\n\n“The harbour will open at noon.”",
            why="A caption within a quotation that goes on.",
        ),
        Example(
            bad='"He told me, <mark>\'</mark>You will have to wait," she said. "I said, \'Wait for what?\'"',
            why="Within a quotation.",
        ),
        Example(
            bad="<mark>'</mark>Nobody was hurt, she said.\n\nThe harbour opened at noon.\n\nThe master said: "
            "<mark>'</mark>It was a near thing.\n\nHe went home.",
            why="Straight single marks that open speech.",
        ),
        Example(
            good="\"I told them, 'Course I will. Back in '83, 'Abd al-Karim did,\" he said. 'Voters have said "
            "'yes' to it,' she said. 'They have waited long.\n\n'They shall wait no longer.'",
            why="Words cut short, names, one quotation within another, and one that runs on.",
        ),
        Example(good='The 12" pipe and the 6\'2" diver were in the harbour.', why="Inches."),
        Example(good="The sailors’ ‘safe’ harbour, and the crews' rest.", why="Possessives."),
        Example(good="She met ‘Abd al-Karim in Hawai‘i.", why="Letters of another alphabet."),
    ),
)
