"""A capital where a sentence with speech goes on: “We sail,” She said; “We sail,” she said, “And soon.”"""

from __future__ import annotations

from copylint.annotate.words import marks
from copylint.document import Document, Span
from copylint.expressions import compiled, places_of
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_VERBS = frozenset(
    "said says added adds asked asks explained explains replied replies wrote recalled recalls warned warns".split()
)
# Words that have a capital at a sentence's beginning only. What begins with The may be a name: The Hague is.
_BEGIN = frozenset(
    "We They He She It You This That These Those There But And If When So My Our Your His Her Its Not Now In At For As Because"
    " What Why How Who Where No Nobody Everyone Every All Some Many Most People To With By From Then After Before".split()
)
_SPEAKERS = ("H", "S", "T", "W", "I")  # how they begin
_NEAR = 80  # code points that a speaker takes
_BODY = ("paragraph", "item", "quote")


@cache
def _goes_on() -> re.Pattern[str]:
    """What begins with a capital behind a comma and a closing mark, or behind the speaker there."""
    name = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
    return compiled(
        r"(?P<speaker>He|She|They|We|It) (?P<does>[a-z]+)\b"
        rf"|(?:(?:he|she|they|we|I|{name}) (?P<behind>[a-z]+)|(?P<ahead>[a-z]+) (?:he|she|they|we|{name})),"
        r" (?P<mark>[\"“'‘])(?P<word>[A-Z][a-z]+) [a-z]"
    )


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, stand = document.text, marks(document)
    for opening, closing in (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'")):
        for at in places_of(text, f",{closing} ") if closing in stand else ():
            if text[at + 3 : at + 4] not in _SPEAKERS and text.find(f", {opening}", at + 3, at + _NEAR) < 0:
                continue
            found = _goes_on().match(text, at + 3)
            if found is None or found["mark"] not in (None, opening):
                continue
            if (found["does"] or found["behind"] or found["ahead"]) not in _VERBS:
                continue
            if found["word"] and found["word"] not in _BEGIN:
                continue
            block = document.block_at(at)
            if block is None or block.kind not in _BODY:
                continue
            group = "speaker" if found["speaker"] else "word"
            word, span = found[group], Span(*found.span(group))
            if group == "speaker":
                slots = {"because": "the sentence goes on behind a quotation that ends in a comma"}
            else:
                slots = {"because": "a comma stands before this quotation: end the sentence before it, or go on small"}
            yield Match(span, suggestions=(word.lower(),), slots=slots)


RULE = Rule(
    summary="A capital where a sentence with speech goes on.",
    why="A comma at the end of speech says that the sentence goes on, so its speaker has no capital. A comma behind the"
    " speaker says that the speech goes on: a new sentence of it needs a full stop there.",
    message="Write '{suggestion}' for '{match}': {because}.",
    check=check,
    fix="unsafe",
    gate=Gate(
        marks=("”", "’", '"', "'"),
        both=(Gate(words=tuple(sorted(_VERBS))),),
    ),
    examples=(
        Example(
            bad="“We sail at noon,” <mark>She</mark> said. “The tide is high.”",
            good="“We sail at noon,” she said. “The tide is high.”",
        ),
        Example(
            bad='"We sail at noon," she said, "<mark>And</mark> we sail alone." "It is late," said Ada Quill, "<mark>We</mark> are tired."',
        ),
        Example(
            good="“We sail at noon,” she said. “We sail alone.” “Now,” he said, “we sail.” “Yes,” Ada said, “I know.” “Here,”"
            " she said, “Ada is late.” “Then,” she said, “The Hague is far.”",
        ),
        Example(good="“Sail!” She said no more. “We sail at noon”. She said so.", why="A sentence of its own."),
        Example(
            good="His songs, “Sail at Noon,” “The Tide,” It Said and others, are old. “Mine,” he said, “We Sail at Noon.”",
            why="Titles.",
        ),
    ),
)
