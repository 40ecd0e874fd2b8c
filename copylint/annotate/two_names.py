"""What tells that two names which a slip may part are two names after all, or that the article speaks of the slip."""

from __future__ import annotations

from copylint.annotate.known_names import KnownNames
from copylint.annotate.name_forms import (
    foreign_ending,
    inflected,
    made_of_name,
    plural,
    slip_shaped,
    sounds_alike,
)
from copylint.annotate.near_names import distance, places
from copylint.annotate.one_name import KIND_OF_PLACE
from copylint.annotate.people import COURTESY, NOT_PEOPLE, TITLES, neighbours, plain
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression

_MOST_PLACES = 30  # places of one form that are looked at
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
_KIN = expression(  # before a name: "and her son "
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir)(?: [a-z-]+)? (?:son|daughter|brother|sister|father|mother|wife|husband|cousin|uncle|"
    r"aunt|nephew|niece|twin|grandson|granddaughter|grandfather|grandmother),? (?:[A-Z][\w-]+ ){0,2}\Z"
)
_OF_WHOM = expression(r" (?:of (?:the|this|our|that)|out there|who|everywhere)\b")
_SIC = expression(r"[\w'’]*[.,!?;:]?\s?[”\"’']?\s?[\[(]\s?sic\b")
_OWNED_UP = expression(
    r"\b(?:mis-?spel|spell?ing\b|spelled\b|spelt\b|corrected to\b|[Tt]his version corrects|"
    r"(?:earlier|previous) version|(?:also|better) known as (?:[A-Z]\w+ )?$)"
)
_SIGN_OFF = expression(r"\b(?:contributed|assistance|[Rr]eporting by|[Ww]riting by|[Ee]diting by|Write to|contact)\b")
_INITIALS = expression(r"(?:\b[A-Z]\. ?){1,3}$")
_ARTICLE = expression(r"\b(?:La|El|Le|Los|Las|Il|Lo|Al) $")
_IN = expression(r"\b(?:in|near) $")
_THING = expression(r"\b[Tt]he (?:[A-Z]\.[A-Z]\. )?$")
_FIGURE = expression(r"\.? \d")
_OF_FATHER = expression(r" (?:[Bb]in|ibn|bint) $")
_JOINED = expression(r"([^\W\d_]+)-$")
_BARRELLED = expression(r"\b([A-Z][^\W\d_]+) [A-Z][^\W\d_]+-$")

Placed = tuple[str, list[int]]  # a form, and where it stands


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
    at = places(document, minor)[:_MOST_PLACES]
    others = places(document, major)[:_MOST_PLACES]
    if all(_is_noted(text, start, minor, major) for start in at):
        return True
    if small in NOT_PEOPLE and all(_FIGURE.match(text, start + len(minor)) for start in at):
        return True  # "June 30"
    if great in NOT_PEOPLE and all(
        _leads(document, start, minor) or _leader(document, known, start, minor) for start in at
    ):
        return True  # "Sunday", and "Sunda Strait"; "Monday", and "Tony Munday"
    if plural(small, great):
        form, stand = (minor, at) if len(minor) > len(major) else (major, others)
        if all(_is_of_many(text, start, form) for start in stand):
            return True
    both = (minor, at), (major, others)
    if _kin(text, at, others):
        return True
    if any(
        _after_article(text, known, *pair) or _place_and_person(document, known, *pair) for pair in (both, both[::-1])
    ):
        return True
    if small[0] != great[0] and distance(small, great, 1) > 1 and not sounds_alike(small[0], great[0]):
        return True  # "Robert Downey", "Robert Towne"
    if same:
        return False
    if _is_title_word(great, known) and not (slip_shaped(small, great) or _is_led(document, known, others, major)):
        return True  # "Facebook Video", and Vimeo
    if minor.startswith(major) and minor[len(major) :] in _DERIVED and not _is_led(document, known, at, minor):
        return True
    if all(text[start - 1 : start] == "(" and text[start + len(minor) :].startswith(".") for start in at):
        return True  # "(Mich.)"
    shorter, longer = sorted((small, great), key=len)
    if foreign_ending(shorter, longer) and (
        shorter in known.words or (shorter in known.capitals and shorter not in known.surnames)
    ):
        return True  # "Presse" and "Press"
    if small[:-1] == great[:-1] and (_is_mere_word(small, known) or _is_mere_word(great, known)):
        return True  # "Politico" and "Politics"
    return any(_stand_apart(document, known, *pair) for pair in (both, both[::-1]))


def _is_abroad(document: Document, known: KnownNames, minor: str, major: str) -> bool:
    """True if one form is the other as another language has it, in a name: "Newsroom Afrika", "Congreso Nacional"."""
    for form, other in ((minor, major), (major, minor)):
        low, english = plain(form), plain(other)
        if not known.have(low) and english != low and english in (low.replace("k", "c"), low.replace("cion", "tion")):
            return all(any(neighbours(document, start, form)) for start in places(document, form)[:_MOST_PLACES])
    return False


def _is_noted(text: str, start: int, minor: str, major: str) -> bool:
    """True if the article speaks of the spelling: "[sic]", "misspelled his name", "Samuelson, not Samuelsen"."""
    end = start + len(minor)
    if _SIC.match(text, end) or text.endswith(f"{major} known as ", 0, start):
        return True
    if text[max(0, start - 6) : start].endswith((" not ", "(not ")) and major in text[max(0, start - 50) : start]:
        return True
    from_, to = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    to = to if to >= 0 else len(text)
    near = max(from_, start - 160), min(to, end + 160)
    return _OWNED_UP.search(text, *near) is not None


def _kin(text: str, one: list[int], other: list[int]) -> bool:
    """True if a sentence names both and tells how they are related: "Ada Quill and her son Adam Quill"."""
    spans = (sorted((first, second)) for first in one for second in other if abs(first - second) < _LONGEST_NAME)
    return any(_KIN.search(text, *span) is not None for span in spans)


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
    if not all(_IN.search(text, max(0, start - 6), start) for start in at):
        return False
    if any(text.startswith(("'", "’"), start + len(form)) for start in at):
        return False
    lefts = (plain(neighbours(document, start, person[0])[0]) for start in person[1])
    return any(left in known.given or left in TITLES or left in COURTESY for left in lefts)


def _is_title_word(name: str, known: KnownNames) -> bool:
    """True for a short word, as titles have. (A longer one may be meant: "Ministry", "Minstry".)"""
    return len(name) <= _SHORT_WORD and _is_mere_word(name, known)


def _is_mere_word(name: str, known: KnownNames) -> bool:
    return name in known.words and not (name in known.capitals or name in known.given or name in known.surnames)


def _is_led(document: Document, known: KnownNames, stands: list[int], form: str) -> bool:
    """True if a given name, a surname or initials stand before a form, anywhere."""
    return any(_leader(document, known, start, form) for start in stands)


def _leader(document: Document, known: KnownNames, start: int, form: str) -> str:
    """The given name, surname or initials before a form; "" for none."""
    initials = _INITIALS.search(flowed(document), max(0, start - 12), start)
    if initials is not None and initials.group() not in ("U.S. ", "U.K. ", "U.N. ", "E.U. "):
        return initials.group()
    left = plain(neighbours(document, start, form)[0])
    return left if left in known.given or left in known.surnames else ""


def _leads(document: Document, start: int, form: str) -> bool:
    """True if a name follows a form."""
    right = plain(neighbours(document, start, form)[1])
    return bool(right) and right not in NOT_PEOPLE


def _stand_apart(document: Document, known: KnownNames, one: Placed, another: Placed) -> bool:
    """True if the places of two forms are those of two things, each in its own name."""
    (form, at), (other, others) = one, another
    text = flowed(document)
    led = [_leader(document, known, start, form) for start in at]
    leads = [_leads(document, start, form) for start in at]
    other_led = any(_leader(document, known, start, other) for start in others)
    befores = {neighbours(document, start, other)[0] for start in others}
    # "Shelley Moore Capito" and "the Capitol"
    if all(led) and not any(leads) and not other_led and _is_thing(text, known, another):
        return True
    # "Neil Munro" and "Mark Neal", "Venus Williams" and "William Easterly": a given name, and a surname
    if plain(form) in known.given and all(leads) and not any(led):
        untitled = all(before and plain(before) not in TITLES for before in befores)  # "Slieve Donard"
        introduced = other_led or untitled or any(plain(before) in COURTESY for before in befores)
        if introduced and not any(_leads(document, start, other) for start in others):
            return True
    # "Hong Kong" throughout, and "Kang Hui", "Woon-Kwong"
    if len(befores) == 1 and len(others) > 2 and "" not in befores and _in_other_names(document, one, befores, leads):
        return True
    if _is_of_father(text, known, one, another) or (all(leads) and _with_another_behind(document, known, one, another)):
        return True
    # "Colin Goodman", and "Goldman Sachs"
    if plain(form) in known.surnames and other_led and not any(led) and all(leads):
        return True
    # "Bill Pugh", and "David Dixon-Peugh"
    firsts = [_BARRELLED.search(text, max(0, start - _NEAR), start) for start in at]
    if all(firsts) and befores.isdisjoint({first.group(1) for first in firsts if first is not None}) and other_led:
        return True
    # "Gurmit Singh", and "Sindh province"
    if other_led and not any(led) and all(KIND_OF_PLACE.match(text, start + len(form)) for start in at):
        return True
    # who wrote the story, and whom it is about
    return all(led) and all(_in_sign_off(text, start) for start in at)


def _is_thing(text: str, known: KnownNames, placed: Placed) -> bool:
    """True if a form is a word, or a place that is no surname and stands with its article."""
    form, at = placed
    low = plain(form)
    if _is_mere_word(low, known):
        return True
    place = low in known.capitals and low not in known.surnames
    return place and any(_THING.search(text, max(0, start - 12), start) for start in at)


def _in_other_names(document: Document, placed: Placed, befores: set[str], leads: list[bool]) -> bool:
    """True if a form begins names, or ends them behind a hyphen, and never behind one of the words before the other."""
    form, at = placed
    own = {neighbours(document, start, form)[0] for start in at}
    joined = [_JOINED.search(flowed(document), max(0, start - 20), start) for start in at]
    own.update(match.group(1).capitalize() for match in joined if match is not None)  # "al-Shabaab", as "Al Shabab"
    return befores.isdisjoint(own) and (all(leads) or all(joined))


def _is_of_father(text: str, known: KnownNames, one: Placed, another: Placed) -> bool:
    """True if one form names a father, or where somebody is from, and the other does not: "Tamim bin Hamad", and
    "Hamas"; "al-Australi", and "Australia"."""
    (form, at), (other, others) = one, another
    if all(_OF_FATHER.search(text, max(0, start - 6), start) for start in at):
        return not any(_OF_FATHER.search(text, max(0, start - 6), start) for start in others)
    from_there = plain(other) in known.capitals and form.endswith("i")
    return from_there and all(text[max(0, start - 3) : start].lower() == "al-" for start in at)


def _with_another_behind(document: Document, known: KnownNames, one: Placed, another: Placed) -> bool:
    """True for a name with another word behind it, and a given name with its surname: "Partick Thistle" and "Patrick
    Roberts"."""
    (form, at), (other, others) = one, another
    if plain(other) not in known.given or plain(form) in known.given:
        return False
    behind = {neighbours(document, start, other)[1] for start in others}
    own = {neighbours(document, start, form)[1] for start in at}
    return "" not in behind and "Bin" not in own | behind and behind.isdisjoint(own)


def _in_sign_off(text: str, start: int) -> bool:
    from_, to = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return _SIGN_OFF.search(text, from_, to if to >= 0 else len(text)) is not None
