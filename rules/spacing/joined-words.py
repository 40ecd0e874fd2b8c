"""Two words with no space between: 'ofthe', 'saidthe'."""

from __future__ import annotations

from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import places
from copylint.annotate.words import token_set
from copylint.document import Document, Span
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# What two small words make that is no word, and no name when it is written small.
_JOINED = {
    first + second: f"{first} {second}"
    for firsts, seconds in (
        ("of in to on for at from by with that and said is was has had as if", "the"),
        ("of in to on for at from by with that and", "this their these those his which"),
        ("said", "that he she it they in on"),
        ("it", "has was would will"),
        ("he she", "was has had would said"),
        ("they", "were are have had"),
        ("there", "was were is are"),
        ("has have had", "been"),
        ("will", "be have not"),
        ("would could should", "have not be"),
        ("must might can", "be"),
        ("did does do was were is are", "not"),
        ("over after into during about between against under before through is would", "the"),
        ("that", "the he she they is was"),
        ("who which", "was has had"),
        ("to", "be have"),
        ("have", "to"),
        ("no", "one"),
        ("a", "lot"),
        ("at", "least"),
        ("as", "well"),
        ("of", "course"),
        ("each", "other"),
        ("even", "though"),
        ("in", "front fact spite order addition"),
    )
    for first in firsts.split()
    for second in seconds.split()
}
_BESIDE = ("-", "'", "’", "/", "@", "#", "_", ".")  # of addresses, tags and names of files


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for word in sorted(_JOINED.keys() & token_set(document)):
        for start in places(document, word):
            end = start + len(word)
            if (
                (text.startswith(word, start) or _begins(document, text, start, end))
                and text[start - 1 : start] not in _BESIDE
                and text[end : end + 1] not in _BESIDE[:-1]
                and not _in_host(text, end)
            ):
                apart = _JOINED[word]
                yield Match(Span(start, end), suggestions=(text[start] + apart[1:],))


def _begins(document: Document, text: str, start: int, end: int) -> bool:
    """Whether a word with a capital begins a sentence, and is no name that stands in it too: "Ofcourse it is"."""
    if not (text[start].isupper() and text[start + 1 : end].islower() and text[end : end + 1] in (" ", ",")):
        return False
    sentence = sentence_at(document, start)
    following = text[end : end + 3].lstrip(" ,")[:1]
    return sentence is not None and sentence.start == start and following.islower() and text.count(text[start:end]) == 1


def _in_host(text: str, end: int) -> bool:
    """Whether a point and a letter follow: "ofthe.example"."""
    return text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()


RULE = Rule(
    summary="Two words with no space between: 'ofthe', 'saidthe'.",
    why="Where lines are joined or copy is pasted, a space is lost, and a speller offers another word.",
    message="A space is missing: write '{suggestion}'.",
    check=check,
    severity="error",
    fix="safe",
    gate=Gate(words=tuple(_JOINED)),
    examples=(
        Example(
            bad="She was one <mark>ofthe</mark> first; the mayor <mark>saidthe</mark> road was shut.",
            good="She was one of the first; the mayor said the road was shut.",
        ),
        Example(bad="There is <mark>alot</mark> to do, <mark>itwas</mark> said, and <mark>willbe</mark> more."),
        Example(
            bad="<mark>Ofcourse</mark> it rained. <mark>Infact</mark>, it poured.",
            good="Of course it rained. In fact, it poured.",
        ),
        Example(
            good="They bathe, lathe and soothe at ofthe.example/tothe with #tothe; the Ofthe family came. Alot Reed left. Theywere is"
            " a band; Theywere won.",
            why="Words, addresses, names.",
        ),
    ),
)
