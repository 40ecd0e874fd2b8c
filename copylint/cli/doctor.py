"""`copylint doctor`: what is there, what works, what is missing and how to get it."""

from __future__ import annotations

import os
import sys

from copylint.cli import BROKEN, CLEAN
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.setting import check_source, configuration_for


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("doctor", "Tell what is there, what works, what is missing and how to get it. It changes nothing.")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    parser.add_argument(
        "--with", dest="source", metavar="SOURCE", action="append", default=[], help="try this source: {sources}"
    )
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints the diagnosis; exit code 2 if something that is asked for is missing."""
    from copylint.config import find
    from copylint.doctor import as_json, as_text, examine, healthy

    chosen = parser().parse_args(arguments)
    configuration = configuration_for(chosen)
    path = chosen.config
    if path is None and not chosen.isolated:
        found = find(os.getcwd())
        path = None if found is None else found.path
    here = os.path.join(os.getcwd(), "story.txt")
    registry = configuration.registry_for(os.getcwd())
    for name in chosen.source:
        check_source(name, registry)
    parts = tuple(examine(registry, configuration.for_file(here), path, chosen.source))
    for piece in (as_json if chosen.format == "json" else as_text)(parts):
        sys.stdout.write(piece)
    return CLEAN if healthy(parts) else BROKEN
