"""Runs rules over a document and judges observations. Pure: no files, no output, no state.

A rule set is prepared once and serves any number of documents and threads. One rule's failure is that rule's failure:
the others go on.
"""

from __future__ import annotations

from copylint.annotate.quotations import quoted_spans
from copylint.document import Block, Clock, Document, Place, Span
from copylint.expressions import expression
from copylint.kept import blake2b
from copylint.placing import checked, fix_of, overlapping, placed_at
from copylint.plan import RuleSet as RuleSet
from copylint.rule import (
    HOUSE,
    Chosen,
    Evidence,
    Failure,
    Finding,
    Match,
    Observation,
    Rule,
    Unavailable,
    check_match,
    check_texts,
    told,
)
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from typing import Any, TypeAlias

    from copylint.suppress import Directive

    _Given: TypeAlias = tuple[list[Finding], list["Noted"], list[Failure]]  # what one document gives

MOST_MESSAGE_TEXT = 60  # code points of the copy that a message repeats
_OBJECT = "\ufffc"  # stands for a picture, an address or code
_MOST_FINDINGS = 5_000  # of a rule in one file, and one more for each 1,000 code points: more is no prose
_FIELD = expression(r"\{(\w+)\}")


class TimeLimit(BaseException):
    """Raised into a check by whoever keeps the time; no `except Exception` of a rule may swallow it."""


class _TooMany(Exception):
    """A rule finds more in one file than anybody could read."""


class Noted(NamedTuple):
    """An observation and the id of the rule that made it: what a worker hands to the process that judges."""

    rule: str
    observation: Observation


class Linted(NamedTuple):
    """The result for one document: findings sorted by start, end and rule; observations still to be judged;
    failures."""

    findings: tuple[Finding, ...]
    observations: tuple[Noted, ...]
    failures: tuple[Failure, ...]


class Blocks(NamedTuple):
    """The kinds of block that a run looks at or, with `without`, leaves out."""

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
    """Like `lint`, for several documents. Each rule runs over all of them before the next rule does, which keeps its
    code and data in the processor's cache."""
    alone = scope == "document"
    clock = None if times is None else Clock(times)
    given: list[_Given] = [([], [], []) for _ in documents]
    places: dict[str, list[int]] = {}  # for each rule the documents in which it may find something
    for at, document in enumerate(documents):
        if clock is None:
            possible = rules.possible(document, alone=alone)
            rules.prime(document, possible)
        else:
            document.watch(clock)
            possible = clock.timed("(gates)", rules.possible, document, alone=alone)
            clock.timed("(terms)", rules.prime, document, possible)
        for rule_id in possible:
            if rule_id in places:
                places[rule_id].append(at)
            else:
                places[rule_id] = [at]
    for rule_id in rules.in_order(places):
        one, judged = rules.by_id[rule_id], alone if rule_id in rules.judging else None
        check, options = rules.check_of(one)
        for at in places[rule_id]:
            if clock is None:
                _run(one, check, options, documents[at], blocks, judged, given[at])
            else:
                clock.timed(rule_id, _run, one, check, options, documents[at], blocks, judged, given[at])
    return [Linted(finish(found), tuple(noted), tuple(failures)) for found, noted, failures in given]


def judge(rules: RuleSet, noted: Iterable[Noted]) -> tuple[list[Finding], list[Failure]]:
    """Judges placed observations of a folder or the project, rule by rule. The findings still have to go through
    `finish`."""
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
    """Splits the finished findings of a file into those that remain, with any faults of the directives among them, and
    those that the directives silence. known, sources: as in `suppress.apply`. failed: rules that did not finish their
    work on the file."""
    if not said:
        return tuple(findings), ()
    from copylint.suppress import apply

    ran = [rule for rule in rules.by_id if rule not in failed]
    applied = apply(findings, said, known=known, sources=sources, ran=ran)
    faults = finish(_finding(rules.by_id[rule], match, None) for rule, match in applied.faults if rule in rules.by_id)
    kept = sorted((*applied.kept, *faults), key=_order) if faults else applied.kept
    return tuple(kept), applied.suppressed


def finish(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one file in order, each with its fingerprint, which is made of the rule, the sentence, the text,
    and a number that tells equal ones apart."""
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
    """The failure of a rule that finds more than that."""
    told = f"the rule finds more than {most_findings(code_points):,} places: the rest is not reported"
    return Failure("skipped", told, path, rule_id)


def _run(
    one: Chosen,
    check: Any,
    options: Any,
    document: Document,
    blocks: Blocks | None,
    alone: bool | None,
    given: _Given,
) -> None:
    """Runs one rule and adds what it gives to `given`. alone: None for a rule that does not judge consistency;
    otherwise whether it judges this document by itself."""
    rule = one.rule
    findings, observations, failures = given
    try:
        if alone is not None:
            _observe(one, check, document, blocks, alone, findings, observations)
            return
        places = 0
        for match in check(document, options):
            span = checked(match.place, document)
            if _runs_at(rule, document, span, blocks):
                places += 1 + len(match.evidence)
                if places > _most(document):
                    raise _TooMany
                findings.append(_finding(one, match, document))
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
    if isinstance(error, Unavailable):
        return Failure("unavailable", str(error), path, rule.id)
    return Failure("rule", _what_failed(rule, error), path, rule.id)


def _most(document: Document) -> int:
    return most_findings(len(document.text))


def _what_failed(rule: Rule, error: BaseException) -> str:
    place, step = "", error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if rule.path and code.co_filename == rule.path:
            place = f" at line {step.tb_lineno} of the rule"
        step = step.tb_next
    return f"the rule failed{place}: {told(error)}"


def _observe(
    one: Chosen,
    check: Any,
    document: Document,
    blocks: Blocks | None,
    alone: bool,
    findings: list[Finding],
    observations: list[Noted],
) -> None:
    rule = one.rule
    observe: Callable[[Document, Any], Iterable[Observation]] = check.observe
    if alone:
        observe = getattr(check, "observe_alone", observe)
    kept = []
    for observation in observe(document, one.options):
        span = checked(observation.place, document)
        if _runs_at(rule, document, span, blocks):
            quoted = overlapping(quoted_spans(document), span)
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
            observations.append(Noted(rule.id, observation._replace(place=placed_at(observation.place, document))))
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


def _check(match: Match, document: Document | None) -> None:
    """Raises for a match that cannot be reported: a check may yield anything."""
    if document is not None:
        checked(match.place, document)
        for other in match.evidence:
            checked(other.place, document)
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
    return overlapping(quoted_spans(document), span) == (rule.quotations == "only")


def _finding(one: Chosen, match: Match, document: Document | None) -> Finding:
    rule = one.rule
    _check(match, document)
    place = placed_at(match.place, document)
    evidence = tuple(Evidence(placed_at(other.place, document), other.label) for other in match.evidence)
    return Finding(
        rule.id,
        one.severity,
        _message(_template(one, match), match, place, document),
        place,
        evidence,
        match.counts,
        tuple(match.suggestions),
        fix_of(rule, match, document),
        rule.id.partition("/")[0],
    )


def _template(one: Chosen, match: Match) -> str:
    """The rule's message or, where the house style decides instead of the article, one that says so."""
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
    if _OBJECT in text:
        text = text.strip(f" {_OBJECT}").replace(_OBJECT, "…") or text
    return text if len(text) <= MOST_MESSAGE_TEXT else text[: MOST_MESSAGE_TEXT - 1].rstrip() + "…"


def _order(finding: Finding) -> tuple[int, int, str]:
    return (finding.place.start.offset, finding.place.end.offset, finding.rule)


def _by_span(observation: Observation) -> tuple[int, int]:
    where = observation.place
    return (where[0], where[1]) if isinstance(where, Span) else (where.span.start, where.span.end)


def _by_path(observation: Observation) -> tuple[str, int, int]:
    return (observation.path, *_by_span(observation))
