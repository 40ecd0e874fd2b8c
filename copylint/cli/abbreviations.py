"""`copylint abbreviations FILE`: the abbreviations of an article as a table."""

from __future__ import annotations

import sys

from copylint.cli import BROKEN, CLEAN
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.reading import each_document, tell
from copylint.cli.setting import configuration_for


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser(
        "abbreviations", "Print the abbreviations that articles define: what they stand for, where, and how often used."
    )
    parser.add_argument("paths", metavar="PATHS", nargs="+", help="files, folders, globs, or '-'")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    parser.add_argument("--stdin-filename", metavar="NAME", help="what to call standard input; tells its format too")
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints what each article shortens, what it says that stands for, where, and how often it uses it."""
    from copylint.annotate.abbreviations import abbreviations
    from copylint.document import Document, Span
    from copylint.reporters.harmless import visible

    chosen = parser().parse_args(arguments)
    rows: list[dict[str, object]] = []

    def look(document: Document) -> None:
        def where(span: Span) -> str:
            position = document.position(document.source_span(span).start)
            return f"{position.line}:{position.column}"

        for one in abbreviations(document):
            first = one.definitions[0]
            rows.append(
                {
                    "path": document.path,
                    "abbreviation": one.letters,
                    "words": list(dict.fromkeys(definition.words for definition in one.definitions)),
                    "defined": [where(definition.short) for definition in one.definitions],
                    "uses": [where(use) for use in one.uses],
                    "before": sum(1 for use in one.uses if use.start < first.long.start),
                }
            )

    failures = each_document(chosen.paths, configuration_for(chosen), look, stdin_name=chosen.stdin_filename)
    if chosen.format == "json":
        import json

        sys.stdout.write(json.dumps({"version": 1, "abbreviations": rows}, indent=1, ensure_ascii=True) + "\n")
    else:
        for line in _table(rows):
            print(visible(line))
    tell(failures)
    return BROKEN if failures else CLEAN


def _table(rows: list[dict[str, object]]) -> list[str]:
    if not rows:
        return ["No abbreviation is defined."]
    lines: list[str] = []
    path = None
    width = max(len(str(row["abbreviation"])) for row in rows)
    for row in rows:
        if row["path"] != path:
            path = row["path"]
            lines += ([""] if lines else []) + [str(path)]
        words, defined, uses = row["words"], row["defined"], row["uses"]
        assert isinstance(words, list) and isinstance(defined, list) and isinstance(uses, list)
        count = "never used again" if not uses else f"used {len(uses)} time{'' if len(uses) == 1 else 's'}"
        early = f", {row['before']} before it is defined" if row["before"] else ""
        said = " / ".join(words)
        lines.append(f"  {row['abbreviation']:<{width}}  {said}  (defined {', '.join(defined)}; {count}{early})")
    return lines
