"""A space beside the hyphen of a compound: well- known, cease -fire."""

from __future__ import annotations

from copylint.annotate.compounds import LAST_WORDS
from copylint.annotate.forms import COMMON, FUNCTION_WORDS, NAME, standing
from copylint.annotate.hyphens import BOUND_PREFIXES, BROKEN, CERTAIN, HYPHENS, LINE_BREAK, Parted, hyphens, parted
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NEXT = expression(r" ([a-z]+)")
_LONGEST_ASIDE = 150  # code points
_HEADS = frozenset("self ill well half mid cross near post pre non ex".split())
_PARTICIPLES = ("ed", "ing", "en")
_SUSPENDED = (" and ", " or ", " to ")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    found = parted(document)
    for role, span in found:
        stands = standing(document, span)
        if (role == CERTAIN and stands in (COMMON, NAME)) or (
            role == BROKEN and stands == COMMON and not _has_partner(document, span, found)
        ):
            if role == BROKEN and (_is_aside(document, span) or document.text.endswith((" -like", " -unlike"), *span)):
                continue
            written = document.text[span.start : span.end]
            joined = written.replace(" ", "")
            cure = "" if role == CERTAIN or _joins(joined.lower()) else ", or a dash"
            yield Match(span, suggestions=(joined,), slots={"cure": cure})


def _joins(compound: str) -> bool:
    """Whether a compound begins or ends as none but compounds do: "self-interest", "tax-free", "slow-paced"."""
    head, _, last = compound.rpartition("-")
    return (
        head.isdigit() or head in BOUND_PREFIXES or head in _HEADS or last in LAST_WORDS or last.endswith(_PARTICIPLES)
    )


def _is_aside(document: Document, span: Span) -> bool:
    """Whether a participle goes on from what stands before it: "a plan- working closely with the port"."""
    text = document.text
    after = _NEXT.match(text, span.end)
    head = text[span.start : span.end].partition("-")[0].strip()
    return (
        head not in BOUND_PREFIXES
        and text[span.start : span.end].endswith("ing")
        and (after is None or after.group(1) in FUNCTION_WORDS or after.group(1).endswith("ly"))
    )


def _has_partner(document: Document, span: Span, found: tuple[Parted, ...]) -> bool:
    """Whether another hyphen with a space stands in the same sentence: then both are dashes around an aside."""
    text = document.text
    for at in hyphens(document).others:
        if at < span.start - _LONGEST_ASIDE or span.start <= at < span.end:
            continue
        if at > span.end + _LONGEST_ASIDE:
            break
        between = text[span.end : at] if at >= span.end else text[at + 1 : span.start]
        if ". " in between or "\n\n" in between or text.startswith(_SUSPENDED, at + 1):
            continue
        if not any(role == LINE_BREAK and other.start <= at < other.end for role, other in found):
            return True
    return False


RULE = Rule(
    summary="A space stands beside the hyphen of a compound.",
    why="A hyphen joins two words, so nothing stands between it and either of them. Suspended hyphens (two- "
    "and three-year terms), dashes and hyphens at the end of a line of wrapped copy are left alone.",
    message="A space parts '{match}': write '{suggestion}'{cure}.",
    check=check,
    fix="unsafe",
    gate=Gate(texts=tuple([beside for mark in HYPHENS for beside in (f"{mark} ", f" {mark}")])),
    examples=(
        Example(good="It is legal in most places -unlike gin, say- and dear in some -like here.", why="Asides."),
        Example(
            bad="A <mark>well- known</mark> writer bought the house.",
            good="A well-known writer bought the house.",
        ),
        Example(bad="The <mark>cease -fire</mark> held.", good="The cease-fire held."),
        Example(
            bad="It sold on the <mark>over-the- counter</mark> market.",
            good="It sold on the over-the-counter market.",
        ),
        Example(
            bad="An <mark>Oscar- winning</mark> film with a <mark>12- year-old</mark> and her <mark>mother- in-law</mark>"
            " won the <mark>Anglo- French</mark> prize.",
            good="An Oscar-winning film with a 12-year-old and her mother-in-law won the Anglo-French prize.",
        ),
        Example(
            good="It is backed by the Oslo- and Rome-based firms. It won 12- or 13-year terms. Oslo- yes, Oslo- based on wool."
        ),
        Example(good="Clear the folder with rm -f first, or add -pthread to the flags; ls -l lists it."),
        Example(good="The two- and three-year terms begin in May."),
        Example(good="The plan - a good one - was dropped."),
        Example(good="She gave a clear answer- it was no.", why="A dash that stands too close is another fault."),
        Example(
            bad="It was a <mark>record- breaking</mark> run.",
            good="It was a record-breaking run.",
        ),
        Example(good="She has a clear plan- working closely with the port- and a boat."),
        Example(good="What helps is our own approach- partnering directly with schools in the town."),
        Example(good="They own the issue- we’re only guests. It cost a lot- far more than that."),
        Example(good="In conclusi- wait a minute, said the speaker.", why="Somebody broke off."),
        Example(
            good="The vaccine- known as Alba - was cheap, and the wealthy district -with the harbour- bought it.",
            why="Dashes around an aside.",
        ),
    ),
)
