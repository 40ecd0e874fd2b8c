"""Straight and curly marks in one article: one finding, with every place of the rarer form."""

from __future__ import annotations

from copylint.annotate.elisions import elided
from copylint.annotate.mojibake import misread
from copylint.annotate.orderly_marks import orderly
from copylint.annotate.quotations import unclear
from copylint.annotate.words import marks
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Edit, Evidence, Example, Gate, Match, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal


class Options(NamedTuple):
    """quote_marks: `curly` or `straight` where the house style sets it; empty: what the article writes more often."""

    quote_marks: Literal["", "curly", "straight"] = ""


_ENTRY = expression(r"\s*(?:-\s+\S|#|[\w-]+(?: [\w-]+)?:(?:\s|$))")
_STRAIGHT_MARKS = ("'", '"')
_CURLY_MARKS = ("’", "”", "“", "‘")
_ONE_FORM = frozenset("`´‛‟")
_APOSTROPHES = ("'", "’", "‘")
_WITHIN_WORD = {
    mark: expression(rf"{mark}(?:(?<=[^\W\d_]{mark})(?=[^\W_])|(?<=\d{mark})(?=[^\W\d_]))") for mark in _APOSTROPHES
}
_STRAIGHT = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"}
_CURLY = {
    ('"', "open"): "“",
    ('"', "close"): "”",
    ("'", "open"): "‘",
    ("'", "close"): "’",
    ("'", "apostrophe"): "’",
}


def check(document: Document, options: Options) -> Iterable[Match]:
    text = document.text
    style = options.quote_marks
    stand = marks(document)
    if style != "straight" and stand.isdisjoint(_STRAIGHT_MARKS):
        return
    if style != "curly" and stand.isdisjoint(_CURLY_MARKS):
        return
    found = _forms(document)
    places: dict[str, list[int]] = {"straight": [], "curly": []}
    for place in sorted(found):
        places["straight" if text[place] in _STRAIGHT_MARKS else "curly"].append(place)
    common = style or max(places, key=lambda form: (len(places[form]), -places[form][0] if places[form] else 0))
    rare = "straight" if common == "curly" else "curly"
    if not places[rare] or not (style or places[common]):
        return
    told = {match.place.start for _, match in unclear(document).faults if isinstance(match.place, Span)}
    sound = [place for place in places[rare] if place not in told]
    if not sound and not style:
        return  # each of them is a fault of its own
    first = (sound or places[rare])[0]
    written = [_written(text, place, found[place]) for place in places[rare]]
    edits = [
        Edit(Span(place, place + 1), mark)
        for place, mark in zip(places[rare], written, strict=True)
        if mark is not None
    ]
    evidence = [Evidence(Span(place, place + 1), rare) for place in places[rare] if place != first]
    evidence.extend(Evidence(Span(place, place + 1), common) for place in places[common][:1])
    counts = {form: len(places[form]) for form in sorted((common, rare), key=lambda form: -len(places[form]))}
    yield Match(
        Span(first, first + 1),
        tuple(sorted(evidence, key=lambda one: one.place)),
        tuple(filter(None, [_written(text, first, found[first])])),
        {
            "stands": f"{rare.capitalize()} marks ({_shown(text, places[rare])}) stand {_times(len(places[rare]))}",
            "rest": f"but the house style writes {common} ones"
            if style
            else f"and {common} ones ({_shown(text, places[common])}) {_times(len(places[common]))}",
            "minority": ""
            if style
            else ": the two are level, and the first form counts"
            if len(places[rare]) == len(places[common])
            else f": the {rare} form is the rarer, write the other",
        },
        tuple(edits) if len(edits) == len(written) else (),
        True,
        counts,
    )


def _forms(document: Document) -> dict[int, str]:
    """The places of marks and apostrophes that have two forms, with their roles; not of feet, inches and code."""
    text, sound = document.text, orderly(document)
    found = {
        at: "apostrophe"
        for mark in _APOSTROPHES
        if mark in marks(document)
        for at in [one.start() for one in _WITHIN_WORD[mark].finditer(text)]
    }
    found.update(dict.fromkeys(sound.apostrophes, "apostrophe"))
    found.update(dict.fromkeys(sound.doubles[::2], "open"))
    found.update(dict.fromkeys(sound.doubles[1::2], "close"))
    for start, end, role, _, _, _ in unclear(document).marks:
        if end - start == 1 and text[start] not in _ONE_FORM:
            found[start] = role
    copy = _metadata(text)
    garbled = {place for span in misread(document).spans for place in range(*span)}
    return {place: role for place, role in found.items() if role != "prime" and place >= copy and place not in garbled}


def _metadata(text: str) -> int:
    """Where the copy begins: behind a head of `key: value` lines between rules that a page system left in the text."""
    if not text.startswith("---\n"):
        return 0
    end = text.find("\n---", 4)
    lines = [line for line in text[4 : max(end, 4)].split("\n") if line.strip()]
    if not lines or 2 * sum(_ENTRY.match(line) is not None for line in lines) < len(lines):
        return 0
    return end


def _written(text: str, at: int, role: str) -> str | None:
    """The mark at an offset in the other form; None where that cannot be told: where a straight one begins a word that
    has not lost its beginning, as what it opened may never have been closed."""
    mark = text[at]
    if mark == "'" and role == "apostrophe" and not text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalpha():
        return _CURLY[mark, role] if elided(text, at) else None
    return _STRAIGHT.get(mark) or _CURLY.get((mark, role))


def _shown(text: str, places: list[int]) -> str:
    """The marks at the places, each once, in the order of the text."""
    return " ".join(dict.fromkeys(text[place] for place in places))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


RULE = Rule(
    summary="Straight and curly quotation marks or apostrophes in one article.",
    why=(
        "One article, one form: a mix shows where copy was pasted in, and on the page the straight marks look like "
        "another typeface. One finding an article, with all the places of the rarer form."
    ),
    message="{stands}, {rest}{minority}.",
    check=check,
    gate=Gate(marks=_STRAIGHT_MARKS, both=(Gate(marks=_CURLY_MARKS),)),
    options=Options(),
    severity="warning",
    fix="safe",
    examples=(
        Example(
            bad=(
                "<evidence>“</evidence>We sail at noon,” the captain said. She added: "
                "<mark>\"</mark>Don<evidence>'"
                '</evidence>t be late.<evidence>"</evidence> The crew’s answer was “aye”.'
            ),
            good=("“We sail at noon,” the captain said. She added: “Don’t be late.” The crew’s answer was “aye”."),
        ),
        Example(
            bad=(
                "The captain<evidence>'</evidence>s crew wasn't late, and it didn't complain that it "
                "hadn<mark>’</mark>t eaten."
            ),
            good="The captain's crew wasn't late, and it didn't complain that it hadn't eaten.",
        ),
        Example(
            bad="The captain said <evidence>“</evidence>sail” and the crew<mark>'</mark>s answer was “aye”.",
            good="The captain said “sail” and the crew’s answer was “aye”.",
            options={"quote-marks": "curly"},
        ),
        Example(
            bad="The crew said <mark>“</mark>aye<evidence>”</evidence>.",
            good='The crew said "aye".',
            options={"quote-marks": "straight"},
        ),
        Example(
            good='“We sail at noon,” said the captain, who’s 6\'2" tall and has a 12" ruler.',
            why="Feet and inches.",
        ),
        Example(good="The captain's crew said \"aye\" and wasn't late."),
        Example(
            good="---\nlayout: story\ntitle: 'The harbour'\ndeck: \"A quay and its crew\"\n---\n\n“We sail at noon,” she said.",
            why="A head of keys and values.",
        ),
        Example(good='“We sail,” she said. It was noon," he said.', why="The mark was never opened, and that is told."),
        Example(
            bad="<evidence>“</evidence>It’s late,” she said. “We sail.” <mark>'</mark>Hurry, and be quick about it.",
            why="No cure: what the mark opened may have lost its end.",
        ),
        Example(
            bad="<evidence>“</evidence>It’s late,” she said. “We sail.” <mark>'</mark>Twas dark, and go get <evidence>'</evidence>em.",
            good="“It’s late,” she said. “We sail.” ’Twas dark, and go get ’em.",
        ),
        Example(good="“We sail,” she said, ‘whatever they’re saying’.", why="All curly."),
    ),
)
