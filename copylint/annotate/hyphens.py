"""Hyphens: reads each one once, as part of a compound or as whatever else it is."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.compounds import BOUND_PREFIXES, LAST_WORDS
from copylint.annotate.forms import FUNCTION_WORDS
from copylint.annotate.word_places import WORD, has_word, word_at, word_start
from copylint.annotate.words import folded, token_set, vocabulary
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.memo import Sieve
from copylint.values import NamedTuple

HYPHENS = "-‐‑"  # hyphen-minus, hyphen, non-breaking hyphen

# What a hyphen with a space beside it parts.
BROKEN = "broken"  # a compound: well- known, cease -fire
CERTAIN = "certain"  # a compound that can be nothing else: 12- year-old, Anglo- French
LINE_BREAK = "line-break"  # a word, at the end of a line that is none now: govern- ment, inter- national

VOWEL_PREFIXES = tuple(
    "anti co de extra hydro infra intra macro mega meta micro mini multi neo para photo pre proto pseudo "
    "re retro semi socio supra ultra".split()
)
_CLASHES = tuple(prefix + prefix[-1] for prefix in VOWEL_PREFIXES)
_CLASH_HEADS = frozenset(clash[:3] for clash in _CLASHES)
_MOST_KNOWN = 50_000  # words that are known to have none of them

# Behind these a suspended hyphen stands: two- and three-year, Paris- or London-based.
_JOINS_SUSPENDED = frozenset("and or to und but nor as from through versus vs y than by rather".split())

# Words that no compound begins with: a hyphen behind them is a dash.
_NO_HEADS = FUNCTION_WORDS - frozenset(
    "above after all back down either ever first half last least less more most much near never off on once one only "
    "out over per said same so such today under up very well yesterday".split()
)

# Words that no compound ends with: a hyphen and a space before one are a dash that stands too close.
_NO_ENDS = FUNCTION_WORDS | frozenset("except far including especially namely notably particularly thanks wait".split())

# Ends of words that are never words themselves: what stands behind a hyphen left from an old line end.
_BOUND_ENDS = frozenset(
    "ment ments tion tions sion sions ation ations tional ity ities ible ably ibly ance "
    "ances ence ences ency ancy ous ously eous ive ively ative tive tives tively tary tory cial cially "
    "tial tially cian cians rity rities nity lity lities ture tures tured ized izing ised ising ization "
    "isation mental mentally tration trations ficials ficial formation ernment opment ference ferences "
    "ternal nomic nomics dential sequently mediately ically ingly edly nise nize tricity tigation tigations tigate "
    "tigated tigators pany panies mittee mittees ployees ployee ployment ployed vidual viduals pected duction ductions "
    "struction structions spection spections lation lations tention tentions vention ventions cation cations zation "
    "zations sation ciation ciations ceived quired ticular ticularly politan portant portance velop veloped veloping "
    "velopment velopments nounced nouncement tinued tinue tinuing cluded cluding dustry dustries dustrial ganization "
    "ganizations ganisation ganisations ronment ronmental tuation tuations paign paigns sponse sponsible sponsibility "
    "gency gencies ernor ernors ernments sumers nancial ficult ficulty sistance sistant gional tection tected vailable "
    "parently cently tician ticians phasis plosion plosions ternational structed ducted rection sentative sentatives "
    "cedure cedures tinction lished lishing nished mitted mitting fendant fendants vestigation".split()
)

# Those of them that are words too, or make words for the day: habit-formation, physical-mental, Quill-nomics.
_ENDS_OF_COINAGES = frozenset("formation mental mentally nomic nomics".split())

# More ends of words that are no words, but shorter: they tell only where the closed word is a common one.
_SHORT_ENDS = frozenset(
    "acy ained ared ary ased ated ates ating ators ause ber bers ble bly ced ces chers cials cies cing cise cks cted "
    "cting ction ctions ctive ctly ctor ctors cular ded dered ders ding dren dually eady ected ects eign ement "
    "ements ened ense ential entially entific entious ently erage eral erally erating eration ered ering ernal erty "
    "eted fered fering fessor fically ficer ficers fied ged gest ging gious gled gling hing hout ial ially iated "
    "iation icated ication icial icials ided ief ieve ieved ify igned iles ility inal inally ined iness inesses ining "
    "ional ionally ious iously ipal iser isers ision isions ists itary ited itical itics ition itions izer izers ked "
    "kers kly ldren lem lems lence lently liament lier lings llion llions lly lth ltural luded ludes luding lution "
    "mately matic mation mber mbers mercial mically mises mitment monly mous mously nally nced nces ncy nded nding "
    "nent nents ngs nical nicians ning nistration nition nment nned nning nounce nounces nse nted ntial nting ntly "
    "onal onds onents ontrol ording ority orted orters ory osed oses osition ositive ough ounced pable pation pects "
    "pening perience pers pite ple ples porary posal pped pping pression priate ral rately rectly rence rences ried "
    "ries rified rily rious riously rked rkers rning rnment rnor rols rously rted rters rting rtment rtments saries "
    "sary ses sessed sessment sible sibly sional sionally sioned sioner sioners sity sive sively ssed ssion ssions "
    "stantial stantly sted sters stitute stitution stration sults sumed sured sures suring tablished tain tained "
    "taining tains tants tely tem tems terday tered tering tical tically ticed tices tified tify tioned tioning tle "
    "tled tly tment tored tors trate trated trating trict tricts trol trols tually tude tudes tutes ual ually uated "
    "uation uced uding ught ular ularly ulated ulation ument uments urity ution utions vate vated vately vernment "
    "versities versity verted vided vidence viding vinced vious viously vival ween yed yees ying yment".split()
)

# Endings that make a word of another: a hyphen before one is left from a line end if the closed word is one.
_INFLECTIONS = frozenset("ed en er ers es est ing ings ly ness nesses istic".split())  # "Ada-ness" is made for the day
_ENDS = _BOUND_ENDS | _INFLECTIONS | _SHORT_ENDS
# What may stand behind a space that parts a word: not "en", "er" or "es", which are words of a kind.
SPLIT_ENDS = _BOUND_ENDS | _SHORT_ENDS | frozenset("ed ing ings ly nesses".split())

# What stands before "ed" with a hyphen, for education.
ED_CLASSES = frozenset("sex special adult driver drivers health".split())

# Days and months, whose later half may be a word: Wednes-day.
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday january february september october november december".split()
)


class Compound(NamedTuple):
    """Words joined by hyphens without white space: the offsets and the folded words."""

    start: int
    end: int
    parts: tuple[str, ...]


class Hyphens(NamedTuple):
    """All hyphens of a document, in order: the compounds, and the offset of each hyphen outside a compound."""

    compounds: tuple[Compound, ...]
    others: tuple[int, ...]


class Parted(NamedTuple):
    """A word or a compound with a space beside its hyphen, and what it is: LINE_BREAK, BROKEN or CERTAIN."""

    role: str
    span: Span


_LONGEST_AGE = 3  # figures
_COUNTED = ("year-", "month-", "week-", "day-", "hour-", "minute-", "mile-", "foot-", "point-")
_RELATIVES = frozenset("mother father sister brother son daughter mothers fathers sisters brothers sons".split())
_PARTS_OF_NAMES = frozenset("anglo franco sino indo afro austro sub trans pan non anti ex un".split())
_PARTICIPLES = frozenset(
    "based led born backed owned winning trained educated style made held bound controlled".split()
)
_OPTION = expression(r"-(?<=\s-)(?:-[a-z]|[A-Za-z](?![\w-]))")  # of a command: --all, -f
_COMPOUND = expression(f"{WORD}(?:-{WORD})+")
_NEAR = 30  # code points before a hyphen where its first word begins, if that is no very long one


@reading
def hyphens(document: Document) -> Hyphens:
    """Every hyphen of the text, read once."""
    if "-" not in document.text and document.text.isascii():
        return Hyphens((), ())
    text = _with_plain_hyphens(document)
    compounds: list[Compound] = []
    others: list[int] = []
    start = text.find("-")
    while start >= 0:
        # Before nearly every compound stands a space; it is read in one go.
        before = text.rfind(" ", start - _NEAR if start > _NEAR else 0, start) + 1
        found = _COMPOUND.match(text, before) if before > 0 else None
        if found is None or found.end() <= start:
            before = word_start(text, start)
            found = _COMPOUND.match(text, before) if before < start else None
        if found is not None:
            end = found.end()
            compounds.append(Compound(before, end, tuple(found.group().split("-"))))
        else:
            end = start + 1
            while text[end : end + 1] == "-":
                end += 1
            if end == start + 1:
                others.append(start)
        start = text.find("-", end)
    return Hyphens(tuple(compounds), tuple(others))


def _with_plain_hyphens(document: Document) -> str:
    """The folded text with hyphens of one kind, same length."""
    text = folded(document)
    return text if text.isascii() else text.replace("‐", "-").replace("‑", "-")


@reading
def parted(document: Document) -> tuple[Parted, ...]:
    """The words and compounds that have a space beside their hyphen."""
    compounds, others = hyphens(document)
    found = []
    for at in others:
        one = _open_right(document, at) or _open_left(document, at)
        if one is not None:
            role, start, end = one
            before = bisect_left(compounds, at, key=_end)
            if before < len(compounds) and compounds[before].end == at:  # over-the- counter
                start = compounds[before].start
            if before < len(compounds) and role == CERTAIN and compounds[before].start == at + 2:  # 12- year-old
                end = compounds[before].end
            found.append(Parted(role, Span(start, end)))
    return tuple(found)


def _end(compound: Compound) -> int:
    return compound.end


def _open_right(document: Document, at: int) -> tuple[str, int, int] | None:
    """What the hyphen at a place separates if it is written "word- next", and where the two words begin and end."""
    text, small = document.text, folded(document)
    gap, after = text[at + 1 : at + 2], at + 2
    if gap not in (" ", "\n") or not text[after : after + 1].isalpha():
        return None
    start = word_start(small, at)
    head, word = small[start:at], word_at(small, after)
    if gap == " " and _goes_on(text, small, start, at):
        return CERTAIN, start, after + len(word)
    if not text[after].islower():
        return None
    if word in _JOINS_SUSPENDED or len(head) < 2 or len(word) < 2 or not head.isalpha():
        return None
    if word.replace("’", "'").partition("'")[0] in _NO_ENDS or (head in _NO_HEADS and text[start - 1] not in HYPHENS):
        return None  # a dash that stands too close: "the answer- it is no"
    end = after + len(word)
    if (
        has_word(document, head + word)
        or word in _BOUND_ENDS
        or _is_parted(head, word)
        # presi- dent: no compound begins so
        or (len(head) > 2 and head not in BOUND_PREFIXES and _is_common(head + word) and not _is_common(head))
        # inter- national, but not co- operate, which may have had its hyphen
        or (head in BOUND_PREFIXES and head[-1] != word[0] and _is_common(head + word))
    ):
        return LINE_BREAK, start, end
    # At the end of a line of hard-wrapped copy a compound may part.
    return (BROKEN, start, end) if gap == " " else None


def _goes_on(text: str, small: str, start: int, at: int) -> bool:
    """Whether only the words of a compound can have a hyphen and a space between them: "12- year-old", "mother-
    in-law", "Paris- based", "Anglo- French"."""
    head, after = small[start:at], at + 2
    if head.isdigit():
        return (
            len(head) <= _LONGEST_AGE
            and small.startswith(_COUNTED, after)
            and text[start - 1 : start] in ("", *" \n(“")
        )
    if small.startswith("in-law", after):
        return head in _RELATIVES
    if text[after].isupper():
        return head in _PARTS_OF_NAMES and text[after + 1 : after + 2].islower()
    return text[start].isupper() and _takes_participle(small, after)


def _takes_participle(small: str, at: int) -> bool:
    """Whether there is, at a place, a participle that ends compounds with names, followed by a noun: "based firm"."""
    word = word_at(small, at)
    if word not in _PARTICIPLES:
        return False
    noun = word_at(small, at + len(word) + 1)
    return noun != "" and noun not in FUNCTION_WORDS  # and no aside: "Oslo- based on"


def _open_left(document: Document, at: int) -> tuple[str, int, int] | None:
    """What the hyphen at a place separates if it is written "word -next", and where the two words begin and end."""
    text, small = document.text, folded(document)
    if text[at - 1 : at] != " " or not text[at + 1 : at + 2].islower():
        return None
    start = word_start(small, at - 1)
    head, word = small[start : at - 1], word_at(small, at + 1)
    if small.startswith("in-law", at + 1) and head in _RELATIVES:
        return CERTAIN, start, at + 1 + len("in-law")
    if not head.isalpha() or not word.isalpha() or word in _NO_ENDS or head in FUNCTION_WORDS or head == word:
        return None  # a dash: "the port -namely its pilots", "she called -called again"
    if text[start].isupper() and _takes_participle(small, at + 1):
        return CERTAIN, start, at + 1 + len(word)
    # "rm -f" and "filter -pthread" are commands with their options.
    if not (word in LAST_WORDS or _is_common(word) or has_word(document, head + word)):
        return None
    return (BROKEN, start, at + 1 + len(word)) if not _has_options(document) else None


@reading
def _has_options(document: Document) -> bool:
    """Whether a command stands anywhere with its options."""
    return _OPTION.search(document.text) is not None


def clash(parts: tuple[str, ...]) -> str | None:
    """The vowel-clash family of a hyphenated word ("co-o", "re-e"), or None. Another prefix may come before the one
    that clashes, closed up or with a hyphen of its own: unco-operative, non-co-operation."""
    head, rest = parts[0], parts[1]
    if len(parts) > 2 and head in _OUTER:
        head, rest = rest, parts[2]
    elif head not in _VOWEL_SET and head.startswith(_OUTER):
        head = head[3 if head.startswith("non") else 2 :]
    if head in _VOWEL_SET and rest[0] == head[-1] and len(rest) > 1:
        return f"{head}-{rest[0]}"
    return None


_OUTER = ("un", "non")
_VOWEL_SET = frozenset(VOWEL_PREFIXES)
# What stands before the hyphen of a compound that `clash` tells of.
CLASH_TOKENS = (*VOWEL_PREFIXES, *(outer + prefix for outer in _OUTER for prefix in VOWEL_PREFIXES))


def closed_clashes(document: Document) -> list[tuple[str, str]]:
    """The words of the text that begin with a vowel-clash prefix, or with one after un- or non-; each with its family,
    sorted."""
    if not _clashing(token_set(document)):
        return []  # nor has a word with an apostrophe in it that begins so
    found = [(word, family) for word in vocabulary(document) if (family := _closed_clash(word))]
    found.sort()
    return found


def _closed_clash(word: str) -> str:
    """The family of a word that begins with a vowel-clash prefix, or with one after un- or non-; "" if it has none."""
    bare = bare_word(word)
    if bare[:3] not in _CLASH_HEADS or not bare.startswith(_CLASHES):
        return ""
    head = next(prefix for prefix in VOWEL_PREFIXES if bare.startswith(prefix + prefix[-1]))
    return f"{head}-{head[-1]}"


_clashing = Sieve(_closed_clash, _MOST_KNOWN)


def bare_word(word: str) -> str:
    """The word without the un- or non- before another prefix: cooperative for uncooperative."""
    if word[:2] == "un" and word[2:5] in _CLASH_HEADS:
        return word[2:]
    return word[3:] if word[:3] == "non" and word[3:6] in _CLASH_HEADS else word


def is_content(word: str | None) -> bool:
    """Whether a word may be a noun: not a number, and not of a closed word class."""
    return word is not None and word not in FUNCTION_WORDS and word[0].isalpha()


def closed_by_line_end(document: Document, parts: tuple[str, ...]) -> str | None:
    """The closed word ("government") if the two halves of a compound ("govern-ment") are really one word split at a
    line end. Either the second half is an ending that is no word, or the article also has the closed word, that word is
    a common one (par-liament, parliament), and the second half is no word."""
    if len(parts) != 2:
        return None
    head, tail = parts
    if len(head) < 3 or not head.isalpha():
        return None
    closed = head + tail
    if tail in _BOUND_ENDS and (tail not in _ENDS_OF_COINAGES or _is_common(closed)):
        if (len(head) == 3 or _is_common(head) or has_word(document, head)) and not _is_common(closed):
            return None  # a pun on another word: "emu-gency", "Quill-tory" in an article about Quill
        return closed if head not in BOUND_PREFIXES else None
    if closed in CALENDAR:
        return closed
    if tail in _SHORT_ENDS and head not in BOUND_PREFIXES and _is_common(closed) and not _is_common(head):
        return closed
    if tail == "ed" and (head in ED_CLASSES or head[-1] in "aiou"):
        return None
    if tail in _INFLECTIONS:
        return closed if has_word(document, closed) or _is_common(closed) else None
    # What the article writes so more than once (orang-utan) is a form of its own.
    once = folded(document).count(f"{head}-{tail}") < 2
    return closed if once and has_word(document, closed) and _is_parted(head, tail) else None


@reading
def no_line_ends(document: Document) -> tuple[Compound, ...]:
    """The compounds that are no words parted at the end of a line."""
    compounds = hyphens(document).compounds
    present = token_set(document)
    parted = set()
    for compound in compounds:
        # Few end so, or have the closed word beside them: only these are asked.
        closed = "".join(compound.parts)
        may_be = compound.parts[-1] in _ENDS or closed in present or closed in CALENDAR or not closed.isalnum()
        if may_be and closed_by_line_end(document, compound.parts) is not None:
            parted.add(compound)
    return tuple([compound for compound in compounds if compound not in parted]) if parted else compounds


def _is_parted(head: str, tail: str) -> bool:
    """Whether the two halves make a common word and the second half is no word. (The list has no short words.)"""
    return (
        head not in BOUND_PREFIXES
        and tail not in LAST_WORDS
        and not (len(tail) > 4 and tail.endswith(("er", "ers")))
        and (len(tail) > 3 or (len(tail) == 3 and len(head) > 3 and not _is_common(head)))
        and not _is_common(tail)
        and _is_common(head + tail)
    )


def _is_common(word: str) -> bool:
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    return word in COMMON_WORDS
