"""A hyphen after an adverb in -ly: a newly-elected member."""

from __future__ import annotations

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.hyphens import HYPHENS, hyphens, is_content
from copylint.annotate.word_places import following_word
from copylint.document import Document, Span
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Nouns and adjectives in -ly, which make true compounds: family-owned, early-morning, daily-newspaper.
_NOT_ADVERBS = frozenset(
    "ally anomaly apply assembly barely-there beastly belly billy bodily brotherly bubbly bully burly "
    "butterfly chilly comely comply costly cowardly crumbly cuddly curly daily deadly deathly dolly doily "
    "early earthly elderly family fatherly folly fortnightly friendly gangly ghastly ghostly gnarly gravelly growly godly "
    "golly goodly gully heavenly hilly holly holy homely hourly imply italy jelly jolly july kelly kindly "
    "leisurely likely lily lively lonely lovely lowly manly masterly mealy measly melancholy miserly molly "
    "monopoly monthly mostly motherly multiply nightly oily oligopoly only orderly painterly pebbly poly "
    "portly prickly princely quarterly rally rely reply sally saintly scaly scholarly sickly sicily silly "
    "sisterly slovenly sly smelly southerly northerly easterly westerly spindly sprightly squiggly "
    "stately steely supply surly tally thistly timely treacly ugly ungodly unfriendly unholy unlikely "
    "unruly untimely weekly wily willy wobbly womanly woolly worldly wrinkly yearly".split()
)
_PARTICIPLES = frozenset(
    "known made built held sold bought born grown written taken given shown seen run led kept spent sent "
    "paid laid won lost left cut set put hit fed bred read told bound wound drawn worn torn sworn hidden "
    "driven spoken chosen frozen broken stolen woven clad cast lit met brought taught caught thought "
    "fought sought dealt spread split".split()
)
# Made of what somebody has: before these a word in -ly is an adjective, however rare it is: a twiddly-tailed cat.
_HAD = frozenset(
    "voiced mouthed haired eyed faced legged headed hearted skinned handed footed nosed lipped cheeked tailed bellied "
    "tongued throated chested bearded browed minded tempered natured spirited".split()
)
_ADJECTIVES = tuple("able ible al ic ive ous ful less ant ent ing ed ary ory y ar ile".split())
_PLAIN = frozenset(
    "correct active sound large small high low rich poor new old young rare safe secure aware apt adept "
    "available responsible sensitive good bad wrong right free strong weak complex different similar wide "
    "narrow".split()
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for compound in hyphens(document).compounds:
        parts = compound.parts
        if len(parts) != 2 or not parts[0].endswith("ly") or len(parts[0]) < 5 or parts[0] in _NOT_ADVERBS:
            continue
        if parts[1] in _HAD and not parts[0].endswith("ally"):
            continue
        if not _is_modified(parts[1], is_content(following_word(document, compound.end))):
            continue
        span = Span(compound.start, compound.end)
        if standing(document, span) == COMMON:
            cut = compound.start + len(parts[0])
            text = document.text
            yield Match(span, suggestions=(f"{text[span.start : cut]} {text[cut + 1 : span.end]}",))


def _is_modified(word: str, before_noun: bool) -> bool:
    """Whether an adverb may modify the word: a participle, or an adjective before its noun."""
    if word in _PARTICIPLES or word in _PLAIN or (len(word) > 4 and word.endswith(("ed", "ing"))):
        return True
    return before_noun and len(word) > 4 and word.endswith(_ADJECTIVES)


RULE = Rule(
    summary="A hyphen follows an adverb in -ly.",
    why="The ending tells already that the adverb belongs to the next word, so no reader needs the hyphen; "
    "nearly all style guides leave it out. Nouns and adjectives in -ly make true compounds and keep theirs: "
    "a family-owned firm, an early-morning train.",
    message="'{match}' needs no hyphen after the adverb: write '{suggestion}'.",
    check=check,
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    source=("AP Stylebook", "GOV.UK style guide", "Guardian style guide"),
    gate=Gate(texts=tuple(f"ly{hyphen}" for hyphen in HYPHENS)),
    examples=(
        Example(
            bad="The <mark>newly-elected</mark> member took her seat.",
            good="The newly elected member took her seat.",
        ),
        Example(
            bad="A <mark>publicly-traded</mark> firm and an <mark>environmentally-friendly</mark> paint.",
            good="A publicly traded firm and an environmentally friendly paint.",
        ),
        Example(
            bad="A <mark>strategically-minded</mark> mayor met the growly-voiced, mealy-mouthed singer.",
            good="A strategically minded mayor met the growly-voiced, mealy-mouthed singer.",
        ),
        Example(good="A family-owned firm took the early-morning train."),
        Example(good="The newly-weds left for Cork in a fly-by-wire jet.", why="A noun."),
        Example(good="She works for the Beverly-Ridge Trust."),
    ),
)
