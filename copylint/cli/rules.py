"""`copylint rules`: the list of the rules."""

from __future__ import annotations

from copylint.cli import CLEAN
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.setting import registry_for


def main(arguments: list[str]) -> int:
    """Prints every rule, pack by pack, or all as JSON."""
    parser = Parser("rules", "List the rules: what each finds, how severe it is, and whether it is on by default.")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    add_registry_arguments(parser)
    chosen = parser.parse_args(arguments)
    registry = registry_for(chosen)
    if chosen.format == "json":
        import json

        rules = [
            {
                "id": rule.id,
                "summary": rule.summary,
                "severity": rule.severity,
                "default": rule.default,
                "quotations": rule.quotations,
                "fix": rule.fix,
                "check": rule.kind,
                "languages": list(rule.languages),
                "fields": list(rule.fields),
            }
            for rule in sorted(registry.rules.values(), key=lambda rule: rule.id)
        ]
        print(json.dumps({"version": 1, "rules": rules}, indent=2, ensure_ascii=False))
        return CLEAN
    width = max(len(name) for name in registry.rules)
    for pack in sorted(registry.packs.values(), key=lambda pack: pack.name):
        print(f"{pack.name}: {pack.summary}")
        for rule in pack.rules:
            state = "" if rule.default == "on" else "  (off by default)"
            print(f"  {rule.id:<{width}}  {rule.severity:<10}  {rule.summary}{state}")
        print()
    on = sum(1 for rule in registry.rules.values() if rule.default == "on")
    print(f"{len(registry.rules)} rules, {on} on by default. copylint explain RULE tells more.")
    return CLEAN
