"""A slip of the article: 'a hour', 'an university', 'a MP', 'an 17-year-old'."""

from __future__ import annotations

from copylint.annotate.languages import ENGLISH
from copylint.annotate.repeats import parts_copies
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression, found_by
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

# The sound decides, not the letter. What follows is where the spelling misleads; words are given by
# how they begin.

# A vowel letter with the sound of a consonant: a European, a once-great, a Oaxacan, a Uruguayan.
_CONSONANT = tuple(
    "eu ew once oui ouag oax ubiq ugand ukrain ukul ulys unanim unary unic unidir unif unil unio"
    " unip uniq unis unit univ unix uran urea urem uret uric urin urol urug usa use usi usu uta ute"
    " uti uto utr uvul uygh uigh".split()
)
# A consonant letter that is not heard: an hour, an heir. Names that begin like these are left alone.
_SILENT = tuple("hour honest honor honour heir".split())
_NAMES = tuple("houri honora honore honoré honori".split())
# What is said in two ways, and h in a first syllable without stress, before which older style writes "an".
_EITHER = tuple(
    "herb homage hommage ewok uber uniss ural urdu usur uxor umam habit hallu harmon"
    " haute hawai hebr hege helle hered heret hero hexa hiat hilar hindu hispan histo histr holist"
    " homeo homoe homog hors horiz horre horri hospit hotel human humil humong humung hyd hyen hyg"
    " hyp hyst hera hermè hermes ytt ypr yve yvo ygg yl ouz io eoin españ espana".split()
)
# Words of grammar, here and abroad, before which "a" is a letter or no English.
_NO_NOUNS = frozenset(
    "and are as at be but by do equals for from had has have i if in is it nor not of off on or out over"
    " per so than that the unos unas estar este esta estos estas esto ese esa ellos then there these they this those to under until up was we were when which"
    " der dem who will with would you la le les los lo un una uno et est en el e o y u été era al av ab und"
    " ich".split()
)
_DETERMINERS = frozenset("another each every either".split())
# Abbreviations that are said letter by letter although they could be said as words.
_SPELLED = frozenset(
    "FBI MBA NGO NBA NFL NRA MEP MRI FDA FAA SUV HIV LED LGBTQ NCO SEC RAF RSPCA HMO HBO NSA NAACP"
    " NCAA FEC FOI MOT MLA NPR SOS NEA LSE MIT NDA RBI HOA MVP SME SBA".split()
)
# Abbreviations that are said as words, or that stand for words which are said: a FTSE firm, a NY court.
_READ_OUT = frozenset(
    "AAA AA FTSE SCSI SPDR NYC NY NZ NSW NT NL NW SW SF HK HS MS RB LB SS FT LT SR ST MR MRS N.Y. N.J."
    " N.C. N.D. N.H. N.M. S.C. S.D. N. S. M. SQL URL UBER UP".split()
)
_UNITS = frozenset("MWh MWp MHz".split())  # said in full: a megawatt-hour
_OF_PLACES = ("ish", "ese", "ian", "ean", "can")
_ROUND, _FEWEST = 120, 8  # code points on either side of an article; words of a passage in another language
_NEAR = 30  # characters that a word before the article takes
# What a transcript has for words that nobody could hear.
_NOT_HEARD = frozenset("inaudible indiscernible unintelligible applause".split())
_ROMAN = expression(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\.?$")
_VOWEL_NAMES = "AEFHILMNORSX"  # letters whose names begin with a vowel
_VOWELS = "aeiouàáâäãåæèéêëìíîïòóôöõøœùúûü"
# The consonants behind such a letter, in small letters, with which a word can begin: before others it is said by name.
_ONSETS = {"f": "jlr", "h": "", "l": "l", "m": "n", "n": "g", "r": "h", "s": "cfhklmnpqrtvw", "x": ""}

_DOTTED = expression(r"(?:[A-Z]\.){3,}[A-Z](?![A-Za-z])")  # said as a word, or letter by letter
# What begins a sentence behind the letter of an item.
_OPENERS = frozenset(
    "All Any Our Its His Her My Your We They She What Where How Why An As If In Each Every Both".split()
)
_PART_END = expression(r"[-’'.&,]")
_FIGURES = expression(r"[$£€]?([\d,]*\d)")
# The article, where what follows may want the other one. (An expression that begins with what is always the same, two
# letters or three that are rare together, is searched for in a third of the time.) What is always right is left out, so
# that hardly any are judged: a one-off, a unit, a user, a house, a 15th; an event, an Englishman, an open, an only, an
# unlikely, an upper, an 80th.
_BEFORE_VOWEL = (
    r"(?=[\"“‘'(]?(?:[aeiàáâäãåæèéêëìíîïòóôöõøœùúûüAEIO]|o(?!nc?e)|u(?!ni[foqtv]|s[aeiu])|[$£€]?(?:8|1,?[18])"
    r"|h(?:our|on[eo]|eir)|[FHLMNRSXmnsr](?![a-z])))"
)
_BEFORE_CONSONANT = r"(?=[\"“‘'(]?(?![aiAI8]|e[^uw]|E[^uwUW]|o(?!n[ce]|u[ai]|ax)|u(?:n[^aiu]|p)))"
_A = expression(rf"a (?<=[ \"“‘(—–]a ){_BEFORE_VOWEL}")
_AN = expression(rf"an (?<=[ \"“‘(—–]an ){_BEFORE_CONSONANT}")
_CAPITAL = expression(rf"A(?: {_BEFORE_VOWEL}|n {_BEFORE_CONSONANT})")


@cache
def _word() -> re.Pattern[str]:
    return compiled(r"[\"“‘'(]?(?P<word>[$£€]?\w(?:[\w’'&]|[.,](?=\w)|-(?=\w))*\.?)")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for start, after in sorted(_articles(document, text)):
        match = _slip(text, start, after)
        if match is not None and not _is_foreign(text, start) and not parts_copies(text, after):
            yield match


def _is_foreign(text: str, start: int) -> bool:
    """Whether nothing round an article is English: "ki a au anō, ki taku iwi"."""
    before = text[max(0, start - _ROUND) : start].rpartition("\n\n")[2]
    after = text[start : start + _ROUND].partition("\n\n")[0]
    words = f"{before}{after}".lower().split()
    return len(words) >= _FEWEST and ENGLISH.isdisjoint(words) and not (before + after).isascii()


def _articles(document: Document, text: str) -> Iterator[tuple[int, int]]:
    """Where each article begins that may be wrong, and where what follows it does."""
    for article in (_CAPITAL, _A):
        for found in article.finditer(text):
            yield found.span()
    if "an" in token_set(document):
        for found in found_by("an ", _AN, text):
            yield found.span()


def _slip(text: str, start: int, after: int) -> Match | None:
    """The slip of the article at `start`, if it is one. after: where what follows the article begins."""
    article = text[start : after - 1].lower()
    if text[start] == "A" and not _begins_sentence(text, start):
        return None  # the letter, a grade, a name in Irish or Vietnamese
    if text[start] == "A" and _word_at(text, after) in _OPENERS:
        return None  # an item of a list: "A All gates are shut."
    if text[start - 1 : start] == ".":
        return None  # "the U.S.A illegally"
    if text[max(0, start - 5) : start].lower().endswith("the "):
        return None  # the letter; or two articles, which is another fault
    found = _word().match(text, after)
    right = None if found is None else _right_article(found.group("word"), article)
    if found is None or right is None or right == article:
        return None
    if found.group("word") in ("a", "an"):
        return None  # two articles
    if text[after] == "(" and found.group("word").lower() in _NOT_HEARD:
        return None  # the article is that of the word which nobody heard
    if text.startswith(("- —", "- –", "-—"), found.end("word")):
        return None  # somebody broke off: "an his- — an historic day"
    if article == "a" and _is_particle(text, start, found.group("word")):
        return None
    written = text[start : found.end("word")].rstrip(".,")
    word = written[len(article) :].strip()
    if word in _DETERMINERS:  # it stands for an article, and one of the two was to go
        cured = word.capitalize() if text[start] == "A" else word
        return Match(Span(start, start + len(written)), suggestions=(cured,), safe=False)
    cured = text[start] + right[1:] + written[len(article) :]
    return Match(Span(start, start + len(written)), suggestions=(cured,))


def _word_at(text: str, start: int) -> str:
    """The letters that follow an offset."""
    end = start
    while text[end : end + 1].isalpha():
        end += 1
    return text[start:end]


def _is_particle(text: str, start: int, word: str) -> bool:
    """Whether "a" stands between two parts of a name in another language: "Te Whanau a Apanui"."""
    before = text[max(0, start - _NEAR) : start].rpartition(" ")[0].rpartition(" ")[2]
    names = before.istitle() and before.isalpha() and word.istitle()
    return names and not word.endswith(_OF_PLACES) and text[start - len(before) - 3 : start - len(before) - 2].isalnum()


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start]
    return before == "" or before[-1] in '\n"“‘(' or before.rstrip(" ")[-1:] in tuple(".?!:…”•—–")


def _right_article(word: str, article: str) -> str | None:
    """The article that the sound of a word asks for; None where that is doubtful or the word is no noun's."""
    if word[0] in "$£€" or word[0].isdigit():
        return _before_figure(word)
    stem = _PART_END.split(word, maxsplit=1)[0]
    if _ROMAN.match(stem):
        return None  # a IV Dan, an IV drip
    letters = stem[:-1] if stem.endswith("s") and stem[:-1].isupper() else stem
    if _is_degree(letters):
        return "an" if stem[0] in _VOWEL_NAMES else "a"
    if _DOTTED.match(word):
        return None  # M.A.S.H., N.A.T.O.
    if len(letters) == 1 or stem[:2].isupper() or any(one.isdigit() for one in stem):
        return _before_letters(word, letters)
    if stem[0].islower() and stem[1:2].isupper() and len(stem) > 2:  # mRNA, eBook, rOpenSci
        return "an" if stem[0].upper() in _VOWEL_NAMES else "a"
    folded = stem.lower()
    if folded in _NO_NOUNS or folded.startswith(_EITHER):
        return None
    if folded[0] not in "aeio" and not any(one in _VOWELS + "y" for one in folded[1:]):
        return None  # an abbreviation in lower case: mph
    if folded[0] in _VOWELS:
        if folded.startswith("one"):
            return "a" if folded == "one" else None
        return "a" if folded.startswith(_CONSONANT) else "an"
    if folded.startswith(_SILENT):
        return None if folded.startswith(_NAMES) else "an"
    if folded.startswith("sq") and folded[2:3] != "u":
        return None  # sqlite
    if folded[0] in _ONSETS and folded[1] not in _VOWELS + "y" + _ONSETS[folded[0]]:
        return None  # a letter and a word: href, xterm
    if article == "an" and stem[0].isupper() and not stem.endswith(_OF_PLACES):
        return None  # a name: An Wang, an Garda
    return "a"


def _is_degree(letters: str) -> bool:
    """Whether letters that no vowel helps to say are capitals and small ones: PhD, MSc."""
    if (
        letters.isupper()
        or letters in _UNITS
        or letters[1:].islower()
        or not letters[0].isupper()
        or not letters.isalpha()
    ):
        return False
    return not any(one in _VOWELS + "y" for one in letters.lower())


def _before_figure(word: str) -> str | None:
    figures = _FIGURES.match(word)
    if figures is None:
        return None
    digits = figures.group(1).replace(",", "")
    if digits[0] == "0":
        return None
    if digits[0] == "8":
        return "an"
    if digits[:2] in ("11", "18"):
        # Eleven, eleven thousand; but four of them are eleven hundred or one thousand one hundred.
        return {2: "an", 5: "an", 8: "an", 4: None}.get(len(digits), "a")
    return "a"


def _before_letters(word: str, letters: str) -> str | None:
    """The article before an abbreviation, a single letter, or letters with figures."""
    first = letters[0]
    if word in _READ_OUT or letters in _READ_OUT or not letters.isupper():
        return None
    by_name = "an" if first in _VOWEL_NAMES else "a"
    if len(letters) == 1:
        return by_name if word[1:2] in ("-", ".", "&") else None
    if not letters.isalpha():
        # F1, H1N1; but R500 and N500 are money, and X is often a ten.
        return by_name if letters[1].isdigit() and first not in "RNX" else None
    if first in "AEIO":
        return None if letters != "EU" and letters.startswith(("EU", "ONE", "OUI")) else "an"
    if first == "U":
        return "a" if len(letters) <= 4 else None
    if by_name == "a" or letters in _SPELLED:
        return by_name
    # Without a vowel it is no word; with one it may be either.
    return None if first == "X" or any(one in "AEIOUY" for one in letters) else "an"


RULE = Rule(
    summary="'a' for 'an', or 'an' for 'a'.",
    why="The sound that follows decides: an hour, an MP, an 18-year-old, but a European, a one-off, a UN force. Words "
    "that are said in two ways (an historic, a herb) are left alone. In quoted words the slip is the paper's too, but "
    "the fix leaves them alone.",
    message="'{match}' should be '{suggestion}'.",
    fix="safe",
    check=check,
    gate=Gate(words=("a", "an")),
    examples=(
        Example(good="They voted to allow a allow a vote.", why="A phrase that is printed twice: another fault."),
        Example(
            good="She spoke first in the old language:\n\nNō reira, nei ahau e tangi nei ki a au anō, ki taku iwi, ki te iwi o te awa.",
            why="Another language.",
        ),
        Example(good="For an rOpenSci talk and an eBay sale, let a equals nine.", why="A letter and a name; a letter."),
        Example(
            good="A All gates are shut.\n\nB The boats are out.\n\nShe wore a M.A.S.H. shirt, and wrote an sqlite file.",
            why="The letters of a list, an abbreviation that is said as a word, and one in small letters.",
        ),
        Example(bad="<mark>A agent</mark> came. <mark>A estate</mark> was sold."),
        Example(
            good="She heard a (inaudible) and an (inaudible). It was an his- — an historic day. He is a IV Dan. Two men of "
            "Te Whanau a Apanui came.",
            why="What nobody heard, what somebody broke off, a Roman figure, a name in Maori.",
        ),
        Example(
            bad="She took <mark>an PhD</mark> and <mark>a MSc</mark> at $5 a MWh.",
            good="She took a PhD and an MSc at $5 a MWh.",
        ),
        Example(
            good="Type it into an xterm, in an nCore box; a SQL and an SQL query are one. A svelte and a mnemonic hung there.",
            why="A letter that is said by its name, one word said in two ways, and rare beginnings.",
        ),
        Example(good="They played at Mülheim an der Ruhr, and at the Theater an der Wien.", why="German."),
        Example(good="He won the Giro and the Vuelta a Espana in one year.", why="A name abroad."),
        Example(good="It has a AAA rating, down from a AA+ rating. Some are in the U.S.A illegally.", why="Triple A."),
        Example(
            bad="It took <mark>a hour</mark> to find <mark>an university</mark>.",
            good="It took an hour to find a university.",
        ),
        Example(
            bad="<mark>A MP</mark> and <mark>a 18-year-old</mark> met.",
            good="An MP and an 18-year-old met.",
        ),
        Example(
            bad="It was <mark>a easy</mark> win, <mark>an 10-0</mark> one.",
            good="It was an easy win, a 10-0 one.",
        ),
        Example(
            bad="He is <mark>an European</mark>, not <mark>an British</mark>, diplomat and <mark>a FBI</mark> man.",
            good="He is a European, not a British, diplomat and an FBI man.",
        ),
        Example(
            bad="It was <mark>a another</mark> year. <mark>A each</mark> of them left.",
            good="It was another year. Each of them left.",
            why="Two words that do one job.",
        ),
        Example(
            bad="It is <mark>a $8bn</mark> plan and <mark>a EU</mark> rule.",
            good="It is an $8bn plan and an EU rule.",
        ),
        Example(
            good="A one-off: a European, a UN force, a U-turn, a NATO summit, a historic or an historic day, an heir, "
            "an F-16, an X-ray, an NHS ward, an 80-year-old, an 11th, a 1,100 and a 100.",
        ),
        Example(
            good="Vitamin A is good. Group A and Serie A are full. An Post and the late An Wang were named. A US or a "
            "SWAT team, a FTSE 100 firm, an mph less, the a of it, a N.Y. court.",
            why="The letter, names, words said in two ways.",
        ),
    ),
)
