"""The readings that gates look at, by the fields of a gate."""

from __future__ import annotations

from copylint.annotate.lines import cores, openings
from copylint.annotate.quotations import fault_kinds
from copylint.annotate.repeats import repeats
from copylint.annotate.words import Pairs, flowed_folded, marks, shape, token_pairs, token_set
from copylint.document import Document
from copylint.rule import Gate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def has_comments(document: Document) -> frozenset[bool]:
    """Whether there is a comment, as a set that is empty if there is none."""
    return frozenset((True,)) if document.comments else frozenset()


SETS: dict[str, Callable[[Document], frozenset[Any] | Pairs]] = {
    "words": token_set,
    "pairs": token_pairs,
    "marks": marks,
    "lines": openings,
    "repeats": repeats,
    "comments": has_comments,
    "faults": fault_kinds,
}
TEXTS: dict[str, Callable[[Document], str]] = {"shapes": shape, "texts": flowed_folded, "cores": cores}


def wanted(gate: Gate, field: str) -> tuple[Any, ...]:
    """What a gate asks for in the reading of a field."""
    if field == "comments":
        return (True,) if gate.comments else ()
    if field == "pairs":
        return tuple(tuple(pair.split(" ")) for pair in gate.pairs)
    if field == "lines":
        return tuple(line.partition(" ")[::2] for line in gate.lines)
    entries: tuple[str, ...] = getattr(gate, field)
    return entries


def opens(document: Document, gate: Gate) -> bool:
    """Whether a document has something of what a gate asks for, and of each that must be open as well."""
    return _has_any(document, gate) and all(opens(document, other) for other in gate.both)


def _has_any(document: Document, gate: Gate) -> bool:
    for field, reading in SETS.items():
        if (entries := wanted(gate, field)) and not reading(document).isdisjoint(entries):
            return True
    return any(entry in read(document) for field, read in TEXTS.items() for entry in getattr(gate, field))
