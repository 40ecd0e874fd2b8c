"""The phrases that a line may be: what each matches, and what a line must have to be one.

In a phrase `[a|b]` is one or the other, `[a|]` is a or nothing, `#` a figure, `{date}` a date with its time, and `…`
anything within one sentence. No document is looked at here.
"""

from __future__ import annotations

from copylint.annotate.words import EVERYWHERE
from copylint.expressions import compiled, escape, expression
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

SHORT = 5
"""Code points of a word, or of a part of a phrase: what is shorter stands in most lines."""
_COMMON = "._,-–—'\"“”()"  # marks that many articles have
_SLASHES = ("/", "|", "·", "•")  # what a slash of a phrase may be in the text
_WORD = expression(r"\w+")
_WILD = expression(r"…|\{date\}|#")
_SPECIAL = expression(r"\[[^\]]*\]|…|\{date\}|#")
_FIRST_WORD = expression(r"\w+|#")
_WORD_OR_FIGURE = expression(r"[^\W_]+|#")
_UNTOLD = expression(r"…|\{|(?<=\w)#|#(?=\w)")  # from here on a line may read otherwise
_TWO_WORDS_DONE = expression(rf"[^\w#]*(?:\w+|#)[^\w#]+(?:\w+|#)[^\w#]|.*?(?:{_UNTOLD.pattern})")
_FIRST_WORD_DONE = expression(r"(?:\w+|#)\W|\W")
_MEANINGS = {
    "#": r"\d+",
    "…": r"(?:(?![.!?] ).)+",  # within one sentence
    "{date}": (
        r"(?:[a-z]{3,9},? )?"  # a weekday
        r"(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}"
        r"|\d\d?(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d\d?(?:st|nd|rd|th)?,? \d{4})"
        r"(?:(?:,? at |[,t/–— -]+)[\d:.,apmutcgestbdz+ -]{2,24}"
        r"(?:\(?(?:[a-z]{1,4}t|utc|wib|hrs|hours)\)?)?)?"
    ),
}


@cache
def expression_of(phrase: str) -> re.Pattern[str]:
    """What matches the folded words of a line that is the phrase."""
    pattern, at = [], 0
    for special in _SPECIAL.finditer(phrase):
        pattern.append(escape(phrase[at : special.start()]))
        pattern.append(_pattern(special.group()))
        at = special.end()
    return compiled("".join([*pattern, escape(phrase[at:])]))


def longest_part(phrase: str) -> str:
    """The longest part of a phrase that stands in any line that is the phrase."""
    return max(_SPECIAL.split(phrase), key=len)


@cache
def rare_words(phrase: str, shortest: int = SHORT) -> frozenset[str]:
    """Words behind the first one of which one stands in any line that is the phrase; none if they are not rare."""
    specials = [*_SPECIAL.finditer(phrase)]
    fixed: list[str] = []
    groups: list[list[str]] = []
    at = 0
    for special in [*specials, None]:
        end = len(phrase) if special is None else special.start()
        for word in _WORD.finditer(phrase, at, end):
            begins = word.start() > at or (at > 0 and _parts(phrase[:at], -1))
            ends = word.end() < end or special is None or _parts(special.group(), 0)
            if begins and ends:
                fixed.append(word.group())
        if special is not None:
            at = special.end()
            around = phrase[: special.start()], _SPECIAL.match(phrase, at), phrase[at : at + 1]
            if special.group()[0] == "[" and around[0] and not _WILD.search(special.group()):
                begins = (
                    _parts(around[0], -1)
                    if around[0][-1] == "]"
                    else not (around[0][-1].isalnum() or around[0][-1] in "…#}")
                )
                ends = _parts(around[1].group(), 0) if around[1] is not None else not around[2].isalnum()
                if begins and ends:
                    choices = special.group()[1:-1].split("|")
                    groups.append([max(_WORD.findall(choice), key=len, default="") for choice in choices])
    fixed = [word for word in fixed if _is_rare(word, shortest)]
    if fixed:
        return frozenset((max(fixed, key=len),))
    groups = [group for group in groups if all(_is_rare(word, shortest) for word in group)]
    return frozenset(max(groups, key=lambda group: min(map(len, group)), default=()))


def _is_rare(word: str, shortest: int) -> bool:
    return len(word) >= shortest and word not in EVERYWHERE


def _parts(special: str, side: int) -> bool:
    """Whether a choice beside a word begins (0), or ends (-1), with what parts words, or is nothing."""
    choices = special[special.rfind("[") + 1 : -1].split("|") if special[-1] == "]" else ["a"]
    return not any(choice and (choice[side].isalnum() or choice[side] in "…#}") for choice in choices)


def _pattern(special: str) -> str:
    if special[0] != "[":
        return _MEANINGS[special]
    choices = []
    for choice in special[1:-1].split("|"):
        parts = _WILD.split(choice)
        wild = [*_WILD.findall(choice), ""]
        choices.append("".join(escape(part) + _MEANINGS.get(one, "") for part, one in zip(parts, wild, strict=True)))
    return f"(?:{'|'.join(choices)})"


def first_words(phrase: str) -> tuple[str, ...]:
    """The words that a phrase may begin with, in order, `#` for a figure; none if that cannot be told."""
    plain = _FIRST_WORD.match(phrase)
    if plain is not None and phrase[plain.end() : plain.end() + 1] not in ("[", "…", "#", "{"):
        return (plain.group(),)
    if phrase[0] == "[":
        inner, _, rest = phrase[1:].partition("]")
        starts = [_FIRST_WORD.match(choice) for choice in inner.split("|")]
        if rest[:1] in ("", " ") and all(start is not None for start in starts) and "…" not in inner:
            return tuple(sorted({start.group() for start in starts if start is not None}))
    words = set()
    for head in _heads(phrase, _FIRST_WORD_DONE):
        first = _FIRST_WORD.match(head)
        if first is None or head[first.end() : first.end() + 1] == "…":
            return ()
        words.add(first.group())
    return tuple(sorted(words))


@cache
def beginnings(phrase: str) -> tuple[str, ...]:
    """What a line that is the phrase begins with, as `openings` tells it; none if that cannot be told."""
    found: dict[str, None] = {}
    for head in sorted(_heads(phrase, _TWO_WORDS_DONE)):
        known = _UNTOLD.split(head, maxsplit=1)
        words = _WORD_OR_FIGURE.findall(known[0])
        if len(known) > 1 and words and known[0].endswith(words[-1]):
            words.pop()  # it goes on
        if not words:
            return ()
        found[" ".join(words[:2]) if len(words) > 1 or len(known) == 1 else f"{words[0]} …"] = None
    return tuple(found)


def _heads(phrase: str, done: re.Pattern[str]) -> set[str]:
    """The beginnings of a phrase with each choice made, so far that the expression takes them for done, or whole."""
    heads = {""}
    at = 0
    for special in [*_SPECIAL.finditer(phrase), None]:
        end = len(phrase) if special is None else special.start()
        choices = (
            [""] if special is None else special.group()[1:-1].split("|") if special[0][0] == "[" else [special[0]]
        )
        heads = {head if done.match(head) else head + phrase[at:end] + choice for head in heads for choice in choices}
        if special is None or all(map(done.match, heads)):
            break
        at = special.end()
    return heads


def clue(part: str) -> tuple[str, tuple[str, ...]]:
    """What is looked for in the text instead of a part of a phrase, whose white space, bars and dots may be written in
    another way: "words", a whole one; "marks", rare ones; or "texts", some of it."""
    words = [word.group() for word in _WORD.finditer(part) if word.start() > 0 and word.end() < len(part)]
    rare = [word for word in words if word not in EVERYWHERE]
    if rare:
        return "words", (max(rare, key=len),)
    signs = [sign for sign in part if not sign.isalnum() and not sign.isspace() and sign not in _COMMON]
    if signs:
        return "marks", _SLASHES if signs[0] == "/" else (signs[0],)
    return "texts", (max(part.split() or [part], key=len),)
