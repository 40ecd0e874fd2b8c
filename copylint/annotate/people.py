"""People and other names: capitalised words, the names they make up, and ages.

What is read here is where a name stands and what stands beside it; whether two names are one is for a rule to judge.
"""

from __future__ import annotations

import re
from functools import cache

from copylint.annotate.words import flowed
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

# A capitalised word: O'Brien, McDonald, Walker-Hoover, Al-Assad. It begins with letters so that the search skips to
# them.
_CAPITAL = expression(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{3,}")
_MORE_OF_WORD = expression(r"(?:['’‘][A-ZÀ-Þ]?[^\W\d_]+)*(?:[-‑][^\W\d_]+(?:['’][^\W\d_]+)*)*")
_NO_NAME_MARKS = frozenset("@#/_.\\=&+-‑'’")
_PLAIN_AFTER = frozenset(' ,\n;:!?)”"')
_POSSESSIVE = ("'s", "’s")

COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr prof professor rev father sister brother".split())
TITLES = COURTESY | frozenset(
    "president premier chancellor king queen prince princess minister senator sen representative rep congressman "
    "congresswoman governor gov mayor judge justice general gen colonel col captain capt lieutenant lt major maj "
    "sergeant "
    "sgt admiral bishop archbishop cardinal pope chairman chairwoman chief commissioner inspector detective officer "
    "coach "
    "secretary ambassador analyst spokesman spokeswoman director professor doctor attorney lawyer sheik sheikh "
    "ayatollah "
    "councillor councilman councilwoman deputy speaker striker midfielder defender goalkeeper captain actor actress "
    "singer "
    "author writer economist dealer trader".split()
)


class Age(NamedTuple):
    """A person's age as printed: the words of the name without title ("Jane", "Doe"), the name's span, the age in
    years and the span of its figure. title: the courtesy title before the name, "" for none. tied: the age holds at
    another time ("then 19", "was 16 when", "in 1987, Doe, 34,"). dying: the age at death ("has died aged 91")."""

    words: tuple[str, ...]
    name: Span
    value: int
    figure: Span
    title: str
    tied: bool
    dying: bool = False


class Born(NamedTuple):
    """When a person was born: the words of the name, the year, month and day (0 where it is not printed), the span of
    the date; died: the year of death of a lifespan, "(1931-2019)", or None."""

    words: tuple[str, ...]
    name: Span
    year: int
    month: int
    day: int
    span: Span
    died: int | None


@reading
def capitalised(document: Document) -> dict[str, list[int]]:
    """The capitalised words of four letters and more, without possessive, each with the offsets where it begins.

    Words in capitals throughout are left out, and what belongs to an address, a handle or a file name.
    """
    text = document.text
    found: dict[str, list[int]] = {}
    for match in _CAPITAL.finditer(text):
        word = match.group()
        if word in _FREQUENT:
            continue
        start, end = match.span()
        before, following = text[start - 1 : start], text[end : end + 1]
        if before != " " or following not in _PLAIN_AFTER:
            if (
                before in ("'", "’")
                and text[start - 2 : start - 1].isupper()
                and not text[start - 3 : start - 2].isalnum()
            ):
                start -= 2  # O'Brien
            elif before and (before.isalnum() or before in _NO_NAME_MARKS) and not _after_part(text, start):
                continue
            more = _MORE_OF_WORD.match(text, end)
            end = more.end() if more is not None else end
            word = text[start:end]
            following = text[end : end + 1]
            if following and (following in "@_/" or following.isdigit()):
                continue
            if following == "." and text[end + 1 : end + 2].isalnum():
                continue
            if word.endswith(_POSSESSIVE):
                word = word[:-2]
        if word.isupper():
            continue
        if word in found:
            found[word].append(start)
        else:
            found[word] = [start]
    return found


def _after_part(text: str, start: int) -> bool:
    """True after "al-", "ex-Labour-" and the first half of a double-barrelled name: the second is a name too."""
    return text[start - 1] in "-‑" and text[start - 3 : start - 1].islower()


# What begins sentences most: no names, and so many that it pays to pass over them first.
_FREQUENT = frozenset(
    "This That These Those They There Their Then Than When While Where What Which Whose With Without From After Before "
    "However Although Though Since Some Many Most More Much Such Under Over Only Also Both Each Even Every Here Into "
    "Just Like None Other Others Once Your About Above According Again Against Among Another Because Between Despite "
    "During Either Until Unless Will Would Could Should Have Does".split()
)


def begins_sentence(document: Document, offset: int) -> bool:
    """True if what stands at an offset is the first word of a sentence, a block or a quotation."""
    block = document.block_at(offset)
    start = block.span.start if block is not None else 0
    before = document.text[max(start, offset - 8) : offset].rstrip()
    stripped = before.rstrip("\"'“”‘’(«[*_")
    if not stripped:
        return True
    if len(stripped) < len(before) and before[len(stripped) :].strip("(")[:1] in "\"“‘«'":
        return True
    if stripped[-1] == "." and (_INITIAL.search(stripped) or stripped.split()[-1].rstrip(".").lower() in TITLES):
        return False  # "John M. Doe", "Mr. Doe"
    return stripped[-1] in ".!?:;…•–—"


_INITIAL = expression(r"(?:^|[ .])[A-Z]\.$")


def neighbours(document: Document, offset: int, word: str) -> tuple[str, str]:
    """The capitalised words next to a name, before and after it, across an initial or a particle; "" for none."""
    text = document.text
    before = _WORD_BEFORE.search(text, max(0, offset - 40), offset)
    after = _WORD_AFTER.match(text, offset + len(word))
    left = before.group(1) if before else ""
    if before is not None and ((before.group(2) and left.lower() not in TITLES) or left.endswith(_POSSESSIVE)):
        left = ""  # the end of a sentence, "Canada's Doe"
    right = after.group(1) if after else ""
    return left, right[:-2] if right.endswith(_POSSESSIVE) else right


_PARTICLE = (
    r"(?:(?:[A-Z]\.[ ]?){1,3}|(?:(?:de|del|della|la|le|van|von|der|den|ter|di|da|dos|du|al|el|bin|ibn|ben)[ ]){1,2}"
    r"|(?:al|el|ul|as|ad|bin)-)?"
)
_WORD_BEFORE = expression(r"([A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)(\.?)[ \n\u00a0]" + _PARTICLE + "$")
_WORD_AFTER = expression(r"[ \n\u00a0]" + _PARTICLE + r"([A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*)")


_NAME = (
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*(?:[ \u00a0](?:[A-Z]\.[ ]?){0,2}(?:(?:de|del|della|la|le|van|von|der|"
    r"den|di|"
    r"da|dos|du|al|el|bin|ibn|ben)[ ]){0,2}(?:al-|el-)?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*){0,3}(?:,? (?:Jr|"
    r"Sr)\.?)?"
)


@cache
def _age_after() -> re.Pattern[str]:
    # What stands between a name and its age, and what must follow.
    return re.compile(
        r"(?:, (?:(?:who (?:is|turned|turns|was)|aged?|now|then|himself|herself|only|just) )?(?P<comma>[0-9]{1,3})"
        r"(?=[,.;:)\n–—-]|$| (?:and|or|from|of|who|was|is|has|had|said|when)\b)(?![.,][0-9]|-[0-9a-z])"
        r"| \((?P<brackets>[0-9]{1,2})\)"
        r"|,? (?P<verb>is|turned|was|turns) (?P<said>[0-9]{1,3})(?: years old| years of age|(?=[,.;)\n]|$)(?![.,][0-9])"
        r"|(?= (?:and|when|at the time)\b))"
        r"|, (?:an?|the) (?P<old>[0-9]{1,3})-year-old"
        r"|,? (?:who )?(?:has |had )?died,? (?:[\w,]+ ){0,4}?(?:at |aged |"
        r"at the age of )(?P<died>[0-9]{1,3})\b(?![.,]?[0-9]|:|-| ?[ap]\.?m))"
    )


@cache
def _age_before() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9.,-])(?P<age>[0-9]{1,3})[- ]year[- ]old,?(?: [a-z][\w-]*){0,4} (?P<name>" + _NAME + ")")


_BEFORE_AGE = expression(r"(?P<name>" + _NAME + r")$")
_AGE_FIGURE = expression(r"[ (][0-9]{1,3}(?![0-9%]|[.,][0-9])")
_AGE_LEAD = expression(
    r"(?:,? (?:who )?(?:has |had )?died,? (?:[\w,]+ ){0,4}?(?:at|aged|at the age of) |, (?:[a-z]+ ){0,2}| \(|"
    r",? (?:is|turned|was|turns) )$"
)
_AGE_WORDS = frozenset("aged age now then himself herself only just is was turned turns a an the at of".split())
_TIED = expression(r"[ ,]*(?:years old |years of age )?(?:at the time|when\b|back then|in (?:1[89]|20)\d\d)")


@reading
def ages(document: Document) -> tuple[Age, ...]:
    """The ages that stand beside a name, in text order: "Jane Doe, 34,", "Doe (34)", "34-year-old Jane Doe", "Doe is
    34"."""
    text = flowed(document)
    found: dict[int, Age] = {}
    for match in _AGE_FIGURE.finditer(text):
        figure_start = match.start() + 1
        before = text[figure_start - 2 : figure_start] if figure_start > 1 else ""
        if (
            before != ", "
            and before != " ("
            and (
                before[1:] != " " or text[max(0, figure_start - 12) : figure_start - 1].split(" ")[-1] not in _AGE_WORDS
            )
        ):
            continue
        lead = _AGE_LEAD.search(text, max(0, figure_start - 60), figure_start)
        if lead is None:
            continue
        start = lead.start()
        beside = _age_after().match(text, start)
        name = _BEFORE_AGE.search(text, max(0, start - 60), start) if beside is not None else None
        if beside is None or name is None:
            continue
        group = next(key for key in ("comma", "brackets", "said", "old", "died") if beside.group(key))
        tied = " then " in beside.group() or "was" in beside.group().split() or bool(_TIED.match(text, beside.end()))
        if "was" in beside.group().split() and "who" in beside.group().split():
            tied = bool(_TIED.match(text, beside.end()))
        _add(document, found, name, "name", Span(*beside.span(group)), tied, dying=group == "died")
    if "year-old" in text or "year old" in text:
        for match in _age_before().finditer(text):
            _add(document, found, match, "name", Span(*match.span("age")), False)
    return tuple(found[key] for key in sorted(found))


def _add(
    document: Document,
    found: dict[int, Age],
    match: re.Match[str],
    group: str,
    figure: Span,
    tied: bool,
    dying: bool = False,
) -> None:
    text = flowed(document)
    start, end = match.span(group)
    if start and (text[start - 1].isalnum() or text[start - 1] in "@#/-"):
        return
    words = text[start:end].replace("’s", "").replace("'s", "").split()
    title = ""
    while words and words[0].rstrip(".").lower() in TITLES and len(words) > 1:
        if words[0].rstrip(".").lower() in COURTESY:
            title = words[0].rstrip(".").lower()
        start = text.index(words[1], start + len(words[0]))
        words = words[1:]
    words = [word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".,") not in ("Jr", "Sr")]
    last_title = max((index for index, word in enumerate(words[:-1]) if word.rstrip(".").lower() in TITLES), default=-1)
    words = words[last_title + 1 :]
    if not words or words[-1].lower() in _NOT_PEOPLE or words[0].lower() in _NOT_PEOPLE:
        return
    if not title:
        before = _COURTESY_BEFORE.search(text, max(0, start - 8), start)
        title = before.group(1).lower() if before else ""
    value = int(text[figure.start : figure.end])
    if not 0 < value < 115:
        return
    block = document.block_at(start)
    floor = max(block.span.start if block is not None else 0, start - 120)
    lead = text[floor:start].rsplit(". ", 1)[-1]
    tied = tied or bool(_PAST_LEAD.search(lead))
    age = Age(tuple(word.rstrip(",.") for word in words), Span(start, end), value, figure, title, tied, dying)
    found.setdefault(figure.start, age)


_COURTESY_BEFORE = expression(r"\b(Mr|Mrs|Ms|Miss)\.? $")
_PAST_LEAD = expression(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil) (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d\b|\byears (?:ago|earlier|before|later)\b|"
    r"\bthen\b|\bthen-$"
)
_NOT_PEOPLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december the in on at of it he she they this that but and by for from when while after no page "
    "chapter room flight route channel article section figure table level phase week day group".split()
)


@reading
def births(document: Document) -> tuple[Born, ...]:
    """The dates of birth that stand beside a name: "Jane Doe, born on 3 May 1980,", "Doe (1931-2019)"."""
    text = flowed(document)
    found: list[Born] = []
    if "born" in text:
        for match in _born().finditer(text):
            name = _BEFORE_AGE.search(text, max(0, match.start() - 60), match.start())
            if name is None:
                continue
            date = match.group("date")
            year = int(date[-4:])
            month = next((index for index, stem in enumerate(_MONTH_STEMS, start=1) if stem in date), 0)
            day_match = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", date[:-4])
            day = int(day_match.group(1)) if day_match and month else 0
            found.append(Born(_bare(name), Span(*name.span("name")), year, month, day, Span(*match.span("date")), None))
    for match in _LIFESPAN.finditer(text):
        name = _BEFORE_AGE.search(text, max(0, match.start() - 60), match.start())
        if name is not None:
            first, last = int(match.group(1)), int(match.group(2))
            span = Span(match.start(1), match.end(2))
            found.append(Born(_bare(name), Span(*name.span("name")), first, 0, 0, span, last))
    return tuple(found)


def _bare(name: re.Match[str]) -> tuple[str, ...]:
    words = name.group("name").split()
    while len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
        words = words[1:]
    return tuple(word.rstrip(",.") for word in words if len(word.rstrip(".,")) > 1)


_LIFESPAN = expression(r" \((1[5-9]\d\d|20\d\d) ?[-–] ?(1[5-9]\d\d|20\d\d)\)")
_MONTH_STEMS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@cache
def _born() -> re.Pattern[str]:
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    return re.compile(
        r"(?:, (?:who was )?| \(| (?:was|is) )born (?:in [A-Z][\w. ]{1,30}?,? )?(?:on |in )?"
        rf"(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)? {month} |{month} (?:\d{{1,2}},? )?)?(?:1[89]|20)\d\d)\b"
    )


_MOST_PLACES = 200  # places of one name that are looked at


def bearers(document: Document, word: str) -> set[tuple[str, str]]:
    """The names beside a word in the article: {("jane", "doe")} for Doe, both before and after it."""
    return document.reading((bearers, word), lambda: _bearers(document, word))


def _bearers(document: Document, word: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    low = plain(word)
    text = flowed(document)
    at = text.find(word)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            before, after = neighbours(document, at, word)
            if len(before) > 1 and plain(before) not in TITLES and before.lower() not in _NOT_PEOPLE:
                found.add((plain(before), low))
            elif after and not before and after.lower() not in _NOT_PEOPLE:
                found.add((low, plain(after)))
        at = text.find(word, end)
    return found


def distance(first: str, second: str, bound: int) -> int:
    """Edits (insert, delete, change, swap two neighbours) that part two words; bound + 1 if there are more."""
    start = 0
    shorter = min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    tail = 0
    while tail < shorter - start and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    left = first[start : len(first) - tail]
    right = second[start : len(second) - tail]
    if not left or not right:
        return min(max(len(left), len(right)), bound + 1)
    if len(left) == 1 and len(right) == 1:
        return 1
    if bound == 1:
        return 1 if len(left) == len(right) == 2 and left == right[::-1] else 2
    if abs(len(left) - len(right)) > bound or len(set(left) ^ set(right)) > 2 * bound:
        return bound + 1
    return _aligned(left, right, bound)


def _aligned(left: str, right: str, bound: int) -> int:
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        older, before, row = before, row, [i]
        for j, other in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > bound:
            return bound + 1
    return min(row[-1], bound + 1)


@cache
def plain(word: str) -> str:
    """A name without accents and apostrophes, in lower case: Erdoğan and Erdogan are one spelling here."""
    low = word.lower().replace("’", "'").replace("‑", "-")
    if low.isascii():
        return low
    import unicodedata

    stripped = "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))
    return stripped.translate(_LETTERS)


_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
