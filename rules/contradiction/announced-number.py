"""A number announced and another number told: three reasons, and then two; the two men: A, B and C."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, flowed_folded, marks, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_WORDS = expression("[a-z]+")
_COUNTED = ("two", "three", "four", "five", "six")  # of people or things that are named
# What is announced and then gone through one by one.
_POINTS = frozenset(
    "reasons aims goals options choices questions problems steps conditions demands proposals points lessons stages "
    "phases ways factors changes measures mistakes arguments scenarios priorities tests rules principles "
    "recommendations findings charges explanations possibilities obstacles targets objectives causes complaints "
    "concerns promises pledges ideas answers advantages drawbacks themes".split()
)
_PEOPLE = frozenset(
    "men women brothers sisters children sons daughters suspects winners victims finalists candidates defendants "
    "survivors teenagers boys girls students pupils officers soldiers climbers nominees astronauts players founders "
    "owners ministers cities towns villages countries states counties clubs teams firms companies banks airlines "
    "schools hospitals roads streets stations islands parks songs films books albums venues".split()
)
_COLLECTIVES = {"duo": 2, "pair": 2, "trio": 3, "quartet": 4, "quintet": 5}
_TOGETHER = frozenset(_COLLECTIVES)  # a set meets another far sooner than the keys of a table do
_ANNOUNCING = _TOGETHER | frozenset(_NUMBERS)
_ORDINALS = (
    ("first", "firstly"), ("second", "secondly"), ("third", "thirdly"), ("fourth", "fourthly"), ("fifth", "fifthly"),
    ("sixth", "sixthly"), ("seventh",), ("eighth",), ("ninth",), ("tenth",),
)  # fmt: skip
# Words that may bring in the last of several without its number.
_CLOSING = frozenset(
    "finally last lastly final ultimately another other others also besides moreover additionally furthermore "
    "remaining plus latter lesser next then".split()
)
_REACH = 2500  # code points that are read after the announcement


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    if stand.isdisjoint(_ANNOUNCING):
        return
    if "first" in stand or "firstly" in stand:
        points = stand & _POINTS
        if points and ("second" in stand or "secondly" in stand):
            yield from _gone_through(document, points)
    yield from _together(document)
    if stand.isdisjoint(_COUNTED):
        return
    if ":" in document.text:
        yield from _after_colon(document)
    people = stand & _PEOPLE
    if people:
        yield from _named(document, people)
    if not marks(document).isdisjoint(_DASHES):
        yield from _between_dashes(document, people)


def _gone_through(document: Document, points: frozenset[str]) -> Iterator[Match]:
    text = flowed_folded(document)
    for noun in sorted(points):
        for at in occurrences(document, f" {noun}"):
            before = _COUNT.search(text, max(0, at - 30), at)
            if (
                before is not None
                and _ANNOUNCED.match(text, at + 1 + len(noun))
                and text[before.start() - 7 : before.start()]
                not in (
                    " of the ",
                    "of the ",
                )
            ):
                yield from _told(document, text, before, noun, at + 1 + len(noun))


_COUNT = expression(
    r"(?<![\w-])(?<!\bor )(?<!\bto )(?P<number>two|three|four|five|six|seven|eight|nine|ten)(?: (?:main|key|big|good|different|simple|"
    r"possible|separate|specific|broad|new|major|basic|chief|important|clear))?$"
)
_ANNOUNCED = expression(
    r"(?: (?:for|to|why|that|in|of|he|she|it|they|said|on|ahead|before|now|at|behind|"
    r"against)\b[^.:?!]{0,90})?[.:?!]”?\s"
)
_OPENER = r"(?:(?<=[.!?:;”\"] )|(?<=\n))(?:“)?(?:and )?"


@cache
def _opener(ordinal: int) -> re.Pattern[str]:
    forms = "|".join(sorted(_ORDINALS[ordinal], key=len, reverse=True))
    return compiled(_OPENER + rf"(?:the |a )?(?P<word>{forms})(?:,|:| is | was | (?P<noun>[a-z]+) (?:is|was) )")


def _told(document: Document, text: str, count: re.Match[str], noun: str, after: int) -> Iterator[Match]:
    announced = _NUMBERS[count.group("number")]
    end = min(len(text), after + _REACH)
    places: list[Span] = []
    at = after
    for ordinal in range(len(_ORDINALS)):
        found = _opener(ordinal).search(text, at, end)
        if found is None:
            break
        if len(places) >= announced and found.group("noun") and not noun.startswith(found.group("noun")[:-1]):
            break  # "a third meeting is planned"
        places.append(Span(*found.span("word")))
        at = found.end()
    if len(places) < 2 or len(places) == announced:
        return
    if places[0].start - after > 400:
        return  # the first of something else
    if len(places) < announced:
        rest = set(_WORDS.findall(text[places[1].end : end]))
        forms = {form for ordinal in _ORDINALS[len(places) : announced] for form in ordinal}
        if rest & forms or rest & _CLOSING or any(number in rest for number in ("three", "one")):
            return
    elif text[places[announced].start - 2 : places[announced].start] == "\n\n":
        return
    original = flowed(document)
    yield Match(
        Span(*count.span("number")),
        tuple(Evidence(place, original[place.start : place.end]) for place in places),
        slots={"told": str(len(places))},
    )


_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Capt|Col|Gen|Lt|Maj|Prof|Rep|Rev|Sen|Sgt)\.? )?[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'-]+|[A-Z]\.|de|van|von|al|bin|der|la)){0,3}"
_ITEM = rf"{_NAME}(?:,? (?:aged )?\d\d?|,? \(?\d\d?\)?)?"


@cache
def _list() -> re.Pattern[str]:
    return compiled(
        rf"(?P<items>{_ITEM}(?:,? ?,? {_ITEM}){{0,9}}?,? and {_ITEM})(?P<close>,| --? | [–—] |\.|\n|$|;| (?:have|"
        rf"were|are|had|was)\b)"
    )


_LEAD = expression(
    r"(?: (?:arrested|killed|hurt|injured|charged|held|shot|named|found|missing|in the dock|on the shortlist))?"
    r"(?:(?P<dash> [-–—]{1,2})|(?P<colon> were named as| have been named as| were identified as| are named as| are|"
    r" were)|(?P<comma>,)) (?=[A-ZÀ-Þ])"
)
_THE = expression(r"(?:^|[\s“(])(?:[Tt]he|[Aa]ll|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|"
    r"[Ii]ts)? ?(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)"
                  r"(?: [a-z]+)?$")  # fmt: skip
_OF = expression(
    r"(?:of|[Aa]mong|[Bb]etween|[Bb]esides|than|[Ll]ike|[Ww]ith|other) (?:the |these |those |his |her |their |its )?$"
)
_AGED = expression(r",? (?:aged )?\(?\d\d?\)?(?=,| and|$)")
_ONE_MORE = expression(r",? (?:and|plus|as well as|along with) ")
_SPLIT = expression(r",? and |, ")


def _named(document: Document, people: frozenset[str]) -> Iterator[Match]:
    text = flowed(document)
    for noun in sorted(people):
        for at in occurrences(document, f" {noun}"):
            end = at + 1 + len(noun)
            lead = _LEAD.match(text, end, end + 40)
            count = _THE.search(text, max(0, at - 26), at) if lead is not None else None
            if lead is not None and count is not None:
                yield from _listed(text, _announced(count), lead.end(), lead.group().strip())


def _together(document: Document) -> Iterator[Match]:
    text = flowed(document)
    for noun in sorted(token_set(document) & _TOGETHER):
        for at in occurrences(document, f" {noun}"):
            place = Span(at + 1, at + 1 + len(noun))
            lead = _LEAD.match(text, place.end, place.end + 40)
            if lead is not None and text[max(0, at - 3) : at].lower() == "the":
                yield from _listed(text, (place, _COLLECTIVES[noun]), lead.end(), lead.group().strip())


def _announced(count: re.Match[str]) -> tuple[Span, int]:
    """The place of a number in words, and what it is."""
    return Span(*count.span("number")), _NUMBERS[count.group("number").lower()]


_PLURAL = expression(
    r"(?:^|[\s“(])(?:[Tt]he |[Hh]is |[Hh]er |[Tt]heir |[Ii]ts |[Aa]ll )?(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|"
    r"[Ss]ix) (?:[a-z-]+ )?"
    r"(?:[a-z]+s|men|women|children|people)(?: (?:arrested|killed|hurt|injured|charged|held|shot|involved))?$"
)

_PARTS_OF_PLURAL = ("wo ", "hree ", "our ", "ive ", "ix ")  # one of which is in each

_TIMES = expression(r"\b(?:minute|hour|day|week|month|quarter|year|decade)s\b")
_STEPS = ("First,", "One,", "Either ")  # what is told is gone through, not listed


def _after_colon(document: Document) -> Iterator[Match]:
    text = flowed(document)
    at = text.find(":")  # a mark alone is found many times faster than a mark and a space
    while at >= 0:
        first = text[at + 2 : at + 3] if text[at + 1 : at + 2] == " " else ""
        if first.isupper() or (first.isalpha() and text[at - 1 : at] == "s"):
            lead = text[max(0, at - 50) : at]
            count = _PLURAL.search(text, max(0, at - 50), at) if any(map(lead.__contains__, _PARTS_OF_PLURAL)) else None
            if count is None and first.isupper():
                count = _told_of(text, at)
            if count is not None and not (_TIMES.search(count.group()) or text.startswith(_STEPS, at + 2)):
                if first.isupper():
                    yield from _listed(text, _announced(count), at + 2, ":")
                else:
                    yield from _alike(text, count, at + 2)
        at = text.find(":", at + 1)


_DASHES = ("–", "—")


def _between_dashes(document: Document, people: frozenset[str]) -> Iterator[Match]:
    """ "Four divers — A, B, C, D and E — were": of anybody that is not told of already."""
    text = flowed(document)
    for dash in _DASHES:
        for at in occurrences(document, f" {dash} ", text):
            if text[at + 3 : at + 4].isupper():
                count = _PLURAL.search(text, max(0, at - 50), at)
                if count is None or count.group().rpartition(" ")[2] in people or _OFTEN.search(count.group()):
                    continue
                if not _TIMES.search(count.group()):
                    yield from _whole_names(_listed(text, _announced(count), at + 3, dash))


def _whole_names(found: Iterable[Match]) -> Iterator[Match]:
    """The lists of which each item is a name of two words: of others, what is one item is not told."""
    for match in found:
        if all(" " in item for item in _SPLIT.split(match.evidence[0].label)):
            yield match


_SAID = expression(
    r"(?:[^.,]{0,40}, |There (?:are|were|have been) )?(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) "
    rf"(?:other )?(?:[a-z-]+ )??(?:{'|'.join(sorted(_PEOPLE))}|people)(?P<told>(?: [a-z-]+){{1,9}})"
)
_MANY = expression(
    r"\b(?:(?!was|has|is|as|his|its|this|court-?s|[a-z]*ss)\b[a-z-]+s|women|men|people|children|or|and|of|between|"
    r"among|one|two|three|four|five|six)\b"
)


def _told_of(text: str, colon: int) -> re.Match[str] | None:
    """ "Two people have been charged with the murder: A, B and C": the count of people of whom a clause tells before the
    colon, in which there is nothing else that there may be many of."""
    low = max(0, colon - _CLAUSE)
    start = max(text.rfind(". ", low, colon) + 2, text.rfind("\n", low, colon) + 1)
    if low and start < low:
        return None
    count = _SAID.fullmatch(text, start if start > 1 else 0, colon)
    return None if count is None or _MANY.search(count.group("told")) else count


_EARLIER = expression(r"\b(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) [a-z][^.:;!?\n]*\Z")
_CLAUSE = 110  # code points of the clause before a colon
_ONE_SENTENCE = expression(r"(?P<items>[a-z][^.:;!?\n“\"()–—0-9]{3,240}[a-z])(?:\.(?= [A-Z“]|\n|$)|$|\n\n)")
_SAYS = expression(r"(?!to )[\w’' -]{2,40} (?:said|says|told [\w’' -]{2,30}|added|wrote|argued)")
_ARTICLES = frozenset("a an the his her its their my our your".split())
_PARTED_BY = expression(r",? and |, (?:and )?")
_NO_ITEM = expression(r"\b(?:or|nor|plus|one|two|three|four|five|six|seven|eight|nine|ten|both|all|each)\b")
_OFTEN = expression(r"\b(?:counts|charges|offences|offenses|crimes|goals|medals|titles|wins|cases)$")
_OF_SPEECH = expression(r"\b(?:words|letters|syllables|lines|sentences)$")
_DONE = expression(r"\b(?:[a-z]+(?:ed|en|lt)|done|said|made|read)(?: in)? $")


def _alike(text: str, count: re.Match[str], start: int) -> Iterator[Match]:
    """ "Four plants: a fern, a moss and a lily": items that all begin with an article or the like, or with "to", or are one
    word each. Where they are not alike, "and" may stand within one."""
    found = _ONE_SENTENCE.match(text, start)
    if found is None or _NO_ITEM.search(found.group("items")) or _OF_SPEECH.search(count.group()):
        return
    items = _PARTED_BY.split(found.group("items"))
    if len(items) > 2 and items[0].startswith("to ") and _SAYS.fullmatch(items[-1]):
        items = items[:-1]  # ", the minister said"
    openings = {item.partition(" ")[0] for item in items}
    if not (openings <= _ARTICLES or openings == {"to"} or not any(" " in item for item in items)):
        return
    number, announced = _announced(count)
    if count.group().endswith(" ways") and _DONE.search(text, max(0, number.start - 20), number.start):
        return  # "a thing written two ways: dates, money and names"
    if len(items) < announced and openings != {"to"} and _OFTEN.search(count.group()):
        return  # "four counts: theft, fraud and arson"
    # Twice as many may be two names of each: "two leagues: the East and the West, the old and the new".
    if len(items) < 2 or len(items) in (announced, 2 * announced) or len(set(items)) < len(items):
        return
    if _OF.search(text, max(0, number.start - 20), number.start):
        return
    place = Span(*found.span("items"))
    yield Match(number, (Evidence(place, text[place.start : place.end]),), slots={"told": str(len(items))})


def _listed(text: str, count: tuple[Span, int], start: int, lead: str) -> Iterator[Match]:
    number, announced = count
    if _OF.search(text, max(0, number.start - 20), number.start):
        return
    found = _list().match(text, start)
    if found is None or text.startswith(";", found.end("items")):
        return  # "five sections: Health and Home; Work and Pay; …"
    bare = _AGED.sub("", found.group("items"))
    items = _SPLIT.split(bare)
    many = _EARLIER.search(text, max(0, number.start - _CLAUSE), number.start)
    if many is not None and _NUMBERS[many.group("number").lower()] == len(items):
        return  # "four members have served two full terms: A, B, C and D"
    ages = len(_AGED.findall(found.group("items")))
    if 0 < ages < len(items):
        return  # "Gin Park, 41, Los Angeles, and Heung Kim, 56": places between the names
    if len(items) == announced or len(items) != len(set(items)):
        return
    close = found.group("close").strip()
    if len(items) < announced and _ONE_MORE.match(text, found.end()):
        return  # "three children, Ada, 9, and Ben, 6, and a baby"
    if lead.endswith(","):
        if close not in (",", ".", ""):
            return
    elif lead[-1] in "-–—":
        if close not in ("-", "–", "—", "--"):
            return
    elif close == ",":
        return
    if len({" " in item for item in items}) > 1 and (" " in "".join(items[:-1]) or len(items) > announced):
        return  # "John Smith, Leeds, and Ann Lowe": places among the names; "Ada and Mary Quill" share theirs
    place = Span(*found.span("items"))
    yield Match(number, (Evidence(place, text[place.start : place.end]),), slots={"told": str(len(items))})


RULE = Rule(
    summary="A number announced, and another number told.",
    why="One was cut, added or joined to another after the number was written; the reader counts and is one short.",
    message="'{match}' is announced, but {told} follow.",
    check=check,
    severity="suggestion",
    quotations="skip",
    gate=Gate(words=(*_NUMBERS, *_COLLECTIVES)),
    examples=(
        Example(
            good="Since then four members have served two full terms: Ann Reed, Omar Diallo, Ruth Lowe and Mina Park.",
            why="The number of something else stands nearer.",
        ),
        Example(
            bad="The mayor gave <mark>three</mark> reasons. The <evidence>first</evidence> was cost. The "
            "<evidence>second</evidence> was time. The council meets again in May.",
        ),
        Example(
            bad="The plan has <mark>two</mark> aims. <evidence>First</evidence>, it wants cleaner air. "
                "<evidence>Second</evidence>, it "
            "wants fewer cars. <evidence>Third</evidence>, it saves money.",
        ),
        Example(
            bad="The law has <mark>two</mark> aims: <evidence>to cut waiting lists, to bring doctors back from abroad and to train "
            "more nurses, the minister told parliament</evidence>. The medal went to <mark>four</mark> divers — <evidence>Lina Haag, Piet "
            "Smit, Jo Vries, Daan Bakker and Els Mol</evidence> — who saved a boy."
        ),
        Example(
            good="The law has two aims: to cut waiting lists and to train nurses, the minister said. The medal went to four divers — Lina "
            "Haag, Piet Smit, Jo Vries and Els Mol — who saved a boy, and three goals — Ada Roe and Jo Lee — were scored."
        ),
        Example(bad="The <mark>two</mark> men were named as <evidence>Alan Brook, Carl Dean and Evan "
            "Frost</evidence>."),
        Example(bad="The <mark>three</mark> winners were <evidence>Ann Lowe and Bea Moss</evidence>."),
        Example(bad="The <mark>two</mark> brothers, <evidence>Adam, Ben and Carl</evidence>, run the shop."),
        Example(bad="She speaks <mark>four</mark> languages: <evidence>French, German and Italian</evidence>."),
        Example(bad="<mark>Three</mark> countries - <evidence>France, Spain, Italy and Greece</evidence> - signed."),
        Example(
            bad="She has <mark>four</mark> dogs: <evidence>a pug, a boxer and a beagle</evidence>. The bill has "
            "<mark>two</mark> aims: <evidence>to cut waste, to save fuel and to plant trees</evidence>."
        ),
        Example(
            bad="<mark>Two</mark> men have been charged with the murder: <evidence>Alan Brook, 24, Carl Dean, 31, and Evan "
            "Frost, 27</evidence>. There were <mark>four</mark> candidates for the post: <evidence>Ann Lowe, Bea Moss and Cy "
            "Orr</evidence>. They have <mark>three</mark> children, <evidence>Ella, 9, and Noah, 6</evidence>."
        ),
        Example(
            good="Three men have been charged with the murder: Alan Brook, 24, Carl Dean, 31, and Evan Frost, 27. Two men were "
            "held in raids on three towns: Ayr, Hull and York. They have three children, Ella, 9, and Noah, 6, and a baby."
        ),
        Example(bad="The <mark>trio</mark>, <evidence>Ann Lowe, Bea Moss, Cy Orr and Di Roe</evidence>, sang."),
        Example(
            good="She has four dogs: a pug, a boxer and two beagles. There are three ways: by air, sea or land. The bill has "
            "two aims: to cut waste, noise and dust, and to save fuel. He knows two leagues: the East and the West, the old "
            "and the new. The duo, Ann Lowe and Bea Moss, face four counts: theft, fraud and arson. They said two words: bread and butter. "
            "We found things that were written two ways: dates, money and names.",
            why="Items of several kinds; names said twice; how it was done.",
        ),
        Example(bad="It stars the <mark>three</mark> sisters, <evidence>Ada and Mary Quill</evidence>."),
        Example(good="She speaks four languages: French, German, Italian and English. One of the three cities: York."),
        Example(
            good="The mayor gave three reasons. The first was cost. The second was time. Finally, nobody wanted it. She told "
            "two stories with two aims. The first was to warn. The second was to please. A third story was cut.",
        ),
        Example(good="There are two reasons: cost and time. The first of three debates is on Monday; the second is "
            "in May."),
        Example(good="The two brothers, Adam and Ben, and their cousin, Carl, run the shop. Two of the three "
            "winners were Ann "
                "Lowe and Bea Moss."),
        Example(good="The two suspects, John Smith, Leeds, and Ann Lowe, Hull, and the two teams, Leeds, Hull's "
            "rivals, and York, "
                "met.", why="Places and descriptions among the names."),
        Example(good="Among the four victims were Alan Brook, 34, and Carl Dean, 41."),
        Example(good="The two men, Gin Ho Park, 41, Los Angeles, and Heung Kim, 56, Los Angeles, are charged."),
        Example(good="The two men, Alan Brook, 34, and Carl Dean, 41, both of Leeds, were held."),
        Example(
            good="Now two or three points on trade. Firstly, tariffs are high. Secondly, ports are full.",
            why="So many, or so many.",
        ),
        Example(
            good="The survey has five sections: Marriage and Family; Covid and Family Life; Policy and Support; Race and "
            "Family; Money.",
            why="Semicolons part the sections.",
        ),
    ),
)  # fmt: skip
