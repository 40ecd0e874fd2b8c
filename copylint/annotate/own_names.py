"""Names that stand in longer names of their own, each beside other words: "Colin Goodman" and "Goldman Sachs"."""

from __future__ import annotations

from copylint.annotate.known_names import KnownNames
from copylint.annotate.name_forms import foreign_ending, foreign_form
from copylint.annotate.near_names import distance
from copylint.annotate.one_name import KIND_OF_PLACE
from copylint.annotate.people import COURTESY, NOT_PEOPLE, TITLES, begins_sentence, neighbours, plain
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression

_NEAR = 60  # characters before a form that a determiner and a given name may take

_SIGN_OFF = expression(r"\b(?:contributed|assistance|[Rr]eporting by|[Ww]riting by|[Ee]diting by|Write to|contact)\b")
_INITIALS = expression(r"(?:\b[A-Z]\. ?){1,3}$")
_THING = expression(r"\b[Tt]he (?:[A-Z]\.[A-Z]\. )?$")
_OF_FATHER = expression(r" (?:[Bb]in|ibn|bint) $")
_JOINED = expression(r"([^\W\d_]+)-$")
_BARRELLED = expression(r"\b([A-Z][^\W\d_]+) [A-Z][^\W\d_]+-$")

_ERA = expression(r"[ \n](?:administration|presidency|government|era|years|doctrine)\b")
_FIRM = "company|firm|retailer|chain|bank|insurer|airline|operator|brand|newspaper|magazine|broadcaster|charity|maker"
_FIRM_BEFORE = expression(rf"\b(?:{_FIRM}),? $")
_FIRM_BEHIND = expression(rf", (?:the|a|an) (?:[a-z-]+ ){{0,3}}(?:{_FIRM})\b")

_OF_FIRMS = frozenset("inc corp ltd plc co group".split())  # they tell no name from another

Placed = tuple[str, list[int]]  # a form, and where it stands


def stand_apart(document: Document, known: KnownNames, one: Placed, another: Placed) -> bool:
    """True if two forms are two things, each with a name of its own."""
    (form, at), (other, others) = one, another
    text = flowed(document)
    led = [leader(document, known, start, form) for start in at]
    behind = [leads(document, start, form) for start in at]
    other_led = any(leader(document, known, start, other) for start in others)
    befores = {neighbours(document, start, other)[0] for start in others}
    # "Shelley Moore Capito" and "the Capitol"
    if any(led) and not any(behind) and not other_led and _is_thing(text, known, another, throughout=not all(led)):
        return True
    # "Omar Hamad" and Hamas, "Khaled Beydoun" and the Bedouin
    like_thing = plain(form)[:-1] == plain(other)[:-1] or _is_of_kind(text, known, another)
    if all(led) and not any(behind) and not other_led and like_thing:
        return True
    if _are_two_of_initials(led, [leader(document, known, start, other) for start in others]):
        return True
    # "Neil Munro" and "Mark Neal", "Venus Williams" and "William Easterly": a given name, and a surname
    if plain(form) in known.given and all(behind) and not any(led):
        untitled = all(before and plain(before) not in TITLES for before in befores)  # "Slieve Donard"
        introduced = other_led or untitled or any(plain(before) in COURTESY for before in befores)
        if introduced and not any(leads(document, start, other) for start in others):
            return True
    # "Hong Kong" throughout, and "Kang Hui", "Woon-Kwong"
    if len(befores) == 1 and len(others) > 2 and "" not in befores and _in_other_names(document, one, befores, behind):
        return True
    if _is_of_father(text, known, one, another):
        return True
    if all(behind) and _with_another_behind(document, known, one, another):
        return True
    # "Colin Goodman", and "Goldman Sachs"
    if plain(form) in known.surnames and other_led and not any(led) and all(behind):
        return True
    # "Amanda Thompson", and "the travel company Thomson"
    if other_led and not any(led) and all(_is_firm(text, start, form) for start in at):
        return True
    # "Donald Regan", and "the Reagan administration"
    if other_led and not any(led) and all(_ERA.match(text, start + len(form)) for start in at):
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


def _are_two_of_initials(leaders: list[str], others: list[str]) -> bool:
    """True if both forms always follow initials, and never the same ones: "B. D. Sharma", "E. A. S. Sarma"."""
    return all(_INITIALS.search(one) for one in leaders + others) and {*leaders}.isdisjoint(others)


def _is_firm(text: str, start: int, form: str) -> bool:
    """True if the article says that the form is a firm or the like: "the retailer Marlow", "Marlow, the bank,"."""
    return (
        _FIRM_BEFORE.search(text, max(0, start - 20), start) is not None
        or _FIRM_BEHIND.match(text, start + len(form)) is not None
    )


def _is_of_kind(text: str, known: KnownNames, placed: Placed) -> bool:
    """True for a word that dictionaries write with a capital, after an article, and that is nobody's name: "a
    Bedouin"."""
    form, at = placed
    name = plain(form)
    if name not in known.capitals or name in known.given or name in known.surnames:
        return False
    return any(text[max(0, start - 3) : start].endswith((" a ", "an ")) for start in at)


def _is_thing(text: str, known: KnownNames, placed: Placed, *, throughout: bool) -> bool:
    """True if a form is a word, or a place that is no surname and stands with its article, everywhere or anywhere."""
    form, at = placed
    low = plain(form)
    if is_mere_word(low, known) and not throughout:
        return True
    if low not in known.capitals or low in known.surnames:
        return False
    articles = [_THING.search(text, max(0, start - 12), start) is not None for start in at]
    return all(articles) if throughout else any(articles)


def _in_other_names(document: Document, placed: Placed, befores: set[str], behind: list[bool]) -> bool:
    """True if a form begins names, or ends them behind a hyphen, and never behind one of the words before the other."""
    form, at = placed
    own = {neighbours(document, start, form)[0] for start in at}
    joined = [_JOINED.search(flowed(document), max(0, start - 20), start) for start in at]
    own.update(match.group(1).capitalize() for match in joined if match is not None)  # "al-Shabaab", as "Al Shabab"
    return befores.isdisjoint(own) and (all(behind) or all(joined))


def _is_of_father(text: str, known: KnownNames, one: Placed, another: Placed) -> bool:
    """True if one form names a father, or where somebody is from, and the other does not: "Tamim bin Hamad", and
    "Hamas"; "al-Australi", and "Australia"."""
    (form, at), (other, others) = one, another
    if all(_OF_FATHER.search(text, max(0, start - 6), start) for start in at):
        return not any(_OF_FATHER.search(text, max(0, start - 6), start) for start in others)
    from_there = form.endswith("i") and (plain(other) in known.capitals or form == other + "i")
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


def is_in_own_name(document: Document, known: KnownNames, rarer: Placed, other: Placed) -> bool:
    """True if the rarer form stands in a longer name throughout, of which no word stands beside the other, and is a
    name itself, or what the other is in another language, or differs much: "Stanford University", "Banco do Brasil"."""
    (minor, at), (major, others) = rarer, other
    own = [_longer_name(document, known, start, minor) for start in at]
    if not all(own):
        return False
    names = [_longer_name(document, known, start, major) for start in others]
    if not {*()}.union(*own).isdisjoint({*()}.union(*names)):
        return False
    small, great = plain(minor), plain(major)
    return (
        known.have(small)
        or (len(small) > len(great) and foreign_ending(small, great))
        or distance(small, great, 1) > 1
        or (known.have(great) and foreign_form(small, great))
    )


def _longer_name(document: Document, known: KnownNames, start: int, form: str) -> set[str]:
    """The words with a capital beside a form; none for a person: of those a slip may change any part."""
    before, behind = neighbours(document, start, form)
    joined = _JOINED.search(flowed(document), max(0, start - 20), start)
    if joined is not None and joined.group(1)[0].isupper() and plain(joined.group(1)) not in ("al", "el"):
        return {plain(joined.group(1))}  # "Cap-Haitien", "Rawlings-Blake"
    left, right = plain(before), plain(behind)
    if left in known.given or left in TITLES:
        return set()
    if len(left) == 1 or (left in known.words and begins_sentence(document, start - len(before) - 1)):
        left = ""  # "Later Sanford left"
    return {word for word in (left, right) if word and word not in NOT_PEOPLE and word not in _OF_FIRMS}


def is_mere_word(name: str, known: KnownNames) -> bool:
    return name in known.words and not (name in known.capitals or name in known.given or name in known.surnames)


def is_led(document: Document, known: KnownNames, stands: list[int], form: str) -> bool:
    """True if a given name, a surname or initials stand before a form, anywhere."""
    return any(leader(document, known, start, form) for start in stands)


def leader(document: Document, known: KnownNames, start: int, form: str) -> str:
    """The given name, surname or initials before a form; "" for none."""
    initials = _INITIALS.search(flowed(document), max(0, start - 12), start)
    if initials is not None and initials.group() not in ("U.S. ", "U.K. ", "U.N. ", "E.U. "):
        return initials.group()
    left = plain(neighbours(document, start, form)[0])
    return left if left in known.given or left in known.surnames else ""


def leads(document: Document, start: int, form: str) -> bool:
    """True if a name follows a form."""
    right = plain(neighbours(document, start, form)[1])
    return bool(right) and right not in NOT_PEOPLE


def _in_sign_off(text: str, start: int) -> bool:
    from_, to = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return _SIGN_OFF.search(text, from_, to if to >= 0 else len(text)) is not None
