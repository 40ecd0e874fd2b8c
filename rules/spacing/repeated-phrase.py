"""A phrase of two to four words printed twice running: 'it would it would'."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.repeats import PHRASE, doubled, echoes, words_around
from copylint.document import Document, Span
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST = 1000  # different phrases that stand twice running; what has more is a list
# A phrase without any of these may be a name or a cry: "walla walla", "win win".
_SMALL = frozenset(
    "the a an of and or to for with from by at be been are were is was has have had will would should could may their"
    " our my its his her this these those which than into but if not also he she they we it you said because between"
    " about i in on that do did does can who there".split()
)
# After these a clause may end as the next begins: "if you can you can", "what it is it is".
_OPENERS = frozenset(
    "if when whenever what whatever who whoever where wherever all as how because while once until that than since"
    " though although unless whether why everything anything nothing which whichever however".split()
)
_COUNTS = frozenset("one two three four five six seven eight nine ten".split())
_ROUND_NUMBERS = frozenset("hundreds thousands millions billions".split())
_KEEP = frozenset("keep keeps keeping kept make makes making made call calls called".split())
_PREPOSITIONS = ("in", "on", "at", "from", "by", "with", "for")
_LINKS = ("and", "to", "by", "after", "or", "for", "against", "upon")
_JOINTS = frozenset("-\u2010\u2011'’")
_WITHIN = frozenset("./@:_")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    behind = 0
    for place, length in sorted(_places(document)):
        starts, ends, folded = words_around(document, place)
        first = bisect_left(starts, place)
        after = first + 2 * length
        if place < behind or starts[first : first + 1] != [place] or not _is_slip(folded, first, length):
            continue
        gaps = {text[ends[at] : starts[at + 1]] for at in range(first, after - 1)}
        if not gaps <= {" ", "\n"} or _goes_on(text, ends[after - 1]):
            continue
        once = text[place : ends[first + length - 1]]
        again = text[starts[first + length] : ends[after - 1]]
        if again != again.lower() and not _has_small_capitals(again):
            continue  # a name
        behind = ends[after - 1]
        yield Match(Span(place, behind), suggestions=(" ".join(once.split()),))


def _has_small_capitals(phrase: str) -> bool:
    """Whether the capitals of a phrase are those of 'I', or of one name behind a preposition: "in May", "at Ayr"."""
    first, _, rest = phrase.replace("’", "'").partition(" ")
    return any(word.partition("'")[0] == "I" for word in (first, *rest.split())) or (
        first in _PREPOSITIONS and " " not in rest and rest.lower() not in _COUNTS
    )


def _places(document: Document) -> Iterator[tuple[int, int]]:
    """Where a phrase stands twice that may be a slip, and how many words it has."""
    phrases = [phrase for phrase in echoes(document) if len(set(phrase)) > 1 and not _SMALL.isdisjoint(phrase)]
    for phrase in sorted(phrases)[:_MOST]:
        for place in doubled(document, " ".join(phrase)):
            yield place, len(phrase)


def _goes_on(text: str, end: int) -> bool:
    """Whether the last word is part of a compound or an address: "to go to go-karts", "at Hall at hall.com"."""
    return text[end : end + 1] in _JOINTS or (text[end : end + 1] in _WITHIN and text[end + 1 : end + 2].isalnum())


def _is_slip(folded: list[str], first: int, length: int) -> bool:
    phrase = folded[first : first + length]
    after = first + 2 * length
    if (
        phrase != folded[first + length : after]
        or len(set(phrase)) < 2
        or not all(word.isalpha() or (word.isdecimal() and phrase[0] in _PREPOSITIONS) for word in phrase)
        or _SMALL.isdisjoint(phrase)
    ):
        return False
    if folded[first - 1 : first] == [phrase[-1]] or folded[after : after + 1] == [phrase[0]]:
        return False  # three times is meant: "more and more and more"
    wants = phrase[-1] == "to" and phrase[0].endswith("ed") and len(phrase[0]) > 4  # "she wanted to wanted to go"
    if length == 2 and phrase[1].isdecimal() and len(phrase[1]) < 4:
        return False  # "in 5 in 5": a score
    if length == 2 and ("as" in phrase or phrase[1] in _LINKS) and not wants:
        return False  # "as good as good can be", "round and round and up", "from time to time to see"
    if phrase == ["and", "so", "on"] or (phrase[0] in _COUNTS and phrase[1:] == ["in"]):
        return False  # "and so on and so on"; "six in six in the league"
    if phrase[0] == "and" and (phrase[1:] == ["on"] or _SMALL.isdisjoint(phrase[1:])):
        return False  # "and on and on", "and more and more", "and hours and hours"
    if phrase == ["on", "one"] or all(len(word) == 1 for word in phrase):
        return False  # "take them on one on one"; letters that were set apart: "s c r e e n i n i n g"
    if phrase == ["to", "have"] or not _ROUND_NUMBERS.isdisjoint(phrase):
        return False  # "you have to have", "going to have to have", "millions of millions of"
    if phrase[0] == "the" and not _KEEP.isdisjoint(folded[max(first - 1, 0) : first]):
        return False  # "keep the main thing the main thing"
    if length > 2 and phrase[0] == "of" and phrase[1] in ("a", "an"):
        return False  # "the cousin of a friend of a friend"
    if phrase[0] in ("a", "an") and folded[max(first - 1, 0)].startswith("call"):
        return False  # "called a spade a spade"
    return _OPENERS.isdisjoint(folded[max(first - 2, 0) : first])


RULE = Rule(
    summary="A phrase printed twice running: 'it would it would'.",
    why="What is left when a line is typed again after a break. Names, what is said three times, and two clauses that"
    " meet (if you can you can) are left alone.",
    message="'{match}': one '{suggestion}' is enough.",
    fix="unsafe",
    check=check,
    gate=Gate(repeats=(PHRASE,)),
    examples=(
        Example(
            bad="The minister said <mark>it would it would</mark> open in May.",
            good="The minister said it would open in May.",
        ),
        Example(
            bad="They met <mark>at the end of\nat the end of</mark> the road.",
            good="They met at the end of the road.",
        ),
        Example(
            bad="She said she <mark>wanted to wanted to</mark> open it in May.",
            good="She said she wanted to open it in May.",
        ),
        Example(
            bad="It opens <mark>on Monday on Monday</mark>, and was built <mark>in 2011 in 2011</mark>.",
            good="It opens on Monday, and was built in 2011.",
        ),
        Example(bad="<mark>I know I know</mark> nothing of it, she said.", good="I know nothing of it, she said."),
        Example(good="About The Lorne Institute\nThe Lorne Institute pays for studies.", why="A label and a name."),
        Example(
            good="It stood by Eight by Eight, said the paper. She scored one in each of them, and six in six in the league, and so on and so on, the paper said.",
        ),
        Example(
            good="They are going to have to have a plan, and more and more people say so. It went on for hours and hours and"
            " on and on and on. The trick is to keep the main thing the main thing.",
        ),
        Example(
            good="He looked round and round and up, and came from time to time to see it. She calls a spade a spade."
            " If you can you can. It grew more and more and more, and as good as good can be. She said yes, she said"
            " yes. What it is it is. He sang of New York New York and Walla Walla. Find us at home at home.example or write.",
        ),
        Example(
            good="She is the aunt of a friend of a friend. They ate bread and lots and lots of cheese, matched the bank"
            " pound for pound for a year, and however dear it was it was worth it.",
            why="What is said twice by the idiom, and two clauses.",
        ),
        Example(
            good="She took the guard on one on one. It was d e t e r m i n i n g, said the page.",
            why="A duel, and letters that are set apart.",
        ),
    ),
)
