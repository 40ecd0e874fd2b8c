"""Copy that was to be replaced: TK, XXX, lorem ipsum, [name]."""

from __future__ import annotations

from copylint.annotate.forms import FUNCTION_WORDS
from copylint.annotate.words import flowed, marks, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_SLOT = (
    "name|names|first name|surname|title|date|year|age|time|place|town|city|country|number|figure|amount|quote|company"
    r"|headline|caption|link|url|photo|image here|insert [^\]\n]{2,60}|your [^\]\n]{2,30}|(?:[A-Za-z]+ ){0,3}TK|TBC|TBA|XX+"
    # A note of the desk to itself.
    r"|(?:please|pls) (?:check|confirm)(?: [a-z ]{2,30})?|ck(?: [a-z]+){1,3}|subs?: [^\]\n]{2,80}"
    r"|check (?:with [^\]\n]{2,30}|(?:the |this |his |her )?(?:name|spelling|date|age|title|quote|facts?|figures?|link))"
    r"|note to (?:subs|desk|editor|self)\b[^\]\n]{0,80}|to be (?:confirmed|checked|added)|citation needed|source\?"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MOST_TK, _MOST_X = 10, 40  # in a row; more is a line across the page
# A word or a mark that must occur, if there is a rare one; what it stands in; and the expression that is worth a search
# if that occurs.
_TRACES = (
    # Not the initials of a name, a shop, a flight: "T K Maxwell", "TK Maxx", "TK 1951".
    ("", "TK", rf"(?<![\w.&/-])(?<![A-Z]\w )TK(?:TK){{0,{_MOST_TK - 1}}}(?![\w&-]| [A-Z0-9])"),
    # Three behind a word are a Roman figure, a rating, a size.
    ("", "XXX", rf"(?<![\w.&/$-])(?<!\w )XXX(?![\w-]| ?[A-Z])|(?<![\w.&/$-])X{{4,{_MOST_X}}}(?!\w)"),
    ("$", "$X", r"\$X{1,4}(?!\w)"),
    ("£", "£X", r"£X{1,4}(?!\w)"),
    ("€", "€X", r"€X{1,4}(?!\w)"),
    ("$", "$xx", r"\$x{2,4}(?!\w)"),
    ("£", "£xx", r"£x{2,4}(?!\w)"),
    ("€", "€xx", r"€x{2,4}(?!\w)"),
    ("", "XX ", rf"(?<![$£€X\w])X{{2,4}} (?:per ?cent|million|billion|{_MONTHS})\b"),
    ("%", "XX%", r"\bX{2,4}%"),
    ("ipsum", "orem ipsum", r"\b[Ll]orem ipsum\b"),
    ("ipsum", "orem Ipsum", r"\b[Ll]orem Ipsum\b"),
    ("[", "[", rf"\[(?:{_SLOT}|(?i:(?!time\])(?:{_SLOT})))\](?!\()"),  # not [TIME], the magazine
    ("goes", "goes here", r"\b(?:[Tt]ext|[Cc]opy|[Hh]eadline|[Cc]aption|[Qq]uote|[Bb]yline) goes here\b"),
    ("here", "to come here", r"\b(?:[Tt]ext|[Cc]opy|[Hh]eadline|[Cc]aption|[Qq]uote|[Bb]yline) to come here\b"),
)
# What somebody may have said another word for, and verbs after which it rather stands for copy.
_THINGS = frozenset("city company country date month place town year".split())
_BUILT = frozenset("built called named visited opened died born met founded".split())
_NEAR = 30  # characters
# What stands for copy, as a word that is folded.
_STAND_INS = (
    *("tk" * number for number in range(1, _MOST_TK + 1)),
    *("x" * number for number in range(1, _MOST_X + 1)),
)


_NUMBER = expression(r"\+\d[\d ()-]*$")
_LONGEST_NUMBER = 16  # code points of a telephone number that are looked at


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return compiled(expression)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    signs, said = marks(document), token_set(document)
    for sign, trace, written in _TRACES:
        if sign and sign not in signs and sign not in said:
            continue
        if trace in text and not (trace == "TK" and "(TK)" in text):  # then it is an abbreviation, and explained
            for found in _compiled(written).finditer(text):
                span = Span(*found.span())
                if _is_unknown(text, found.group()):
                    continue
                if not (_corrects(text, found) if trace == "[" else trace == "XXX" and _masks(document, span)) and not (
                    trace == "[" and _describes(document, span)
                ):
                    yield Match(span)


def _is_unknown(text: str, found: str) -> bool:
    """Whether X is an unknown that the article reckons with, beside a Y, or is what the article speaks of: "$X and $Y",
    the phrase “a case for XXXX”."""
    if not found.endswith(("X", "x")):
        return False
    return found.replace("X", "Y").replace("x", "y") in text or f"{found}”" in text or f'{found}"' in text


def _masks(document: Document, span: Span) -> bool:
    """Whether a row of X stands beside a row of Y, hides the end of a telephone number, or shows in a table what a form
    asks for: "XX Month XXXX"."""
    if _NUMBER.search(document.text, max(0, span.start - _LONGEST_NUMBER), span.start) is not None:
        return True
    block = document.block_at(span.start)
    return "YYY" in document.text or (block is not None and block.kind == "cell")


def _describes(document: Document, span: Span) -> bool:
    """Whether what stands in brackets is all of the description of a picture, "![[photo]](quay.jpg)"."""
    block = document.block_at(span.start)
    return block is not None and block.kind == "caption" and block.span == span


def _corrects(text: str, found: re.Match[str]) -> bool:
    """Whether the word in brackets is what a speaker meant by the one before it: "the only company [country] in the
    world"; or what a command takes: "fetch [URL]...". What stands for a word follows an article, a preposition or a verb
    that every article has."""
    if text.startswith("...", found.end()) and text[: found.start()].rstrip(" .").endswith("]"):
        return True
    following = text[found.end() + 1 : found.end() + _NEAR].partition(" ")[0].rstrip(".,;:")
    if (
        found.group().islower()
        and text.startswith(" ", found.end())
        and following.islower()
        and following not in FUNCTION_WORDS
    ):
        return True  # "a change of the [city] charter"
    if found.group()[1:-1] not in _THINGS or text[found.start() - 1 : found.start()] != " ":
        return False
    before = text[max(0, found.start() - _NEAR) : found.start() - 1].rpartition(" ")[2]
    return before.isalpha() and before.islower() and before not in FUNCTION_WORDS and before not in _BUILT


RULE = Rule(
    summary="Copy that was to be replaced: TK, XXX, lorem ipsum, [name].",
    why="Writers mark what is still to come with TK or a row of X, and designers fill space with Latin."
    " None of it is meant to be printed.",
    message="'{match}' stands for copy that was to come: write it, or take it out.",
    quotations="skip",  # an editor leaves a name out of somebody's words in just that way
    check=check,
    gate=Gate(words=(*_STAND_INS, "ipsum"), pairs=("goes here", "to come here"), marks=("[",)),
    examples=(
        Example(good="She rang +49 2131 XXXXXX from Ayr, and nobody answered."),
        Example(good="The code word is Talent Keyhole (TK), and TK material is secret.", why="An abbreviation."),
        Example(bad="The council voted on Monday, and Mrs Hall, <mark>TK</mark>, spoke for two hours."),
        Example(bad="The new hall will cost <mark>$XX</mark> million and hold 400."),
        Example(bad="<mark>Lorem ipsum</mark> dolor sit amet, consectetur adipiscing elit."),
        Example(bad="The winner was <mark>[name]</mark>, a teacher from the town."),
        Example(
            bad="The hall, built in <mark>[YEAR]</mark>, burnt on <mark>XX May</mark>. <mark>[INSERT QUOTE HERE]</mark>"
        ),
        Example(bad="A clerk, <mark>[NAME TK]</mark>, said so at <mark>[time and place tk]</mark> in the hall."),
        Example(bad="The hall cost <mark>£xx</mark> million.", why="In small letters."),
        Example(
            good="We are the only company [country] in the world that lends each month [year] to all.",
            why="What the speaker meant.",
        ),
        Example(bad="There are <mark>XX per cent</mark> more of them, and <mark>XXXX</mark> did not reply."),
        Example(
            good="Super Bowl XXX was won by Dallas, and T.K. Maxwell saw it at TK Maxx in an XXX cinema.",
            why="A Roman figure, initials, a shop, a rating.",
        ),
        Example(
            bad="Mrs Hal <mark>[CK SPELLING]</mark> spoke. She is 51 <mark>[subs: please check]</mark>, and left early. "
            "<mark>[note to desk: lawyers have seen this]</mark>",
        ),
        Example(good="She asked them to [check] the hall, and the [confirmed] plan.", why="Words of another."),
        Example(good="A hall is sold for a song [TIME]", why="A magazine, as the source of a headline."),
        Example(
            good="| Asked for | Given |\n| --- | --- |\n| Date of birth | XX Month XXXX |\n| Telephone | 0XXX XXX XXXX |\n",
            format="markdown",
            why="What a form shows.",
        ),
        Example(
            good="A boat with the number XXX in a harbour with the number YYY is entered here.", why="Two unknowns."
        ),
        Example(good="They pay $X for the licence, or $Y if they share it.", why="Two unknowns."),
        Example(good="It is the old “case for XXXX”, in which XXXX is a tax.", why="A phrase that is spoken of."),
        Example(
            good="[![[photo]][quay]][quay]\n\n[quay]: quay.jpg\n", format="markdown", why="The words for a picture."
        ),
        Example(good="We want a change of the [city] charter.", why="A word that the editor put before another."),
        Example(good="Its usage is: fetch [option]... [URL]...", why="What a command takes."),
        Example(good='He said: "Then [name] came in, and I left."', why="A name left out of somebody's words."),
    ),
)
