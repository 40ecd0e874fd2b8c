"""From arguments to a registry and a configuration."""

from __future__ import annotations

import gc
import os

from copylint.cli import UsageError
from copylint.cli.arguments import listed
from copylint.plugins import registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from copylint.config import Configuration
    from copylint.plugins import Registry
    from copylint.rule import Rule

_YOUNG = 200_000  # values made between two looks for garbage: reports are large, and hardly any of it is garbage
EXTRAS = {"languagetool": "languagetool", "readability": "readability"}
"""The sources and packs that an extra brings, and the name of the extra."""


def configuration_for(chosen: argparse.Namespace) -> Configuration:
    """The configuration that the arguments choose; files are read as they are needed."""
    from copylint.config import Choices, Configuration

    select = listed(getattr(chosen, "select", []))
    ignore = listed(getattr(chosen, "ignore", []))
    extend = listed(getattr(chosen, "extend_select", []))
    choices = Choices(
        select=tuple(select) or None,
        extend_select=tuple(extend) or None,
        ignore=tuple(ignore) or None,
        fail_on=getattr(chosen, "fail_on", None),
        style=getattr(chosen, "style", None),
        scope=getattr(chosen, "scope", None),
        as_of=getattr(chosen, "as_of", None),
        baseline=getattr(chosen, "baseline", None),
        config=chosen.config,
        isolated=chosen.isolated,
        stdin_name=getattr(chosen, "stdin_filename", None),
    )
    found = registry()
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_YOUNG)
        gc.enable()
    return Configuration(found, choices, EXTRAS)


def registry_for(chosen: argparse.Namespace) -> Registry:
    """The registry with the packs of the newsroom that the working directory belongs to."""
    return configuration_for(chosen).registry_for(os.getcwd())


def rule_named(name: str, registry: Registry) -> Rule:
    """The rule of an id. Raises UsageError, with the nearest id, or what to write for a pack or a style."""
    rule = registry.rules.get(name)
    if rule is not None:
        return rule
    if name in registry.packs:
        first = next((rule.id for rule in registry.packs[name].rules), f"{name}/…")
        raise UsageError(f"'{name}' is a pack; name a rule of it, such as {first} (copylint rules {name} lists them)")
    if name in registry.styles:
        raise UsageError(f"'{name}' is a style; copylint explain RULE --style {name} tells what it says of a rule")
    if os.path.isfile(os.path.join("rules", f"{name}.toml")):  # where `new-rule` puts it
        raise UsageError(f"'{name}' is not run yet: say rules-folders = [\"rules\"] in copylint.toml")
    from copylint.likely import nearest, nearest_id

    near = nearest_id(name, registry.rules) or nearest(name, registry.packs)
    hint = f" (did you mean '{near}'?)" if near else "; copylint rules lists them"
    raise UsageError(f"'{name}' is not a rule{hint}")


def check_source(name: str, registry: Registry) -> None:
    """Raises UsageError, with the nearest name, if there is no source of this name."""
    if name not in registry.sources:
        from copylint.likely import likely

        raise UsageError(f"'{name}' is not a source{likely(name, registry.sources, all_of_them=True)}")
