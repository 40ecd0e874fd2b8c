"""Two kinds of dash for the same job: a spaced hyphen here, an em dash there."""

from __future__ import annotations

from copylint.annotate.dashes import WRITTEN, asides
from copylint.annotate.quotations import is_quoted
from copylint.annotate.words import marks
from copylint.checks.consistency import judge_forms
from copylint.document import Document
from copylint.rule import Example, Gate, Match, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal


class Options(NamedTuple):
    """form: the dash that the house style uses for asides; empty if it sets none."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal[
        "",
        "spaced hyphen",
        "spaced double hyphen",
        "closed double hyphen",
        "spaced en dash",
        "spaced em dash",
        "closed em dash",
    ] = ""


class Dash:
    """Observes the dashes that part an aside or an afterthought from its sentence, in running text."""

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        for name, span in asides(document):
            if options.form or not is_quoted(document, span):
                yield Observation("aside", name, span)

    def observe_alone(self, document: Document, options: Options) -> Iterable[Observation]:
        return self.observe(document, options) if options.form or _may_differ(document) else ()

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        for match in judge_forms(
            observations,
            mode=options.mode,
            wanted=options.form or None,
            # Where most of an article's dashes are hyphens, the rest of them need not become hyphens too.
            rewrite=lambda observation, side: WRITTEN[side] if options.form or side != "spaced hyphen" else None,
        ):
            slots = dict(match.slots or {})
            if options.form:  # by their names, for a dash looks the same with spaces and without
                slots |= {"match": slots["minority"], "suggestion": options.form}
            else:
                for said in ("minority", "majority"):
                    slots[said] = f"'{WRITTEN[slots[said]]}' (a {slots[said]})"
            yield match._replace(slots=slots)


def _may_differ(document: Document) -> bool:
    """Whether marks of two kinds stand in the text, or some with spaces and some without."""
    text, stand = document.text, marks(document)
    kinds = 1 if "-" in stand and " - " in text else 0
    for mark in ("--", "–", "—"):
        count = text.count(mark) if mark[0] in stand else 0
        if count:
            spaced = text.count(f" {mark} ")
            kinds += (spaced > 0) + (spaced < count)
    return kinds > 1


RULE = Rule(
    summary="Dashes of two kinds do the same job.",
    why="An article parts its asides with one kind of dash: a spaced en dash, a closed em dash, two hyphens "
    "on a wire. Only dashes between words of running text are judged; ranges, compounds, datelines, "
    "headings and lists are left alone, and so is an en dash between figures or in a compound beside an em "
    "dash for asides.",
    message="{minority} stands {minority_count}, but {majority} {majority_count}{tie}: one job, two dashes.",
    check=Dash(),
    options=Options(),
    severity="suggestion",
    fix="unsafe",
    gate=Gate(texts=(" - ", "--", "–", "—")),
    examples=(
        Example(
            bad="The harbour<evidence> – </evidence>the oldest on the coast<evidence> – </evidence>closed "
            "on Monday, and the fishing fleet moved south.\n\nThe new quay<mark> - </mark>paid for by the "
            "county, and built in two years of hard work by hundreds of men and women from the town and "
            "from abroad, opens in May.",
            good="The harbour – the oldest on the coast – closed on Monday, and the fishing fleet moved "
            "south.\n\nThe new quay – paid for by the county, and built in two years of hard work by "
            "hundreds of men and women from the town and from abroad, opens in May.",
        ),
        Example(
            bad="The mayor was there<evidence>—</evidence>she had come by train<evidence>—</evidence>and "
            "the crowd cheered, although the band<mark> -- </mark>late as always, and loud, came only at "
            "noon.",
            good="The mayor was there—she had come by train—and the crowd cheered, although the band—late "
            "as always, and loud, came only at noon.",
        ),
        Example(
            good="From 1998–2004 the Nobel Prize–winning chemist lived in Cork—on the quay, as she liked to "
            "say—and worked in the old mill.",
            why="An en dash in a range or a compound does another job.",
        ),
        Example(
            good="ANKARA - the minister said on Monday that the plan – the third in a year – would be "
            "dropped before the summer.",
            why="A dateline.",
        ),
        Example(
            good="The mayor spoke – for an hour, and without notes – of the harbour and of those who built it.\n\n"
            "“The harbour was never ours alone - it was always theirs - and so it will be in ten years’ time,” she said.",
            why="A quotation is given as it was written.",
        ),
        Example(
            good="The mayor spoke – for an hour, and without notes – of the harbour and of those who built it.\n\n"
            "And then we all went [inaudible - two people speak at once] to the quay, where the crowd had come together.",
            why="A note in a transcript.",
        ),
        Example(
            bad="The harbour was old<evidence> - </evidence>the oldest on the coast<evidence> - </evidence>and the fleet lay in it all winter long, she said."
            "\n\nThe new quay<mark> – </mark>paid for by the county<evidence> – </evidence>was built in two years by men and"
            " women from the town.\n\nThe mayor came late - by train - and the crowd cheered her for an hour or more.",
            why="No cure towards the hyphen.",
        ),
        Example(
            good="10:00 am - welcome\n\nAmy Burke - chair\n\nThe hall – an old mill – opens at nine and "
            "closes when the last of the guests has gone home.",
            why="A list.",
        ),
        Example(
            good="The old mill - built of stone in 1840, closed in May, and sold to a man from Cork who means to live in it."
            "\n\nThe quay - built of wood, open to all until the winter storms, and let to the county for a pound a year."
            "\n\nWho goes there – and many do on a Sunday in May – can see both from the hill behind the church at low tide.",
            why="A hyphen between a label and its detail does another job than a dash for an aside.",
        ),
    ),
)
