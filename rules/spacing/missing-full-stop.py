"""A paragraph whose last sentence has no full stop, among paragraphs that have one; and a sentence within one that runs
into the next: 'declined to comment The case goes on'."""

from __future__ import annotations

from copylint.annotate.words import flowed, token_set
from copylint.document import Block, Document, Span
from copylint.expressions import IGNORECASE, MULTILINE, expression
from copylint.rule import Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = frozenset(".!?…:;,—–-\"'”’»)]}|>*/\ufffc")
_OPENS = "\"“‘'«"
_PARAGRAPH = {"what": "paragraph"}
_REACH_BEFORE = 60  # code points before a sentence that begins
_FEWEST_WORDS = 14  # a shorter paragraph may be a label, a title, a line of a list
_FEWEST = 4  # paragraphs of that length that end in a mark, beside one that does not
_MOST_HEADS = 3  # paragraphs of one sentence without a stop: so many are headings
_SHARE = 0.9  # of them, beside more than one
# Determiners, conjunctions and prepositions that end no sentence.
_RUNS_ON = frozenset(
    "a an the my your his its our their this these those some every each and or but nor if because than of from with"
    " at for into onto upon between among towards during until while although whose who which that when where we they"
    " he she i is are was were am has have had will would could should may might can must very".split()
)
_LABELLED = expression(r"[A-Z][\w-]*(?: [\w-]+)?: ")
# What only a caption says, or begins with: "Relief: Ada Quill left the court".
_CAPTION = expression(
    r"\b[Pp]ictured\b|\((?:left|right|above|below|cent(?:re|er)|file|stock|top|bottom|back|front)\b|, (?:left|right|above|"
    r"below|cent(?:re|er)),|\b(?:[Ff]ile|[Ss]tock) (?:image|photo|picture)|\bseen (?:here|above|left|right)\b"
)
# A name at the end of a paragraph may end a label; behind a verb of saying it ends a sentence.
_SPOKEN = expression(r"[\"”’'] (?:said|says|added|adds|explained|explains) (?:[\w.’-]+ ){0,4}[A-Z][\w’-]+$")
_TELLS = expression(
    r"\b(?:say|says|saying|said|tells?|told|telling|writes?|writing|wrote|reads?|asks?|asked|asking|adds?|adding|added|"
    r"replie[sd]|answered|continued|concludes?|concluded|declare[sd]|explain(?:s|ed)|notes|noted|argue[sd]|recall(?:s|ed)|"
    r"[Ff]or example)\b"
)
_KICKER = expression(r"[A-Z][\w'’ -]{2,40}[:!] [A-Z]")
# A definition in a list of them: "Gives a summary of …".
_THIRD_PERSON = expression(
    r"(?:Provides|Gives|Shows|Tells|Lists|Counts|Measures|Describes|Contains|Allows|Helps|Includes|Returns)\b"
)


# Words that begin a sentence, with a word in small letters behind them: no name or title ("The Times", "It Was She").
_FIRST = (" The ", " They ", " It ", " He ", " She ", " There ")
_BEGINS = expression(r" (?:The [a-z]+|They|It|He|She|There) [a-z]+\b(?!-)")
_BEFORE = expression(r"[a-z]{2,}[ ,][a-z]+,? (?P<word>[a-z]{3,})$")  # prose in small letters: no headline, no label
_NO_END = frozenset(
    "said says told adds added called titled entitled named signed reads reading film song book play poem album novel hymn"
    " series band group show movie single track explained asked about after before above below under over since through"
    " within without against like near off out via per plus across along around behind beneath beside inside outside"
    " toward upon versus until unless whereas though whether how why what".split()
)
_MOST_JOINED = 2  # of a text with more no sentence may have a full stop
_HOLY = ("God ", "Lord ", "Jesus", "Christ", "Allah", "Almighty")  # who is He


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    yield from _joined(document)
    text = document.text
    ends = {text[end - 1] for kind, (_, end), _ in document.blocks if kind == "paragraph"}
    if _ENDS.issuperset(ends) and "," not in ends:
        return
    long = [
        (number, block)
        for number, block in enumerate(document.blocks)
        if block.kind == "paragraph" and text.count(" ", block.span.start, block.span.end) >= _FEWEST_WORDS
    ]
    open_ended = [(number, block) for number, block in long if text[block.span.end - 1] not in _ENDS]
    closed = len(long) - len(open_ended)
    yield from _at_a_comma(document, [block for block in long if text[block[1].span.end - 1] == ","], closed)
    if not open_ended or closed < _FEWEST or (len(open_ended) > 1 and closed < _SHARE * len(long)):
        return
    whole = [block for _, block in open_ended if ". " not in text[slice(*block.span)]]
    headed = len(whole) >= _MOST_HEADS and len(whole) == len(open_ended)
    for number, block in open_ended:
        if headed or _ends_list(text, block.span):
            continue
        if not all(_is_prose(document, beside) for beside in (number - 1, number + 1)):
            continue
        if "   " in text[block.span.start : block.span.end]:
            continue  # a table
        start = block.span.end
        while start > block.span.start and text[start - 1].isalnum():
            start -= 1
        word = text[start : block.span.end]
        if (
            _LABELLED.match(text, text.rfind("\n", block.span.start, start) + 1)
            and "\n" in text[block.span.start : start]
        ):
            continue  # the last of some lines with labels: "Cure: Rest"
        if text[start - 1] == ".":
            continue
        if not (word.isalpha() and (word.islower() or _SPOKEN.search(text, *block.span))) or word in _RUNS_ON:
            continue  # the paragraph goes on, or was cut off: a stop alone would not mend it
        if _is_no_prose(text, block.span.start, block.span.end) or _leads_to_code(document, number):
            continue
        if (
            text[block.span.end : block.span.end + 3].lstrip()[:1] != "["
            and _THIRD_PERSON.match(text, block.span.start) is None
        ):
            yield Match(Span(start, block.span.end), suggestions=(f"{word}.",), slots=_PARAGRAPH)


def _ends_list(text: str, span: Span) -> bool:
    """Whether the last line of a block is an item among others: a line that begins anew, and none before it ended."""
    last = text.rfind("\n", *span) + 1
    return last > 0 and text[last - 2].isalnum() and not text[last].islower()


def _joined(document: Document) -> Iterable[Match]:
    """The words behind which a sentence begins without a full stop before it."""
    text = flowed(document)
    found = []
    stand = token_set(document)
    for word in _FIRST:
        at = text.find(word) if word.strip().lower() in stand else -1
        while at >= 0:
            if text[at - 1].islower() and _BEGINS.match(text, at):
                found.append(at)
            at = text.find(word, at + 1)
    if not 0 < len(found) <= _MOST_JOINED or text.count(".") < _FEWEST - 1:
        return
    for end in found:
        before = _BEFORE.search(text, max(0, end - _REACH_BEFORE), end)
        block = document.block_at(end)
        if before is None or before["word"] in _RUNS_ON or before["word"] in _NO_END:
            continue
        if block is None or block.kind != "paragraph" or text.count(" ", block.span.start, end) < _FEWEST:
            continue
        if text.startswith(" He ", end) and any(name in text for name in _HOLY):
            continue
        source = document.source_span(Span(end - 1, end + 2))
        if document.text[end] != " " or not document.source[source.start + 1 : source.end - 1].isspace():
            continue  # a title in other letters: "the song <i>It is late</i>"; a line that ends
        start = before.start("word")
        yield Match(Span(start, end), suggestions=(f"{before['word']}.",), slots={"what": "sentence"})


def _at_a_comma(document: Document, found: list[tuple[int, Block]], closed: int) -> Iterable[Match]:
    """The one paragraph that ends in a comma. (Where several do, they are items of a list, or verse.)"""
    if len(found) != 1 or closed <= _FEWEST:
        return
    text, ((number, block),) = document.text, found
    following = document.blocks[number + 1 : number + 2]
    goes_on = not following or text[following[0].span.start] in _OPENS or not text[following[0].span.start].isupper()
    if goes_on or not all(_is_prose(document, beside) for beside in (number - 1, number + 1)):
        return
    start = text.rfind(" ", block.span.start, block.span.end) + 1
    if _TELLS.search(text, max(block.span.start, text.rfind(". ", *block.span)), block.span.end) is not None:
        return  # what follows is told: "She wrote,"
    if text[start].islower() and text[start : block.span.end - 1].isalpha():
        cured = text[start : block.span.end - 1] + "."
        yield Match(Span(start, block.span.end), suggestions=(cured,), slots=_PARAGRAPH)


# "Read more: Why it rains", "2014: The year it rained": a link, a heading.
_LINKED = expression(r"[^:.!?\n]{1,24}(?<!\bsaid)(?<!\badds)(?<!\badded): ?[“‘\"'A-Z0-9]")
_SENTENCE_END = expression(r"[.!?][”\"’)]* [“\"A-Z]")
# Who said what stands before it: "— Ann Reed, on the floods", "It rained. Ann Reed, farmer".
_SIGNED = expression(
    r"(?:[.!?,][”\"’]*\s+[—–-]{1,2} ?[A-Z]|[.!?][”\"’]* [A-Z][\w’'-]+ (?:[A-Z][\w’'.-]+ )?[A-Z][\w’'-]+, )[^.!?]{2,60}$"
)
_CREDIT = expression(
    r"\b(?:AP|AFP|EPA|REUTERS|Reuters)/|\| (?:AP|Getty|Reuters|AFP|EPA)\b|/(?:AP|AFP|EPA|Getty|REUTERS|Reuters)\b|"
    r"(?: / | via )(?:AP|AFP|EPA|PA|Reuters|Getty Images|Shutterstock|Alamy)(?: file)?$"
)
# A box under the story, whose last line is a call to the reader: "Follow us on Facebook or on Instagram at our name".
_CALL = expression(
    r"(?:(?<![^\n])|[.!?] )(?:Follow|Like|Find|Join|Sign up|Subscribe|Download|Listen|Watch|Read more|Visit|Go to|Click|Submit)"
    r"\b[^.!?]*\b(?:Twitter|Facebook|Instagram|WhatsApp|YouTube|Sounds|[Aa]pp|App Store|newsletters?|podcasts?|news|page|"
    r"website|here|author)\b[^.!?]*$"
)


def _is_no_prose(text: str, start: int, end: int) -> bool:
    """Whether a block is a link or a heading with its label, a quotation with its author, a caption with its credit, a
    call to the reader."""
    if _CAPTION.search(text, start, end) is not None or _KICKER.match(text, start) is not None:
        return True
    if _LINKED.match(text, start, end) and _SENTENCE_END.search(text, start, end) is None:
        return True
    if _CREDIT.search(text, start, end) is not None or _CALL.search(text, start, end) is not None:
        return True
    return _SIGNED.search(text, max(start, end - 100), end) is not None


_CODE = expression(r"<pre\b|^[ >]*(?:```|~~~)|^(?: {4,}|\t)\S", MULTILINE | IGNORECASE)
_REACH = 400  # code points of the source behind a paragraph in which code begins


def _leads_to_code(document: Document, number: int) -> bool:
    """Whether code follows a paragraph: "In a window, type". Code is no block."""
    end = document.source_span(document.blocks[number].span).end
    following = document.blocks[number + 1 : number + 2]
    until = document.source_span(following[0].span).start if following else len(document.source)
    return _CODE.search(document.source, end, min(until, end + _REACH)) is not None


def _is_prose(document: Document, number: int) -> bool:
    """Whether a block is a paragraph of whole sentences; or no block, before the first" " and behind the last."""
    if not 0 <= number < len(document.blocks):
        return True
    block, text = document.blocks[number], document.text
    return (
        block.kind == "paragraph"
        and text[block.span.end - 1] in _ENDS
        and not text[block.span.start].islower()
        and text.count(" ", *block.span) >= _FEWEST_WORDS // 2
    )


_STORY = "\n\n".join(
    f"The {which} of the houses was sold to a man from the north who never came to live in it."
    for which in (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    )
)

_SHORT_STORY = "\n\n".join(_STORY.split("\n\n")[:4])

RULE = Rule(
    summary="A paragraph without a full stop at its end.",
    why="In an article whose paragraphs end in a full stop, four at least, one that does not has lost it, or its last words. "
    "Headings, captions, lists, lead-ins and short lines are left alone.",
    message="The {what} ends without a full stop after '{match}'.",
    severity="suggestion",
    check=check,
    examples=(
        Example(
            good=f"{_STORY}\n\nTwo cups of flour and a spoon of salt\\\nA cup of milk from the farm\\\nThree eggs from the hens in the yard\n\n{_STORY}",
            format="markdown",
            why="The lines of a list.",
        ),
        Example(
            good="\n\n".join(
                f"What the {part} of the town makes of all that was sold in it since the flood of that year\n\n{_STORY}"
                for part in ("north", "south", "east")
            ),
            why="Headings.",
        ),
        Example(
            bad=f"{_STORY}\n\nThe last of them was sold to a woman from the south, who came to live in"
            " it with her brother and her <mark>dog</mark>",
        ),
        Example(
            bad=f"{_STORY}\n\nThe last of them was sold to a woman from the south, who came to live in"
            f" it with her brother and her <mark>dog</mark>\n\n{_STORY}",
        ),
        Example(
            bad=f"{_STORY}\n\n“The last of them was sold to a woman from the south, who lives in it now with her"
            f" brother,” said Ada <mark>Quill</mark>\n\n{_STORY}",
        ),
        Example(
            bad=f"{_SHORT_STORY}\n\nThe last of them was sold to a woman from the south, who came to live in"
            " it with her brother and her <mark>dog</mark>",
        ),
        Example(
            bad=f"{_SHORT_STORY}\n\nThe last of them was sold to a woman from the south, who came to live in"
            f" it with her brother and her <mark>dog,</mark>\n\n{_SHORT_STORY}",
        ),
        Example(
            good=f"{_SHORT_STORY}\n\nOf the last of them, which was sold to a woman from the south, her brother wrote to the"
            " editor of the paper,\n\n“It stands in the sun for all of the day, and we would not live in another one.”",
            why="Speech follows.",
        ),
        Example(
            good=f"{_SHORT_STORY}\n\nFew of the houses were built for those who came to live in them before the flood of that"
            " year,\n\nNone of the roads was made for those who had to carry all that they had to the hills,",
            why="A list, or verse.",
        ),
        Example(
            good=f"{_SHORT_STORY}\n\nOf the last of them, which was sold to a woman from the south, her brother wrote to the"
            " editor of the paper,\n\nThe house stands in the sun for all of the day. We would not live in another one of"
            " them.\n\nShe did not.",
            why="A lead-in to what another wrote.",
        ),
        Example(
            good=f"{_SHORT_STORY}\n\nThe house that a woman from the south came to see on Monday. | AP Photo The house is"
            " sold to a man from the north",
            why="A caption with its credit, and a link.",
        ),
        Example(
            good=f"The houses of the north\n\n{_STORY}\n\nThese are the names of those who came to live in"
            " the town in spite of the floods of the year before:\n\n- Ann Reed\n- Tom Hall",
            why="A heading, a lead-in, a list.",
        ),
        Example(
            good=f"{_STORY}\n\nThe last of them was sold to a woman from the south, who came to live in it with her"
            f" brother and her\n\n{_STORY}",
            why="Cut off: a stop alone would not mend it.",
        ),
        Example(
            good=f"{_STORY}\n\nThe last of them was sold to a woman from the south, and since then nobody"
            f"\n\n[Inaudible] and that is all that is known of the houses.",
            why="The transcript goes on.",
        ),
        Example(
            good=f"{_STORY}\n\nFault: The door of the house stands open all day.\nCure: Call the man from the north who sold"
            f" the house and ask him for the other key\n\n{_STORY}",
            why="Lines with labels.",
        ),
        Example(
            good=f"{_STORY}\n\nThe houses of the north (pictured) stood empty for years before a woman from the south bought"
            f" all of them\n\n{_STORY}\n\nRelief: Ada Quill left the house on Monday with the key that her brother had lost"
            " in the flood",
            why="Captions.",
        ),
        Example(
            good="\n\n".join(
                (
                    _STORY,
                    "Read more: Why the last of the houses of the north will not be sold to anybody who lives in the south",
                    _STORY,
                    "“The last of them was sold to a woman from the south, who came to live in it.” — Ann Reed, a farmer",
                    _STORY,
                    "The last of them was sold to a woman from the south, who came to live in it. Ann Reed, local farmer",
                )
            ),
            why="A link, and words with the name of who said them.",
        ),
        Example(
            good=f"{_STORY}\n\nThe last of the houses, which a man from the north bought and left for good. Ann Reed / AP file"
            f"\n\n{_STORY}\n\nFollow us on Twitter @Houses, on Facebook at The Houses of the North or on Instagram at"
            " thehouses",
            why="A caption with its credit, and a call to the reader.",
        ),
        Example(
            good=f"{_STORY}\n\nTo see who lives in the last of them, go to the machine in the hall of it and, in a window,"
            f" type\n\n```\nfinger house\n```\n\n{_STORY}",
            format="markdown",
            why="Code goes on from it.",
        ),
        Example(
            good=_STORY.replace("it.", "it"),
            why="A style without full stops.",
        ),
        Example(
            bad=f"{_SHORT_STORY} The man from the north declined to <mark>comment</mark> The case goes on in May.",
            good=f"{_SHORT_STORY} The man from the north declined to comment. The case goes on in May.",
        ),
        Example(
            bad=f"{_SHORT_STORY}\n\nThe two men from the north have been <mark>charged</mark> They will be in court in May.",
        ),
        Example(
            good=f"{_SHORT_STORY} The man from the north read of it in The Times, sang the song It is late and said We are late."
            " In a letter signed The neighbours next door he wrote, as a man from The north would, that it was late.",
            why="Titles, names, and what is said.",
        ),
        Example(
            good=f"{_SHORT_STORY} The man from the north prayed to God that he might do what He would have him do.",
            why="God.",
        ),
        Example(
            good=f"{_SHORT_STORY}\n\nThe man sold all that he had It was late The road was long They were tired and there was"
            " no house that he could go to.",
            why="A text without full stops.",
        ),
    ),
)
