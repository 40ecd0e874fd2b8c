"""What letters stand for, in full and otherwise: the Environmental Protection Agency (EPA), the Environment Protection
Agency."""

from __future__ import annotations

from copylint.annotate.abbreviations import Definition, definitions
from copylint.annotate.near_names import distance
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LINKS = frozenset(("of", "for", "on", "in", "to", "and"))
_FEWEST = 3  # words of a name: of two, one that differs is another name
# Who heads an office whose name begins alike: the Ministry of Works, the Minister of Works.
_HEADS = frozenset(
    "Minister Director Secretary President Inspector Chancellor Commander Treasurer Registrar Governor Superintendent "
    "Consul Administrator Commissioner Coordinator Ambassador".split()
)
_ALIKE = 5  # letters with which two words begin that one slip may part
_WORD_BEFORE = expression(r"(?:\A|(?<=[\s(“\"]))([^\W\d_][\w’'-]*) \Z")
_WORD_BEHIND = expression(r" ([^\W\d_][\w’-]*[\w])(?![\w’-])")
_LONGEST = 40  # code points of a word


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for found in definitions(document).values():
        words = found[0].words.removesuffix("'s").removesuffix("’s").rstrip("'’").split()
        if (
            len(found) == 1
            and len(words) >= _FEWEST
            and text[found[0].long.start].isupper()
            and _recurs(text, found[0], words)
        ):
            yield from _otherwise(document, text, found[0], words)


def _recurs(text: str, told: Definition, words: list[str]) -> bool:
    """True if all words of a name but one stand elsewhere too."""
    missing = 0
    start, end = told.long
    for word in words:
        if text.find(word, end) < 0 and text.find(word, 0, start) < 0:
            missing += 1
            if missing > 1:
                return False
    return True


def _otherwise(document: Document, text: str, told: Definition, words: list[str]) -> Iterable[Match]:
    """Where a name stands with one word that is another."""
    ends_once = text.count(words[-1]) < 2
    for index, word in enumerate(words):
        before, behind = " ".join(words[:index]), " ".join(words[index + 1 :])
        if behind and ends_once:
            continue
        for at in occurrences(document, behind or before, text):
            if behind:
                other = _WORD_BEFORE.search(text, max(0, at - _LONGEST), at)
                whole = Span(other.start(1) - len(before) - bool(before), at + len(behind)) if other else None
            else:
                other = _WORD_BEHIND.match(text, at + len(before))
                whole = Span(at, other.end(1)) if other else None
            if other is None or whole is None or not _is_slip(word, other.group(1)):
                continue
            if text.startswith(" and ", whole.end) or (other.group(1) == "and" and _goes_on(text, whole.end)):
                continue  # a longer name, or two: "the Works Department and Defence Department papers"
            if text[slice(*whole)].split() == [*words[:index], other.group(1), *words[index + 1 :]]:
                yield Match(whole, (Evidence(told.long, told.words),), slots={"other": told.words})
                return


def _goes_on(text: str, end: int) -> bool:
    """True if another word with a capital follows."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _is_slip(one: str, two: str) -> bool:
    """True if a word may be another of the same name, miswritten: "Environment" for "Environmental", "for" for "of"."""
    if one in _LINKS or two in _LINKS:
        return one != two and one in _LINKS and two in _LINKS
    if not (one.isalpha() and two.isalpha() and two[0].isupper()) or _bare(one) == _bare(two):
        return False
    if one.removesuffix("r").removesuffix("e") == two or two.removesuffix("r").removesuffix("e") == one:
        return False  # the Commission, and its Commissioner
    if one in _HEADS or two in _HEADS:
        return False
    return min(len(one), len(two)) > _ALIKE and (one[:_ALIKE] == two[:_ALIKE] or distance(one, two, 1) == 1)


def _bare(word: str) -> str:
    """A word without the ending of the plural."""
    return word.lower().removesuffix("ies").removesuffix("s").removesuffix("y")


RULE = Rule(
    summary="What an abbreviation stands for is written out in another way elsewhere.",
    why="One of the two is not its name.",
    message="'{match}', but '{other}' where it is abbreviated: is it one name?",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(marks=("(",)),
    examples=(
        Example(
            bad="The <evidence>Environmental Safety Agency</evidence> (ESA) fined the mill. The <mark>Environment "
            "Safety Agency</mark> had warned it.",
        ),
        Example(
            bad="The <evidence>Society for the Study of Owls</evidence> (SSO) met. The <mark>Society of the Study of Owls</mark> "
            "meets in May.",
        ),
        Example(
            good="The National Relief Agency (NRA) met. A National Security Agency will follow, and two National Relief Agencies.",
            why="Another name, and several.",
        ),
        Example(
            good="The Data Safety Commission (DSC) met. Its head, Data Safety Commissioner Ada Hall, spoke.",
            why="An office and who holds it.",
        ),
        Example(
            good="The Ministry of Harbour Works (MHW) met. Ada Hall, the Minister of Harbour Works, spoke.",
            why="A ministry and its minister.",
        ),
        Example(
            good="The Department of Roads (DOR) paid. Of the Mines Department and Roads Department papers few are left.",
            why="Two departments.",
        ),
    ),
)
