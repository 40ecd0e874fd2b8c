"""The Government here and the government there; the Care Quality Commission and the Care Quality commission."""

from __future__ import annotations

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.near_names import capitalised
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import EVERYWHERE, flowed, flowed_folded, token_set
from copylint.checks.consistency import judge_forms
from copylint.document import Document, Span
from copylint.expressions import compiled, places_of
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
# Offices and bodies of two words, of which a country has one.
_OFFICES = (
    "prime minister",
    "attorney general",
    "supreme court",
    "foreign ministry",
    "foreign minister",
    "finance ministry",
)
_OFFICES += (
    "finance minister",
    "health ministry",
    "health minister",
    "defence ministry",
    "defense ministry",
    "interior ministry",
)
_OFFICES += (
    "home secretary",
    "foreign secretary",
    "health secretary",
    "justice secretary",
    "education secretary",
    "high court",
)
_PARTS = tuple((office, tuple(office.split())) for office in _OFFICES)
_OFFICERS = frozenset(office.rpartition(" ")[2] for office in _OFFICES)
# Words that end, or begin, the names of bodies of three words and more.
_BODIES = frozenset(
    "administration agency alliance association authority board bureau centre center coalition college commission "
    "commissioner committee council department federation foundation institute institution league ministry office "
    "organisation organization service society trust union".split()
)
_STOPS = frozenset(".!?:”’\"'")
_JOINING = frozenset("of for and the on".split())
_NEAR = 90  # code points round such a word in which the name stands


class Options(NamedTuple):
    mode: Literal["consistent", "style"] = "consistent"


@cache
def _stands_alone() -> re.Pattern[str]:
    return compiled(r"(?![\w'’-])(?! [A-Z]| \d\.\d)")


@cache
def _definite_office() -> re.Pattern[str]:
    """An office that stands for its holder, and not before a name: the Prime Minister, the prime minister's."""
    names = "|".join(
        f"[{first[0].upper()}{first[0]}]{first[1:]} [{last[0].upper()}{last[0]}]{last[1:]}"
        for _, (first, last) in _PARTS
    )
    return compiled(rf"he (?<=\b[Tt]he )({names})(?![\w-])(?! (?:[A-Z]|of )|[’']s [A-Z])")


@cache
def _of_a_title() -> re.Pattern[str]:
    return compiled(r"\b[A-Z][a-z]+ (?:of|to) $")


@cache
def _name() -> re.Pattern[str]:
    """A name of a body, without an article: words with capitals, of which small ones may join some."""
    return compiled(r"[A-Z][\w’'&-]*(?: (?:of |for |and |the |on )*[A-Z][\w’'&-]*)+")


class Capitals:
    def observe_alone(self, document: Document, options: Options) -> Iterable[Observation]:
        text = document.text
        present = token_set(document)
        written = [word for word in _TERMS & present if f"he {word.title()}" in text and f"he {word}" in text]
        if written:
            yield from self._terms(document, sorted(written))
        if any(
            first in present and last in present and office.title() in text and office in text
            for office, (first, last) in _PARTS
        ):
            yield from _offices(document)
        yield from _bodies(document)

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        yield from self._terms(document, sorted(_TERMS & token_set(document)))
        yield from _offices(document)
        yield from _bodies(document)

    def _terms(self, document: Document, words: Iterable[str]) -> Iterable[Observation]:
        forms = [form for word in words for form in (word, word.title())]
        for word, at in [(form, at) for form in forms for at in places_of(document.text, f"he {form}")]:
            span = Span(at + 3, at + 3 + len(word))
            start = at - 1
            if document.text[start : start + 1] not in ("t", "T") or document.text[start - 1 : start].isalnum():
                continue
            if _stands_alone().match(document.text, span.end) is None:
                continue
            if word[0].islower() and standing(document, span) != COMMON:
                continue
            block = document.block_at(span.start)
            if block is None or block.kind in ("heading", "headline", "caption", "cell"):
                continue
            if document.text[start] == "T" and document.text[block.span.end - 1] not in _STOPS:
                continue  # a title
            after = document.text[span.end : span.end + 6]
            if after.startswith(" of ") or (word == "President" and after[:5] == " and " and after[5:].isupper()):
                continue  # the Bank of Ireland, the president of the club, the President and CEO
            if word[0].isupper() and _of_a_title().search(document.text, max(0, start - 30), start):
                continue  # the Executive Office of the President
            yield Observation(word.lower(), word, span, word)

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        yield from judge_forms(observations, mode=options.mode, rewrite=lambda observation, side: side)


def _offices(document: Document) -> Iterator[Observation]:
    """The places of offices in running text, with both capitals or with none."""
    text = flowed(document)
    for found in _definite_office().finditer(text):
        written = found.group(1)
        block = document.block_at(found.start())
        if block is None or block.kind not in ("paragraph", "item", "quote") or text[block.span.end - 1] not in _STOPS:
            continue
        if written == written.lower() or written == written.title():
            yield Observation(written.lower(), written, Span(*found.span(1)), written)


def _bodies(document: Document) -> Iterator[Observation]:
    """The names of bodies, of three words and more, that stand in the document with their capitals and without some."""
    text, folded = document.text, flowed_folded(document)
    names = set()
    for word in _BODIES & token_set(document):
        title = word.title()
        if title in capitalised(document) and _stands_twice(folded, word) and _may_be_small(text, word, title):
            at = text.find(title)
            while at >= 0:
                for found in _name().finditer(text, max(at - _NEAR, 0), at + _NEAR):
                    name = found.group().removeprefix("The ").removesuffix("’s").removesuffix("'s")
                    if found.start() <= at < found.end() and _is_body(name, title):
                        names.add(name)
                at = text.find(title, at + len(title))
    for name in sorted(names):
        yield from _written(document, name)


def _stands_twice(text: str, word: str) -> bool:
    """Whether a word for a body stands twice behind one word, or before "of" or "for" and what begins alike: a name that
    is written in two ways does. text: flowed and folded."""
    beside = set()
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[end : end + 1].isalnum():
            near = [text[text.rfind(" ", 0, at - 1) + 1 : at]] if at > 1 and text[at - 1] == " " else []
            if text.startswith((" of ", " for "), end):
                near.append(text[end : end + 6])
            if not beside.isdisjoint(near):
                return True
            beside.update(near)
        at = text.find(word, end)
    return False


def _may_be_small(text: str, word: str, title: str) -> bool:
    """Whether the word for a body stands without a capital behind a word that it follows with one, or before "of"."""
    at = text.find(f" {word}")
    while at > 0:
        before = text[text.rfind(" ", 0, at) + 1 : at]
        if before not in EVERYWHERE and f"{before[:1].upper()}{before[1:]} {title}" in text:
            return True
        following = text[at + 1 + len(word) : at + 5 + len(word)]
        if following in (" of ", " for") and f"{title}{following}" in text:
            return True
        at = text.find(f" {word}", at + 1)
    return f"{title} of " in text or f"{title} for " in text


def _is_body(name: str, title: str) -> bool:
    """Whether a name of three words and more ends in the word for a body, or begins with it: the Care Quality Commission,
    the Ministry of Trade."""
    ends = name.endswith(f" {title}") and not name.endswith(f"the {title}")  # the State of the Union
    shouted = name[:4].isupper() and name[:4].isalpha()  # a label before it: MUST WATCH
    return name.count(" ") > 1 and not shouted and (ends or name.startswith((f"{title} of ", f"{title} for ")))


def _written(document: Document, name: str) -> Iterator[Observation]:
    """The places of a name, if some lack a capital of a word that is no first one of a sentence."""
    text = flowed(document)
    places = []
    for at in occurrences(document, name.lower().replace("’", "'")):
        end = at + len(name)
        block = document.block_at(at)
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        if text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or _within_longer(text, at):
            continue
        written = text[at:end].replace("’", "'")
        if written[1:] == name[1:].replace("’", "'"):
            places.append((Span(at, end), name))
        elif _lacks_capital(written) and (written[0].isupper() or text[at - 4 : at].lower() == "the "):
            places.append((Span(at, end), text[at:end]))
    if len({form for _, form in places}) > 1:
        for span, form in places:
            yield Observation(name.lower(), form, span, name)


def _within_longer(text: str, at: int) -> bool:
    """Whether a word with a capital stands before a place, other than "The": the State Board of Elections."""
    before = text[text.rfind(" ", 0, at - 1) + 1 : at]
    return before[:1].isupper() and before[-1:] == " " and before != "The " and before[-2].isalnum()


def _lacks_capital(written: str) -> bool:
    """Whether a word that has a capital in a name has none."""
    return any(word.islower() and word not in _JOINING for word in written.split()[1:])


RULE = Rule(
    summary="A word or a name of an institution has capitals here and none there.",
    why="The Government or the government: the house decides, and an article keeps to it. Judged are words for a "
    "country's institutions and offices after 'the', alone and not before a name, and the names of bodies of three words "
    "and more; headlines and quoted speech are left alone.",
    message="{verdict}: one name, two ways to write it.",
    check=Capitals(),
    options=Options(),
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=tuple(sorted(_TERMS | _BODIES | _OFFICERS))),
    examples=(
        Example(good="The web was young, and they spoke of the Web 2.0 at the bar.", why="A name with a number."),
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
            bad="The <evidence>Care Quality Commission</evidence> closed it. A clerk of the <mark>Care Quality "
            "commission</mark> wept. The <evidence>Care Quality Commission</evidence> said no more.",
            good="The Care Quality Commission closed it. A clerk of the Care Quality Commission wept. "
            "The Care Quality Commission said no more.",
        ),
        Example(
            bad="On Monday the <evidence>prime minister</evidence> flew home. At noon the <evidence>prime minister</evidence>"
            " met the board, and said that the <mark>Prime Minister</mark>’s car was late.",
            good="On Monday the prime minister flew home. At noon the prime minister met the board, and said that the prime"
            " minister’s car was late.",
        ),
        Example(
            good="At noon the prime minister met the Prime Minister of Fiji, and the finance minister the Finance Minister Ada"
            " Quill. The Prime Minister Inn was shut.",
            why="Names and titles before names.",
        ),
        Example(
            good="The State of the Union Institute and Center For Trade heard of the state of the union. A department of trade, "
            "your health service board and the Hall Trust, a trust, wrote to the Department of Trade, the Center for Trade "
            "and the Director of the Health Service Board.",
            why="An idiom, a small word, what is no name, and too short a name.",
        ),
        Example(
            good="The government met the Government Chief Whip; the president of the club met the President of France."
        ),
        Example(good="Government of the people, by the people. Half of them like the government."),
    ),
)
