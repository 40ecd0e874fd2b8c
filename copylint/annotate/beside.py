"""What stands beside a name, wherever the article has it."""

from __future__ import annotations

from copylint.annotate.known_names import KnownNames
from copylint.annotate.near_names import places
from copylint.annotate.people import COURTESY, NOT_PEOPLE, TITLES, neighbours, plain
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression

MOST_PLACES = 30  # places of one form that are looked at
NO_GIVEN = frozenset(
    "new old the big st inc co ltd plc for and but of in on at by to north south east west northern southern eastern "
    "western central upper lower great greater saint san santa los las "
    "bin binte bte bint ibn".split()
)
_FOREIGN = expression(r"\b(?:do|da|das|de|des|di|du|del|della|der|die|el|la|le|les|und|et|y|van) $")


class Beside:
    """What stands beside a form: names before and after it, given names, courtesy titles or an office before it."""

    __slots__ = ("after", "bare", "before", "behind", "courtesy", "given", "in_foreign_name", "led", "offices", "saint")

    def __init__(self, document: Document, known: KnownNames, form: str) -> None:
        self.before: set[str] = set()
        self.after: set[str] = set()
        self.courtesy: set[str] = set()
        self.bare = False
        self.behind: set[str] = set()  # whatever has a capital there, as a given name of Asia that is a word too
        self.led: set[str] = set()  # what has a capital and is neither a name nor a title: a word, a land
        self.offices: set[str] = set()
        self.given: set[str] = set()
        self.in_foreign_name = True
        self.saint = True  # "St Aidan's"
        for start in places(document, form)[:MOST_PLACES]:
            left, right = (plain(word) for word in neighbours(document, start, form))
            if left in known.given:
                self.given.add(left)
            if left in COURTESY:
                self.courtesy.add(left)
            elif left in TITLES:
                self.offices.add(left)
            elif may_be_given(left, known):
                self.before.add(left)
            else:
                self.bare = True
                self.led.add(left)
            self.saint = self.saint and left in ("st", "saint")
            if right and right not in NOT_PEOPLE:
                self.behind.add(right)
            if may_be_given(right, known) or (right and plain(form) in known.given):  # "Lisa Blunt": a surname
                self.after.add(right)
            if self.in_foreign_name:
                self.in_foreign_name = _FOREIGN.search(flowed(document), max(0, start - 8), start) is not None

    @property
    def alone(self) -> bool:
        return not (self.before or self.after)


def may_be_given(word: str, known: KnownNames) -> bool:
    if len(word) < 2 or word in NO_GIVEN or word in NOT_PEOPLE or word in TITLES:
        return False
    return (word not in known.words and word not in known.capitals) or word in known.given or word in known.surnames
