"""A hyphen left from an old line end: govern-ment, inter- national."""

from __future__ import annotations

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.hyphens import CALENDAR, HYPHENS, LINE_BREAK, hyphens, no_line_ends, parted
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPITAL_WITHIN = expression(r"[a-z][A-Z][a-z]")
_DROPPED = {ord(mark): None for mark in HYPHENS + " \n"}


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    compounds, others = hyphens(document)
    kept = no_line_ends(document)
    spans = []
    if len(kept) < len(compounds):
        starts = {compound.start for compound in kept}
        spans = [Span(compound.start, compound.end) for compound in compounds if compound.start not in starts]
    if others:
        spans += [span for role, span in parted(document) if role == LINE_BREAK]
    for span in sorted(spans):
        whole = document.text[span.start : span.end].translate(_DROPPED)
        if _CAPITAL_WITHIN.search(whole):
            continue  # a name: "Medi-Cal"
        if standing(document, span) == COMMON or whole.lower() in CALENDAR or _is_word_with_capital(whole):
            yield Match(span, suggestions=(whole,))


def _is_word_with_capital(whole: str) -> bool:
    """Whether a word is a common one with a capital: "Presi- dent Hall"."""
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    return whole.istitle() and whole.lower() in COMMON_WORDS


RULE = Rule(
    summary="A hyphen is left from an old line end.",
    why="Copy that was set once carries the hyphens of its line ends into the middle of new lines. A hyphen "
    "is taken for such a one if what follows it is an ending and no word (govern-ment), if one of the halves is no "
    "word and the article has the whole one elsewhere (par-liament beside parliament), or if a space "
    "follows it too and the closed word is a common one, or stands elsewhere in the article (inter- national).",
    message="'{match}' has a hyphen from an old line end: write '{suggestion}'.",
    check=check,
    fix="unsafe",
    gate=Gate(texts=tuple(HYPHENS)),
    examples=(
        Example(bad="The <mark>govern-ment</mark> fell on Friday.", good="The government fell on Friday."),
        Example(
            bad="An <mark>inter- national</mark> court sits in The Hague. Its international judges came on Monday.",
            good="An international court sits in The Hague. Its international judges came on Monday.",
        ),
        Example(
            bad="The <mark>par-liament</mark> met in May. No parliament had met there before.",
            good="The parliament met in May. No parliament had met there before.",
            why="A common word that stands here whole, and no word behind the hyphen.",
        ),
        Example(
            bad="They will meet in the hall; the <mark>meet-ing</mark> begins at noon.",
            good="They will meet in the hall; the meeting begins at noon.",
        ),
        Example(
            bad="An <mark>inter- national</mark> court will hear it.",
            good="An international court will hear it.",
            why="A prefix, and a word that is common without a hyphen.",
        ),
        Example(
            bad="The <mark>minis- ter</mark> flew home. The <mark>presi- dent</mark> stayed.",
            good="The minister flew home. The president stayed.",
        ),
        Example(
            bad="The <mark>com-pany</mark> asked for an <mark>inves-tigation</mark>. <mark>Presi- dent</mark> Hall left.",
            good="The company asked for an investigation. President Hall left.",
        ),
        Example(good="The start-up hired ten; a startup closed. The co-author of the benchmark was KO-ed."),
        Example(
            bad="They met on <mark>Wednes-day</mark> and felt the <mark>kind-ness</mark> of friends.",
            good="They met on Wednesday and felt the kindness of friends.",
        ),
        Example(
            good="The beige-ness of it all, the busy-ness of the House: she radio-ed from the sex-ed class.",
            why="Words that are made so.",
        ),
        Example(good="It was a long-ish shot at pure Ada-ness, as they call the decider-ness of the anti-tory vote."),
        Example(good="He called it an ewe-gency, and a lamb-ulance came.", why="A pun on another word."),
        Example(good="The inter-agency group met the government."),
        Example(good="The Medi-Cal card pays for medical care. Quill-tory, a history by Ada Quill, is out."),
        Example(good="A fund-raising dinner, a no-ship zone and a well-able skipper."),
    ),
)
