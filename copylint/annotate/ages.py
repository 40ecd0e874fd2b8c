"""Ages and dates of birth that stand beside a name. What they say of one another is for a rule to judge."""

from __future__ import annotations

from copylint.annotate.people import COURTESY, NOT_PEOPLE, TITLES
from copylint.annotate.words import flowed, marks, shape, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import IGNORECASE, compiled, expression
from copylint.memo import cache
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


class Age(NamedTuple):
    """A person's age as printed: the words of the name without title ("Jane", "Doe"), the name's span, the age in
    years and the span of its figure. title: the courtesy title before the name, "" for none. tied: the age holds at
    another time ("then 19", "was 16 when", "in 1987, Doe, 34,"). dying: the age at death ("has died aged 91"). kin: the
    name is that of somebody's relative ("his son, Mr Doe, 19"). generation: "jr", "sr" or "". past: told of a time that
    may be long ago ("Doe, who was 17, was arrested"). listed: it follows another's age ("Tom, 16, Ali, 14")."""

    words: tuple[str, ...]
    name: Span
    value: int
    figure: Span
    title: str
    tied: bool
    dying: bool = False
    kin: bool = False
    generation: str = ""
    past: bool = False
    listed: bool = False


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


_NAME = (
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*(?:[ \u00a0](?:[A-Z]\.[ ]?){0,2}(?:(?:de|del|della|la|le|van|von|der|"
    r"den|di|"
    r"da|dos|du|al|el|bin|ibn|ben)[ ]){0,2}(?:al-|el-)?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*){0,3}(?:,? (?:Jr|"
    r"Sr)\.?)?"
)


@cache
def _age_after() -> re.Pattern[str]:
    # What stands between a name and its age, and what must follow.
    return compiled(
        r"(?:, (?:(?:who (?:is|turned|turns|was)|aged?|now|then|himself|herself|only|just) )?(?P<comma>[0-9]{1,3})"
        r"(?=[,.;:)\n–—-]|$| (?:and|or|from|of|who|was|is|has|had|said|when)\b)(?![.,:][0-9]|-[0-9A-Za-z])"
        r"| \((?P<brackets>[0-9]{1,2})\)"
        r"|,? (?P<verb>is|turned|was|turns) (?P<said>[0-9]{1,3})(?: years old| years of age|(?=[,.;)\n]|$)(?![.,][0-9])"
        r"|(?= (?:and|when|at the time)\b))"
        r"|, (?:an?|the) (?P<old>[0-9]{1,3})-year-old(?! [A-Z][\w’'-]+ [A-Z])"
        r"|,? (?:who )?(?:has |had )?died,? (?:[\w,]+ ){0,4}?(?:at |aged |"
        r"at the age of )(?P<died>[0-9]{1,3})\b(?![.,]?[0-9]|:|-| ?[ap]\.?m))"
    )


@cache
def _age_before() -> re.Pattern[str]:
    # The words between describe one person: those that begin a phrase or a clause lead to somebody else.
    return compiled(
        r"(?<![0-9.,-])(?P<age>[0-9]{1,3})[- ]year[- ]old,?"
        r"(?: (?!(?:of|in|on|at|to|from|by|with|for|and|or|as|after|when|that|who|which|was|is|has|had|said|told|"
        r"against|about|over|under|between|near|where|whose|while|but|than|involving|opposite|alongside|beside|beat|beats)\b)"
        r"[a-z][\w-]*){0,4}(?: (?P<name>" + _NAME + r")|, (?P<beside>(?=[^\W\d_]+ )" + _NAME + ")(?=,(?! [0-9])))"
    )


_BEFORE_AGE = expression(r"(?P<name>" + _NAME + r")$")
# What stands before figures that may be ages, but for brackets. Few articles have one of the words.
_LEADS = (" is ", " was ", " turns ", ", ")
_RARE_LEADS = frozenset("aged age now then himself herself only just turned".split())
_AFTER_BRACKET = expression(r" \((?=[0-9])")
_YEAR_OLD = expression(r"year[- ]old")
# "The 54-year-old clerk strangled Jane Doe": who is named is another.
_DID = expression(
    r" (?:[a-z]+ed|shot|hit|struck|met|left|beat|saw|took|led|sent|hurt|held|told|fought|slew|hid|bit) \Z"
)
# "16-year-old Jane Doe 2", as courts call who may not be named; "the 47-year-old Golden Globe winner".
_NO_NAME_AFTER = expression(
    r" (?:(?:No\.? ?)?#?[0-9]|(?:winner|winning|nominee|champion|finalist|star|medallist|medalist|(?:wo)?m[ae]n"
    r"|boys?|girls?|teenager|student|mother|father|resident|citizen|worker|male|female|national|youth)\b)"
)
_TWO_AGED = expression(r" and [0-9]{1,3}\b")  # "Ada and Ben Quill, aged 45 and 65"
# A figure that may be an age, by what follows it. After "died" ("died aged 91 on Monday") anything may.
_AGE_FIGURE = expression(
    r"[0-9]{1,3}(?![0-9%]|[.,:][0-9])"
    r"(?=[,.;:)\n–—-]|$| (?:and|or|from|of|who|was|is|has|had|said|when|years|at)\b)"
)
_AGE_FIGURE_AFTER_DIED = expression(r"[0-9](?<=[ (].)[0-9]{0,2}(?![0-9%]|[.,][0-9])")
_AGE_LEAD = expression(
    r"(?:,? (?:who )?(?:has |had )?died,? (?:[\w,]+ ){0,4}?(?:at|aged|at the age of) |, (?:[a-z]+ ){0,2}| \(|"
    r",? (?:is|turned|was|turns) )$"
)
_AGE_WORDS = frozenset("aged age now then himself herself only just is was turned turns a an the at of".split())
_TIED = expression(
    r"[ ,]*(?:years old |years of age )?(?:and (?:[a-z]+ ){1,3}?)?(?:at the time|when\b|back then|in (?:1[89]|20)\d\d)"
)


@reading
def ages(document: Document) -> tuple[Age, ...]:
    """The ages that stand beside a name, in text order: "Jane Doe, 34,", "Doe (34)", "34-year-old Jane Doe", "Doe is
    34"."""
    text = flowed(document)
    found: dict[int, Age] = {}
    in_brackets: list[int] = []
    decimals: bool | None = None  # not looked for yet
    said = token_set(document)
    for figure_start in _figures_after_died(text) if "died" in said else _figures(document):
        lead = _AGE_LEAD.search(text, max(0, figure_start - 60), figure_start)
        if lead is None:
            continue
        start = lead.start()
        beside = _age_after().match(text, start)
        name = _BEFORE_AGE.search(text, max(0, start - 60), start) if beside is not None else None
        if beside is None or name is None:
            continue
        group = next(key for key in ("comma", "brackets", "said", "old", "died") if beside.group(key))
        if group in ("brackets", "comma") and _counts_points(text, start, group):
            continue
        if group == "brackets" and (text[figure_start] == "0" or name.group("name").isupper()):
            continue  # "Fax (08)", "MEDIA KIT (3)"
        if "aged" in beside.group() and _TWO_AGED.match(text, beside.end(group)):
            continue
        if group == "brackets":
            if decimals is None:
                decimals = _DECIMALS.search(text) is not None
            if decimals:
                continue
        if group == "brackets" and int(beside.group(group)) < _GROWN_UP:
            in_brackets.append(figure_start)
        tied = " then " in beside.group() or "was" in beside.group().split() or bool(_TIED.match(text, beside.end()))
        past = "was" in beside.group().split() and "who" in beside.group().split()
        if past:
            tied = bool(_TIED.match(text, beside.end()))
        _add(document, found, name, "name", Span(*beside.span(group)), tied, group == "died", past)
    for start in _before_years_old(text) if "old" in said else ():
        match = _age_before().match(text, start)
        if match is not None:
            group = "name" if match.group("name") else "beside"  # "a 24-year-old clerk, Jane Doe,"
            if group == "name" and (
                _DID.search(text, match.start(), match.start("name")) or _NO_NAME_AFTER.match(text, match.end("name"))
            ):
                continue
            _add(document, found, match, group, Span(*match.span("age")), False)
    if in_brackets:
        _drop_counts(found, in_brackets)
    return tuple(found[key] for key in sorted(found))


def _drop_counts(found: dict[int, Age], in_brackets: list[int]) -> None:
    """Drops what is no age of the small figures that stand in brackets."""
    # What is counted beside the name of somebody grown up, or stands on the shirt.
    grown_up = {age.words[-1] for age in found.values() if age.value >= _GROWN_UP}
    for start in in_brackets:
        if start in found and found[start].words[-1] in grown_up:
            del found[start]
    # What numbers several things of one name: "Deposit Account (1)", "Deposit Account (2)".
    rows: dict[tuple[str, ...], list[int]] = {}
    for start in in_brackets:
        if start in found:
            rows.setdefault(found[start].words, []).append(start)
    for places in rows.values():
        values = {found[start].value for start in places}
        if len(values) > 1 and 1 in values:
            for start in places:
                del found[start]


def _figures(document: Document) -> list[int]:
    """Where figures begin that may be ages, but for those after "died"."""
    text, shapes, said = flowed(document), shape(document), token_set(document)
    leads = (*_LEADS, *[f" {word} " for word in _RARE_LEADS & said])
    starts: list[int] = []
    at = shapes.find(" 0")
    while at >= 0:
        if text.endswith(leads, 0, at + 1):
            starts.append(at + 1)
        at = shapes.find(" 0", at + 2)
    if "(" in marks(document) and " (0" in shapes:
        starts += [bracket.end() for bracket in _AFTER_BRACKET.finditer(text)]
    if "old" in said:
        starts += _before_years_old(text)
    return [start for start in starts if _AGE_FIGURE.match(text, start) is not None]


def _figures_after_died(text: str) -> list[int]:
    """Where figures begin that may be ages, where somebody has died."""
    found = []
    for figure in _AGE_FIGURE_AFTER_DIED.finditer(text):
        start = figure.start()
        if text[max(0, start - 2) : start] in (", ", " (") or (
            text[start - 1 : start] == " " and text[max(0, start - 12) : start - 1].split(" ")[-1] in _AGE_WORDS
        ):
            found.append(start)
    return found


def _before_years_old(text: str) -> list[int]:
    """Where the figures before "year-old" begin."""
    found = []
    for old in _YEAR_OLD.finditer(text):
        start = end = old.start() - 1
        while start > 0 and text[start - 1] in "0123456789":
            start -= 1
        if start < end:
            found.append(start)
    return found


_GROWN_UP = 18
# What points, runs and averages are counted with. Of an age in commas it says nothing: "Doe, 33, scored twice". Nor
# does "runs" alone of one in brackets: "Doe (33) runs a shop".
_SCORES = expression(
    r"(?<![\w-])(?:wickets?|(?:[0-9]+|most|more|\w+ed) runs|runs (?:from|by|came|off)|"
    r"goals?|(?<!percentage )points?|averag\w+|scor(?:ed?|es|ers?|ing)|bats(?:man|men)|bat(?:ter|ting)s?|bowl\w+|overs|"
    r"innings|tries|rebounds|assists|medals?|seed(?:ed|s)?|rankings?|laps|strokes|saves)\b",
    IGNORECASE,
)
_DECIMALS = expression(r"(?<=[a-zß-ÿ]) \([0-9]{1,4}\.[0-9]{1,3}\)")
_IN_BRACKETS = expression(r"(?<=[^\W\d_]) \([0-9]{1,3}\)")
_IN_COMMAS = expression(r"(?<=[^\W\d_]), [0-9]{1,3}\b")
_LISTED = 3


def _counts_points(text: str, start: int, group: str) -> bool:
    """True if the figure after a name is one of a list of scores, not an age."""
    first, last = max(0, start - 200), start + 200
    floor = max(text.rfind(". ", first, start), text.rfind("\n\n", first, start), first)
    ceiling = min([end for end in (text.find(". ", start, last), text.find("\n\n", start, last)) if end >= 0] or [last])
    if group == "comma":
        return (
            len(_IN_COMMAS.findall(text, floor, ceiling)) >= _LISTED
            and _SCORES.search(text, floor, ceiling) is not None
        )
    return (
        len(_IN_BRACKETS.findall(text, floor, ceiling)) >= _LISTED or _SCORES.search(text, floor, ceiling) is not None
    )


def _add(
    document: Document,
    found: dict[int, Age],
    match: re.Match[str],
    group: str,
    figure: Span,
    tied: bool,
    dying: bool = False,
    past: bool = False,
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
    after = _GENERATION.search(text, start, end)
    generation = after.group(1).lower() if after is not None else ""
    words = [word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".,") not in ("Jr", "Sr")]
    last_title = max((index for index, word in enumerate(words[:-1]) if word.rstrip(".").lower() in TITLES), default=-1)
    words = words[last_title + 1 :]
    if not words or words[-1].lower() in NOT_PEOPLE or words[0].lower() in NOT_PEOPLE:
        return
    if words[-1].lower() in COURTESY:
        return  # "20-year-old Mr. Doe": the point ends what was read as the name
    if words[-1].lower() in _STATUS:
        return  # "a 61-year-old Harbour Citizen"
    if not title:
        before = _COURTESY_BEFORE.search(text, max(0, start - 8), start)
        title = before.group(1).lower() if before else ""
    if len(words) == 1 and words[0].isupper() and len(words[0]) < 5 and text.endswith(", ", 0, start):
        return  # "Bryan Aun, DC, 45": letters behind the name
    value = int(text[figure.start : figure.end])
    if not 0 < value < 115 or (figure.start >= end and _KIN_OF.search(text, max(0, start - 100), start)):
        return
    block = document.block_at(start)
    floor = max(block.span.start if block is not None else 0, start - 120)
    lead = text[floor:start].rsplit(". ", 1)[-1]
    tied = tied or bool(_PAST_LEAD.search(lead))
    kin = _KIN.search(text, max(0, start - 60), start) is not None
    bare = tuple(word.rstrip(",.") for word in words)
    rank = _RANK_BEFORE.search(text, max(0, start - 16), start) if len(bare) == 1 else None
    if rank is not None:
        bare = (rank.group(1), *bare)  # "the Duke of Sussex", and the Duchess
    listed = _LISTED_BEFORE.search(text, max(0, start - 9), start) is not None
    found.setdefault(
        figure.start, Age(bare, Span(start, end), value, figure, title, tied, dying, kin, generation, past, listed)
    )


# What many are: the words before it are of a country or a town, and nobody's name.
_STATUS = frozenset(
    "citizen citizens national nationals resident residents native natives permanent expatriate".split()
)
_GENERATION = expression(r" (Jr|Sr)\b")
_RANK_BEFORE = expression(r"\b([A-Z][a-z]+) of \Z")
_LISTED_BEFORE = expression(r"[0-9]\)?(?:,| and|, and) \Z")
_RELATIVES = (
    r"(?:(?:(?:grand|great-grand|step|half-|god)?(?:son|daughter|father|mother|brother|sister|child|parent)|wife|husband|"
    r"widow|widower|uncle|aunt|nephew|niece|cousin|twin|namesake|fiancée?|partner|boyfriend|girlfriend|in-law)s?"
    r"|children)"
)
_KIN = expression(rf"\b{_RELATIVES},? (?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\.? )?$")
# "The husband of the singer Jane Doe, 82,": whose age it is, the words do not say.
_KIN_OF = expression(rf"\b{_RELATIVES} of (?:[\w’'-]+ ){{0,6}}$")
_COURTESY_BEFORE = expression(r"\b(Mr|Mrs|Ms|Miss)\.? $")
_DAY = expression(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_PAST_LEAD = expression(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil) (?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d\b|\byears (?:ago|earlier|before|later)\b|"
    r"\b[Oo]n (?:[A-Z][a-z]+\.? [0-9]{1,2},|[0-9]{1,2} [A-Z][a-z]+) (?:1[89]|20)\d\d\b|"
    r"\A[0-9]{1,2}, (?:1[89]|20)\d\d, |\bthen\b|\bthen-$|\b[Aa]t th(?:e|at) time\b"
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
            day_match = _DAY.search(date[:-4])
            day = int(day_match.group(1)) if day_match and month else 0
            found.append(Born(_bare(name), Span(*name.span("name")), year, month, day, Span(*match.span("date")), None))
    for match in _LIFESPAN.finditer(text):
        name = _BEFORE_AGE.search(text, max(0, match.start() - 60), match.start())
        if name is not None:
            first, last = int(match.group(1)), int(match.group(2))
            span = Span(match.start(1), match.end(2))
            found.append(Born(_bare(name), Span(*name.span("name")), first, 0, 0, span, last))
    if len(found) == 1 and found[0].died is None and "died" in text:
        found[0] = found[0]._replace(died=_death(text, found[0]))
    return tuple(found)


_DEATH = expression(
    r"(?:\b(?P<name>[A-ZÀ-Þ][\w’'-]+)|\b[Hh]e|\b[Ss]he) died (?:on |in )(?:[A-Z][a-z]+day,? )?"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+\.? (?:\d{1,2}, )?)?(?P<year>(?:1[89]|20)\d\d)\b"
)


# Others whose death may be told beside the birth of one.
OTHERS = expression(
    r"\b(?:wife|husband|widow|widower|sons?|daughters?|brothers?|sisters?|mother|father|parents?|partner|friends?|twin|"
    r"uncle|aunt|cousins?|grand\w+)\b"
)


def _death(text: str, born: Born) -> int | None:
    """The year in which the only one whose birth is told died, if the article tells of one death that may be theirs."""
    years = {
        int(match.group("year"))
        for match in _DEATH.finditer(text)
        if (
            match.group("name") in born.words[-1:]
            if match.group("name") not in (None, "He", "She")
            else not OTHERS.search(text, min(born.span.end, match.start()), match.start())
        )
    }
    (year,) = years if len(years) == 1 else (0,)
    return year if born.year < year <= born.year + 120 else None


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
    return compiled(
        r"(?:, (?:who was )?| \(| (?:was|is) )born (?:in [A-Z][\w. ]{1,30}?,? )?(?:on |in )?"
        rf"(?P<date>(?:\d{{1,2}}(?:st|nd|rd|th)? {month} |{month} (?:\d{{1,2}},? )?)?(?:1[89]|20)\d\d)\b"
    )
