"""An opening mark, or a double one, where an apostrophe belongs."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Match, NoOptions, Rule


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "apostrophe")


RULE = Rule(
    summary="An opening quotation mark where an apostrophe belongs.",
    why=(
        "What stands for lost letters or figures is an apostrophe, which looks like a closing mark. Word "
        "processors "
        "turn it the wrong way at the beginning of a word."
    ),
    message="'{match}' stands where an apostrophe belongs: write '{suggestion}'.",
    check=check,
    severity="error",
    fix="safe",
    examples=(
        Example(bad="The band was big in the <mark>‘</mark>80s.", good="The band was big in the ’80s."),
        Example(
            bad="They played rock <mark>‘</mark>n’ roll <mark>‘</mark>til dawn.",
            good="They played rock ’n’ roll ’til dawn.",
        ),
        Example(bad="They don<mark>‘</mark>t play any more.", good="They don’t play any more."),
        Example(bad='They don<mark>"</mark>t play any more.', good="They don't play any more."),
        Example(bad="The players<mark>‘</mark> union met.", good="The players’ union met."),
        Example(good="The band was big in the ’80s and played ’til dawn; it wasn’t quiet."),
        Example(good="They sang ‘Cause and Effect’ and ‘Round Midnight’.", why="Quoted titles."),
        Example(good="The Qur‘an, Hawai‘i and O‘zbekiston.", why="Letters of other alphabets."),
        Example(good="They asked for ‘90s music’ and got it."),
    ),
)
