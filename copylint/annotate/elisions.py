"""Words that an apostrophe begins, parts or ends: elisions, contractions, names of other alphabets."""

from __future__ import annotations

from copylint.annotate.marks import suffix, word_after, word_before
from copylint.expressions import expression

# Words that have lost their beginning.
ELISIONS = frozenset(
    "em im er till til tis twas twere twill twould tisn twasn tain tween twixt twon n cause cuz coz cos "
    "round bout neath nuff nother nuther tude burb burbs hood gainst gainst less lest cept spect spose kay "
    "fraid sup zup dem keeper flu cello phone plane bus copter gator roid roids stache tache zine fro shroom "
    "shrooms scuse ello allo ey ow owever ere ave ad ard ell ouse ouses ome am appen alf ead eads erself "
    "imself isself night morning noon lo bama nam skins niners sixers canes noles cuse yotes zags "
    "nova bye ndrangheta".split()
)
# Those that are words in full too: what closes behind them is a quotation.
_WORDS_TOO = frozenset(
    "cause round bout hood gainst less keeper flu cello phone plane bus night morning noon skins nova bye".split()
)
_CLOSED = expression(r"[^\n‘’'.!?]{1,60}[’'](?!\w)")
# Words that have lost their end.
_CUT_SHORT = frozenset("an o ol th wi lil li mo fo fi y ma t d gi ha ca wha ne gran mos jus tha".split())
# Words that end like these and have lost nothing.
_WHOLE = frozenset(
    "begin origin margin basin cabin robin within latin violin penguin dolphin virgin resin coffin muffin pumpkin ruin"
    " vitamin admin putin lenin stalin dublin berlin martin kevin justin austin join coin twin chin skin spin".split()
)
# Words that stand in front of a letter that is spoken of, where ’n’ is no "and".
OF_LETTERS = frozenset("the letter letters a an or variable capital lowercase with of is in".split())
OF_NAMES = frozenset(("O", "D", "d", "L", "l", "dell", "Dell"))  # O’Brien, d’Estaing, dell’Orto
_WITHIN = frozenset(
    (
        ("o", "clock"),
        ("d", "you"),
        ("d", "ye"),
        ("ma", "am"),
        ("y", "all"),
        ("o", "er"),
        ("e", "er"),
        ("ne", "er"),
        ("e", "en"),
    )
)  # what an apostrophe parts besides the suffixes
# Words with a vowel in front that begin speech.
_SPEECH_BEGINS = frozenset(
    "a about after again all almost also although always am among an and another any anyone anything are as "
    "ask at each either else enough even ever every everybody everyone everything exactly excellent i if i’m "
    "i’ve i’ll i’d in indeed instead into is it its it’s of oh okay ok on once one only open or other others "
    "our out over under unless until up us use unfortunately unacceptable obviously actually absolutely "
    "awful easy".split()
)


def elided(text: str, at: int) -> bool:
    """True if the mark at an offset stands for lost letters or figures at a word's beginning: ’til, ’90s,
    ’s-Gravenhage."""
    word = word_after(text, at + 1)
    if word.isdigit():
        behind, further = text[at + 3 : at + 4], text[at + 4 : at + 5]
        if behind == "%" or (behind == "-" and further == "y") or (behind in ("’", "'") and further != "s"):
            return False  # ‘68% agree’, ‘16-year-old held’, the title ‘24’
        return len(word) == 2 and not (behind in (".", ",") and further.isdigit())
    if len(word) == 3 and word[:2].isdigit() and word[2] == "s":
        return True
    follows = text[at + 1 + len(word) : at + 2 + len(word)]
    if word in ("s", "t"):
        return follows in ("-", " ")
    if word in _WORDS_TOO and text[at] != "’" and _CLOSED.match(text, at + 1):
        return False  # ‘night owls’
    return word.lower() in ELISIONS


def contracts(text: str, at: int) -> bool:
    """An opening mark within a word where only an apostrophe can be: don‘t, O‘Brien. Hawai‘i and Qur‘an are not."""
    if suffix(text, at):
        return True
    following = text[at + 1 : at + 3]
    ahead = word_before(text, at)
    if ahead in OF_NAMES and following[:1].isupper() and following[1:].islower():
        return True
    behind = word_after(text, at + 1)
    if ahead.isupper() and len(ahead) > 1 and behind.isupper() and len(behind) == 1:
        return True  # INT’L, GOV’T
    return (ahead.lower(), behind) in _WITHIN


def cut_short(text: str, at: int) -> bool:
    """goin’, an’, o’: a word that has lost its end."""
    if not text[at - 1 : at].isalpha() or not text[at + 1 : at + 2].isspace():
        return False
    word = word_before(text, at).lower()
    if len(word) > 3 and word.endswith("in"):
        return not word.endswith("ain") and word not in _WHOLE
    return word in _CUT_SHORT


def transliterates(text: str, at: int) -> bool:
    """The ayn of ‘Ali, the okina of ‘Ewa: a name or a term that begins with a vowel, not a word that begins speech."""
    word = word_after(text, at + 1)
    if not word or word[0] not in "AEIOUaeiouĀĪŪāīū":
        return False
    return word.lower() not in _SPEECH_BEGINS
