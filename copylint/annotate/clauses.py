"""Clauses, as far as rules need them: conditions with the act that depends on them.

No parser: a reader of tokens that knows modals, connectives, negation and pronouns, and gives up where it cannot tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from copylint.annotate.sentences import sentence_at
from copylint.annotate.verbs import IRREGULAR, PARTICLES, SAME_FORM, VERB_PHRASES, lemmas, looks_inflected
from copylint.annotate.words import flowed_folded, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Phrase(NamedTuple):
    """A noun phrase: its span, its words in lower case, and whether it is plural (None where it could be either)."""

    span: Span
    words: tuple[str, ...]
    plural: bool | None

    @property
    def head(self) -> str:
        """The last word: "forces" of "Syrian forces"."""
        return self.words[-1] if self.words else ""


class Act(NamedTuple):
    """Somebody does something: `verb` as printed, `lemmas` what it may be the form of ("pull out" with its particle).

    `negated` is true for "will not", "refused to". `object` is None where the verb has none. `rest` is what follows
    the verb and its object in lower case, up to the end of the clause. `elliptical`: only "did", "does not". `passive`:
    the subject is what it is done to ("the gates are closed").
    """

    span: Span
    subject: Phrase
    verb: Span
    lemmas: frozenset[str]
    negated: bool
    object: Phrase | None
    rest: tuple[str, ...]
    elliptical: bool = False
    passive: bool = False


class Condition(NamedTuple):
    """An act and what it depends on. `connective` is "if", "only if", "unless" or "until". `span` is the condition with
    its connective; `main` is the act that depends, `act` the one it depends on. `before` is the part of the sentence
    that stands before the main act, in lower case."""

    connective: str
    span: Span
    main: Act
    act: Act
    before: tuple[str, ...]


_MODALS = frozenset("will would shall should can could may might must 'll".split())
_NEGATIVE_MODALS = {
    "won't": "will", "wouldn't": "would", "cannot": "can", "can't": "can", "couldn't": "could", "shan't": "shall",
    "shouldn't": "should",
}  # fmt: skip
# "threatened to V": what somebody says, wants or is about to do.
_TO_VERBS = frozenset(
    "threaten vow pledge promise plan intend agree decide offer prepare refuse decline swear undertake propose choose "
    "resolve want hope expect".split()
)
_FAILING = frozenset("fail refuse decline".split())
_REFUSING = frozenset("refuse decline".split())
_DO = {
    "do": False, "does": False, "did": False, "don't": True, "doesn't": True, "didn't": True, "has": False,
    "have": False, "had": False, "hasn't": True, "haven't": True, "hadn't": True, "will": False, "would": False,
    "won't": True, "wouldn't": True, "can": False, "could": False, "cannot": True, "can't": True, "couldn't": True,
}  # fmt: skip
_BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
_NOT = frozenset("not never".split())
_ADVERBS = frozenset(
    "also then now soon first still ever actually finally immediately fully completely quickly voluntarily "
    "unilaterally simply formally eventually even again all both only just".split()
)
_PRONOUNS = {"he": False, "she": False, "it": False, "they": True}
_OBJECT_PRONOUNS = {"him": False, "her": False, "it": False, "them": True}
_PREPOSITIONS = frozenset(
    "to from by before within in on at after into onto of for with without against over under through across along "
    "between among during towards toward via amid despite until unless if when while because as than since near "
    "inside outside around about behind beyond up down off out back away home".split()
)
_CONJUNCTIONS = frozenset("and but or nor so yet that which who whom whose where".split())
_AUXILIARIES = _BE.union(_DO)
_BEFORE_VERBS = _AUXILIARIES | _ADVERBS
_NO_VERBS = _PREPOSITIONS | _CONJUNCTIONS
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight yesterday soon together alone "
    "next this later early earlier too anyway first here there themselves itself himself herself".split()
)
_OF_TIME = frozenset("on last week month night again in year".split())  # parts of a time: "last week", "in a year"
_SPEECH = frozenset("said says say added adding told warned announced insisted repeated declared".split())
# Nouns that are plural, or may be, without an s.
_COLLECTIVE = frozenset(
    "police people staff army team government company union party council militia navy family board cabinet crew "
    "cavalry infantry personnel cattle women men children media group band side club committee coalition opposition "
    "management ministry court".split()
)
_DETERMINERS = frozenset("the a an its their his her these those all some any no".split())
_SINGULAR_NAMES = frozenset("brussels athens honduras laos texas wales algiers naples kansas arkansas illinois".split())
_PLURAL_ONLY = frozenset("police people women men children personnel cattle they them these those".split())
_NEGATION = expression(r"\b(?:not|never|cannot|fail|fails|failed|refus\w+|declin\w+)\b|n't\b")
_NEGATION_TRACES = ("not", "n't", "never", "fail", "refus", "declin")
_TOKEN = expression(r"[^\W_]++(?:(?!['’\-‑])|(?:['’\-‑][^\W_]++)*+)|[^\w\s]")
_LONGEST = 2000  # code points of a sentence that is read: what is longer is no sentence


class _Tokens(NamedTuple):
    """The words and marks of a stretch of text, and where each starts and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]


@reading
def conditions(document: Document) -> tuple[Condition, ...]:
    """The conditions whose subject and verb can be told, each with the act that depends on it, in text order. A plain
    "if they do" or "until they do" is left out, because nothing contradicts it."""
    stand = token_set(document)
    connectives = [word for word in ("if", "unless", "until", "till") if word in stand]
    if not connectives:
        return ()
    text = flowed_folded(document)
    found: list[Condition] = []
    for start, word in sorted(_connectives(text, connectives)):
        negated = word != "if" or _is_negated(text, start, start + 80)
        only = word == "if" and "only" in text[max(0, start - 80) : start]
        if not negated and not only:
            continue
        sentence = sentence_at(document, start)
        if sentence is None or sentence.end - sentence.start > _LONGEST:
            continue
        if word[0] in "ut" and word != "unless" and not _is_negated(text, *sentence):
            continue
        act = _dependent_act(_tokens(text, start, sentence.end))
        if act is None or (word == "if" and not act.negated and not only):
            continue
        condition = _condition(_tokens(text, *sentence), start, act)
        if condition is not None:
            found.append(condition)
    return tuple(found)


def _is_negated(text: str, start: int, end: int) -> bool:
    """Whether there is a negation in a range of the text."""
    part = text[start:end]
    return any([trace in part for trace in _NEGATION_TRACES]) and _NEGATION.search(part) is not None  # noqa: C419


def _connectives(text: str, stand: Sequence[str]) -> Iterator[tuple[int, str]]:
    for word in stand:
        start = text.find(word + " ")
        while start >= 0:
            if start == 0 or not text[start - 1].isalnum():
                yield start, word
            start = text.find(word + " ", start + 1)


def _tokens(text: str, start: int, end: int) -> _Tokens:
    found = list(_TOKEN.finditer(text, start, end))
    return _Tokens([match[0] for match in found], [match.start() for match in found], [match.end() for match in found])


def _condition(tokens: _Tokens, offset: int, act: Act) -> Condition | None:
    """The condition whose connective stands at an offset, with the act that depends on another, and that other."""
    words, starts, ends = tokens
    index = bisect_left(starts, offset)
    if index == len(starts) or starts[index] != offset:
        return None
    connective = "until" if words[index] == "till" else words[index]
    first = index
    if index and words[index - 1] in ("even", "as", "what", "wonder", "know"):
        return None
    if connective == "if" and index and words[index - 1] == "only":
        connective, first = "only if", index - 1
    end = bisect_left(starts, act.span.end)
    main = None
    fronted = (
        index == 0
        or words[index - 1] in ('"', "“", "'", "‘", "that", "and", "but")
        or (words[index - 1] == "," and index > 1 and words[index - 2] in ("that", "but", "and"))
    )
    if not fronted or index > 2:
        main = _main_act(tokens, 0, first)
    before = tuple(words[:first])
    if main is None and fronted and end < len(words):
        comma = next((i for i in range(end, len(words)) if words[i] == ","), None)
        if comma is not None:
            stop = next((i for i in range(comma + 1, len(words)) if words[i] in (",", ";", ":")), len(words))
            main = _main_act(tokens, comma + 1, stop)
            before = ()
    if main is None:
        return None
    if main.span.end <= starts[first]:
        verb_at = bisect_left(starts, main.verb.start)
        if connective == "if" and words[verb_at - 1] == "only":
            connective = "only if"
        before = tuple(words[: bisect_right(ends, main.span.start)])
    return Condition(connective, Span(starts[first], act.span.end), main, act, before)


def _dependent_act(tokens: _Tokens) -> Act | None:
    """The clause after a connective, with which the tokens begin: subject, auxiliary, negation, verb."""
    words, starts, ends = tokens
    size = len(words)
    found = _leading_subject(tokens, 3 if words[1:3] in (["and", "until"], ["or", "until"]) else 1)
    if found is None:
        return None
    subject, position = found
    auxiliary, negated, position = _auxiliaries(words, position)
    if words[position + 1 : position + 2] == ["to"] and lemmas(words[position]) & _FAILING and position + 2 < size:
        negated = not negated  # "if they fail to leave"
        position += 2
    if position >= size or not words[position][0].isalpha() or words[position] in _NO_VERBS:
        if auxiliary is None:
            return None
        whole = Span(subject.span.start, ends[position - 1])
        verb = Span(starts[auxiliary], ends[auxiliary])
        return Act(whole, subject, verb, frozenset(), negated, None, _clause_rest(words, position), True)
    if words[position] in _BE:
        return _passive(tokens, subject, position, negated, subject.span.start, size)
    return _act(tokens, subject, position, negated, subject.span.start)


def _leading_subject(tokens: _Tokens, start: int) -> tuple[Phrase, int] | None:
    """The subject of the clause that begins at a token, and where it ends: at an auxiliary, or at the verb."""
    words, starts, ends = tokens
    size = len(words)
    if start >= size:
        return None
    if words[start] in _PRONOUNS:
        return Phrase(Span(starts[start], ends[start]), (words[start],), _PRONOUNS[words[start]]), start + 1
    end = start
    while end < size and end - start < 7 and words[end] not in _DO:
        if words[end] in _BE or words[end] in _PREPOSITIONS or not words[end][0].isalnum():
            break
        end += 1
    if start < end < size and words[end] in _AUXILIARIES:
        return _phrase(tokens, start, end), end
    if end == start or end == start + 1 == size:
        return None
    # No auxiliary: "Hezbollah withdraws". The verb is the last word that has a verb's ending.
    verb_at = next((at for at in range(end - 1, start, -1) if looks_inflected(words[at])), None)
    if verb_at == start + 1 and words[start] in _DETERMINERS:
        verb_at = None
    if verb_at is None and end - start > 1 and _plural(tuple(words[start : end - 1])) is not False:
        verb_at = end - 1  # "the troops withdraw"
    return None if verb_at is None else (_phrase(tokens, start, verb_at), verb_at)


def _auxiliaries(words: list[str], start: int) -> tuple[int | None, bool, int]:
    """The last of the auxiliaries that stand from a token on, among negations and adverbs; whether they negate the
    verb; and where it stands."""
    auxiliary = None
    negated = False
    for at in range(start, len(words)):
        word = words[at]
        if word in _DO:
            if auxiliary is not None and word in ("do", "does", "did"):
                return auxiliary, negated, at
            auxiliary = at
            negated = negated or _DO[word]
        elif word in _NOT:
            negated = True
        elif word not in _ADVERBS:
            return auxiliary, negated, at
    return auxiliary, negated, max(start, len(words))


def _passive(tokens: _Tokens, subject: Phrase, position: int, negated: bool, span_start: int, size: int) -> Act | None:
    """What is done to the subject, from a form of "be" on: "were not brought in". None for "is ill", "is leaving"."""
    words = tokens.words
    while position < size and (words[position] in _BE or words[position] in _NOT or words[position] in _ADVERBS):
        negated = negated or words[position] in _NOT or words[position].endswith("n't")
        position += 1
    if position >= size:
        return None
    word = words[position]
    if not (word.endswith("ed") or word in IRREGULAR or word in SAME_FORM) or word in _DO:
        return None
    act = _act(tokens, subject, position, negated, span_start, size)
    return act._replace(passive=True, object=None) if act.object is None else None


def _main_act(tokens: _Tokens, start: int, stop: int) -> Act | None:
    """The act before a connective: the last modal or "threatened to" that does not stand in a relative clause."""
    words = tokens.words
    for index in range(stop - 1, start - 1, -1):
        word = words[index]
        if word == ";" or word == ":":
            return None
        negated = word in _NEGATIVE_MODALS
        subject_end = index
        if word in _MODALS or negated:
            position = index + 1
        elif word == "to" and (verb_at := _wants(words, start, index)) is not None:
            position = index + 1
            subject_end = verb_at
            negated = bool(lemmas(words[verb_at]) & _REFUSING) or not _NOT.isdisjoint(words[verb_at:index])
            while subject_end > start and words[subject_end - 1] in _BEFORE_VERBS:
                subject_end -= 1
        else:
            continue
        if subject_end > start and words[subject_end - 1] in ("who", "which", "that"):
            continue
        while position < stop and (words[position] in _NOT or words[position] in _ADVERBS):
            negated = negated or words[position] in _NOT
            position += 1
        if position < stop and words[position] == "to" and lemmas(words[position - 1]) & _TO_VERBS:
            position += 1
        if position + 1 < stop and lemmas(words[position]) & _TO_VERBS and words[position + 1] == "to":
            position += 2  # "will refuse to leave"
        if position >= stop or not words[position][0].isalpha() or words[position] == "have":
            return None
        subject = _subject_before(tokens, start, subject_end)
        if subject is None:
            return None
        if words[position] in _BE:
            return _passive(tokens, subject, position, negated, tokens.starts[position], stop)
        return _act(tokens, subject, position, negated, tokens.starts[position], stop)
    return None


def _wants(words: list[str], start: int, index: int) -> int | None:
    """The offset of the verb that governs "to": "threatened to", "vowed not to", "threatened on Sunday to"."""
    for at in range(index - 1, max(start, index - 5) - 1, -1):
        if lemmas(words[at]) & _TO_VERBS:
            return at
        if words[at] not in _TIME_WORDS and words[at] not in _OF_TIME and words[at] not in _NOT:
            return None
    return None


def _subject_before(tokens: _Tokens, start: int, end: int) -> Phrase | None:
    words = tokens.words
    first = end
    while first > start:
        word = words[first - 1]
        if word in _CONJUNCTIONS or word in _SPEECH or not (word[0].isalnum() or word in ("'", "-", ".")):
            break
        first -= 1
        if word in _PRONOUNS:
            break
    if first == end:
        if first > start and words[first - 1] == ",":  # "Smith, 34, will"; "Israel, he said, would"
            return _subject_before(tokens, start, first - 1)
        return None
    return _phrase(tokens, first, end)


def _act(
    tokens: _Tokens, subject: Phrase, position: int, negated: bool, span_start: int, stop: int | None = None
) -> Act:
    words, starts, ends = tokens
    size = len(words) if stop is None else stop
    forms = lemmas(words[position])
    verb_end = position
    after = position + 1
    particles: str | None = next((PARTICLES[form] for form in sorted(forms) if form in PARTICLES), None)
    particle = None
    if particles is not None and after < size and words[after] in particles.split():
        particle = words[after]
        verb_end = after
        after += 1
    for verb, *others, meaning in VERB_PHRASES:
        if verb in forms and words[after : after + len(others)] == others:
            forms, verb_end, after = frozenset({meaning}), after + len(others) - 1, after + len(others)
            break
    object_, after = _object(tokens, after, size)
    parted = particle is None and object_ is not None and particles is not None and after < size
    if parted and words[after] in (particles or "").split():  # "pull its troops out"
        particle = words[after]
        after += 1
    if particle is not None:
        forms = frozenset(f"{form} {particle}" for form in forms if form in PARTICLES)
    end = max(ends[verb_end], object_.span.end if object_ else 0, ends[after - 1] if particle else 0)
    return Act(
        Span(span_start, end), subject, Span(starts[position], ends[verb_end]), forms, negated, object_,
        _clause_rest(words[:size], after),
    )  # fmt: skip


def _object(tokens: _Tokens, start: int, stop: int) -> tuple[Phrase | None, int]:
    words = tokens.words
    position = start
    if position < stop and words[position] in _OBJECT_PRONOUNS:
        span = Span(tokens.starts[position], tokens.ends[position])
        return Phrase(span, (words[position],), _OBJECT_PRONOUNS[words[position]]), position + 1
    while position < stop and position - start < 8:
        word = words[position]
        if not (word[0].isalnum() or word == "-") or word in _PREPOSITIONS or word in _CONJUNCTIONS:
            break
        if word in _ADVERBS or word.endswith("ly") or word in _TIME_WORDS or word in _PRONOUNS:
            break
        position += 1
    if position == start:
        return None, start
    return _phrase(tokens, start, position), position


def _phrase(tokens: _Tokens, start: int, end: int) -> Phrase:
    words = tuple(tokens.words[start:end])
    span = Span(tokens.starts[start], tokens.ends[end - 1])
    if words[0] in _PRONOUNS and len(words) == 1:
        return Phrase(span, words, _PRONOUNS[words[0]])
    return Phrase(span, words, _plural(words))


def _plural(words: tuple[str, ...]) -> bool | None:
    head = words[-1]
    if "and" in words or head in _PLURAL_ONLY:
        return True
    if head in _COLLECTIVE:
        return None
    if head in _SINGULAR_NAMES:
        return False
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))


def _clause_rest(words: list[str], start: int) -> tuple[str, ...]:
    rest: list[str] = []
    for word in words[start:]:
        if not word[0].isalnum() and word not in ("-", "'"):
            break
        rest.append(word)
    return tuple(rest)
