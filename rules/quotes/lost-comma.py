"""No comma between speech and its speaker: “We sail at noon” she said, “We sail at noon.” she said."""

from __future__ import annotations

from copylint.annotate.orderly_marks import orderly
from copylint.annotate.quotations import unclear
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FEWEST_SMALL = 3  # words with a small letter: fewer have titles and names
_FEWEST_STOPPED = 2  # where the quotation ends in a full stop, as few of them do
_BODY = ("paragraph", "item", "quote")
# Nothing may go on behind "he said" that makes the quotation its subject: “Keep off the grass” he said was his motto.
_VERBS = ("said", "says", "added", "adds", "explained", "explains")
_SPEAKER = expression(
    rf" (?:(?:he|she|they|I|we) (?:{'|'.join(_VERBS)})"
    rf"|(?:{'|'.join(_VERBS)}) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
    r"(?=[.,:;]|\n|$| (?:in|on|at|to|of|when|as|after|during|before|while|recently|later|about)\b)"
)
# Behind a full stop: no sentence begins with a small letter, nor ends with a name and "said".
_MORE_VERBS = ("told", "insisted", "warned", "argued", "claimed", "continued", "recalled", "joked", "admitted")
_BEHIND_STOP = expression(
    rf" (?:(?:he|she|they|we) (?:{'|'.join((*_VERBS, *_MORE_VERBS))})\b"
    rf"|(?:{'|'.join(_VERBS)}) (?:the )?[A-Z][\w’'-]+"
    rf"|(?:[A-Z][\w’'-]+ ){{1,3}}(?:{'|'.join(_VERBS)})(?=\.(?:\s|$)))"
)
# A person says it, and no sign or book: he said “We sail at noon.”
_SAYS_BEFORE = expression(
    r"(?:\b(?:he|she|they|we|I|He|She|They|We|(?:Mr|Mrs|Ms|Dr)\.? [A-Z][\w’'-]+|[A-Z][a-z’'-]+ [A-Z][\w’'-]+)"
    rf" (?:{'|'.join(_VERBS)}|asked|asks|replied)) $"
)
_SAID = ("d ", "s ", "k ")  # how such verbs end
_NEAR = 50  # code points before a quotation in which its speaker stands
_SHORTENED = frozenset("etc inc ltd corp bros approx dept".split())


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for start, end in _quoted(document):
        behind = text[end + 1 : end + 2] == " " and _lacks_comma(text, end)
        if not (behind or text[start - 3 : start - 1] in _SAID) or not text[start].isupper():
            continue
        small = sum(word[:1].islower() for word in text[start:end].split())
        block = document.block_at(start)
        stopped = text[end - 1] == "."
        if small < (_FEWEST_STOPPED if stopped else _FEWEST_SMALL) or block is None or block.kind not in _BODY:
            continue
        speaker = _BEHIND_STOP if stopped else _SPEAKER
        if behind and speaker.match(text, end + 1) is not None and _begins(text, start):
            word = text.rfind(" ", start, end) + 1
            yield Match(Span(word, end + 1), suggestions=(f"{text[word : end - stopped]},{text[end]}",))
        elif small >= _FEWEST_SMALL and text[start - 3 : start - 1] in _SAID and _ends_whole(text, end):
            speaker = _SAYS_BEFORE
            if speaker.search(text, max(block.span.start, start - _NEAR), start - 1) is not None:
                word = text.rfind(" ", 0, start - 2) + 1
                yield Match(Span(word, start), suggestions=(f"{text[word : start - 2]}, {text[start - 1]}",))


def _quoted(document: Document) -> Iterator[tuple[int, int]]:
    """Where outer quotations begin and end whose marks are certain."""
    doubles = orderly(document).doubles
    for begin, end in zip(doubles[::2], doubles[1::2], strict=True):
        yield begin + 1, end
    for one in unclear(document).quotations:
        if one.close is not None and not one.level and one.certain and one.close == (one.span.end, one.span.end + 1):
            yield one.span.start, one.span.end


def _ends_whole(text: str, end: int) -> bool:
    return text[end - 1] in ".?!" or text[end + 1 : end + 2] == "."


def _lacks_comma(text: str, end: int) -> bool:
    """Whether a quotation ends in a word, or in one with a full stop that is no abbreviation's."""
    if text[end - 1].isalnum():
        return True
    if text[end - 1] != ".":
        return False
    word = text[text.rfind(" ", 0, end) + 1 : end - 1]
    return len(word) > 2 and word.isalpha() and word.islower() and word not in _SHORTENED


def _begins(text: str, start: int) -> bool:
    """Whether a quotation begins a sentence, or is introduced."""
    before = text[max(start - 4, 0) : start - 1].rstrip(" ")
    return not before or before[-1] in ".?!:,\n”’\"'"


RULE = Rule(
    summary="No comma between speech and its speaker.",
    why="A comma parts what somebody says from the words that tell who says it, unless the speech ends in a mark of its"
    " own. Titles, and a quotation that is part of a sentence, need none.",
    message="A comma parts speech from its speaker: write '{suggestion}'.",
    check=check,
    fix="unsafe",
    gate=Gate(marks=("”", "’", '"', "'"), both=(Gate(words=(*_VERBS, *_MORE_VERBS)),)),
    examples=(
        Example(
            bad="“We sail at <mark>noon”</mark> she said. “We sailed at <mark>one”</mark> said Ada Quill.",
            good="“We sail at noon,” she said. “We sailed at one,” said Ada Quill.",
        ),
        Example(
            bad='The harbour is open: "We sail at <mark>noon"</mark> he said in May.',
            good='The harbour is open: "We sail at noon," he said in May.',
        ),
        Example(
            bad="‘We sail at <mark>noon’</mark> said the Harbour Board.",
            good="‘We sail at noon,’ said the Harbour Board.",
        ),
        Example(
            bad="“We sail at <mark>noon.”</mark> she said. “We sailed at <mark>one.”</mark> said Ada Quill. “We sail"
            " home at <mark>nine.”</mark> Hall added.",
            good="“We sail at noon,” she said. “We sailed at one,” said Ada Quill. “We sail home at nine,” Hall added.",
        ),
        Example(
            bad="“We are <mark>ready.”</mark> she told the harbour board. “I am <mark>sure.”</mark> he insisted.",
            good="“We are ready,” she told the harbour board. “I am sure,” he insisted.",
        ),
        Example(
            good="“We sail at noon.” Ada Quill said on Monday that they would. “We sailed to Ayr, Cork, etc.” he said. “We"
            " sail from the U.S.” she said.",
            why="Another sentence, and abbreviations.",
        ),
        Example(
            good="“When do we sail?” she said. “Now!” said Ada. “We sail at noon”, he said. “We sail at —” he said."
        ),
        Example(
            bad="On Monday she <mark>said “</mark>We sail at noon.” Ada Quill <mark>replied “</mark>They will sail at one”.",
            good="On Monday she said, “We sail at noon.” Ada Quill replied, “They will sail at one”.",
            why="The speaker first.",
        ),
        Example(
            good="The sign said “Keep off the old quay.” She said “Keep off the old quay” was its motto. He said “no way out”."
            " They said “Sail Away from Here.”",
            why="A sign, a subject, a part of a sentence and a title.",
        ),
        Example(good="The “sailing at noon” he said he had heard of was none.", why="Part of a sentence."),
        Example(good="“Sail away from this harbour” he said was his motto.", why="A subject."),
        Example(
            good="“The Harbour at Noon” said nothing. “The Ships of the North” says Ada Quill is her best.",
            why="Titles.",
        ),
    ),
)
