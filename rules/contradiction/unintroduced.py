"""A surname with a courtesy title and no first reference: "Ms Okoye said", and nobody knows who she is."""

from __future__ import annotations

from copylint.annotate.people import bearers
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable


@cache
def _titled() -> re.Pattern[str]:
    return compiled(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?P<name>[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*)\b(?! [A-ZÀ-ÖØ-Þ]|\. ?[A-Z])"
    )


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    if not any(title in text for title in ("Mr", "Ms", "Miss ", "Dr")):
        return
    told: set[str] = set()
    for match in _titled().finditer(text):
        name = match.group("name").removesuffix("'s").removesuffix("’s")
        if name in told or len(told) > 200:
            continue
        told.add(name)
        if not any(last == name.lower() for _, last in bearers(document, name)):
            yield Match(Span(match.start(), match.start("name") + len(name)), slots={"name": name})


RULE = Rule(
    summary="A surname with a courtesy title that the article never introduces.",
    why=(
        "The first reference was cut, or stands in another story. Off by default: presidents and courtesy styles differ too "
        "much from paper to paper, and it has not been measured."
    ),
    message="'{match}' has no first reference: the article never gives the full name.",
    check=check,
    default="off",
    gate=Gate(texts=("mr", "ms", "miss ", "dr")),
    severity="suggestion",
    quotations="skip",
    examples=(
        Example(
            bad="The school shut in May. <mark>Ms Okoye</mark> said it would open again, and Ms Okoye is seldom wrong."
        ),
        Example(bad="<mark>Dr. Lindqvist</mark> was asked. Her friend Ida Berg answered."),
        Example(good="Ada Okoye runs the school. Ms Okoye said it would open again."),
    ),
)
