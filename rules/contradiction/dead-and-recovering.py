"""Somebody who was killed and is recovering: Ames was killed in the shooting; Ames is in a stable condition."""

from __future__ import annotations

from copylint.annotate.people import bearers
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’-]+(?: [A-Z]\.)?(?: [A-ZÀ-Þ][\w’-]+){0,2})"
_WORDS = ("recovering", "condition", "recover", "survive")
# What makes the death one that was feared, or that of another.
_UNTOLD = expression(
    r"\b(?:nearly|almost|feared|would|could|might|may|if|not|whether|thought|reported|reportedly|presumed|initially|wrongly|"
    r"brother|sister|father|mother|wife|husband|son|daughter|cousin|whose|his|her|their|until|before)\b"
)


@cache
def _dead() -> re.Pattern[str]:
    return compiled(
        rf"(?<![\w’'-]){_NAME}(?:, (?:aged )?[0-9]{{1,2}},)? (?:was (?:killed|shot dead|stabbed to death|pronounced dead|found dead)|died)\b"
    )


@cache
def _well() -> re.Pattern[str]:
    return compiled(
        rf"(?<![\w’'-]){_NAME} (?:is|remains|was said to be|is said to be) (?:still |now )?(?:recovering|in (?:a )?"
        r"(?:stable|critical|serious|fair|good|satisfactory)(?: but stable)? condition|expected to (?:recover|survive|make a full recovery))\b"
    )


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    well = list(_well().finditer(text))
    if not well or token_set(document).isdisjoint(("killed", "dead", "died", "death")):
        return
    dead: dict[str, Span] = {}
    for told in _dead().finditer(text):
        sentence = sentence_at(document, told.start()) or Span(*told.span())
        if _UNTOLD.search(text, *sentence) is None:
            dead.setdefault(told.group("name").rpartition(" ")[2], Span(*told.span()))
    for said in well:
        last = said.group("name").rpartition(" ")[2]
        place = dead.get(last)
        if place is None or len(bearers(document, last)) != 1:
            continue
        names = (text[place.start : place.end], said.group("name"))
        if " " in said.group("name") and not names[0].startswith(said.group("name").split(" ")[0]):
            continue
        yield Match(Span(*said.span()), (Evidence(place, text[slice(*place)]),), slots={"other": text[slice(*place)]})


RULE = Rule(
    summary="Somebody who is dead and recovering.",
    why="Either the one who died is another, or the story was put together from an earlier one.",
    message="'{match}', but '{other}'.",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(words=_WORDS, both=(Gate(words=("killed", "dead", "died", "death")),)),
    examples=(
        Example(
            bad="<evidence>Luke Ames was killed</evidence> in the shooting. <mark>Ames is recovering</mark> at home."
        ),
        Example(
            bad="<evidence>Ada Rowe, 31, died</evidence> in the crash. <mark>Rowe is in a stable condition</mark> in hospital."
        ),
        Example(
            good="Luke Ames was killed in the shooting. Mark Ames is recovering. Jo Lee was nearly killed, and Lee is recovering. "
            "He was found dead at home. He is recovering. The brother of Ada Rowe died; Rowe is in a stable condition."
        ),
    ),
)
