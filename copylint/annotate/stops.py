"""Full stops: whether one can only end a sentence, as what stands before it tells, or may be an abbreviation's."""

from __future__ import annotations

# Words that are written with a full stop of their own, in small letters; some are words too ("no.", "fig.").
_SHORTENED = frozenset(
    "etc vs approx est dept govt incl excl misc resp min max avg ft lb lbs oz kg km cm mm pct mln bln dlr dlrs cts sq "
    "cu hrs hr secs sec mins yr yrs mo mos wk wks no nos fig figs vol vols pp pg ed eds rev gen col capt lt sgt cf ca "
    "viz al op cit seq ibid esq jr sr mr mrs ms dr prof st mt ave blvd rd inc corp co ltd bros plc assn intl natl univ "
    "tel ext temp esp orig abbr adj adv sing pl anon assoc asst attn bldg cent equiv fem masc gov govs hon rep reps "
    "sen sens pres supt tbsp tsp qt gal doz mph mpg rpm wt ht alt lat long par para paras ref refs ver spp subsp var "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ins yds bbl bbls cwt admin messrs calif mass minn miss penn tenn wash".split()
)
_SHORTEST, _SHORTEST_NAME = 3, 5  # letters
_MONTHS = ("May", "June", "July")  # which are not shortened
_YEAR = 4  # figures
_PARTS = frozenset(".-@/")  # what parts a word from one that it belongs to


def ends_sentence(text: str, stop: int) -> bool:
    """Whether the full stop at an offset cannot be that of an abbreviation: it stands behind a word, a long name, a
    year or a percentage."""
    start = stop
    while start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        start -= 1
    word = text[start:stop]
    if text[start - 1 : start] in _PARTS and start:
        return False
    if word.isdigit():
        return len(word) == _YEAR
    if not word:
        return text[max(0, stop - 2) : stop - 1].isdigit() and text[stop - 1] == "%"
    if not word.isalpha() or word.lower() in _SHORTENED:
        return False
    if word in _MONTHS:
        return True
    return len(word) >= (_SHORTEST if word.islower() else _SHORTEST_NAME) and word[1:].islower()
