"""`copylint stats [PATHS]`: what articles measure."""

from __future__ import annotations

import sys

from copylint.cli import BROKEN, CLEAN, UsageError
from copylint.cli.arguments import Parser, add_registry_arguments
from copylint.cli.reading import each_document, tell
from copylint.cli.setting import configuration_for


def parser() -> Parser:
    """The arguments of the command."""
    from copylint.stats import LONGEST

    parser = Parser(
        "stats",
        "Measure articles: words, sentences, paragraphs, quoted speech, readability, reading time, longest sentences.\n"
        "The scores need the extra: pip install 'copylint[readability]'.",
    )
    parser.add_argument("paths", metavar="PATHS", nargs="*", help="files, folders, globs, or '-'")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="text (default), json, csv")
    parser.add_argument("--longest", metavar="N", type=int, default=LONGEST, help="how many long sentences (3)")
    parser.add_argument("--stdin-filename", metavar="NAME", help="what to call standard input; tells its format too")
    add_registry_arguments(parser)
    return parser


def main(arguments: list[str]) -> int:
    """Prints the measures as a table, JSON or CSV."""
    from copylint import stats
    from copylint.document import Document

    chosen = parser().parse_args(arguments)
    if chosen.longest < 0:
        raise UsageError("--longest takes a whole number from 0")
    documents: list[stats.Measures] = []
    notes: list[str] = []

    def look(document: Document) -> None:
        found, note = stats.measured([document], longest=chosen.longest)
        documents.extend(found)
        if note is not None and note not in notes:
            notes.append(note)

    failures = each_document(chosen.paths, configuration_for(chosen), look, stdin_name=chosen.stdin_filename)
    render = {"text": stats.as_text, "json": stats.as_json, "csv": stats.as_csv}[chosen.format]
    for piece in render(documents, notes[0] if notes else None):
        sys.stdout.write(piece)
    tell(failures)
    return BROKEN if failures else CLEAN
