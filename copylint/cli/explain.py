"""`copylint explain RULE`: a rule as a page."""

from __future__ import annotations

from copylint.cli import CLEAN, UsageError
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.setting import registry_for
from copylint.config.house import stands
from copylint.reference import page, stand_lines
from copylint.toml import nearest


def main(arguments: list[str]) -> int:
    """Prints the pages of the rules that are named."""
    parser = Parser("explain", "Tell what a rule finds, why, what to write, and what it leaves alone.")
    parser.add_argument("rule", metavar="RULE", nargs="+", help="a rule, such as quotes/inner-space")
    parser.add_argument("--style", metavar="STYLE", help="tell what this house style says, by name or path")
    add_registry_arguments(parser)
    chosen = parser.parse_args(arguments)
    registry = registry_for(chosen)
    for name in chosen.rule:
        if name not in registry.rules:
            near = nearest(name, registry.rules)
            if near is None:
                near = nearest(name, [rule.partition("/")[2] for rule in registry.rules])
                near = next((rule for rule in registry.rules if near and rule.endswith("/" + near)), None)
            hint = f" (did you mean '{near}'?)" if near else "; copylint rules lists them"
            raise UsageError(f"'{name}' is no rule{hint}")
    for number, name in enumerate(chosen.rule):
        if number:
            print()
        for line in page(registry.rules[name], registry.kinds):
            print(line)
        for line in stand_lines(stands(registry, name, [chosen.style] if chosen.style else None)):
            print(line)
    return CLEAN
