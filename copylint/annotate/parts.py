"""Parts and wholes: which figures of a sentence are said to make up which other figure. Nothing is judged here.

A part is one of several that share nothing: men and women, gold and silver, a sum and "the remaining" sum. Classes "
    "that
may overlap (women and Britons) are no parts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.annotate.figures import Quantity
from copylint.annotate.quantities import counted, quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import flowed, flowed_folded, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression


class Sum(NamedTuple):
    """A whole and its parts in text order.

    exact: the parts are all there are, so that less is wrong as well as more. single: one part stands for itself, which
    only must not be more than the whole. remainder: the last part is what the others leave of the whole. shares: the
    whole is a hundred per cent, and no figure stands for it: `whole` is the first part.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    exact: bool
    single: bool = False
    remainder: bool = False
    shares: bool = False


# Classes of which nobody is in two: the words between two slashes are one class.
_FAMILIES = tuple(
    {word: index for index, words in enumerate(family.split("/")) for word in words.split()}
    for family in (
        "man men male males/woman women female females/child children/baby babies infant infants toddler toddlers",
        "man men/woman women/boy boys/girl girls",
        "adult adults grown-ups/child children minor minors/baby babies infant infants",
        "son sons/daughter daughters",
        "brother brothers/sister sisters",
        "boy boys/girl girls",
        "soldier soldiers troops/civilian civilians/policeman policemen/rebel rebels militant militants insurgent "
        "insurgents "
        "gunman gunmen attacker attackers bomber bombers",
        "passenger passengers/crew/pilot pilots",
        "student students pupil pupils/teacher teachers/parent parents",
        "republican republicans/democrat democrats/independent independents",
        "conservative conservatives tory tories/labour/liberal liberals/green greens/independent independents",
        "gold golds/silver silvers/bronze bronzes",
        "win wins victory victories/draw draws tie ties/loss losses defeat defeats",
        "vote/abstention abstentions",
        "car cars/lorry lorries truck trucks/bus buses/van vans/motorcycle motorcycles",
        "cat cats/dog dogs/horse horses/cow cows/sheep/goat goats/pig pigs",
        "novel novels/play plays/poem poems",
        "briton britons/american americans/canadian canadians/australian australians/german germans/frenchman "
        "frenchmen/"
        "italian italians/spaniard spaniards/russian russians/ukrainian ukrainians/pole poles/indian indians/"
        "pakistani pakistanis/israeli israelis/palestinian palestinians/syrian syrians/turk turks/iraqi iraqis/"
        "iranian iranians/mexican mexicans/brazilian brazilians/nigerian nigerians/kenyan kenyans/swede swedes/dane "
        "danes/"
        "norwegian norwegians/finn finns/greek greeks/afghan afghans/egyptian egyptians",
    )
)  # fmt: skip
_CLASSES = frozenset(word for family in _FAMILIES for word in family)
_PEOPLE = frozenset(
    "people persons victims passengers patients casualties students pupils members suspects survivors workers "
    "employees "
    "migrants refugees hostages prisoners detainees deaths players candidates lawmakers senators councillors jurors "
    "guests "
    "tourists villagers residents family relatives pilgrims demonstrators protesters children grandchildren "
    "siblings fighters "
    "bodies judges officers staff dead wounded injured crew men women soldiers teachers miners sailors climbers "
    "runners "
    "delegates recruits volunteers actors dancers singers tenants nurses doctors firefighters".split()
)
_THINGS = frozenset("games matches medals vehicles animals books works fixtures bouts".split())
_WHOLE = _PEOPLE | _THINGS
_STAFF = frozenset("people staff workers employees jobs".split())
_OF_NUMBER = expression(
    r"of (?:the |its |their |his |her |those |a total of )?(?:other |first |remaining )?(?:[$£€]?[0-9]|"
    r"(?:two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b)"
)
# What is given out once: nobody's share is another's too.
_DEALT = frozenset(
    "seats votes jobs shares deaths cases medals homes houses flats tickets places arrests goals points".split()
)
# What stands between a whole's noun and its parts.
_INTRODUCED = expression(
    r"(?P<middle>[^,;:–—(.\d]{0,60}?)(?:, (?:all )?(?:and )?|: ?| ?[–—] ?| -- ?| \()"
    r"(?P<including>including |among them |of whom |of them |made up of |comprising |consisting of )?(?:only |just )?"
)
_LINK = expression(r",? (?:and|plus|as well as) |, (?:and )?|,? and (?:the )?|; (?:and )?")
_GROUP = expression(
    r"\b(?:jury|panel|party|group|team|crew|family|squad|class|committee|board|cast|choir|gang|commission|cabinet|"
    r"council) of $"
)
_OF_THEM = expression(r" (?:of (?:them|whom)(?: were| are)?|were|are) ([a-z]+)")
_OF = expression(r" of (?:the|its|their|his|her|those) (?:other |first |remaining )?$")
_LONGEST = 600  # code points of a sentence that is read
_INCLUDING = ("including", "whom", "comprising", "consisting")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
)
# Words that stand beside a total or a remainder, with what makes them one.
_TOTALLING = {
    "all": ("in all",), "total": ("a total of", "in total"), "altogether": ("altogether",),
    "remaining": ("the remaining", "remaining "), "other": ("the other ",), "rest": ("the rest, ",),
}  # fmt: skip


@reading
def sums(document: Document) -> tuple[Sum, ...]:
    """The wholes that are printed with their parts, in text order."""
    found: dict[tuple[Span, Span], Sum] = {}
    text = flowed(document)
    for sentence, reads in sorted(_candidates(document).items()):
        if "shares" in reads:
            for one in _shares(document, text, sentence):
                found.setdefault((one.whole.span, one.parts[1].span), one)
        counts = [
            one._replace(kind="count") if one.kind == "points" else one
            for one in quantities_in(document, sentence)
            if one.kind in ("count", "money", "points") and not one.year and not one.joined
        ]
        for read in sorted(reads - {"shares"}):
            for one in _READERS[read](document, text, sentence, counts):
                found.setdefault((one.whole.span, one.parts[0].span), one)
    return tuple(found[key] for key in sorted(found))


def _candidates(document: Document) -> dict[Span, set[str]]:
    """The sentences that have the words of a sum beside a number, and the readers that they are for."""
    text = flowed_folded(document)
    stand = token_set(document)
    found: dict[Span, set[str]] = {}
    classes = stand & _CLASSES
    if len(classes) > 1:  # with one class there is nothing to add up
        for word in sorted(classes):
            _mark(document, text, f" {word}", "classes", found, before=True)
    for word in sorted(stand & _STAFF):
        _mark(document, text, f" {word}, ", "classes", found, before=True)
    for word in _INCLUDING:
        if word in stand:
            _mark(document, text, f"{word} ", "classes", found, before=False)
    for word, phrases in _TOTALLING.items():
        if word in stand:
            for phrase in phrases:
                read = "total" if word in ("all", "total", "altogether") else "rest"
                _mark(document, text, phrase, read, found, before=phrase in ("in all", "altogether"))
                if phrase == "in total":
                    _mark(document, text, phrase, read, found, before=True)
    if text.count("%") > 1 or (text.count("per cent") + text.count("percent")) > 1:
        _mark_shares(document, text, found)
    for match in _OF_NUMBER.finditer(text):
        at = match.start()
        before = text[max(0, at - 12) : at].split()
        if at == 0 or text[at - 1] in '\n“"' or text[at - 2] in '.!?”"':
            reads = {"dealt", "rest"}
        elif before and (before[-1][-1].isdigit() or before[-1] in _NUMBERS):
            reads = {"of"}
        else:
            continue
        sentence = sentence_at(document, at)
        if sentence is not None and sentence.end - sentence.start < _LONGEST:
            found.setdefault(sentence, set()).update(reads)
    return found


def _mark(document: Document, text: str, phrase: str, read: str, found: dict[Span, set[str]], *, before: bool) -> None:
    at = text.find(phrase)
    size = len(phrase)
    while at >= 0:
        near = text[max(0, at - 16) : at].split()[-2:] if before else text[at + size : at + size + 18].split()[:2]
        if any(word[0] in "0123456789$£€" or word.strip(",.(").split("-")[0] in _NUMBERS for word in near):
            sentence = sentence_at(document, at + 1)
            if sentence is not None and sentence.end - sentence.start < _LONGEST:
                found.setdefault(sentence, set()).add(read)
        at = text.find(phrase, at + size)


def _mark_shares(document: Document, text: str, found: dict[Span, set[str]]) -> None:
    """Sentences with two or more percentages."""
    counts: dict[Span, int] = {}
    for sign in ("%", "per cent", "percent"):
        at = text.find(sign)
        while at >= 0:
            sentence = sentence_at(document, at)
            if sentence is not None and sentence.end - sentence.start < _LONGEST:
                counts[sentence] = counts.get(sentence, 0) + 1
            at = text.find(sign, at + 1)
    for sentence, count in counts.items():
        if count > 1:
            found.setdefault(sentence, set()).add("shares")


def _classes(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "12 people, including eight men and five women"."""
    inner = 0  # where the last list of parts ends: what stands in it is no whole of its own
    for index, whole in enumerate(counts):
        if whole.span.start < inner or whole.kind != "count":
            continue
        noun = counted(document, whole)
        if _GROUP.search(text, sentence.start, whole.span.start) is not None:
            noun = Span(whole.span.start, whole.span.end), "people"
        if noun is None:
            continue
        head = noun[1]
        if head not in _WHOLE:
            continue
        listed = _listed(document, text, whole, noun[0].end, head, counts[index + 1 :])
        if listed is not None:
            inner = listed.parts[-1].span.end
            if not whole.hedge or listed.single:
                yield listed


def _listed(
    document: Document, text: str, whole: Quantity, noun_end: int, head: str, counts: list[Quantity]
) -> Sum | None:
    lead = _INTRODUCED.match(text, noun_end, noun_end + 90)
    if lead is None or _JOINED.search(lead.group("middle")):
        return None
    family, parts = _members(document, text, lead.end(), counts)
    if not parts or (family is not None and head in family and not (head in ("children", "men") and "sons" in family)):
        return None
    quantities = tuple(quantity for quantity, _ in parts)
    including = lead.group("including")
    if len(parts) < 2:
        subset = including in ("including ", "among them ", "of whom ", "of them ")
        if not subset or whole.hedge not in ("", "more than", "over", "up to", "as many as"):
            return None
        return Sum(whole, quantities, exact=False, single=True)
    if whole.hedge or family is None:
        return Sum(whole, quantities, exact=False)
    exact = including in (None, "made up of ", "comprising ", "consisting of ")
    closed = _CLOSED.match(text, parts[-1][1]) is not None
    return Sum(whole, quantities, exact=exact and closed)


_JOINED = expression(r"\b(?:and|but|while)\b")
_CLOSED = expression(r" ?[.;)—–]|$|\n|, (?:have|has|were|was|are|is|will|had)\b")
_ALONE = expression(r"(?P<one>an?|one) (?P<noun>[a-z]+)\b")
_PLACED = expression(r" (?:people |staff |jobs |workers )?(?P<noun>in [A-Z]\w+)")


def _members(
    document: Document, text: str, at: int, counts: list[Quantity]
) -> tuple[dict[str, int] | None, list[tuple[Quantity, int]]]:
    """The parts that stand one after another from an offset on, each with the end of its noun, and the family that
    they are of (None: parts told by their place). No parts if they may overlap."""
    items: list[tuple[Quantity, int, str]] = []
    starts = {quantity.span.start: quantity for quantity in counts}
    while True:
        quantity = starts.get(at)
        if quantity is not None:
            placed = _PLACED.match(text, quantity.span.end)
            noun = (Span(*placed.span("noun")), placed.group("noun")) if placed else _part(document, text, quantity)
            if noun is None or quantity.hedge not in ("", "only", "just", "exactly"):
                return None, []
            items.append((quantity, noun[0].end, noun[1]))
        else:
            alone = _ALONE.match(text, at)
            if alone is None:
                break
            span = Span(*alone.span())
            one = Quantity(span, Span(*alone.span("one")), 1.0, 1.0, 1.0, "count", words=True)
            items.append((one, span.end, alone.group("noun")))
        link = _LINK.match(text, items[-1][1])
        if link is None:
            break
        at = link.end()
    nouns = [noun for _, _, noun in items]
    parts = [(quantity, end) for quantity, end, _ in items]
    if nouns and all(noun.startswith("in ") for noun in nouns):
        return None, (parts if len(set(nouns)) == len(nouns) > 1 else [])
    for family in _FAMILIES:
        classes = [family[noun] for noun in nouns if noun in family]
        if len(classes) == len(set(classes)) == len(nouns):
            return family, parts
    return None, []


def _part(document: Document, text: str, quantity: Quantity) -> tuple[Span, str] | None:
    """The noun of a part: "five women", "five of them women", "12 are women"."""
    among = _OF_THEM.match(text, quantity.span.end)
    if among is not None:
        return Span(*among.span(1)), among.group(1)
    return counted(document, quantity)


def _of(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "nine of the eight judges"."""
    for part, whole in itertools.pairwise(counts):
        gap = text[part.span.end : whole.span.start]
        if _OF.fullmatch(gap) and not whole.hedge and part.value < 1000:
            noun = counted(document, whole)
            if noun is not None and (noun[1].endswith("s") or noun[1] in _WHOLE):
                yield Sum(whole, (part,), exact=False, single=True)


_OPENS = expression(r"Of (?:the |its |their |his |her |those |a total of )?$")
_NOTHING_COUNTED = expression(r"[.,;)]|$| and\b| each\b| in\b| to\b| for\b| at\b| from\b")


def _dealt(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "Of the 100 seats, A won 48, B 40 and C 22"."""
    if len(counts) < 3:
        return
    whole = counts[0]
    if _OPENS.fullmatch(text[sentence.start : whole.span.start]) is None or whole.hedge:
        return
    noun = counted(document, whole)
    if noun is None:
        return
    parts = counts[1:]
    if noun[1] in _WHOLE and (family := _stated(document, text, parts)):
        yield Sum(whole, family, exact=False)
    elif noun[1] in _DEALT and all(
        not part.hedge and part.kind == "count" and _NOTHING_COUNTED.match(text, part.span.end) for part in parts
    ):
        gaps = [text[one.span.end : other.span.start] for one, other in itertools.pairwise(parts)]
        if all(re.fullmatch(r"(?: in [A-Z]\w+)?,? (?:and )?(?:the )?(?:[A-Z][\w’'-]* ?){1,4}", gap) for gap in gaps):
            yield Sum(whole, tuple(parts), exact=False)


def _stated(document: Document, text: str, parts: list[Quantity]) -> tuple[Quantity, ...]:
    nouns = [_part(document, text, part) for part in parts]
    heads = [noun[1] for noun in nouns if noun is not None]
    if len(heads) != len(parts) or any(part.hedge for part in parts):
        return ()
    for family in _FAMILIES:
        classes = [family[head] for head in heads if head in family]
        if len(classes) == len(set(classes)) == len(heads):
            return tuple(parts)
    return ()


_IN_ALL = expression(r"(?: [a-z]+){0,2},? (?:in all|altogether|in total)\b")
_TOTAL_OF = expression(
    r"(?:\b(?:a|for a|making a|giving a|or a) total of|(?:in|altogether) total|a combined)(?: of)? $"
)
_GAP_ITEM = expression(r"(?: [\w’'-]+){0,4}?(?:,|,? and|;|,? plus)(?: (?:and |plus )?(?:[\w’'-]+ ){0,3}| )")
_BEFORE_TOTAL = expression(
    r"(?: [\w’'-]+){0,4} ?(?:[,:;]|—|–|--| \(| -)(?: (?:and|or|making|which makes|for|giving))? ?(?:a total of |"
    r"altogether |in total |a combined total of )?"
)
_UNLIKE = expression(
    r"\b(?:aged?|lost|drew|conceded|minus|less|but|against|after|before|from|between|for|since|until|by|at|minutes|"
    r"per)\b"
)


def _total(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "A 3, B 4 and C 5: 13 in all"."""
    for index, whole in enumerate(counts):
        if index < 2 or whole.hedge:
            continue
        after = _IN_ALL.match(text, whole.span.end)
        if after is None and _TOTAL_OF.search(text, sentence.start, whole.span.start) is None:
            continue
        if _BEFORE_TOTAL.fullmatch(text[counts[index - 1].span.end : whole.span.start]) is None:
            continue
        if re.search(r"\band an? ", text[counts[index - 1].span.end : whole.span.start]):
            continue  # "and an independent, ten in all": one more that no number tells
        first = index - 1
        while first and _GAP_ITEM.fullmatch(text[counts[first - 1].span.end : counts[first].span.start]):
            first -= 1
        parts = counts[first:index]
        if len(parts) < 2 or any(part.hedge or (part.kind, part.unit) != (whole.kind, whole.unit) for part in parts):
            continue
        inside = text[parts[0].span.end : whole.span.start]
        if _UNLIKE.search(inside) or (len(parts) == 2 and ":" not in inside and after is None and "," not in inside):
            continue
        if first and text[counts[first - 1].span.end : parts[0].span.start].count(" ") < 2:
            continue
        if any(one.scale != whole.scale for one in parts):
            continue
        if not _one_kind(document, text, whole, parts):
            continue
        yield Sum(whole, tuple(parts), exact=True)


def _one_kind(document: Document, text: str, whole: Quantity, parts: list[Quantity]) -> bool:
    """False if the total counts another thing than the parts: "won three and lost one, a total of 11 points"."""
    noun = counted(document, whole)
    heads = {found[1] for part in parts if (found := _part(document, text, part)) is not None}
    if noun is None or noun[1] in ("all", "total", "altogether") or not heads:
        return True
    if noun[1] in heads or noun[1] in _WHOLE:
        return True
    return bool(heads <= _CLASSES)


_REMAINING = expression(r"\b(?P<word>the remaining|remaining|the other|the rest,) (?:some )?$")
_SPLIT = expression(
    r"\b(?:split|divided|shared|of which|went to|will go|goes to|go to|spent|given|allocated|came from|come from)\b"
)
_OF_WHOLE = expression(r"\b[Oo]f (?:the |its |their |his |her |those |a total of |that )?$")


def _rest(document: Document, text: str, sentence: Span, counts: list[Quantity]) -> Iterator[Sum]:
    """ "Of the £2m, £1.4m goes to A and the remaining £600,000 to B"."""
    for index, last in enumerate(counts):
        lead = _REMAINING.search(text, sentence.start, last.span.start)
        if lead is None or index < 2:
            continue
        whole = counts[0]
        parts = counts[1 : index + 1]
        told = _OF_WHOLE.search(text, sentence.start, whole.span.start) is not None
        if not told and (
            lead.group("word") == "the other" or _SPLIT.search(text, whole.span.end, parts[0].span.start) is None
        ):
            continue
        if whole.hedge or any(part.hedge or (part.kind, part.unit) != (whole.kind, whole.unit) for part in parts):
            continue
        if whole.kind == "count" and any(
            (noun := counted(document, part)) is not None
            and noun[1] not in ("jobs", (counted(document, whole) or ("", ""))[1])
            for part in parts
        ):
            continue
        if any(part.value >= whole.value for part in parts):
            continue
        yield Sum(whole, tuple(parts), exact=True, remainder=True)


# Answers of which everybody gives one: a class each.
_ANSWERS = (
    expression(
        r"\b(?:(?:said|answered|voted|say|vote|for|chose) (?:yes|for)|in favou?r|for (?:it|the)|support\w*|"
        r"approv\w*|agreed?|"
        r"back(?:s|ed)?|to stay|to remain|satisfied|yes)\b"
    ),
    expression(
        r"\b(?:(?:said|answered|voted|say|vote|chose) (?:no|against)|against|oppos\w*|disapprov\w*|disagreed?|"
        r"reject\w*|to leave|"
        r"dissatisfied|unsatisfied|no)\b"
    ),
    expression(
        r"\b(?:(?:did|do|does)(?: not|n't|n’t) know|undecided|unsure|not sure|uncertain|no opinion|abstain\w*|neither|"
        r"don['’]t knows?|no answer|declined)\b"
    ),
)
_WHOSE = expression(
    r"\b(?:of (?!those|respondents|voters|them|people|adults|members|residents|all|the (?:votes?|vote|members|"
    r"voters|people|"
    r"respondents|public|total|remaining))|among|men|women|up from|down from|compared|against \d|last|than|if|when|"
    r"while|in "
    r"[A-Z]|more|also|both|either|respondents could|to \d)"
)
_VOTES = expression(r"\b(?:votes?|elections?|polls?|ballots?|seats|electorate|share)\b")
_TOOK = expression(r"\b(?:took|won|got|gets?|wins?|takes?|received|polled|had|has|with|on)\b")
_PARTY_GAP = expression(
    r"(?: of the votes?)?(?: (?:and|with|while))?,? ?(?:and |with |to )?(?:the |"
    r"for (?:the )?)?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|the|of))"
    r"{0,4},? (?:on |with |took |won |got |had |received |at )?$"
)
_MADE_OF = expression(
    r"\b(?:made (?:up )?of|consist\w* of|compris\w+|contain\w*|a (?:mix|mixture|blend|"
    r"split) of)[ :]+(?:about )?$"
)
_STUFF_GAP = expression(r" [a-z-]+(?: [a-z-]+)?,? ?(?:and )?$")


def _shares(document: Document, text: str, sentence: Span) -> Iterator[Sum]:
    """ "45% said yes, 40% said no and 25% did not know": classes of one whole, all in one sentence."""
    shares = [one for one in quantities_in(document, sentence) if one.kind == "percent"]
    if not 1 < len(shares) < 9 or any(one.joined or one.hedge not in ("", "about", "some", "just") for one in shares):
        return
    first, last = shares[0], shares[-1]
    gaps = [text[one.span.end : other.span.start] for one, other in itertools.pairwise(shares)]
    tail = text[last.span.end : min(sentence.end, last.span.end + 60)]
    if len(shares) > 2:
        lead = text[sentence.start : first.span.start]
        party = all(_PARTY_GAP.fullmatch(gap) for gap in gaps) and _TOOK.search(lead) and _VOTES.search(lead + tail)
        stuff = all(_STUFF_GAP.fullmatch(gap) for gap in gaps) and _MADE_OF.search(lead)
        if party or stuff:
            yield Sum(first, tuple(shares), exact=False, shares=True)
            return
    classes: list[int] = []
    for piece in (*gaps, tail.split(";")[0].split(".")[0]):
        told = [index for index, answer in enumerate(_ANSWERS) if answer.search(piece.lower())]
        if 1 in told:
            told = [1]  # "voted against the bill", "disagreed"
        if len(told) != 1 or _WHOSE.search(piece):
            return
        classes.append(told[0])
    if len(set(classes)) == len(classes):
        yield Sum(first, tuple(shares), exact=False, shares=True)


_READERS = {"classes": _classes, "of": _of, "dealt": _dealt, "total": _total, "rest": _rest}
