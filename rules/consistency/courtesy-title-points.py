"""Mr and Mr. in one article."""

from __future__ import annotations

from copylint.annotate.words import token_set
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from typing import Literal

_TITLES = frozenset(("mr", "ms", "mrs", "dr"))


class Options(NamedTuple):
    """form: whether the house style writes the titles with a point."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "with a point", "without a point"] = ""


@cache
def _titles() -> re.Pattern[str]:
    return compiled(r"(?:Mr|Ms|Mrs|Dr)(?<![\w.]Mr)(?<![\w.]Ms)(?<![\w.]Mrs)(?<![\w.]Dr)(\.?) (?=[A-Z])")


def find(document: Document, options: Options) -> Iterable[Observation]:
    text = document.text
    if "Mr" not in text and "Ms" not in text and "Dr" not in text:
        return
    for found in _titles().finditer(text):
        form = "with a point" if found.group(1) else "without a point"
        yield Observation("title", form, Span(found.start(), found.end() - 1), found.group().rstrip(". "))


def may_differ(document: Document) -> bool:
    text = document.text
    titles = [title.capitalize() for title in _TITLES & token_set(document)]
    return any([f"{title}. " in text for title in titles]) and any([f"{title} " in text for title in titles])  # noqa: C419


RULE = Rule(
    summary="Mr, Mrs, Ms and Dr are written with a point here and without one there.",
    why="A desk writes all of them one way: American style with a point, British style without.",
    message="'{match}' stands {minority} {minority_count}; the titles of this article stand {majority} "
    "{majority_count}{tie}.",
    check=Forms(
        find,
        lambda observation, side: observation.context + ("." if side == "with a point" else ""),
        may_differ,
    ),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=tuple(sorted(_TITLES))),
    examples=(
        Example(
            bad="<evidence>Mr.</evidence> Burke met <evidence>Mrs.</evidence> Hall on Monday. "
            "<mark>Mr</mark> Hall stayed at home.",
            good="Mr. Burke met Mrs. Hall on Monday. Mr. Hall stayed at home.",
        ),
        Example(
            bad=("<evidence>Dr</evidence> Lee and <evidence>Ms</evidence> Lee left. <mark>Ms.</mark> Dunn did not."),
            good="Dr Lee and Ms Lee left. Ms Dunn did not.",
        ),
        Example(good="Mr Burke met Mrs Hall and Dr Lee. The MR scan was clear."),
        Example(good="Mr Burke wrote: “I like Mr. Dunn.” Mrs Hall laughed.", why="Quoted speech."),
        Example(good="They left with the doctor. Dr Lee did not."),
        Example(
            bad="<mark>Mr.</mark> Burke left.",
            good="Mr Burke left.",
            options={"form": "without a point"},
        ),
    ),
)
