"""What parts two spellings: an ending, a gender, a sound. Names in lower case and without accents, no document."""

from __future__ import annotations

from copylint.annotate.known_names import KnownNames, NameList

_PAIRED_ENDINGS = (
    ("ism", "ist"),
    ("isms", "ists"),
    ("man", "men"),
    ("ist", "ists"),
    ("ing", "ings"),
    ("ed", "er"),
    ("ive", "ion"),
    ("y", "ies"),
)
_ENDINGS = frozenset("ian an n ns is ish ic ist er ers man men ese ene ite i".split())


def inflected(first: str, second: str) -> bool:
    """True if the longer form is the shorter with the ending of a people, a follower or an adjective, or if both have a
    stem with two such endings."""
    shorter, longer = sorted((first, second), key=len)
    ending = longer[len(shorter) :]
    if ending == "m" and shorter.endswith("i"):
        return True  # Haredi and Haredim
    if ending in _ENDINGS and longer.startswith(shorter) and (ending[0] != "n" or shorter[-1] in "aei"):
        return True
    for one, two in _PAIRED_ENDINGS:
        for a, b in ((first, second), (second, first)):
            if a.endswith(one) and b.endswith(two) and a[: -len(one)] == b[: -len(two)]:
                return True
    return False


# Ethiopia and Ethiopic, the Emirates and the Emiratis; what begins a compound: Italy and Italo, France and Franco.
_OF_PLACES = (("ia", "ic"), ("ates", "atis"), ("ate", "ati"), ("y", "o"), ("ce", "co"))


def made_of_name(first: str, second: str, known: KnownNames) -> bool:
    """True if one form is made of the other: the adjective of a place (Ethiopic), the land around it (Snowdonia), what
    is done with a thing (Googled), the nickname of a surname (Broady), a given name cut short (Josh)."""
    for one, two in ((first, second), (second, first)):
        for a, b in _OF_PLACES:
            if one.endswith(a) and two == one[: -len(a)] + b and (one in known.capitals or a in ("ates", "ate")):
                return True
    shorter, longer = sorted((first, second), key=len)
    ending = longer[len(shorter) :]
    if not longer.startswith(shorter):
        return False
    if len(ending) == 2 and shorter in known.given and longer in known.given:
        return True
    if known.have(longer) and ending != "ia":
        return False
    if ending in ("d", "ed", "ing"):
        return shorter in known.capitals
    return ending == "ia" or (ending == "y" and (shorter in known.words or shorter in known.surnames))


def foreign_ending(first: str, second: str) -> bool:
    """True if one is the other with the ending of a Romance language: Italian and Italiano, Saudi and Saudia."""
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in ("o", "a", "e", "os", "as", "ia")


def foreign_form(form: str, english: str) -> bool:
    """True for a name as another language may have it: Brasil, Habana, Groep, Islami, Australis."""
    if form[:-1] == english[:-1] or form == english[:-1]:
        return True
    apart = [{*pair} for pair in zip(form, english, strict=False) if pair[0] != pair[1]]
    return len(form) == len(english) and all(pair in ({"s", "z"}, {"b", "v"}) or pair <= {*"aeiou"} for pair in apart)


def swapped_letters(first: str, second: str) -> bool:
    """True if two words have the same letters, and one of them, but not the first, in another place, or two of them
    have changed places: Hidalgo and Hildago, Duhok and Dohuk, Hadeburo and Habeduro, but not Shuto and South."""
    if first[0] != second[0] or sorted(first) != sorted(second):
        return False
    start, end = 0, len(first)
    while start < end and first[start] == second[start]:
        start += 1
    while end > start and first[end - 1] == second[end - 1]:
        end -= 1
    one, two = first[start:end], second[start:end]
    if two in (one[1:] + one[:1], one[-1:] + one[:-1]) or (len(one) == 3 and two == one[::-1]):
        return True
    return _without_vowels(one) == _without_vowels(two)


def _without_vowels(word: str) -> str:
    return "".join(letter for letter in word if letter not in "aeiou")


def slip_shaped(first: str, second: str) -> bool:
    """True if two edits look like slips of the fingers or the ear: the same letters in another order, or the same
    consonants, doubled or not."""
    if swapped_letters(first, second):
        return True
    return _consonants(first) == _consonants(second)


def _consonants(word: str) -> str:
    kept = ""
    for letter in word.translate(_ONE_LETTER):
        if letter not in "aeiouy'-" and letter != kept[-1:]:
            kept += letter
    return kept


_ONE_LETTER = str.maketrans("zcqw", "skkv")


def of_a_place(word: str, known: NameList) -> bool:
    """True for the adjective or the people of a place that is known: Asian, Pakistani, Japanese."""
    return word in known and any(
        word.endswith(ending) and (word[: -len(ending)] in known or word[: 1 - len(ending) or None] in known)
        for ending in ("n", "an", "ian", "i", "ese", "ish")
    )


def is_land(word: str, known: NameList) -> bool:
    """True for a place that is known, as is the adjective of its people: Iraq, Iran."""
    return word in known and any(word + ending in known for ending in ("n", "an", "ian", "i", "ese"))


def one_people(first: str, second: str) -> bool:
    """True for two spellings of a people's name: Ecuadorean and Ecuadorian."""
    return first[:-3] == second[:-3] and {first[-3:], second[-3:]} == {"ean", "ian"}


def plural(first: str, second: str) -> bool:
    """True if one is the other with -s, or behind an s with -es: a family, a people, a word."""
    shorter, longer = sorted((first, second), key=len)
    return longer == shorter + "es" or (longer == shorter + "s" and not shorter.endswith("s"))


def gendered(first: str, second: str) -> bool:
    """True for the surnames of a man and a woman: Petrov and Petrova, Novak and Novakova, Kowalski and Kowalska,
    Tolstoy and Tolstaya."""
    one, two = first.removesuffix("s"), second.removesuffix("s")
    if one[:-1] == two[:-1] and one[-5:-1] in ("ipin", "atin", "ican") and {one[-1], two[-1]} == {"o", "a"}:
        return True  # Filipino and Filipina
    shorter, longer = sorted((one, two), key=len)
    if longer == shorter + "a" and shorter.endswith(("v", "in", "yn", "sky", "skiy")):
        return True
    if longer in (shorter + "ova", shorter[:-1] + "ova", shorter + "eva", shorter[:-2] + "aya", shorter[:-1] + "aya"):
        return True
    return (
        len(first) == len(second)
        and first[:-1] == second[:-1]
        and {first[-1], second[-1]} == {"i", "a"}
        and (first.endswith(("ski", "ska", "cki", "cka", "dzki", "dzka")))
    )


_MEN = ("", "o", "e", "us", "is", "i", "os")
_WOMEN = ("a", "e", "ne", "le", "ie", "es", "ia", "na", "la", "ina", "te")


def of_two_sexes(first: str, second: str) -> bool:
    """True for the given names of a man and a woman: Paolo and Paola, Julian and Juliana, Francis and Frances."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    one, two = first[start:], second[start:]
    if start < 3:
        return False
    if {one, two} in ({"ey", "ei"}, {"y", "i"}, {"y", "ie"}, {"y", "ey"}):
        return False
    return (one in _MEN and two in _WOMEN) or (two in _MEN and one in _WOMEN)


def differ_at_end(first: str, second: str) -> bool:
    """True if only endings part two words: Turkey and Turkes, France and Franco, Somalia and Somalis."""
    return first[:-2] == second[: len(first) - 2] or second[:-2] == first[: len(second) - 2]


# Letters that one sound is written with at the beginning: Gaddafi and Qaddafi, Kirill and Cyrill.
_SOUNDS = ("gqk", "ckq", "yji", "iey", "szx", "vwf", "ouw", "bp", "dt", "ae", "jz", "hk", "pf")


def sounds_alike(first: str, second: str) -> bool:
    """True if two letters may begin two spellings of one name."""
    return first == second or any(first in sounds and second in sounds for sounds in _SOUNDS)


def undoubled(word: str) -> str:
    """A word with one letter of each that is doubled."""
    return "".join([letter for at, letter in enumerate(word) if letter != word[at - 1 : at]])


_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Letters that look or sound alike, beside those that begin one sound.
_ALIKE = "mn il bd bv gj ln lr cs fh".split()
_VOWELS = "aeiouy"


def likely_slip(first: str, second: str) -> bool:
    """False for two words that one consonant parts which no finger, eye or ear takes for the other: Baker and Bamer,
    but not Baker and Bajer, Bager, Bakar or Bakker."""
    if len(first) != len(second):
        return True
    apart = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    if len(apart) != 1:
        return True
    one, two = apart[0]
    if any(double in word for word in (first, second) for double in (one * 2, two * 2)):
        return True  # "Danii" and "Danni"
    if one in _VOWELS or two in _VOWELS:
        vowels = "aeiou" if "y" not in (one, two) else "iey"
        alike = _beside(one, two) or {one, two} in ({"i", "l"}, {"u", "w"}, {"u", "v"})
        return alike or (one in vowels and two in vowels)
    return _beside(one, two) or sounds_alike(one, two) or any(one in alike and two in alike for alike in _ALIKE)


def _beside(one: str, two: str) -> bool:
    """True if two letters are neighbours on the keyboard."""
    places = [(row, keys.index(letter)) for letter in (one, two) for row, keys in enumerate(_KEYS) if letter in keys]
    if len(places) < 2:
        return True  # a letter that is on no English keyboard
    (upper, left), (lower, right) = sorted(places)
    return (upper == lower and abs(left - right) == 1) or (lower == upper + 1 and right in (left - 1, left))


def _skeleton(word: str) -> str:
    """A word with the spellings of one sound made one: no double letters, no vowels but the first."""
    for spelling, sound in (
        ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("tch", "ch"), ("sch", "sh"), ("ck", "k"),
        ("cz", "ch"), ("ts", "z"), ("tz", "z"), ("q", "g"), ("c", "k"), ("w", "v"), ("x", "ks"), ("j", "y"), ("z", "s"),
    ):  # fmt: skip
        word = word.replace(spelling, sound)
    kept = word[:1]
    for letter in word[1:]:
        if letter not in "aeiouyh'-" and letter != kept[-1]:
            kept += letter
    return kept


def one_sound(first: str, second: str) -> bool:
    """True if two words may be two spellings of one name, with other vowels or letters for one sound."""
    return _skeleton(first) == _skeleton(second)


def camel(form: str) -> bool:
    """True for what is no word, of a form with its capitals: URLs, NavalX, It'll."""
    capitals = sum(letter.isupper() for letter in form)
    return (capitals > 1 and (capitals * 2 > len(form) or form[-1].isupper())) or form[-3:] in _CONTRACTIONS


_CONTRACTIONS = frozenset(mark + ending for mark in "'’" for ending in ("ll", "re", "ve"))
