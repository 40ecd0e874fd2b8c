"""What a result depends on besides the file: versions, rules, plug-ins, settings."""

from __future__ import annotations

import os

from copylint import __version__
from copylint.kept import blake2b, state_of_files
from copylint.packs import builtin_root, state_of_own_files
from copylint.plugins import state_of_plugins

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copylint.config import Settings
    from copylint.plugins import Registry


def state_of(registry: Registry) -> Callable[[Settings], bytes]:
    """A function that gives the state of everything besides the file that a result depends on, for some settings."""
    own = f"{__version__}\n{sorted(registry.plugins.items())}\n{state_of_own_files()}"
    if registry.plugins:
        own += f"\n{state_of_plugins()}"

    def state(settings: Settings) -> bytes:
        lines = [own, *_lines(settings)]
        return blake2b("\n".join(lines).encode("utf-8", "backslashreplace"), digest_size=20).digest()

    return state


def _lines(settings: Settings) -> list[str]:
    root = builtin_root()
    others = sorted({one.rule.path for one in settings.chosen if not one.rule.path.startswith(root)})
    options = {
        rule: {key: said.value for key, said in sorted(values.items())}
        for rule, values in sorted(settings.resolved.rules.items())
    }
    lines = [
        repr([(one.rule.id, one.severity) for one in settings.chosen]),
        repr(options),
        repr((settings.scope, settings.language, settings.as_of, settings.style)),
        repr(settings.house),
        state_of_files(sorted({os.path.dirname(path) for path in others if path})),
    ]
    for field, inner in sorted(settings.fields.items()):
        lines += [field, *_lines(inner)]
    return lines
