"""The LanguageTool source: with a real LanguageTool where there is one, and with servers that misbehave.

A real one is `LTP_JAR_DIR_PATH`, or what `.ci/languagetool` has fetched. COPYLINT_REQUIRE_LANGUAGETOOL makes
it a failure that there is none.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from copylint.builtin import copylint_formats
from copylint.cli import main
from copylint.document import Document, Span
from copylint.engine import Linted
from copylint.rule import OptionError
from copylint.sources import Opened, SourceError, builtin_sources, without_doubles
from copylint.sources.languagetool.answers import Answers
from copylint.sources.languagetool.findings import Utf16, is_on, severity
from copylint.sources.languagetool.options import Options, local, read
from copylint.sources.languagetool.server import START_SECONDS, Server, java_version, locate
from copylint.sources.languagetool.source import LanguageTool, sent
from copylint.sources.languagetool.variant import same_but_for_variant, variant
from tests.waiting import SECONDS, comes_true

FORMATS = {one.name: one for one in copylint_formats()}
VERSION = "6.8"


def document(source: str, format: str = "text", path: str = "story") -> Document:
    return FORMATS[format].read(path, source)


def jars() -> str:
    cache = os.environ.get("COPYLINT_LANGUAGETOOL_CACHE") or os.path.expanduser("~/.cache/copylint-languagetool")
    return os.environ.get("LTP_JAR_DIR_PATH") or os.path.join(cache, VERSION, "jars")


def missing() -> str:
    if shutil.which("java") is None:
        return "no Java here"
    if not os.path.isdir(jars()):
        return f"no LanguageTool in {jars()}; .ci/languagetool fetches it"
    try:
        import language_tool_python  # noqa: F401
    except ImportError:
        return "the extra 'languagetool' is not installed"
    return ""


def require() -> None:
    if reason := missing():
        if os.environ.get("COPYLINT_REQUIRE_LANGUAGETOOL"):
            pytest.fail(f"LanguageTool is required: {reason}")
        pytest.skip(reason)


def java_of(opened: LanguageTool) -> int:
    """The Java process that a source has started, and starts now if it has not."""
    opened._connected()
    assert opened._server is not None and opened._server._keeper is not None
    command = ["ps", "-o", "pid=", "--ppid", str(opened._server._keeper.pid)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def gone(process: int) -> bool:
    """Whether a process is no longer there, or only waits to be reaped; if not at once, soon."""
    return comes_true(lambda: not _lives(process), 20.0)


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageTool]:
    """One server for the tests that only ask."""
    require()
    opened = LanguageTool(read({"path": jars(), "cache": False, "timeout": 120}, ""))
    yield opened
    opened.close()


def told(linted: Linted) -> list[tuple[str, str]]:
    return [(finding.rule.removeprefix("languagetool/"), finding.place.text) for finding in linted.findings]


# What is found, and where


PLACES = {
    "plain": ("text", "She have two dogs and recieve letters.", ["have", "recieve"]),
    "emoji before": ("text", "😀😀 She have two dogs 👩‍👩‍👧 and recieve 🇫🇷 letters.", ["have", "recieve"]),
    "curly quotes": (
        "text",
        "“Good,” she said. ‘Yes’, she have two dogs and recieve letters.",
        ["have", "recieve"],
    ),
    "hard wrap": (
        "text",
        "A first line of the copy\nin which she have two\ndogs and recieve letters.",
        ["have", "recieve"],
    ),
    "carriage returns": (
        "text",
        "All is well.\r\n\r\nShe have two\r\ndogs and recieve letters.",
        ["have", "recieve"],
    ),
    "combining marks": (
        "text",
        "The cafe\u0301 was full. She have two dogs and recieve letters.",
        ["have", "recieve"],
    ),
    "astral letters": ("text", "𝐀𝐁𝐂 and 𝐃, so she have two dogs and recieve letters.", ["have", "recieve"]),
    "soft hyphen": (
        "text",
        "A long para\u00adgraph. She have two dogs and recieve letters.",
        ["have", "recieve"],
    ),
    "no-break space": (
        "text",
        "At 5\u00a0pm and 6\u202fpm she have two dogs and recieve letters.",
        ["have", "recieve"],
    ),
    "byte order and wide": (
        "text",
        "𠮷野家 opened. She have two dogs and recieve letters.",
        ["have", "recieve"],
    ),
    "markdown": (
        "markdown",
        "# A *short* heading\n\n- An [item](https://example.org/teh) &amp; *She* **have** two dogs\n"
        "- and `teh` recieve 😀\n",
        ["have", "recieve"],
    ),
    "html entities": (
        "html",
        "<p>Tom &amp; Ann &mdash; &#128512; said so. She <b>have</b> two dogs &quot;and&quot; recieve letters.</p>",
        ["have", "recieve"],
    ),
    "entity inside": ("html", "<p>We rec&#105;eve letters.</p>", ["rec&#105;eve"]),
}


@pytest.mark.parametrize(("format", "source", "faults"), PLACES.values(), ids=PLACES.keys())
def test_places_are_exact(real: LanguageTool, format: str, source: str, faults: list[str]) -> None:
    read_document = document(source, format)
    (linted,) = real.lint([read_document])
    assert linted.failures == ()
    found = [finding.place for finding in linted.findings if finding.place.text in faults]
    assert [place.text for place in found] == faults
    assert [source[place.start.offset : place.end.offset] for place in found] == faults


def test_a_finding_carries_what_languagetool_says(real: LanguageTool) -> None:
    (linted,) = real.lint([document("We recieve letters. He go to school.")])
    spelling, grammar = linted.findings
    assert (spelling.rule, spelling.category, spelling.severity) == (
        "languagetool/MORFOLOGIK_RULE_EN_US",
        "TYPOS",
        "warning",
    )
    assert spelling.suggestions[0] == "receive"
    assert spelling.fix is None
    assert (grammar.rule, grammar.category) == ("languagetool/HE_VERB_AGR", "GRAMMAR")
    assert grammar.url is not None and grammar.url.startswith("https://")
    assert grammar.message


def test_what_copylint_does_itself_is_off(real: LanguageTool) -> None:
    source = (
        "The the cat sat . He said : “ no”. We met on Monday, 7 March 2024 at the cooperation co-operation centre,so"
    )
    (linted,) = real.lint([document(source)])
    assert told(linted) == []


def test_names_are_left_alone(real: LanguageTool) -> None:
    source = "Zhavroldin met Mr Qwertinov in Blorkistan. Teh end. They recieved no answer from Zhavroldin’s aide."
    (linted,) = real.lint([document(source)])
    assert [text for _, text in told(linted)] == ["Teh", "recieved"]


def test_quoted_grammar_is_a_fact_and_a_misspelling_is_not(real: LanguageTool) -> None:
    source = "“He go to school and recieve nothing,” the mother said. He go home to school."
    (linted,) = real.lint([document(source)])
    assert told(linted) == [("MORFOLOGIK_RULE_EN_US", "recieve"), ("HE_VERB_AGR", "go")]


def test_paragraphs_give_the_same_alone_and_together(real: LanguageTool) -> None:
    paragraphs = ["He go to school.", "We recieve letters.", "All is well here.", "She have a dog."]
    (together,) = real.lint([document("\n\n".join(paragraphs))])
    alone = [told(linted) for linted in real.lint([document(paragraph) for paragraph in paragraphs])]
    assert told(together) == [one for linted in alone for one in linted]


# Its life


def test_one_server_for_all_files(real: LanguageTool) -> None:
    before = java_of(real)
    real.lint([document("We recieve letters.", path="a"), document("They recieve letters.", path="b")])
    assert java_of(real) == before


def test_no_server_before_the_first_paragraph_and_none_after_the_last() -> None:
    require()
    opened = LanguageTool(read({"path": jars(), "cache": False}, ""))
    assert opened.lint([document("")]) == [Linted((), (), ())]
    assert opened._server is None
    process = java_of(opened)
    opened.close()
    opened.close()
    assert gone(process)


def test_it_is_started_again_once_after_it_died() -> None:
    require()
    opened = LanguageTool(read({"path": jars(), "cache": False, "timeout": 120}, ""))
    os.kill(java_of(opened), signal.SIGKILL)
    (again,) = opened.lint([document("We recieve letters.")])
    assert (told(again), again.failures) == ([("MORFOLOGIK_RULE_EN_US", "recieve")], ())
    os.kill(java_of(opened), signal.SIGKILL)
    (dead,) = opened.lint([document("They recieve letters.", path="b")])
    assert [(failure.kind, failure.path) for failure in dead.failures] == [("source", None)]
    assert "ended twice" in dead.failures[0].message
    assert opened.lint([document("And we recieve letters.", path="c")]) == [Linted((), (), ())]
    opened.close()


def test_a_frozen_server_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    require()
    monkeypatch.setattr("copylint.sources.languagetool.client._GRACE_SECONDS", 0.0)
    opened = LanguageTool(read({"path": jars(), "cache": False, "timeout": 1}, ""))
    process = java_of(opened)
    os.kill(process, signal.SIGSTOP)
    first, second = opened.lint([document("We recieve letters."), document("They recieve letters.")])
    assert [failure.message for failure in first.failures] == [
        "LanguageTool hangs: no answer within 1 s; from story on nothing is asked"
    ]
    assert second == Linted((), (), ())
    assert gone(process)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL),
        ("os.kill(os.getpid(), signal.SIGTERM)", -signal.SIGTERM),
        ("os._exit(7)", 7),
        ("raise SystemExit(3)", 3),
        ("raise RuntimeError('crash')", 1),
        ("os.kill(os.getpid(), signal.SIGINT); time.sleep(9)", -signal.SIGINT),
        # A forked worker that outlives its parent holds no pipe to the server.
        ("os._exit(8) if os.fork() else (os.close(1), time.sleep(20), os._exit(0))", 8),
    ],
    ids=["killed", "terminated", "exits at once", "exits", "crashes", "interrupted", "forks"],
)
def test_no_java_outlives_us(end: str, code: int) -> None:
    require()
    script = textwrap.dedent(
        f"""
        import os, signal, subprocess, sys, time
        from copylint.builtin import copylint_formats
        from copylint.sources.languagetool.options import read
        from copylint.sources.languagetool.source import LanguageTool
        opened = LanguageTool(read({{"path": {jars()!r}, "cache": False}}, ""))
        opened._connected()
        keeper = opened._server._keeper.pid
        command = ["ps", "-o", "pid=", "--ppid", str(keeper)]
        print(subprocess.run(command, capture_output=True, text=True).stdout.strip(), flush=True)
        {end}
        """
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=2 * SECONDS,
        check=False,
    )
    assert gone(int(ended.stdout))
    assert ended.returncode == code


def test_a_server_that_cannot_start_is_one_attempt_and_one_sentence() -> None:
    require()
    opened = LanguageTool(read({"path": jars(), "cache": False, "heap": "1m"}, ""))
    started = time.monotonic()
    (linted,) = opened.lint([document("We recieve letters.")])
    assert time.monotonic() - started < START_SECONDS
    assert [failure.message for failure in linted.failures] == [
        "LanguageTool cannot be started: this machine does not give it a heap of 1m; set 'heap' lower; "
        "from story on nothing is asked"
    ]


def test_a_port_that_was_taken_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    require()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr("copylint.sources.languagetool.server._free_port", lambda: port)
        server = Server(locate(read({"path": jars()}, "")), Options(), 1)
        with pytest.raises(SourceError, match=f"port {port} was taken"):
            server.start()


JAVAS = {
    "17": ('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17)', 17),
    "8": ('java version "1.8.0_402"\nJava(TM) SE Runtime Environment', 8),
    "22 early": ('openjdk version "22-ea" 2024-03-19', 22),
    "odd": ("Welcome to my java", 0),
}


@pytest.mark.parametrize(("text", "version"), JAVAS.values(), ids=JAVAS.keys())
def test_java_version(tmp_path: Path, text: str, version: int) -> None:
    java = tmp_path / "java"
    java.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{text}\nEND\n")
    java.chmod(0o755)
    told_of = java_version(str(java))
    assert (told_of.version, told_of.told) == (version, text.split("\n")[0])


def fake_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> dict[str, Any]:
    """A `java` that does as the script says, and the table of a LanguageTool for it."""
    pytest.importorskip("language_tool_python")
    (tmp_path / "bin").mkdir()
    java = tmp_path / "bin" / "java"
    java.write_text("#!/bin/sh\n" + script)
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    (tmp_path / "languagetool-server.jar").write_bytes(b"")
    return {"path": str(tmp_path), "cache": False}


STARTS = {
    "old Java": (
        'if [ "$1" = -version ]; then echo \'openjdk version "11.0.2"\' >&2; exit; fi\n'
        "echo 'java.lang.UnsupportedClassVersionError: class file version 61.0' >&2; exit 1",
        'cannot be started: openjdk version "11.0.2" is too old; it needs Java 17 or newer;',
    ),
    "no server in it": (
        "echo 'Error: Could not find or load main class org.languagetool.server.HTTPServer' >&2; exit 1",
        "holds no complete LanguageTool server;",
    ),
    "says nothing": ("exit 3", "cannot be started: Java ended without a word;"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize(("script", "sentence"), STARTS.values(), ids=STARTS.keys())
def test_failed_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, sentence: str) -> None:
    opened = LanguageTool(read(fake_java(tmp_path, monkeypatch, script), ""))
    (linted,) = opened.lint([document("We recieve letters.")])
    (failure,) = linted.failures
    assert sentence in failure.message


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_a_start_has_a_deadline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copylint.sources.languagetool.server.START_SECONDS", 1.0)
    opened = LanguageTool(read(fake_java(tmp_path, monkeypatch, "exec sleep 600"), ""))
    started = time.monotonic()
    (linted,) = opened.lint([document("We recieve letters.")])
    assert time.monotonic() - started < SECONDS
    assert [failure.message for failure in linted.failures] == [
        "LanguageTool did not start within 1 s; from story on nothing is asked"
    ]


def test_no_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "languagetool-server.jar").write_bytes(b"")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    opened = LanguageTool(read({"path": str(tmp_path), "cache": False}, ""))
    (linted,) = opened.lint([document("We recieve letters.")])
    assert [failure.message for failure in linted.failures] == [
        "LanguageTool needs Java 17 or newer, and there is no java here; install one, or set 'url'; "
        "from story on nothing is asked"
    ]
    assert [(fact.subject, fact.ok) for fact in opened.diagnose()] == [
        ("Java", False),
        ("LanguageTool", True),
    ]


def test_the_extra_is_named_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    for table in ({"download": True}, {}):
        opened = LanguageTool(read({**table, "cache": False}, ""))
        (linted,) = opened.lint([document("We recieve letters.")])
        assert "pip install 'copylint[languagetool]'" in linted.failures[0].message
        assert [fact.ok for fact in opened.diagnose() if fact.subject == "LanguageTool"] == [False]


def test_what_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    with pytest.raises(SourceError, match="set 'url' to a server or 'path' to a folder"):
        locate(Options())
    with pytest.raises(SourceError, match=r"no languagetool-server\.jar in /nowhere \(path\)"):
        locate(Options(path="/nowhere"))
    monkeypatch.setenv("LTP_JAR_DIR_PATH", "/nowhere")
    with pytest.raises(SourceError, match=r"no languagetool-server\.jar in /nowhere \(LTP_JAR_DIR_PATH\)"):
        locate(Options())


def test_a_download_is_asked_for_and_its_failure_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: "Serve"
) -> None:
    download_lt = pytest.importorskip("language_tool_python.download_lt")
    if shutil.which("java") is None:
        pytest.skip("no Java here")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    monkeypatch.setattr(download_lt, "BASE_URL_NEW_RELEASES", server(answer(404, "nothing")) + "/")
    with pytest.raises(SourceError, match="could not be downloaded"):
        locate(Options(download=True))


def test_it_is_found_as_it_is_distributed(tmp_path: Path) -> None:
    import zipfile

    folder = tmp_path / "LanguageTool-6.8"
    (folder / "libs").mkdir(parents=True)
    (folder / "languagetool-server.jar").write_bytes(b"")
    with zipfile.ZipFile(folder / "libs" / "languagetool-core.jar", "w") as archive:
        archive.writestr("META-INF/maven/org.languagetool/languagetool-core/pom.properties", "a=b\nversion=6.9\n")
    for path in (folder, folder / "languagetool-server.jar"):
        installed = locate(Options(path=str(path)))
        assert (installed.version, installed.class_path) == ("6.9", str(folder / "languagetool-server.jar"))
    before = locate(Options(path=str(folder))).stamp
    (folder / "languagetool-server.jar").write_bytes(b"new")
    assert locate(Options(path=str(folder))).stamp != before


# Servers that misbehave


Serve = Callable[[Callable[[BaseHTTPRequestHandler], None]], str]


@pytest.fixture
def server() -> Iterator[Serve]:
    """Serves HTTP on loopback as a function says, and gives its URL."""
    started: list[ThreadingHTTPServer] = []

    def serve(respond: Callable[[BaseHTTPRequestHandler], None]) -> str:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                respond(self)

            def do_POST(self) -> None:
                self.body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
                respond(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        httpd.daemon_threads = True
        httpd.block_on_close = False
        started.append(httpd)
        threading.Thread(target=httpd.serve_forever, args=(0.05,), daemon=True).start()
        return f"http://127.0.0.1:{httpd.server_address[1]}"

    yield serve
    for httpd in started:
        httpd.shutdown()
        httpd.server_close()


def answer(status: int, text: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def respond(handler: BaseHTTPRequestHandler) -> None:
        body = text.encode()
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return respond


def after_info(respond: Callable[[BaseHTTPRequestHandler], None]) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers as a LanguageTool that says its version, and then does as told."""

    def both(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/v2/info":
            answer(200, '{"software": {"version": "6.8"}}')(handler)
        else:
            respond(handler)

    return both


def hang(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(20)


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(100):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.2)


def match(offset: object = 0, length: object = 1, **other: object) -> str:
    import json

    rule = {"id": "SOME_RULE", "issueType": "grammar", "category": {"id": "GRAMMAR", "name": "Grammar"}}
    return json.dumps(
        {"matches": [{"message": "No.", "offset": offset, "length": length, "rule": rule, "replacements": []} | other]}
    )


BROKEN = {
    "a web page": (
        answer(200, "<html>Welcome</html>"),
        "gives no answer that can be read (status 200 and a web page)",
    ),
    "a web page later": (after_info(answer(502, "<html>Bad gateway</html>")), "(status 502 and a web page)"),
    "other JSON": (
        after_info(answer(200, '{"hello": 1}')),
        'gives no answer that can be read ({"hello": 1})',
    ),
    "no JSON": (after_info(answer(200, "hello")), "gives no answer that can be read (hello)"),
    "matches that are none": (
        after_info(answer(200, '{"matches": [1]}')),
        "gives no answer that can be read",
    ),
    "hangs": (after_info(hang), "hangs: no answer within 3 s"),
    "drop by drop": (after_info(drip), "hangs: no answer within 3 s"),
    "asks for patience": (after_info(answer(429, "too many")), "(status 429: too many)"),
    "redirects": (after_info(answer(302, "")), "LanguageTool refused a paragraph: status 302"),
}


@pytest.mark.parametrize(("respond", "sentence"), BROKEN.values(), ids=BROKEN.keys())
def test_servers_that_misbehave(
    server: Serve,
    respond: Callable[[BaseHTTPRequestHandler], None],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("copylint.sources.languagetool.client._GRACE_SECONDS", 0.0)
    monkeypatch.setattr("copylint.sources.languagetool.client._FIRST_FACTOR", 1)
    patience = 3 if "hangs" in sentence else 60
    opened = LanguageTool(read({"url": server(respond), "cache": False, "timeout": patience}, ""))
    (linted,) = opened.lint([document("We recieve letters.")])
    (failure,) = linted.failures
    assert sentence in failure.message
    assert linted.findings == ()
    opened.close()


def test_a_server_that_refuses_is_given_up_after_a_few(server: Serve) -> None:
    opened = LanguageTool(read({"url": server(after_info(answer(500, "Error: no"))), "cache": False}, ""))
    one, two, three, four = opened.lint([document(f"Number {word}.") for word in ("one", "two", "three", "four")])
    assert [failure.path for failure in (*one.failures, *two.failures)] == ["story", "story"]
    assert one.failures[0].message == "LanguageTool refused a paragraph: status 500: Error: no"
    assert [failure.path for failure in three.failures] == [None]
    assert four.failures == ()
    opened.close()


def test_nobody_there() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    opened = LanguageTool(read({"url": f"http://127.0.0.1:{port}", "cache": False}, ""))
    (linted,) = opened.lint([document("We recieve letters.")])
    assert [failure.message for failure in linted.failures] == [
        f"LanguageTool at http://127.0.0.1:{port} cannot be reached (connection refused); "
        "from story on nothing is asked"
    ]
    facts = [(fact.subject, fact.ok) for fact in opened.diagnose()]
    assert facts == [("server", False)]
    assert "copylint[languagetool]" in opened.diagnose()[0].cure


IMPOSSIBLE = {
    "past the end": match(100, 5),
    "negative": match(-1, 3),
    "negative length": match(3, -2),
    "no number": match("five"),
    "no rule": match(0, 1, rule=None),
    "replacements that are none": match(0, 1, replacements={"a": 1}),
}


@pytest.mark.parametrize("text", IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_impossible_matches_are_failures_of_the_file(server: Serve, text: str) -> None:
    opened = LanguageTool(read({"url": server(after_info(answer(200, text))), "cache": False}, ""))
    (linted,) = opened.lint([document("Number one.")])
    assert [(failure.kind, failure.path) for failure in linted.failures] == [("source", "story")]
    assert linted.findings == ()
    opened.close()


def faults_of(handler: Any) -> None:
    """Answers with a match for each "teh" of what is asked, and refuses what says "poison"."""
    import json
    from urllib.parse import parse_qs

    text = parse_qs(handler.body)["text"][0]
    if "poison" in text:
        answer(500, "Error: no")(handler)
        return
    wide = text.encode("utf-16-le")
    offsets = [at // 2 for at in range(0, len(wide), 2) if wide[at : at + 6] == "teh".encode("utf-16-le")]
    matches = [json.loads(match(offset, 3))["matches"][0] for offset in offsets]
    answer(200, json.dumps({"matches": matches}))(handler)


def test_paragraphs_asked_together_keep_their_places(server: Serve) -> None:
    source = "😀 teh one.\n\nAnd 😀😀 teh two teh.\n\nNone.\n\nteh\n\n" + "Long. " * 400 + "😀 teh"
    opened = LanguageTool(read({"url": server(after_info(faults_of)), "cache": False}, ""))
    (linted,) = opened.lint([document(source)])
    assert linted.failures == ()
    assert [finding.place.text for finding in linted.findings] == ["teh"] * source.count("teh")
    opened.close()


def test_a_refused_paragraph_costs_no_other(server: Serve) -> None:
    opened = LanguageTool(read({"url": server(after_info(faults_of)), "cache": False}, ""))
    (linted,) = opened.lint([document("teh one.\n\nteh poison.\n\nteh two.")])
    assert [failure.message for failure in linted.failures] == [
        "LanguageTool refused a paragraph: status 500: Error: no"
    ]
    assert [finding.place.start.line for finding in linted.findings] == [1, 5]
    opened.close()


def test_a_connection_that_was_closed_is_opened_again(server: Serve) -> None:
    def once(handler: BaseHTTPRequestHandler) -> None:
        answer(200, match())(handler)
        handler.close_connection = True  # without a word, as an idle server does

    opened = LanguageTool(read({"url": server(after_info(once)), "cache": False, "enable": ["A_RULE"]}, ""))
    for text in (
        "Number one.",
        "Number two.",
        "Number three.\n\nNumber four.\n\nNumber five.\n\nNumber six.",
    ):
        (linted,) = opened.lint([document(text)])
        assert linted.failures == ()
        assert len(linted.findings) == len(text.split("\n\n"))
    opened.close()


# What is sent, and what is kept


def test_only_paragraphs_that_changed_are_asked(server: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from urllib.parse import parse_qs

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    asked: list[str] = []

    def record(handler: Any) -> None:
        asked.extend(parse_qs(handler.body)["text"][0].split("\n\n"))
        faults_of(handler)

    url = server(after_info(record))
    texts = ["teh number one.\n\nteh number two.\n\nteh number one.", "teh number one.\n\nteh number three."]
    results = []
    for round_texts in (texts, texts, ["teh number two.\n\nteh number four."]):
        opened = LanguageTool(read({"url": url}, ""))
        results.append(opened.lint([document(text) for text in round_texts]))
        opened.close()
    assert sorted(asked) == ["teh number four.", "teh number one.", "teh number three.", "teh number two."]
    assert results[0] == results[1]
    assert [len(linted.findings) for linted in results[0]] == [3, 2]
    (base,) = tmp_path.rglob("*.sqlite3")
    assert b"number" not in base.read_bytes()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100], ids=["empty", "corrupt"])
def test_a_bad_cache_is_no_cache(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "answers.sqlite3"
    path.write_bytes(content)
    for _ in range(2):
        answers = Answers(str(path))
        answers.put(b"key", [{"a": 1}])
        assert answers.get(b"key") == [{"a": 1}]
        answers.close()
    answers = Answers(str(path))
    assert answers.get(b"key") == [{"a": 1}]
    answers.close()


def test_a_cache_in_no_folder_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answers = Answers(str(tmp_path / "file" / "answers.sqlite3"))
    answers.put(b"key", [])
    answers.write()
    assert answers.get(b"key") == []
    answers.close()


def test_what_is_sent_has_the_length_of_the_text() -> None:
    assert sent("a\nb\n\nc\ud800d😀") == "a b\n\nc\ufffdd😀"


def test_a_huge_paragraph_is_said_to_be_left_out(server: Serve) -> None:
    opened = LanguageTool(read({"url": server(after_info(answer(200, match()))), "cache": False}, ""))
    (linted,) = opened.lint([document("One.\n\n" + "word " * 10_000)])
    assert len(linted.findings) == 1
    assert [failure.path for failure in linted.failures] == ["story"]
    opened.close()


def test_the_public_service_says_what_it_is_sent() -> None:
    opened = LanguageTool(read({"public": True}, ""))
    assert opened.notice is not None and "whole text of every article" in opened.notice
    assert LanguageTool(Options()).notice is None


# Parts


UNITS = {
    "ascii": ("abc", 1, 1, Span(1, 2)),
    "after an emoji": ("a😀b", 3, 1, Span(2, 3)),
    "the emoji": ("a😀b", 1, 2, Span(1, 2)),
    "half of the emoji, its start": ("a😀b", 1, 1, Span(1, 2)),
    "half of the emoji, its end": ("a😀b", 2, 1, Span(1, 2)),
    "between emoji": ("😀😀x😀", 4, 1, Span(2, 3)),
    "to the end": ("x😀", 0, 3, Span(0, 2)),
    "nothing at the end": ("x😀", 3, 0, Span(2, 2)),
    "past the end": ("x😀", 3, 1, None),
    "negative": ("abc", -1, 1, None),
}


@pytest.mark.parametrize(("text", "start", "length", "span"), UNITS.values(), ids=UNITS.keys())
def test_utf16(text: str, start: int, length: int, span: Span | None) -> None:
    assert Utf16(text).span(start, length) == span


CHOICES = {
    "on": (Options(), "HE_VERB_AGR", "GRAMMAR", True),
    "own category": (Options(), "ANY", "TYPOGRAPHY", False),
    "own rule": (Options(), "EN_A_VS_AN", "MISC", False),
    "own rule enabled": (Options(enable=("EN_A_VS_AN",)), "EN_A_VS_AN", "MISC", True),
    "own category enabled": (Options(enable=("TYPOGRAPHY",)), "ANY", "TYPOGRAPHY", True),
    "category disabled": (Options(disable=("GRAMMAR",)), "HE_VERB_AGR", "GRAMMAR", False),
    "rule beats category": (
        Options(disable=("GRAMMAR",), enable=("HE_VERB_AGR",)),
        "HE_VERB_AGR",
        "GRAMMAR",
        True,
    ),
    "rule of an enabled category disabled": (
        Options(enable=("GRAMMAR",), disable=("A_RULE",)),
        "A_RULE",
        "GRAMMAR",
        False,
    ),
}


@pytest.mark.parametrize(("options", "name", "category", "on"), CHOICES.values(), ids=CHOICES.keys())
def test_choice_of_rules(options: Options, name: str, category: str, on: bool) -> None:
    assert is_on(name, category, options) == on


def test_severities() -> None:
    options = Options(severity={"GRAMMAR": "error", "A_RULE": "suggestion"})
    assert severity("A_RULE", "GRAMMAR", "grammar", options) == "suggestion"
    assert severity("B_RULE", "GRAMMAR", "grammar", options) == "error"
    assert severity("B_RULE", "TYPOS", "misspelling", options) == "warning"
    assert severity("B_RULE", "STYLE", "style", options) == "suggestion"


VARIANTS = {
    "nothing to tell": ("The cat sat.", "en-US"),
    "British": ("The defence of the harbour was the favourite programme.", "en-GB"),
    "American": ("The defense of the harbor was her favorite program.", "en-US"),
}


@pytest.mark.parametrize(("text", "code"), VARIANTS.values(), ids=VARIANTS.keys())
def test_variant(text: str, code: str) -> None:
    assert variant(document(text)) == code


PAIRS = {
    "colour": ("colour", "color", True),
    "practising": ("practising", "practicing", True),
    "goiter": ("goiter", "goitre", True),
    "ritualised": ("Ritualised", "ritualized", True),
    "defence": ("defence", "defense", True),
    "travelled": ("travelled", "traveled", True),
    "programmes": ("programmes", "programs", True),
    "a capital": ("scientology", "Scientology", False),
    "a slip": ("recieve", "receive", False),
    "another word": ("teh", "the", False),
    "transposed at the end": ("theather", "theater", False),
}


@pytest.mark.parametrize(("word", "other", "same"), PAIRS.values(), ids=PAIRS.keys())
def test_one_word_in_two_variants(word: str, other: str, same: bool) -> None:
    assert same_but_for_variant(word, other) == same


def test_which_english_it_is_is_told_only_where_somebody_said(server: Serve) -> None:
    rule = {"id": "SPELLER", "issueType": "misspelling", "category": {"id": "TYPOS", "name": "Typo"}}
    url = server(after_info(answer(200, match(4, 6, rule=rule, replacements=[{"value": "color"}]))))
    told_of = []
    for language in ("auto", "en-US"):
        opened = LanguageTool(read({"url": url, "cache": False, "language": language}, ""))
        told_of.append([text for _, text in told(opened.lint([document("The colour of it.")])[0])])
        opened.close()
    assert told_of == [[], ["colour"]]


TABLES = {
    "misspelt key": ({"ulr": "x"}, ("ulr",), "did you mean 'url'"),
    "wrong type": ({"download": "yes"}, ("download",), "must be true or false"),
    "no url": ({"url": "localhost:8081"}, ("url",), "must be the address of a server"),
    "bad port": ({"url": "http://localhost:99999"}, ("url",), "must be the address of a server"),
    "public by url": ({"url": "https://api.languagetool.org/v2"}, ("url",), "public = true"),
    "two ways": ({"url": "http://127.0.0.1:1", "public": True}, ("public",), "keep one"),
    "heap": ({"heap": "lots"}, ("heap",), "must be a size"),
    "timeout": ({"timeout": 0}, ("timeout",), "between 1 and 600"),
    "language": ({"language": "English (US)"}, ("language",), "such as 'en-GB'"),
    "rule": ({"disable": ["TYPOS", "he verb"]}, ("disable", 1), "is not a rule or category"),
    "rule with prefix": (
        {"enable": ["languagetool/he_verb_agr"]},
        ("enable", 0),
        "did you mean 'HE_VERB_AGR'",
    ),
    "severity": ({"severity": {"TYPOS": "fatal"}}, ("severity", "TYPOS"), "must be one of"),
}


@pytest.mark.parametrize(("table", "key", "sentence"), TABLES.values(), ids=TABLES.keys())
def test_tables_that_cannot_be_used(table: dict[str, Any], key: tuple[str | int, ...], sentence: str) -> None:
    with pytest.raises(OptionError) as caught:
        read(table, "")
    assert caught.value.key == key
    assert sentence in str(caught.value)


def test_no_program_of_a_checkout_is_run(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "desk").mkdir()
    with pytest.raises(OptionError, match="whose programs are not run"):
        read({"path": "../LanguageTool"}, str(tmp_path / "desk"))
    assert read({"path": "../../LanguageTool"}, str(tmp_path / "desk")).path == os.path.realpath(
        tmp_path.parent / "LanguageTool"
    )


def test_a_fault_that_copylint_tells_is_not_told_twice(server: Serve) -> None:
    url = server(after_info(answer(200, match(4, 6))))
    source: Opened = LanguageTool(read({"url": url, "cache": False}, ""))
    (linted,) = source.lint([document("One, thingy of it.")])
    (theirs,) = linted.findings
    shifted = theirs._replace(
        rule="own/rule",
        place=theirs.place._replace(end=theirs.place.end._replace(offset=theirs.place.end.offset + 2)),
    )
    wide = theirs._replace(
        rule="own/rule",
        place=theirs.place._replace(end=theirs.place.end._replace(offset=theirs.place.end.offset + 9)),
    )
    assert without_doubles([shifted], [theirs]) == ()
    assert without_doubles([wide], [theirs]) == (theirs,)
    assert without_doubles([], [theirs]) == (theirs,)
    source.close()


def test_nothing_of_it_is_imported_before_it_is_asked_for() -> None:
    script = (
        "import sys; from copylint.sources import builtin_sources; builtin_sources(); "
        "print([name for name in sys.modules if 'language_tool' in name or 'sources.languagetool' in name])"
    )
    told_names = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told_names == "[]\n"


def test_the_source_is_the_hook_s_value(tmp_path: Path) -> None:
    (source,) = (one for one in builtin_sources() if one.name == "languagetool")
    assert source.extra == "languagetool"
    opened = source.open(source.options({"path": str(tmp_path)}, ""))
    assert opened.notice is None
    opened.close()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"public": True}, "sends every article to the public service"),
        ({"url": "http://grammar.example:8081"}, "sends every article to grammar.example"),
        ({"url": "http://127.0.0.1.example:8081"}, "sends every article to 127.0.0.1.example"),
        ({"path": "/opt/LanguageTool"}, "'path' starts the program that stands there"),
    ],
    ids=["public", "another machine", "a name that begins like this machine", "a program"],
)
def test_a_configuration_alone_sends_nothing_away_and_starts_nothing(
    table: dict[str, Any],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = "\n".join(f"{key} = {json.dumps(value)}" for key, value in table.items())
    (tmp_path / "copylint.toml").write_text(f"[languagetool]\n{said}\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text("The ferry sails.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--no-cache", "-q", "--format", "concise"]) == 0
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert shown.err.startswith("languagetool is not asked: ")
    assert told in shown.err and "--with languagetool" in shown.err
    assert main(["doctor"]) == 0
    assert told in capsys.readouterr().out


def test_a_source_that_is_left_out_leaves_the_cache_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "copylint.toml").write_text("[languagetool]\npublic = true\n", encoding="utf-8")
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text("It sails at the the end.\n", encoding="utf-8")
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert main(["check", "-q", "--format", "concise"]) == 1
    assert [path.name for path in (tmp_path / "cache").glob("results*")]


def test_a_source_that_is_left_out_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "copylint.toml").write_text("[languagetool]\npublic = true\n", encoding="utf-8")
        (tmp_path / folder / "story.txt").write_text("The ferry sails.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--no-cache", "-q"]) == 0
    assert capsys.readouterr().err.count("languagetool is not asked: ") == 1


def test_a_configuration_alone_fetches_nothing_and_may_ask_this_machine() -> None:
    assert local(read({"download": True}, "")) == read({}, "")
    for url in ("http://localhost:8081", "http://127.0.0.1:8081", "http://[::1]:8081"):
        assert local(read({"url": url}, "")).url == url
