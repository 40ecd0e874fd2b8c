"""What tells that two names which a slip may part are two names after all, or that the article speaks of the slip."""

from __future__ import annotations

from copylint.annotate.known_names import KnownNames
from copylint.annotate.name_forms import foreign_ending, plural
from copylint.annotate.near_names import places
from copylint.annotate.people import NOT_PEOPLE, neighbours, plain
from copylint.document import Document
from copylint.expressions import expression

_MOST_PLACES = 30  # places of one form that are looked at
_NEAR = 60  # characters before a form that a determiner and a given name may take

# "Trumpy", "a Googler", "Googled": what is made of a name. A slip adds no such ending.
_DERIVED = frozenset("y r d ed er ers rs ish ites ing esque".split())
# "the Marco Rubios of the world", "no Nancy Pelosis", "a bunch of little Hubert Humphreys"
_MANY = expression(
    r"\b(?:the|these|those|more|many|no|any|few|two|three|several|other|all|little|future|potential|of|next)"
    r"(?: (?:[A-Z]\w+|and)){0,4} $"
)
_OF_WHOM = expression(r" (?:of (?:the|this|our|that)|out there|who|everywhere)\b")
_SIC = expression(r"[\w'’]*[.,!?;:]?\s?[”\"’']?\s?[\[(]\s?sic\b")
_OWNED_UP = expression(
    r"\b(?:mis-?spel|spell?ing\b|spelled\b|spelt\b|corrected to\b|[Tt]his version corrects|"
    r"(?:earlier|previous) version|(?:also|better) known as (?:[A-Z]\w+ )?$)"
)
_SIGN_OFF = expression(r"\b(?:contributed|assistance|[Rr]eporting by|[Ww]riting by|[Ee]diting by|Write to|contact)\b")
_INITIALS = expression(r"(?:\b[A-Z]\. ?){1,3}$")
_ARTICLE = expression(r"\b(?:Al|El|La) $")
_KIND_OF_PLACE = expression(r" (?:province|district|county|river|island|city|state|region|valley|village|town)\b")
_THING = expression(r"\b[Tt]he (?:[A-Z]\.[A-Z]\. )?$")
_FIGURE = expression(r"\.? \d")


def are_two(document: Document, known: KnownNames, minor: str, major: str, same: bool) -> bool:
    """True if something parts the two forms. `same`: both stand beside one name."""
    if all(_is_compound(form, known) for form in (minor, major)):
        return True  # "US-based" and "UK-based": no names
    text = document.text
    small, great = plain(minor), plain(major)
    at = places(document, minor)[:_MOST_PLACES]
    others = places(document, major)[:_MOST_PLACES]
    if all(_is_noted(text, start, minor, major) for start in at):
        return True
    if small in NOT_PEOPLE and all(_FIGURE.match(text, start + len(minor)) for start in at):
        return True  # "June 30"
    if plural(small, great):
        form, stand = (minor, at) if len(minor) > len(major) else (major, others)
        if all(_is_of_many(text, start, form) for start in stand):
            return True
    if same:
        return False
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
    articles = [[_ARTICLE.search(text, max(0, start - 3), start) for start in stand] for stand in (at, others)]
    if all(articles[0]) and known.have(great) and not any(articles[1]):
        return True  # "Al Arabiya" and "Arabia"
    return _stand_apart(document, known, (minor, at), (major, others))


def _is_noted(text: str, start: int, minor: str, major: str) -> bool:
    """True if the article speaks of the spelling: "[sic]", "misspelled his name", "Samuelson, not Samuelsen"."""
    end = start + len(minor)
    if _SIC.match(text, end):
        return True
    if text[max(0, start - 6) : start].endswith((" not ", "(not ")) and major in text[max(0, start - 50) : start]:
        return True
    from_, to = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    to = to if to >= 0 else len(text)
    near = max(from_, start - 160), min(to, end + 160)
    return _OWNED_UP.search(text, *near) is not None


def _is_of_many(text: str, start: int, form: str) -> bool:
    if _OF_WHOM.match(text, start + len(form)):
        return True
    return _MANY.search(text, max(0, start - _NEAR), start) is not None


def _is_compound(form: str, known: KnownNames) -> bool:
    last = form.replace("‑", "-").rpartition("-")[2]
    return last != form and last.islower() and last in known.words


def _is_mere_word(name: str, known: KnownNames) -> bool:
    return name in known.words and not (name in known.capitals or name in known.given or name in known.surnames)


def _is_led(document: Document, known: KnownNames, stands: list[int], form: str) -> bool:
    """True if a given name, a surname or initials stand before a form, anywhere."""
    return any(_leader(document, known, start, form) for start in stands)


def _leader(document: Document, known: KnownNames, start: int, form: str) -> str:
    """The given name, surname or initials before a form; "" for none."""
    initials = _INITIALS.search(document.text, max(0, start - 12), start)
    if initials is not None and initials.group() not in ("U.S. ", "U.K. ", "U.N. ", "E.U. "):
        return initials.group()
    left = plain(neighbours(document, start, form)[0])
    return left if left in known.given or left in known.surnames else ""


def _leads(document: Document, start: int, form: str) -> bool:
    """True if a name follows a form."""
    right = plain(neighbours(document, start, form)[1])
    return bool(right) and right not in NOT_PEOPLE


def _stand_apart(document: Document, known: KnownNames, *both: tuple[str, list[int]]) -> bool:
    """True if the places of two forms are those of two things, each in its own name."""
    for (form, at), (other, others) in (both, both[::-1]):
        led = [_leader(document, known, start, form) for start in at]
        leads = [_leads(document, start, form) for start in at]
        other_led = [_leader(document, known, start, other) for start in others]
        other_leads = any(_leads(document, start, other) for start in others)
        # "Shelley Moore Capito" and "the Capitol"
        low = plain(other)
        mere = _is_mere_word(low, known) or (
            low in known.capitals
            and low not in known.surnames
            and any(_THING.search(document.text, max(0, start - 12), start) for start in others)
        )
        if all(led) and not any(leads) and mere and not any(other_led):
            return True
        # "Neil Munro" and "Mark Neal": a given name, and a surname
        if plain(form) in known.given and all(leads) and not any(led) and any(other_led) and not other_leads:
            return True
        # "Hong Kong" throughout, and "Kang Hui"
        befores = {neighbours(document, start, other)[0] for start in others}
        own = {neighbours(document, start, form)[0] for start in at}
        if len(befores) == 1 and len(others) > 2 and "" not in befores and befores.isdisjoint(own) and all(leads):
            return True
        # "Gurmit Singh", and "Sindh province"
        ends = [start + len(form) for start in at]
        if any(other_led) and not any(led) and all(_KIND_OF_PLACE.match(document.text, end) for end in ends):
            return True
        # who wrote the story, and whom it is about
        if all(led) and all(_in_sign_off(document.text, start) for start in at):
            return True
    return False


def _in_sign_off(text: str, start: int) -> bool:
    from_, to = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return _SIGN_OFF.search(text, from_, to if to >= 0 else len(text)) is not None
