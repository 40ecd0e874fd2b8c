"""LanguageTool over a corpus: through copylint, a first and a second run, and language-tool-python directly.

    LTP_JAR_DIR_PATH=... python bench/languagetool.py FILES...

Each line is one process of its own, its server's start included. language-tool-python is given the server
that copylint would start, because it cannot start one from a folder of jars.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

SETUP = """
import json, sys, time
started = time.perf_counter()
paths = json.load(sys.stdin)
texts = [open(path, encoding="utf-8").read() for path in paths]
"""

OURS = """
from copylint.builtin import copylint_formats
from copylint.sources.languagetool.options import read
from copylint.sources.languagetool.source import LanguageTool
opened = LanguageTool(read({}, ""))
plain = next(one for one in copylint_formats() if one.name == "text")
results = opened.lint([plain.read(path, text) for path, text in zip(paths, texts)])
opened.close()
found = sum(len(linted.findings) for linted in results)
failed = [failure.message for linted in results for failure in linted.failures]
"""

THEIRS = """
import language_tool_python
from copylint.sources.languagetool.options import read
from copylint.sources.languagetool.server import Server, locate
options = read({}, "")
server = Server(locate(options), options, 2)
server.start()
tool = language_tool_python.LanguageTool("en-US", remote_server=f"http://127.0.0.1:{server.port}")
found = sum(len(tool.check(text)) for text in texts)
tool.close()
server.stop()
failed = []
"""

END = """
print(json.dumps({"seconds": time.perf_counter() - started, "found": found, "failed": failed[:3]}))
"""


def main(paths: list[str]) -> None:
    size = sum(os.path.getsize(path) for path in paths)
    print(f"{len(paths)} files, {size / 1e3:.0f} kB")
    with tempfile.TemporaryDirectory() as cache:
        for name, script in (
            ("copylint, first run", OURS),
            ("copylint, second run", OURS),
            ("language-tool-python", THEIRS),
        ):
            started = time.perf_counter()
            ended = subprocess.run(
                [sys.executable, "-c", SETUP + script + END],
                input=json.dumps(paths),
                capture_output=True,
                text=True,
                check=True,
                env={**os.environ, "XDG_CACHE_HOME": cache},
            )
            told = json.loads(ended.stdout)
            whole = time.perf_counter() - started
            print(f"{name:<22} {whole:7.2f} s  {told['found']:>5} findings  {' '.join(told['failed'])}")


if __name__ == "__main__":
    main(sys.argv[1:])
