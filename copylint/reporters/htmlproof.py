"""The report as one page: each article a marked-up proof, its notes beside it. No script, nothing loaded."""

from __future__ import annotations

import re
from html import escape

from copylint.document import Place
from copylint.reporters import NO_ARTICLE, FileReport, Look, Report
from copylint.reporters.cure import cure
from copylint.reporters.display import show
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.htmlstyle import style
from copylint.reporters.places import evidence
from copylint.reporters.tally import by_rule, counted, failures, summary
from copylint.rule import SEVERITIES, Finding, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONG_LINE = 120  # code points: a line as long as this is a paragraph by itself
_EVIDENCE = 12  # places shown in a note before the rest is folded away
_TEXT = 56  # columns of the line that evidence stands in

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class _Mark(NamedTuple):
    """A marked stretch of a file's source: a fault (kind m) or evidence of one (e).

    note: the id of its note. other: the path of the file whose note it is, if that is another file.
    """

    start: int
    end: int
    id: str
    note: str
    number: int
    kind: str
    classes: str
    other: str = ""


class _Page(NamedTuple):
    """What the parts of the page know of each other: the class of each rule, the marks of each file."""

    rules: dict[str, Rule]
    classes: dict[str, str]
    marks: dict[str, list[_Mark]]
    shown: frozenset[str]
    files: dict[str, int]


def render(report: Report, look: Look) -> Iterator[str]:
    """The head with the numbers and the filters, an index if there are several files, and the proofs."""
    page = _page(report)
    rules = by_rule(report)
    counts = report.counts()
    severities = [severity for severity in reversed(SEVERITIES) if counts[severity]]
    yield from _head(report, style(severities, len(rules)))
    yield "<body id=top>\n<a class=skip href='#copy'>Skip to the copy</a>\n<header>\n<h1>Proof</h1>\n"
    yield f"<p>{_text(summary(report))}</p>\n"
    if failed := failures(report):
        yield "<section class=failures>\n<h2>Not done</h2>\n<ul>\n"
        for failure in failed:
            where = f"{_text(path_text(failure.path))}: " if failure.path else ""
            rule = f" ({_text(failure.rule)})" if failure.rule else ""
            yield f"<li>{where}{_text(failure.message)}{rule}</li>\n"
        yield "</ul>\n</section>\n"
    if rules:
        yield "<form autocomplete=off aria-label='What is shown'>\n<fieldset>\n<legend>Severity</legend>\n"
        for severity in severities:
            box = f"<input type=checkbox checked id=s-{severity}>"
            yield f"<label>{box} {severity} <b>{counts[severity]}</b></label>\n"
        yield "</fieldset>\n<fieldset>\n<legend>Rule</legend>\n"
        yield "<label><input type=radio name=rule checked> all</label>\n"
        for number, (rule_id, total) in enumerate(rules):
            box = f"<input type=radio name=rule id=r{number}>"
            yield f"<label>{box} {_text(rule_id)} <b>{total}</b></label>\n"
        yield "</fieldset>\n<button type=reset>Show all</button>\n</form>\n"
    yield "</header>\n"
    if len(report.files) > 1:
        yield from _index(report, page)
    yield "<main id=copy>\n"
    for file in report.files:
        if file.findings or file.path in page.shown:
            yield from _article(file, page)
    yield "</main>\n</body>\n</html>\n"


def _page(report: Report) -> _Page:
    classes = {rule: f"r{number}" for number, (rule, _) in enumerate(by_rule(report))}
    files = {file.path: number for number, file in enumerate(report.files, 1)}
    marks: dict[str, list[_Mark]] = {}
    for file in report.files:
        for number, finding in enumerate(file.findings, 1):
            key = f"{files[file.path]}-{number}"
            kinds = f"{finding.severity} {classes[finding.rule]}"
            places = [(finding.place, f"m{key}", "m")]
            for index, (place, _) in enumerate(evidence(finding), 1):
                places.append((place, f"e{key}-{index}", "e"))
            for place, mark_id, kind in places:
                start, end = place.start.offset, place.end.offset
                other = file.path if place.path != file.path else ""
                mark = _Mark(start, end, mark_id, f"f{key}", number, kind, kinds, other)
                marks.setdefault(place.path, []).append(mark)
    for found in marks.values():
        found.sort(key=lambda mark: (mark.start, -mark.end))
    shown = frozenset(file.path for file in report.files if file.source is not None and file.path in marks)
    return _Page(dict(report.rules), classes, marks, shown, files)


def _head(report: Report, sheet: str) -> Iterator[str]:
    from base64 import b64encode
    from hashlib import sha256

    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    total = sum(report.counts().values())
    yield f"<!doctype html>\n{NO_ARTICLE}<html lang=en>\n<head>\n<meta charset=utf-8>\n"
    yield f'<meta http-equiv=Content-Security-Policy content="{policy}">\n'
    yield "<meta name=viewport content='width=device-width, initial-scale=1'>\n"
    yield "<meta name=referrer content=no-referrer>\n"
    yield f"<title>Proof: {counted(total, 'finding')} in {counted(len(report.files), 'file')}</title>\n"
    yield f"<style>{sheet}</style>\n</head>\n"


def _index(report: Report, page: _Page) -> Iterator[str]:
    faulty = [file for file in report.files if file.findings or file.failures]
    clean = [file for file in report.files if not file.findings and not file.failures]
    counts = report.counts()
    columns: list[str] = [severity for severity in reversed(SEVERITIES) if counts[severity]]
    if any(file.failures for file in faulty):
        columns.append("failure")
    yield "<nav aria-label=Files>\n"
    if faulty:
        yield "<table>\n<caption>Files to look at</caption>\n<thead>\n<tr><th scope=col>File</th>\n"
        for name in columns:
            yield f"<th scope=col class=n>{name}s</th>\n"
        yield "</tr>\n</thead>\n<tbody>\n"
    for file in faulty:
        kinds = ["failure" for _ in file.failures] + [str(finding.severity) for finding in file.findings]
        name = _text(path_text(file.path))
        if file.findings:
            name = f"<a href='#a{page.files[file.path]}'>{name}</a>"
        cells = "".join(f"<td class=n>{number or ''}</td>" for number in map(kinds.count, columns))
        yield f"<tr><th scope=row>{name}</th>{cells}</tr>\n"
    if faulty:
        yield "</tbody>\n</table>\n"
    if clean:
        yield f"<details><summary>{counted(len(clean), 'file')} without findings</summary>\n<ul>\n"
        for file in clean:
            yield f"<li>{_text(path_text(file.path))}</li>\n"
        yield "</ul>\n</details>\n"
    yield "</nav>\n"


def _article(file: FileReport, page: _Page) -> Iterator[str]:
    number = page.files[file.path]
    yield f"<article id=a{number} aria-labelledby=h{number}>\n<div class=title>\n"
    yield f"<h2 id=h{number}>{_text(path_text(file.path))}</h2>\n"
    found = counted(len(file.findings), "finding") if file.findings else "evidence only"
    yield f"<p class=quiet>{found}</p>\n"
    yield "<a class=top href='#top'>Top</a>\n</div>\n"
    if file.source is None:
        for index, finding in enumerate(file.findings, 1):
            yield from _excerpt(finding, index, page)
    else:
        yield from _proof(file, file.source, page)
    yield "</article>\n"


def _excerpt(finding: Finding, number: int, page: _Page) -> Iterator[str]:
    """A fault in its lines, where the article is not at hand."""
    before, marked, after, cut_before, cut_after = finding.place.excerpt
    key = f"{page.files[finding.place.path]}-{number}"
    mark = _Mark(0, len(marked), f"m{key}", f"f{key}", number, "m", f"{finding.severity} {page.classes[finding.rule]}")
    pieces = (
        "… " if cut_before else "",
        _copy(before),
        _marked(marked, [mark], 0),
        _reference(mark),
        _copy(after),
    )
    yield _row(finding.place.start.line, "".join(pieces) + (" …" if cut_after else ""), [(number, finding)], page)


def _proof(file: FileReport, source: str, page: _Page) -> Iterator[str]:
    """The whole source, a row a paragraph, with the notes of the faults that begin in it beside it."""
    marks = page.marks.get(file.path, [])
    findings = list(enumerate(file.findings, 1))
    next_mark = next_finding = 0
    open_marks: list[_Mark] = []
    for start, end, line in _paragraphs(source):
        last = end == len(source)
        while next_mark < len(marks) and (marks[next_mark].start < end or last):
            open_marks.append(marks[next_mark])
            next_mark += 1
        noted: list[tuple[int, Finding]] = []
        while next_finding < len(findings) and (findings[next_finding][1].place.start.offset < end or last):
            noted.append(findings[next_finding])
            next_finding += 1
        yield _row(line, _paragraph(source, start, end, open_marks), noted, page)
        open_marks = [mark for mark in open_marks if mark.end > end]


def _paragraphs(source: str) -> Iterator[tuple[int, int, int]]:
    """The start, end and first line with text of each paragraph: lines to a blank one, or one long line. The
    blank lines after it belong to it: together they are the whole source."""
    start = 0
    first: int | None = None
    filled = ended = False
    for line, match in enumerate(_LINE.finditer(source), 1):
        text = match.group()
        if not text:
            break
        blank = text.isspace()
        if filled and ended and not blank:
            yield start, match.start(), first or 1
            start, filled, first = match.start(), False, None
        if not blank:
            filled = True
            first = first or line
        ended = blank or len(text) > _LONG_LINE
    yield start, len(source), first or 1


def _paragraph(source: str, start: int, end: int, marks: Sequence[_Mark]) -> str:
    """A stretch of the source as HTML with its marks, cut at every point where one starts or ends."""
    points = {start, end}
    for mark in marks:
        points.add(min(max(mark.start, start), end))
        points.add(min(max(mark.end, start), end))
    cuts = sorted(points)
    starting: dict[int, list[_Mark]] = {}
    ending: dict[int, list[_Mark]] = {}
    for mark in marks:
        starting.setdefault(max(mark.start, start), []).append(mark)
        ending.setdefault(mark.end, []).append(mark)
    pieces: list[str] = []
    covering: list[_Mark] = []
    for at, following in zip(cuts, [*cuts[1:], None], strict=True):
        covering = [mark for mark in covering if mark.end > at]
        for mark in starting.get(at, ()):
            if mark.start == mark.end:
                pieces.append(_gap(mark))
            else:
                covering.append(mark)
        pieces.extend(_reference(mark) for mark in ending.get(at, ()) if mark.end > start or mark.start == mark.end)
        if following is None:
            break
        text = source[at:following]
        if covering:
            pieces.append(_marked(text, covering, at))
            continue
        if following == end:
            text = text.rstrip()
        if at == start:
            text = text.lstrip("\r\n")
        pieces.append(_copy(text))
    return "".join(pieces)


def _marked(text: str, marks: Sequence[_Mark], at: int) -> str:
    """Text inside its marks, the longest outermost; an id goes to the first piece of its mark."""
    written = _copy(text)
    if not text.strip("\r\n"):
        written = "↵" + written
    for mark in reversed(marks):
        tag = "mark" if mark.kind == "m" else "span"
        identity = f" id={mark.id}" if mark.start == at else ""
        written = f'<{tag} class="{mark.kind} {mark.classes}"{identity}>{written}</{tag}>'
    return written


def _gap(mark: _Mark) -> str:
    return f'<mark class="{mark.kind} gap {mark.classes}" id={mark.id}></mark>'


def _reference(mark: _Mark) -> str:
    said = f"Note {mark.number}" if mark.kind == "m" else f"Evidence of note {mark.number}"
    shown = str(mark.number)
    if mark.other:
        said, shown = f"{said} in {_text(path_text(mark.other))}", f"↗{shown}"
    extra = "" if mark.kind == "m" else " of"
    return f'<sup class="ref {mark.classes}{extra}"><a href="#{mark.note}" aria-label="{said}">{shown}</a></sup>'


def _row(line: int, copy: str, noted: Sequence[tuple[int, Finding]], page: _Page) -> str:
    notes = ""
    if noted:
        items = "".join(_note(number, finding, page) for number, finding in noted)
        notes = f"<ol class=notes>\n{items}</ol>\n"
    kind = '"row noted"' if noted else "row"
    gutter = f"<div class=ln aria-hidden=true>{line}</div>"
    return f"<div class={kind}>\n{gutter}\n<div class=copy>{copy}</div>\n{notes}</div>\n"


def _note(number: int, finding: Finding, page: _Page) -> str:
    place = finding.place
    key = f"{page.files[place.path]}-{number}"
    rule = _text(finding.rule)
    if finding.url and finding.url.startswith(("https://", "http://")):
        rule = f'<a href="{_text(finding.url)}" rel="noreferrer noopener">{rule}</a>'
    lines = [
        f'<li class="note {finding.severity} {page.classes[finding.rule]}" id=f{key} value={number}>',
        f"<p class=head><a class=no href='#m{key}' aria-label='Note {number}: go to the fault'>{number}</a>"
        f"<span class=sev>{finding.severity}</span><span>{rule}</span>"
        f"<span class=quiet>{place.start.line}:{place.start.column}</span></p>",
        f"<p class=msg>{_text(finding.message)}</p>",
    ]
    if healing := cure(finding):
        tag = "del" if healing.verb == "delete" else "ins"
        others = f" (and at {counted(healing.others, 'more place')})" if healing.others else ""
        text = _text(healing.text)
        lines.append(f"<p class=cure>{healing.verb.capitalize()} <{tag}>{text}</{tag}>{others}</p>")
    if places := evidence(finding):
        items = [_evidence(f"e{key}-{index}", finding, *item, page) for index, item in enumerate(places, 1)]
        lines += ["<ul class=where>", *items[:_EVIDENCE], "</ul>"]
        if len(items) > _EVIDENCE:
            lines += [
                f"<details><summary>and {len(items) - _EVIDENCE} more</summary>",
                "<ul class=where>",
                *items[_EVIDENCE:],
                "</ul>",
                "</details>",
            ]
    if finding.counts:
        forms = " · ".join(f"{_text(form)} {total}" for form, total in finding.counts.items())
        lines.append(f"<p class=quiet>{forms}</p>")
    described = page.rules.get(finding.rule)
    if described and described.why:
        lines.append(f"<details class=why><summary>Why</summary><p>{_text(described.why)}</p></details>")
    lines.append("</li>\n")
    return "\n".join(lines)


def _evidence(identity: str, finding: Finding, place: Place, label: str, page: _Page) -> str:
    where = f"{place.start.line}:{place.start.column}"
    if place.path != finding.place.path:
        where = f"{_text(path_text(place.path))}:{where}"
    if place.path in page.shown:
        where = f"<a href='#{identity}'>{where}</a>"
    text = _text(label)
    if place.text.lower() != label.lower():
        before, marked, after, *_ = show(place.excerpt, _TEXT)
        text = f"{text} <span class=quiet>{_text(before)}<b>{_text(marked)}</b>{_text(after)}</span>"
    return f"<li>{where} {text}</li>"


def _copy(text: str) -> str:
    """Copy as HTML: its lines kept, and what is hostile in it shown."""
    return escape(visible(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t"))


def _text(text: str) -> str:
    return escape(visible(text))
