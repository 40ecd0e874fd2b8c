"""Twins of two ages: the twins, Joe, 9, and Sam, 11."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}"
_TWO = expression(
    rf"win(?:s| (?:brothers|sisters|boys|girls|sons|daughters))(?: named)?,? (?:{_NAME}), (?:aged )?(?P<one>[0-9]{{1,2}}),? and "
    rf"(?:{_NAME}), (?:aged )?(?P<two>[0-9]{{1,2}})(?=[,.;)]| (?:were|are|was|have|had|who)\b)"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for at in occurrences(document, "win", text):
        told = _TWO.match(text, at) if text.startswith(("t", "T"), at - 1) else None
        if told is not None and told.group("one") != told.group("two"):
            one = Span(*told.span("one"))
            yield Match(Span(*told.span("two")), (Evidence(one, told.group("one")),), slots={"one": told.group("one")})


RULE = Rule(
    summary="Twins of two ages.",
    why="Twins are of one age: one of the figures is wrong, or they are brothers.",
    message="One twin is {one}, and the other {match}.",
    check=check,
    quotations="skip",
    gate=Gate(words=("twins", "twin")),
    examples=(
        Example(bad="The twins, Joe, <evidence>9</evidence>, and Sam, <mark>11</mark>, are safe."),
        Example(bad="Her twin sons Leo Ek, <evidence>16</evidence>, and Ben Ek, aged <mark>17</mark>, sing."),
        Example(
            good="The twins, Joe, 9, and Sam, 9, are safe. The twins, Joe and Sam, 9, and Ada, 11, are safe. Her twin, Joe, 9, and "
            "Ada, 11, sing."
        ),
    ),
)
