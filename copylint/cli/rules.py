"""`copylint rules`: the list of the rules."""

from __future__ import annotations

from copylint.cli import CLEAN, UsageError, say
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.setting import registry_for
from copylint.cli.terminal import width
from copylint.reference import wrapped
from copylint.reporters.tally import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copylint.plugins import Registry
    from copylint.rule import Pack


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("rules", "List the rules: what each finds, how severe it is, and whether it is on by default.")
    parser.add_argument("packs", metavar="PACK", nargs="*", help="only the rules of these packs (default: all)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints every rule, pack by pack, or all as JSON."""
    chosen = parser().parse_args(arguments)
    registry = registry_for(chosen)
    packs = _packs(chosen.packs, registry)
    listed = sorted((rule for pack in packs for rule in pack.rules), key=lambda rule: rule.id)
    if chosen.format == "json":
        from copylint.reporters.jsonreport import dumps

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
            for rule in listed
        ]
        print(dumps({"version": 1, "rules": rules}, indent=2))
        return CLEAN
    columns = width()
    widest = max((len(rule.id) for rule in listed), default=0)
    for pack in packs:
        say("\n".join(wrapped(f"{pack.name}: {pack.summary}", columns)))
        for rule in pack.rules:
            state = "" if rule.default == "on" else "  (off by default)"
            say(_line(f"  {rule.id:<{widest}}  {rule.severity:<10}  ", rule.summary + state, columns))
        say()
    on = sum(1 for rule in listed if rule.default == "on")
    said = f"{counted(len(listed), 'rule')}, {on} on by default. copylint explain RULE tells more."
    say("\n".join(wrapped(said, columns)))
    return CLEAN


def _line(lead: str, summary: str, columns: int) -> str:
    """A rule in its columns; on a narrow terminal its summary stands below it."""
    room = columns - len(lead)
    if room >= 30:
        return lead + f"\n{' ' * len(lead)}".join(wrapped(summary, room))
    return "  " + "  ".join(lead.split()) + "".join(f"\n      {line}" for line in wrapped(summary, columns - 6))


def _packs(names: list[str], registry: Registry) -> list[Pack]:
    """The packs that are named, or all, in order. Raises UsageError."""
    for name in names:
        if name not in registry.packs:
            if name in registry.rules:
                raise UsageError(f"'{name}' is a rule; copylint explain {name} tells of it")
            from copylint.likely import likely

            raise UsageError(f"'{name}' is not a pack{likely(name, sorted(registry.packs), all_of_them=True)}")
    return [registry.packs[name] for name in sorted(set(names) or registry.packs)]
