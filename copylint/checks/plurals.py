"""Plurals of English nouns that are not regular, for the terms of a house style."""

from __future__ import annotations

from copylint.expressions import expression

_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "louse": "lice", "knife": "knives", "life": "lives", "wife": "wives",
    "half": "halves", "ox": "oxen", "calf": "calves", "leaf": "leaves", "loaf": "loaves", "shelf": "shelves",
    "thief": "thieves", "wolf": "wolves", "self": "selves", "elf": "elves", "scarf": "scarves", "hero": "heroes",
    "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes", "veto": "vetoes", "torpedo": "torpedoes",
    "crisis": "crises", "analysis": "analyses", "basis": "bases", "thesis": "theses", "hypothesis": "hypotheses",
    "diagnosis": "diagnoses", "oasis": "oases", "axis": "axes", "phenomenon": "phenomena", "criterion": "criteria",
    "stratum": "strata", "bacterium": "bacteria", "alumnus": "alumni", "stimulus": "stimuli", "nucleus": "nuclei",
    "larva": "larvae", "sheep": "sheep", "deer": "deer", "fish": "fish", "aircraft": "aircraft",
    "spacecraft": "spacecraft", "hovercraft": "hovercraft", "offspring": "offspring", "series": "series",
    "species": "species", "passer-by": "passers-by", "passerby": "passersby", "quiz": "quizzes",
}  # fmt: skip
# The last part of a compound that has its plural: chairmen, grandchildren, bookshelves, housewives.
_COMPOUNDED = ("woman", "man", "child", "foot", "tooth", "goose", "mouse", "wife", "knife", "shelf", "life", "half",
               "leaf", "wolf", "fish", "craft")  # fmt: skip
_NOT_COMPOUNDED = (
    "human", "german", "roman", "norman", "ottoman", "talisman", "shaman", "caiman", "walkman", "brahman", "turkoman",
    "mussulman", "still-life", "wildlife", "mongoose",
)  # fmt: skip

_BETWEEN_WORDS = expression(r"([ -])")


def irregular(noun: str) -> str | None:
    """The plural of a noun whose plural is not regular, in its case; None for the others."""
    words = _BETWEEN_WORDS.split(noun)
    last = words[-1].lower()
    whole = _PLURALS.get(noun.lower())
    if whole is not None:
        plural, end = whole, noun
    elif last in _PLURALS:
        plural, end = _PLURALS[last], words[-1]
    elif last.endswith(_NOT_COMPOUNDED):
        return None
    else:
        part = next((part for part in _COMPOUNDED if last.endswith(part) and len(last) > len(part) + 1), None)
        if part is None:
            return None
        plural, end = _PLURALS.get(part, part), words[-1][-len(part) :]
    shared = 0
    while shared < min(len(end), len(plural)) and end[shared].lower() == plural[shared]:
        shared += 1
    rest = plural[shared:]
    return noun[: len(noun) - len(end) + shared] + (rest.upper() if noun.isupper() else rest)
