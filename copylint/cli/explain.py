"""`copylint explain RULE`: a rule as a page."""

from __future__ import annotations

from copylint.cli import CLEAN, say
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.setting import registry_for, rule_named
from copylint.cli.terminal import width
from copylint.config.house import stands
from copylint.reference import page, stand_lines

_WIDEST = 88  # columns: a page is read


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("explain", "Tell what a rule finds, why, what to write, and what it leaves alone.")
    parser.add_argument("rule", metavar="RULE", nargs="+", help="a rule, such as quotes/inner-space")
    parser.add_argument(
        "--style", metavar="STYLE", help="tell only what this one says: {styles}, or the path of a file"
    )
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints the pages of the rules that are named."""
    chosen = parser().parse_args(arguments)
    registry = registry_for(chosen)
    rules = [rule_named(name, registry) for name in chosen.rule]
    columns = min(width(), _WIDEST)
    for number, rule in enumerate(rules):
        if number:
            say()
        for line in page(rule, registry.kinds, columns):
            say(line)
        for line in stand_lines(stands(registry, rule.id, [chosen.style] if chosen.style else None), columns):
            say(line)
    return CLEAN
