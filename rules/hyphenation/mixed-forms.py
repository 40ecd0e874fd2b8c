"""One word in two or three forms: start-up beside startups, long-term plan beside long term plan."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import compress, count
from types import MappingProxyType
from typing import Literal

from copylint.annotate.compounds import (
    CLOSED,
    CLOSED_ENDS,
    COUNTS,
    HYPHENATED,
    LAST_WORDS,
    NO_FIRST_WORDS,
    OPEN,
    bare,
    is_agent,
    is_code,
    is_noun_pair,
    may_be_compound,
    may_be_verb,
    reshaped,
)
from copylint.annotate.forms import ADDRESS, NAME, VERBATIM, beside_url, standing, stands_alone, stem
from copylint.annotate.hyphens import (
    Compound,
    clash,
    following_word,
    is_content,
    no_line_ends,
    preceding_word,
)
from copylint.annotate.quotations import is_quoted, quoted_spans
from copylint.annotate.words import flowed_folded, vocabulary, words
from copylint.checks.consistency import judge_forms
from copylint.document import Document, Span
from copylint.rule import Example, Match, Observation, Rule
from copylint.toml import data as data_of
from copylint.values import NamedTuple

_NAMES = "!"  # ends the family of a word that is a name: names are compared with names only
_AGENT = "*"  # stands for the noun behind a compound that needs none
_PAIR = "+"  # stands for it behind two nouns that are comparable with the closed word whatever follows
_MOST_PARTS = 4
_FEW = 6  # compounds that are looked for one after the other
_SCALES = frozenset("hundred thousand million billion trillion dozen mln bln mn bn pct".split())


class Options(NamedTuple):
    """prefer: forms that the house style sets, as in `hyphenation/house`, which reports them; they are not
    judged."""

    mode: Literal["consistent", "style"] = "consistent"
    prefer: Mapping[str, str] = MappingProxyType({})


class MixedForms:
    """Observes hyphenated compounds and, in the same document, whatever may be one of them without its
    hyphen."""

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        return self._observe(document, alone=False)

    def observe_alone(self, document: Document, options: Options) -> Iterable[Observation]:
        return self._observe(document, alone=True)

    def _observe(self, document: Document, *, alone: bool) -> Iterable[Observation]:
        found: dict[str, list[Compound]] = {}
        for compound in no_line_ends(document):
            if _may_vary(compound.parts):
                found.setdefault(stem("".join(compound.parts)), []).append(compound)
        for word in found.keys() & _different_words():
            del found[word]
        observations: list[Observation] = []
        if found:
            self._closed(document, found, observations)
            self._open(document, found, observations)
        self._open_beside_closed(document, found, observations)
        if alone and not observations:
            return []
        others = {observation.family.removesuffix(_NAMES) for observation in observations}
        if not alone:
            observations.extend(_likely(document, found.keys() | others))
        for key, compounds in found.items():
            if alone and key not in others:
                continue
            for compound in compounds:
                span = Span(compound.start, compound.end)
                observations.extend(_observed(document, key, HYPHENATED, span, compound.last))
        return _without_titles(document, observations)

    def _closed(self, document: Document, found: dict[str, list[Compound]], observations: list[Observation]) -> None:
        """Words that have the key of a compound."""
        text = flowed_folded(document) if len(found) <= _FEW else ""
        # All of a key but its last letter begins every word that has it.
        heads = {
            "".join(compounds[0].parts)[:3]
            for key, compounds in found.items()
            if not text or key[:-1].replace("’", "'") in text
        }
        if not heads:
            return
        keys = {word: key for word in vocabulary(document) if word[:3] in heads and (key := stem(word)) in found}
        if not keys:
            return
        starts, ends, said = words(document)
        inside = {
            index
            for key in set(keys.values())
            for compound in found[key]
            for index in range(compound.first, compound.last + 1)
        }
        for index in compress(count(), map(keys.__contains__, said)):
            if index not in inside:  # a part of the compound itself
                span = Span(starts[index], ends[index])
                observations.extend(_observed(document, keys[said[index]], CLOSED, span, index))

    def _open(self, document: Document, found: dict[str, list[Compound]], observations: list[Observation]) -> None:
        """The words of a compound side by side before the noun that follows the compound elsewhere."""
        sought: dict[tuple[str, ...], str] = {}
        for key, compounds in found.items():
            for compound in compounds:
                sought.setdefault(compound.parts, key)
        taken: set[int] = set()
        if len(sought) > _FEW:  # one pass over the words for all of them
            starts, _, said = words(document)
            by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
            for parts, key in sought.items():
                by_first.setdefault(parts[0], []).append((parts, key))
            for index in compress(count(), map(by_first.__contains__, said)):
                for parts, key in by_first[said[index]]:
                    if said[index + 1 : index + 2] == [parts[1]]:
                        self._open_at(document, starts[index], parts, key, taken, observations)
            return
        flowed = flowed_folded(document)
        for parts, key in sought.items():
            phrase = " ".join(parts).replace("’", "'")
            at = flowed.find(phrase)
            while at >= 0:
                self._open_at(document, at, parts, key, taken, observations)
                at = flowed.find(phrase, at + 1)

    def _open_at(
        self,
        document: Document,
        at: int,
        parts: tuple[str, ...],
        key: str,
        taken: set[int],
        observations: list[Observation],
    ) -> None:
        starts, ends, said = words(document)
        index = bisect_left(starts, at)
        stop = index + len(parts)
        if index in taken or stop >= len(said) or starts[index] != at or tuple(said[index:stop]) != parts:
            return
        text = document.text
        if any(text[ends[word] : starts[word + 1]] not in (" ", "\n") for word in range(index, stop - 1)):
            return
        span = Span(at, ends[stop - 1])
        if (
            (is_content(following_word(document, stop - 1)) or is_agent(parts))
            and not _joined(text, span)
            and not may_be_verb(parts, preceding_word(document, index))
        ):
            observations.extend(_observed(document, key, OPEN, span, stop - 1))
            taken.add(index)

    def _open_beside_closed(
        self, document: Document, found: Mapping[str, Sequence[Compound]], observations: list[Observation]
    ) -> None:
        """Words that stand side by side here and as one word there, where nothing in the document hyphenates them."""
        starts, ends, said = words(document)
        present = vocabulary(document)
        closed: dict[str, str] = {}
        for index in compress(count(), map(CLOSED_ENDS.__contains__, said)):
            if not index or said[index - 1] in NO_FIRST_WORDS:
                continue
            joined = said[index - 1] + said[index]
            if joined not in present and joined + "s" not in present and joined.removesuffix("s") not in present:
                continue
            key = stem(joined)
            span = Span(starts[index - 1], ends[index])
            parts = said[index - 1 : index + 1]
            if (
                key in found
                or document.text[ends[index - 1] : starts[index]] not in (" ", "\n")
                or _joined(document.text, span)
            ):
                continue
            before = preceding_word(document, index - 1)
            pair = is_noun_pair(parts, before)
            if pair or (
                (is_agent(parts) or is_content(following_word(document, index))) and not may_be_verb(parts, before)
            ):
                observations.extend(_observed(document, key, OPEN, span, index, _PAIR if pair else ""))
                closed.update(
                    {word: key for word in (joined, joined + "s", joined.removesuffix("s")) if word in present}
                )
        if closed:
            for index in compress(count(), map(closed.__contains__, said)):
                span = Span(starts[index], ends[index])
                observations.extend(_observed(document, closed[said[index]], CLOSED, span, index))

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        if options.prefer and _is_settled(family.removesuffix(_NAMES), options.prefer):
            return
        shapes = [observation.context.split("\t") for observation in observations]
        # An open form is comparable only before the noun that follows one of the others.
        nouns = {shape[2] for shape in shapes if shape[0] != OPEN and shape[2]}
        if any(shape[0] == CLOSED for shape in shapes):
            nouns |= {_PAIR, _AGENT}
        compared = [
            observation
            for observation, shape in zip(observations, shapes, strict=True)
            if shape[0] != OPEN or shape[2] in nouns
        ]
        model = next(
            (
                observation.form.replace(" ", "-")
                for kind in (HYPHENATED, OPEN)
                for observation in compared
                if _shape(observation) == kind
            ),
            None,
        )
        if model is None:
            return
        yield from judge_forms(
            compared,
            mode=options.mode,
            side=_shape,
            rewrite=lambda observation, side: _rewritten(observation, model, side),
        )


def _likely(document: Document, done: Set[str]) -> Iterator[Observation]:
    """What may be a compound without its hyphen, judged by its first or last part alone: another file may
    hyphenate it.

    done: the keys that have been looked for already.
    """
    starts, ends, said = words(document)
    text = document.text
    different = _different_words()
    likely = {
        word: key
        for word in vocabulary(document)
        if may_be_compound(word) and (key := stem(word)) not in done and key not in different
    }
    for index in compress(count(), map(likely.__contains__, said)):
        yield from _observed(document, likely[said[index]], CLOSED, Span(starts[index], ends[index]), index)
    for index, word in enumerate(said):
        if (word in LAST_WORDS or (index and said[index - 1] in COUNTS)) and index and word.isalpha():
            head = said[index - 1]
            key = stem(head + word)
            if (
                key not in done
                and not (head in COUNTS and (word in _SCALES or word[-1] == "s" or not is_content(word)))
                and text[ends[index - 1] : starts[index]] == " "
                and (head in COUNTS or (is_content(head) and not head.endswith("ly")))
                and (is_content(following_word(document, index)) or is_agent((head, word)))
                and not may_be_verb((head, word), preceding_word(document, index - 1))
            ):
                span = Span(starts[index - 1], ends[index])
                if not _joined(text, span):
                    yield from _observed(document, key, OPEN, span, index)


def _may_vary(parts: tuple[str, ...]) -> bool:
    """Whether a compound may have other forms, and no other rule judges it."""
    head = parts[0]
    if len(parts) > _MOST_PARTS or (head.endswith("ly") and len(head) > 4):  # ly-adverb's
        return False
    if clash(parts) is not None:
        return False
    if len(parts) > 2 and all(len(part) == 1 for part in parts):  # spelt out: P-R-Q-L
        return False
    return head[0].isalpha() or parts[1][0].isalpha() or any(part[0].isalpha() for part in parts[2:])


def _observed(
    document: Document, key: str, shape: str, span: Span, last: int, behind: str = ""
) -> Iterator[Observation]:
    """The observation of a form, if its place is prose. behind: what stands for the noun behind it."""
    where = standing(document, span)
    if where in (ADDRESS, VERBATIM):
        return
    written = document.text[span.start : span.end]
    # The letter of T-shirt, X-ray and U-turn is a capital by its form, not because it begins a name.
    name = where == NAME and not (written[1:2] == "-" and written[2:].islower())
    if is_code(key, written):
        # M-3, U-S, g-m: figures and single letters are the same whatever their case, but "us" is no U-S.
        if shape != HYPHENATED and written == written.lower() and not any(letter.isdigit() for letter in written):
            return
        name = True
    elif name and not stands_alone(document, span, written):
        return
    if name and beside_url(document, span):
        return
    noun = following_word(document, last)
    following = behind
    if not behind and not name and is_agent(written.lower().replace("-", " ").split()):
        following = _AGENT
    elif not behind and noun is not None and is_content(noun):
        following = stem(noun + "s" if noun[-1:] != "s" else noun)
    form = written if name else written.lower()
    yield Observation(key + _NAMES if name else key, form, span, f"{shape}\t{written}\t{following}")


def _without_titles(document: Document, observations: list[Observation]) -> list[Observation]:
    """A name that stands in a quoted title too is written as its owner writes it: not judged."""
    if not any(observation.family.endswith(_NAMES) for observation in observations):
        return observations
    if not quoted_spans(document):
        return observations
    titled = {
        observation.family
        for observation in observations
        if observation.family.endswith(_NAMES)
        and isinstance(observation.place, Span)
        and is_quoted(document, observation.place)
    }
    return [observation for observation in observations if observation.family not in titled]


def _joined(text: str, span: Span) -> bool:
    """Whether a hyphen joins the words to a longer compound."""
    return text[span.start - 1 : span.start] == "-" or text[span.end : span.end + 1] == "-"


def _shape(observation: Observation) -> str:
    return observation.context.partition("\t")[0]


def _rewritten(observation: Observation, model: str, side: str) -> str | None:
    shape, written, _ = observation.context.split("\t")
    return reshaped(written, shape, model, side)


def _is_settled(key: str, prefer: Mapping[str, str]) -> bool:
    return any(stem(bare(form)) == key for pair in prefer.items() for form in pair)


@cache
def _different_words() -> frozenset[str]:
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "different-words.toml")
    return frozenset(data_of(path)["words"])


RULE = Rule(
    summary="One word is written in two or three forms: hyphenated, closed, open.",
    why="A reader takes two forms for two things, or for carelessness. Inflections count as one word "
    "(start-up, startups). The majority of places decides, the first form on a tie. An open form counts "
    "only before the same noun as another form (long-term plan, long term plan), because a compound "
    "that is hyphenated before its noun is rightly open elsewhere (in the long term); two nouns (a data set, dataset) "
    "and who does something (policy maker) count wherever they stand. Names are compared "
    "with names only; addresses, copied posts, quoted speech and pairs that are two words (re-sign, resign) "
    "are left alone.",
    message="{verdict}: one word, two forms.",
    check=MixedForms(),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    examples=(
        Example(
            bad="The <evidence>start-up</evidence> hired ten people. Most <evidence>start-ups</evidence> in "
            "the city fail, but <mark>startups</mark> in Leeds do well.",
            good="The start-up hired ten people. Most start-ups in the city fail, but start-ups in Leeds do well.",
        ),
        Example(
            bad="The <evidence>long-term</evidence> plan was the board's. A <mark>long term</mark> plan needs money.",
            good="The long-term plan was the board's. A long-term plan needs money.",
            why="The same noun follows.",
        ),
        Example(
            bad="Villagers heard of the <evidence>cease-fire</evidence> on Monday.\n\nBut the "
            "<mark>ceasefire</mark> did not hold.",
            good="Villagers heard of the cease-fire on Monday.\n\nBut the cease-fire did not hold.",
        ),
        Example(
            bad="The ministry asked its <evidence>policy-makers</evidence>. Few <mark>policy makers</mark> replied.",
            good="The ministry asked its policy-makers. Few policy-makers replied.",
            why="A noun wherever it stands.",
        ),
        Example(
            bad="Its <evidence>website</evidence> design is old. A new <mark>web site</mark> design comes in May.",
            good="Its website design is old. A new website design comes in May.",
        ),
        Example(
            bad="The <evidence>Wal-Mart</evidence> store closed in May. Every <mark>Walmart</mark> in the state did.",
            good="The Wal-Mart store closed in May. Every Wal-Mart in the state did.",
            why="A name, and the first word of a sentence before it.",
        ),
        Example(
            bad="A <evidence>T-shirt</evidence> was found on the quay; no other <mark>tshirt</mark> was.",
            good="A T-shirt was found on the quay; no other t-shirt was.",
        ),
        Example(
            bad="Shops still sell <evidence>out-of-date</evidence> maps. The <mark>out of date</mark> map was free.",
            good="Shops still sell out-of-date maps. The out-of-date map was free.",
        ),
        Example(good="The firm will spin off units in May. The spin-off units did well.", why="A verb and a noun."),
        Example(good="They will meet in the hall; the meet-ing begins at noon.", why="An old line end."),
        Example(good="Call `set-up` first. The setup is short.", why="Code."),
        Example(good="It is called Eff, E-F-F, and its rival PRQL, P-R-Q-L.", why="Letters spelt out."),
        Example(
            bad="Each <evidence>dataset</evidence> was bought. The <mark>data set</mark> of the town is not for sale.",
            good="Each dataset was bought. The dataset of the town is not for sale.",
            why="Two nouns.",
        ),
        Example(good="A green house stood by the greenhouse. The team work hard, and teamwork pays for a long time."),
        Example(
            bad="The <evidence>headteacher</evidence> believes in sleep. The next <mark>head teacher</mark> does not.",
            good="The headteacher believes in sleep. The next headteacher does not.",
        ),
        Example(good="In the long term the board wants a long-term plan; it will set up a set-up fund."),
        Example(good="A well-known writer is well known in Cork."),
        Example(good="The striker will re-sign in May, so he need not resign."),
        Example(good="Send an e-mail to the desk, or write at example.org/email/form.", why="An address."),
        Example(good="The Co-operative Bank and the Cooperative Movement closed.", why="Names."),
        Example(
            good="The ceasefire held. “I saw the cease-fire with my own eyes,” she said.",
            why="Quoted speech.",
        ),
    ),
)
