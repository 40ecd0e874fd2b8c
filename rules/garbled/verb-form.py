"""A verb in a form that the verb before it does not take: 'will announced', 'did not went', 'the road was is'."""

from __future__ import annotations

from itertools import product

from copylint.annotate.quotations import is_quoted
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import pair_places
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_IRREGULAR = (
    "went took gave became began came knew saw wrote spoke chose fell drove threw stole said told got kept brought bought "
    "thought taught caught made"
).split()
_REGULAR = (
    "announced decided allowed appeared continued created denied developed failed followed helped included joined "
    "killed launched moved played provided received remained returned showed signed started stayed stopped talked "
    "wanted tried visited voted waited walked worked asked called changed commented confirmed described explained offered "
    "opened pushed raised refused rejected resigned revealed ended reached replaced agreed attended arrived attacked"
).split()
_PASTS = (*_IRREGULAR, *_REGULAR)
_GERUNDS = (
    "leaving making taking giving going getting having keeping becoming providing finding seeing doing bringing winning "
    "losing paying joining playing moving building stopping starting helping coming saying telling putting"
).split()
_STEMS = (
    "arrest appoint announce describe accuse injure destroy publish inform invite allow require involve consider believe "
    "remove replace introduce create develop achieve include reject approve postpone suspend dismiss adjourn evacuate "
    "deploy detain deport discover identify confirm seize oblige convict marry kidnap bury elect evict expel investigate prepare receive protect organise organize produce "
    "reduce improve prevent provide"
).split()
_MODALS = ("would", "could", "should", "will", "must", "might")

_AFTER_MODAL = frozenset(
    [
        *product(_MODALS, (*_PASTS, "been")),
        *product(("would", "could", "should", "will", "must"), ("has", "had")),  # not might: "China's might has grown"
        *product(("has", "have", "had"), ("be", "being")),
    ]
) - frozenset(product(_MODALS, ("chose",)))  # of garbled/sound-alike
# 'to' is lost between these: "is able pay". Nothing that is a noun too: "the expected pay".
_LOST_TO = (
    frozenset(
        product(
            "able unable expected willing forced allowed supposed scheduled required prepared due".split(),
            "be become take make give go keep provide bring meet begin continue remain find get announce reconsider".split(),
        )
    )
    | frozenset(
        product(
            "forced asked ordered told".split(), "stop pay leave cancel reconsider sell buy protect send join".split()
        )
    )
    | {("able", "pay"), ("unable", "pay"), ("expected", "win"), ("able", "win")}
)
# The same where no 'be' is wanted before the two: "failed stop". Nothing that "the men it failed" could do.
_LOST_TO_ACTIVE = frozenset(
    product(
        "failed refused managed decided hoped wants wanted trying tried agreed".split(),
        "be take keep provide bring announce sell buy send join build reduce improve prevent protect ensure avoid cancel meet accept reach enter"
        " attend reconsider".split(),
    )
) | frozenset(product(("failed", "refused", "agreed"), ("stop", "pay", "comment")))
_AFTER_NOT = frozenset(product(("not",), _PASTS))
_AFTER_TO = frozenset(product(("to",), ("been", *_PASTS, *_GERUNDS)))
_AFTER_BE = frozenset(
    [
        *product(("was", "were", "been", "being"), (*_STEMS, "build", "rebuild", "send", "sell", "spend", "teach")),
        *product(("is", "are"), _STEMS),
        *product(
            ("was", "were", "been", "being", "is", "are", "be"),
            "went took gave began wrote chose threw stole drove".split(),
        ),
    ]
)
# A form with -s that is no noun, behind what takes the bare verb.
_THIRDS = (
    "says goes gets gives takes makes becomes begins comes continues remains includes allows requires provides wants knows expects"
).split()
_AFTER_BARE = frozenset(product(("would", "could", "should", "will", "must"), _THIRDS))
_NOT_THIRD = frozenset(product(("not",), _THIRDS))
_BE_AND_STEM = frozenset(product(("was", "were", "been", "being", "is", "are"), _STEMS))
_TWO = frozenset(
    [
        *((one, other) for one, other in product(("is", "was", "are", "were"), repeat=2) if one != other),
        *product(("is", "was", "are", "were"), ("has", "have")),
        *product(
            ("can", "could", "would", "should"), ("can", "could", "would", "should", "will", "may", "might", "must")
        ),
        ("had", "has"),
    ]
) - frozenset((one, one) for one in ("can", "could", "would", "should"))
# An auxiliary on both sides of its adverb: "have also have".
_BETWEEN = frozenset(
    product(
        ("is", "was", "are", "were", "has", "have", "will", "would"),
        ("also", "now", "still", "then", "already", "later", "expected", "reported", "said"),
    )
)
_AFTER_MODAL |= _AFTER_BARE
_AFTER_NOT |= _NOT_THIRD
_PAIRS = _LOST_TO | _LOST_TO_ACTIVE | _AFTER_MODAL | _AFTER_NOT | _AFTER_TO | _AFTER_BE | _TWO | _BETWEEN

_DOES_NOT = ("did", "does", "do", "will", "can")
_NO_MODAL = expression(
    r"\b(?:the|an?|his|her|their|its|my|your|our|own|good|free|iron|ill|of|at|political|public|this|that|and|or|living|last"
    r"|strong|conventional|sheer|any|no|some|national|popular|military|economic|as|to|than|who|what|which|whoever|only) $"
    r"|(?:^|(?<!said)(?<!that)(?<!but)(?<!and)(?<!because)(?<!,) )(?:they|he|she|it|we|i) $",
    IGNORECASE,
)
_INFINITIVE = expression(
    r"\b(?:refus(?:e[sd]?|ing)|able|unable|wants?|wanted|wanting|decided|tr(?:y|ies|ied|ying)|failed|fails?|failing|managed"
    r"|forced|ordered|expect(?:ed|s)?|likely|unlikely|hop(?:e[sd]?|ing)|threaten(?:ed|s|ing)|vow(?:s|ed|ing)|promis(?:e[sd]|ing)"
    r"|willing|asked|supposed|ready|allowed|ought|seems?|appears?|attempt(?:ed|s|ing)?|needs?|needed|offered|intends?"
    r"|intended|prepar(?:es|ing)|continu(?:e[sd]|ing)|chance|bid|ability|plans|planning) $"
)
_JOINED = expression(
    r"\b(?:what\w*|who\w*|where\w*|how\w*|when\w*|which\w*|why|all|as|than|that|only|best|worst|everything|anything|nothing|i|you|he|she|it|we|they|there"
    r"|thing|do|does|did|ever|once|never|always|now|one|this|those|these|if|way)\b",
    IGNORECASE,
)
# What an infinitive stands beside without 'to': "all it can do is create jobs", "the aim: ..."; and no verb: "the agreed pay".
_DOES = expression(
    r"\b(?:do|does|did|done|doing|to|what\w*|can|could|all|which|thing|who|where|way)\b|[:–—(]", IGNORECASE
)
_IS_NOUN = expression(
    r"\b(?:the|an?|his|her|its|their|our|my|of|in|for|on|what|those|newly|previously|who)(?: [a-z]+ly)? $", IGNORECASE
)
# What turns verb and subject round: "Only then will united towns win".
_INVERTS = ("Only ", "Never ", "Not ", "Nor ", "Rarely ", "Seldom ", "Neither ", "Nowhere ", "Hardly ", "So ")
_SUBJECTS = ("it ", "he ", "she ", "they ", "we ")  # that begin the sentence
_LONGEST = 24  # code points of what stands before a verb


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for span in pair_places(document, _PAIRS):
        if text[span.end : span.end + 1] in ("-", "'", "’") or not text[span.start : span.end].islower():
            continue
        if text[span.start - 1 : span.start] in ("-", "‑"):
            continue  # "the groom-to-be went on"
        first, _, second = text[span.start : span.end].partition(" ")
        if (first, second) in _BETWEEN:
            end = span.end + 1 + len(first)
            if text[span.end : end] != f" {first}" or text[end : end + 1].isalnum():
                continue
            span = Span(span.start, end)
        if _is_wrong(document, text, span, (first, second)) and not is_quoted(document, span):
            yield Match(span)


def _is_wrong(document: Document, text: str, span: Span, pair: tuple[str, str]) -> bool:
    near = max(span.start - _LONGEST, 0)
    if pair in _AFTER_NOT:
        return any(len(one) < len(pair[1]) and text.endswith(f" {one} ", near, span.start) for one in _DOES_NOT)
    if pair in _LOST_TO:
        return text.endswith(
            (" is ", " are ", " was ", " were ", " be ", " been ", " being ", " not "), near, span.start
        )
    if pair in _LOST_TO_ACTIVE:
        return _IS_NOUN.search(text, near, span.start) is None
    if pair in _AFTER_TO:
        return pair[1] == "been" or _INFINITIVE.search(text, near, span.start) is not None
    sentence = sentence_at(document, span.start)
    if sentence is None or text[sentence.start : sentence.end].rstrip("\"'”’)").endswith("?"):
        return False
    before = text[sentence.start : span.start]
    if pair in _AFTER_MODAL:
        return before.lower() in _SUBJECTS or not (
            before.startswith(("All ", "What ", *_INVERTS)) or _NO_MODAL.search(before)
        )
    if before.lower() in _SUBJECTS:
        return True
    if pair in _BE_AND_STEM and before[:1].isupper():
        return _DOES.search(before) is None and before[-4:] not in ("the ", "The ")
    return before != "" and _JOINED.search(before) is None and before[-4:] not in ("the ", "The ")


RULE = Rule(
    summary="A verb in a form that the verb before it does not take: 'will announced', 'did not went', 'was is'.",
    why="What is left when a verb was changed and the one beside it was not.",
    message="'{match}': the second verb does not go with the first.",
    check=check,
    severity="error",
    gate=Gate(
        pairs=(
            *sorted(map(" ".join, _PAIRS - _AFTER_NOT - _BETWEEN)),
            *sorted(f"{auxiliary} {adverb} {auxiliary}" for auxiliary, adverb in _BETWEEN),
            # Where the verb is the shorter word, what it is looked for by is too common.
            *sorted(f"{does} not {past}" for does in _DOES_NOT for _, past in _AFTER_NOT if len(past) > len(does)),
        )
    ),
    examples=(
        Example(bad="The firm <mark>will announced</mark> it in May. He did <mark>not went</mark> there."),
        Example(
            bad="The road <mark>was is</mark> shut. The bill <mark>is was</mark> late, and she <mark>would had</mark> paid it."
        ),
        Example(
            bad="She is <mark>able pay</mark> it, was asked <mark>to leaving</mark>, and they refused <mark>to said</mark> why."
        ),
        Example(
            bad="The letter <mark>was wrote</mark> in May, the wall <mark>was rebuild</mark>, and two men <mark>are believe</mark> to have seen it."
        ),
        Example(
            good="What the road was is now clear. Where the house was is a field, and all it is is a field. The man he was is"
            " gone. Those who can could pay. The best there is was there. Who the men were is not known. Is was a word?",
            why="A clause that ends where the next begins.",
        ),
        Example(
            good="The will announced in May was his, and people of good will would pay. Will announced it. The iron will showed."
            " The can will go. China’s might has grown. He got used to leaving, and looks forward to making it. The fine is"
            " due to failing brakes. According to said papers, what he said was so, and the past attacked him. If they could,"
            " helped by friends, they would. It was to announced plans that she turned. The group likely is ready.",
            why="Nouns, names, and 'to' that is no part of a verb.",
        ),
        Example(
            bad="Police <mark>have also have</mark> asked for film. The firm <mark>is expected is</mark> to pay.",
        ),
        Example(
            good="All the mayor will decided nothing. What he was then was a clerk, and all he is now is tired. It is"
            " the expected pay. What they must do is be brave, and all we could was give. He"
            " could not, made of clay as he was.",
        ),
        Example(
            bad="The driver <mark>failed stop</mark>, and it <mark>agreed buy</mark> the mill. The firm <mark>would takes</mark> it, but"
            " does <mark>not expects</mark> to. She said that it <mark>was consider</mark> an appeal, and two men <mark>were kidnap</mark>."
        ),
        Example(
            good="All it can do is create work. The agreed pay was low, as the agreed stop was. The least it did was provide it. Our hopes reach far. The will"
            " says so. Her plan of what to do is remove it."
        ),
        Example(good='"We would had gone," she said. "The road was is shut."', why="Speech."),
        Example(good="Only with a clear plan will developed towns use less of it.", why="A verb before its subject."),
        Example(good="The groom-to-be went on to ask her, and the mum-to-be is glad.", why="A compound."),
    ),
)
