"""'both' of three who are named or counted: Ash, Beck and Cole were both held; the three men were both held."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_VERBS = ("are", "were", "have", "had", "will")
_NAME = r"[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){0,2}"
# A sentence that begins with them: "in Hull, Ash and Cole were both held" names two.
_LISTED = expression(
    rf"(?:[.!?][”\"’)]* |\n|\A)(?!(?:[A-Z][a-z]+ly|However|Meanwhile|Still|Also|Yesterday|Today|Later|Then|Now|Instead|Here|"
    rf"There|Indeed|Moreover|Furthermore|Nonetheless|Nevertheless|Thus|Therefore|Last|This|Next|[A-Z][a-z]+day|In|At|On|Of|"
    rf"For|From|With|By|After|Before|Since|Outside|Inside|Near|Besides|Unlike|Like|Among|But|And|Yet|So|To|Once|When),? )"
    rf"(?P<all>{_NAME}(?:, {_NAME})+,? and {_NAME}) \w+ \Z"
)
_COUNTED = expression(
    r"(?:\A|[\W_])(?P<all>(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll) (?:three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ )?[a-z]+s) \w+ \Z"
)
# "both charged": of each of them. "Both said and did" is of two deeds.
_DONE = expression(
    r"(?:been |be )?(?:[a-z]+ed|held|shot|found|won|lost|from|in|at|aged)\b(?! and\b)(?![^.;:\n]{0,80}\band [a-z]+ed\b)"
)
_FARTHEST = 120  # code points before "both" in which those are told that it is of


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    for verb in _VERBS:
        if verb not in stand:
            continue
        for at in occurrences(document, f" {verb} both "):
            both = Span(at + len(verb) + 2, at + len(verb) + 6)
            if _DONE.match(text, both.end + 1) is None:
                continue
            first = max(0, at - _FARTHEST)
            told = _COUNTED.search(text, first, both.start) or _LISTED.search(text, first, both.start)
            if told is not None:
                yield Match(
                    both, (Evidence(Span(*told.span("all")), told.group("all")),), slots={"all": told.group("all")}
                )


RULE = Rule(
    summary="'both' of three or more who are named or counted before it.",
    why="'Both' is for two. With three it should go, or be 'all'; or one of them does not belong there.",
    message="'{match}' of more than two: {all}.",
    check=check,
    quotations="skip",
    gate=Gate(pairs=tuple(f"{verb} both" for verb in _VERBS)),
    examples=(
        Example(bad="<evidence>Ash, Ada Beck and Cole</evidence> were <mark>both</mark> charged on Monday."),
        Example(bad="Police said <evidence>the three suspects</evidence> were <mark>both</mark> held at an inn."),
        Example(good="Ash and Cole were both charged, as was Beck. The three suspects were all held."),
        Example(good="However, Ash and Cole have both resigned. In Hull, Ash and Cole were both charged."),
        Example(good="The three pubs are both loved and feared. The three men have both the means and the time."),
    ),
)
