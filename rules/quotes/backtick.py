"""A backtick or an acute accent where a quotation mark or an apostrophe belongs."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "backtick")


RULE = Rule(
    summary="A backtick or an acute accent where a quotation mark or an apostrophe belongs.",
    why=(
        "Backticks are what the wires and typesetting programs once used for opening marks. Beside real quotation "
        "marks, or alone in a word, they are a leftover or a slip of the finger."
    ),
    message="'{match}' is no quotation mark and no apostrophe: write '{suggestion}'.",
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
        Example(good="Run `vote --all` to count again.", why="Code."),
    ),
)
