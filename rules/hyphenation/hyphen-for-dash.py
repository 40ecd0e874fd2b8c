"""A spaced hyphen where a dash belongs, in an article that has no dashes."""

from __future__ import annotations

from copylint.annotate.dashes import asides
from copylint.annotate.quotations import is_quoted
from copylint.checks.consistency import times
from copylint.document import Document
from copylint.rule import Edit, Evidence, Example, Gate, Match, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_HYPHEN = "spaced hyphen"


class Options(NamedTuple):
    """dash: what to write instead, with its spaces."""

    dash: str = " – "


def check(document: Document, options: Options) -> Iterable[Match]:
    if " - " not in document.text:
        return
    found = asides(document)
    if any(name != _HYPHEN for name, _ in found):
        return  # two kinds: the business of hyphenation/dash
    places = [span for _, span in found if not is_quoted(document, span)]
    if places:
        yield Match(
            places[0],
            evidence=tuple(Evidence(place, "hyphen") for place in places[1:]),
            suggestions=(options.dash,),
            slots={"count": times(len(places)), "dash": options.dash},
            edits=tuple(Edit(place, options.dash) for place in places),
        )


RULE = Rule(
    summary="A spaced hyphen stands for a dash.",
    why="A hyphen joins words; what parts an aside from its sentence is a dash. One finding an article, at the first "
    "place. Articles that have dashes too are the business of `hyphenation/dash`. Off by default: wires and many "
    "sites write the spaced hyphen throughout, and to them it is a convention.",
    message="A hyphen stands for a dash {count}: write '{dash}'.",
    check=check,
    options=Options(),
    default="off",
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    gate=Gate(texts=(" - ",)),
    examples=(
        Example(
            bad="The new quay<mark> - </mark>paid for by the county<evidence> - </evidence>was built in two years by men "
            "and women from the town.",
            good="The new quay – paid for by the county – was built in two years by men and women from the town.",
        ),
        Example(
            bad="The crowd cheered her for an hour or more, although the mayor came late<mark> - </mark>by train, as ever.",
            good="The crowd cheered her for an hour or more, although the mayor came late — by train, as ever.",
            options={"dash": " — "},
        ),
        Example(
            good="The new quay – paid for by the county – was built in two years by the men and women who sail from it - in "
            "all weathers.",
            why="Two kinds of dash have a rule of their own.",
        ),
        Example(good="The well-known two- and three-year-olds play on a Sunday, from 9 - 11, in the old hall."),
    ),
)
