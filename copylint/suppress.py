"""Suppressions: the directives in the comments of the copy, and what they silence. Pure: no files, no output.

    copylint: ignore[RULE, PACK] reason         beside prose: its line; alone: the block that follows
    copylint: ignore[RULE] "exact text" reason  that text in the block it stands in, or that follows
    copylint: ignore-next-line[RULE] reason     the next line that is not blank
    copylint: ignore-block[RULE] reason         the block it stands in, or that follows
    copylint: off[RULE] reason                  all that follows, or up to `copylint: on[RULE]`
    copylint: ignore-file[RULE] reason          the whole file

`all` names every rule; `on` without names ends every section. In front matter `ignore` holds for the whole
file. A finding is silenced where it begins, one with an exact text where it touches that text. Observations
are never silenced: a form counts in the judging of consistency whether or not it is suppressed; only a file with
`ignore-file[all]`, such as a report, is no article, and counts for no other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from copylint.document import Document, Place, Span, reading
from copylint.expressions import MULTILINE, escape, expression
from copylint.rule import Finding, Match
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from typing import Any

PACK = "suppression"
UNKNOWN, UNUSED = f"{PACK}/unknown-rule", f"{PACK}/unused"
ALL = "all"
ACTIONS = ("ignore", "ignore-next-line", "ignore-block", "ignore-file", "off", "on")

_MARK = "copylint:"
_WITHOUT_COLON = expression(r"\s*copylint\s+(?:ignore|off|on)\b")
_EACH = expression(r"^[ \t]*copylint:", MULTILINE)
_WORD = expression(r"[A-Za-z][A-Za-z-]*")
_NAME = expression(r"[^\s,]+")
_EXACT = expression(r'\s*(?:"([^"\r\n]+)"|“([^”\r\n]+)”)')
_WIDE = 20_000  # code points; what covers more, a whole file as a rule, is looked at for every finding
_MOST_HINTS = 50  # names that a nearest right one is looked for
_MOST_WORDS = 80  # code points of a directive that identify it


class Named(NamedTuple):
    """A rule or pack that a directive names, and where."""

    name: str
    place: Place


class Directive(NamedTuple):
    """What one comment asks for, as plain data. covers: the source ranges in which a finding is silenced, unless the
    action is `off` or `on`. exact: the text that a finding must touch. fault: why the comment cannot be understood."""

    action: str
    rules: tuple[Named, ...]
    place: Place
    covers: tuple[Span, ...] = ()
    reason: str = ""
    exact: str | None = None
    fault: str | None = None


class Applied(NamedTuple):
    """The findings that remain and those that are suppressed, each in order; and the faults of the directives, each
    with the id of the rule that reports it."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    faults: tuple[tuple[str, Match], ...]


def directives(document: Document) -> tuple[Directive, ...]:
    """The directives of a document, in source order."""
    if not any("copylint" in comment.text for comment in document.comments):
        return ()
    return document.reading(directives, lambda: tuple(_read(document)))


def is_no_article(said: Iterable[Directive]) -> bool:
    """Whether a file is ignored as a whole, for every rule, so that other files are not judged by how it is written."""
    return any(
        one.action == "ignore-file" and one.fault is None and any(name == ALL for name, _ in one.rules) for one in said
    )


def malformed(document: Document, options: Any) -> Iterator[Match]:
    """A check: comments to copylint that say nothing it understands."""
    for directive in directives(document):
        if directive.fault is not None:
            yield Match(directive.place, slots={"fault": directive.fault})


def without_reason(document: Document, options: Any) -> Iterator[Match]:
    """A check: suppressions that do not say why."""
    for directive in directives(document):
        if directive.fault is None and directive.action != "on" and not directive.reason:
            yield Match(directive.place)


def apply(
    findings: Iterable[Finding],
    said: Iterable[Directive],
    *,
    known: Collection[str],
    sources: Collection[str] = (),
    ran: Collection[str],
) -> Applied:
    """Silences what the directives name. known: all rules and packs. sources: prefixes under which any id is valid.
    ran: the rules that finished their work on this file; a directive is reported as unused only if all rules that it
    names did."""
    understood = [directive for directive in said if directive.fault is None]
    silencers = _Silencers(understood)
    hints: dict[str, str] = {}
    used: set[tuple[int, str]] = set()
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        silencing = silencers.of(finding)
        used.update(silencing)
        (suppressed if silencing else kept).append(finding)
    faults: list[tuple[str, Match]] = []
    opened: set[str] = set()
    for number, directive in enumerate(understood):
        for name, place in directive.rules:
            if name != ALL and name not in known and name.partition("/")[0] not in sources:
                if name not in hints:
                    hints[name] = _hint(name, known) if len(hints) < _MOST_HINTS else ""
                slots = {"said": f"'{name}' is not a rule or pack{hints[name]}"}
                faults.append((UNKNOWN, Match(place, slots=slots)))
            elif directive.action == "on" or (silencers.twin.get(number, number), name) in used:
                continue
            elif _had_its_chance(name, ran):
                faults.append((UNUSED, Match(place, slots={"said": f"'{name}' has nothing to silence here"})))
        if directive.action == "off":
            opened.update(name for name, _ in directive.rules)
        elif directive.action == "on":
            names = {name for name, _ in directive.rules} or opened
            if not any(_is_in(one, other) or _is_in(other, one) for one in names for other in opened):
                faults.append((UNUSED, Match(directive.place, slots={"said": "this ends no section"})))
            opened -= set(opened) if not directive.rules or ALL in names else names
    kept_faults = [fault for fault in faults if not _fault_is_silenced(fault, silencers)]
    return Applied(tuple(kept), tuple(suppressed), tuple(kept_faults))


class _Silencers:
    """Directives by where they hold, so that a finding meets only those near it."""

    def __init__(self, said: list[Directive]) -> None:
        self._sections = [(number, one) for number, one in enumerate(said) if one.action in ("off", "on")]
        self._by_rule: dict[str, tuple[list[int], list[tuple[int, str] | None]]] = {}
        self._wide: list[tuple[Span, int, Directive]] = []
        self._near: list[tuple[Span, int, Directive]] = []
        self.twin: dict[int, int] = {}  # a wide directive -> the first that says the same
        firsts: dict[tuple[Span, tuple[str, ...], str | None], int] = {}
        for number, directive in enumerate(said):
            for span in directive.covers:
                if span.end - span.start <= _WIDE:
                    self._near.append((span, number, directive))
                    continue
                same = (span, tuple(name for name, _ in directive.rules), directive.exact)
                self.twin[number] = firsts.setdefault(same, number)
                if self.twin[number] == number:
                    self._wide.append((span, number, directive))
        self._near.sort(key=_start)
        self._starts = [span.start for span, _, _ in self._near]

    def of(self, finding: Finding) -> list[tuple[int, str]]:
        """The numbers of the directives that silence a finding, and the name by which each does."""
        start, end = finding.place.start.offset, finding.place.end.offset
        first = bisect_left(self._starts, start - _WIDE)
        last = bisect_right(self._starts, max(end, start))
        found = [
            (number, name)
            for span, number, directive in (*self._wide, *self._near[first:last])
            if _covers(span, directive, start, end)
            for name, _ in directive.rules
            if _is_in(finding.rule, name)
        ]
        if self._sections:
            starts, opened = self._sections_of(finding.rule)
            at = bisect_right(starts, start) - 1
            section = opened[at] if at >= 0 else None
            if section is not None:
                found.append(section)
        return found

    def _sections_of(self, rule: str) -> tuple[list[int], list[tuple[int, str] | None]]:
        """Where the state of a rule changes, and what has switched it off from there; of two the later."""
        known = self._by_rule.get(rule)
        if known is None:
            starts: list[int] = []
            opened: list[tuple[int, str] | None] = []
            for number, directive in self._sections:
                name = next((name for name, _ in directive.rules if _is_in(rule, name)), None)
                if name is not None or (directive.action == "on" and not directive.rules):
                    starts.append(directive.place.start.offset)
                    opened.append((number, name) if name is not None and directive.action == "off" else None)
            known = self._by_rule[rule] = (starts, opened)
        return known


def _start(cover: tuple[Span, int, Directive]) -> int:
    return cover[0].start


def _covers(span: Span, directive: Directive, start: int, end: int) -> bool:
    if directive.exact is None:
        return span.start <= start <= span.end
    return span.start < max(end, start + 1) and start < span.end


def _is_in(rule: str, name: str) -> bool:
    """Whether a name of a rule, a pack or all stands for this rule."""
    return name in (rule, ALL) or rule.startswith(name + "/")


def _had_its_chance(name: str, ran: Collection[str]) -> bool:
    return not name.startswith(PACK) and any(_is_in(rule, name) for rule in ran)


def _fault_is_silenced(fault: tuple[str, Match], silencers: _Silencers) -> bool:
    """Whether a directive names this rule about directives. `all` does not: a directive cannot hide its own faults."""
    rule, match = fault
    assert isinstance(match.place, Place)
    return any(name != ALL for _, name in silencers.of(Finding(rule, "suggestion", "", match.place)))


def _hint(name: str, known: Collection[str]) -> str:
    from copylint.likely import nearest_id

    near = nearest_id(name, known)
    return f" (did you mean '{near}'?)" if near else "; copylint rules lists them"


def _read(document: Document) -> Iterator[Directive]:
    source = document.source
    for comment in document.comments:
        if _MARK not in comment.text:
            if _WITHOUT_COLON.match(comment.text):
                whole = _within(document, comment.span, comment.text.strip(), Span(0, len("copylint")))
                yield Directive("", (), whole, fault=f"write '{_MARK}' with its colon")
            continue
        written = source[comment.span.start : comment.span.end]
        matter = not written.startswith(("<!--", "{/*", "#", _MARK))
        text = comment.text
        if matter:  # the reader of front matter has put the mark before each entry
            text = "\n".join(
                line if line.lstrip().startswith(_MARK) else f"{_MARK} {line.strip()}"
                for line in text.split("\n")
                if line.strip()
            )
        starts = [match.start() for match in _EACH.finditer(text)]
        for start, end in zip(starts, [*starts[1:], len(text)][: len(starts)], strict=True):
            yield _directive(document, text[start:end].strip(), comment.span, matter)


def _directive(document: Document, text: str, comment: Span, matter: bool) -> Directive:
    """text: from its mark on."""
    words = text[len(_MARK) :].strip()
    whole = _within(document, comment, words, Span(0, len(words)))

    def broken(fault: str) -> Directive:
        return Directive("", (), whole, fault=fault)

    found = _WORD.match(words)
    action = found.group() if found else ""
    if action not in ACTIONS:
        from copylint.likely import likely

        what = f"'{action}' is nothing that it does" if action else "it says nothing to do"
        return broken(what + likely(action or None, ACTIONS, all_of_them=True))
    at = len(action)
    rules: list[Named] = []
    if words[at : at + 1] == "[":
        close = words.find("]", at)
        if close < 0:
            return broken("the bracket is not closed")
        rules = [
            Named(name.group(), _within(document, comment, words, Span(name.start(), name.end())))
            for name in _NAME.finditer(words, at + 1, close)
        ]
        at = close + 1
    if not rules and action != "on":
        return broken(f"it names no rule: write {action}[RULE] and the reason")
    exact = None
    if action == "ignore" and (quoted := _EXACT.match(words, at)):
        exact, at = quoted[1] or quoted[2], quoted.end()
    reason = " ".join(words[at:].split()).lstrip("-–—: ")
    covers: tuple[Span, ...] = ()
    if action not in ("on", "off"):
        covers = tuple(_covered(document, action, comment, exact, matter))
    return Directive(action, tuple(rules), whole, covers, reason, exact)


def _covered(document: Document, action: str, comment: Span, exact: str | None, matter: bool) -> Iterator[Span]:
    """The source ranges that a directive speaks of."""
    source = document.source
    everything = Span(0, len(source))
    if action == "ignore-next-line":
        start = _line(source, comment.end).end
        while start < len(source) and source[start].isspace():
            start += 1
        if start < len(source):
            yield _line(source, start)
    elif action == "ignore-file" or (matter and action == "ignore" and exact is None):
        yield everything
    elif exact is not None:
        import re

        wanted = re.compile(r"\s+".join(map(escape, exact.split())))
        areas = [block.span for block in document.blocks] if matter else [_block(document, comment)]
        for area in areas:
            if area is not None:
                for match in wanted.finditer(document.text, area.start, area.end):
                    yield document.source_span(Span(match.start(), match.end()))
    else:
        line = Span(_line(source, comment.start).start, _line(source, comment.end).end)
        if action == "ignore" and _has_prose(document, line, comment):
            yield line
        else:
            block = _block(document, comment)
            if block is not None:
                yield document.source_span(block)


def _has_prose(document: Document, line: Span, comment: Span) -> bool:
    """Whether there is prose beside a comment, not just the start of an item, a tag or another comment."""
    source = document.source
    if not (source[line.start : comment.start] + source[comment.end : line.end]).strip("> \t\r\n"):
        return False
    read = _source_of_prose(document)
    at = bisect_left(read, (line.end,))
    while at and read[at - 1][1] > line.start:
        at -= 1
        start, end = read[at]
        if source[max(start, line.start) : min(end, line.end)].strip():
            return True
    return False


@reading
def _source_of_prose(document: Document) -> list[tuple[int, int]]:
    """The ranges of the source that prose was read from, sorted."""
    return sorted((segment.source.start, segment.source.end) for segment in document.segments)


def _block(document: Document, comment: Span) -> Span | None:
    """The block that a comment stands in, at the end of, or, where there is none, the one that follows it."""
    source, blocks = document.source, _blocks(document)
    before = blocks.preceding(comment.start)
    if before is not None:
        end = document.source_span(before).end
        if comment.end <= end or not source[end : comment.start].strip(" \t"):
            return before
    return blocks.following(comment.start + 1)


class _Blocks:
    """The blocks of a document by where they begin in the source."""

    def __init__(self, document: Document) -> None:
        ordered = sorted((document.source_span(block.span).start, block.span) for block in document.blocks)
        self._starts = [start for start, _ in ordered]
        self._spans = [span for _, span in ordered]

    def preceding(self, offset: int) -> Span | None:
        """The last block that begins at an offset or before it."""
        at = bisect_right(self._starts, offset)
        return self._spans[at - 1] if at else None

    def following(self, offset: int) -> Span | None:
        """The first block that begins at an offset or behind it."""
        at = bisect_left(self._starts, offset)
        return self._spans[at] if at < len(self._spans) else None


@reading
def _blocks(document: Document) -> _Blocks:
    return _Blocks(document)


def _line(source: str, at: int) -> Span:
    """The line that an offset stands in, without its end."""
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    ends = [end for end in (source.find("\n", at), source.find("\r", at)) if end >= 0]
    return Span(start, min(ends, default=len(source)))


def _within(document: Document, comment: Span, words: str, span: Span) -> Place:
    """The place of a part of a directive; the whole comment if the source writes that part differently (with an
    escape)."""
    written = document.source[comment.start : comment.end]
    at = written.find(words)
    if at < 0:
        start, end = comment
    else:
        start, end = comment.start + at + span.start, comment.start + at + span.end
    source = Span(start, end)
    following = _blocks(document).following(end)
    nearest = 0 if following is None else following.start
    return Place(
        document.path,
        Span(nearest, nearest),
        document.position(start),
        document.position(end),
        document.source[start:end],
        document.excerpt(source),
        " ".join(words.lower().split())[:_MOST_WORDS],
    )


def directives_for(
    document: Document, findings: Iterable[Finding], reason: str, *, format: str
) -> Iterator[tuple[int, str, list[Finding]]]:
    """What to insert into the source to silence findings: an offset, a comment, and the findings that it is for.

    In the format `text` it is a line before the block, in the others a comment at its end."""
    said = " ".join(reason.split()).replace("--", "–").replace(">", "›").replace("*/", "* /").lstrip('"“')
    opening, closing = ("{/*", "*/}") if format == "mdx" else ("<!--", "-->")
    blocks: dict[Span, list[Finding]] = {}
    for finding in findings:
        block = document.block_at(finding.place.span.start)
        if block is not None:
            blocks.setdefault(block.span, []).append(finding)
    end_of_line = "\r\n" if "\r\n" in document.source else "\r" if "\r" in document.source else "\n"
    if "\n" in document.source.replace("\r\n", ""):
        end_of_line = "\n"
    for span, inside in blocks.items():
        names = ", ".join(sorted({finding.rule for finding in inside}))
        source = document.source_span(span)
        if format == "text":
            start = _line(document.source, source.start).start
            yield start, f"# {_MARK} ignore-block[{names}] {said}{end_of_line}", inside
        else:
            yield source.end, f" {opening} {_MARK} ignore-block[{names}] {said} {closing}", inside
