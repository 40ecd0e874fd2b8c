"""Two sentences that say the same, but for a "not"."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.quotations import is_quoted
from copylint.annotate.sentences import sentence_at
from copylint.annotate.verbs import IRREGULAR
from copylint.annotate.word_places import is_long, occurrences, words_said
from copylint.annotate.words import flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.memo import cache, lru_cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEGATIONS = frozenset("not never no cannot without nor neither".split())
_EMPTY = frozenset(
    "the a an of to in on at by for with from and or as is are was were be been being has have had do does did will "
    "would could can may might should shall it its that this these those he she they his her their said says also than "
    "then there any ever yet".split()
)
_AUXILIARIES = "do does did wo would ca could is are was were has have had should must".split()
_SAYS_NOTHING = _EMPTY | _NEGATIONS
_HELPING = frozenset("do does did will would can could is are was were has have had should must".split())
# "didnt": with its apostrophe lost it still denies.
_DENYING = _NEGATIONS | frozenset(f"{verb}nt" for verb in _AUXILIARIES)
_IDLE = _SAYS_NOTHING | frozenset(f"{verb}n't" for verb in _AUXILIARIES)
_MOST = 200  # negated sentences that are looked at: an article has fewer
_EACH = 2000  # code points of a long text in which one more is
_NEAREST = 20  # places of a word that are looked at on each side of such a sentence
_LONGEST = 3000  # code points of a sentence that is read: what is longer is no sentence
_FEWEST = 4  # content words that a sentence needs to be compared
_FEWEST_ALIKE = 2  # that it needs where the two are alike word for word
_REACH = 160  # code points of a sentence that may go on behind what a short one denies
_LABEL = 30  # code points in which a label stands: "Progress: none was made", the same in each part of a report
_MOST_KNOWN = 5_000  # words whose base is kept
_ENDINGS = ("ing", "ed", "es", "s", "d", "e")
# Who says it, behind what is said.
_SAID = expression(r", (?:(?:said|says|according to) [^,]*|[^,]{1,40} (?:said|says))[.”\"]?\Z")
# Who says it, before what is said.
_SAID_BEFORE = expression(
    r"(?:(?:the |an? )?(?:[\w’'-]+ ){1,4}?(?:said|says|confirmed|announced|added|reported)(?: on [a-z]+day| later)? that |"
    r"according to [^,]{2,40}, )"
)
_PRONOUNS = frozenset("he she it they this that these those there i we you who".split())
_SINCE = frozenset(("on", "in", "at", "to", "from", "during"))
_CONTRAST = (",", "-", "–", "—")
_DO = ("do", "does", "did")
_MARKERS = {"not": " not ", "never": " never ", "no": " no ", "cannot": " cannot ", "t": "n't "}


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed_folded(document)
    for first, said in sorted(_denials(document))[: _MOST + len(text) // _EACH]:
        content = _content(said)
        if len(content) < _FEWEST_ALIKE:
            continue
        reach = max(2 * (first.end - first.start), _REACH)  # words that are not compared may be added
        seen = {first}
        for at in _elsewhere(document, first, said, content, reach):
            second = sentence_at(document, at)
            if second is None or second in seen or second.end - second.start > reach:
                continue
            if text.startswith("if ", second.start) or document.text[second.start : second.start + 1].islower():
                continue  # "If it is not", and a piece of a sentence
            seen.add(second)
            told = not (_speaker(text, first) or _speaker(text, second))
            if told and not text[min(first.end, second.end) : max(first.start, second.start)].strip(" "):
                continue  # "I saw her where there are cameras. I saw her where there are no cameras."
            other = words_said(text, _said_from(text, second), _said_till(text, second))
            if (
                " yet to " in text[second.start : second.end]
                or _negations(other)
                or not (_nearly(content, _content(other)) or _word_for_word(said, other))
            ):
                continue
            says, others = (_speaker(text, one) for one in (first, second))
            if says and others and says != others:
                continue  # two people who differ
            if any(text[one.end - 1] in "?:" or _in_cell(document, one) for one in (first, second)):
                continue  # "Why use it?", and "Why not use it?"; "What you can read:", and "What you cannot read:"
            if not is_quoted(document, first) and not is_quoted(document, second):
                later, earlier = (first, second) if first > second else (second, first)
                yield Match(
                    later,
                    (Evidence(earlier, "the opposite"),),
                    slots={},
                )
                break


def _in_cell(document: Document, sentence: Span) -> bool:
    """Whether a sentence stands in a table, whose rows say what holds in each case."""
    block = document.block_at(sentence.start)
    return block is not None and block.kind == "cell"


def _denials(document: Document) -> Iterator[tuple[Span, list[str]]]:
    """The sentences with one negation that go on behind it as another does, each with its words."""
    text = flowed_folded(document)
    stand = token_set(document)
    for marker in [marker for word, marker in _MARKERS.items() if word in stand]:
        at = text.find(marker)
        while at >= 0:
            # "Ayr won, not Hull" denies nothing of what goes before. What is quoted is not compared.
            if (
                text[at - 1 : at] not in _CONTRAST
                and not text.endswith(" with", 0, at)
                and not is_quoted(document, Span(at + 1, at + 2))
                and _goes_on_alike(document, text, at + len(marker))
            ):
                sentence = sentence_at(document, at + 1)
                if (
                    sentence is not None
                    and sentence.end - sentence.start <= _LONGEST
                    and ":" not in text[sentence.start : sentence.start + _LABEL]
                ):
                    said = words_said(text, _said_from(text, sentence), _said_till(text, sentence))
                    if _negations(said) == 1:
                        yield sentence, said
            at = text.find(marker, at + 1)


def _elsewhere(document: Document, sentence: Span, said: list[str], content: frozenset[str], reach: int) -> list[int]:
    """Where a word of a sentence stands outside it with nearly all others around it. So many words are looked for that
    one of them stands in whatever may say the same; in a long text, where a word is looked up as it is, in the form
    that it has here."""
    text = flowed_folded(document)
    most = _most_apart(content)
    # Of an irregular verb, "sold", the other sentence may have another form.
    told = sorted(content - _irregular() or content, key=lambda word: (-len(word), word))  # the longest are the rarest
    sought = told[: most + 1]
    if is_long(document):
        sought = [word for word in set(said) - _IDLE if _base(word) in sought]
    found: set[int] = set()
    for word in sought:
        stand = list(occurrences(document, word))
        here = bisect_left(stand, sentence.start)
        for at in stand[max(0, here - _NEAREST) : here + _NEAREST]:
            low, high = max(0, at - reach), at + reach
            if at < sentence.start:
                high = min(high, sentence.start)
            elif at >= sentence.end:
                low = max(low, sentence.end)
            else:
                continue
            if _stand_in(text, told, low, high, most):
                found.add(at)
    return sorted(found)


def _stand_in(text: str, words: list[str], low: int, high: int, most: int) -> bool:
    """Whether all words but so many, or what begins with them, stand in a range of the text."""
    missing = 0
    for word in words:
        if text.find(word, low, high) < 0:
            missing += 1
            if missing > most:
                return False
    return True


@cache
def _irregular() -> frozenset[str]:
    """The bases of irregular verbs."""
    return frozenset(map(_base, IRREGULAR.values()))


def _goes_on_alike(document: Document, text: str, at: int) -> bool:
    """True if the two words after the verb stand together elsewhere too: few negations get past this."""
    following = text[at : at + 60].split(" ", 3)
    if len(following) < 4 or not (following[1].isalnum() and following[0].isalnum()):
        return True
    pair = f" {following[1]} {following[2].rstrip('.,;:')}"
    here = at + len(following[0])
    if is_long(document):
        return any(start != here for start in occurrences(document, pair))
    return text.find(pair) != here or text.find(pair, here + 1) >= 0


def _nearly(first: frozenset[str], second: frozenset[str]) -> bool:
    """True if almost all words are shared: none apart in short sentences, one in long ones, and no name or figure."""
    if len(first) < _FEWEST:
        return False
    apart = first ^ second
    if len(apart) > _most_apart(first):
        return False
    return not any(word[:1].isdigit() for word in apart)


def _most_apart(content: frozenset[str]) -> int:
    """How many words only one of two sentences may have that say the same."""
    return min(2, len(content) // 7)


def _word_for_word(denied: list[str], said: list[str]) -> bool:
    """True if a sentence says in the same order what another denies, and no more than one that goes on behind it: "The
    council did not vote to close it", "The council voted to close it on Friday"."""
    at = next((index for index, word in enumerate(denied) if word in _NEGATIONS), 0)
    if denied[at : at + 1] != ["not"] or len(_content(denied)) < _FEWEST_ALIKE:
        return False
    by_do = denied[at - 1] in _DO
    claim = [*denied[: at - by_do], *denied[at + 1 :]]
    if len(said) < len(claim):
        return False
    if len(_content(denied)) < _FEWEST and not _is_definite(denied, at, said[len(claim) : len(claim) + 1]):
        return False
    verb = at - 1 if by_do else -1
    return all(
        one == other or (index == verb and _base(one) == _base(other))
        for index, (one, other) in enumerate(zip(claim, said, strict=False))
    )


def _is_definite(denied: list[str], at: int, behind: list[str]) -> bool:
    """True if a short denial can be of nothing but what goes on so: it says when or where ("was not shut on Monday"), or
    that a thing has not been done. "They have not" is of others, "The bus will not stop" of another stop."""
    if denied[0] in _PRONOUNS or denied[at - 1] not in _HELPING:
        return False
    if len(_content(denied)) >= _FEWEST - 1 and not _SINCE.isdisjoint(denied[at:]):
        return True
    done = denied[at - 1] in ("has", "have") and denied[at + 1 : at + 2] == ["been"]
    return done and (not behind or behind[0] in ("to", "by", "for"))


def _said_from(text: str, sentence: Span) -> int:
    """Where what a sentence says begins, behind the one who says it: "Officials said that the bridge is shut"."""
    lead = _SAID_BEFORE.match(text, *sentence)
    return sentence.start if lead is None else lead.end()


def _speaker(text: str, sentence: Span) -> str:
    """Who says what a sentence says, with the verb; "" where the story tells it."""
    return text[sentence.start : _said_from(text, sentence)] + text[_said_till(text, sentence) : sentence.end].rstrip(
        "."
    )


def _said_till(text: str, sentence: Span) -> int:
    """Where what a sentence says ends, without the one who says it."""
    part = text[slice(*sentence)]
    if ", " not in part or not (" said" in part or " says" in part or "according" in part):
        return sentence.end
    said = _SAID.search(text, *sentence)
    return sentence.end if said is None else said.start()


def _content(said: list[str]) -> frozenset[str]:
    """The words of a sentence that say something, each without its ending."""
    return frozenset([_base(word) for word in said if word not in _SAYS_NOTHING and "'" not in word])


def _negations(said: list[str]) -> int:
    """How many of the words negate."""
    return len([word for word in said if word in _DENYING or ("'" in word and word.endswith("n't"))])


@lru_cache(_MOST_KNOWN)
def _base(word: str) -> str:
    """A word without its endings, of which "did not" takes one from the verb: "attended", "attend"."""
    word = IRREGULAR.get(word, word)
    for _ in range(2):
        word = next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2), word)
    return word


RULE = Rule(
    summary="Two sentences that say the same, but for a 'not'.",
    why="One of the two was changed in the edit and the other was not.",
    message="'{match}': the story says the opposite elsewhere.",
    check=check,
    quotations="skip",
    gate=Gate(texts=(" not ", "n't ", " never ", " no ", " cannot ")),
    examples=(
        Example(
            good="Old dates that the new program can read:\n\n1066 and 1666.\n\nOld dates that the new program cannot "
            "read:\n\nnone.",
            why="Headings.",
        ),
        Example(
            bad="<evidence>The council approved the plan for the harbour bridge on Monday.</evidence> Work may "
            "start soon. "
            "<mark>The council did not approve the plan for the harbour bridge on Monday.</mark>",
        ),
        Example(
            bad="<evidence>The ferry to the northern islands will not run during the winter storms.</evidence> "
            "Fares are up. "
            "<mark>The ferry to the northern islands will run during the winter storms.</mark>",
        ),
        Example(
            bad="<evidence>The bridge will open to traffic in June.</evidence> Cars pay. <mark>The bridge will not "
            "open to traffic in "
            "June.</mark>",
        ),
        Example(
            good="The law does not apply to firms with fewer than 50 staff. The law applies to firms with more than "
            "50 staff.",
        ),
        Example(
            good="The council approved the plan for the bridge. The council did not approve the plan for the tunnel.",
        ),
        Example(
            bad="<evidence>Ada Quill took part in the race.</evidence> It rained. <mark>Ada Quill did not take part in the "
            "race, said a judge.</mark>",
        ),
        Example(
            bad="<evidence>The council voted to close the library on Monday night.</evidence> Few spoke. <mark>The council did "
            "not vote to close the library.</mark>",
        ),
        Example(
            good="The council will not close the library on Monday. The council will close the library. As the Reds lost the "
            "cup, Ayr and Cork won it. As the Reds lost the cup, Ayr and Cork won it – not Hull.",
            why="The one denies less, and a contrast.",
        ),
        Example(
            bad="<evidence>The council approved the plan for the harbour bridge on Monday.</evidence> It rained. "
            "<mark>Officials said that the council did not approve the plan for the harbour bridge on Monday.</mark>"
        ),
        Example(
            good="Police said that the council had approved the plan for the harbour bridge. Neighbours said that the council had "
            "not approved the plan for the harbour bridge.",
            why="Two who differ.",
        ),
        Example(
            bad="<evidence>The theatre has been sold to a chain of pubs for £2m.</evidence> It was built in 1911. <mark>The theatre "
            "has not been sold.</mark>"
        ),
        Example(good="They have pleaded guilty to arson. The others were held too. They have not pleaded guilty."),
        Example(
            good="The bus will not stop. The bus will stop at Ayr. Ms Rowe did not vote. Ms Rowe voted in May. The house has not "
            "been let. The house has been let down by its owners."
        ),
        Example(good="In their time, maybe. But not now. But now some of them are sorry."),
        Example(good="He did not go. He went."),
        Example(
            good="Why should the town keep the old harbour bridge?\n\nIt is strong.\n\nWhy should the town not keep the old "
            "harbour bridge?\n\nIt is narrow.",
            why="Two questions.",
        ),
        Example(
            good="| Key | Says |\n| --- | --- |\n| -e | True if the first file of the two is newer than the other. |\n"
            "| -n | True if the first file of the two is not newer than the other. |\n",
            format="markdown",
            why="The rows of a table.",
        ),
        Example(
            good="Progress: The harbour team has made progress on this goal since spring.\n\nProgress: The harbour "
            "team has not made "
            "progress on this goal since spring.",
            why="Two parts of a report.",
        ),
        Example(
            good="The harbour board didnt tell the crews of the ferry about the strike. The harbour board didn't tell the "
            "crews of the ferry about the strike.",
            why="Without its apostrophe it still denies.",
        ),
        Example(
            good="The pavilion built in Harrogate never treated a single patient. The pavilion built in Harrogate is yet to treat "
            "a single patient. London is calling for a perfect day out in the capital with no crowds.\n\nLondon is calling for "
            "a perfect day out in the capital.",
            why="'Yet to' denies too, and 'with no' adds something.",
        ),
        Example(
            bad="<evidence>The mine will reopen in the spring.</evidence> <mark>The company said that the mine will not reopen in the spring.</mark>"
        ),
        Example(
            good="I have seen her in rooms where there are cameras. I have seen her in rooms where there are no cameras.",
            why="One behind the other: that is meant.",
        ),
    ),
)
