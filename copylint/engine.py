"""Runs rules over a document and judges observations. Pure: no files, no output, no state.

A rule set is prepared once and serves any number of documents and threads. One rule's failure is that rule's failure:
the others go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from copylint.annotate.quotations import doubtful_spans, quoted_spans
from copylint.annotate.sentences import sentence_at
from copylint.document import Block, Clock, Document, Place, Span, reading
from copylint.expressions import expression
from copylint.kept import blake2b
from copylint.plan import RuleSet as RuleSet
from copylint.rule import (
    HOUSE,
    Chosen,
    Edit,
    Evidence,
    Failure,
    Finding,
    Fix,
    Match,
    Observation,
    Rule,
    Unavailable,
    Where,
    check_match,
    check_texts,
    told,
)
from copylint.values import NamedTuple

if TYPE_CHECKING:
    from copylint.suppress import Directive

MOST_MESSAGE_TEXT = 60  # code points of the copy that a message repeats
_MOST_FINDINGS = 5_000  # of a rule in one file, and one more for each 1,000 code points: more is no prose
_MOST_KEY = 300  # code points of a sentence that fingerprint it
_WORDS = expression(r"[^\W_]+")
_FIELD = expression(r"\{(\w+)\}")
_KEY_MARKS = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


class TimeLimit(BaseException):
    """Raised into a check by whoever keeps the time; no `except Exception` of a rule may swallow it."""


class _TooMany(Exception):
    """A rule finds more in one file than anybody can read."""


class Noted(NamedTuple):
    """An observation and the id of the rule that made it: what a worker hands to the one who judges."""

    rule: str
    observation: Observation


class Linted(NamedTuple):
    """What one document gave: findings sorted by start, end, rule; observations left to be judged; failures."""

    findings: tuple[Finding, ...]
    observations: tuple[Noted, ...]
    failures: tuple[Failure, ...]


class Blocks(NamedTuple):
    """The kinds of block that a run looks at, or, `without`, does not."""

    kinds: tuple[str, ...]
    without: bool = False


def lint(
    document: Document,
    rules: RuleSet,
    *,
    scope: str = "document",
    blocks: Blocks | None = None,
    times: dict[str, float] | None = None,
) -> Linted:
    """Runs the rules. At scope `document` consistency is judged at once; otherwise the placed observations are handed
    back for `judge`. blocks: only findings in these kinds of block. times: filled with the seconds of each rule
    and, in brackets, of the terms and each reading."""
    return lint_each((document,), rules, scope=scope, blocks=blocks, times=times)[0]


def lint_each(
    documents: Sequence[Document],
    rules: RuleSet,
    *,
    scope: str = "document",
    blocks: Blocks | None = None,
    times: dict[str, float] | None = None,
) -> list[Linted]:
    """As `lint`, each rule over all documents before the next: what it is made of stays in the processor's cache."""
    alone = scope == "document"
    clock = None if times is None else Clock(times)
    given: list[tuple[list[Finding], list[Noted], list[Failure]]] = [([], [], []) for _ in documents]
    places: dict[str, list[int]] = {}  # of the documents in which a rule may find something
    for at, document in enumerate(documents):
        if clock is None:
            possible = rules.possible(document, alone=alone)
            rules.prime(document, possible)
        else:
            document.watch(clock)
            possible = clock.timed("(gates)", partial(rules.possible, document, alone=alone))
            clock.timed("(terms)", partial(rules.prime, document, possible))
        for one in possible:
            places.setdefault(one.rule.id, []).append(at)
    for rule_id in sorted(filter(places.__contains__, rules.by_id), key=rules.judging.__contains__):
        one, judged = rules.by_id[rule_id], alone if rule_id in rules.judging else None
        for at in places[rule_id]:
            if clock is None:
                _run(one, documents[at], blocks, judged, *given[at])
            else:
                clock.timed(rule_id, partial(_run, one, documents[at], blocks, judged, *given[at]))
    return [Linted(finish(found), tuple(noted), tuple(failures)) for found, noted, failures in given]


def judge(rules: RuleSet, noted: Iterable[Noted]) -> tuple[list[Finding], list[Failure]]:
    """Judges placed observations of a folder or the project, rule by rule; findings are not yet finished."""
    by_rule: dict[str, list[Observation]] = {}
    for rule_id, observation in noted:
        by_rule.setdefault(rule_id, []).append(observation)
    findings: list[Finding] = []
    failures: list[Failure] = []
    for rule_id in sorted(by_rule):
        one = rules.by_id[rule_id]
        kept = sorted(by_rule[rule_id], key=_by_path)
        try:
            findings.extend(_finding(one, match, None) for match in _judge(one, kept))
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            failures.append(_failure(one.rule, None, error))
    return findings, failures


def silence(
    findings: Sequence[Finding],
    said: Sequence[Directive],
    rules: RuleSet,
    *,
    known: Collection[str],
    sources: Collection[str] = (),
    failed: Collection[str] = (),
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Finished findings of a file without those that its directives silence, but with what is wrong with the
    directives; and those that are silenced. known, sources: as in `suppress.apply`. failed: rules that did not do all
    of their work on the file."""
    if not said:
        return tuple(findings), ()
    from copylint.suppress import apply

    ran = [rule for rule in rules.by_id if rule not in failed]
    applied = apply(findings, said, known=known, sources=sources, ran=ran)
    faults = finish(_finding(rules.by_id[rule], match, None) for rule, match in applied.faults if rule in rules.by_id)
    kept = sorted((*applied.kept, *faults), key=_order) if faults else applied.kept
    return tuple(kept), applied.suppressed


def finish(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one file in order, each with its fingerprint: rule, sentence, text, the nth equal one."""
    ordered = sorted(findings, key=_order)
    if not ordered:
        return ()
    seen: dict[tuple[str, str, str], int] = {}
    finished = []
    for finding in ordered:
        key = (finding.rule, finding.place.sentence_key, " ".join(finding.place.text.split()))
        seen[key] = nth = seen.get(key, 0) + 1
        digest = blake2b("\0".join((*key, str(nth))).encode("utf-8", "backslashreplace"), digest_size=16)
        finished.append(finding._replace(fingerprint=digest.hexdigest()))
    return tuple(finished)


def most_findings(code_points: int) -> int:
    """How many places of a rule are reported in a text of this length."""
    return _MOST_FINDINGS + code_points // 1000


def too_many(rule_id: str, path: str, code_points: int) -> Failure:
    """What is said of a rule that finds more than that."""
    told = f"the rule finds more than {most_findings(code_points):,} places: the rest is not reported"
    return Failure("skipped", told, path, rule_id)


@reading
def _located(document: Document) -> dict[Span, Place]:
    """The places of the spans that have been asked for: what is at fault is what an edit replaces, most often."""
    return {}


def locate(document: Document, span: Span) -> Place:
    """The place of a span: all that is needed to report it without the document."""
    already = _located(document)
    if span not in already:
        already[span] = _place_of(document, span)
    return already[span]


def _place_of(document: Document, span: Span) -> Place:
    source = document.source_span(span)
    sentence = sentence_at(document, span.start)
    sentence = sentence if sentence is not None else span
    key = document.text[sentence.start : min(sentence.end, sentence.start + _MOST_KEY)].lower()
    if not key.isascii():  # to translate is slow
        key = key.translate(_KEY_MARKS)
    block = document.block_at(span.start)
    return Place(
        document.path,
        span,
        document.position(source.start),
        document.position(source.end),
        document.source[source.start : source.end],
        document.excerpt(source),
        " ".join(key.split()),
        None if block is None else block.field,
    )


def _run(
    one: Chosen,
    document: Document,
    blocks: Blocks | None,
    alone: bool | None,
    findings: list[Finding],
    observations: list[Noted],
    failures: list[Failure],
) -> None:
    """Runs one rule. alone: None for a rule that does not judge; else whether it judges the document by itself."""
    rule = one.rule
    try:
        if alone is None:
            _plain(one, document, blocks, findings)
        else:
            _observe(one, document, blocks, alone, findings, observations)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever a rule raises, the others go on
        failures.append(_failure(rule, document, error))


def _failure(rule: Rule, document: Document | None, error: BaseException) -> Failure:
    path = None if document is None else document.path
    if isinstance(error, TimeLimit):
        return Failure("timeout", "the rule ran out of time", path, rule.id)
    if isinstance(error, _TooMany) and document is not None:
        return too_many(rule.id, document.path, len(document.text))
    return Failure("rule", _what_failed(rule, error), path, rule.id)


def _most(document: Document) -> int:
    return most_findings(len(document.text))


def _what_failed(rule: Rule, error: BaseException) -> str:
    if isinstance(error, Unavailable):
        return str(error)
    place, step = "", error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if rule.path and code.co_filename == rule.path:
            place = f" at line {step.tb_lineno} of the rule"
        step = step.tb_next
    return f"the rule failed{place}: {told(error)}"


def _plain(one: Chosen, document: Document, blocks: Blocks | None, findings: list[Finding]) -> None:
    rule = one.rule
    check: Any = rule.check
    places = 0
    for match in check(document, one.options):
        span = _checked(match.place, document)
        if _runs_at(rule, document, span, blocks):
            places += 1 + len(match.evidence)
            if places > _most(document):
                raise _TooMany
            findings.append(_finding(one, match, document))


def _observe(
    one: Chosen,
    document: Document,
    blocks: Blocks | None,
    alone: bool,
    findings: list[Finding],
    observations: list[Noted],
) -> None:
    rule = one.rule
    check: Any = rule.check
    observe: Callable[[Document, Any], Iterable[Observation]] = check.observe
    if alone:
        observe = getattr(check, "observe_alone", observe)
    kept = []
    for observation in observe(document, one.options):
        span = _checked(observation.place, document)
        if _runs_at(rule, document, span, blocks):
            quoted = _overlapping(quoted_spans(document), span)
            kept.append(observation._replace(path=document.path, quoted=quoted))
    if not kept:
        return
    too_many = len(kept) > _most(document)
    if too_many:
        del kept[_most(document) :]
    if alone:
        kept.sort(key=_by_span)
        findings.extend(_finding(one, match, document) for match in _judge(one, kept))
    else:
        for observation in kept:
            check_texts(observation.family, observation.form, observation.context)
            observations.append(Noted(rule.id, observation._replace(place=_placed(observation.place, document))))
    if too_many:
        raise _TooMany


def _judge(one: Chosen, observations: Sequence[Observation]) -> Iterator[Match]:
    """The one code path of judging: observations of any scope, sorted, family by family."""
    check: Any = one.rule.check
    families: dict[str, list[Observation]] = {}
    for observation in observations:
        families.setdefault(observation.family, []).append(observation)
    for family, members in families.items():
        yield from check.judge(family, members, one.options)


def _checked(where: Where, document: Document) -> Span:
    if isinstance(where, Place):  # in its source: a comment is in no text
        if where.path != document.path:
            raise ValueError("a place of somewhere else, where one of the document is due")
        return where.span
    start, end = where
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(document.text)):
        raise ValueError(f"a bad span: {start!r} to {end!r} in a text of {len(document.text)} code points")
    return where


def _check(match: Match, document: Document | None) -> None:
    """Raises for a match that cannot be reported: a check may yield anything."""
    if document is not None:
        _checked(match.place, document)
        for other in match.evidence:
            _checked(other.place, document)
    check_match(match)


def _runs_at(rule: Rule, document: Document, span: Span, blocks: Blocks | None) -> bool:
    """Whether the rule runs at this place: by the kind of block and by what it does in quoted speech."""
    if rule.fields or blocks is not None:
        block: Block | None = document.block_at(span.start)
        kind = "" if block is None else block.kind
        if rule.fields and kind not in rule.fields:
            return False
        if blocks is not None and (kind in blocks.kinds) is blocks.without:
            return False
    if rule.quotations == "check":
        return True
    return _overlapping(quoted_spans(document), span) == (rule.quotations == "only")


def _finding(one: Chosen, match: Match, document: Document | None) -> Finding:
    rule = one.rule
    _check(match, document)
    place = _placed(match.place, document)
    evidence = tuple(Evidence(_placed(other.place, document), other.label) for other in match.evidence)
    return Finding(
        rule.id,
        one.severity,
        _message(_template(one, match), match, place, document),
        place,
        evidence,
        match.counts,
        tuple(match.suggestions),
        _fix(rule, match, document),
        rule.id.partition("/")[0],
    )


def _placed(where: Where, document: Document | None) -> Place:
    if isinstance(where, Place):
        return where
    assert document is not None, "a check that judges hands on the places of its observations"
    return locate(document, where)


def _template(one: Chosen, match: Match) -> str:
    """The rule's message or, where the house style decides and not the article, one that says so."""
    if match.slots is None or HOUSE not in match.slots:
        return one.rule.message
    style = f"{one.style} style" if one.style else "the house style"
    return f"'{{match}}' is not {style}" + (": write '{suggestion}'." if match.suggestions else ".")


def _message(template: str, match: Match, place: Place, document: Document | None) -> str:
    span = match.place
    text = document.text[span[0] : span[1]] if document is not None and isinstance(span, Span) else place.text
    slots: dict[str, str] = {"match": _short(text)}
    if match.suggestions:
        slots["suggestion"] = _short(match.suggestions[0])
    for name, value in (match.slots or {}).items():
        slots[name] = " ".join(value.split())

    def fill(field: re.Match[str]) -> str:
        try:
            return slots[field.group(1)]
        except KeyError:
            raise ValueError(f"the message names {field.group()}, which the check does not give") from None

    return _FIELD.sub(fill, template)


def _short(text: str) -> str:
    text = " ".join(text.split()) or text
    return text if len(text) <= MOST_MESSAGE_TEXT else text[: MOST_MESSAGE_TEXT - 1].rstrip() + "…"


def _fix(rule: Rule, match: Match, document: Document | None) -> Fix | None:
    """The edits of a match, as places in the source; None where there is no cure, where the cure would change a
    quoted word, or where markup stands in what it would replace."""
    if rule.fix is None and match.safe is None:
        return None
    edits = match.edits
    if edits is None:
        if len(match.suggestions) != 1:
            return None
        edits = (Edit(match.place, match.suggestions[0]),)
    placed = []
    for edit in edits:
        if isinstance(edit.place, Place):
            placed.append(edit)
            continue
        assert document is not None
        span = _checked(edit.place, document)
        if not _allowed(document, span, edit.replacement):
            return None
        span, replacement = _narrowed(document, span, edit.replacement)
        source = document.source_span(span)
        written = document.source[source.start : source.end]
        if written.replace("\r\n", "\n").replace("\r", "\n") != document.text[span.start : span.end] and not _atomic(
            document, span
        ):
            return None
        placed.append(Edit(locate(document, span), replacement))
    if not placed:
        return None
    placed.sort(key=_edit_order)
    safe = match.safe if match.safe is not None else rule.fix == "safe"
    return Fix("safe" if safe else "unsafe", tuple(placed))


def _allowed(document: Document, span: Span, replacement: str) -> bool:
    """False if the edit would change a word that is quoted in some reading."""
    touched = Span(span.start, max(span.end, span.start + 1))
    if not (_overlapping(quoted_spans(document), touched) or _overlapping(doubtful_spans(document), touched)):
        return True
    return _WORDS.findall(document.text[span.start : span.end]) == _WORDS.findall(replacement)


def _narrowed(document: Document, span: Span, replacement: str) -> tuple[Span, str]:
    """The same edit without what stays the same, where the source of the whole is not the text of the whole."""
    source = document.source_span(span)
    old = document.text[span.start : span.end]
    if document.source[source.start : source.end] == old:
        return span, replacement
    before = 0
    while before < min(len(old), len(replacement)) and old[before] == replacement[before]:
        before += 1
    after = 0
    while after < min(len(old), len(replacement)) - before and old[-1 - after] == replacement[-1 - after]:
        after += 1
    return Span(span.start + before, span.end - after), replacement[before : len(replacement) - after]


def _atomic(document: Document, span: Span) -> bool:
    """Whether the span may be replaced with the whole source behind it: exactly one atomic segment, an entity, say, or
    a run of text and entities that no line end and no markup parts."""
    behind: int | None = None
    for segment in document.segments:
        if segment.text.end <= span.start or segment.text.start >= span.end:
            continue
        if segment.atomic and segment.text == span:
            return True
        if behind is not None and segment.source.start != behind:
            return False
        if segment.atomic and "\n" in document.text[segment.text.start : segment.text.end]:
            return False
        behind = segment.source.end
    return behind is not None


def _overlapping(spans: Sequence[Span], span: Span) -> bool:
    """Whether any of the sorted, disjoint spans shares a code point with the span."""
    if not spans:
        return False
    index = bisect_left(spans, (span.end, -1)) - 1
    return index >= 0 and span.start < spans[index].end and spans[index].start < span.end


def _order(finding: Finding) -> tuple[int, int, str]:
    return (finding.place.start.offset, finding.place.end.offset, finding.rule)


def _edit_order(edit: Edit) -> tuple[int, int]:
    assert isinstance(edit.place, Place)
    return (edit.place.start.offset, edit.place.end.offset)


def _by_span(observation: Observation) -> tuple[int, int]:
    where = observation.place
    return (where[0], where[1]) if isinstance(where, Span) else (where.span.start, where.span.end)


def _by_path(observation: Observation) -> tuple[str, int, int]:
    return (observation.path, *_by_span(observation))
