"""LanguageTool at work: one server a run, started when the first paragraph is asked, ended on every exit.

What is kept is the answer to a paragraph, which depends on nothing around it: a second run asks only for what
has changed, and gives what a first one would.
"""

from __future__ import annotations

import atexit
import os
import re
from bisect import bisect_right

from copylint.document import Document, Span
from copylint.engine import Linted, finish
from copylint.rule import Failure, Finding
from copylint.sources import Fact, SourceError
from copylint.sources.languagetool.answers import Answers, default_path, key
from copylint.sources.languagetool.client import Address, Answer, Client, Hung, Lost, Strange
from copylint.sources.languagetool.findings import findings, units
from copylint.sources.languagetool.options import PUBLIC_HOST, PUBLIC_URL, Options, address
from copylint.sources.languagetool.server import (
    EXTRA,
    Installed,
    Server,
    find_java,
    java_version,
    locate,
)
from copylint.sources.languagetool.variant import variant
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any, TypeAlias

MOST_UNIT = 40_000  # code points of a paragraph that LanguageTool is asked about
_BATCH = 2_000  # code points of paragraphs that one request takes
_PUBLIC_BATCH = 15_000  # the public service counts requests, so it gets whole articles
_BETWEEN = "\n\n"
_MOST_REFUSED = 3  # answers in a row that are none, after which the server is given up


class Question(NamedTuple):
    """A unit of a document, what is sent of it, and the digest under which the answer is kept."""

    unit: Span
    fields: dict[str, str]
    digest: bytes


Batch: TypeAlias = list[list[Question]]
"""What one request asks: paragraphs, each with the places of the document where it stands."""


class LanguageTool:
    """The source. See `copylint.sources.Opened`."""

    def __init__(self, options: Options) -> None:
        self.notice: str | None = None
        if options.public:
            self.notice = (
                "LanguageTool's public service is on: the whole text of every article leaves your newsroom "
                f"for {PUBLIC_HOST}."
            )
        self._options = options
        self._width = 1 if options.public else min(4, (os.cpu_count() or 1) + 1)
        self._client: Client | None = None
        self._server: Server | None = None
        self._installed: Installed | None = None
        self._restarted = False
        self._refused = 0
        self._broken = False
        self._stamp: str | None = None
        self._cache: Answers | None = None
        atexit.register(self.close)

    def lint(self, documents: Iterable[Document]) -> list[Linted]:
        return [self._lint(document) for document in documents]

    def close(self) -> None:
        """Ends the server and the connections, and writes what was answered. A second call does nothing."""
        atexit.unregister(self.close)
        self._disconnect()
        cache, self._cache = self._cache, None
        if cache is not None:
            cache.close()

    def diagnose(self) -> tuple[Fact, ...]:
        options = self._options
        facts = []
        if self.notice:
            facts.append(Fact("privacy", self.notice))
        if options.url or options.public:
            url = PUBLIC_URL if options.public else options.url
            try:
                version = self._connected().info()
            except (SourceError, Lost, Hung, Strange) as error:
                cure = "start the server, or mend 'url'; " + f"to run one here: {EXTRA} and 'path' or 'download = true'"
                facts.append(Fact("server", self._sentence(error, url), False, cure))
            else:
                facts.append(Fact("server", f"{url} answers", True))
                facts.append(Fact("LanguageTool", version or "version unknown", True))
            return tuple(facts)
        try:
            java = java_version(find_java())
        except SourceError as error:
            facts.append(Fact("Java", str(error), False, "install a Java of version 17 or newer"))
        else:
            new = java.version >= 17
            facts.append(
                Fact(
                    "Java",
                    f"{java.told} ({java.path})",
                    new,
                    "" if new else "install a Java of version 17 or newer",
                )
            )
        try:
            installed = locate(options._replace(download=False))
        except SourceError as error:
            cure = "" if "set 'url'" in str(error) else "set 'url', 'path' or 'download = true'"
            facts.append(Fact("LanguageTool", str(error), False, cure))
            return tuple(facts)
        told = f"{installed.version or 'version unknown'} in {installed.folder} ({installed.found})"
        facts.append(Fact("LanguageTool", told, True))
        if all(fact.ok is not False for fact in facts):
            from time import perf_counter

            started = perf_counter()
            try:
                self._connected()
            except SourceError as error:
                facts.append(Fact("server", str(error), False))
            else:
                facts.append(Fact("server", f"starts in {perf_counter() - started:.1f} s on loopback", True))
        return tuple(facts)

    def _lint(self, document: Document) -> Linted:
        if self._broken:
            return Linted((), (), ())
        found: list[Finding] = []
        failures: list[Failure] = []
        try:
            for question, matches in self._asked(document, failures):
                try:
                    text = question.fields["text"]
                    found.extend(findings(document, question.unit, text, matches, self._options))
                except ValueError as error:
                    failures.append(Failure("source", f"LanguageTool gave {error}", document.path, "languagetool"))
        except (SourceError, Lost, Hung, Strange) as error:
            self._broken = True
            told = self._sentence(error, None)
            failures.append(
                Failure("source", f"{told}; from {document.path} on nothing is asked", None, "languagetool")
            )
            self.close()
        except BaseException:
            self.close()
            raise
        if self._cache is not None:
            self._cache.write()
        return Linted(finish(found), (), tuple(failures))

    def _asked(self, document: Document, failures: list[Failure]) -> Iterator[tuple[Question, Sequence[Any]]]:
        """Each unit of the document with its matches: those that are kept first, then those that had to be asked."""
        language = variant(document) if self._options.language == "auto" else self._options.language
        stamp = self._known_stamp()
        if self._cache is None:
            self._cache = Answers(default_path() if self._options.cache else None)
        asked: dict[bytes, list[Question]] = {}
        for unit in _units(document):
            if unit.end - unit.start > MOST_UNIT:
                length = f"{unit.end - unit.start:,} characters"
                told = f"LanguageTool was not asked about a paragraph of {length}; it takes {MOST_UNIT:,}"
                failures.append(Failure("source", told, document.path, "languagetool"))
                continue
            question = self._question(document, unit, language, stamp)
            matches = self._cache.get(question.digest)
            if matches is not None:
                yield question, matches
            else:
                asked.setdefault(question.digest, []).append(question)
        batches = self._batches(list(asked.values()))
        while batches:
            refused: list[Batch] = []
            try:
                for answer in self._connected().check([_fields(batch) for batch in batches]):
                    batch = batches.pop(0)
                    if answer.refused and len(batch) > 1:
                        refused += [[questions] for questions in batch]  # which of them it is tells the next round
                    elif self._taken(answer, document, failures):
                        for questions, matches in zip(batch, _parted(batch, answer.matches), strict=True):
                            self._cache.put(questions[0].digest, matches)
                            for question in questions:
                                yield question, matches
            except (Lost, Strange):
                # It died under our hands: once a run it is started again, and asked for what is left.
                if self._server is None or self._restarted or not self._server.gone():
                    raise
                self._restarted = True
                self._disconnect()
            batches += refused

    def _batches(self, asked: list[list[Question]]) -> list[Batch]:
        """Paragraphs to be asked together, which costs half the time of one by one. What is on by default
        looks at one sentence at a time; a rule that is enabled may look further, so then each paragraph is
        asked alone, for an answer may not depend on what else was asked."""
        most = _PUBLIC_BATCH if self._options.public else 0 if self._options.enable else _BATCH
        batches: list[Batch] = []
        size = most
        for questions in asked:
            length = len(questions[0].fields["text"])
            if size + length > most:
                batches.append([])
                size = 0
            batches[-1].append(questions)
            size += length
        return batches

    def _taken(self, answer: Answer, document: Document, failures: list[Failure]) -> bool:
        if not answer.refused:
            self._refused = 0
            return True
        self._refused += 1
        if self._refused >= _MOST_REFUSED or answer.refused.startswith(("status 429", "status 426", "status 403")):
            raise Strange(answer.refused)
        told = f"LanguageTool refused a paragraph: {answer.refused}"
        failures.append(Failure("source", told, document.path, "languagetool"))
        return False

    def _question(self, document: Document, unit: Span, language: str, stamp: str) -> Question:
        fields = {"language": language, "text": sent(document.text[unit.start : unit.end])}
        if self._options.picky:
            fields["level"] = "picky"
        if self._options.enable:
            # Which is a rule and which a category only LanguageTool knows; it passes over the names it does
            # not.
            fields["enabledRules"] = fields["enabledCategories"] = ",".join(sorted(self._options.enable))
        return Question(unit, fields, key(fields, stamp))

    def _known_stamp(self) -> str:
        """What the answers depend on besides the question: which LanguageTool is asked. Starts nothing."""
        if self._stamp is None:
            if self._options.url or self._options.public:
                self._stamp = f"{self._connected().address} {self._connected().info()}"
            else:
                self._installed = locate(self._options)
                self._stamp = self._installed.stamp
        return self._stamp

    def _connected(self) -> Client:
        if self._client is None:
            if self._options.url or self._options.public:
                where = Address(*address(PUBLIC_URL if self._options.public else self._options.url))
            else:
                if self._installed is None:
                    self._installed = locate(self._options)
                self._server = Server(self._installed, self._options, self._width)
                self._server.start()
                where = Address(False, "127.0.0.1", self._server.port)
            self._client = Client(where, self._options.timeout, self._width)
        return self._client

    def _disconnect(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()
        server, self._server = self._server, None
        if server is not None:
            server.stop()

    def _sentence(self, error: Exception, url: str | None) -> str:
        """One sentence on what keeps us from going on."""
        if isinstance(error, SourceError):
            return str(error)
        if self._options.public:
            name = "LanguageTool's public service"
        elif self._options.url:
            name = f"LanguageTool at {url or self._options.url}"
        else:
            name = "LanguageTool"
        if isinstance(error, Hung):
            return f"{name} hangs: no answer within {self._options.timeout:g} s"
        if isinstance(error, Strange):
            return f"{name} gives no answer that can be read ({error})"
        if self._server is not None and self._restarted:
            return f"{name} ended twice ({error})"
        return f"{name} cannot be reached ({error})"


def sent(text: str) -> str:
    """The text as it is sent: as long, with hard wraps as spaces, and without lone surrogates, which no UTF-8 has."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)


def _units(document: Document) -> Iterator[Span]:
    """The blocks that hold anything."""
    for block in document.blocks:
        if document.text[block.span.start : block.span.end].strip():
            yield block.span


def _fields(batch: Batch) -> dict[str, str]:
    """What is sent to ask for a batch: its paragraphs with blank lines between, which end every sentence."""
    return {**batch[0][0].fields, "text": _BETWEEN.join(questions[0].fields["text"] for questions in batch)}


def _parted(batch: Batch, matches: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """The matches of each paragraph of a batch, their offsets (UTF-16) those of the paragraph. A match that
    no paragraph holds whole stays as it is, with the first: it is found out there."""
    if len(batch) == 1:
        return [list(matches)]
    starts, at = [], 0
    for questions in batch:
        starts.append(at)
        at += units(questions[0].fields["text"]) + len(_BETWEEN)
    parted: list[list[Mapping[str, Any]]] = [[] for _ in batch]
    for match in matches:
        offset = match.get("offset")
        if isinstance(offset, int) and 0 <= offset < at:
            index = bisect_right(starts, offset) - 1
            parted[index].append({**match, "offset": offset - starts[index]})
        else:
            parted[0].append({**match, "offset": -1})
    return parted
