"""Speech in single marks and speech in double marks in one article."""

from __future__ import annotations

from copylint.annotate.marks import attributes, introduced
from copylint.annotate.quotations import NOT_DOUBLE, Quotation, quotations, unclear
from copylint.document import Block, Document
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal


class Options(NamedTuple):
    """outer_quote: `double` or `single` where the house style sets it; empty: what the article writes more often."""

    outer_quote: Literal["", "double", "single"] = ""


_BODY = ("paragraph", "item", "quote")
_FEWEST_WORDS = 3
_OPENS = expression(r"(?:(?<=[:,.] )|(?<=\n)|(?<!.))['‘](?=[A-Z\[“\"])")
_CLOSES = expression(r"[.,?!…]['’](?!\w)")
_STOPS = frozenset(".!?…”’\"'")
_WITHIN = ('"', "“")


def check(document: Document, options: Options) -> Iterable[Match]:
    speech = {"double": [], "single": _speech(document, unclear(document).quotations, single=True)}
    if not speech["single"] and options.outer_quote != "single":
        return  # all speech stands in double marks
    speech["double"] = _speech(document, quotations(document).quotations, single=False)
    common = options.outer_quote or _majority(speech)
    rare = "single" if common == "double" else "double"
    if not speech[rare] or not (speech[common] or options.outer_quote):
        return
    evidence = [Evidence(one.open, rare) for one in speech[rare][1:]]
    evidence.extend(Evidence(one.open, common) for one in speech[common][:1])
    yield Match(
        speech[rare][0].open,
        tuple(sorted(evidence, key=lambda one: one.place)),
        (),
        {
            "rare": f"{rare} marks {_times(len(speech[rare]))}",
            "rest": (
                f"but the house style writes {common} ones"
                if options.outer_quote
                else f"in {common} ones {_times(len(speech[common]))}: write one of the two"
            ),
        },
        (),
        None,
        {form: len(speech[form]) for form in sorted(speech, key=lambda form: -len(speech[form]))},
    )


def _speech(document: Document, found: Iterable[Quotation], *, single: bool) -> list[Quotation]:
    """What is speech of what is quoted in single marks, or in double ones."""
    speech = []
    for one in found:
        if one.single == single and one.level == 0 and one.certain:
            block = document.block_at(one.open.start)
            if block is not None and block.kind in _BODY and _is_speech(document, one, block):
                speech.append(one)
    return speech


def _majority(speech: dict[str, list[Quotation]]) -> str:
    """The mark that more speech stands in; on a tie, the first."""
    single, double = speech["single"], speech["double"]
    if len(single) != len(double):
        return "single" if len(single) > len(double) else "double"
    return "single" if single < double else "double"


def _is_speech(document: Document, one: Quotation, block: Block) -> bool:
    """Whether somebody is said to say it: titles, terms and scare quotes may have marks of their own."""
    text = document.text
    if one.single and (
        text[block.span.end - 1] not in _STOPS or text[max(0, one.open.start - 2) : one.open.start].strip() in _WITHIN
    ):
        return False  # a headline or a link; what a double mark with a space after it opens
    if one.close is None or len(text[one.span.start : one.span.end].split()) < _FEWEST_WORDS:
        return False
    if not one.single and _within_single(text, block.span.start, one.open.start):
        return False
    if text[one.span.end - 1] in ",?!" and attributes(text, one.close.end, block.span.end):
        return True
    return text[one.span.start].isupper() and introduced(text, one.open.start, block.span.start)


def _within_single(text: str, start: int, end: int) -> bool:
    """Whether a single mark opens speech before an offset that no mark closes: one that runs on into the next paragraph
    has none, and what stands in double marks then is a quotation within it."""
    opened = [match.end() for match in _OPENS.finditer(text, start, end)]
    return bool(opened) and _CLOSES.search(text, opened[-1], end) is None


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


RULE = Rule(
    summary="Speech in single marks beside speech in double marks.",
    why=(
        "One article puts all speech in the same mark and uses the other for quotations within it. Headlines, terms "
        "and titles are often in single marks beside speech in double ones, and are left alone."
    ),
    message="Speech stands in {rare}, {rest}.",
    check=check,
    gate=Gate(faults=(NOT_DOUBLE,)),  # else all speech stands in double marks
    options=Options(),
    severity="warning",
    examples=(
        Example(
            bad=(
                "<evidence>“</evidence>We open on Monday,” the baker said. “Come early.”\n\n"
                "<mark>‘</mark>We have no flour left,’ the miller said."
            ),
        ),
        Example(
            bad=(
                "<evidence>'</evidence>We open on Monday,' the baker said. 'Come early,' she added.\n\n"
                'The miller said: <mark>"</mark>We have no flour left."'
            ),
        ),
        Example(
            bad="<mark>“</mark>We open on Monday,” the baker said.",
            options={"outer-quote": "single"},
        ),
        Example(
            good="“We open on Monday,” the baker said.\n\nMore: 'You are the pride of our town,' the mayor tells bakers who "
            "came to the hall on Monday and on Tuesday\n\n“Come early,” the miller said.",
            why="The headline of another story.",
        ),
        Example(
            good=("“We open on Monday,” the baker said. The ‘slow bread’ movement calls it a ‘victory for dough’."),
            why="A term and scare quotes in single marks beside speech in double ones.",
        ),
        Example(
            good="“I told him, ‘We open on Monday,’ and he came,” the baker said.",
            why="A quotation within one.",
        ),
        Example(good="‘We open on Monday,’ the baker said. ‘The sign says “closed today”.’"),
        Example(
            good=(
                "'We open on Monday,' the baker said.\n\n'My son asked, \"Who will come?\", and I did not know.\n\n"
                "'They all came,' she added."
            ),
            why="A quotation within one that runs on.",
        ),
    ),
)
