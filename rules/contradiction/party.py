"""One politician with two parties: Ann Quill (R-Ohio), Ann Quill (D-Ohio)."""

from __future__ import annotations

from copylint.annotate.people import TITLES, bearers, plain
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, compiled, expression, found_by
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w(?:(?: [A-Z]\.)? [A-ZÀ-ÖØ-Þ][\w’'-]*\w){0,3}"
_AMERICAN = {
    "r": "republican",
    "d": "democrat",
    "republican": "republican",
    "democrat": "democrat",
    "democratic": "democrat",
}
_AMERICAN_WORDS = frozenset(_AMERICAN)
_PARTY = (
    r"Labour|Labor|Conservative|Tory|Liberal Democrat|Lib Dem|Liberal|Greens?|SNP|Plaid Cymru|Reform(?: UK)?|DUP|Sinn F[eé]in|"
    r"Nationals?|NDP|New Democrat|Fine Gael|Fianna F[aá]il|BJP|Congress"
)
_MEMBERS = {"mp": "MP", "msp": "MSP", "mla": "MLA", "td": "TD", "councillor": "councillor"}
_OFFICE = rf"(?:{'|'.join(_MEMBERS.values())})"
_ONE_PARTY = {"tory": "conservative", "lib dem": "liberal democrat", "reform uk": "reform", "sinn féin": "sinn fein", "labor": "labour",
    "greens": "green", "nationals": "national", "ndp": "new democrat", "fianna fáil": "fianna fail",
}  # fmt: skip
# Of those who changed theirs an article may print both.
_CHANGES = frozenset(
    "defect defected defects defecting defection defector switched switching switch joined crossed turncoat".split()
)
_ONCE = expression(r"(?:former|then|ex|ousted|one-time|previously|was an?)[ -]\Z", IGNORECASE)
_LABEL = expression(r"(?:, | \()(?P<party>[RD])[-–](?=[A-Z])")
# "Rowe, a Democrat," and "Democratic Sen. Ann Rowe".
_APPOSED = expression(r", an? (?:[a-z]+ )?(?P<party>Republican|Democrat)(?=[,.;]| who\b| from\b| and\b)")
# A degree may stand between name and label: "Ann Quill, MD (R-Iowa)".
_BEFORE = expression(rf"(?P<name>{_NAME})(?P<young>,? [JS]r\.?)?(?:, (?:[A-Z]{{2,4}}|PhD))*\Z")
_NAME_BEFORE = expression(rf"(?P<name>{_NAME})\Z")
_LONGEST_PARTY = 20  # code points
_FARTHEST = 70  # code points before a label in which a name begins


class _Label(NamedTuple):
    """A party beside a name: its place, how it is printed, which it is, the surname and the name before it ("" where there is
    none), both folded. name: the last as printed."""

    place: Span
    party: str
    first: str
    last: str
    name: str


@cache
def _party_before() -> re.Pattern[str]:
    return compiled(rf"\b(?:{_PARTY})\Z")


@cache
def _member() -> re.Pattern[str]:
    return compiled(
        rf"\b(?P<party>{_PARTY}) {_OFFICE}(?: for (?:[A-Z][\w’'-]*|and|of|upon|the|in|on|under)"
        rf"(?: (?:[A-Z][\w’'-]*|and|of|upon|the|in|on|under)){{0,4}},)? (?P<name>{_NAME})"
    )


@cache
def _apposed() -> re.Pattern[str]:
    return compiled(rf", an? (?:[a-z]+ )?(?P<party>{_PARTY})(?=[,.;])")


# "said Rowe, the Ohio Republican,"
_OF_STATE = expression(r", the (?:[A-Z][a-z]+ ){1,2}(?P<party>Republican|Democrat)(?=[,.;]| who\b)")


@cache
def _bracketed() -> re.Pattern[str]:
    """ "(Labour, Dunmore)" behind a name."""
    return compiled(rf" \((?P<party>{_PARTY})(?=\)|, [A-Z])")


@cache
def _senator() -> re.Pattern[str]:
    return compiled(
        rf"\b(?P<party>Republican|Democratic) (?:(?:US|U\.S\.|state) )?(?:Sen|Rep|Gov)\.? (?P<name>{_NAME})"
    )


@cache
def _member_behind() -> re.Pattern[str]:
    return compiled(rf", (?:the|an?) (?P<party>{_PARTY}) {_OFFICE}(?=[,.;]| for\b| since\b| who\b)")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    people: dict[str, list[_Label]] = {}
    for label in sorted(_labels(document)):
        people.setdefault(label.last, []).append(label)
    for labels in people.values():
        firsts = {label.first for label in labels} - {""}
        if len({label.party for label in labels}) < 2 or len(firsts) > 1:
            continue
        if any(not label.first for label in labels) and len(bearers(document, labels[0].name)) > 1:
            continue
        if _CHANGES.isdisjoint(token_set(document)):
            yield _match(flowed(document), labels)


def _labels(document: Document) -> Iterator[_Label]:
    text, said = flowed(document), token_set(document)
    if len({_AMERICAN[word] for word in _AMERICAN_WORDS & said}) > 1:
        for letter in ("R-", "R–", "D-", "D–"):
            yield from _behind_names(text, found_by(letter, _LABEL, text, behind=2))
        yield from _behind_names(text, _APPOSED.finditer(text))
        yield from _behind_names(text, _OF_STATE.finditer(text))
        for party in ("Republican ", "Democratic "):
            yield from _before_names(text, found_by(party, _senator(), text))
    offices = said & _MEMBERS.keys()
    if offices:
        yield from _behind_names(text, _apposed().finditer(text))
        yield from _behind_names(text, _bracketed().finditer(text))
        for office in offices:
            yield from _before_names(text, _members(text, f" {_MEMBERS[office]} "))
        yield from _behind_names(text, _member_behind().finditer(text), _NAME_BEFORE)


def _members(text: str, office: str) -> Iterator[re.Match[str]]:
    """The parties before "MP" or the like and a name."""
    at, reached = text.find(office), 0
    while at >= 0:
        party = _party_before().search(text, max(reached, at - _LONGEST_PARTY), at)
        match = _member().match(text, party.start()) if party is not None else None
        if match is not None:
            reached = match.end()
            yield match
        at = text.find(office, at + 1)


def _before_names(text: str, parties: Iterable[re.Match[str]]) -> Iterator[_Label]:
    for match in parties:
        if not _was_once(text, match):
            yield from _label(match, match)


def _was_once(text: str, party: re.Match[str]) -> bool:
    start = party.start("party")
    return _ONCE.search(text, max(0, start - 12), start) is not None


def _behind_names(text: str, parties: Iterable[re.Match[str]], before: re.Pattern[str] = _BEFORE) -> Iterator[_Label]:
    for match in parties:
        name = before.search(text, max(0, match.start() - _FARTHEST), match.start())
        if name is not None and not _was_once(text, match):
            yield from _label(match, name)


def _label(party: re.Match[str], name: re.Match[str]) -> Iterator[_Label]:
    words = name.group("name").replace("’s", "").replace("'s", "").split()
    if len(words) == 2 and words[0] in ("Sir", "Dame"):
        return  # with the first name
    while len(words) > 1 and words[0].lower() in TITLES:
        words = words[1:]
    if words[-1].isupper() and len(words[-1]) > 3:
        return  # what a page puts between name and label: "MORE"
    printed = party.group("party").lower()
    generation = name.group("young") or "" if "young" in name.re.groupindex else ""
    given = [word for word in words[:-1] if not word.endswith(".")]
    first = plain(given[-1]) if given else ""  # "Later Ann Quill", "Ann D. Quill": the word beside the surname
    place = Span(*party.span("party"))
    yield _Label(
        place,
        _ONE_PARTY.get(printed) or _AMERICAN.get(printed, printed),
        first,
        plain(words[-1]) + generation.strip(", ."),
        words[-1],
    )


def _match(text: str, labels: list[_Label]) -> Match:
    """The rarer party is the fault; of two as rare, the later."""
    parties = [label.party for label in labels]
    right = max(dict.fromkeys(parties), key=parties.count)
    wrong = next(label for label in labels if label.party != right)
    others = sorted(label.place for label in labels if label.party == right)
    evidence = tuple(Evidence(place, text[slice(*place)]) for place in others)
    return Match(wrong.place, evidence, slots={"name": wrong.name, "other": text[slice(*others[0])]})


RULE = Rule(
    summary="One politician with two parties.",
    why="The label was typed by habit or copied from a neighbour, and both parties will call.",
    message="'{match}' beside the name of {name} here, but '{other}' elsewhere.",
    check=check,
    quotations="skip",
    gate=Gate(words=("r", "republican", *sorted(_MEMBERS))),
    examples=(
        Example(
            bad="Sen. Ann Quill, <evidence>R</evidence>-Ohio, is against the bill. It is flawed, Quill "
            "(<mark>D</mark>-Ohio) told her staff."
        ),
        Example(
            bad="The <evidence>Labour</evidence> MP for Kalmar, Ann Quill, asked why. Ann Quill, the "
            "<mark>Tory</mark> MP for Kalmar, got no answer. Later Ann Quill, the <evidence>Labour</evidence> MP, left."
        ),
        Example(
            bad="Sen. Ann Quill, a <evidence>Republican</evidence>, is against the bill. It is flawed, Quill "
            "(<mark>D</mark>-Ohio) said. The <evidence>Tory</evidence> MP for Kalmar, Ed Rowe, asked why. Mr Rowe, a "
            "<mark>Liberal Democrat</mark>, got no answer."
        ),
        Example(
            bad="Ann Quill (<evidence>Labour</evidence>, Kalmar) asked why. Ms Quill, the <mark>Conservative</mark> MP for Kalmar, "
            "got no answer. The <evidence>Green</evidence> councillor Ed Rowe sat by Ed Rowe, the <mark>Lib Dem</mark> "
            "councillor."
        ),
        Example(
            good="Democratic Sen. Ann Quill met Rep. Ed Lowe, a Republican, and the Tory MP Ed Rowe met Tom Ek, a Liberal "
            "Democrat. Quill, a former Republican, left."
        ),
        Example(
            good="Sen. Ann Quill, R-Ohio, and her cousin, Rep. Tom Quill, D-Ohio, agree. So did the Tory MP Ed Rowe, "
            "once a Labour MP: the former Labour MP Ed Rowe has no regrets.",
            why="Two people; two times.",
        ),
        Example(good="The Labour MP Ann Quill, the Tory MP Ed Rowe and the Labour MP Tom Ek asked why.", why="A list."),
        Example(
            good="Ed Rowe, the Tory MP, defected in May. The Labour MP Ed Rowe sat down.", why="They may change it."
        ),
        Example(
            good="The panel is Rep. Ann Quill, MD (R-Iowa), Rep. Ed Rowe, MD (D-Utah), and Rep. Tom Ek, PhD (R-Ohio).",
            why="A degree.",
        ),
        Example(
            good="Rep. Ed Rowe Jr. (D-Pa.) succeeds Ed Rowe Sr. (R-Pa.), and Quill (R-Utah) sat by Rowe (D-Ohio).",
            why="Father and son.",
        ),
    ),
)
