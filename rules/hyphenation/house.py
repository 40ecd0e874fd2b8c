"""A form that the house style writes otherwise: hyphenated, closed or open."""

from __future__ import annotations

from copylint.annotate.forms import COMMON, standing, stem
from copylint.annotate.hyphens import hyphens
from copylint.annotate.words import vocabulary, words
from copylint.checks.consistency import like
from copylint.document import Document, Span
from copylint.rule import HOUSE, Example, Gate, Match, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Options(NamedTuple):
    """prefer: form to avoid -> form to write ("e-mail" = "email", "decision making" = "decision-making").
    `hyphenation/mixed-forms` takes the same table and leaves these words to this rule."""

    prefer: Mapping[str, str] = {}  # never changed


def check(document: Document, options: Options) -> Iterable[Match]:
    if not options.prefer:
        return
    said = words(document).folded
    by_stem: dict[tuple[str, ...], tuple[str, str, str]] = {}
    for form, wanted in options.prefer.items():
        avoided = _parts(form)
        by_stem[(*avoided[:-1], stem(avoided[-1]))] = (_mark(form), avoided[-1], wanted)
    for span, parts, mark in _forms(document, said, by_stem):
        found = by_stem.get((*parts[:-1], stem(parts[-1])))
        if found is None or found[0] != mark or standing(document, span) != COMMON:
            continue
        written = document.text[span.start : span.end]
        better = like(_inflected(found[2], found[1], parts[-1]), written)
        yield Match(span, suggestions=(better,), slots={HOUSE: better})


def _forms(
    document: Document,
    said: list[str],
    by_stem: Mapping[tuple[str, ...], tuple[str, str, str]],
) -> Iterable[tuple[Span, tuple[str, ...], str]]:
    """Every hyphenated compound, every open sequence that an avoided form begins, every closed word that is one."""
    starts, ends, _ = words(document)
    text = document.text
    for compound in hyphens(document).compounds:
        yield Span(compound.start, compound.end), compound.parts, "-"
    heads = {parts[0] for parts in by_stem if len(parts) > 1}
    lengths = sorted({len(parts) for parts in by_stem})
    closed = {word for word in vocabulary(document) if (stem(word),) in by_stem}
    for index, word in enumerate(said):
        if word in closed:
            yield Span(starts[index], ends[index]), (word,), ""
        if word in heads:
            for length in lengths:
                stop = index + length
                if length > 1 and stop <= len(said) and all(
                    text[ends[at] : starts[at + 1]] in (" ", "\n") for at in range(index, stop - 1)
                ):  # fmt: skip
                    yield Span(starts[index], ends[stop - 1]), tuple(said[index:stop]), " "


def _parts(form: str) -> tuple[str, ...]:
    return tuple(form.lower().replace("-", " ").split())


def _mark(form: str) -> str:
    return "-" if "-" in form else " " if " " in form else ""


def _inflected(wanted: str, model: str, word: str) -> str:
    """The wanted form with the ending that the word there has and the avoided form has not."""
    ending = word[len(model) :] if word.startswith(model) else ""
    return wanted + ending


RULE = Rule(
    summary="A compound is written otherwise than the house style writes it.",
    why="The house style names the forms; without one this rule finds nothing.",
    message="'{match}' is not the house style: write '{suggestion}'.",
    check=check,
    options=Options(),
    quotations="skip",
    fix="unsafe",
    gate=Gate(),
    examples=(
        Example(
            bad="Send an <mark>e-mail</mark>; all <mark>e-mails</mark> are read.",
            good="Send an email; all emails are read.",
            options={"prefer": {"e-mail": "email"}},
        ),
        Example(
            bad="<mark>Decision making</mark> took a week. A <mark>startup</mark> closed.",
            good="Decision-making took a week. A start-up closed.",
            options={"prefer": {"decision making": "decision-making", "startup": "start-up"}},
        ),
        Example(good="Send an e-mail.", why="No house style, no finding."),
        Example(good="“Send an e-mail,” she said.", options={"prefer": {"e-mail": "email"}}),
        Example(good="Write to e-mail@example.org.", options={"prefer": {"e-mail": "email"}}),
    ),
)
