"""British and American spellings in one article: colour beside center, organise beside organize."""

from __future__ import annotations

import os

from copylint.annotate.forms import COMMON, NAME, standing
from copylint.annotate.known_names import COMMON_WORDS
from copylint.annotate.word_places import places, preceding_word, word_start
from copylint.annotate.words import folded, token_set
from copylint.checks.consistency import judge_forms, like
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, Observation, Rule
from copylint.toml import data as data_of
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Literal

AMERICAN, BRITISH = "American", "British"
_MARKERS, _ISE = "markers", "-ise"

# What each spelling that a style may name means for the families: markers such as -our and -re, and -ise.
_STYLES: Mapping[str, Mapping[str, str]] = {
    "british": {_MARKERS: BRITISH, _ISE: "-ise"},
    "american": {_MARKERS: AMERICAN, _ISE: "-ize"},
    "oxford": {_MARKERS: BRITISH, _ISE: "-ize"},
    "canadian": {_ISE: "-ize"},
}


class Options(NamedTuple):
    """spelling: what the house style sets. Oxford is British with -ize; Canadian too, with some American markers, which
    are then judged by majority."""

    mode: Literal["consistent", "style"] = "consistent"
    spelling: Literal["", "british", "american", "oxford", "canadian"] = ""


# Words before which a spelling is kept: Latin, and the offices of another country ("the US defense secretary").
_OFFICES = (" secretary", " department")
_KEPT_BEFORE = {"rigor": (" mortis",), "defense": _OFFICES, "labor": _OFFICES}
_PARTIES = frozenset(("labor", "labour"))  # with a capital at a sentence's start too: "Labor leader Ann Hall"
# A program of a computer is one in Britain too; "programme" beside it is a mix only where none is told of.
_PROGRAMS = frozenset(("program", "programs"))
_COMPUTING = frozenset(
    "computer computers computing software code coding algorithm algorithms app apps ai data".split()
)
# American forms that Canada writes beside colour and organize.
_CANADIAN = ("analyz", "paralyz", "catalyz", "skeptic")
# Stems of words whose form in -ise is British beyond doubt, and what may follow them: "organisation", "recognised".
_STEMS = (
    "apolog author capital categor central character civil colon critic custom econom emphas familiar final formal "
    "general global harmon hospital ideal immun jeopard legal liberal local marginal maxim mechan memor minim mobil modern "
    "monopol national neutral normal optim organ penal personal polar popular priorit privat public radical rational real "
    "recogn scrutin special stabil standard steril subsid summar symbol sympath terror theor urban util vandal victim visual"
)
_ISE_FORMS = frozenset(
    f"{stem}is{ending}"
    for stem in _STEMS.split()
    for ending in ("e", "ed", "es", "er", "ers", "ing", "ation", "ations")
)
_ATTRIBUTES = frozenset("aria data http xml".split())  # aria-labelled, data-color: names in code


# Measures, or in Britain machines that measure: only a number tells which.
_MEASURES = frozenset(("meter", "meters"))


class Spelling:
    """Observes the words that are spelt in two ways, each in the family that it must agree with."""

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        known = _known()
        text, small = document.text, folded(document)
        for word in known.words & token_set(document):
            if word in _PROGRAMS and not _COMPUTING.isdisjoint(token_set(document)):
                continue
            if word.startswith(_CANADIAN) and _is_canadian(document):
                continue
            stand: list[Span] = []
            is_name = False
            for start in places(document, word):
                span = Span(start, start + len(word))
                if small[start - 1 : start] == "-" and small[word_start(small, start - 1) : start - 1] in _ATTRIBUTES:
                    continue
                if small.startswith((" (sic", *_KEPT_BEFORE.get(word, ())), span.end):
                    continue
                if word in _MEASURES and not _is_measured(document, start):
                    continue
                there = standing(document, span)
                if there == COMMON and not (text[start].isupper() and _signs_off(document, span)):
                    stand.append(span)
                elif there == NAME and text[start].isupper():
                    is_name = True
            for span in stand:
                if text[span.start].isupper() and (is_name or word in _PARTIES or text[span.end : span.end + 1] == ","):
                    continue  # "Labour lost": at a sentence's start too it is the party; "Grey, a farmer, said"
                family, side, other = known.pairs[word]
                yield Observation(family, word, span, f"{side}\t{other}\t{text[span.start : span.end]}")
        spelt: list[Observation] = []
        for letter in "sz":
            for span in _ise_words(small, letter):
                if standing(document, span) == COMMON and not (
                    text[span.start].isupper() and _may_be_name(small, span)
                ):
                    written = text[span.start : span.end]
                    spelt.append(Observation(_ISE, small[span.start : span.end], span, f"-i{letter}e\t\t{written}"))
        yield from spelt
        if _is_british(document):
            for one in spelt:
                other = _rewritten(_ISE, one, "-ize") or ""
                written = one.context.rpartition("\t")[2]
                if one.form in _ISE_FORMS or other.lower() in COMMON_WORDS:  # not the paise of a rupee
                    yield Observation(_MARKERS, one.form, one.place, f"{BRITISH}\t{other}\t{written}")

    def observe_alone(self, document: Document, options: Options) -> Iterable[Observation]:
        if options.spelling or _may_differ(document):
            return self.observe(document, options)
        return ()

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        wanted = _STYLES[options.spelling].get(family) if options.spelling else None
        for match in judge_forms(
            observations,
            mode=options.mode,
            side=_side,
            wanted=wanted,
            rewrite=lambda observation, side: _rewritten(family, observation, side),
        ):
            yield match._replace(slots={**(match.slots or {}), "mix": _mix(family, match.slots or {}, observations)})


class _Known(NamedTuple):
    """pairs: word -> its family, side and partner. words: all of them. ise, ize: stems that keep their letter."""

    pairs: Mapping[str, tuple[str, str, str]]
    words: frozenset[str]
    ise: frozenset[str]
    ize: frozenset[str]


@cache
def _known() -> _Known:
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "spelling.toml")
    data = data_of(path)
    pairs: dict[str, tuple[str, str, str]] = {}
    for table in ("markers", "variants"):
        for pair in data[table].split():
            american, _, british = pair.partition("/")
            family = _MARKERS if table == "markers" else american.removesuffix("s")
            pairs[american] = (family, AMERICAN, british)
            pairs[british] = (family, BRITISH, american)
    return _Known(
        pairs,
        frozenset(pairs),
        frozenset(data["always_ise"].split()),
        frozenset(data["always_ize"].split()),
    )


_LONG = 6  # letters of a stem
_ENDINGS = r"(?:e[ds]?|ers?|ings?|ations?|ational|able)"
_CUT = expression(rf"(.*i)([sz]){_ENDINGS}")
_BEFORE = ("over", "under", "un", "re", "mis", "out", "pre", "dis", "immuno")


_ISE_WORDS = {letter: expression(rf"i{letter}{_ENDINGS}(?![\w'’])") for letter in "sz"}


def _is_measured(document: Document, start: int) -> bool:
    """Whether a number stands right before a word: "40 meters", "square meters"."""
    from copylint.annotate.number_words import STARTERS  # seldom needed

    before = preceding_word(document, start)
    return before is not None and (before.isdigit() or before in STARTERS or before in ("square", "cubic"))


def _is_canadian(document: Document) -> bool:
    """Whether words in -our stand beside words in -ize."""
    known = _known()
    return any("our" in word and known.pairs[word][1] == BRITISH for word in known.words & token_set(document)) and any(
        _ise_words(folded(document), "z")
    )


def _may_differ(document: Document) -> bool:
    """Whether words of both sides stand in the document."""
    known = _known()
    sides = {known.pairs[word][:2] for word in known.words & token_set(document)}
    if len({family for family, _ in sides}) < len(sides):
        return True
    if (_MARKERS, AMERICAN) in sides and _is_british(document):
        return True
    text = folded(document)
    # Words in -ise are rarer where there is one of the other side: "rise" and "advise" keep their letter.
    return "iz" in text and any(_ise_words(text, "s")) and any(_ise_words(text, "z"))


def _is_british(document: Document) -> bool:
    """Whether words in -ise stand in the document and none in -ize, which no American writes."""
    if _ISE_FORMS.isdisjoint(token_set(document)):
        return False
    small = folded(document)
    return "iz" not in small or not any(_ise_words(small, "z"))


def _ise_words(text: str, letter: str) -> Iterator[Span]:
    """Where the words in -ise or -ize stand in a folded text that could take the other letter."""
    for found in _ISE_WORDS[letter].finditer(text):
        start = found.start()
        while start > 0 and text[start - 1].isalpha():
            start -= 1
        if text[start - 1 : start] in ("'", "’"):
            continue
        if _may_change(text[start : found.start() + 2], text[start : found.end()]):
            yield Span(start, found.end())


def _may_be_name(folded_text: str, span: Span) -> bool:
    """Whether a capitalised word in -ise is in no dictionary with either letter: Scalise, Louise."""
    word = folded_text[span.start : span.end]
    cut = _CUT.fullmatch(word)
    if cut is None or "ation" in word:
        return False
    at = cut.end(1)
    return not any(word[:at] + letter + word[at + 1 :] in COMMON_WORDS for letter in "sz")


def _signs_off(document: Document, span: Span) -> bool:
    """Whether the block has an e-mail address: who wrote the story, in capitals as a heading has them."""
    block = document.block_at(span.start)
    return block is not None and "@" in document.text[block.span.start : block.span.end]


def _may_change(head: str, word: str) -> bool:
    """Whether a word, whose head ends with the letter, could take the other letter."""
    known = _known()
    return (
        len(head) > 3
        and not head.endswith(("wis", "ois", "cris"))  # Québécoise, cybercrises
        and not (head.endswith("vis") and not head.endswith("tivis"))
        and not _keeps(head, known.ise if head[-1] == "s" else known.ize)
        and word not in known.words
    )


def _keeps(head: str, stems: frozenset[str]) -> bool:
    """Whether the stem, or what a prefix was put to, or what it is a slip for, never takes the other letter."""
    return (
        head in stems
        or head in _slips()
        or (len(head) >= _LONG and any(head[:at] + head[at + 1 :] in stems for at in range(len(head))))
        or any(head.startswith(before) and head[len(before) :] in stems for before in _BEFORE)
    )


@cache
def _slips() -> frozenset[str]:
    """Long stems that never take the other letter, with a letter lost: "suprise"."""
    stems = [stem for stem in _known().ise if len(stem) >= _LONG]
    return frozenset(stem[:at] + stem[at + 1 :] for stem in stems for at in range(1, len(stem) - 2))


def _gate() -> Gate:
    """A form of each of the two sides, or a word in -ize; that one in -ise stands beside it is for the check to tell."""
    pairs = _known().pairs
    american, british = (
        Gate(words=(*[word for word, (_, side, _) in pairs.items() if side == one], *more), texts=("iz",))
        for one, more in ((AMERICAN, ()), (BRITISH, sorted(_ISE_FORMS)))
    )
    return american._replace(both=(british,))


def _side(observation: Observation) -> str:
    return observation.context.partition("\t")[0]


def _rewritten(family: str, observation: Observation, side: str) -> str | None:
    _, other, written = observation.context.split("\t")
    if family == _ISE:
        word = observation.form
        cut = _CUT.match(word)
        if cut is None:
            return None
        at = cut.end(1)
        letter = side[2]
        return written[:at] + (letter.upper() if written[at].isupper() else letter) + written[at + 1 :]
    return like(other, written)


def _mix(family: str, slots: Mapping[str, str], observations: list[Observation]) -> str:
    if family in (_MARKERS, _ISE):
        loser = next(_side(observation) for observation in observations if observation.form == slots["minority"])
        return f"{loser} spelling, and the rest is {_other(loser)}"
    return "one word, two spellings"


def _other(side: str) -> str:
    return {AMERICAN: BRITISH, BRITISH: AMERICAN, "-ise": "-ize", "-ize": "-ise"}[side]


RULE = Rule(
    summary="British and American spellings stand in one article.",
    why="An article is spelt in one variety of English throughout. The majority of places decides, the "
    "first form on a tie. Names (Pearl Harbor, World Health Organization), quoted speech and words that are "
    "two words on one side (licence and license, practice and practise, a computer program and a programme, a metre and a "
    "parking meter) are left alone. -ise and -ize are judged apart from the rest, because -ize with colour and "
    "centre is Oxford and Canadian style.",
    message="{verdict}: {mix}.",
    check=Spelling(),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    source=("VarCon",),
    gate=_gate(),
    examples=(
        Example(good="What aging does to us is told in 10.1093/ageing/afs166.", why="The address of a paper."),
        Example(good="They fell out of favor (sic) at the centre, the colour of labour."),
        Example(
            good="The vote was centralized. It was no suprise, no excercise, and they realized that.",
            why="Slips of another kind.",
        ),
        Example(
            bad="The river stands nine <evidence>metres</evidence> above the road and rose two <evidence>metres</evidence> in"
            " an hour, by 40 <mark>meters</mark> of wall. The parking meters are nine <evidence>metres</evidence> away.",
            good="The river stands nine metres above the road and rose two metres in"
            " an hour, by 40 metres of wall. The parking meters are nine metres away.",
        ),
        Example(
            bad="They <evidence>organised</evidence> it and <evidence>apologised</evidence>, but the <mark>color</mark> ran.",
            good="They organised it and apologised, but the colour ran.",
        ),
        Example(
            bad="The <evidence>color</evidence> and the <evidence>odor</evidence> of it were <mark>criticised</mark>.",
            good="The color and the odor of it were criticized.",
        ),
        Example(
            good="They organised a program for 90 paise in 2019, criticised Pearl Harbor and the Labor Party, and realised “the color ran”.",
            why="Australia writes so; names; quoted words.",
        ),
        Example(good="The colour pleased the US defense secretary and the labor department.", why="Offices abroad."),
        Example(
            good="The colour of the immunocompromised was no sign of rigor mortis, said those authorized to look.",
            why="Latin; a word that never takes a z.",
        ),
        Example(
            bad="The <evidence>colour</evidence> of the <evidence>harbour</evidence> changed. The town "
            "<mark>center</mark> did not.",
            good="The colour of the harbour changed. The town centre did not.",
        ),
        Example(
            bad="They will <evidence>organize</evidence> a vote. The mayor <evidence>recognized</evidence> "
            "it, but did not <mark>apologise</mark>.",
            good="They will organize a vote. The mayor recognized it, but did not apologize.",
        ),
        Example(
            bad="Her <evidence>adviser</evidence> left in May. A new <mark>advisor</mark> came in June.",
            good="Her adviser left in May. A new adviser came in June.",
        ),
        Example(
            good="The defence spoke first.\n\nShe was jailed for the murder in 1996, at Mold Crown Court\n\nThe defence left.",
            why="A name in a caption.",
        ),
        Example(good="The theater in New York drew worshippers of rock.", why="American papers write worshippers too."),
        Example(good="The colour of the centre was a surprise; they organize a vote.", why="Oxford spelling."),
        Example(
            good="The harbour at Pearl Harbor lies west of the Labor Department's favourite mooring.",
            why="Names.",
        ),
        Example(good="The programme was advertised and televised; she will practise, with a licence, as licensed."),
        Example(
            good="They organize a vote and use the fadvise call; an ill-devised plan was revised.", why="Always -vise."
        ),
        Example(good="Its aria-labelled buttons are a favorite of honored users.", why="A name in code."),
        Example(good="“What color!” he said. The colour was grey."),
        Example(good="Worshippers prayed for the neighborhood.", why="American English doubles the p too."),
        Example(
            good="Scalise was hurt, and colleagues criticized the guards. Louise Kaiser realized it. Scalise slept.",
            why="Names.",
        ),
        Example(
            good="She is for the Labour Party. Labour lost the center of the town, and Labour wept.",
            why="What is a name within a sentence is one at its start.",
        ),
        Example(
            good="The organizers are skeptical of the colour, and analyzed it. Grey, a farmer, and the"
            " québécoise realized it.",
            why="Canadian spelling, a name, French.",
        ),
        Example(
            good="Labor leader Ann Hall said labour was dear, and the centre of the town its harbour.",
            why="A party at a sentence's start.",
        ),
        Example(
            bad="The <evidence>programme</evidence> began in May. Two <evidence>programmes</evidence> follow it, and the"
            " last <mark>program</mark> is Mrs Hall's.",
            good="The programme began in May. Two programmes follow it, and the last programme is Mrs Hall's.",
        ),
        Example(good="The programme taught the town's software firms: each wrote a program.", why="One of a computer."),
        Example(
            bad="Yesterday critics <evidence>realized</evidence> it and <evidence>organized</evidence> a vote. "
            "<mark>Criticised</mark> at home, she left.",
        ),
        Example(
            bad="The <mark>colour</mark> of the town hall is new.",
            good="The color of the town hall is new.",
            options={"spelling": "american"},
        ),
    ),
)
