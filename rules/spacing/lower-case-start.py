"""A sentence that starts with a small letter, behind a full stop that ends another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.rule import Example, Match, NoOptions, Rule

# Words with a full stop that is part of them, in small letters; "no." and "in." only where they abbreviate.
_ABBREVIATIONS = frozenset(
    "etc vs approx est dept govt incl excl misc resp min max avg ft lb lbs oz kg km cm mm pct mln bln dlr dlrs cts sq "
    "cu hrs hr secs sec mins yr yrs mo mos wk wks no nos fig figs vol vols pp pg ed eds rev gen col capt lt sgt cf ca "
    "viz al op cit seq ibid esq jr sr mr mrs ms dr prof st mt ave blvd rd inc corp co ltd bros plc assn intl natl univ "
    "tel ext temp esp orig abbr adj adv sing pl anon assoc asst attn bldg cent equiv fem masc gov govs hon rep reps "
    "sen sens pres supt tbsp tsp qt gal doz mph mpg rpm wt ht alt lat long par para paras ref refs ver spp subsp var "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)


@cache
def _start() -> re.Pattern[str]:
    return compiled(r"\. +(?=[a-z])")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for found in _start().finditer(text):
        stop, start = found.start(), found.end()
        before = _last_word(text, stop)
        word = _word().match(text, start)
        if word is None or len(before) < 3 or not before.isalpha() or not before.islower():
            continue
        if before in _ABBREVIATIONS or text[max(0, stop - len(before) - 1)] in ".-":
            continue
        written = word.group()
        if (
            not written.isalpha()
            or not written.islower()
            or len(written) < 2
            or text[word.end() : word.end() + 1] in ".-_@/(=)"
        ):
            continue
        if _is_lower_case_name(text, written):
            continue
        yield Match(Span(start, word.end()), suggestions=(written.capitalize(),))


def _is_lower_case_name(text: str, written: str) -> bool:
    """Whether the word is in no dictionary, and the article writes it so elsewhere too: adidas."""
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    return written not in COMMON_WORDS and len(re.findall(rf"\b{written}\b", text)) > 1


def _last_word(text: str, stop: int) -> str:
    start = stop
    while start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        start -= 1
    return text[start:stop]


@cache
def _word() -> re.Pattern[str]:
    return compiled(r"[\w’']+")


RULE = Rule(
    summary="A sentence that starts with a small letter.",
    why="Either the full stop before it was to be a comma, or the capital was forgotten. Abbreviations with a full "
    "stop are left alone, and names with a small letter (iPhone).",
    message="'{match}' starts a sentence with a small letter: write '{suggestion}', or a comma before it.",
    severity="suggestion",
    check=check,
    examples=(
        Example(bad="The road was shut. <mark>nobody</mark> knew why."),
        Example(bad="She left early. <mark>he</mark> stayed until the end."),
        Example(
            good="Several Quercus spp. grow there, and one Acer palmatum var. dissectum. ii) The gate was mended.",
            why="What stands in the names of plants, and the number of an item.",
        ),
        Example(
            good="Shares in zorvo fell. zorvo said nothing.",
            why="A firm that writes its name in small letters.",
        ),
        Example(bad="Mr Zorvo left. <mark>zorvo</mark> said nothing."),
        Example(
            good="It sold pens, ink, etc. to schools, 5 ft. wide, by Hall Inc. in May. iPhone sales fell. ... and so "
            "on. “Really?” she asked. Yahoo! said no.",
        ),
    ),
)
