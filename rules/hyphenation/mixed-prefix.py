"""One prefix, two conventions, in different words: co-operation beside coordination."""

from __future__ import annotations

import os

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.hyphens import CLASH_TOKENS, HYPHENS, bare_word, clash, closed_clashes, hyphens
from copylint.annotate.words import words
from copylint.checks.consistency import judge_forms
from copylint.document import Document, Span
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, Observation, Rule
from copylint.toml import data as data_of
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

_OUTER = ("", "un", "un-", "non", "non-")  # what may stand before the prefix that is judged
_INFLECTIONS = frozenset(("", "s", "'s", "’s", "ed", "ing", "er", "ers", "ership", "red", "ring", "rence"))


class Options(NamedTuple):
    """hyphenated_prefixes, closed_prefixes: what the house style sets, as families ("co-o", "re-e") or as
    whole prefixes ("non", "anti"). Whole prefixes are judged by the style alone, never by majority."""

    mode: Literal["consistent", "style"] = "consistent"
    hyphenated_prefixes: tuple[str, ...] = ()
    closed_prefixes: tuple[str, ...] = ()


class MixedPrefix:
    """Observes the words of vowel-clash families, and of the prefixes that a style names."""

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        looks, prefixed, always = _known()
        for compound in hyphens(document).compounds:
            parts = compound.parts
            family = clash(parts)
            if family is None:
                if not (options.closed_prefixes and len(parts) == 2 and parts[0] in options.closed_prefixes):
                    continue
                family = parts[0]
            written = "-".join(parts)
            if _takes_hyphen(written, always) or not all(part.isalpha() for part in parts[1:]):
                continue
            span = Span(compound.start, compound.end)
            if standing(document, span) == COMMON:
                yield Observation(family, written, span, document.text[compound.start : compound.end])
        closed = {
            word: family
            for word, family in closed_clashes(document)
            if (bare := bare_word(word)).startswith(prefixed) or (not bare.startswith(looks) and _is_word(bare, family))
        }
        if closed:
            starts, ends, said = words(document)
            text = document.text
            for index, word in enumerate(said):
                if word in closed:
                    span = Span(starts[index], ends[index])
                    if standing(document, span) == COMMON:
                        yield Observation(closed[word], word, span, text[span.start : span.end])

    def observe_alone(self, document: Document, options: Options) -> Iterable[Observation]:
        if options.hyphenated_prefixes or options.closed_prefixes:
            return self.observe(document, options)
        # Closed words alone, as nearly every article has some, agree. Few compounds have a vowel twice at a hyphen.
        likely = [parts for _, _, parts in hyphens(document).compounds if len(parts) > 2 or parts[0][-1] == parts[1][0]]
        return self.observe(document, options) if any(map(clash, likely)) else ()

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        prefix = family.partition("-")[0]
        wanted = None
        if family in options.hyphenated_prefixes or prefix in options.hyphenated_prefixes:
            wanted = "hyphen"
        elif family in options.closed_prefixes or prefix in options.closed_prefixes:
            wanted = "closed"
        for match in judge_forms(
            observations,
            mode=options.mode,
            side=_side,
            wanted=wanted,
            rewrite=lambda observation, side: _rewritten(observation, prefix, side),
        ):
            slots = dict(match.slots or {})
            closed = "-" not in slots["minority"]
            slots["stands"] = "is closed up" if closed else "has a hyphen"
            convention = "takes a hyphen" if closed else "is closed up"
            slots["against"] = f"{prefix}- {convention} {slots['majority_count']}{slots['tie']}"
            yield match._replace(slots=slots)


def _takes_hyphen(written: str, always: tuple[str, ...]) -> bool:
    """Whether the word or what it is an inflection of has its hyphen whatever the others do."""
    return written.startswith(always) and any(
        written[len(word) :] in _INFLECTIONS for word in always if written.startswith(word)
    )


def _side(observation: Observation) -> str:
    return "hyphen" if "-" in observation.form else "closed"


def _rewritten(observation: Observation, prefix: str, side: str) -> str | None:
    written = observation.context
    lower = written.lower()
    length = next((len(outer) + len(prefix) for outer in _OUTER if lower.startswith(outer + prefix)), None)
    if length is None:
        return None
    if side == "hyphen":
        return f"{written[:length]}-{written[length:]}"
    rest = written[length + 1 :]
    return written[:length] + (rest if written.isupper() else rest[:1].lower() + rest[1:])


def _is_word(word: str, family: str) -> bool:
    """Whether what follows the prefix can be a word of its own: long enough once its inflection is taken off."""
    rest = word[len(family.partition("-")[0]) :].removesuffix("'s").removesuffix("’s").removesuffix("s")
    for ending in ("ing", "ed"):
        if rest.endswith(ending) and len(rest) - len(ending) >= 4:
            rest = rest.removesuffix(ending)
            break
    return len(rest) >= 4


@cache
def _known() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What looks prefixed and is not; what is prefixed all the same; what takes its hyphen whatever the rest does."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "prefixes.toml")
    data = data_of(path)
    return tuple(data["not_prefixed"]), tuple(data["prefixed"]), tuple(data["always_hyphenated"])


RULE = Rule(
    summary="One prefix is hyphenated in one word and closed up in another.",
    why="Co-operation and coordination are two words with one prefix before the same vowel; whoever "
    "hyphenates one hyphenates the other. Judged are prefixes that meet their own vowel (co-o, re-e, pre-e, "
    "de-e, anti-i, semi-i …): only there do style books agree that the words go together. Any other prefix "
    "is judged only if the house style names it, because re-elected beside reform or co-founder beside "
    "coordinate is right in most styles. Names, quoted speech, co-op, co-opt and co-owner are left alone.",
    message="'{match}' {stands}, but {against}: one prefix, two styles.",
    check=MixedPrefix(),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    source=("AP Stylebook", "GOV.UK style guide"),
    gate=Gate(texts=tuple(HYPHENS), both=(Gate(words=CLASH_TOKENS),)),
    examples=(
        Example(
            bad="Police forces want more <evidence>co-operation</evidence> at the border. The ministers will "
            "<evidence>co-ordinate</evidence> patrols, but <mark>coordination</mark> takes money.",
            good="Police forces want more co-operation at the border. The ministers will co-ordinate "
            "patrols, but co-ordination takes money.",
        ),
        Example(
            bad="She hopes to be <evidence>reelected</evidence> and to <evidence>reenter</evidence> the "
            "cabinet; a <mark>re-election</mark> would be her third.",
            good="She hopes to be reelected and to reenter the cabinet; a reelection would be her third.",
        ),
        Example(
            bad="The bank <evidence>pre-empted</evidence> the rule. A <mark>preexisting</mark> loan is safe.",
            good="The bank pre-empted the rule. A pre-existing loan is safe.",
            why="On a tie the first form decides.",
        ),
        Example(
            bad="The guard was <evidence>unco-operative</evidence>, and the second guard <mark>uncooperative</mark> too. "
            "<evidence>Non-co-operation</evidence> is an old weapon.",
            good="The guard was unco-operative, and the second guard unco-operative too. Non-co-operation is an old weapon.",
            why="Another prefix may stand before it.",
        ),
        Example(good="The co-op and its co-owner cooperate with the council.", why="Right in AP and in Webster."),
        Example(good="She wore a linen co-ord, with a hat in coordinating blue.", why="The name of a garment."),
        Example(good="Mr Cooper likes a cool cookery book. The union voted to co-operate."),
        Example(
            good="The Organization for Economic Cooperation and Development wants more co-operation.",
            why="A name.",
        ),
        Example(good="“We need coordination,” she said after the talks on co-operation.", why="Quoted speech."),
        Example(
            good="The re-elected mayor will reform the co-founder's plan to coordinate buses.",
            why="Two families.",
        ),
        Example(
            bad="The <mark>non-profit</mark> group welcomed the nonviolent march.",
            good="The nonprofit group welcomed the nonviolent march.",
            options={"closed-prefixes": ["non"]},
            why="A whole prefix that the house style names.",
        ),
    ),
)
