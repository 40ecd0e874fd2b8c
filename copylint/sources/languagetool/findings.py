"""LanguageTool's matches -> findings: the choice of rules, names, quoted speech, exact places. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left

from copylint.annotate.quotations import quoted_spans
from copylint.annotate.sentences import sentence_at
from copylint.document import Document, Span
from copylint.memo import cache
from copylint.placing import locate
from copylint.rule import Finding, Severity
from copylint.sources.languagetool.options import OWN
from copylint.sources.languagetool.variant import same_but_for_variant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from copylint.sources.languagetool.options import Options

PREFIX = "languagetool"
_MOST_SUGGESTIONS = 5
_SPELLING = frozenset(("TYPOS", "MULTITOKEN_SPELLING", "PROPER_NOUNS"))
# What LanguageTool calls a style, a query of typography or anything uncategorised is a query here too.
_WARNINGS = frozenset(("grammar", "misspelling", "duplication", "inconsistency"))
# A misspelt word that begins a sentence is told from a name there by what it was meant to be.
_BEGINNERS = frozenset(
    "a about after again all also although an and another any are as at because before both but "
    "by can could did do does each even every few first for from had has have he her here his "
    "how however i if in indeed instead is it its just last later many meanwhile more most much "
    "my never no not now of on once one only or other our out people perhaps she should since "
    "so some such than that the their them then there these they this those though through to "
    "today two under until was we were what when where whether which while who why will with "
    "without would yet you your".split()
)


class Utf16:
    """Offsets in UTF-16 units of a text -> offsets in code points."""

    __slots__ = ("_length", "_wide")

    def __init__(self, text: str) -> None:
        found = [] if text.isascii() else [match.start() for match in _beyond_bmp().finditer(text)]
        self._wide = [start + number for number, start in enumerate(found)]
        self._length = len(text) + len(found)

    def span(self, start: int, length: int) -> Span | None:
        """The code points that a range of units touches, or None if it is no range of the text."""
        end = start + length
        if not 0 <= start <= end <= self._length:
            return None
        first = bisect_left(self._wide, start)
        last = bisect_left(self._wide, end)
        begin = start - first
        finish = end - last
        if last and self._wide[last - 1] == end - 1:  # the end halves a pair: take it whole
            finish += 1
        return Span(begin, max(begin, finish))


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + len(_beyond_bmp().findall(text))


def findings(
    document: Document, unit: Span, sent: str, matches: Iterable[Mapping[str, Any]], options: Options
) -> Iterator[Finding]:
    """The findings of a unit of the text, which was sent as `sent`. Raises ValueError for a match that cannot
    be one, whose offsets lie past the end for example."""
    offsets = Utf16(sent)
    for match in matches:
        try:
            rule = match["rule"]
            name, category = str(rule["id"]), str(rule["category"]["id"])
            where = offsets.span(int(match["offset"]), int(match["length"]))
            message = " ".join(str(match["message"]).split())
            suggestions = tuple(
                str(replacement["value"]) for replacement in match.get("replacements", ())[:_MOST_SUGGESTIONS]
            )
        except (LookupError, TypeError, ValueError, AttributeError):
            raise ValueError("an answer that cannot be read") from None
        if where is None:
            raise ValueError(f"a place past the end of the text ({name})")
        if not is_on(name, category, options):
            continue
        span = Span(unit.start + where.start, unit.start + where.end)
        if not _told_here(document, span, category, suggestions, options):
            continue
        yield Finding(
            f"{PREFIX}/{name}",
            severity(name, category, str(rule.get("issueType", "")), options),
            message or str(rule.get("description", name)),
            locate(document, span),
            suggestions=suggestions,
            category=category,
            url=_url(rule, name),
        )


def is_on(name: str, category: str, options: Options) -> bool:
    """Whether a rule is told: the rule beats its category, and `disable` beats `enable`."""
    for word in (name, category):
        if word in options.disable:
            return False
        if word in options.enable:
            return True
        if word in OWN:
            return False
    return True


def severity(name: str, category: str, issue: str, options: Options) -> Severity:
    """By rule, by category, else by the kind of issue: grammar and spelling warn, the rest suggests."""
    chosen = options.severity.get(name) or options.severity.get(category)
    if chosen is not None:
        return chosen
    return "warning" if issue in _WARNINGS else "suggestion"


def _told_here(document: Document, span: Span, category: str, suggestions: tuple[str, ...], options: Options) -> bool:
    spelling = category in _SPELLING
    if options.quotations == "skip" or (options.quotations == "spelling" and not spelling):
        spans = quoted_spans(document)
        index = bisect_left(spans, (span.end, -1)) - 1
        if index >= 0 and span.start < spans[index].end:
            return False
    if not spelling:
        return True
    text = document.text[span.start : span.end]
    if options.accept and text.lower() in {word.lower() for word in options.accept}:
        return False
    if options.language == "auto" and any(same_but_for_variant(text, word) for word in suggestions):
        return False  # which English it is nobody said: a mix is copylint's to tell
    return options.names or not _is_name(document, span, text, suggestions)


def _is_name(document: Document, span: Span, text: str, suggestions: tuple[str, ...]) -> bool:
    """Whether a word that is no word is most likely a name: it has a capital, or a figure."""
    if text.islower() and text.isalpha():
        return False
    if not any(letter.isupper() or letter.isdigit() for letter in text):
        return False
    sentence = sentence_at(document, span.start)
    if sentence is None or document.text[sentence.start : span.start].strip("\"'“‘«([ \n"):
        return True
    return not (text[1:].islower() and any(word.lower() in _BEGINNERS for word in suggestions[:3]))


def _url(rule: Mapping[str, Any], name: str) -> str | None:
    try:
        url = str(rule["urls"][0]["value"])
    except (LookupError, TypeError):
        return None
    return url if url.startswith(("https://", "http://")) else None


@cache
def _beyond_bmp() -> re.Pattern[str]:
    return re.compile("[\U00010000-\U0010ffff]")
