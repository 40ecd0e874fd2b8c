"""One person with two offices, two ranks or two sexes by a title: Foreign Minister Ana Sol, Finance Minister Ana Sol."""

from __future__ import annotations

from copylint.annotate.people import COURTESY, bearers, plain
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

# Titles of which one person has one at a time: each row is a family, each of its words names one of its offices.
_FAMILIES = (
    {"sen": "senator", "senator": "senator"}
    | dict.fromkeys("rep representative congressman congresswoman".split(), "representative"),
    {
        **{word: word for word in ("constable", "sergeant", "inspector", "superintendent")},
        "sgt": "sergeant", "insp": "inspector", "supt": "superintendent",
    },
    {
        "gen": "general", "general": "general", "col": "colonel", "colonel": "colonel", "capt": "captain",
        "captain": "captain", "admiral": "admiral", "sgt": "sergeant",
    },
    *({f"{stem}man": "man", f"{stem}woman": "woman"} for stem in ("council", "spokes", "chair", "assembly")),
    {"minister": "minister"},
    {"secretary": "secretary"},
)  # fmt: skip
_HEADS = frozenset(word for family in _FAMILIES for word in family)
# Words before a title that make it another: the Lt. Gen. is no Maj. Gen., the health minister no finance minister.
_MODIFIERS = {
    "lieutenant": "lt", "major": "maj", "brigadier": "brig",
    **{word: word for word in (
        "lt maj brig deputy foreign defence defense finance interior home health education justice trade transport energy "
        "economy agriculture environment labour labor information culture commerce tourism prime junior assistant".split()
    )},
}  # fmt: skip
_RANKS = ("lt", "maj", "brig", "lieutenant", "brigadier")
_BELOW = frozenset(("deputy", "junior", "assistant"))
# With these a title was somebody's before, is to come, or is one of two.
_ONCE = frozenset(
    "former formerly then ex late acting incoming outgoing designate elect next future shadow and as became was senior "
    "interim retired when vice state first chief if elected".split()
)
_CHANGES = frozenset("promoted promotion reshuffle reshuffled demoted swapped predecessor successor".split())
_NAME = (
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]*[^\W\d_.](?:[’'-][A-Z][^\W\d_]+)?(?:[ -](?:[A-Z]\. )?(?:al-|de |van |von |bin )?"
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[’'-][A-Z][^\W\d_]+)?){0,2}(?![\w-])"
)
_MODIFIED = frozenset(("gen", "general", "col", "colonel", "minister", "secretary"))
_SHORT = 7  # letters of a title that stands before a name with a capital only: "Captain Rowe"
_LEAD = 40  # code points before a title in which its modifiers stand


class _Office(NamedTuple):
    """A title beside a name: where it stands, what it says, and the name before the surname, "" if there is none."""

    place: Span
    head: str
    modifiers: frozenset[str]
    first: str


@cache
def _named() -> re.Pattern[str]:
    return compiled(rf"\.? (?P<name>{_NAME})")


@cache
def _apposed() -> re.Pattern[str]:
    """ "Ana Sol, the deputy health": what stands before the title that follows a name."""
    return compiled(
        rf"(?<![\w’'-])(?P<name>{_NAME}), (?:who is(?: the)?|the|its|their|[A-Z]\w+[’']s) (?:[a-z]+(?:[’']s)? ){{0,3}}\Z"
    )


# "Ana Sol, the Labour MP for Ayr", and what makes it a seat of once.
_SEATED = expression(
    rf"(?<![\w’'-])(?P<name>{_NAME}),? (?:who is |is )?(?:the |a )?(?P<lead>(?:[\w-]+ ){{0,3}})MP for "
    r"(?P<seat>[A-ZÀ-ÖØ-Þ][\w’-]+(?:(?:,? and|,| upon| on| of| under| in| the)* [A-ZÀ-ÖØ-Þ][\w’-]+){0,4})(?P<behind>[^.;\n]{0,30})"
)
_ONE_TIME = expression(
    r"(?:[12][0-9]{3}|\b(?:until|till|between|before|then|later|formerly|previously|elected|once|years|at the time|from)\b)"
)
_SEAT_LINKS = frozenset("and upon on of under in the North South East West Central Mid City".split())
_MOST_SEATS = 50  # that are compared: an article has fewer
_WORD = expression(r"[A-Za-z]+")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    heads = _HEADS & stand
    if "mp" in stand:
        yield from _seats(document)
    for family in _FAMILIES:
        words = heads & family.keys()
        if not words or (
            len({family[word] for word in words}) < 2 and (words.isdisjoint(_MODIFIED) or stand.isdisjoint(_MODIFIERS))
        ):
            continue
        if not _CHANGES.isdisjoint(stand):
            return
        people: dict[str, list[_Office]] = {}
        for last, office in _offices(document, family, words):
            people.setdefault(last, []).append(office)
        for offices in people.values():
            if len(offices) > 1:
                yield from _two(document, sorted(offices))


def _seats(document: Document) -> Iterator[Match]:
    """One person as the MP of two seats: "Ana Sol, MP for Ayr, spoke. Ms Sol, the MP for Hull, left"."""
    text = flowed(document)
    found: list[tuple[str, str, Span]] = []
    done = 0
    for at in occurrences(document, " MP for ", text):
        told = _SEATED.search(text, max(done, at - 2 * _LEAD), at + 2 * _LEAD)
        if told is None or told.start("seat") != at + len(" MP for "):
            continue
        done = told.end("seat")
        once = not _ONCE.isdisjoint(told.group("lead").lower().split())
        if once or _ONE_TIME.search(told.group("lead") + told.group("behind")) is not None:
            continue
        seat = Span(*told.span("seat"))
        *firsts, last = told.group("name").split()
        first = " ".join(name for name in firsts if plain(name) not in COURTESY)
        for other_first, other_last, other in found[:_MOST_SEATS]:
            if last != other_last or (first and other_first and first != other_first) or not other_first:
                continue
            if len(bearers(document, last)) > 1 and not (first and other_first):
                continue
            one, two = (frozenset(text[slice(*place)].replace(",", "").split()) for place in (seat, other))
            if (one & two) - _SEAT_LINKS or not _CHANGES.isdisjoint(token_set(document)):
                continue
            yield Match(seat, (Evidence(other, text[slice(*other)]),), slots={"other": text[slice(*other)]})
            return
        found.append((first, last, seat))


def _offices(document: Document, family: dict[str, str], words: frozenset[str]) -> Iterator[tuple[str, _Office]]:
    """The titles of a family beside names, with the surnames; none if the article says all of them alike."""
    text = flowed(document)
    titles: list[tuple[int, int, str, frozenset[str]]] = []
    for word in sorted(words):
        for printed in (word.capitalize(), word) if len(word) > _SHORT else (word.capitalize(),):
            for at in occurrences(document, printed, text):
                end = at + len(printed)
                if not text[end : end + 1].isalnum() and not (at and text[at - 1].isalnum()):
                    modifiers, start = _before(text, at)
                    titles.append((start, end, family[word], modifiers))
    if len({title[2:] for title in titles}) < 2:
        return
    for start, end, head, modifiers in titles:
        found = _named().match(text, end)
        if found is None and text.find(", ", max(0, start - _LEAD), start) > 0:
            found = _apposed().search(text, max(0, start - 2 * _LEAD), start)
        if found is None:
            continue
        lead = text[max(0, start - _LEAD, text.rfind(". ", 0, start), text.rfind(".\n", 0, start)) : start].lower()
        names = found.group("name").replace("’s", "").replace("'s", "").split()
        names = [name for name in names[:-1] if plain(name) not in COURTESY] + names[-1:]
        if _ONCE.isdisjoint(_WORD.findall(lead)[-3:]) and (len(names) == 1 or names[0] != names[-1]):
            first = plain(names[0]) if len(names) > 1 else ""
            yield plain(names[-1]), _Office(Span(start, end), head, modifiers, first)


def _before(text: str, at: int) -> tuple[frozenset[str], int]:
    """The modifiers right before a title, and where they begin."""
    modifiers = set()
    while at > 1 and text[at - 1] == " ":
        start = max(text.rfind(" ", 0, at - 1), text.rfind("\n", 0, at - 1)) + 1
        meaning = _MODIFIERS.get(text[start : at - 1].removesuffix(".").lower())
        if meaning is None:
            break
        modifiers.add(meaning)
        at = start
    return frozenset(modifiers), at


def _two(document: Document, offices: list[_Office]) -> Iterator[Match]:
    """The first of somebody's offices that is not one with those before it."""
    text = flowed(document)
    for index, later in enumerate(offices):
        for earlier in offices[:index]:
            if not _differ(earlier, later) or (earlier.first and later.first and earlier.first != later.first):
                continue
            if not (earlier.first and later.first):
                if not (earlier.first or later.first) or _end(document, earlier) == _end(document, later):
                    continue  # two of one surname are meant
                if len(bearers(document, _surname(text, later, earlier))) > 1:
                    continue
            label = text[slice(*earlier.place)]
            yield Match(later.place, (Evidence(earlier.place, label),), slots={"other": label})
            return


def _end(document: Document, office: _Office) -> int:
    """Where the sentence of an office ends."""
    return (sentence_at(document, office.place.start) or office.place).end


def _surname(text: str, later: _Office, earlier: _Office) -> str:
    """The surname as it is printed beside the title without a first name."""
    place = (earlier if later.first else later).place
    found = _named().match(text, place.end)
    return "" if found is None else found.group("name").replace("’s", "").replace("'s", "")


def _differ(one: _Office, other: _Office) -> bool:
    """False if one title is the other without what was said before: "Gen. Ek" of Maj. Gen. Ek, "the minister"."""
    if one.head != other.head:
        return True
    if ("prime" in one.modifiers) is not ("prime" in other.modifiers):
        return False  # a prime minister may be foreign minister too
    apart = one.modifiers ^ other.modifiers
    if one.head == "minister" and apart and apart <= _BELOW:
        return len(one.modifiers | other.modifiers) > 1
    return bool(one.modifiers - other.modifiers and other.modifiers - one.modifiers)


RULE = Rule(
    summary="One person with two offices or ranks, or with the titles of a man and of a woman.",
    why="A minister of two departments is usually a minister of one and a slip, and a general is no colonel.",
    message="'{match}' here, but '{other}' before, for one person.",
    check=check,
    severity="suggestion",
    quotations="skip",
    gate=Gate(pairs=("mp for",), words=(*sorted(_HEADS - {"general", "gen", "senator", "sen"}), *_RANKS)),
    examples=(
        Example(
            bad="<evidence>Transport Secretary</evidence> Ana Poult spoke. Ms Poult, the <mark>health secretary</mark>, left."
        ),
        Example(
            good="Transport Secretary Ana Poult spoke. Ms Poult, the former health secretary, left with Mr Lee, the health secretary."
        ),
        Example(
            bad="<evidence>Foreign Minister</evidence> Ana Sol spoke. Later <mark>Finance Minister</mark> Ana Sol left.",
        ),
        Example(bad="Detective <evidence>Inspector</evidence> Ray Moss spoke. Det <mark>Sgt</mark> Moss left."),
        Example(
            bad="Ana Sol, the Labour MP for <evidence>Ayr North</evidence>, spoke. Ms Sol, MP for <mark>Hull East</mark>, left."
        ),
        Example(
            good="Ana Sol, the Labour MP for Ayr North, spoke. Ms Sol, MP for Ayr, left. Bo Lund, MP for Hull until 2010, is the MP for "
            "Kent. Ms Lund, MP for Ely, met Cy Lund, MP for Wem. Jo Hart, the former MP for Cork, and Ms Hart, the MP for Ely, agree."
        ),
        Example(
            bad="Ana Sol, the <evidence>deputy health minister</evidence>, spoke. Later <mark>Health Minister</mark> Ana Sol left."
        ),
        Example(bad="Detective <evidence>Sergeant</evidence> Al Rowe spoke. <mark>Inspector</mark> Rowe left."),
        Example(bad="<evidence>Lt. Gen</evidence>. Al Rowe spoke. <mark>Maj. Gen</mark>. Rowe left."),
        Example(bad="<evidence>Sen</evidence>. Al Rowe voted. <mark>Rep</mark>. Al Rowe did not."),
        Example(bad="<evidence>Councilwoman</evidence> Jo Hart spoke. <mark>Councilman</mark> Hart left."),
        Example(
            good="Foreign Minister Ana Sol met former finance minister Bo Lund. The minister, Ana Sol, left. Maj. Gen. Al Rowe "
            "spoke; Gen. Rowe left, and so did then-Rep. Jo Hart, now Sen. Jo Hart. Rep. Al Ek runs for the Senate: if elected, Sen. Al Ek would vote."
        ),
        Example(good="Sergeant Al Rowe and Inspector Jo Rowe spoke. Inspector Rowe left.", why="Two people."),
        Example(
            good="Deputy Prime Minister and Finance Minister Ana Sol spoke. Finance Minister Ana Sol left.", why="Both."
        ),
    ),
)
