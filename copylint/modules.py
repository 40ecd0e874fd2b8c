"""copylint's own modules, imported in a quarter of the time that Python takes.

Of each import Python takes a third of a millisecond for what matters little here: locks, the folders of `sys.path` that
may have the module, the kinds of file that it may be. A run over one page imports more than a hundred. So the command
(`quicken`) reads the bytecode that Python has kept of a module, where it is that of the file as it is now, imports what
that imports, and runs it. All else is left to Python: what has not been compiled, what was compiled when the file was
another, and what cannot be told from the code. A test holds the modules to be those that Python would have made.
"""

from __future__ import annotations

import os
import sys
from marshal import loads

try:  # where `importlib` has them from; to import it takes longer than four modules of ours
    from _frozen_importlib import ModuleSpec
    from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader, cache_from_source
except ImportError:  # another Python than CPython
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from importlib.util import MAGIC_NUMBER, cache_from_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType
    from typing import Any

_ROOT, _, _PACKAGE = os.path.dirname(os.path.abspath(__file__)).rpartition(os.sep)
_OWN = f"{_PACKAGE}."
_TYPES_ONLY = "TYPE_CHECKING"  # the name behind which a module imports for the type checker only
_PLAIN = MAGIC_NUMBER + bytes(4)  # what bytecode begins with that is good for a time and a size of the source
_HEAD = len(_PLAIN) + 8  # bytes: with these two
_MOST_BYTES = 1_000_000  # of the bytecode of a module
_begun: set[str] = set()  # modules that were imported here, or not, and are not tried again
_around: dict[str, tuple[str, str]] = {}  # folder -> what stands before and behind the name in a path of bytecode


def module(name: str) -> Any:
    """The module of a name, imported if it has not been yet. Raises ImportError."""
    return __import__(name, fromlist=("__name__",))


def module_of(name: str, path: str) -> ModuleType:
    """The module that a file makes, under a name that is in no package. Raises whatever the file does."""
    bytecode = _path_of_bytecode(path)
    code = _code(path, bytecode)
    if code is None:
        code = SourceFileLoader(name, path).get_code(name)
        assert code is not None, "a source file has code"
    elif _Quick in sys.meta_path:
        _import_used(code)
    return _run(_made(name, path, bytecode), code)


def quicken() -> None:
    """Lets copylint's own modules be imported quickly from now on, until there may be threads: they would not wait for
    one another's imports."""
    if _Quick not in sys.meta_path and "importtime" not in sys._xoptions:
        sys.meta_path.insert(0, _Quick)


class _Quick:
    """Finds modules for Python, where a function imports one."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """That of a module that has been imported here by then; None if it is left to Python."""
        if not name.startswith(_OWN):
            return None
        _import(name)
        made = sys.modules.pop(name, None)  # what Python finds there it would run again
        loader: Any = None if made is None else _Loaded(made)
        return None if loader is None else ModuleSpec(name, loader)


class _Loaded:
    """Hands over a module that is there."""

    def __init__(self, made: ModuleType) -> None:
        self._made, self._spec = made, made.__spec__

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return self._made

    def exec_module(self, made: ModuleType) -> None:
        made.__spec__ = self._spec


def _import_used(code: CodeType) -> None:
    """Imports the modules of copylint that a module imports when it is run, as far as its code names them."""
    loaded = sys.modules
    for name in code.co_names:  # in their order; only the name of a module has a dot in it
        if "." in name:
            if name not in loaded and name.startswith(_OWN):
                _import(name)
        elif name == _TYPES_ONLY:
            return


def _import(name: str) -> None:
    """Imports a module of copylint after those that it imports, or leaves it to Python."""
    if name in _begun or "threading" in sys.modules:
        return
    _begun.add(name)
    above, _, stem = name.rpartition(".")
    if above not in sys.modules:
        _import(above)
    found = _found(f"{_ROOT}{os.sep}{name.replace('.', os.sep)}")
    if found is None:
        return
    path, bytecode, code = found
    made = _made(name, path, bytecode)
    if made.__package__ == name:
        sys.modules[name] = made  # what a package imports may stand in it
    _import_used(code)
    if above in sys.modules:
        setattr(sys.modules[above], stem, _run(made, code))


def _found(base: str) -> tuple[str, str, CodeType] | None:
    """The file and the bytecode of a module or a package, and the code in it, if Python has kept that."""
    for path in (f"{base}.py", f"{base}{os.sep}__init__.py"):
        bytecode = _path_of_bytecode(path)
        code = _code(path, bytecode)
        if code is not None:
            return path, bytecode, code
    return None


def _code(path: str, bytecode: str) -> CodeType | None:
    """The code that Python has kept of a source file, if it is that of the file as it is now."""
    try:
        with open(bytecode, "rb", 0) as file:
            data = file.read()
        now = os.stat(path)
        head = b"%b%b%b" % (_PLAIN, _word(now.st_mtime), _word(now.st_size))
        if data.startswith(head):
            code: CodeType = loads(memoryview(data)[_HEAD:])
            return code if code.co_filename == path else None  # it may have been compiled elsewhere
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return None


def _word(number: float) -> bytes:
    return (int(number) & 0xFFFFFFFF).to_bytes(4, "little")


def _path_of_bytecode(path: str) -> str:
    folder, _, file = path.rpartition(os.sep)
    around = _around.get(folder)
    if around is None:
        before, _, behind = cache_from_source(os.path.join(folder, "NAME.py")).rpartition("NAME")
        around = _around[folder] = before, behind
    return f"{around[0]}{file[:-3]}{around[1]}"


def _made(name: str, path: str, bytecode: str) -> ModuleType:
    """A module as Python makes it, which has not been run."""
    package = path.endswith("__init__.py")
    spec = ModuleSpec(name, SourceFileLoader(name, path), origin=path, is_package=package)
    spec.has_location = True
    spec.cached = bytecode
    made = type(sys)(name)
    made.__spec__, made.__loader__, made.__file__ = spec, spec.loader, path
    made.__cached__ = bytecode  # type: ignore[attr-defined]
    if package:
        spec.submodule_search_locations = made.__path__ = [os.path.dirname(path)]
        made.__package__ = name
    else:
        made.__package__ = name.rpartition(".")[0]
    return made


def _run(made: ModuleType, code: CodeType) -> ModuleType:
    name = made.__name__
    sys.modules[name] = made
    try:
        exec(code, made.__dict__)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return made
