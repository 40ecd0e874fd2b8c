"""`copylint new-rule PACK/NAME`: the file of a rule, with examples to fill in."""

from __future__ import annotations

import os
import re
import sys

from copylint.cli import CLEAN, UsageError
from copylint.cli.arguments import Parser
from copylint.cli.writing import write_new

_ID = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([a-z0-9]+(?:-[a-z0-9]+)*)")

_HEAD = """\
# {id}: a rule is one file, and its path is its id. Put your own words for what stands here, then run
#   copylint test-rules {path}
summary = "What is wrong, in a line."
why = "Why the desk minds, in a sentence or two."
message = "{message}"
severity = "suggestion"     # error: wrong in every style; warning: against our style; suggestion: a query
quotations = "skip"         # what it does in quoted speech: check, skip or only
check = "{check}"
"""

_BODIES = {
    "existence": (
        "'{match}' is not what we write.",
        """
[options]
terms = ["in the pipeline", "going forwards?"]      # words, phrases and finite patterns, in any case of letters
exceptions = ["no longer in the pipeline"]          # longer phrases that may stand

# Two faults at least, the fault marked, and the likeliest false alarm. They are the tests of the rule.
[[examples]]
bad = "Two bridges are <mark>in the pipeline</mark>."

[[examples]]
bad = "<mark>Going forward</mark>, the ferry stops at noon."

[[examples]]
good = "Oil flows in the old pipeline."
""",
    ),
    "substitution": (
        "Write '{suggestion}' for '{match}'.",
        """fix = "unsafe"              # safe: no reading of the article changes; unsafe: read what it does

[options]
exceptions = ["utilised capacity"]                  # longer phrases that may stand

[options.swap]                                      # "what stands there" = "what to write"
"utilise" = "use"
"utilised" = "used"
"prior to" = "before"
# a pattern stands for all of its forms: '(take|took) affect' = '\\1 effect'

# Two faults at least, the fault marked, what to write, and the likeliest false alarm. They are the tests of the rule.
[[examples]]
bad = "They <mark>utilise</mark> the old quay."
good = "They use the old quay."

[[examples]]
bad = "<mark>Prior to</mark> the storm the port was shut."
good = "Before the storm the port was shut."

[[examples]]
good = "A prior meeting came to nothing."
""",
    ),
    "pattern": (
        "'{match}' says the same thing twice.",
        """
[options]
pattern = '\\b(?:free gift|added bonus)(?:es|s)?\\b' # a regular expression; a hard wrap is a space in it
exceptions = ['"[^"]*"']                            # a match that touches one of these is left alone

# Two faults at least, the fault marked, and the likeliest false alarm. They are the tests of the rule.
[[examples]]
bad = "Each guest had a <mark>free gift</mark>."

[[examples]]
bad = "Two <mark>added bonuses</mark> were paid."

[[examples]]
good = "The gift was free."
""",
    ),
    "consistency": (
        "{verdict}.",
        """
[options]
families = [                                        # forms of which an article should use one
    ["advisers?", "advisors?"],
    ["Kyiv", "Kiev"],
]

# The fault is the first place of the minority form; every other place is evidence.
[[examples]]
bad = "An <evidence>adviser</evidence> met an <mark>advisor</mark> and an <evidence>adviser</evidence>."

[[examples]]
bad = "In <evidence>Kyiv</evidence> they spoke of <mark>Kiev</mark>."

[[examples]]
good = "The advisers of Kyiv met."
""",
    ),
}


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser(
        "new-rule", "Make the file of a rule, with examples to fill in. It is a rule that works: change it."
    )
    parser.add_argument("rule", metavar="PACK/NAME", help="the id of the rule, such as desk/plain-words")
    parser.add_argument("--check", choices=sorted(_BODIES), default="substitution", help="the kind of check it uses")
    parser.add_argument("--in", dest="folder", metavar="FOLDER", default="rules", help="the folder of packs (rules)")
    return parser


def main(arguments: list[str]) -> int:
    """Writes the file; never over one that is there."""
    chosen = parser().parse_args(arguments)
    named = _ID.fullmatch(chosen.rule)
    if named is None:
        likely = re.sub(r"[^a-z0-9/]+", "-", chosen.rule.lower().replace("_", "-")).strip("-/")
        hint = f" (did you mean '{likely}'?)" if _ID.fullmatch(likely) else ", such as desk/plain-words"
        form = "PACK/NAME in lower-case letters, figures and single hyphens"
        raise UsageError(f"'{chosen.rule}' is not an id of a rule: write {form}{hint}")
    pack = os.path.join(chosen.folder, named.group(1))
    path = os.path.join(pack, named.group(2) + ".toml")
    if os.path.exists(path) or os.path.exists(path.removesuffix(".toml") + ".py"):
        raise UsageError(f"{path} is there already; give the new rule another name")
    message, body = _BODIES[chosen.check]
    text = _HEAD.format(id=chosen.rule, path=path, message=message, check=chosen.check) + body
    try:
        os.makedirs(pack, exist_ok=True)
        head = os.path.join(pack, "pack.toml")
        new_pack = not os.path.exists(head)
        if new_pack:
            write_new(head, f'summary = "What the rules of {named.group(1)} are about."\n')
        write_new(path, text)
    except OSError as error:
        raise UsageError(f"{error.filename or path}: cannot be written: {error.strerror or error}") from None
    print(path)
    if new_pack:
        print(f"{head} says what the pack is about: put that into your own words too.", file=sys.stderr)
    print(
        f"Fill it in, try it with: copylint test-rules {path}\n"
        f'copylint check runs it if copylint.toml says rules-folders = ["{chosen.folder}"].',
        file=sys.stderr,
    )
    return CLEAN
