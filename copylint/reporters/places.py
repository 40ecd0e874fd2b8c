"""The places of a finding as reporters need them."""

from __future__ import annotations

from copylint.document import Place
from copylint.rule import Finding

OTHER_FILES = 20


def evidence(finding: Finding) -> list[tuple[Place, str]]:
    """The evidence with its labels: all in the finding's file, and at most OTHER_FILES places in others."""
    shown: list[tuple[Place, str]] = []
    elsewhere = 0
    for place, label in finding.evidence:
        if not isinstance(place, Place):
            continue
        if place.path != finding.place.path:
            elsewhere += 1
            if elsewhere > OTHER_FILES:
                continue
        shown.append((place, label))
    return shown


def edits(finding: Finding) -> list[tuple[Place, str]]:
    """The edits of the fix: places and what to write there, in order; none where there is no fix."""
    if finding.fix is None:
        return []
    return [(edit.place, edit.replacement) for edit in finding.fix.edits if isinstance(edit.place, Place)]


def one_line(place: Place) -> bool:
    """True if the place starts and ends on one line."""
    return place.start.line == place.end.line
