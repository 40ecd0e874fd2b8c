"""One word in two or three forms: start-up beside startups, long-term plan beside long term plan."""

from __future__ import annotations

import os

from copylint.annotate.compound_forms import (
    Form,
    closed_forms,
    hyphenated,
    likely_forms,
    open_forms,
)
from copylint.annotate.compounds import CLOSED, HYPHENATED, OPEN, bare, is_agent, is_code, reshaped
from copylint.annotate.forms import ADDRESS, NAME, VERBATIM, beside_url, is_title_case, standing, stands_alone, stem
from copylint.annotate.hyphens import is_content
from copylint.annotate.quotations import is_quoted, quoted_spans
from copylint.annotate.slots import slot
from copylint.annotate.word_places import following_word
from copylint.checks.consistency import judge_forms
from copylint.document import Document, Span
from copylint.memo import cache
from copylint.rule import Example, Match, Observation, Rule
from copylint.toml import data as data_of
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Literal

_NAMES = "!"  # ends the family of a word that is a name: names are compared with names only
_AGENT = "*"  # stands for the noun behind a compound that needs none
_PAIR = "+"  # stands for it behind two nouns that are comparable with the closed word whatever follows
# Closed before a noun and open as one: frontline troops, at the front line.
_OPEN_AS_NOUNS = frozenset(("frontlin", "grassroot"))
_PERSON = "@"  # stands for it behind the name of a person: Ana Lopez-Ortega, Lopez Ortega said
_SAYS = frozenset("said says added told".split())
_CAPITALS = "capitals"  # stands for what a compound does that may be a name: Haz-Mat


class Options(NamedTuple):
    """prefer: forms that the house style sets, as in `hyphenation/house`, which reports them; they are not judged."""

    mode: Literal["consistent", "style"] = "consistent"
    prefer: Mapping[str, str] = {}  # never changed


class MixedForms:
    """Observes hyphenated compounds and, in the same document, whatever may be one of them without its hyphen."""

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        return self._observe(document, alone=False)

    def observe_alone(self, document: Document, options: Options) -> Iterable[Observation]:
        return self._observe(document, alone=True)

    def _observe(self, document: Document, *, alone: bool) -> Iterable[Observation]:
        found = hyphenated(document)
        different = _different_words()
        for key in different.intersection(found):
            del found[key]
        observations: list[Observation] = []
        for form in (*closed_forms(document, found), *open_forms(document, found)):
            observations.extend(_observed(document, form))
        if alone and not observations:
            return []
        others = {observation.family.removesuffix(_NAMES) for observation in observations}
        if not alone:
            for form in likely_forms(document, found.keys() | others | different):
                observations.extend(_observed(document, form))
        for key, compounds in found.items():
            if alone and key not in others:
                continue
            for compound in compounds:
                span = Span(compound.start, compound.end)
                does = slot(document, span, compound.parts, is_open=False)
                observations.extend(_observed(document, Form(key, HYPHENATED, span, does)))
        for key in _OPEN_AS_NOUNS & others:
            if _parted_by_place(document, [one for one in observations if one.family == key]):
                observations = [one for one in observations if one.family != key]
        return _without_titles(document, observations)

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        if options.prefer and _is_settled(family.removesuffix(_NAMES), options.prefer):
            return
        shapes = [observation.context.split("\t") for observation in observations]
        # An open form is comparable only before the noun that follows one of the others, or where both are nouns or
        # predicates; one that may be a name only before the same noun.
        plain = [shape for shape in shapes if shape[0] != OPEN and shape[3] != _CAPITALS]
        nouns = {shape[2] for shape in plain if shape[2]}
        slots = {shape[3] for shape in plain if shape[3]}
        if any(shape[0] == CLOSED for shape in plain):
            nouns |= {_PAIR, _AGENT}
        compared = [
            observation
            for observation, (kind, _, noun, does) in zip(observations, shapes, strict=True)
            if noun in nouns or (kind != OPEN and does != _CAPITALS) or (kind == OPEN and does in slots)
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


def _observed(document: Document, found: Form) -> Iterator[Observation]:
    """The observation of a form, if its place is prose."""
    key, shape, span = found.key, found.shape, found.span
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
        name, person = True, False
    else:
        person = name and shape != CLOSED and _is_of_person(document, span, written)
        if name and not person and not stands_alone(document, span, written):
            return
    if name and beside_url(document, span):
        return
    noun = following_word(document, span.end)
    following = _PERSON if person else _PAIR if found.is_pair else ""
    if not following and not name and is_agent(written.lower().replace("-", " ").split()):
        following = _AGENT
    elif not following and noun is not None and is_content(noun):
        following = stem(noun + "s" if noun[-1:] != "s" else noun)
    if not name:
        yield Observation(key, written.lower(), span, f"{shape}\t{written}\t{following}\t{found.slot}")
        return
    yield Observation(key + _NAMES, written, span, f"{shape}\t{written}\t{following}\t{found.slot}")
    # A Haz-Mat suit, where it is a hazmat suit elsewhere, has the capitals of a title.
    if shape == HYPHENATED and following and is_title_case(written):
        yield Observation(key, written.lower(), span, f"{shape}\t{written}\t{following}\t{_CAPITALS}")


def _is_of_person(document: Document, span: Span, written: str) -> bool:
    """Whether a name is a double-barrelled surname: behind a title or a given name, or before "said"."""
    if not is_title_case(written.replace(" ", "-")):
        return False
    # Few articles need them.
    from copylint.annotate.known_names import known_names
    from copylint.annotate.people import TITLES, neighbours, plain

    left, right = neighbours(document, span.start, written)
    if right:
        return False
    if left:
        return plain(left) in TITLES or plain(left) in known_names().given
    return following_word(document, span.end) in _SAYS


def _parted_by_place(document: Document, observations: list[Observation]) -> bool:
    """Whether the closed form stands before a noun throughout and the open one never, and there is no other."""
    return all(
        isinstance(one.place, Span)
        and _shape(one) != HYPHENATED
        and (_shape(one) == CLOSED) == is_content(following_word(document, one.place.end))
        for one in observations
    )


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


def _shape(observation: Observation) -> str:
    return observation.context.partition("\t")[0]


def _rewritten(observation: Observation, model: str, side: str) -> str | None:
    shape, written, _, _ = observation.context.split("\t")
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
        Example(good="We read of the re-adding of the names."),
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
            bad="Ines <evidence>Prado-Quiroga</evidence> spoke first. <mark>Prado Quiroga</mark> said it was over.",
            good="Ines Prado-Quiroga spoke first. Prado-Quiroga said it was over.",
            why="A double-barrelled surname.",
        ),
        Example(
            good="The Leeds-Bradford game is off. Leeds Bradford has two. Mr Prado Quiroga met the Prado-Quiroga firm. "
            "Mr Grey-Stone knows Ms Greystone.",
            why="Two places; and what stands before a noun may be two people.",
        ),
        Example(
            good="The front line is near the village. Most frontline villages are empty; nobody is at the front line.",
            why="A noun, and what stands before one.",
        ),
        Example(
            bad="They sit on the <evidence>front line</evidence>. The <evidence>front line</evidence> moves, and the "
            "<mark>frontline</mark> is long.",
            good="They sit on the front line. The front line moves, and the front line is long.",
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
            bad="Each <evidence>policy-maker</evidence> was asked. Few <mark>policy makers</mark> replied.",
            good="Each policy-maker was asked. Few policy-makers replied.",
            why="A family is one whatever the number.",
        ),
        Example(
            good="The board may end third-trimester scans. Few want them in the third trimester.",
            why="A trimester does nothing, as a maker does: before no noun it is two words.",
        ),
        Example(
            bad="The <evidence>cease-fire</evidence> held. In May the <mark>cease fire</mark> was broken.",
            good="The cease-fire held. In May the cease-fire was broken.",
            why="The noun of a phrase in both places.",
        ),
        Example(
            bad="The song is <evidence>well-known</evidence>. Its writer is <mark>well known</mark> in Cork.",
            good="The song is well-known. Its writer is well-known in Cork.",
            why="Behind a verb in both places.",
        ),
        Example(
            bad="The <evidence>cease-fire</evidence> began. One <mark>ceasefire</mark> held, but the "
            "<evidence>cease fire</evidence> of May was broken.",
            why="Three forms, one finding.",
        ),
        Example(
            bad="<evidence>No-one</evidence> came, and <mark>no one</mark> sent word. There is no one way to say it.",
            good="No-one came, and no-one sent word. There is no one way to say it.",
        ),
        Example(
            bad="They fitted the <evidence>Haz-Mat</evidence> suit. A <mark>hazmat</mark> suit costs a lot.",
            good="They fitted the Haz-Mat suit. A haz-mat suit costs a lot.",
            why="Capitals alone make no name.",
        ),
        Example(good="He plays polo and is a good polo-er. The Orka-S is smaller than the Orka.", why="No compounds."),
        Example(
            good="They re-cover the seats, re-lay the floor and re-sign the cast while the stage recovers. A recovered sum is"
            " relayed to a unionised crew, which resigned. Un-ionised ammonia is multiplied by nine in multi-ply cloth.",
            why="Pairs that a hyphen parts into two words.",
        ),
        Example(good="Post-It notes cover what they posit. No-one came at noon; no one man can lift it."),
        Example(
            good="The bank raised its one-year bond. Pay is fixed for one year. It sold their one-year fixed-rate bonds.",
            why="Before a compound and its noun.",
        ),
        Example(good="His climb-down was noted, and the climb down from the ridge took an hour."),
        Example(good="A long-term, costly plan was made. In the long term, it pays."),
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
        Example(
            good="The report marks the 3,000-winners milestone. The 3,000 winners have bought flats.",
            why="A figure that has a comma.",
        ),
    ),
)
