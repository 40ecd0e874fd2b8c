"""A LanguageTool of this machine: where it is, and its server as a process of ours on loopback.

One attempt to start it, with a deadline; every failure is a SourceError of one sentence.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import suppress

from copylint.sources import SourceError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from copylint.sources.languagetool.options import Options

START_SECONDS = 60.0  # most of it is for a machine that has other work as well
JAR_FOLDER_VARIABLE = "LTP_JAR_DIR_PATH"  # language-tool-python's name for a LanguageTool that is there
EXTRA = "pip install 'copylint[languagetool]'"
_MAIN_CLASS = "org.languagetool.server.HTTPServer"
_LOOPBACK = "127.0.0.1"
_STOP_SECONDS = 5.0
_END_SECONDS = 1.0


class Installed(NamedTuple):
    """A LanguageTool on this machine. `stamp` changes whenever its files do; `found` tells how it was found."""

    folder: str
    class_path: str
    version: str
    stamp: str
    found: str


class Java(NamedTuple):
    """A Java. version is 0 where its answer cannot be read."""

    path: str
    version: int
    told: str


def locate(options: Options) -> Installed:
    """The LanguageTool that the options mean: their path, LTP_JAR_DIR_PATH, or what language-tool-python has
    downloaded, now if `download` allows it. Raises SourceError."""
    for place, found in (
        (options.path, "path"),
        (os.environ.get(JAR_FOLDER_VARIABLE, ""), JAR_FOLDER_VARIABLE),
    ):
        if place:
            installed = _installed(os.path.abspath(os.path.expanduser(place)), found)
            if installed is None:
                raise SourceError(f"LanguageTool: there is no languagetool-server.jar in {place} ({found})")
            return installed
    return _downloaded(options.download)


def find_java() -> str:
    """The path of the Java to run: that of JAVA_HOME, else the first on PATH. Raises SourceError."""
    import shutil

    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=os.path.join(home, "bin")) if home else None
    java = java or shutil.which("java")
    if java is None:
        raise SourceError("LanguageTool needs Java 17 or newer, and there is no java here; install one, or set 'url'")
    return java


def java_version(path: str) -> Java:
    """What a Java says of itself. Raises SourceError if it cannot be run."""
    try:
        answer = subprocess.run(
            [path, "-version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=START_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise SourceError(f"LanguageTool: {path} cannot be run: {_told(error)}") from None
    text = (answer.stderr + answer.stdout).decode("utf-8", "replace")
    match = re.search(r'version "(?:1\.)?(\d+)', text) or re.search(r"(?:java|openjdk) (?:1\.)?(\d+)", text)
    line = next((line.strip() for line in text.split("\n") if "version" in line), text.strip().split("\n")[0])
    return Java(path, int(match.group(1)) if match else 0, line)


class Server:
    """The server process. Started by `start`, ended by `stop`, and ended with this process however that ends."""

    def __init__(self, installed: Installed, options: Options, threads: int) -> None:
        self.port = 0
        self._installed = installed
        self._options = options
        self._threads = threads
        self._keeper: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._owner = os.getpid()
        if hasattr(os, "register_at_fork"):
            # A forked worker that outlives us must not hold the pipe whose end ends the server.
            os.register_at_fork(after_in_child=_letting_go(self))

    def start(self) -> None:
        """Starts it and waits until it answers. Raises SourceError."""
        import tempfile

        java = find_java()
        configuration = self._configuration()
        self.port = _free_port()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `stop`
        command = [
            java,
            f"-Xmx{self._options.heap}",
            "-XX:+DisplayVMOutputToStderr",
            # The quick compiler alone: the thorough one costs a run of 50 articles a third more than it saves.
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-cp",
            self._installed.class_path,
            _MAIN_CLASS,
            "--config",
            configuration,
            "--port",
            str(self.port),
        ]
        keeper = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keeper.py")
        deadline = time.monotonic() + START_SECONDS
        try:
            self._keeper = subprocess.Popen(
                [sys.executable, "-I", "-S", keeper, *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                start_new_session=True,  # Ctrl-C is ours to answer
            )
            self._wait(deadline)
        except OSError as error:
            self.stop()
            raise SourceError(f"LanguageTool cannot be started: {_told(error)}") from None
        except BaseException:
            self.stop()
            raise
        finally:
            with suppress(OSError):
                os.unlink(configuration)

    def gone(self) -> bool:
        """Whether the process has ended; one whose connections have just broken gets a moment to."""
        try:
            return self._keeper is None or self._keeper.wait(_END_SECONDS) is not None
        except subprocess.TimeoutExpired:
            return False

    def stop(self) -> None:
        """Ends the process and waits until it is gone."""
        keeper, self._keeper = self._keeper, None
        if keeper is None or self._owner != os.getpid():
            return
        assert keeper.stdin is not None
        keeper.stdin.close()
        try:
            keeper.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            keeper.kill()
            keeper.wait()
        if self._errors is not None:
            self._errors.close()

    def let_go(self) -> None:
        """Closes this process's copy of the pipe and leaves the server to the one who started it."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None and keeper.stdin is not None:
            os.close(keeper.stdin.fileno())
            keeper.stdin = None
            keeper.returncode = 0  # not ours to wait for

    def _wait(self, deadline: float) -> None:
        from http.client import HTTPConnection, HTTPException

        assert self._keeper is not None
        while (left := deadline - time.monotonic()) > 0:
            if self._keeper.poll() is not None:
                raise SourceError(f"LanguageTool cannot be started: {self._why()}")
            connection = HTTPConnection(_LOOPBACK, self.port, timeout=min(2.0, left))
            try:
                connection.request("GET", "/v2/healthcheck")
                if connection.getresponse().status == 200 and self._keeper.poll() is None:
                    return
            except (OSError, HTTPException):
                pass
            finally:
                connection.close()
            time.sleep(0.05)
        raise SourceError(f"LanguageTool did not start within {START_SECONDS:.0f} s")

    def _why(self) -> str:
        """The reason in what the process wrote before it ended."""
        assert self._errors is not None
        self._errors.seek(0)
        text = self._errors.read(100_000).decode("utf-8", "replace")
        if "UnsupportedClassVersionError" in text:
            return f"{java_version(find_java()).told} is too old; it needs Java 17 or newer"
        if "BindException" in text or "already in use" in text or "PortBinding" in text:
            return f"port {self.port} was taken in the meantime; run it again"
        if "find or load main class" in text or "NoClassDefFoundError" in text:
            return f"{self._installed.folder} holds no complete LanguageTool server"
        if "heap" in text or "reserve enough space" in text:
            return f"this machine does not give it a heap of {self._options.heap}; set 'heap' lower"
        lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        telling = [line for line in lines if re.search(r"Exception|Error\b", line)]
        return (telling or lines or ["Java ended without a word"])[0][:200]

    def _configuration(self) -> str:
        """The path of a configuration file for the server; it is removed once the server has read it."""
        _language_tool_python()
        from language_tool_python.config_file import LanguageToolConfig

        config: dict[str, int | bool] = {
            "maxCheckTimeMillis": int(self._options.timeout * 1000),
            "maxCheckThreads": self._threads,
            # A pipeline kept from paragraph to paragraph makes them three times as fast.
            "pipelineCaching": True,
            "maxPipelinePoolSize": 2 * self._threads,
            "pipelineExpireTimeInSeconds": 3600,
        }
        try:
            return LanguageToolConfig(config).path
        except OSError as error:
            raise SourceError(f"LanguageTool cannot be started: no temporary file: {_told(error)}") from None


def _letting_go(server: Server) -> Callable[[], None]:
    import weakref

    kept = weakref.ref(server)

    def let_go() -> None:
        if (server := kept()) is not None:
            server.let_go()

    return let_go


def _language_tool_python() -> None:
    try:
        import language_tool_python  # noqa: F401
    except ImportError:
        raise SourceError(
            f"LanguageTool needs the extra 'languagetool' to be found and started here: {EXTRA}, or set 'url'"
        ) from None
    except (Exception, SystemExit) as error:
        raise SourceError(f"LanguageTool: language-tool-python cannot be imported: {_told(error)}") from None


def _downloaded(download: bool) -> Installed:
    """What language-tool-python has downloaded before, or now."""
    _language_tool_python()
    from language_tool_python.download_lt import LTP_DOWNLOAD_VERSION, LocalLanguageTool

    try:
        latest = LocalLanguageTool.get_latest_installed_version()
        if latest is None and download:
            latest = LocalLanguageTool.from_version_name(LTP_DOWNLOAD_VERSION)
            latest.download()
        jar = None if latest is None else str(latest.get_jar_path())
    except (Exception, SystemExit) as error:  # it raises ModuleNotFoundError, SystemError and SystemExit, too
        raise SourceError(f"LanguageTool could not be downloaded: {_told(error)}") from None
    if jar is None:
        raise SourceError(
            "there is no LanguageTool here: in the table 'languagetool' set 'url' to a server "
            "or 'path' to a folder, or say 'download = true' and run with --with languagetool"
        )
    installed = _installed(jar, "download")
    if installed is None:
        raise SourceError(f"LanguageTool: {jar} is incomplete; remove it and download it again")
    return installed


def _installed(place: str, found: str) -> Installed | None:
    """The LanguageTool at a jar or in a folder: as it is distributed, or a folder of jars as Maven copies them."""
    if os.path.isfile(place):
        place = os.path.dirname(place)
    for folder in (place, os.path.join(place, "jars"), os.path.join(place, "libs")):
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        if "languagetool-server.jar" in names:
            class_path = os.path.join(folder, "languagetool-server.jar")
        elif any(re.fullmatch(r"languagetool-server-[\w.-]+\.jar", name) for name in names):
            class_path = os.path.join(folder, "*")
        else:
            continue
        return Installed(folder, class_path, _version(folder, names), _stamp(folder), found)
    return None


def _version(folder: str, names: list[str]) -> str:
    """The version by the name of a jar, or by what the core jar says of itself; empty if neither tells."""
    for name in names:
        if match := re.fullmatch(r"languagetool-(?:core|server)-(\d[\w.]*(?:-SNAPSHOT)?)\.jar", name):
            return match.group(1)
    import zipfile

    for jar in ("libs/languagetool-core.jar", "languagetool-core.jar", "languagetool-server.jar"):
        try:
            with zipfile.ZipFile(os.path.join(folder, jar)) as archive:
                told = archive.read("META-INF/maven/org.languagetool/languagetool-core/pom.properties")
        except (OSError, KeyError, zipfile.BadZipFile):
            continue
        if line := re.search(rb"(?m)^version=([\w.-]+)", told):
            return line.group(1).decode("ascii")
    named = re.search(r"LanguageTool-(\d[\w.]*)", folder)
    return named.group(1) if named else ""


def _stamp(folder: str) -> str:
    """A digest of the names, sizes and times of the jars and of the word lists that may be edited beside them."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    for root in (folder, os.path.join(folder, "libs"), os.path.join(folder, "org")):
        walk = sorted(os.walk(root)) if root.endswith("org") else [(root, [], _names(root))]
        for here, _, names in walk:
            for name in sorted(names):
                if name.endswith((".jar", ".xml", ".txt", ".dict", ".properties")):
                    state = os.stat(os.path.join(here, name))
                    digest.update(f"{here}/{name} {state.st_size} {state.st_mtime_ns}\n".encode("utf-8", "replace"))
    return digest.hexdigest()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _free_port() -> int:
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((_LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def _told(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:300]
