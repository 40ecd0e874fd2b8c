"""What tells that two names which a slip may part are two names after all, or that the article speaks of the slip."""

from __future__ import annotations

from copylint.annotate.beside import MOST_PLACES
from copylint.annotate.given_names import twins
from copylint.annotate.known_names import KnownNames
from copylint.annotate.name_forms import (
    foreign_ending,
    inflected,
    likely_slip,
    made_of_name,
    plural,
    slip_shaped,
    sounds_alike,
)
from copylint.annotate.near_names import distance, places
from copylint.annotate.own_names import Placed, is_in_own_name, is_led, is_mere_word, leader, leads, stand_apart
from copylint.annotate.people import COURTESY, NOT_PEOPLE, TITLES, neighbours, plain
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression

_NEAR = 60  # characters before a form that a determiner and a given name may take
_SHORT_WORD = 6  # letters of a word that is in many titles
_LONG_STATE = 5  # letters of a state that is not shortened: R-Fla, R-Ala
_LONGEST_NAME = 60  # characters before the bracket that shortens a name

# "Trumpy", "a Googler", "Googled": what is made of a name. A slip adds no such ending.
_DERIVED = frozenset("y r d ed er ers rs ish ites ing esque".split())
# "the Marco Rubios of the world", "no Nancy Pelosis", "a bunch of little Hubert Humphreys"
_MANY = expression(
    r"\b(?:the|these|those|more|many|no|any|few|two|three|several|other|all|little|future|potential|of|next)"
    r"(?: (?:[A-Z]\w+|and)){0,4} $"
)
_KINS = (
    "son|daughter|brother|sister|father|mother|cousin|uncle|aunt|nephew|niece|twin|grandson|granddaughter|grandfather|"
    "grandmother"
)
_KIN = expression(  # before a name: "and her son "
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)(?: [a-z-]+)? (?:wife|husband|{_KINS}),? (?:[A-Z][\w-]+ ){{0,2}}\Z"
)
_OF_KIN = expression(rf"\b(?:{_KINS}),? ([A-Z][\w-]+ )?\Z")
_IS_KIN = expression(rf" [A-Z][\w-]+, (?:[A-Z0-9][\w-]+['’]s|his|her|their) (?:[a-z-]+ )?(?:{_KINS})\b")
_OF_WHOM = expression(r" (?:of (?:the|this|our|that)|out there|who|everywhere)\b")
_SIC = expression(r"[\w'’]*[.,!?;:]?\s?[”\"’']?\s?[\[(]\s?[Ss]ic\b")
_OWNED_UP = expression(
    r"\b(?:mis-?spel|spell?ing\b|spelled\b|spelt\b|corrected to\b|[Tt]his version corrects|"
    r"(?:earlier|previous) version|(?:also|better) known as (?:[A-Z]\w+ )?$|"
    r"(?:erroneously|mistakenly|wrongly|incorrectly) (?:called|named|referred|wrote|printed)|"
    r"(?:wrote|entered|recorded|changed|altered|shortened|anglici[sz]ed) (?:the|his|her|their|its) (?:sur)?names?\b)"
)
_COINED = expression(r"\b(?:called|(?:is|was|are|were) known as|nicknamed|dubbed|born)(?: the)? [“‘\"']?$")
_KIND_BEFORE = expression(
    r"(?<![\w-])(?:an?|another|every|no|fellow|young|old|first|last|only|second|(?:young|old|great|fast)est) $"
)
_ARTICLE = expression(r"\b(?:La|El|Le|Los|Las|Il|Lo|Al) $")
_IN = expression(r"\b(?:in|near) $")
_TRUST = expression(r"\b(?:confidence|faith|trust\w*|belie\w+|interest\w*|disappointed) in $")  # somebody
_FROM = expression(r"\b(?:in|near|at|from) $")
_SECOND_NAMES = frozenset("singh kumar kaur devi khan ali ahmed lal das begum bibi".split())  # they tell nobody apart
_FIGURE = expression(r"\.? \d")
_BROKEN = "âÂÃ"  # what is left of a curly apostrophe that was read in another encoding


def are_two(document: Document, known: KnownNames, minor: str, major: str, same: bool) -> bool:
    """True if something parts the two forms. `same`: both stand beside one name."""
    text = flowed(document)
    small, great = plain(minor), plain(major)
    if (
        made_of_name(great, small, known)
        or _are_compounds(minor, major, known)
        or _is_abroad(document, known, minor, major)
    ):
        return True
    if _abbreviates(document, minor) or _abbreviates(document, major):
        return True
    if {small[:5], great[:5]} == {"inter", "intra"}:
        return True  # "Internet" and "Intranet"
    if minor[-1] in _BROKEN and minor[:-1] == major:
        return True  # "Abbottâ€™s": a broken apostrophe
    at = places(document, minor)[:MOST_PLACES]
    if major.startswith(minor) and all(text.startswith(("...", "…"), start + len(minor)) for start in at):
        return True  # "Imperial Beac…": a link that is cut short
    others = places(document, major)[:MOST_PLACES]
    if all(_is_noted(text, start, minor, major) for start in at):
        return True
    if small in NOT_PEOPLE and all(_FIGURE.match(text, start + len(minor)) for start in at):
        return True  # "June 30"
    if great in NOT_PEOPLE and all(
        leads(document, start, minor) or leader(document, known, start, minor) for start in at
    ):
        return True  # "Sunday", and "Sunda Strait"; "Monday", and "Tony Munday"
    if plural(small, great):
        form, stand = (minor, at) if len(minor) > len(major) else (major, others)
        if all(_is_of_many(text, start, form) for start in stand):
            return True
        short = min(minor, major, key=len)
        if short.endswith("er") and places(document, short[:-2]):
            return True  # "a Hong Konger", Hong Kongers
    both = (minor, at), (major, others)
    if twins(small, great):
        return _kin(text, at, others)
    if all(_KIND_BEFORE.search(text, max(0, start - 12), start) for start in at) and is_led(
        document, known, others, major
    ):
        return True  # "the youngest Scot", and "Duncan Scott"
    if _kin(text, at, others) or all(_is_of_kin(document, known, start, minor) for start in at):
        return True
    if any(
        _after_article(text, known, *pair) or _place_and_person(document, known, *pair) for pair in (both, both[::-1])
    ):
        return True
    if small[0] != great[0] and distance(small, great, 1) > 1 and not sounds_alike(small[0], great[0]):
        return True  # "Robert Downey", "Robert Towne"
    unlike = not likely_slip(small, great)
    if unlike and small[0] != great[0]:
        return True  # "Kim Jong Un", "Kim Song"
    if unlike and {plain(neighbours(document, start, minor)[1]) for start in at} <= _SECOND_NAMES:
        return True  # "Baljinder Singh" and "Balwinder Singh"
    if same:
        return False
    if unlike:
        return True  # "Aircel" and Airtel, "John Carey" and Casey
    if is_in_own_name(document, known, *both):
        return True
    if _is_title_word(great, known) and not (slip_shaped(small, great) or is_led(document, known, others, major)):
        return True  # "Facebook Video", and Vimeo
    if minor.startswith(major) and minor[len(major) :] in _DERIVED and not is_led(document, known, at, minor):
        return True
    if all(_is_short_state(text, start, start + len(minor)) for start in at):
        return True
    shorter, longer = sorted((small, great), key=len)
    if foreign_ending(shorter, longer) and (
        shorter in known.words or (shorter in known.capitals and shorter not in known.surnames)
    ):
        return True  # "Presse" and "Press"
    if small[:-1] == great[:-1] and (is_mere_word(small, known) or is_mere_word(great, known)):
        return True  # "Politico" and "Politics"
    return any(stand_apart(document, known, *pair) for pair in (both, both[::-1]))


def _is_short_state(text: str, start: int, end: int) -> bool:
    """True for "(Mich.)" and "Flint, Mich., was"."""
    if text[start - 1 : start] == "(":
        return text.startswith(".", end)
    return text[start - 2 : start] == ", " and text.startswith((".,", ".)", ". "), end)


def _in_english(word: str) -> tuple[str, ...]:
    return word.replace("k", "c"), word.replace("cion", "tion"), word.replace("s", "z")


def _is_abroad(document: Document, known: KnownNames, minor: str, major: str) -> bool:
    """True if one form is the other as another language has it, in a name: "Newsroom Afrika", "Congreso Nacional"."""
    for form, other in ((minor, major), (major, minor)):
        low, english = plain(form), plain(other)
        if not known.have(low) and english != low and english in _in_english(low):
            beside = [neighbours(document, at, form) for at in places(document, form)[:MOST_PLACES]]
            return all(any(word and plain(word) not in TITLES for word in words) for words in beside)
    return False


def _is_noted(text: str, start: int, minor: str, major: str) -> bool:
    """True if the article speaks of the spelling: "[sic]", "misspelled his name", "Samuelson, not Samuelsen"."""
    end = start + len(minor)
    if _SIC.match(text, end) or text.endswith((f"{major} known as ", f"{major}, known as "), 0, start):
        return True
    if _COINED.search(text, max(0, start - 20), start) or _is_quoted(text, start, end):
        return True
    if (
        text[max(0, start - 12) : start].endswith((" not ", "(not ", " instead of "))
        and major in text[max(0, start - 50) : start]
    ):
        return True
    if text.startswith(f" instead of {major}", end):
        return True
    from_, to = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    to = to if to >= 0 else len(text)
    near = max(from_, start - 160), min(to, end + 160)
    return _OWNED_UP.search(text, *near) is not None


def _is_quoted(text: str, start: int, end: int) -> bool:
    """True if a word alone stands in quotation marks, as what somebody made up or misread does."""
    before, after = text[start - 1 : start], text[end : end + 2].lstrip(",.")[:1]
    return (before, after) in (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))


def _kin(text: str, one: list[int], other: list[int]) -> bool:
    """True if a sentence names both and tells how they are related: "Ada Quill and her son Adam Quill"."""
    spans = (sorted((first, second)) for first in one for second in other if abs(first - second) < _LONGEST_NAME)
    return any(_KIN.search(text, *span) is not None for span in spans)


def _is_of_kin(document: Document, known: KnownNames, start: int, form: str) -> bool:
    """True if a form is the given name of somebody's relative: "his grandfather Abdul Karim", "son, Chen Xiaotong",
    "Dawud Burke, the singer's father". Such have a name like the other's; a surname may be misspelt all the same."""
    text = flowed(document)
    found = _OF_KIN.search(text, max(0, start - _LONGEST_NAME), start)
    if found is None:
        return _IS_KIN.match(text, start + len(form)) is not None
    before = found.group(1)
    return leads(document, start, form) or (before is not None and plain(before.rstrip()) not in known.given)


def _is_of_many(text: str, start: int, form: str) -> bool:
    if _OF_WHOM.match(text, start + len(form)):
        return True
    return _MANY.search(text, max(0, start - _NEAR), start) is not None


def _are_compounds(first: str, second: str, known: KnownNames) -> bool:
    """True if two forms are a letter or a name with a word, and no names: A-team, E-team; US-based, UK-based."""
    one, hyphen, rest = first.replace("‑", "-").rpartition("-")
    two, other_hyphen, other = second.replace("‑", "-").rpartition("-")
    if not hyphen or not other_hyphen:
        return False
    if one.isupper() and two.isupper() and (one != two or len(rest) < _LONG_STATE):
        return True  # but not R-Virginia and R-Virgina
    if (
        rest == other
        and rest[:1].isupper()
        and (
            inflected(one.lower(), two.lower())
            or (plural(one.lower(), two.lower()) and rest.lower() in known.words)
            or {one[-1], two[-1]} == {"o", "a"}
        )
    ):
        return True  # Israel-Hamas and Israeli-Hamas, Russia-Pakistan and Russo-Pakistan, Governors-General
    if not rest.islower() or not other.islower():
        return False
    # Two given names of East Asia with one syllable in common: Kwok-tung, Kwok-yung.
    return (rest in known.words and other in known.words) or (one == two and rest[0] != other[0])


def _abbreviates(document: Document, form: str) -> bool:
    """True if a form stands in brackets behind what it is made of: Association of Southeast Asian Nations (Asean)."""
    text = flowed(document)
    at = next(iter(occurrences(document, f"({form})", text)), -1)
    if at < 0:
        return False
    before = text[max(0, at - _LONGEST_NAME) : at].split()
    return len([word for word in before[1:] if word[0].isupper() and word[0].lower() in form.lower()]) > 2


def _after_article(text: str, known: KnownNames, one: Placed, other: Placed) -> bool:
    """True if one form stands nowhere but after a Romance or Arabic article with a capital, and the other never: Venice
    and La Fenice, Arabia and Al Arabiya."""
    found, others = ([_ARTICLE.search(text, max(0, start - 4), start) for start in at] for _, at in (one, other))
    if None in found or any(others):
        return False
    # "Al" is a given name too.
    return known.have(plain(other[0])) or all(article is not None and article.group() != "Al " for article in found)


def _place_and_person(document: Document, known: KnownNames, place: Placed, person: Placed) -> bool:
    """True if somebody is in the one and the other is somebody: "in Marton", "Ada Martin"."""
    text = flowed(document)
    form, at = place
    before = _FROM if plain(form) in known.capitals else _IN
    if not all(before.search(text, max(0, start - 6), start) for start in at):
        return False
    if any(text.startswith(("'", "’"), start + len(form)) for start in at):
        return False
    if any(_TRUST.search(text, max(0, start - 20), start) for start in at):
        return False
    lefts = (plain(neighbours(document, start, person[0])[0]) for start in person[1])
    return any(left in known.given or left in TITLES or left in COURTESY for left in lefts)


def _is_title_word(name: str, known: KnownNames) -> bool:
    """True for a short word, as titles have. (A longer one may be meant: "Ministry", "Minstry".)"""
    return len(name) <= _SHORT_WORD and is_mere_word(name, known)
