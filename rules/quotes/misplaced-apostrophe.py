"""An apostrophe in the wrong place of a contraction, lost from it, or in a pronoun that has none."""

from __future__ import annotations

from copylint.annotate.quotations import is_quoted
from copylint.annotate.words import flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, compiled, expression, found_by
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_CONTRACTION = expression(
    r"\b(do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should|must|need|ai)([’']n)t\b", IGNORECASE
)
_PRONOUN = expression(r"\b((?:you|ou|he|thei)r)([’'])s\b", IGNORECASE)
_OWNERS = (" her's", " our's", " their's", " your's")
# A contraction and a pronoun with a mark, before "own": it's own, its' own.
_ITS = expression(r"\b(it)['’]s(?= own\b(?! goal|[- ]label|[- ]brand))|\b(its)['’](?= own\b)", IGNORECASE)
_OWN = ("it's own", "its' own")
# What stands behind these is what something has, and no clause: in it's first week, due to it's age.
_BEFORE_ITS = ("in", "into", "within", "from", "at", "by", "with", "against", "under", "to", "lost")
_ITS_BEHIND = expression(
    rf"(?:{'|'.join(rf'(?<=[^-] {word} )' for word in _BEFORE_ITS)})(it)['’]s"
    r"(?= (?!(?:an?|the|not|no|just|only|all|so|too|very|about|been|got|going|never|always|still|already|now|like|own)\b)[a-z])"
)
_BEHIND = tuple(f" {word} it's " for word in _BEFORE_ITS)
# The same behind verbs that take an object and no clause, and before what has a verb of its own behind it: slipped it's
# lead, it's profits had fallen.
_TAKEN = (
    "slipped launched celebrated reached completed released published unveiled reopened marked wagged raised reduced extended sold"
    " cut lowered doubled improved using has had have"
).split()
_OBJECT = expression(
    rf"(?:{'|'.join(rf'(?<= {word} )' for word in _TAKEN)})(it)['’]s(?= (?!(?:an?|the|not|no|just|only|all|so|too|very|about|been"
    r"|got|going|never|always|still|already|now|like|own|clear|unclear|likely|possible|hard|easy|because|that|what|who|how|why"
    r"|where|when|if|his|her|my|your|their|our|good|bad|great|time|more|less|difficult|important|true|worth|at|in|on|by|for"
    r"|from|to|of|with|as)\b)(?!\w+(?:ed|ing|ly)\b)[a-z]+ ?)"
)
_HAVING = tuple(f" {word} it's " for word in _TAKEN)
_OWNED = (
    "profits sales shares revenues members customers employees results operations plans plants products users players"
    " lawyers headquarters website chairman owner owners"
).split()
_ITS_OWNED = expression(
    rf"\b(it)['’]s(?= (?:{'|'.join(_OWNED)}) (?:had|have|has|fell|rose|dropped|jumped|grew|would|will|were|was|are|is)\b)",
    IGNORECASE,
)
_OWNING = tuple(f"it's {owned} " for owned in _OWNED)
# What nothing has: "its been a year", "its a pity"; not "its a la carte menu", "its not inconsiderable cost".
_LOST_IS = expression(
    r"(?<![\w’'-])(?<!for )(?<!of )(?<!in )(?<!to )(?<!by )(?<!on )(?<!at )(?<!with )(?<!from )"
    r"its(?= (?:been|going to|(?-i:an?)(?! (?:la|cappella|priori|posteriori)\b)|the|not (?:an?|the|about|just|only"
    r"|that|there|yet|like|going|my|our|your|what|how|why|because|even|true|fair|clear|possible|enough|over))(?![\w-]))",
    IGNORECASE,
)
_CLAUSES = ("its been", "its going", "its a", "its an", "its the", "its not")
# Plurals that end in no s of their own: what they have is children's.
_PLURALS = ("childrens", "womens", "mens")
_OF_PLURAL = expression(r"(?<![\w-])(children|women|men)s(['’])(?!\w)", IGNORECASE)
_PLURAL_OF = expression(r"(?<![\w'’#@./-])(children|women)s(?= [a-z])")
# What is no word without its apostrophe. ("Dont" is one in French.)
_LOST = {
    word.replace("'", ""): word
    for word in (
        "don't didn't doesn't isn't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't they're you're they've you've"
        " aren't that's what's here's where's there's they'll you'll they'd you'd everyone's someone's anyone's nobody's today's"
    ).split()
}
_LOST_WORDS = frozenset(_LOST)
_DONT = expression(
    r"\b(?:I|[Yy]ou|[Ww]e|[Tt]hey) dont [a-z]"
    r"|\bdont (?:agree|ask|believe|care|do|even|expect|feel|forget|get|give|go|have|know|let|like|look|make|mind|need|see|take|tell"
    r"|think|try|understand|use|wait|want|work|worry)\b"
)
_FRENCH = expression(r"dont (?:acte|elles?|ils?|je|la|les?|l[’']|nous|on|parle|tu|une?|vous)\b")
# What ends so is the plural of nothing and has what stands behind it: the companys boats. (Names end so: the Kennedys.)
_YS = {
    f"{word}s": f"{word}'s"
    for word in (
        "company country county city party ministry army navy family industry economy university community agency society"
        " secretary deputy body baby lady treasury authority charity factory academy library embassy"
    ).split()
}
_YS_WORDS = frozenset(_YS)
_OWNER = expression(
    r"\b(?:the|a|an|its|their|our|his|her|my|your|this|that|each|every|another)(?: (?!two|three|four|five|six|ten|many|other|several|few|all|some|most|both)[a-z-]+)?"
    r" ([a-z]+ys)"
    r"(?= (?!(?:are|were|have|had|is|was|has|in|of|on|at|to|for|from|by|with|and|or|that|which|who|will|would|can|could|may|do|did|as|said|say|made"
    r"|went|told|\w+ed)\b)[a-z])",
    IGNORECASE,
)
# An article that has one of these leaves no apostrophe out of speech on purpose, unless it was written speech.
_CONTRACTED = expression(r"n[’']t\b|\b(?:we|i|they|you)[’'](?:ve|re|ll)\b|\bi[’']m\b|\bit[’']s\b")
_TYPED = frozenset(
    "typed wrote written writing tweet tweeted tweets twitter post posted posts facebook instagram tiktok whatsapp text texted texts"
    " message messages email emails emailed letter letters note notes sign signs banner placard poster caption comment commented"
    " comments scrawled graffiti daubed sic".split()
)
# Words, but for what stands beside them: "they cant come", "it wont be long"; not "as we are wont to do".
_LOST_NOT = {"cant": "can't", "wont": "won't"}
_NOT_BEFORE_VERB = expression(
    r"(?<![\w#@./'’-])(?:(?:I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey) (?P<after>[cw][ao]nt)(?= (?!to\b)[a-z]+\b)|"
    r"(?P<before>[cw][ao]nt)(?= (?:be|have|do|go|get|let|wait|see|make|take|say|tell|find|keep|give|come|know|afford|"
    r"believe|imagine|happen|help|stop|vote|ask|even|ever)\b))"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    stand = token_set(document)
    folded = flowed_folded(document)
    mark = "’" if text.count("’") > text.count("'") else "'"
    if "nt" in stand:
        for found in _with_end("'nt", _CONTRACTION, text, folded):
            mark, n = found.group(2)
            yield _match(found.span(), f"{found.group(1)}{n}{mark}t")
    if "r's" in folded and any(map(folded.__contains__, _OWNERS)):
        for found in _with_end("r's", _PRONOUN, text, folded):
            yield _match(found.span(), f"{found.group(1)}s")
    for own in _OWN:
        for found in found_by(own, _ITS, text, lower=folded):
            yield _match(found.span(), f"{found.group(1) or found.group(2)[:2]}s")
    if "it's" in folded and any(map(folded.__contains__, _BEHIND)):
        for found in found_by("it's", _ITS_BEHIND, text, lower=folded):
            yield _match(found.span(), f"{found.group(1)}s")._replace(safe=False)
    if "it's" in folded:
        for expected, pattern in ((_HAVING, _OBJECT), (_OWNING, _ITS_OWNED)):
            for found in (
                found_by("it's", pattern, text, lower=folded) if any(map(folded.__contains__, expected)) else ()
            ):
                if not is_quoted(document, Span(*found.span())):
                    yield _match(found.span(), f"{found.group(1)}s")._replace(safe=False)
    for plural in _PLURALS:
        if plural != "mens" and plural in stand:  # "mens rea" is Latin
            for found in _PLURAL_OF.finditer(text):
                yield _match(found.span(), f"{found.group(1)}{mark}s", "has lost its apostrophe")
        for found in found_by(f"{plural}'", _OF_PLURAL, text, lower=folded) if plural in stand else ():
            if text[found.start() - 1 : found.start()] not in ("‘", "'"):  # 'womens' is spoken of
                yield _match(found.span(), f"{found.group(1)}{found.group(2)}s")
    if "its" in stand and any(map(folded.__contains__, _CLAUSES)):
        # To ask at each character what stands before it takes a hundred times as long.
        for found in found_by("its ", _LOST_IS, text, lower=folded):
            if found.group() != "ITS":  # a line in capitals, or an institute
                yield _match(found.span(), f"{found.group()[:2]}{mark}s", "has lost its apostrophe")
    for word in sorted(_LOST_WORDS & stand):
        right = _LOST[word]
        # Where the article has the right form too, it is a slip in speech as well, and no French.
        known = right in folded or right.replace("'", "’") in folded
        slip = known or (_CONTRACTED.search(folded) is not None and stand.isdisjoint(_TYPED))
        if word == "dont" and not known and _DONT.search(text) is None:
            continue
        whole = compiled(rf"(?<![\w#@./'’-]){word}(?![\w./'’-]*\w)", IGNORECASE)
        for found in found_by(word, whole, text, lower=folded):
            start = found.start()
            if found.group()[0].isupper() and text[max(start - 2, 0) : max(start - 1, 0)].isalpha():
                continue  # a name
            if _FRENCH.match(text, start) is not None or (
                word[-2:] != "nt" and text.endswith(("the ", "The "), 0, start)
            ):
                continue  # the whats and whys of it
            typed = text.startswith((" [sic", " (sic"), found.end())  # as it was, and said so
            if (slip or not is_quoted(document, Span(*found.span()))) and not found.group().isupper() and not typed:
                written = right.replace("'", mark)
                yield _match(found.span(), found.group()[0] + written[1:], "has lost its apostrophe")
    if not stand.isdisjoint(_YS_WORDS):
        for found in _OWNER.finditer(text):
            right = _YS.get(found.group(1))
            span = Span(*found.span(1))
            if right is not None and not is_quoted(document, span):
                yield _match(span, right.replace("'", mark), "has lost its apostrophe")._replace(safe=False)
    if not stand.isdisjoint(_LOST_NOT):
        for found in _NOT_BEFORE_VERB.finditer(text):
            word = found["after"] or found["before"]
            right = _LOST_NOT.get(word)
            span = found.span("after" if found["after"] else "before")
            if right is not None and (right in folded or not is_quoted(document, Span(*span))):
                yield _match(span, right.replace("'", mark), "has lost its apostrophe")._replace(safe=False)


def _with_end(end: str, pattern: re.Pattern[str], text: str, folded: str) -> Iterator[re.Match[str]]:
    """The matches of an expression that is one word, with an end in small letters that is rarer than its beginning."""
    at = folded.find(end)
    while at >= 0:
        start = at
        while start and text[start - 1].isalpha():
            start -= 1
        found = pattern.match(text, start)
        if found is not None:
            yield found
        at = folded.find(end, at + 1)


def _match(span: tuple[int, int], written: str, fault: str = "has its apostrophe in the wrong place") -> Match:
    return Match(Span(*span), suggestions=(written,), slots={"fault": fault})


RULE = Rule(
    summary="An apostrophe in the wrong place of a contraction or lost from it, or in a pronoun.",
    why="The apostrophe of a contraction stands where the letter was lost: didn't, not did'nt. A possessive pronoun has"
    " none: hers, not her's.",
    message="'{match}' {fault}: write '{suggestion}'.",
    check=check,
    gate=Gate(
        words=("nt", *_PLURALS, *_LOST, *_LOST_NOT, *_YS),
        pairs=(
            "her s",
            "our s",
            "their s",
            "your s",
            "it s own",
            "its own",
            *_CLAUSES,
            *(f"{word} it s" for word in (*_BEFORE_ITS, *_TAKEN)),
            *(f"it s {owned}" for owned in _OWNED),
        ),
    ),
    severity="error",
    fix="safe",
    examples=(
        Example(
            bad="They <mark>did'nt</mark> know that the boat was <mark>their's</mark>.",
            good="They didn't know that the boat was theirs.",
        ),
        Example(
            bad="The <mark>childrens'</mark> home has lost <mark>it's</mark> roof.",
            good="The children's home has lost its roof.",
        ),
        Example(
            bad="She thinks <mark>its</mark> a pity. <mark>Its</mark> not the end, but <mark>its</mark> the last mill.",
            good="She thinks it's a pity. It's not the end, but it's the last mill.",
        ),
        Example(
            good="The inn dropped its a la carte menu, at its not inconsiderable cost, for its A$98 guests. ITS A TIE."
        ),
        Example(
            bad="The ship <mark>was’nt</mark> insured, and <mark>Her’s</mark> was.",
            good="The ship wasn’t insured, and Hers was.",
        ),
        Example(
            bad="The dog wagged <mark>it's</mark> own tail in <mark>its'</mark> own time; it <mark>didnt</mark> bark.",
            good="The dog wagged its own tail in its own time; it didn't bark.",
        ),
        Example(
            bad="It sank in <mark>it's</mark> first week, due to <mark>it’s</mark> age, by <mark>it's</mark> own fault.",
            good="It sank in its first week, due to its age, by its own fault.",
        ),
        Example(
            bad="The dog slipped <mark>it's</mark> lead. She said <mark>it's</mark> profits had grown in the <mark>womens</mark> shop.",
            good="The dog slipped its lead. She said its profits had grown in the women's shop.",
        ),
        Example(
            good="When it reached it's unclear. What he has it's hard to say. It's members who pay, and it's plans like these. The"
            " team has it's been said lost. Childrens Hospital.",
        ),
        Example(
            bad="<mark>Its</mark> been a year, and <mark>its</mark> going to be two. Its been-there air is gone.",
            good="It's been a year, and it's going to be two. Its been-there air is gone.",
        ),
        Example(
            bad="She said it <mark>wont</mark> rain, and roads are shut and <mark>cant</mark> be used.",
            good="She said it won't rain, and roads are shut and can't be used.",
        ),
        Example(
            bad="We <mark>dont</mark> know what the <mark>companys</mark> boats cost, and <mark>thats</mark> that, <mark>todays</mark> clerk said.",
            good="We don't know what the company's boats cost, and that's that, today's clerk said.",
        ),
        Example(
            bad="<mark>Todays</mark> vote was lost. The two sides <mark>dont</mark> agree on the whats and whys of it.",
            good="Today's vote was lost. The two sides don't agree on the whats and whys of it.",
        ),
        Example(
            good="I don’t know of a film dont il parle; they don’t either, dont acte.", why="French beside English."
        ),
        Example(
            good="The companys said so. The two companys boats. The Kennedys came, and so did the countys that pay.",
            why="A plural that is misspelt is another fault.",
        ),
        Example(
            good="As we are wont to do, and as is her wont, we left the cant of the day to those who cant and rant."
        ),
        Example(
            good="Back away from it: it's cold. At the stage they are at it's a shame, and so built-in it's unseen."
        ),
        Example(
            good="It's own goal time, and #didnt is trending; she typed “I didnt”.", why="A team's, a tag, a quotation."
        ),
        Example(
            bad="“I don’t know,” she said. “I <mark>dont</mark> think it is.”",
            why="The article has the right form too.",
        ),
        Example(
            bad="“We’re late,” she said. “<mark>Theres</mark> no time.”",
            why="The article writes contractions with their apostrophes, in speech too.",
        ),
        Example(good="She wrote: “Im off, theres no time.” He’s sure it’s her hand.", why="As she wrote it."),
        Example(
            good="“The film dont on parle,” said the critic of it. He typed “I dont [sic] know”.",
            why="French; as typed.",
        ),
        Example(good="They didn't know that the boat was theirs; the Emir's wasn't, and your sister's sank."),
    ),
)
