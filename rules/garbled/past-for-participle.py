"""The past tense, or the bare verb, after 'have', where the participle was meant: 'it had began', 'it has announce'."""

from __future__ import annotations

from copylint.annotate.quotations import is_quoted
from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTICIPLES = {
    "became": "become",
    "began": "begun",
    "broke": "broken",
    "came": "come",
    "chose": "chosen",
    "drank": "drunk",
    "drew": "drawn",
    "drove": "driven",
    "fell": "fallen",
    "flew": "flown",
    "forgot": "forgotten",
    "froze": "frozen",
    "gave": "given",
    "grew": "grown",
    "knew": "known",
    "overcame": "overcome",
    "ran": "run",
    "rode": "ridden",
    "sang": "sung",
    "sank": "sunk",
    "shook": "shaken",
    "spoke": "spoken",
    "stole": "stolen",
    "swam": "swum",
    "threw": "thrown",
    "took": "taken",
    "tore": "torn",
    "undertook": "undertaken",
    "went": "gone",
    "withdrew": "withdrawn",
    "wore": "worn",
    "wrote": "written",
}
# Bare verbs that are no nouns and no adjectives.
_IN_E = (
    "accuse achieve acquire advise agree announce approve argue arrive believe continue criticise "
    "criticize decide describe destroy emerge encourage evacuate examine improve injure introduce "
    "investigate persuade postpone receive recognise recognize remove replace require retire seize settle "
    "survive "
).split()
_REGULAR = (
    "abandon adjourn adopt appear appoint arrest attend confirm deploy deport detain develop disappear "
    "discover dismiss enter establish explain fail finish happen inform join kidnap obtain perform "
    "prevent protect publish recover remain resign respond reveal succeed suspend threaten "
).split()
_BARE = {
    **{bare: f"{bare}d" for bare in _IN_E},
    **{bare: f"{bare}ed" for bare in _REGULAR},
    "admit": "admitted",
    "apply": "applied",
    "begin": "begun",
    "bury": "buried",
    "choose": "chosen",
    "deny": "denied",
    "forget": "forgotten",
    "identify": "identified",
    "marry": "married",
    "occur": "occurred",
    "speak": "spoken",
    "write": "written",
}
_MEANT = _PARTICIPLES | _BARE
_AUXILIARIES = ("has", "have", "had")
_TOLD = expression(r"ha(?<!\wha)(?:s|ve|d) (?P<past>" + "|".join(_MEANT) + r")(?![\w'-])")
# What shows that 'have' is the auxiliary: a verb that takes the perfect; a subject that begins its clause. In "the trouble
# that he had began in May" it is a verb of its own.
_LEAD = expression(
    r"(?:\b(?:should|would|could|must|might|may|will|can|to|shouldn't|wouldn't|couldn't|can't|who|which)"
    r"(?: not| never| also)?"
    r"|(?:^|[.,;:!?(—–\n] ?|(?:^| )(?:(?:said|says|added|claimed|believed|found) that|and|but|because|if|when|while"
    r"|after|before|since|though|although|said|(?:by|in|since|on) (?:[a-z]+ )?(?:[0-9]{1,4}|then|noon|now),?) )(?:i|you|he|she|it|we|they)"
    # A noun that begins its sentence, with nothing before it that it could be part of: "what the mill had".
    r"|(?:^|[.!?] |\n)(?:by (?:then|noon) )?the (?:two |three |four )?(?!what|one)[a-z]{3,}"
    r"|(?:^|[.!?] |\n|\b(?:said|that) )(?:mr|mrs|ms|dr) [a-z]+) $",
)
# The beginning of a sentence in which no second subject can come before "has": a name, or "the" and words that follow it.
# Not "the plans Leeds has", nor "the benefits gold has".
_WHOLE = expression(
    r"(?:^|[.!?]['\"’”]? |\n)(?!What|Those|These|All|Every|Who|Few|Some|Any|Much)"
    r"(?:(?:The )?(?:[A-Z][\w&.'’-]* (?:of |and )?){1,5}|(?:The|An?|His|Her|Its|Their) (?:[a-z-]+[^s\W]|police) )\Z"
    r"|\b(?:said|says|added|claimed|believed|found|showed|warned)(?: that)? (?:(?:the|its|his|her|their) )?"
    r"(?!what|those|these|every|any|nothing|some|much|most|little|once|when)[a-z]{3,} \Z"
)
_THOSE_WHO = expression(r"\b(?:[Tt]hose|[Pp]eople|[Mm]en|[Ww]omen|[Aa]ll|any|ones) (?:who|which) \Z")
_BEFORE = 60  # code points


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, folded = flowed(document), flowed_folded(document)
    for told in _TOLD.finditer(folded):
        span = Span(*told.span("past"))
        if not text[told.start() : span.end].islower():
            continue  # "Vera Ran", "HAD RAN": names, and lines in capitals
        lead = folded[max(told.start() - _BEFORE, 0) : told.start()]
        meant = _LEAD.search(lead) or _begins_clause(text, told.start())
        if told["past"] in _BARE and _THOSE_WHO.search(text, max(told.start() - _BEFORE, 0), told.start()):
            continue  # "those who have agree"
        if meant and not is_quoted(document, span):
            yield Match(span, suggestions=(_MEANT[told["past"]],))


def _begins_clause(text: str, start: int) -> bool:
    """Whether "have", at start, comes behind a subject that begins its clause and holds no other subject."""
    return _WHOLE.search(text, max(start - _BEFORE, 0), start) is not None


RULE = Rule(
    summary="The past tense or the bare verb after 'have', where the participle was meant: 'it had began', 'has announce'.",
    why="'It began' and 'it had begun' were two ways to put it, and one was changed into the other by half; or an ending "
    "was lost.",
    message="After 'have' the form is '{suggestion}', not '{match}'.",
    check=check,
    severity="error",
    fix="unsafe",
    gate=Gate(pairs=tuple(f"{have} {past}" for have in _AUXILIARIES for past in _MEANT)),
    examples=(
        Example(
            bad="By noon they had <mark>began</mark> the search. It should have <mark>went</mark> to the council.",
            good="By noon they had begun the search. It should have gone to the council.",
        ),
        Example(
            bad="By 2009 it had <mark>ran</mark> out of salt, and the farmers, who had <mark>became</mark> its creditors, might "
            "have <mark>came</mark> to terms.",
            good="By 2009 it had run out of salt, and the farmers, who had become its creditors, might have come to terms.",
        ),
        Example(
            bad="By then the thieves had <mark>went</mark>, and the two boys had gone. Mr Reed has <mark>took</mark> it. "
            "She said prices had <mark>fell</mark>. Leeds Council has <mark>gave</mark> it away.",
            good="By then the thieves had gone, and the two boys had gone. Mr Reed has taken it. She said prices had fallen. "
            "Leeds Council has given it away.",
        ),
        Example(
            bad="The council has <mark>announce</mark> a new plan. Leeds City Council had <mark>decide</mark> to sell the mill, "
            "which has <mark>replace</mark> the old one, and it should have <mark>publish</mark> the price.",
            good="The council has announced a new plan. Leeds City Council had decided to sell the mill, which has replaced the "
            "old one, and it should have published the price.",
        ),
        Example(
            good="The plans Leeds has require money, and the few friends they have agree. Those who have agree to give. The "
            "benefits gold has remain. All the firms the city had join in.",
            why="A subject with a clause of its own, whose verb comes next.",
        ),
        Example(
            good="The trouble that he had began in May. Those they have came from abroad, and what the mill had went to the bank. "
            'All the men had took an hour to fetch. "I have went there often," she said. The Broke family had Took Lake.',
            why="A verb of its own; speech; names.",
        ),
    ),
)
