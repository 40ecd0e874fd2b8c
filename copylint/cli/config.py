"""`copylint config FILE`: each value that holds for a file, and where it comes from."""

from __future__ import annotations

from copylint.cli import CLEAN, say
from copylint.cli.arguments import Parser, add_registry_arguments, add_rule_arguments
from copylint.cli.setting import configuration_for


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("config", "Show each value that holds for a file, and where it comes from.")
    parser.add_argument("files", metavar="FILE", nargs="+", help="a file; it need not exist")
    parser.add_argument("--changed", action="store_true", help="only what is not the default")
    add_rule_arguments(parser)
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints the settings of each file that is named."""
    from copylint.config import DEFAULT, RULE_DEFAULT, describe

    chosen = parser().parse_args(arguments)
    configuration = configuration_for(chosen)
    for number, file in enumerate(chosen.files):
        lines = describe(configuration.for_file(file))
        if chosen.changed:
            lines = [line for line in lines if line.origin not in (DEFAULT, RULE_DEFAULT)]
        if number:
            say()
        say(f"# what holds for {file}")
        width = max((len(line.key) + len(line.value) for line in lines), default=0)
        for line in lines:
            said = f"{line.key} = {line.value}"
            say(f"{said:<{min(width + 3, 60)}}  # {line.origin}" if line.origin else said)
    return CLEAN
