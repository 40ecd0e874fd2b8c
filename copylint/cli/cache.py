"""`copylint cache`: where the results of other runs are, and how to be rid of them."""

from __future__ import annotations

from copylint.cli import CLEAN, UsageError
from copylint.cli.arguments import Parser


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("cache", "The results that copylint keeps from run to run.")
    parser.add_argument("action", choices=("clear", "where"), help="clear: delete them; where: print their folder")
    return parser


def main(arguments: list[str]) -> int:
    """`clear` deletes the cache, `where` prints its folder."""
    from copylint.kept import folder
    from copylint.runner.store import clear

    chosen = parser().parse_args(arguments)
    if chosen.action == "where":
        print(folder())
        return CLEAN
    try:
        freed = clear()
    except OSError as error:
        raise UsageError(f"{error.filename}: cannot be deleted: {error.strerror or error}") from None
    print(f"{freed / 1_000_000:.1f} MB deleted from {folder()}")
    return CLEAN
