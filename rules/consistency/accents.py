"""A word with its accents here and without them there: café, cafe; Erdoğan, Erdogan."""

from __future__ import annotations

from copylint.annotate.forms import ADDRESS, VERBATIM, standing
from copylint.annotate.words import not_ascii, token_set, words
from copylint.checks.consistency import judge_forms
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, compiled, expression
from copylint.memo import cache
from copylint.rule import Example, Match, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

# Without its accents each of these is another word, of English or of its own language.
_OTHER_WORDS = frozenset(
    "expose exposes lame mate pate pates peal resume resumes rose roses pique piques sake ole forte rape ore over cure "
    "are like liked the he she de do la las le me no on per se so te tu una an as do elan dais maid metis rosé saute "
    "touche attache attaches consomme conge cure cures divorce divorces epee fete habitue lycee macho mane melee overt "
    "pave pieta pinata placate retrousse soiree souffle toupee "
    "que como cuando donde quien cual porque".split()
) - frozenset("elan epee fete lycee melee pinata soiree souffle toupee saute touche consomme".split())


_ELIDED = (" d'", " d’", " l'", " l’", " D'", " D’", " L'", " L’")  # "Institut d'Haïti"

# Words of which English has none, and a sentence in French, Spanish or Portuguese has some.
_FOREIGN = frozenset(
    "la el los las le les une una del des du dos est en y et que qui sur dans para par por con n’a".split()
)
# Places that English spells without the accents that their names have at home, where other names have them:
# "Investissement Québec", "Hydro-Québec".
_AT_HOME = frozenset("quebec montreal mexico peru panama yucatan bogota medellin cordoba zurich malaga".split())
_IN_NAME = expression(r"(?:[A-ZÀ-ÖØ-Þ][\w’']+(?: in| of)?[ -])$")
_SURELY = 2
_ROUND = 40  # code points before and behind a word

_GAPS = (" ", "\u00a0")
_NAME = 30  # code points that a given name takes


class Options(NamedTuple):
    mode: Literal["consistent", "style"] = "consistent"


@cache
def _letters() -> re.Pattern[str]:
    return compiled(r"[À-ÖØ-öø-ɏḀ-ỿ]")


def plain(word: str) -> str:
    """The word with the letters that its accents stand on: Erdogan, Lodz, Strasse stays Straße."""
    from unicodedata import normalize

    bare = "".join(letter for letter in normalize("NFD", word) if not "\u0300" <= letter <= "\u036f")
    return bare.translate({0x131: "i", 0x142: "l", 0x141: "L", 0xF8: "o", 0xD8: "O", 0x111: "d", 0x110: "D"})


@cache
def _small_words() -> re.Pattern[str]:
    return compiled(
        r"\b(?:la|el|los|las|le|les|un|une|una|de|del|des|du|do|da|dos|en|al|y|et|que|qui|se|si|sur|dans|para|por|con) $",
        IGNORECASE,
    )


def _is_foreign(text: str, start: int, written: str, bare: str) -> bool:
    """Whether a word stands among words of its own language, which English spells without accents: La invasión
    consentida, Universidad de México."""
    if not written[0].isupper() and len([one for one in _words_round(text, start) if _letters().search(one)]) > _SURELY:
        return True  # "Đường dây nóng": a line in another language
    if bare in _AT_HOME and _IN_NAME.search(text, max(0, start - _NAME), start):
        return True
    led = text.endswith(_ELIDED, 0, start) or _small_words().search(text, max(0, start - 6), start) is not None
    if not led and (written[0].isupper() or len(_FOREIGN.intersection(_words_round(text, start))) < _SURELY):
        return False
    from copylint.annotate.known_names import COMMON_WORDS, known_names  # seldom needed

    return bare in COMMON_WORDS or (written[0].isupper() and bare in known_names().capitals)


def _words_round(text: str, at: int) -> list[str]:
    first, last = max(text.rfind("\n", 0, at) + 1, at - _ROUND), text.find("\n", at)
    return text[first : min(last if last >= 0 else len(text), at + _ROUND)].lower().split()


class Accents:
    """Observes each word with accents, and the same word without them."""

    def observe(self, document: Document, options: Options) -> Iterable[Observation]:
        text = document.text
        if not any(map(_letters().match, not_ascii(document))):
            return
        families: dict[str, str] = {}
        accented: list[Observation] = []
        reached = 0
        for found in _letters().finditer(text):
            if found.start() < reached:
                continue
            start, reached = found.span()
            while start > 0 and text[start - 1].isalpha():
                start -= 1
            while text[reached : reached + 1].isalpha():
                reached += 1
            written = text[start:reached]
            bare = plain(written).lower()
            if len(bare) < 3 or bare in _OTHER_WORDS or bare == written.lower() or not bare.isascii():
                continue
            if bare.endswith("ed") and written.endswith("èd"):
                continue  # "belovèd": a syllable that verse wants
            span = Span(start, reached)
            if standing(document, span) in (ADDRESS, VERBATIM) or _is_foreign(text, start, written, bare):
                continue
            families[bare] = written
            accented.append(Observation(bare, _form(written), span, written))
        yield from accented
        if not families:
            return
        present = token_set(document).intersection(families)  # where a word is not, its token may be: in "cafe's"
        if present:
            starts, ends, said = words(document)
            namesakes = {
                word
                for word in present
                if families[word][0].isupper() and _are_namesakes(document, word, accented, starts, ends, said)
            }
            for index, word in enumerate(said):
                if word in present and word not in namesakes:
                    span = Span(starts[index], ends[index])
                    written = text[span.start : span.end]
                    if written[0].isupper() != families[word][0].isupper() and families[word][1:].islower():
                        continue  # a name is not the word that it looks like
                    if written.isupper():
                        continue  # of capitals many leave the accents out
                    if standing(document, span) not in (ADDRESS, VERBATIM):
                        yield Observation(word, _form(written), span, written)

    def judge(self, family: str, observations: list[Observation], options: Options) -> Iterator[Match]:
        def side(observation: Observation) -> str:
            return observation.form.lower()

        models = {side(observation): observation.context for observation in observations}

        def rewrite(observation: Observation, winner: str) -> str:
            model = models[winner]
            written = observation.context
            if written.isupper() and len(written) > 1:
                return model.upper()
            return model[0].upper() + model[1:] if written[0].isupper() else model[0].lower() + model[1:]

        yield from judge_forms(observations, mode=options.mode, side=side, rewrite=rewrite)


def _are_namesakes(
    document: Document,
    word: str,
    accented: list[Observation],
    starts: Sequence[int],
    ends: Sequence[int],
    said: Sequence[str],
) -> bool:
    """Whether a given name always stands before a surname, and those behind the one with accents are not those behind
    the one without: Péter Szabo and Peter Quill are two people. So are Ana Gómez and Luis Gomez."""
    text = document.text
    ours = [found.place for found in accented if found.family == word]
    others = [at for at, token in enumerate(said) if token == word and text[starts[at]].isupper()]
    one = {_surname(text, place.end) for place in ours if isinstance(place, Span)}
    other = {_surname(text, ends[at]) for at in others}
    if "" not in one | other and bool(one and other) and one.isdisjoint(other):
        return True
    one = {_given(text, place.start) for place in ours if isinstance(place, Span)}
    other = {_given(text, starts[at]) for at in others}
    return "" not in one | other and bool(one and other) and one.isdisjoint(other)


def _given(text: str, at: int) -> str:
    """What may be a given name, right before an offset, without accents and in lower case; "" for none."""
    from copylint.annotate.known_names import known_names  # seldom needed

    words_before = text[max(0, at - _NAME) : at].split()
    before = words_before[-1] if words_before and text[at - 1 : at] in _GAPS else ""
    known, given = known_names(), plain(before).lower()
    unknown = given not in known.words and given not in known.capitals
    return given if before[:1].isupper() and (unknown or given in known.given) else ""


def _surname(text: str, at: int) -> str:
    """The capitalised word right behind an offset, without accents and in lower case; "" for none."""
    end = at + 1
    while text[end : end + 1].isalpha():
        end += 1
    return plain(text[at + 1 : end]).lower() if text[at : at + 1] == " " and text[at + 1 : at + 2].isupper() else ""


def _form(written: str) -> str:
    return written.title() if written.isupper() and len(written) > 1 else written


RULE = Rule(
    summary="A word stands with its accents here and without them there.",
    why=("A name has its accents or it has not; both in one article is carelessness, and may look like two people."),
    message="{verdict}: one word, with accents and without.",
    check=Accents(),
    options=Options(),
    fix="unsafe",
    examples=(
        Example(
            good="The government of Quebec paid for the dam, and Hydro-Québec and Investissement Québec built it.",
            why="Names that are written as at home.",
        ),
        Example(
            good="She teaches in Haiti, at the Institut d'Haïti, and read its Rapport d'évaluation, an evaluation of schools.",
            why="Words of another language.",
        ),
        Example(good="They say *liké* for it, and nothing is like it.", why="A word of French."),
        Example(good="Péter Szabo flew to Baku, and Peter Quill flew home.", why="Two people."),
        Example(
            bad="<evidence>Péter</evidence> Szabo flew to Baku, and <mark>Peter</mark> Szabo flew home.",
            good="Péter Szabo flew to Baku, and Péter Szabo flew home.",
        ),
        Example(
            bad="<evidence>Erdoğan</evidence> flew to Baku. <evidence>Erdoğan</evidence> met his hosts, and "
            "<mark>Erdogan</mark> flew home.",
            good="Erdoğan flew to Baku. Erdoğan met his hosts, and Erdoğan flew home.",
        ),
        Example(
            bad="The <evidence>café</evidence> opened in May. No other <mark>cafe</mark> did.",
            good="The café opened in May. No other café did.",
        ),
        Example(good="She exposed the exposé; they resume work on a résumé, and a rosé by the rose."),
        Example(
            good="The father, RAÚL QUILL, met Raúl Rowe. RAUL ROWE, the notice said.", why="Capitals without accents."
        ),
        Example(
            good="On chante: le marché illégal est dans la rue. An illegal market is in the street.",
            why="A sentence of another language.",
        ),
        Example(good="The café opened in May. Write to cafe@example.org."),
        Example(
            good="She read Historia de una invasión and studied at the Universidad de México. Mexico fears no invasion.",
            why="Words of another language.",
        ),
        Example(good="Peña spoke of the pena that he had to pay.", why="A name and a word."),
        Example(
            good="He is my beloved belovèd. They say “no sé qué” and “me tengo que ir”.",
            why="A syllable that verse wants, and two words.",
        ),
        Example(
            good="Ana Gómez won, and Rollin Gomez lost.",
            why="Two people.",
        ),
        Example(
            good="One day he fled. That day it rained.\n\nĐường dây nóng tiếp nhận tin báo ẩn danh",
            why="A line in another language.",
        ),
    ),
)
