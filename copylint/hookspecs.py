r"""The few hooks that a plug-in may implement. This module is the plug-in documentation.

A plug-in is an installed distribution with an entry point in the group `copylint`:

    [project.entry-points.copylint]
    newsroom = "newsroom_copylint"

The module named there implements any of the hooks below with the marker `copylint.hookspecs.hookimpl`. Each hook is
asked once a process and answers with plain values. A name that two plug-ins (or a plug-in and copylint) both claim is
an error.

    # newsroom_copylint/__init__.py
    from pathlib import Path

    from copylint.hookspecs import hookimpl

    @hookimpl
    def copylint_packs():
        return [Path(__file__).parent / "rules" / "newsroom"]

A pack is a folder with a `pack.toml`, which holds a `summary`, and one rule a file. In a plug-in a rule may be
Python: a module with a value `RULE`, whose check takes a document and the rule's options and yields matches.

    # newsroom_copylint/rules/newsroom/shouting.py
    import re

    from copylint.document import Span
    from copylint.rule import Example, Match, Rule

    def check(document, options):
        for found in re.finditer(r"\b[A-Z]{7,}\b", document.text):
            yield Match(Span(*found.span()), suggestions=(found.group().capitalize(),))

    RULE = Rule(
        summary="A long word in capitals.",
        why="Capitals shout.",
        message="'{match}' shouts: write '{suggestion}'.",
        check=check,
        severity="suggestion",
        examples=(
            Example(bad="It was a <mark>DISASTER</mark>."),
            Example(bad="<mark>NOTHING</mark> was left."),
            Example(good="NATO and UNESCO met."),
        ),
    )

Install it beside copylint (`pip install -e .`); then `copylint test-rules newsroom` runs the examples, and in its own
tests `copylint.testing` does. The rules of `copylint/rules` are models of more: options, evidence, gates.
"""

from __future__ import annotations

from os import PathLike

import pluggy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from copylint.rule import Kind

hookspec = pluggy.HookspecMarker("copylint")
hookimpl = pluggy.HookimplMarker("copylint")


@hookspec
def copylint_packs() -> Iterable[str | PathLike[str]]:  # type: ignore[empty-body]
    """Folders of packs: each path is a folder with a `pack.toml` and one rule a file, TOML or Python."""


@hookspec
def copylint_checks() -> Iterable[Kind]:  # type: ignore[empty-body]
    """Kinds of check that TOML rules may name: `copylint.rule.Kind` values."""


@hookspec
def copylint_sources() -> Iterable[Any]:  # type: ignore[empty-body]
    """Sources of findings: `copylint.sources.Source` values (name, summary, options, open)."""


@hookspec
def copylint_formats() -> Iterable[Any]:  # type: ignore[empty-body]
    """Formats of articles: `copylint.formats.Format` values (name, summary, suffixes, read)."""


@hookspec
def copylint_reporters() -> Iterable[Any]:  # type: ignore[empty-body]
    """Formats of reports: `copylint.reporters.Reporter` values (name, summary, render)."""


@hookspec
def copylint_styles() -> Iterable[str | PathLike[str]]:  # type: ignore[empty-body]
    """House styles: paths of TOML files; the name of the style is the name of the file."""
