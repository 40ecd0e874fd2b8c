"""Classes: parts of a whole that nobody and nothing is in two of (men and women, gold and silver). Nothing is judged.

Classes that may overlap (women and Britons) are no parts.
"""

from __future__ import annotations

import itertools

from copylint.annotate.figures import Quantity
from copylint.annotate.quantities import Sum, counted
from copylint.document import Document, Span
from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Classes of which nobody is in two: the words between two slashes are one class.
FAMILIES = tuple(
    {word: index for index, words in enumerate(family.split("/")) for word in words.split()}
    for family in (
        "man men male males/woman women female females/child children/baby babies infant infants toddler toddlers",
        "man men/woman women/boy boys/girl girls",
        "adult adults grown-ups/child children minor minors/baby babies infant infants",
        "son sons/daughter daughters",
        "brother brothers/sister sisters",
        "boy boys/girl girls",
        "soldier soldiers troops/civilian civilians/policeman policemen/rebel rebels militant militants insurgent "
        "insurgents gunman gunmen attacker attackers bomber bombers",
        "passenger passengers/crew/pilot pilots",
        "student students pupil pupils/teacher teachers/parent parents",
        "republican republicans/democrat democrats/independent independents",
        "conservative conservatives tory tories/labour/liberal liberals/green greens/independent independents",
        "gold golds/silver silvers/bronze bronzes",
        "win wins victory victories/draw draws tie ties/loss losses defeat defeats",
        "vote/abstention abstentions",
        "car cars/lorry lorries truck trucks/bus buses/van vans/motorcycle motorcycles",
        "cat cats/dog dogs/horse horses/cow cows/sheep/goat goats/pig pigs",
        "seriously severely critically badly/slightly lightly",
        "goalkeeper goalkeepers keepers/defender defenders/midfielder midfielders/forward forwards striker strikers "
        "attackers",
        "batsman batsmen batters/bowler bowlers",
        "novel novels/play plays/poem poems",
        "briton britons/american americans/canadian canadians/australian australians/german germans/frenchman "
        "frenchmen/italian italians/spaniard spaniards/russian russians/ukrainian ukrainians/pole poles/indian "
        "indians/pakistani pakistanis/israeli israelis/palestinian palestinians/syrian syrians/turk turks/iraqi "
        "iraqis/iranian iranians/mexican mexicans/brazilian brazilians/nigerian nigerians/kenyan kenyans/swede "
        "swedes/dane danes/norwegian norwegians/finn finns/greek greeks/afghan afghans/egyptian egyptians",
    )
)  # fmt: skip
# What became of those who were there; of a list without its whole ("12 hurt, two killed") they tell nothing.
_FATES = {"killed": 0, "dead": 0, "injured": 1, "hurt": 1, "wounded": 1, "unhurt": 2, "unharmed": 2, "uninjured": 2}
CLASSES = frozenset(word for family in FAMILIES for word in family)
_PEOPLE = frozenset(
    "people persons victims passengers patients casualties students pupils members suspects survivors workers "
    "employees migrants refugees hostages prisoners detainees deaths players candidates lawmakers senators councillors "
    "jurors guests tourists villagers residents family relatives pilgrims demonstrators protesters children "
    "grandchildren siblings fighters bodies judges officers staff dead wounded injured crew men women soldiers "
    "teachers miners sailors climbers runners delegates recruits volunteers actors dancers singers tenants nurses "
    "doctors firefighters".split()
)
_THINGS = frozenset("games matches medals vehicles animals books works fixtures bouts".split())
WHOLES = _PEOPLE | _THINGS
STAFF = frozenset("people staff workers employees jobs".split())
# What is given out once: nobody's share is another's too.
_DEALT = frozenset(
    "seats votes jobs shares deaths cases medals homes houses flats tickets places arrests goals points".split()
)
# What stands between a whole's noun and its parts.
_INTRODUCED = expression(
    r"(?P<middle>[^,;:–—(.\d]{0,60}?)(?:, (?:all )?(?:and )?|: ?| ?[–—] ?| -- ?| \(| (?:includes?|included|"
    r"compris\w+|consist(?:s|ed|ing) of|"
    r"(?:(?:is|was) )?made up of) )(?P<including>including |among them |of whom |of them |made up of |comprising |"
    r"consisting of )?(?:only |just )?"
)
_LINK = expression(r",? (?:and|plus|as well as) |, (?:and )?|,? and (?:the )?|; (?:and )?")
_GROUP = expression(
    r"\b(?:jury|panel|party|group|team|crew|family|squad|class|committee|board|cast|choir|gang|commission|cabinet|"
    r"council) of $"
)
_MADE_UP = (" made up ", ", made up ", " comprising ", ", comprising ", " consisting ", ", consisting ")
_IS_PART = expression(r"\b(?:made up of|comprising|consisting of|consists of|composed of) \Z")
# "a 12-member panel"
_STRONG = expression(
    r"-(?:member|person|strong|seat|man|woman|player)(?: (?!made\b|compris|consist|includ)[a-z]+){0,2}"
)
_OF_THEM = expression(r" (?:of (?:them|whom)(?: were| are)?|were|are) ([a-z]+)")
_OF = expression(r" of (?:the|its|their|his|her|those) (?:other |first |remaining )?$")


def classes_listed(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "12 people, including eight men and five women"."""
    inner = 0  # where the last list of parts ends: what stands in it is no whole of its own
    for index, whole in enumerate(counts):
        if whole.span.start < inner or whole.kind != "count":
            continue
        noun = counted(document, whole)
        if _GROUP.search(text, sentence.start, whole.span.start) is not None:
            noun = Span(whole.span.start, whole.span.end), "people"
        if noun is None or _IS_PART.search(text, sentence.start, whole.span.start) is not None:
            continue
        if (strong := _STRONG.match(text, whole.span.end)) is not None:
            noun = Span(*strong.span()), "members"
        head = noun[1]
        listed = _listed(document, text, whole, noun[0].end, head, counts[index + 1 :])
        if listed is not None:
            inner = listed.parts[-1].span.end
            if _OPENS.fullmatch(text, sentence.start, whole.span.start):
                listed = listed._replace(
                    exact=False
                )  # "Of 30 pupils, 18 are girls and 10 are boys": the others are not known
            elif strong is not None and not text.startswith(_MADE_UP, noun[0].end):
                listed = listed._replace(exact=False)  # "81 in the 435-member body: 62 Democrats and 19 Republicans"
            if not whole.hedge or listed.single:
                yield listed


def _listed(
    document: Document, text: str, whole: Quantity, noun_end: int, head: str, counts: list[Quantity]
) -> Sum | None:
    lead = _INTRODUCED.match(text, noun_end, noun_end + 90)
    if lead is None or _JOINED.search(lead.group("middle")):
        return None
    family, parts = _members(document, text, lead.end(), counts)
    if head not in WHOLES and family is not None:
        return None
    if head in _PEOPLE and family is not None and not _NO_PEOPLE.isdisjoint(family):
        return None  # "two workers, 43 dogs and 80 cats"
    if family is None and _IN_A_PLACE.search(lead.group("middle")):
        return None  # "four seats in Ohio, one in Utah and two in Iowa": no whole
    if not parts or (family is not None and head in family and not (head in ("children", "men") and "sons" in family)):
        return None
    quantities = tuple(quantity for quantity, _ in parts)
    including = lead.group("including")
    if len(parts) < 2:
        if _ADDED.search(text, max(0, whole.span.start - 6), whole.span.start):
            return None  # "167 passengers and nine crew, including 82 Iranians"
        subset = including in ("including ", "among them ", "of whom ", "of them ")
        if not subset or whole.hedge not in ("", "more than", "over", "up to", "as many as"):
            return None
        return Sum(whole, quantities, exact=False, single=True)
    if whole.hedge or family is None:
        return Sum(whole, quantities, exact=False)
    exact = including in (None, "made up of ", "comprising ", "consisting of ")
    closed = _CLOSED.match(text, parts[-1][1]) is not None
    return Sum(whole, quantities, exact=exact and closed)


_IN_A_PLACE = expression(r" (?:in|on|from) [A-Z]")
_ADDED = expression(r"\b(?:and|plus) $")
_NO_PEOPLE = frozenset(("car", "cat", "novel"))  # in families of things and animals
_JOINED = expression(r"\b(?:and|but|while)\b")
_CLOSED = expression(r" ?[.;)—–]|$|\n|, (?:have|has|were|was|are|is|will|had)\b")
_ALONE = expression(r"(?P<one>an?|[Oo]ne) (?P<noun>(?:in|from) [A-Z]\w+|[a-z]+)\b")
_PLACES = ("in ", "on ", "from ")
_PLACED = expression(
    r" (?:people |staff |jobs |workers )?(?:of them )?(?P<noun>(?:in|from) [A-Z]\w+|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def _members(
    document: Document, text: str, at: int, counts: list[Quantity]
) -> tuple[dict[str, int] | None, list[tuple[Quantity, int]]]:
    """The parts that stand one after another from an offset on, each with the end of its noun, and the family that
    they are of (None: parts told by their place). No parts if they may overlap."""
    items: list[tuple[Quantity, int, list[str]]] = []
    starts = {quantity.span.start: quantity for quantity in counts}
    while True:
        quantity = starts.get(at)
        if quantity is not None:
            placed = _PLACED.match(text, quantity.span.end)
            noun = (
                (Span(*placed.span("noun")), placed.group("noun")) if placed else noun_of_part(document, text, quantity)
            )
            if noun is None or quantity.hedge not in ("", "only", "just", "exactly"):
                return None, []
            said = text[noun[0].start : noun[0].end].lower().split() if placed is None else [noun[1]]
            items.append((quantity, noun[0].end, said))
        else:
            alone = _ALONE.match(text, at)
            if alone is None:
                break
            span = Span(*alone.span())
            told = Span(*alone.span("one")) if alone.group("noun").startswith(_PLACES) else span
            one = Quantity(told, Span(*alone.span("one")), 1.0, 1.0, 1.0, "count", words=True)
            items.append((one, span.end, [alone.group("noun")]))
        link = _LINK.match(text, items[-1][1])
        if link is None:
            break
        at = link.end()
    nouns = [said for _, _, said in items]
    parts = [(quantity, end) for quantity, end, _ in items]
    if nouns and all(said[-1].startswith(_PLACES) for said in nouns):
        return None, (parts if len({said[-1] for said in nouns}) == len(nouns) > 1 else [])
    for family in FAMILIES:
        classes = [family[word] for said in nouns if (word := _class_in(said, family))]
        if len(classes) == len(set(classes)) == len(nouns):
            return family, parts
    return None, []


def _class_in(said: list[str], family: dict[str, int]) -> str:
    """The word of a noun phrase that names a class of a family, the last first ("Labour councillors"), or ""."""
    return next((word for word in reversed(said) if word in family), "")


def noun_of_part(document: Document, text: str, quantity: Quantity) -> tuple[Span, str] | None:
    """The noun of a part: "five women", "five of them women", "12 are women"."""
    among = _OF_THEM.match(text, quantity.span.end)
    if among is not None:
        return Span(*among.span(1)), among.group(1)
    return counted(document, quantity)


def some_of(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "nine of the eight judges"."""
    for part, whole in itertools.pairwise(counts):
        gap = text[part.span.end : whole.span.start]
        if _OF.fullmatch(gap) and not whole.hedge and part.value < 1000:
            noun = counted(document, whole)
            if noun is not None and (noun[1].endswith("s") or noun[1] in WHOLES):
                yield Sum(whole, (part,), exact=False, single=True)


# What is counted one by one: "four families, nine of them children" is no fault.
_COUNTED_SINGLY = (WHOLES | _DEALT | {"others", "vessels", "ships", "schools", "shops", "stores", "pubs"}) - {
    "family", "crew", "bodies", "homes", "houses", "flats", "tickets",
}  # fmt: skip
# Between a whole and some of it: ", nine of them"; " had been held in Ayr, of whom nine".
_AND_OF_THEM = expression(
    r"(?: (?:were|was|are|have been|had been) (?:[a-z]+ed|held|hurt|found|shot))?(?: in [A-Z][a-z]+)?"
    r",? (?:of whom |including |and |at least |with )?"
)


def more_of_them(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "employs 40 people, 43 of them in Ayr"; "five others were held, of whom six were let go"."""
    for whole, part in itertools.pairwise(counts):
        if part.value <= whole.value or whole.kind != "count" or whole.hedge or part.kind != "count":
            continue
        noun = counted(document, whole)
        if noun is None or noun[1] not in _COUNTED_SINGLY or noun[0].end > part.span.start:
            continue
        if _AND_OF_THEM.fullmatch(text, noun[0].end, part.span.start) is None:
            continue
        if text.startswith((" of them", " of whom"), part.span.end) or text.endswith(" of whom ", 0, part.span.start):
            yield Sum(whole, (part,), exact=False, single=True)


_NAMED = expression(
    r"(?: in [A-Z]\w+)?,? (?:and )?(?:the )?(?:[A-Z][\w’'-]* ?){1,4}|"
    r" (?:are|were|went|will be) (?:for|to|in|at|from) (?:the )?(?:[A-Z][\w’'.-]*,? ){1,4}(?:and )?"
)
_OPENS = expression(r"Of (?:the |its |their |his |her |those |a total of )?$")
_NOTHING_COUNTED = expression(
    r"[.,;)]|$| (?:are|were|went|will be) (?:for|to|in|at|from)\b| and\b| each\b| in\b| to\b| for\b| at\b| from\b"
)


def dealt_out(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "Of the 100 seats, A won 48, B 40 and C 22"."""
    if len(counts) < 3:
        return
    whole = counts[0]
    if _OPENS.fullmatch(text[sentence.start : whole.span.start]) is None or whole.hedge:
        return
    noun = counted(document, whole)
    parts = counts[1:]
    if noun is None and not text.startswith((" on board", " aboard"), whole.span.end):
        return
    if family := _stated(document, text, parts):
        yield Sum(whole, family, exact=False)
    elif _acted(text, parts):
        yield Sum(whole, tuple(parts), exact=False)
    elif (
        noun is not None
        and noun[1] in _DEALT
        and all(
            not part.hedge and part.kind == "count" and _NOTHING_COUNTED.match(text, part.span.end) for part in parts
        )
    ):
        gaps = [text[one.span.end : other.span.start] for one, other in itertools.pairwise(parts)]
        if all(_NAMED.fullmatch(gap) for gap in gaps):
            yield Sum(whole, tuple(parts), exact=False)


_SPLIT_UP = expression(r" ?(?:[-–—:(]|--) ?$")
_PARTY_GAP = expression(
    r"(?: of (?:them|which))? [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:,? and|[,;]) (?:the )?(?:other )?$"
)
_PARTY_LAST = expression(r"(?: of (?:them|which))? [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?\b(?! (?:and|or) [0-9a-z])")


def split_up(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "12 seats – 7 of them Reds, 6 Greens"."""
    for index, whole in enumerate(counts[:-2]):
        noun = counted(document, whole)
        first = counts[index + 1]
        if noun is None or noun[1] not in _DEALT or whole.hedge:
            continue
        if not text.startswith((" of them ", " of which "), first.span.end):
            continue
        if _SPLIT_UP.fullmatch(text, noun[0].end, first.span.start) is None:
            continue
        parts = [first]
        for part in counts[index + 2 :]:
            if _PARTY_GAP.fullmatch(text, parts[-1].span.end, part.span.start) is None:
                break
            parts.append(part)
        if len(parts) < 2 or any(part.hedge or part.kind != "count" for part in parts):
            continue
        if _PARTY_LAST.match(text, parts[-1].span.end):
            yield Sum(whole, tuple(parts), exact=False)


_BREAKS = expression(
    r"(?P<middle>(?: [a-z-]+){0,2}?)(?: (?:dead|strong))?"
    r"(?: (?:were|have been|had been) (?:[a-z]+(?:ed|en)|hurt|held|shot))?(?P<all>,? (?:in all|in total|altogether))?"
    r"(?:: ?| [–—] | -- |—)(?:of which |of whom )?"
)
_CLAUSE = expression(r"\b(?:in|on|at|from|to|of|for|by|with|and|or|that|who|which|was|were|is|are|as|than)\b")
_NEXT_PART = expression(
    r"(?!.*\b(?:including|among|plus|but|or|if|when|while|after|before)\b)[^.;:()–—?!]{2,60}?(?:, and|,| and) "
)
_IN_TIME = expression(r"\b(?:points|goals|times|minutes|hours|days|weeks|months|years|seasons|decades|sets|per)\b")
_PART_OF_PART = expression(r" of (?:them|which|whom|those)\b")
_BROKEN_END = expression(r"[^.;:()–—?!]{2,80}(?:[.;:)?!]|\n|$| [–—]|—| -- )")


def broken_down(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "18 ferries: 11 on the west coast and nine in the islands"; all that a colon or a dash announces are parts."""
    for index, whole in enumerate(counts[:-2]):
        noun = counted(document, whole)
        end = whole.span.end if whole.kind == "money" else noun[0].end if noun is not None else 0
        first = counts[index + 1]
        lead = _BREAKS.fullmatch(text, end, first.span.start) if end else None
        if lead is None or _CLAUSE.search(lead.group("middle")) or _IN_TIME.search(text, whole.span.end, end):
            continue
        parts = [first]
        for part in counts[index + 2 :]:
            if _NEXT_PART.fullmatch(text, parts[-1].span.end, part.span.start) is None:
                break
            parts.append(part)
        alike = all(not one.hedge and (one.kind, one.unit) == (whole.kind, whole.unit) for one in (whole, *parts))
        # Of several groups each may be larger than their number: "the top three: nine for Reed, eight for Hart".
        if len(parts) < 2 or not alike or any(part.value >= whole.value for part in parts):
            continue
        if any(_PART_OF_PART.match(text, one.span.end) for one in counts[index + 2 :]):
            continue
        if whole.value in itertools.accumulate(part.value for part in parts[:-1]):
            continue  # "30 staff: 18 women, 12 men and 10 in training": the last are among the others
        if _BROKEN_END.match(text, parts[-1].span.end) and not _IN_TIME.search(text, first.span.start, sentence.end):
            yield Sum(whole, tuple(parts), exact=bool(lead.group("all")))


def _stated(document: Document, text: str, parts: list[Quantity]) -> tuple[Quantity, ...]:
    nouns = [noun_of_part(document, text, part) for part in parts]
    heads = [noun[1] for noun in nouns if noun is not None]
    if len(heads) != len(parts) or any(part.hedge for part in parts):
        return ()
    for family in (*FAMILIES, _FATES):
        classes = [family[head] for head in heads if head in family]
        if len(classes) == len(set(classes)) == len(heads):
            return tuple(parts)
    return ()


# What one of a number does once, one row for each question: for it, against it, neither.
_ACTS = tuple(
    {word: index for index, words in enumerate(row.split("/")) for word in words.split()}
    for row in (
        "backed supported favoured favored approved for yes agreed/opposed rejected against no disagreed/"
        "abstained undecided unsure absent",
        "survived/died",
        "passed/failed",
        "convicted/acquitted cleared",
    )
)
_ACT = expression(r" (?:of them )?(?:(?:were|was|voted|said|had) )?([a-z]+)")
_BESIDE = 40  # code points behind the last part
_ANOTHER = expression(r"\b(?:first|second|another|other|also|later|earlier|next|last|one|then)\b")


def _acted(text: str, parts: list[Quantity]) -> bool:
    """True for "18 backed the merger, 15 opposed it and 11 abstained"."""
    if any(part.hedge or part.kind != "count" for part in parts):
        return False
    if _ANOTHER.search(text, parts[0].span.end, parts[-1].span.end + _BESIDE) is not None:
        return False
    said = [act.group(1) for part in parts if (act := _ACT.match(text, part.span.end)) is not None]
    return any(
        len(parts) == len(said) == len({row[act] for act in said if act in row}) and all(act in row for act in said)
        for row in _ACTS
    )
