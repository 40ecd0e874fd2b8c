"""A place in an order that is none: the second-biggest city after Ayr and Hull, up to eighth from sixth, the fifth of
four sons."""

from __future__ import annotations

from copylint.annotate.number_words import ONES
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_ORDINALS = {
    **_PLACES, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_ORDINAL_WORDS = frozenset(_ORDINALS)
_SPELT = rf"(?:{'|'.join(ONES)}|[0-9]{{1,2}})"
_ORDINAL = rf"(?:first|{'|'.join(_ORDINALS)}|[1-9][0-9]?(?:st|nd|rd|th))(?![\w-])"
# Which way a word takes a place in an order.
_UP = ("rose", "rise", "rises", "climbed", "climb", "climbs", "jumped", "jump", "jumps", "leapt", "leap", "leaps", "up")
_DOWN = (
    "fell", "fall", "falls", "dropped", "drop", "drops", "slipped", "slip", "slips", "slid", "slide", "slides", "tumbled",
    "tumble", "tumbles", "down",
)  # fmt: skip
_WAYS = {**dict.fromkeys(_UP, -1), **dict.fromkeys(_DOWN, 1)}
_MOVED = expression(
    rf"\b(?P<way>{'|'.join(_WAYS)})(?: (?:up|down))?(?: (?P<by>{_SPELT}) (?:places?|spots?|positions?|rungs?))?,? (?:to (?P<to>{_ORDINAL})(?: place)? "
    rf"from (?P<from>{_ORDINAL})|from (?P<start>{_ORDINAL})(?: place)? to (?P<end>{_ORDINAL}))"
    r"(?! (?:grade|form|class|floor|gear|base|tier|quarter|half|centur\w+|percentile|round|division|year))"
)
_FROM = expression(rf" from {_ORDINAL}(?: place)?\Z")
_BACK, _AHEAD = 60, 40  # code points round "to fourth" in which the word of movement and the other place stand
_BASES = 3  # a runner moves up from first to third
_OF_SO_MANY = expression(
    rf" of (?:the |his |her |their |its )?(?P<number>{_SPELT})(?! (?:hundred|thousand|million|dozen|or|to)\b|[\w.,:/–-]+)"
)
_OF_SERIES = expression(
    rf" (?P<ordinal>{_ORDINAL})(?: and (?:last|final))? (?P<noun>(?!year|day|week|month)[a-z]{{3,}}) of (?:the|a|an|their|his|her|its|this) (?P<number>{_SPELT})-(?:(?P=noun)|part)\Z"
)
# "the first win since 1998, and the" before "second since 1998": of one thing.
_FIRST_SINCE = expression(
    r"\b(?:the|its|their|his|her|a|only|\w+[’']s?) (?P<ordinal>first|second|third|fourth|fifth)(?: [\w’'-]+){0,5} since "
    r"(?P<year>[12][0-9]{3})(?:,? (?:and|but|or)| –| -)(?: [a-z]+){0,3} (?:the|its|their|his|her|a|only) \Z"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:& )?(?:of |the |de |von |van )?[A-ZÀ-Þ][\w’'-]*){0,3}"
# "third-biggest lender in the region, behind only …"; "the second woman to hold the post, after …".
_RANKED = expression(
    r"(?:[- ](?:[a-z]+est|most [a-z-]+)(?: [\w’'-]+){0,9}?,? | (?:[a-z]+ ){1,2}to(?: [\w’'-]+){1,9}?, |"
    r" in (?:the|its|their) (?:\w+ )?(?:table|league|ladder|standings|group|pool|rankings?|medals?)(?: \w+)?,? )"
    r"(?:after|behind)(?P<only> only)? (?=[A-ZÀ-Þ]|the [A-ZÀ-Þ])"
)
_LIST = expression(
    rf"(?:the )?{_NAME}(?P<more>(?:, (?:the )?{_NAME})*)(?P<last>,? and (?:the )?{_NAME})?(?=[.;)\n]|, (?!and (?:the )?[A-Z])[a-z]|$)"
)
_ONE_NAME = expression(
    r"\b(?:Tobago|Herzegovina|Barbuda|Nevis|Grenadines|Pr[ií]ncipe|Spencer|Johnson|Gamble|Wear|Hove|Sons?|Moore|Noble|"
    r"Jerry|Wales|Ireland|Young|Poor|Co|Company|Corp|Corporation|Group|Inc|Ltd|PLC|plc|Bank)\b"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    behind = "after" in stand or "behind" in stand
    for word in sorted(_ORDINAL_WORDS & stand):
        size = len(word)
        for at in occurrences(document, word):
            if text.startswith(" of ", at + size):
                yield from _of_so_many(text, Span(at, at + size), _ORDINALS[word])
            elif text.startswith(" since ", at + size):
                yield from _since(text, Span(at, at + size))
            elif text.startswith(" to ", at - 4) and (
                text.startswith(" from ", at + size) or _FROM.search(text, max(0, at - _BACK), at - 4) is not None
            ):
                yield from _moved(text, at, word)
            if behind and word in _PLACES:
                yield from _judge(text, Span(at, at + size), _PLACES[word])
    if "places" in stand and "from" in stand:
        for at in occurrences(document, " places "):
            yield from _moved(text, at, " places ")
    if "series" in stand and not _ORDINAL_WORDS.isdisjoint(stand):
        for at in occurrences(document, " series"):
            yield from _in_series(text, at)


def _since(text: str, place: Span) -> Iterator[Match]:
    """ "the first win since 1998, and the second since 1998"."""
    first = _FIRST_SINCE.search(text, max(0, place.start - 2 * _BACK), place.start)
    if first is not None and text.startswith(f" since {first.group('year')}", place.end):
        told = f"'{first.group('ordinal')}' since {first.group('year')} before"
        yield Match(place, (Evidence(Span(*first.span("ordinal")), first.group("ordinal")),), slots={"told": told})


def _moved(text: str, at: int, found_by: str) -> Iterator[Match]:
    """ "climbed to fourth from third", "fell two places to ninth from sixth"; found by the ordinal, or by the places where
    that is in figures."""
    found = [one for one in _MOVED.finditer(text, max(0, at - _BACK), at + _AHEAD) if one.start() < at < one.end()]
    if not found:
        return
    moved = found[0]
    way = _WAYS[moved.group("way")]
    first, last = ("from", "to") if moved.group("to") else ("start", "end")
    if found_by == " places " and moved.group(last) in _ORDINALS:
        return
    start, end = (_place(moved.group(group)) for group in (first, last))
    if max(start, end) <= _BASES:
        return
    if (end - start) * way < 0:
        place, told = (
            Span(*moved.span(last)),
            f"{moved.group(first)} to {moved.group(last)} is a {'rise' if way > 0 else 'fall'}",
        )
    elif moved.group("by") and _number(moved.group("by")) != abs(end - start):
        place, told = Span(*moved.span("by")), f"{moved.group(first)} to {moved.group(last)} is {abs(end - start)}"
    else:
        return
    yield Match(place, (Evidence(Span(*moved.span(first)), moved.group(first)),), slots={"told": told})


def _of_so_many(text: str, place: Span, ordinal: int) -> Iterator[Match]:
    """ "the fifth of four sons"; but "a third of two"."""
    if text.endswith(("the ", " is ", " was "), 0, place.start):
        number = _OF_SO_MANY.match(text, place.end)
        if number is not None:
            yield from _judge_number(text, place, ordinal, Span(*number.span("number")))


def _in_series(text: str, at: int) -> Iterator[Match]:
    """ "the sixth match of the five-match series"."""
    series = _OF_SERIES.search(text, max(0, at - _BACK), at)
    if series is not None:
        place = Span(*series.span("ordinal"))
        yield from _judge_number(text, place, _place(series.group("ordinal")), Span(*series.span("number")))


def _judge_number(text: str, place: Span, ordinal: int, number: Span) -> Iterator[Match]:
    said = text[slice(*number)]
    if 1 < _number(said) < ordinal:
        yield Match(place, (Evidence(number, said),), slots={"told": f"there are {said}"})


def _place(said: str) -> int:
    return _ORDINALS.get(said) or (1 if said == "first" else int(said[:-2]))


def _number(said: str) -> int:
    return ONES.get(said) or int(said)


def _judge(text: str, place: Span, number: int) -> Iterator[Match]:
    ranked = _RANKED.match(text, place.end)
    named = _LIST.match(text, ranked.end()) if ranked is not None else None
    if ranked is None or named is None or (named.group("last") and _ONE_NAME.search(named.group())):
        return
    if named.group("more") and not named.group("last"):
        return  # "after Hull, Yorkshire"
    count = 1 + named.group("more").count(",") + bool(named.group("last"))
    if count == number - 1 or (count == 1 and not ranked.group("only")):
        return  # of several before it, the first may be told alone
    listed = Span(*named.span())
    yield Match(place, (Evidence(listed, named.group()),), slots={"told": f"{count} are named before it"})


RULE = Rule(
    summary="A place in an order that is none, or not the one that is left.",
    why=(
        "Behind two comes the third, of four none is the fifth, and who climbs from sixth is not eighth: one was added, left "
        "out or changed after the place was written."
    ),
    message="'{match}' here, but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=(*_ORDINALS, "places"),
        both=(
            Gate(
                words=("after", "behind", "from", "series"),
                pairs=tuple([f"{word} {link}" for word in _ORDINALS for link in ("of", "since")]),
            ),
        ),
    ),
    examples=(
        Example(
            bad="It was their <evidence>first</evidence> win since 1998, and the <mark>second</mark> since 1998 at Ayr."
        ),
        Example(
            good="It was their first win since 1998, and the second since 1990. The first woman since 1998 was Ada Quill in "
            "2005; Jo Beck was the second since 1998."
        ),
        Example(bad="It is the <mark>second</mark>-biggest city in the land after <evidence>Ayr and Hull</evidence>."),
        Example(
            bad="Nordbank is the <mark>fourth</mark>-largest lender, behind <evidence>Estbank and Vestbank</evidence>, and the "
            "<mark>third</mark>-oldest, behind only <evidence>Vestbank</evidence>. She is the <mark>second</mark> woman to hold "
            "the post, after <evidence>Ruth Adler and Mary Finn</evidence>, and is <mark>second</mark> in the table, behind <evidence>Bea "
            "Moss, Cy Orr and Di Roe</evidence>."
        ),
        Example(
            bad="Ayr climbed to <mark>eighth</mark> from <evidence>sixth</evidence> and Hull fell from <evidence>seventh</evidence> "
            "to <mark>fourth</mark>. Cork dropped <mark>three</mark> places to ninth from <evidence>seventh</evidence>; Kent jumped <mark>eight</mark> "
            "places from <evidence>43rd</evidence> to 31st."
        ),
        Example(
            bad="She is the <mark>fifth</mark> of <evidence>four</evidence> sisters. Kent won the <mark>sixth</mark> match of the "
            "<evidence>five</evidence>-match series."
        ),
        Example(
            good="Ayr climbed to sixth from eighth and Hull fell two places, from fourth to sixth. She is the third of four "
            "sisters, and a third of two sums went to her. Kent won the fifth match of the five-match series and the second of two-day games. He moved up to third from first on a wild throw. Pupils move up from sixth to seventh grade."
        ),
        Example(
            good="It is the third-biggest city in the land after Ayr and Hull. Nordbank is the second-largest lender, behind only "
            "Estbank, and the third-oldest after Vestbank. She is the third woman to hold the post, after Ruth Adler and Mary "
            "Finn. It is the second-largest island after Trinidad and Tobago, the fifth-largest group after Hull Boat and Barge Corp, and the second-oldest town after Hull, Yorkshire."
        ),
    ),
)
