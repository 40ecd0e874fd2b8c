"""The configuration table of LanguageTool -> options. Strict."""

from __future__ import annotations

import os
import re

from copylint.options import with_options
from copylint.rule import OptionError, Severity
from copylint.sources import NotAsked
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal

PUBLIC_HOST = "api.languagetool.org"
PUBLIC_URL = f"https://{PUBLIC_HOST}"

# What copylint judges itself, with the rest of the article and the house style in view: marks and spaces,
# hyphens, the choice between British and American words, repetition, readability.
_OWN_CATEGORIES = (
    "AMERICAN_ENGLISH",
    "AMERICAN_ENGLISH_STYLE",
    "BRE_STYLE_OXFORD_SPELLING",
    "BRITISH_ENGLISH",
    "COMPOUNDING",
    "REPETITIONS_STYLE",
    "TYPOGRAPHY",
)
_OWN_RULES = (
    "APOSTROPHE_UPPERCASE_LETTER",
    "APOS_ARE",
    "COMMA_CLOSING_PARENTHESIS",
    "COMMA_PARENTHESIS_WHITESPACE",
    "CONSECUTIVE_SPACES",
    "CONSISTENT_APOSTROPHES",
    "DASH_RULE",
    "DATE_NEW_YEAR",
    "DOUBLE_PUNCTUATION",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
    "ENGLISH_WORD_REPEAT_RULE",
    "ENUMERATION_AND_DASHES",
    "EN_A_VS_AN",
    "EN_COMPOUNDS",
    "EN_DASH_RULE",
    "EN_DATE_WEEKDAY",
    "EN_DATE_WEEKDAY_CURRENTYEAR",
    "EN_DIACRITICS_REPLACE",
    "EN_REPEATEDWORDS",
    "EN_UNPAIRED_BRACKETS",
    "EN_UNPAIRED_QUOTES",
    "EN_WORD_COHERENCY",
    "HYPHEN_TO_EM_OR_COMMA",
    "HYPHEN_TO_EN",
    "INVALID_DATE",
    "METRIC_UNITS_EN_GB",
    "METRIC_UNITS_EN_IMPERIAL",
    "METRIC_UNITS_EN_US",
    "MISSING_HYPHEN",
    "NO_SPACE_CLOSING_QUOTE",
    "PARAGRAPH_REPEAT_BEGINNING_RULE",
    "PHRASE_REPETITION",
    "READABILITY_RULE_DIFFICULT",
    "READABILITY_RULE_SIMPLE",
    "SENTENCE_WHITESPACE",
    "TOO_LONG_PARAGRAPH",
    "TOO_LONG_SENTENCE",
    "TWO_HYPHENS",
    "UNIT_SPACE",
    "UNPAIRED_BRACKETS",
    "UPPERCASE_SENTENCE_START",
    "WHITESPACE_RULE",
    "YEAR_20001",
    "YEAR_OLD_HYPHEN",
)
OWN = frozenset((*_OWN_CATEGORIES, *_OWN_RULES))
"""Categories and rules that are off unless `enable` names them, so that nothing is told twice."""


class Options(NamedTuple):
    """The table `languagetool`.

    url: of a server that runs. path: the folder of a LanguageTool, or its jar. download: fetch one where
    there is none. public: ask the public service. language: a code of LanguageTool, or `auto`. enable,
    disable: rules and categories; the rule beats its category. severity: by rule or category. names: spelling
    of words with a capital. quotations: what is told of quoted speech. accept: words that are no
    misspellings. heap: of the Java machine. timeout: seconds that one answer may take. cache: keep answers
    between runs.
    """

    url: str = ""
    path: str = ""
    download: bool = False
    public: bool = False
    language: str = "auto"
    picky: bool = False
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    names: bool = False
    quotations: Literal["check", "spelling", "skip"] = "spelling"
    accept: tuple[str, ...] = ()
    heap: str = "1g"
    timeout: float = 30.0
    cache: bool = True


def read(table: Mapping[str, Any], folder: str) -> Options:
    """The options of a table; `folder` is that of its configuration file. Raises OptionError."""
    options: Options = with_options(Options(), table)
    ways = [key for key in ("url", "path", "public") if getattr(options, key)]
    if len(ways) > 1:
        raise OptionError((ways[1],), f"'{ways[0]}' and '{ways[1]}' are two ways to a LanguageTool; keep one")
    if options.url:
        _check_url(options.url)
    if options.path:
        options = options._replace(path=_path(options.path, folder))
    if not re.fullmatch(r"[1-9]\d{0,5}[mMgG]", options.heap):
        raise OptionError(("heap",), f"'heap' must be a size such as '1g' or '800m', not '{options.heap}'")
    if not 1 <= options.timeout <= 600:
        raise OptionError(("timeout",), "'timeout' must be between 1 and 600 seconds")
    if not re.fullmatch(r"auto|[a-z]{2,3}(-[A-Za-z]{2,8}){0,3}", options.language):
        raise OptionError(
            ("language",), f"'language' must be 'auto' or a code such as 'en-GB', not '{options.language}'"
        )
    for key in ("enable", "disable"):
        for number, name in enumerate(getattr(options, key)):
            _check_name((key, number), name)
    for name in options.severity:
        _check_name(("severity", name), name)
    return options


def local(options: Options) -> Options:
    """The options for a run that was not told to ask LanguageTool, but by a configuration that may be a stranger's: no
    article leaves this machine, nothing is fetched, and no program is started that it names. Raises NotAsked."""
    if options.public:
        way = "'public = true' sends every article to the public service"
    elif options.url and not _is_here(address(options.url)[1]):
        way = f"'url' sends every article to {address(options.url)[1]}"
    elif options.path:
        way = "'path' starts the program that stands there"
    else:
        return options._replace(download=False)
    raise NotAsked(f"{way}, and a configuration alone may not decide that: --with languagetool asks for it")


def _is_here(host: str) -> bool:
    return host in ("localhost", "::1") or re.fullmatch(r"127(\.\d{1,3}){3}", host) is not None


def address(url: str) -> tuple[bool, str, int, str]:
    """(encrypted, host, port, path without `/v2`) of a server's URL. Raises ValueError."""
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("no address of a server")
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    encrypted = parts.scheme == "https"
    return encrypted, parts.hostname, parts.port or (443 if encrypted else 80), path


def _check_url(url: str) -> None:
    try:
        host = address(url)[1]
    except ValueError:
        raise OptionError(
            ("url",), f"'url' must be the address of a server such as 'http://127.0.0.1:8081', not '{url}'"
        ) from None
    if host == "languagetool.org" or host.endswith((".languagetool.org", ".languagetoolplus.com")):
        raise OptionError(
            ("url",),
            "this is the public service, which is sent every article: say 'public = true' if that is meant",
        )


def _path(path: str, folder: str) -> str:
    """The absolute path of a LanguageTool; never one of the configuration's own checkout, for it is run as a
    program."""
    wanted = os.path.realpath(os.path.join(folder or os.getcwd(), os.path.expanduser(path)))
    checkout = _checkout(os.path.realpath(folder)) if folder else None
    if checkout is not None and (wanted + os.sep).startswith(checkout.rstrip(os.sep) + os.sep):
        raise OptionError(
            ("path",),
            f"'{path}' lies in the checkout of this configuration, whose programs are not run; move it out",
        )
    return wanted


def _checkout(folder: str) -> str | None:
    """The root of the repository that a folder lies in, or None."""
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def _check_name(key: tuple[str | int, ...], name: str) -> None:
    if not re.fullmatch(r"[A-Z0-9_]+(\[\d+\])?", name):
        bare = name.removeprefix("languagetool/")
        hint = f" (did you mean '{bare.upper()}'?)" if re.fullmatch(r"[A-Za-z0-9_]+", bare) else ""
        raise OptionError(key, f"'{name}' is not a rule or category of LanguageTool{hint}")
