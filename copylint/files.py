"""PATHS -> the files to lint: files, folders, globs and standard input, in one order, each file once.

A walk through a folder takes known formats only, and silently skips the rest. A path that was named and cannot be
linted is a failure. No article is opened here.
"""

from __future__ import annotations

import os
import stat

from copylint.rule import Failure
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    # Whether the configuration leaves out an absolute path; the flag tells that it is a folder.
    Excluded = Callable[[str, bool], bool]

STDIN = "-"
STDIN_NAME = "<stdin>"

_DOCUMENTS = (".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf")  # of word processors, which can save text too
_SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__"))  # besides hidden ones and virtual environments


class File(NamedTuple):
    """A file to lint. path: absolute, or `-` for standard input. name: as reports show it, relative to the
    working directory, with `/`, and backslash-escaped where it is not UTF-8."""

    path: str
    name: str


class Found(NamedTuple):
    """What PATHS resolve to, sorted by name. excluded: paths that were named but are excluded by a pattern."""

    files: tuple[File, ...]
    failures: tuple[Failure, ...] = ()
    excluded: tuple[str, ...] = ()


def discover(
    paths: Iterable[str],
    *,
    suffixes: Collection[str],
    excluded: Excluded = lambda path, folder: False,
    wanted_in: Callable[[str], Callable[[str], bool]] | None = None,
    stdin_name: str | None = None,
) -> Found:
    """The files that PATHS resolve to. suffixes: those of the known formats, lower-case, with the dot. excluded:
    whether an absolute path is left out. wanted_in: for a folder, a function that tells whether a walk takes a file in
    it; by default it takes what is not excluded. A named path need only not be excluded. stdin_name: the file that
    standard input stands for."""
    search = _Search(frozenset(suffixes), excluded, wanted_in)
    for path in paths:
        if path == STDIN:
            search.stdin(stdin_name)
        else:
            search.named(path)
    return search.found()


def display(path: str, folder: str | None = None) -> str:
    """How reports show an absolute path: relative to a folder (by default the working directory), with `/`, in
    UTF-8."""
    folder = folder or os.getcwd()
    prefix = folder if folder.endswith(os.sep) else folder + os.sep
    if path.startswith(prefix) and len(path) > len(prefix):
        name = path[len(prefix) :]
    else:
        try:
            name = os.path.relpath(path, folder)
        except ValueError:  # another drive
            name = path
    return _shown(name if os.sep == "/" else name.replace(os.sep, "/"))


def _shown(name: str) -> str:
    return name if name.isascii() else name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


class _Search:
    def __init__(
        self,
        suffixes: frozenset[str],
        excluded: Excluded,
        wanted_in: Callable[[str], Callable[[str], bool]] | None,
    ) -> None:
        self.suffixes = suffixes
        self.excluded = excluded
        self.wanted_in = wanted_in or (lambda folder: lambda path: not excluded(path, False))
        self.folder = os.getcwd()
        self.files: list[tuple[int, str, File]] = []  # rank, identity: of two names of a file the lower rank is kept
        self.failures: list[Failure] = []
        self.left_out: list[str] = []
        self.real_folders: dict[str, str] = {}
        self.trees: dict[str, str] = {}

    def found(self) -> Found:
        files = {identity: file for _, identity, file in self.files}
        if len(files) < len(self.files):
            files = {}
            for _, identity, file in sorted(self.files, key=lambda entry: (entry[0], entry[2].name)):
                files.setdefault(identity, file)
        failures = dict.fromkeys(sorted(self.failures, key=lambda failure: (failure.path or "", failure.message)))
        return Found(
            tuple(sorted(files.values(), key=lambda file: file.name)),
            tuple(failures),
            tuple(sorted(dict.fromkeys(self.left_out))),
        )

    def stdin(self, name: str | None) -> None:
        if not name:  # an editor's file that has no name yet
            self.files.append((0, STDIN, File(STDIN, STDIN_NAME)))
            return
        path = os.path.abspath(name)
        if self.excluded(path, False):
            self.left_out.append(self.display(path))
        else:
            self.files.append((0, self.identity(path, os.path.islink(path)), File(STDIN, self.display(path))))

    def named(self, path: str) -> None:
        try:
            state = os.stat(path)
        except (OSError, ValueError) as error:
            if isinstance(error, FileNotFoundError) and _is_pattern(path) and not os.path.islink(path):
                self.glob(path)
            else:
                self.fail(path, _why_not(path, error))
            return
        absolute = os.path.abspath(path)
        folder = stat.S_ISDIR(state.st_mode)
        if self.excluded(absolute, folder):
            self.left_out.append(self.display(absolute))
        elif folder:
            self.walk(absolute)
        elif not stat.S_ISREG(state.st_mode):
            self.fail(path, f"this is {_kind(state.st_mode)}, not a file")
        elif not self.known(os.path.basename(path)):
            known = ", ".join(sorted(self.suffixes))
            cure = ": save it as one of them" if path.lower().endswith(_DOCUMENTS) else ""
            self.fail(path, f"this is in no format that copylint reads ({known}){cure}", kind="skipped")
        else:
            self.add(absolute, os.path.islink(path))

    def glob(self, pattern: str) -> None:
        """Takes what a pattern matches as a walk does: known formats only."""
        before = len(self.files), len(self.left_out), len(self.failures)
        for path in _glob(pattern, self.fail_to_list):
            absolute = os.path.abspath(path)
            folder = os.path.isdir(path)
            if not folder and not self.known(os.path.basename(path)):
                continue
            if self.excluded(absolute, folder):
                self.left_out.append(self.display(absolute))
            elif folder:
                self.walk(absolute)
            elif not (os.path.islink(path) and self.leads_out(absolute, self.folder)):
                self.take(absolute, os.path.islink(path))
        if before == (len(self.files), len(self.left_out), len(self.failures)):
            start = _fixed_part(pattern.replace(os.sep, "/").split("/"))[0]
            hint = "" if os.path.isdir(start or ".") else _near_hint(start.rstrip("/"))
            self.fail(pattern, f"this pattern matches nothing that copylint reads{hint}")

    def walk(self, root: str) -> None:
        """Takes every file of a known format below a folder. Follows no link to a folder, so that the walk ends, and no
        link to a file outside the tree, which nobody asked for."""
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = list(listing)
            except OSError as error:
                self.fail_to_list(folder, error)
                continue
            if folder != root and any(entry.name == "pyvenv.cfg" for entry in entries):
                continue
            wanted = self.wanted_in(folder)
            # Told once for all files of the folder: what identifies them, and how they are shown.
            real, shown = self.real(folder), self.display(os.path.join(folder, "x"))[:-1]
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if name not in _SKIPPED_FOLDERS and not self.excluded(entry.path, True):
                        waiting.append(entry.path)
                elif self.known(name):
                    path = entry.path
                    if entry.is_symlink():
                        if not (_is_folder(entry) or self.leads_out(path, root)) and wanted(path):
                            self.take(path, True)
                    elif wanted(path):
                        if _is_file(entry):
                            self.files.append((1, real + path[len(folder) :], File(path, shown + _shown(name))))
                        else:
                            self.take(path, False)

    def leads_out(self, path: str, root: str) -> bool:
        """Whether a link leads to a file that is not in the repository of a folder or, where there is none, below the
        working directory or the folder."""
        tree = self.trees.get(root)
        if tree is None:
            tree = self.folder if root.startswith(os.path.join(self.folder, "")) else root
            above = root
            while not os.path.lexists(os.path.join(above, ".git")) and os.path.dirname(above) != above:
                above = os.path.dirname(above)
            if os.path.lexists(os.path.join(above, ".git")):
                tree = above
            tree = self.trees[root] = os.path.join(os.path.realpath(tree), "")
        return os.path.exists(path) and not os.path.realpath(path).startswith(tree)

    def take(self, path: str, link: bool) -> None:
        """Adds a file that was come across, or says why it cannot be read."""
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            self.fail(path, "this link leads nowhere" if link else _reason(error))
            return
        if not stat.S_ISREG(mode):
            self.fail(path, f"this is {_kind(mode)}, not a file")
            return
        self.add(path, link)

    def add(self, path: str, link: bool) -> None:
        self.files.append((2 if link else 1, self.identity(path, link), File(path, self.display(path))))

    def known(self, name: str) -> bool:
        """True if the name ends in the suffix of a format, at any of its dots."""
        name = name.lower()
        dot = name.find(".", 1)
        while dot > 0:
            if name[dot:] in self.suffixes:
                return True
            dot = name.find(".", dot + 1)
        return False

    def identity(self, path: str, link: bool) -> str:
        """The same for two names of one file."""
        if link:
            return os.path.realpath(path)
        folder = os.path.dirname(path)
        return self.real(folder) + path[len(folder) :]

    def real(self, folder: str) -> str:
        """The path of a folder without links."""
        real = self.real_folders.get(folder)
        if real is None:
            real = self.real_folders[folder] = os.path.realpath(folder)
        return real

    def display(self, path: str) -> str:
        return display(path, self.folder)

    def fail(self, path: str, message: str, *, kind: str = "unreadable") -> None:
        name = self.display(os.path.abspath(path)) if path and "\0" not in path else path or "''"
        self.failures.append(Failure(kind, message, name))

    def fail_to_list(self, folder: str, error: OSError) -> None:
        self.fail(folder, f"this folder cannot be read: {_reason(error)}")


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _glob(pattern: str, fail: Callable[[str, OSError], None]) -> Iterator[str]:
    """What a pattern matches: `*`, `?` and `[...]` within a name, `**` for any folders.

    No hidden names but where the pattern has the dot, no links to folders, nor below `**` what a walk skips.
    """
    import re
    from fnmatch import translate

    start, parts = _fixed_part(pattern.replace(os.sep, "/").split("/"))
    only_folders = pattern.endswith("/")
    patterns = [re.compile(translate(part)) for part in parts]
    waiting, seen = [(start, 0)], set()
    while waiting:
        folder, index = waiting.pop()
        if (folder, index) in seen:
            continue
        seen.add((folder, index))
        deep = parts[index] == "**"
        last = index + 1 == len(parts)
        if deep and last:
            yield folder or "."
            continue
        if deep:
            waiting.append((folder, index + 1))
        try:
            with os.scandir(folder or ".") as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            if os.path.isdir(folder or "."):
                fail(folder, error)
            continue
        for entry in entries:
            path = os.path.join(folder, entry.name)
            hidden = entry.name.startswith(".")
            folder_too = entry.is_dir(follow_symlinks=False)
            if deep:
                if folder_too and not hidden and entry.name not in _SKIPPED_FOLDERS:
                    waiting.append((path, index))
            elif patterns[index].match(entry.name) and (not hidden or parts[index].startswith(".")):
                if last and (folder_too or not (only_folders or _is_folder(entry))):
                    yield path
                elif folder_too and not last:
                    waiting.append((path, index + 1))


def _is_pattern(path: str) -> bool:
    return "*" in path or "?" in path or "[" in path


def _fixed_part(parts: list[str]) -> tuple[str, list[str]]:
    """The folder that a pattern starts in, and its other parts."""
    index = next((at for at, part in enumerate(parts) if _is_pattern(part)), len(parts))
    rest = [part for part in parts[index:] if part not in ("", ".")]
    return "/".join(parts[:index]) + ("/" if index else ""), rest


def _why_not(path: str, error: OSError | ValueError) -> str:
    """Why a named path cannot be linted, with the nearest name that is there."""
    if not isinstance(error, FileNotFoundError):
        return _reason(error)
    if os.path.islink(path):
        return "this link leads nowhere"
    return f"there is no such file or folder{_near_hint(path)}"


def _near_hint(path: str) -> str:
    near = _near(path)
    return f" (did you mean '{near}'?)" if near else ""


def _near(path: str) -> str | None:
    """The path with the nearest name that exists for its first part that does not, if that leads anywhere."""
    from copylint.likely import nearest

    parts = path.split("/") if os.sep == "/" else path.replace(os.sep, "/").split("/")
    for index, part in enumerate(parts):
        folder = "/".join(parts[:index])
        if part and not os.path.lexists(os.path.join(folder + "/" if index else "", part)):
            try:
                names = os.listdir(folder + "/" if index else ".")
            except OSError:
                return None
            near = nearest(part, names)
            if near is None:
                return None
            whole = "/".join([*parts[:index], near, *parts[index + 1 :]])
            return _shown(whole) if os.path.lexists(whole) else None
    return None


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeError):
        return "this name cannot be written as file names are here"
    if isinstance(error, ValueError):
        return "no path has a null character in it"
    reason = error.strerror or str(error)
    return f"{reason[:1].lower()}{reason[1:]}"


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a folder" if stat.S_ISDIR(mode) else "a device"
