"""`copylint test-rules [RULES|PATHS]`: runs the examples of rules."""

from __future__ import annotations

import os

from copylint.cli import CLEAN, FINDINGS, UsageError, say
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.setting import registry_for
from copylint.likely import likely
from copylint.packs import load_pack, pack_folders
from copylint.plugins import Registry
from copylint.reporters.tally import counted
from copylint.rule import Rule, Unavailable
from copylint.testing import problems


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser(
        "test-rules",
        "Run the examples of rules: each marked fault is found where it is marked, with its evidence and its cure,\n"
        "and what is good is left alone. Name rules or packs by their ids, or rule files, packs or folders of packs\n"
        "by their paths; without any, all rules.",
    )
    parser.add_argument("rules", metavar="RULES|PATHS", nargs="*")
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints what is wrong with each rule; exit code 1 if anything is. A rule that needs a package that is not
    installed is named, and is not counted as wrong."""
    chosen = parser().parse_args(arguments)
    registry = registry_for(chosen)
    rules = rules_at(chosen.rules, registry) if chosen.rules else list(registry.rules.values())
    failed = idle = 0
    for rule in rules:
        try:
            told = problems(rule, registry.kinds.values())
        except Unavailable as missing:
            say(f"{rule.id}: not run: {missing}")
            idle += 1
            continue
        failed += bool(told)
        for problem in told:
            say(problem)
    examples = sum(len(rule.examples) for rule in rules)
    outcome = f"{failed} fail" if failed else "all that ran pass" if idle else "all pass"
    say(f"{counted(len(rules), 'rule')}, {examples} examples: {outcome}" + (f", {idle} not run" if idle else ""))
    return FINDINGS if failed else CLEAN


def rules_at(paths: list[str], registry: Registry) -> list[Rule]:
    """The rules of rule files, packs and folders of packs, or, where there is no such path, of what is known by that
    id. Newsroom packs are TOML only, and so are these. Raises UsageError."""
    known = {rule.path: rule for rule in registry.rules.values()}
    found: list[Rule] = []
    for path in paths:
        if not os.path.exists(path):
            found.extend(_of_id(path, registry))
        elif os.path.isfile(path):
            rule = known.get(os.path.abspath(path))
            found.extend([rule] if rule else _of_file(path, registry))
        elif os.path.isfile(os.path.join(path, "pack.toml")):
            found.extend(_of_pack(path, registry))
        else:
            folders = pack_folders(path)
            if not folders:
                raise UsageError(f"{path}: there is no pack (a pack is a folder with a pack.toml)")
            for folder in folders:
                found.extend(_of_pack(folder, registry))
    return found


def _of_id(name: str, registry: Registry) -> list[Rule]:
    pack = registry.packs.get(name)
    if pack is None and name not in registry.rules:
        near = likely(name, (*registry.rules, *registry.packs))
        raise UsageError(f"'{name}' is not a file, folder, rule or pack{near}")
    return [registry.rules[name]] if pack is None else list(pack.rules)


def _of_file(path: str, registry: Registry) -> list[Rule]:
    folder = os.path.dirname(path) or "."
    if not path.endswith((".toml", ".py")):
        raise UsageError(f"{path}: this is not a rule (a rule is a file in TOML)")
    if not os.path.isfile(os.path.join(folder, "pack.toml")):
        raise UsageError(f"{path}: its folder is not a pack (a pack is a folder with a pack.toml)")
    return _of_pack(folder, registry, path)


def _of_pack(folder: str, registry: Registry, only: str | None = None) -> list[Rule]:
    absolute = os.path.abspath(folder)
    pack = registry.packs.get(os.path.basename(absolute))
    if pack is None or not pack.rules or os.path.dirname(pack.rules[0].path) != absolute:
        pack = load_pack(absolute, registry.kinds, python=False)
    rules = list(pack.rules)
    if only is None:
        return rules
    stem = os.path.splitext(os.path.basename(only))[0]
    return [rule for rule in rules if rule.id.endswith("/" + stem)]
