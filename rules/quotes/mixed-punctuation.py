"""A full stop or comma within the closing mark of one fragment and outside that of another."""

from __future__ import annotations

from copylint.annotate.marks import attributes
from copylint.annotate.orderly_marks import orderly
from copylint.annotate.quotations import NOT_DOUBLE, Quotation, fault_kinds, quotations
from copylint.annotate.words import shape
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal


class Options(NamedTuple):
    """quote_punctuation: `inside` or `outside` where the house style sets where the stop or comma at the end
    of a quoted fragment goes (American and by-sense style); empty: what the article writes more often."""

    quote_punctuation: Literal["", "inside", "outside"] = ""


NO_STYLE = Options()  # which side a comma after speech has, no house style tells


_DOUBLES = ("”", '"', "“")  # that close, and those that face the wrong way
_CLOSING = (*_DOUBLES, "’", "'", "‘", "`")
_BODY = ("paragraph", "item")
_MOST_WORDS = 5
_RESUMES = expression(r"[\"“‘]|\.(?: |$)")  # what comes first: more speech, or the end of the sentence
_PREDICATE = expression(r"(?:\w{2,}ed|is|was|are|were|has|had|have|will|would|can|could|must|should|went|did) ")
_CLAUSES = frozenset(
    "i we you he she it they this that these those there nobody nothing everybody everyone everything who "
    "what if when because although as".split()
)


def check(document: Document, options: Options) -> Iterable[Match]:
    if not options.quote_punctuation and not _on_both_sides(document):
        return
    found = quotations(document).quotations
    if len(found) < 2 and not options.quote_punctuation:
        return
    fragments: dict[str, list[Quotation]] = {"inside": [], "outside": []}
    speech: dict[str, list[Quotation]] = {"inside": [], "outside": []}
    single = all(one.single for one in found)  # beside double marks, single ones have rules of their own, for terms
    closed = [
        (one, one.close)
        for one in found
        if one.level == 0 and one.certain and one.close is not None and one.single == single
    ]
    if not options.quote_punctuation and not any(_is_outside(document.text, one, close) for one, close in closed):
        return  # the rarer side in most articles
    for one, close in closed:
        side = _side(document.text, one, close)
        places = fragments
        if not side:
            side, places = _side_of_speech(document.text, one, close), speech
        if side:
            block = document.block_at(one.open.start)
            if block is not None and block.kind in _BODY:
                places[side].append(one)
    yield from _judged(document.text, fragments, "the stop or comma at the end of a quoted fragment", options)
    yield from _judged(document.text, speech, "the comma between speech and its speaker", NO_STYLE)


def _on_both_sides(document: Document) -> bool:
    """Whether a stop or a comma stands before some mark that may close, and behind some."""
    text, shaped = document.text, shape(document)
    doubles = bool(orderly(document).doubles) or NOT_DOUBLE not in fault_kinds(
        document
    )  # where single ones do not count
    shapes = ('"',) if doubles else ('"', "'", "`")
    if not any(f"{mark}." in shaped for mark in shapes) or not any(
        f".{mark}" in shaped or f". {mark}" in shaped for mark in shapes
    ):
        return False  # a search in the shape takes half the time of one in the text, and tells of more than one mark
    marks = [mark for mark in (_DOUBLES if doubles else _CLOSING) if mark in text]
    return any(mark + stop in text for mark in marks for stop in ",.") and any(
        stop + mark in text or f"{stop} {mark}" in text for mark in marks for stop in ",."
    )


def _is_outside(text: str, one: Quotation, close: Span) -> bool:
    """Whether the stop or comma of a fragment, or of speech, stands outside its closing mark."""
    return text.startswith((",", "."), close.end) and "outside" in (
        _side(text, one, close),
        _side_of_speech(text, one, close),
    )


def _judged(text: str, places: dict[str, list[Quotation]], what: str, options: Options) -> Iterator[Match]:
    """The match of the places where the mark is on the rarer side, if it is on both."""
    common = options.quote_punctuation or _majority(places)
    rare = "inside" if common == "outside" else "outside"
    if not places[rare] or not (places[common] or options.quote_punctuation):
        return
    spans = {form: [_place(text, one) for one in places[form]] for form in places}
    first = text[spans[rare][0].start : spans[rare][0].end]
    evidence = [Evidence(span, rare) for span in spans[rare][1:]] + [Evidence(span, common) for span in spans[common]]
    yield Match(
        spans[rare][0],
        tuple(sorted(evidence, key=lambda one: one.place)),
        (first[::-1],),
        {
            "what": what[0].upper() + what[1:],
            "rare": rare,
            "rarely": _times(len(spans[rare])),
            "rest": (
                f"but the house style puts it {common}"
                if options.quote_punctuation
                else f"but {common} it {_times(len(spans[common]))}"
            ),
        },
        None if len(spans[rare]) == 1 else (),
        False,
        {form: len(spans[form]) for form in sorted(spans, key=lambda form: -len(spans[form]))},
    )


def _side_of_speech(text: str, one: Quotation, close: Span) -> str:
    """On which side of the closing mark the comma stands that parts whole speech from its speaker: “We sail,” she said.

    Where the speech goes on behind the speaker, by sense the comma stands outside if the speech itself has none.
    """
    if not text[one.span.start].isupper() or text.count(" ", *one.span) < 2:
        return ""
    before = text[max(one.open.start - 3, 0) : one.open.start].rstrip(" ")
    if before and before[-1] not in ".?!:,\n”’\"'":
        return ""  # a title
    if text[close.start] in "“‘`":
        return ""  # it faces the wrong way, which is told
    side, after = "", close.end
    if text[one.span.end - 1] == ",":
        side = "inside"
    elif text[after : after + 1] == "," and text[one.span.end - 1].isalnum():
        side, after = "outside", after + 1
    end = text.find("\n\n", after)
    end = end if end >= 0 else len(text)
    if not side or not attributes(text, after, end):
        return ""
    stop = _RESUMES.search(text, after, end)
    return "" if stop is not None and stop.group() not in (". ", ".") else side


def _side(text: str, one: Quotation, close: Span) -> str:
    """On which side of the closing mark of a fragment its stop or comma stands; empty for all that is no fragment.

    By sense, a whole sentence keeps its stop within the marks and a fragment does not; in American style both do. So
    only fragments tell: words that go on with the reporter's sentence and hold no sentence of their own.
    """
    inner = text[one.span.start : one.span.end]
    if not inner[:1].islower() or len(inner.split()) > _MOST_WORDS or any(mark in inner[:-1] for mark in ".?!…"):
        return ""
    if inner.split(None, 1)[0].partition("’")[0].partition("'")[0] in _CLAUSES:
        return ""  # a whole sentence, whose first letter goes with the reporter's
    before = one.open.start
    if before < 2 or text[before - 1] != " " or not text[before - 2].isalnum():
        return ""
    after = text[close.end : close.end + 1]
    end = text.find("\n\n", close.end)
    end = end if end >= 0 else len(text)
    if inner[-1] in ".,":
        if (after and not after.isspace()) or attributes(text, close.end, end):
            return ""
        if inner[-1] == "." and inner.count(" ") > 1 and _PREDICATE.match(inner):
            return ""  # the end of somebody's sentence, with the stop that is its own
        return "inside"
    if inner[-1].isalnum() and after and after in ".,":
        return "" if attributes(text, close.end + 1, end) else "outside"
    return ""


def _place(text: str, one: Quotation) -> Span:
    """The closing mark with its stop or comma."""
    assert one.close is not None
    if text[one.span.end - 1] in ".,":
        return Span(one.span.end - 1, one.close.end)
    return Span(one.close.start, one.close.end + 1)


def _majority(places: dict[str, list[Quotation]]) -> str:
    """The side where more fragments have it; on a tie, the first."""
    inside, outside = places["inside"], places["outside"]
    if len(inside) != len(outside):
        return "inside" if len(inside) > len(outside) else "outside"
    return "inside" if inside < outside else "outside"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


RULE = Rule(
    summary="A stop or comma inside the closing mark of one quoted fragment and outside that of another.",
    why=(
        "American style puts the full stop and the comma inside the closing mark; by-sense style puts them inside only "
        "where a whole sentence is quoted. Either explains an article; neither explains fragments that have both."
    ),
    message="{what} stands {rare} the mark {rarely}, {rest}.",
    check=check,
    gate=Gate(faults=(NOT_DOUBLE,), shapes=('".',), both=(Gate(faults=(NOT_DOUBLE,), shapes=('."', '. "')),)),
    options=Options(),
    severity="suggestion",
    fix="unsafe",
    examples=(
        Example(
            bad=(
                "The envoy called the offer “too late<evidence>.”</evidence> The mayor called it “too "
                "little<evidence>.”</evidence> The union said the talks were “slow<mark>”.</mark>"
            ),
            good=(
                "The envoy called the offer “too late.” The mayor called it “too little.” The union said the talks "
                "were “slow.”"
            ),
        ),
        Example(
            bad=(
                'Its leader spoke of a "new start<evidence>",</evidence> and of "hard '
                'work<evidence>".</evidence> '
                'Others saw a "missed chance<mark>."</mark>'
            ),
            good='Its leader spoke of a "new start", and of "hard work". Others saw a "missed chance".',
        ),
        Example(
            bad="The envoy called the offer “too late<mark>”.</mark>",
            good="The envoy called the offer “too late.”",
            options={"quote-punctuation": "inside"},
        ),
        Example(
            bad="“We have told our partners<evidence>,”</evidence> he said. “They will tell us soon<mark>”,</mark> she added."
            " “All of us know<evidence>,”</evidence> he said.",
            good="“We have told our partners,” he said. “They will tell us soon,” she added. “All of us know,” he said.",
            why="The comma between speech and its speaker.",
        ),
        Example(
            good="“We have told our partners,” he said. Of the “Fair Trade and Tariffs Act”, the minister said nothing.",
            why="A title.",
        ),
        Example(
            good="“We have told our partners,” he said. “They will”, she added, “tell us soon.”",
            why="By sense: the speech that goes on has no comma there.",
        ),
        Example(
            good="“We told our partners,” he said. The two should talk “without anger”.",
            why="By sense: the comma ends speech, the fragment has its stop outside.",
        ),
        Example(
            good="She said: “We told our partners.” The two should talk “without anger”.",
            why="By sense: a whole sentence inside, a fragment outside.",
        ),
        Example(good="The offer was “too late,” and the talks were “slow.”", why="American style throughout."),
        Example(
            good="She called the plan “a bad joke”, and asked why the board “approved it two years ago.”",
            why="The second is the end of a sentence, with the stop that is its own.",
        ),
        Example(good="Was it “too late”? The talks were “slow”; the mood was “tense”: nobody spoke."),
    ),
)
