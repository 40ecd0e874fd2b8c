"""No space after a comma, a stop or another mark, or round brackets: `He left,she stayed(or so it seemed).Nobody spoke.`"""

from __future__ import annotations

from copylint.annotate.words import shape
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# A word that holds one of these is an address, a file, a tag, code, a list of keywords.
_TECHNICAL = frozenset("@/\\_=<>#{}|[]*~^+%$\ufffc")
# What may follow the point of a name: a domain or a file.
_SUFFIXES = frozenset(
    "com org net gov edu info io co uk us de fr eu int mil biz tv news app dev ai js json net py"
    " txt pdf doc docx html htm xml csv jpg png gif exe zip sql asp php".split()
)
_STARTERS = frozenset(
    "The A An It He She They We In On At But And This That These Those There His Her Their Its As"
    " If When While For To From After Before Since By With No Not One Two Some Many Most Both Each"
    " However Meanwhile Now Then I You Our My What Who Why How Where So Or Under Over About"
    " According".split()
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb"
    " Mar Apr Aug Sept Sep Oct Nov Dec Jan. Feb. Mar. Apr. Aug. Sept. Sep. Oct. Nov. Dec.".split()
)
_GROUPED = expression(r"(?<=\d),(?=\d{3})")  # the comma of 4,000
_LONGEST = 60  # code points of a run that may be words
_OUTER = "\"'“”‘’()[]«»—–,.;:!?…"
_JOINT = expression(r"\.(?=a|0a|0000)")  # in shapes: a mark with a word, an ordinal or a year right behind it
_FIRST = expression("[A-Za-z12À-ɏ]")
_BEFORE = expression(r"[\w’'-]+[”\"]?$")
_AFTER = expression(r"[\w’'-]+")
_BEFORE_WORDS = expression(r"[a-z’']+,? [A-Za-z]")  # prose, and no value of an attribute
# Words in brackets, with the word that one of the brackets touches. One word may be a part of another: "colo(u)r".
_INSIDE = r"\([A-Za-z0-9@][\w’'-]*(?:,? [\w’'.%£$€-]+)+\)"
_TOUCHING_AFTER = expression(rf"(?<![^\s“\"‘])({_INSIDE})([A-Za-z]{{2,}}(?:[’'][a-z]+)?)(?![\w(@/=])")
_TOUCHING_BEFORE = expression(rf"(?<![\w@/.#’'-])([a-z]{{3,}}|[ap]m)({_INSIDE})(?![\w(@/={{])")
_LONGEST_BRACKET = 80  # code points


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    yield from _marks(document)
    yield from _brackets(document)


def _brackets(document: Document) -> Iterable[Match]:
    """The brackets that touch the word outside them: "in May(and June)", "(and June)that"."""
    text = document.text
    at = text.find("(")
    while at >= 0:
        if text[at - 1 : at].isalpha():
            start = at
            while start and text[start - 1].isalpha():
                start -= 1
            found = _TOUCHING_BEFORE.match(text, start)
            if found is not None:
                yield Match(Span(start, at + 1), suggestions=(f"{found.group(1)} (",))
        end = text.find(")", at, at + _LONGEST_BRACKET)
        if end >= 0 and text[end + 1 : end + 2].isalpha():
            found = _TOUCHING_AFTER.match(text, at)
            if found is not None and found.end(1) == end + 1:
                yield Match(Span(end, found.end()), suggestions=(f") {found.group(2)}",))
        at = text.find("(", at + 1)


def _marks(document: Document) -> Iterable[Match]:
    """The commas, stops and other marks that touch the word behind them."""
    text = document.text
    for joint in _JOINT.finditer(shape(document)):
        at = joint.start()
        mark = text[at]
        if mark not in ",;":
            if not text[at + 1].isupper() and (mark != ":" or _BEFORE_WORDS.match(text, at + 1) is None):
                continue  # a domain, a file name
            if mark == "." and text[at - 1].isupper() and not (at > 1 and text[at - 2] not in " \n.("):
                continue  # U.S., J.S. Mill
        if _FIRST.match(text, at + 1) is None:
            continue
        after = _AFTER.match(text, at + 1)
        if text[at - 1 : at] == " ":
            if after is not None and _is_turned(text, at, after.group()):
                before = _BEFORE.search(text, max(0, at - 40), at - 1)
                if before is not None:
                    cured = f"{before.group()}{mark} {after.group()}"
                    yield Match(Span(before.start(), after.end()), suggestions=(cured,))
            continue
        if after is None or not (_may_follow(mark, after.group()) or _is_article(text, at)):
            continue
        before = _BEFORE.search(text, max(0, at - 40), at)
        if before is None:
            continue
        left, right = before.group(), after.group()
        # A stop behind a closing mark ends a sentence, whatever the last word within.
        ended = left.rstrip("’”\"'") if mark == "." else left
        if not (_lacks_space(text, at, ended, right) or (ended != left and right in _STARTERS)) or _is_technical(
            text, at
        ):
            continue
        if (mark == "." and _is_brand(text, left, right)) or _in_two_elements(document, at):
            continue
        block = document.block_at(at)
        if block is not None and block.span == Span(before.start(), after.end()):
            continue  # a heading that is a name: "csv,conf"
        yield Match(Span(before.start(), after.end()), suggestions=(f"{left}{mark} {right}",))


def _is_turned(text: str, at: int, right: str) -> bool:
    """Whether the space of a comma or a stop is on its wrong side: "here ,who", "here .The"."""
    if not (text[at - 2 : at - 1].isalnum() or text[at - 2 : at - 1] in "”’)"):
        return False
    if text[at] == ",":
        return text[at + 2 : at + 3].isalpha()
    return text[at] == "." and right in _STARTERS and text[at + 1 + len(right) : at + 2 + len(right)] == " "


def _in_two_elements(document: Document, at: int) -> bool:
    """Whether one element of a page ends behind a mark and another begins: the style sheet may part them."""
    mark, following = document.source_span(Span(at, at + 1)), document.source_span(Span(at + 1, at + 2))
    return document.source.find("><", mark.end, following.start) >= 0


def _is_brand(text: str, left: str, right: str) -> bool:
    """Whether two words with capitals stand so more than once, and never apart: what a firm calls what it sells."""
    if not left[0].isupper() or left in _STARTERS or right in _STARTERS:
        return False
    return text.count(f"{left}.{right}") > 1 and f"{left}. {right}" not in text


def _may_follow(mark: str, right: str) -> bool:
    """Whether a space may have been lost between a mark and what stands behind it."""
    if right[0].isdigit():
        return mark == "," and len(right) == 4 and right.isdigit()  # March 3,2020
    if mark == "." and right in _STARTERS:
        return True
    if mark == ":" and right.islower():
        return True
    return len(right) > 1 and (mark in ",;" or (right[1:].islower() and (mark != "." or len(right) > 2)))


def _is_article(text: str, at: int) -> bool:
    """Whether the article "a" stands behind a comma, and words on either side: "two banks,a shop and a mill"."""
    return text.startswith(",a ", at) and text[at - 3 : at].isalpha() and text[at + 3 : at + 5].isalpha()


def _lacks_space(text: str, at: int, left: str, right: str) -> bool:
    """Whether that was so, as what stands before the mark tells."""
    mark = text[at]
    if right[0].isdigit():
        words = text[max(0, at - 20) : at].split()
        return left.isdigit() and len(left) <= 2 and len(words) > 1 and words[-2] in _MONTHS
    if mark in ",;":
        if left.isdigit():
            return right.islower() and len(right) > 2
        return len(left) > 1 and not (left.isupper() and right.isupper()) and left.lower() + right != "tldr"  # TL;DR
    if mark == ".":
        following = text[at + 1 + len(right) : at + 2 + len(right)]
        if following in ("(", ".") or right.lower() in _SUFFIXES:
            return False
        if left.isdigit() and at - len(left) in (0, text.rfind("\n", 0, at) + 1):
            return False  # the number of an item: what stands behind it is the layout's
        if len(left) > 1 and left.isalpha() and left.islower():
            return right in _STARTERS or len(left) > 2
        # A word with a capital, or a figure, may be the first part of a name.
        if not (left.isdigit() or (left.istitle() and len(left) > 3)):
            return False
        return (right in _STARTERS and len(right) > 1) or _begins_sentence(text, at + 1, right)
    return len(left) > 2 and left.isalpha() and left.islower()


def _begins_sentence(text: str, start: int, word: str) -> bool:
    """Whether a common word of four letters and more stands before one in small letters: "Great hopes"."""
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    end = start + len(word)
    return (
        len(word) > 3
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
        and (word.lower() in COMMON_WORDS)
    )


def _is_technical(text: str, at: int) -> bool:
    """Whether the run of characters round the mark is an address, a file name, code or a list of keywords."""
    before, after = text[max(0, at - _LONGEST) : at].split(), text[at : at + _LONGEST].split()
    written = before[-1] + after[0]
    run = written.strip(_OUTER)
    if len(run) > _LONGEST or not _TECHNICAL.isdisjoint(run) or "www." in run or "&" in run:
        return True
    return written[0] == ":" or sum(_GROUPED.sub("", run).count(mark) for mark in ",;:") > 1 or run.count(".") > 1


RULE = Rule(
    summary="No space after a comma, a stop or another mark.",
    why="Where two sentences or two halves of one were joined, the space between them is easily lost.",
    message="The space after the mark is missing in '{match}': write '{suggestion}'.",
    fix="safe",
    check=check,
    examples=(
        Example(good="Tl;dr: the vote was lost."),
        Example(
            good="<p><span>It was saved.</span><span>Show it here</span></p>",
            format="html",
            why="Two elements, which the style sheet parts.",
        ),
        Example(
            good="# csv,conf\n\nThe makers of tables meet in May.", format="markdown", why="A heading that is a name."
        ),
        Example(
            bad="They met in <mark>Durban.Great</mark> hopes were dashed.",
            good="They met in Durban. Great hopes were dashed.",
        ),
        Example(good="She wrote for Yahoo.Finance, and sold One.Tel has-beens on Super.Natural Radio.", why="Names."),
        Example(good="The app, Harbour.Care costs nothing. Doctors like Harbour.Care best.", why="Twice: a name."),
        Example(bad="He <mark>left,she</mark> said.", good="He left, she said."),
        Example(bad="The “Far <mark>Sea”,had</mark> sunk.", good="The “Far Sea”, had sunk."),
        Example(
            bad="It was “too <mark>slow”.Hall</mark> said two <mark>banks,a</mark> mill and the <mark>hall,a</mark> ruin, shut.",
            good="It was “too slow”. Hall said two banks, a mill and the hall, a ruin, shut.",
        ),
        Example(
            good='Call "file".Open() or "log".print; a,b and sets x,a are lists, as is one,two,a list.',
            why="Code, and keywords.",
        ),
        Example(bad="Of 4,<mark>000,they</mark> said, few stayed.", good="Of 4,000, they said, few stayed."),
        Example(bad="The vote was <mark>close.The</mark> mayor won.", good="The vote was close. The mayor won."),
        Example(bad="It was on March <mark>3,2020</mark>, a Tuesday.", good="It was on March 3, 2020, a Tuesday."),
        Example(bad="The <mark>mayor ,who</mark> left, won.", good="The mayor, who left, won."),
        Example(bad="She <mark>left .The</mark> mayor won in .Net.", good="She left. The mayor won in .Net."),
        Example(bad="Who was <mark>there?Nobody</mark> knew.", good="Who was there? Nobody knew."),
        Example(bad="They had one <mark>aim:to</mark> win.", good="They had one aim: to win."),
        Example(
            bad="The mill (the last of nine<mark>)shut</mark>; so did the <mark>shop(</mark>the last but one).",
            good="The mill (the last of nine) shut; so did the shop (the last but one).",
        ),
        Example(
            bad="It began at 3:12 <mark>am(</mark>1912 GMT Thursday).", good="It began at 3:12 am (1912 GMT Thursday)."
        ),
        Example(
            good="The (un)happy child(ren) of the (in)famous f(x, y) were called ((they say)so). Set color:red; a:b.",
            why="Brackets within a word, a function, an attribute.",
        ),
        Example(
            good="At 10:30 Yahoo!Finance and Booking.com, in the U.S.A., read report.Final.pdf and 1,000 lines of "
            "System.Out for J.R.Hall and N,N-dimethyl; see example.org/The,end and key=Value,other.",
            why="Times, names, domains, initials, files, chemistry, addresses.",
        ),
    ),
)
