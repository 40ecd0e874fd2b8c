"""Forms: which written words are one word, and whether a place is common prose, a name, or no prose at all."""

from __future__ import annotations

from copylint.document import Document, Span, reading
from copylint.expressions import compiled, expression
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_VOWELS = frozenset("aeiouy")
_SMALL = frozenset(
    "a an and as at but by for from in into of on or over per so than that the to up via vs with yet".split()
)
_OPENING = "\"'“‘«([{*_ \t\n\u00a0"
_SPACES = frozenset((" ", "\n", ""))
_MOST_TOKEN = 200  # code points looked at on each side for the white space that ends a token
_MOST_SENTENCE = 300
_MOST_INSERTED = 60

_PARTS = expression("[-‐‑ ]")
_REFERENCE = expression(r";(?<=[12]\d{3};) ?\d")

ADDRESS, VERBATIM, NAME, COMMON = "address", "verbatim", "name", "common"

FUNCTION_WORDS = frozenset(
    "a about above across after again against all almost along already also although always am among an "
    "and another any are around as at away back be because been before being below between both but by "
    "can cannot could did do does done down during each either else even ever every few for from further "
    "had has have he her here hers him his how however i if in indeed inside instead into is it its "
    "itself just last least less many may me might more most much must my neither never no none nor not "
    "now of off often on once one only onto or other others our out over own per perhaps quite rather "
    "said same say says she should since so some still such than that the their them then there therefore "
    "these they this those though through thus till to today together tomorrow too toward towards under "
    "until up upon us very via was we well were what when where whether which while who whom whose why "
    "will with within without would yesterday yet you your".split()
)


def stem(word: str) -> str:
    """A key shared by the inflections of a word and its closest derivations: "startups" and "startup", "decisionmaker"
    and "decisionmaking". It is not itself a word, and two words with one key need not be one word."""
    if word.endswith(("'s", "’s", "s'", "s’")):
        word = word[:-2] if word[-1] in "sS" else word[:-1]
    if len(word) < 5:
        return word
    if word.endswith("s") and word[-2] not in "sui":
        if word.endswith("ies"):
            word = word[:-3] + "y"
        elif word.endswith(("ses", "xes", "zes", "ches", "shes")):
            word = word[:-2]
        else:
            word = word[:-1]
    for ending in ("ing", "er", "or", "ed", "ly"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            rest = word[: -len(ending)]
            if _VOWELS.isdisjoint(rest):
                break
            word = rest
            if word[-1] == word[-2] and word[-1] not in "lsz" and ending != "ly":
                word = word[:-1]
            break
    if word.endswith("e") and len(word) > 4:
        return word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 4 else word


@reading
def verbatim_marks(document: Document) -> bool:
    """Whether the text has anything that may mark words as copied from elsewhere: a tag, a handle, square brackets, a
    reference to a journal."""
    text = document.text
    return "#" in text or "@" in text or "[" in text or "((" in text or _REFERENCE.search(text) is not None


def standing(document: Document, span: Span) -> str:
    """What the words at a place are: COMMON prose, part of a NAME or title, an ADDRESS (URL, host, path,
    handle, code), or VERBATIM (a post or text copied as it was, a reference list)."""
    text = document.text
    start, end = span
    # Most places stand between spaces; only what touches other characters can be part of an address.
    if (text[start - 1 : start] not in _SPACES or text[end : end + 1] not in _SPACES) and _in_address(text, start, end):
        return ADDRESS
    if verbatim_marks(document) and (_copied(text, start, end) or _in_references(document, start)):
        return VERBATIM
    form = text[start:end]
    if form == form.lower():
        return NAME if _before_headline(text, end) else COMMON
    return _standing_of_capitals(document, span, form)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the characters around the place, up to white space, are an address, path or code."""
    before = text[max(0, start - _MOST_TOKEN) : start]
    after = text[end : end + _MOST_TOKEN]
    left = before[len(before.rstrip("…")) :] if not before or before[-1].isspace() else before.split()[-1]
    right = "" if not after or after[0].isspace() else after.split()[0]
    if not left and not right:
        return False
    if len(right) == 1 and not left:  # a mark of punctuation
        return False
    return _address().search(f"{left}\0{right}") is not None


@cache
def _address() -> re.Pattern[str]:
    return compiled(
        r"://|/\0/|[@\\_=]|^[#$~/.]|^[(\[]?(?:www\.|#)|(?<=[\w\0])\.[a-z]{2,}|\.\0|^[(\[]?-|\w/[^\0]*\w\.\w|\0/\w+/|/\w+/\0|(?<!`)`\0`(?!`)"
    )


def _copied(text: str, start: int, end: int) -> bool:
    """Whether the sentence around the place has tags or handles, an editor's insertion in square brackets,
    or lies in doubled or square brackets itself."""
    left, right = _around(text, start, end)
    window = text[left:right]
    if not ("#" in window or "@" in window or "[" in window or "((" in window):
        return False
    if "[" in window and _inserted(text, start, end):
        return False
    return _copy_mark().search(window) is not None


def _inserted(text: str, start: int, end: int) -> bool:
    """Whether the place is in square brackets: the editor's own words, and not a placeholder or link."""
    left = text.rfind("[", max(0, start - _MOST_INSERTED), start)
    right = text.find("]", end, end + _MOST_INSERTED)
    if left < 0 or right < 0 or text[left - 1 : left] == "[" or text[right + 1 : right + 2] in ("]", "(", "["):
        return False
    inside = text[left + 1 : right]
    return not ("[" in inside or "]" in inside or "protected" in inside)


@cache
def _copy_mark() -> re.Pattern[str]:
    return compiled(r"(?<![\w&/])[#@][A-Za-z]\w+|(?<!\w)\[(?:[a-z]|[^\]\d]*\b(?:protected|sic)\b)[^\]]*\]|\(\(")


def beside_url(document: Document, span: Span) -> bool:
    """Whether a URL stands in the same sentence: names there are as the page at that address writes them."""
    text = document.text
    left, right = _around(text, span.start, span.end)
    return "//" in text[left:right]


def stands_alone(document: Document, span: Span, written: str) -> bool:
    """Whether a name is complete: no capitalised word beside it makes it part of a longer one."""
    if written.isupper():
        return True
    text = document.text
    after = text[span.end : span.end + 2]
    if len(after) == 2 and after[0] == " " and after[1].isupper():
        return False
    before = text[max(0, span.start - 40) : span.start].split(" ")
    if len(before) < 2 or before[-1] != "" or not before[-2][:1].isupper() or not before[-2][-1:].isalnum():
        return True
    # The first word of a sentence has its capital whatever it is.
    return before[-2].lower() in FUNCTION_WORDS and (len(before) < 3 or before[-3][-1:] in ".!?:\"”’'\n")


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """About the sentence that holds a place, of bounded length."""
    left = max(
        text.rfind(". ", max(0, start - _MOST_SENTENCE), start),
        text.rfind("\n\n", max(0, start - _MOST_SENTENCE), start),
        start - _MOST_SENTENCE,
        0,
    )
    stops = (
        text.find(". ", end, end + _MOST_SENTENCE),
        text.find("\n\n", end, end + _MOST_SENTENCE),
        end + _MOST_SENTENCE,
    )
    return left, min(stop for stop in stops if stop >= 0)


def _in_references(document: Document, start: int) -> bool:
    """Whether the block cites a journal by year, volume and page: titles in it are written as they were."""
    block = document.block_at(start)
    return block is not None and _REFERENCE.search(document.text, block.span.start, block.span.end) is not None


def _before_headline(text: str, end: int) -> bool:
    """Whether a run of five capitalised words follows directly: the place ends one headline of a list of them."""
    after = text[end : end + 80]
    if not after[:2].strip() or not after[1:2].isupper() or after[0] != " ":
        return False
    following = after.split()[:5]
    return len(following) == 5 and all(word[0].isupper() and word[-1].isalnum() for word in following)


def _standing_of_capitals(document: Document, span: Span, form: str) -> str:
    text = document.text
    start, end = span
    before = _tokens_before(text, start)
    after = _tokens_after(text, end)
    if form.isupper():
        # A line in capitals tells nothing of the word; capitals among small letters make an acronym.
        loud = [_is_loud(word) for word in (*before, *after)]
        left, right = loud[: len(before)], loud[len(before) :]
        if (
            (len(left) == 2 and all(left))
            or (len(right) == 2 and all(right))
            or (left[-1:] + right[:1] == [True, True])
        ):
            return COMMON
        if len(form) > 1:
            return NAME
    elif any(letter.isupper() for letter in form[1:]) and not _each_part_capital(form):
        return NAME
    if _is_heading(document, span) or _heads_item(text, start):
        return COMMON
    if before and not _begins_sentence(text, start):
        return NAME
    if any(letter.isupper() for letter in form[2:]):  # Rolls-Royce; but the second letter may be that of U-Turn
        return NAME
    return NAME if after and after[0][0].isupper() and not _is_loud(after[0]) else COMMON


def is_title_case(form: str) -> bool:
    """Whether each part of a hyphenated word is a word with a capital: Haz-Mat, not E-Mail or T-shirt."""
    parts = form.split("-")
    return all(len(part) > 1 and part[0].isupper() and part[1:].islower() for part in parts)


def _each_part_capital(form: str) -> bool:
    """Whether the capitals are those of a title: Cease-Fire."""
    return all(part[:1].isupper() and part[1:] == part[1:].lower() for part in _PARTS.split(form))


def _is_loud(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _tokens_before(text: str, start: int) -> list[str]:
    floor = max(0, start - 60)
    block = text[max(floor, text.rfind("\n\n", floor, start)) : start]
    return block.split()[-2:]


def _tokens_after(text: str, end: int) -> list[str]:
    stop = text.find("\n\n", end, end + 60)
    return text[end : end + 60 if stop < 0 else stop].split()[:2]


def _begins_sentence(text: str, start: int) -> bool:
    """Whether the place is the first of a sentence, a list item or a quotation."""
    at = start - 1
    while at >= 0 and text[at] in _OPENING:
        if text[at] in '"“‘«' or text[at : at + 2] == "\n\n":
            return True
        at -= 1
    if at < 0:
        return True
    if text[at] in ".!?:…•*–—|>-":
        return True
    # 1) and the like begin an item.
    return text[at] == ")" and text[at - 1].isdigit()


def _heads_item(text: str, start: int) -> bool:
    """Whether the place lies in the heading of a numbered item, run on before its text: "12. A Sand-Castle Mould"."""
    floor = max(0, start - 80)
    at = max(floor, text.rfind("\n\n", floor, start))
    for word in reversed(text[at:start].split()[-8:]):
        if word[0].isdigit() and word[-1] in ".)":
            return word[:-1].isdigit()
        if not (word[0].isupper() or word.lower() in _SMALL):
            return False
    return False


def _is_heading(document: Document, span: Span) -> bool:
    """Whether the whole block is a heading whose capitals tell nothing: by its kind, or short, without a full stop,
    nearly all words capitalised. Where most words have none, a capital is a name's."""
    block = document.block_at(span.start)
    if block is None:
        return False
    if block.kind in ("heading", "headline"):
        said = [word for word in document.text[block.span.start : block.span.end].split() if word.lower() not in _SMALL]
        return 3 * sum(word.islower() for word in said) < len(said)
    if block.span.end - block.span.start > 150:
        return False
    content = document.text[block.span.start : block.span.end].rstrip()
    if content[-1:] in ".,;" or not content.lstrip("#*_ \"'“‘0123456789.)")[:1].isupper():
        return False
    said = [word for word in content.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in said)
    small = sum(word.lower() in _SMALL for word in said)
    if len(said) < 3:  # Easy Set-Up, but not Ann Hill-Wood
        return capitals == len(said) == 2 and _are_common(content)
    return capitals >= 0.8 * (len(said) - small) and capitals > 1


def _are_common(title: str) -> bool:
    """Whether the words of a title are common ones. (The list has no short words: they may be parts of a compound.)"""
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    parts = _PARTS.split(title.lower())
    return all(part in COMMON_WORDS or (len(part) < 4 and part not in title.lower().split()) for part in parts)
