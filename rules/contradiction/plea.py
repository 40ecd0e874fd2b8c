"""One charge with two pleas or two verdicts: Quill pleaded guilty to arson; Quill, who pleaded not guilty to arson."""

from __future__ import annotations

from copylint.annotate.people import bearers
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w-]* )?(?P<name>[A-ZÀ-ÖØ-Þ][\w-]*[\w])"
# What makes two pleas or verdicts sound: one came before the other, or another court spoke.
_CHANGED = expression(
    r"\b(?:chang\w+|switch\w+|withdr\w+|initial\w*|original\w*|previous\w*|earlier|appeal\w*|overturn\w*|quash\w*|retri\w+|"
    r"first|second|before|after|later|then|had|but|although|while|brother|sister|wife|husband|son|father|another|other|count|"
    r"counts|charges?|[12][0-9]{3}|last|had been|now|wrongly|reversed)\b"
)
_REACH = 500  # code points between the two


@cache
def _pleaded() -> re.Pattern[str]:
    """ "Quill pleaded not guilty to arson", "Quill, who was cleared of arson", "acquitted Quill of arson"."""
    return compiled(
        rf"\b(?:{_NAME},?(?: who)?(?: has| have)? (?P<verb>pleaded|pled|(?:was|were|been) found) (?P<not>not )?guilty"
        rf"|{_NAME.replace('name', 'other')},?(?: who)? (?:was|were|has been) (?P<verdict>cleared|acquitted|convicted)"
        rf"|(?P<court>cleared|acquitted|convicted) (?:M[rs]s?\.? )?{_NAME.replace('name', 'whom')})"
        r" (?:to|of) (?P<charge>[a-z]+)\b(?![ -][a-z]+ing\b)"
    )


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    told: dict[tuple[str, str, bool], tuple[bool, Span]] = {}
    places: set[int] = set()
    for word in ("pleaded", "pled", "found", "cleared", "acquitted", "convicted"):
        if word in stand:
            places.update(occurrences(document, f" {word} ", text))
    done = 0
    for at in sorted(places):
        found = _pleaded().search(text, max(done, at - 50), at + 90)
        if found is None:
            continue
        done = found.end()
        name = found.group("name") or found.group("other") or found.group("whom")
        verdict = found.group("verdict") or found.group("court")
        guilty = verdict == "convicted" if verdict else found.group("not") is None
        plea = (found.group("verb") or "").startswith("pl")
        span = Span(*found.span())
        key = name, found.group("charge"), plea
        if key not in told:
            told[key] = guilty, span
            continue
        before, first = told[key]
        if before == guilty or span.start - first.end > _REACH or len(bearers(document, name)) > 1:
            continue
        sentence = sentence_at(document, span.start) or span
        if _CHANGED.search(text, text.rfind("\n\n", 0, first.start) + 1, sentence.end) is None:
            yield Match(span, (Evidence(first, text[slice(*first)]),), slots={"first": text[slice(*first)]})


RULE = Rule(
    summary="One person who pleads or is found guilty of a charge, and not guilty of it.",
    why="In a court story this is the error that is paid for.",
    message="'{match}', but '{first}' before.",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(words=("guilty", "acquitted", "cleared", "convicted"), both=(Gate(words=("guilty", "convicted")),)),
    examples=(
        Example(
            bad="<evidence>Quill pleaded guilty to arson</evidence> on Monday. <mark>Quill, who pleaded not guilty to arson</mark>, "
            "will be tried in May."
        ),
        Example(
            bad="A jury <evidence>acquitted Rowe of fraud</evidence>. <mark>Rowe was convicted of fraud</mark> and jailed for a year."
        ),
        Example(
            good="Quill pleaded not guilty to arson, but Quill pleaded guilty to arson on Monday. A jury acquitted Rowe of fraud. "
            "Rowe was convicted of theft."
        ),
    ),
)
