"""One person with two offices, each printed with the full name: Foreign Minister Ana Sol, Finance Minister Ana Sol."""

from __future__ import annotations

from copylint.annotate.people import plain
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_HEADS = "president minister secretary chancellor governor mayor ambassador king queen premier senator bishop archbishop speaker"
_PORTFOLIOS = frozenset(
    "prime vice deputy foreign defence defense finance interior home health education justice trade transport energy economy "
    "economics agriculture environment labour labor information culture commerce treasury state general attorney shadow "
    "assistant".split()
)
_ONCE = frozenset("former then ex late acting incoming outgoing designate elect next future".split())
_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[ -](?:[A-Z]\. )?(?:al-|de |van |von |bin )?[A-ZÀ-ÖØ-Þ][^\W\d_]+){1,2}"


@cache
def _role() -> re.Pattern[str]:
    heads = "|".join(f"[{head[0].upper()}{head[0]}]{head[1:]}" for head in _HEADS.split())
    return compiled(rf"(?P<head>{heads}) (?P<name>{_NAME})")


_BEFORE = expression(r"(?:[A-Za-z][\w-]+ ){1,3}$")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    offices: dict[tuple[str, str], list[tuple[tuple[str, ...], Span]]] = {}
    for match in _role().finditer(text):
        lead = _BEFORE.search(text, max(0, match.start() - 40), match.start())
        before = lead.group().lower() if lead is not None else ""
        modifiers = before.split()
        if _ONCE & set(modifiers) or "ex-" in before:
            continue
        portfolio = tuple(word for word in modifiers if word in _PORTFOLIOS)
        names = match.group("name").split()
        key = plain(names[0]), plain(names[-1])
        start = match.start("head")
        if portfolio and lead is not None:
            start = lead.start() + before.index(portfolio[0])
        office = (*portfolio, match.group("head").lower())
        offices.setdefault(key, []).append((office, Span(start, match.end("head"))))
    for found in offices.values():
        first = found[0]
        for other in found[1:]:
            if other[0] != first[0] and not _shortened(first[0], other[0]):
                label = text[first[1].start : first[1].end]
                yield Match(other[1], (Evidence(first[1], label),), slots={"other": label})


def _shortened(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """True if one is the other without its portfolio: "the minister, Ana Sol"."""
    return first[-1] == second[-1] and (len(first) == 1 or len(second) == 1) and "vice" not in first + second


RULE = Rule(
    summary="One person with two offices.",
    why="A minister of two departments is usually a minister of one and a slip. Off by default: it has not been measured.",
    message="'{match}' here, but '{other}' before, for one person.",
    check=check,
    default="off",
    severity="suggestion",
    quotations="skip",
    examples=(
        Example(
            bad="The <evidence>foreign minister</evidence> Ana Sol spoke. Later <mark>Finance Minister</mark> Ana Sol left.",
        ),
        Example(bad="<evidence>President</evidence> Jo Hart met <mark>Vice President</mark> Jo Hart's guests."),
        Example(good="Foreign Minister Ana Sol met former finance minister Bo Lund. Minister Ana Sol left."),
    ),
)
