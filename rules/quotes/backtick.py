"""A backtick or an acute accent where a quotation mark or an apostrophe belongs."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


_MANY = 4  # marks of one kind: so many have one cause, and are one finding


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    found = list(faults(document, "backtick"))
    if len(found) < _MANY:
        yield from (one._replace(slots={"is": "is"}) for one in found)
        return
    by_form: dict[tuple[str, tuple[str, ...]], list[Match]] = {}
    for one in found:
        assert isinstance(one.place, Span)
        by_form.setdefault((document.text[slice(*one.place)], one.suggestions), []).append(one)
    for many in by_form.values():
        evidence = tuple(Evidence(one.place, "too") for one in many[1:])
        edits = tuple(edit for one in many for edit in one.edits or ())
        times = f"stands {len(many)} times and is" if len(many) > 1 else "is"
        yield many[0]._replace(evidence=evidence, edits=edits or None, slots={"is": times})


RULE = Rule(
    summary="A backtick or an acute accent where a quotation mark or an apostrophe belongs.",
    why=(
        "Backticks are what the wires and typesetting programs once used for opening marks. Beside real quotation "
        "marks, or alone in a word, they are a leftover or a slip of the finger."
    ),
    message="'{match}' {is} no quotation mark and no apostrophe: write '{suggestion}'.",
    check=check,
    severity="warning",
    fix="safe",
    gate=Gate(faults=("backtick",)),
    examples=(
        Example(good="---\ntitle: From nested `loop`s to one\n---\nIt ran.", format="markdown", why="Code in a title."),
        Example(
            bad="The vote was <mark>``</mark>a farce,<mark>''</mark> he said. “We walk out,” she said.",
            good="The vote was “a farce,” he said. “We walk out,” she said.",
        ),
        Example(
            bad="“We walk out,<mark>″</mark> she said. The board is 6″ wide. “We vote.”",
            good="“We walk out,” she said. The board is 6″ wide. “We vote.”",
            why="A prime for a quotation mark; and one for inches.",
        ),
        Example(bad="They don<mark>`</mark>t vote.", good="They don't vote."),
        Example(bad="It<mark>´</mark>s the members' vote.", good="It's the members' vote."),
        Example(
            bad='He called it <mark>`</mark>a farce\' and walked out; she called it "a joke".',
            good="He called it 'a farce' and walked out; she called it \"a joke\".",
        ),
        Example(
            good="``It was a farce,'' he said. ``We walked out when they said `no' to us.''",
            why="The old wire form, used throughout, is a convention.",
        ),
        Example(
            bad="They don<mark>`</mark>t vote, it isn<evidence>`</evidence>t fair, she can<evidence>`</evidence>t go and we"
            " won<evidence>`</evidence>t pay.",
            good="They don't vote, it isn't fair, she can't go and we won't pay.",
            why="Many of one kind have one cause.",
        ),
        Example(good="Run `vote --all` to count again.", why="Code."),
    ),
)
