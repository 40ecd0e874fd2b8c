"""Two small words that never follow one another: 'the in', 'of they', 'firm it been'."""

from __future__ import annotations

from copylint.annotate.repeats import parts_copies
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import pair_places
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# What stands behind each: turned round ('in the'), or one for another ('the' for 'they', 'an' for 'and', 'our' for 'out').
_BEHIND = {
    "the": "in on to for with at by from that be have had into than they he we would could did which",
    "a": "in to is as for and with on at have be was from by has that had been than into such are were they",
    "an": "to of for has that with have was and be we by are from they were had would will",
    "their": "of to from with",
    "our": "of to from with",
    "my": "of",
    "its": "of to from with",
    "of": "they he out",
    "from": "they he",
    "with": "they he",
    "at": "they",
    "by": "they",
    "into": "they he",
    "not": "is was are did does would will has could were should",
    "be": "will would",
    "been": "has have had",
    "has": "which who",
    "had": "which who",
    "will": "which who",
    "would": "which who",
    "on": "of",
    "and": "than",
    "said": "than",
    "it": "been",
    "he": "been",
    "she": "been",
}
_PAIRS = frozenset((first, second) for first, seconds in _BEHIND.items() for second in seconds.split())

# Words that make a compound with the small one before them: "the in crowd", "the at times harsh light", "a by now old joke".
_COMPOUND = expression(
    r" (?:crowds?|forms?|things?|jokes?|betweens?|house|flight|play|game|store|depth|patients?|work|service|field|going|screen"
    r"|air|line|demand|site|stage|track|board|duty|loan|call|court|road|course|message|trend|target|time|paper|camera|pitch"
    r"|times|home|risk|sea|large|least|most|best|first|last|worst|present|now|then|elections?|products?|laws?|profits?|hire"
    r"|sale|rent|do|be|all|die|come|fro|and|or|yet|nots?|scratch|life|lots|own|way|a|so|called|real|your leave|loops?|switch|switches|buttons?|commands?|statements?|keywords?|clauses?)\b"
)
_DETERMINED = expression(r" (?:the|a|an|his|her|its|their|our|my|this|that|these|those)\b| \d")
# A clause that ends where the next begins: "what it is to be would", "whoever they spoke of they knew", "those who did not
# were". Or one that asks, or goes on with a wish: "had it been".
_OPENS = expression(
    r"\b(?:what\w*|who\w*|where\w*|how\w*|when\w*|which\w*|whether|why|all|as|once|that|only|\w+est|everything|anything"
    r"|nothing|thing|if|one|those|way|than|best|worst|more|less|rather|or)\b",
    IGNORECASE,
)
_FREE = frozenset(("the", "a", "an", "their", "our", "my", "its"))  # that begin nothing a clause can end with
_AUXILIARY = expression(
    r"(?:\b(?:ha(?:s|ve|d|ving)(?: not)?|hasn't|hadn't|haven't|or|why|if|and|do|does|did|is|was|are|were|will|would|could|can)"
    r"|['’](?:ve|d|s)) $",
    IGNORECASE,
)
_NO_OBJECT = expression(
    r"\b(?:i|he|she|it|we|they|you) [a-z]+(?: [a-z]+)? $", IGNORECASE
)  # "the inn she slept at they sold"
_ING = expression(r"\w(?:ing|ings|switch) $")
_PARTS = expression(
    r"\b(?:section|subsection|paragraph|part|clause|article|item|group|class|type|schedule|vitamin|plan) $",
    IGNORECASE,
)
_RANGES = ("range ", "ranges ", "ranged ", "ranging ")  # "answers ranged from he is ill to he is away"
_OUT = expression(r" (?:of|patients?|loud|there|house|door|doors|work)\b")  # "the care of out patients"
_LONGEST = 14  # code points of a word before the two


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for span in pair_places(document, _PAIRS):
        first, _, second = text[span.start : span.end].partition(" ")
        if (
            (first[1:] + second).islower()
            and text[span.start - 1 : span.start] not in ("-", "'", "’", ".", "/", "“", "‘", '"', "&")
            and text[span.end : span.end + 1] == " "
            and _is_wrong(document, text, span, first.lower(), second)
            and not parts_copies(text, span.end - len(second))
        ):
            yield Match(span)


def _is_wrong(document: Document, text: str, span: Span, first: str, second: str) -> bool:
    near = max(span.start - _LONGEST, 0)
    if text[span.start].isupper() and (first == "a" or text[near : span.start].rstrip("\"“‘' ")[-1:].isalnum()):
        return False  # a letter or a name: "Group A in", "Ping An has"
    if first in _FREE:
        if first == "a" and (_PARTS.search(text, near, span.start) or not text[span.end + 2 : span.end + 3].isalnum()):
            return False  # "section a of", "from a to z"
        if _COMPOUND.match(text, span.end):
            return _DETERMINED.match(text, span.end) is not None and second not in ("be", "have", "would", "as")
        return True
    sentence = sentence_at(document, span.start)
    if sentence is None or text[sentence.start : sentence.end].rstrip("\"'”’)").endswith("?"):
        return False
    if second == "been" or (first == "been" and second == "had") or first == "not":
        wrong = text[span.start - 2 : span.start - 1].isalpha() and _AUXILIARY.search(text, near, span.start) is None
    elif first == "on":
        wrong = _ING.search(text, near, span.start) is None and _DETERMINED.match(text, span.end) is not None
    elif second == "than":
        return not text.startswith(" done", span.end) and " than " not in text[sentence.start : span.start]
    elif second in ("they", "he") and first != "an":
        wrong = (
            not text.endswith(_RANGES, near, span.start) and _NO_OBJECT.search(text, sentence.start, span.start) is None
        )
    else:
        wrong = second != "out" or _OUT.match(text, span.end) is None
    return wrong and span.start > sentence.start and _OPENS.search(text, sentence.start, span.start) is None


RULE = Rule(
    summary="Two small words that never follow one another: 'the in', 'of they', 'firm it been'.",
    why="Two words were turned round, one was typed for another ('an' for 'and', 'the' for 'they', 'our' for 'out'), or one was"
    " lost between them.",
    message="'{match}': the two do not follow one another; they are turned round, or one of them is wrong.",
    check=check,
    gate=Gate(pairs=tuple(sorted(map(" ".join, _PAIRS)))),
    examples=(
        Example(
            bad="They came <mark>the to</mark> town, and she said <mark>the had</mark> won. It rained <mark>an they</mark> left."
        ),
        Example(
            bad="The firm said it <mark>not is</mark> for sale. The mayor said <mark>he been</mark> away. She lives <mark>the"
            " in</mark> north, <mark>on of</mark> the cold parts of it, and has gone <mark>with they</mark> boys. Two ran"
            " <mark>our of</mark> milk."
        ),
        Example(
            good="The in crowd met the at times loud fans of the by now old band, a for sale sign and an on form team in the to and fro"
            " of a by-election. Vitamin a is in it, as section a of the act has it, from a to z. Ping An has it, and Group A in Bonn.",
            why="Compounds, letters, names.",
        ),
        Example(
            good="What it can be will be seen. All they have would go. Whoever they spoke of they knew. Those who did not were told. The inn she slept at they sold."
            " Whether it is so or not is unclear. Had it been so, nor has he been, he'd been gone. It is easier said than done, and"
            " it costs more in May and than in June. The switching on of the lights had no care of out patients. Any tool they have will do. Has it been? Not is: was.",
            why="A clause that ends where the next begins; a verb turned round; compounds.",
        ),
        Example(
            good="It is built with the with the tools of the port.",
            why="A phrase that is printed twice: another fault.",
        ),
        Example(
            good="The box left without so much as a by your leave. Y’all, a for real reunion is coming. A for loop reads them. She"
            " hit the on switch and ran the for command. The answers ranged from he is ill to nobody knows.",
            why="Compounds of another kind.",
        ),
    ),
)
