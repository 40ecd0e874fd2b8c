"""The formats as a whole: their names, and what reading one does not import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from copylint.formats import builtin_formats


def test_the_names() -> None:
    assert [one.name for one in builtin_formats()] == ["text", "markdown", "mdx", "html"]
    assert all(one.summary for one in builtin_formats())
    suffixes = [suffix for one in builtin_formats() for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize(
    ("index", "source", "unwanted"),
    [
        pytest.param(0, "One.\n\nTwo.\n", {"copylint.formats.wrapping", "pyromark", "yaml"}, id="text"),
        pytest.param(1, "# One\n\nTwo.\n", {"yaml", "tomli", "html.entities", "datetime"}, id="markdown"),
        pytest.param(1, "+++\ntitle = 'x'\n+++\n", {"yaml"}, id="markdown with TOML"),
        pytest.param(1, "# One\n", {"copylint.formats.jsx"}, id="markdown without JSX"),
        pytest.param(3, "<p>One &amp; two.", {"pyromark", "yaml", "html.entities", "datetime"}, id="html"),
    ],
)
def test_reading_imports_what_it_needs(index: int, source: str, unwanted: set[str]) -> None:
    code = (
        "import sys\nfrom copylint.formats import builtin_formats\n"
        f"assert not {{'pyromark', 'yaml', 'copylint.formats.plain'}} & set(sys.modules)\n"
        f"builtin_formats()[{index}].read('story', {source!r})\n"
        "print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert unwanted & set(ran.stdout.split()) == set()
