"""The Government here and the government there, both after "the" and on its own."""

from __future__ import annotations

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.words import token_set
from copylint.checks.consistency import judge_forms
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Literal

# Words that name one institution or thing for the whole of a country, so that "the" alone makes them
# definite.
_TERMS = frozenset(
    "government parliament cabinet internet web constitution treasury senate congress president pope".split()
)


class Options(NamedTuple):
    mode: Literal["consistent", "style"] = "consistent"


@cache
def _definite() -> re.Pattern[str]:
    return compiled(r"the (?<!\wthe )([A-Za-z][a-z]+)(?![\w'’-])(?! [A-Z])")


class Capitals:
    def observe_alone(self, document: Document, options: Options) -> Iterable[Observation]:
        text = document.text
        present = _TERMS & token_set(document)
        if any(f"the {word.title()}" in text and f"the {word}" in text for word in present):
            return self.observe(document, options)
        return ()

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        for found in _definite().finditer(document.text):
            word = found.group(1)
            if word.lower() not in _TERMS:
                continue
            span = Span(*found.span(1))
            if word[0].islower() and standing(document, span) != COMMON:
                continue
            block = document.block_at(span.start)
            if block is None or block.kind in ("heading", "headline", "caption", "cell"):
                continue
            after = document.text[span.end : span.end + 6]
            if after.startswith(" of ") or (word == "President" and after[:5] == " and " and after[5:].isupper()):
                continue  # the Bank of Ireland, the president of the club, the President and CEO
            yield Observation(word.lower(), word, span, word)

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        yield from judge_forms(observations, mode=options.mode, rewrite=lambda observation, side: side)


RULE = Rule(
    summary="A word for an institution has a capital here and none there.",
    why="The Government or the government: the house decides, and an article keeps to it. Judged are words for a "
    "country's institutions after 'the', alone and in the middle of a sentence; longer names, headlines and quoted "
    "speech are left alone.",
    message="{verdict}: one word, two ways to write it.",
    check=Capitals(),
    options=Options(),
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=tuple(sorted(_TERMS))),
    examples=(
        Example(
            bad="Ministers say that the <evidence>government</evidence> will stay. For the "
            "<evidence>government</evidence> it is a test, and the <mark>Government</mark> knows it.",
            good="Ministers say that the government will stay. For the government it is a test, and the "
            "government knows it.",
        ),
        Example(
            bad=(
                "Half of the town uses the <evidence>Internet</evidence> at home; at work the "
                "<mark>internet</mark> is slow."
            ),
            good="Half of the town uses the Internet at home; at work the Internet is slow.",
        ),
        Example(
            good="The government met the Government Chief Whip; the president of the club met the President of France."
        ),
        Example(good="Government of the people, by the people. Half of them like the government."),
    ),
)
