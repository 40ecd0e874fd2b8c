"""What is there and what is missing: Python, the configuration, plug-ins, extras, and what each source says.

Something missing is a fault only where the configuration in force asks for it.
"""

from __future__ import annotations

import sys

from copylint.rule import OptionError, Unavailable, told
from copylint.sources import Fact, NotAsked, SourceError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from copylint.config import Settings
    from copylint.plugins import Registry
    from copylint.sources import Source

_EXTRAS = (
    ("fast", "ahocorasick-rs", "terms are looked up without it, more slowly"),
    ("languagetool", "language-tool-python", "it finds, downloads and starts LanguageTool"),
    ("readability", "textstat", "it has the readability scores"),
)
_SCORED = ("readability/grade", "readability/ease")


class Part(NamedTuple):
    """Facts under one heading."""

    heading: str
    facts: tuple[Fact, ...]


def examine(
    registry: Registry, settings: Settings, configuration: str | None, tried: Collection[str] = ()
) -> Iterator[Part]:
    """The diagnosis, part by part. configuration: the path of the configuration file in force, or None. tried: the
    sources named on the command line; any other source is examined only as far as this machine. Starts a LanguageTool
    if it finds one, and ends it."""
    yield Part("copylint", tuple(_program()))
    yield Part("configuration", tuple(_configuration(registry, settings, configuration, tried)))
    yield Part("plug-ins", tuple(Fact(name, told) for name, told in sorted(registry.plugins.items())))
    yield Part("extras", tuple(_extras(settings)))
    for name in sorted(registry.sources):
        yield Part(name, tuple(_source(registry.sources[name], settings, name in tried)))


def healthy(parts: Iterable[Part]) -> bool:
    """Whether nothing that is asked for is missing."""
    return all(fact.ok is not False for part in parts for fact in part.facts)


def as_text(parts: Iterable[Part]) -> Iterator[str]:
    """A list for a reader, in lines; a part without facts says "none"."""
    from copylint.reporters.harmless import visible

    for number, part in enumerate(parts):
        yield f"{'' if number == 0 else chr(10)}{visible(part.heading)}\n"
        if not part.facts:
            yield "     none\n"
        for fact in part.facts:
            mark = "FAIL" if fact.ok is False else "ok" if fact.ok else ""
            yield f"{mark:>4} {visible(fact.subject)}: {visible(fact.state)}\n"
            if fact.cure:
                yield f"       -> {visible(fact.cure)}\n"


def as_json(parts: Iterable[Part]) -> Iterator[str]:
    """One JSON object: `healthy`, and `parts`, each with its `heading` and `facts`."""
    import json

    parts = tuple(parts)
    told = [{"heading": part.heading, "facts": [fact._asdict() for fact in part.facts]} for part in parts]
    yield (json.dumps({"version": 1, "healthy": healthy(parts), "parts": told}, ensure_ascii=False, indent=1) + "\n")


def _program() -> Iterator[Fact]:
    import os
    import platform

    import copylint

    yield Fact("version", f"{installed('copylint') or 'not installed'} in {os.path.dirname(copylint.__file__)}", True)
    yield Fact("Python", f"{platform.python_version()} ({sys.executable})", True)
    yield Fact("system", platform.platform())


def _configuration(
    registry: Registry, settings: Settings, configuration: str | None, tried: Collection[str]
) -> Iterator[Fact]:
    yield Fact("file", configuration or "none; all defaults")
    yield Fact("style", settings.style or "none")
    yield Fact("fails on", settings.fail_on)
    yield Fact("consistency is judged by", settings.scope)
    if settings.language is not None:
        yield _language(settings.language, settings, others=bool(settings.sources or tried))
    yield Fact("rules", f"{len(settings.chosen)} of {len(registry.rules)} are on")
    yield Fact("sources", ", ".join(sorted(settings.sources)) or "none is asked")


def _language(tag: str, settings: Settings, *, others: bool) -> Fact:
    """others: whether sources are asked, which may read it."""
    from copylint.plan import RuleSet

    if others or RuleSet(settings.chosen).reads(tag.partition("-")[0].lower()):
        return Fact("language", tag)
    cure = "'en' is English, 'en-GB' British English"
    return Fact("language", f"{tag}; no rule that is on reads it, so nothing is checked", False, cure)


def _extras(settings: Settings) -> Iterator[Fact]:
    for extra, distribution, use in _EXTRAS:
        version = installed(distribution)
        if version is None:
            needed = extra in settings.sources or (extra == "readability" and _scores(settings))
            cure = f"pip install 'copylint[{extra}]'"
            yield Fact(extra, f"{distribution} is not installed; {use}", False if needed else None, cure)
        elif extra == "readability":
            yield _textstat(version, _scores(settings))
        else:
            yield Fact(extra, f"{distribution} {version}", True)


def _textstat(version: str, needed: bool) -> Fact:
    from copylint.readability.scores import usable

    try:
        usable()
    except Unavailable as error:
        return Fact("readability", str(error), False if needed else None)
    return Fact("readability", f"textstat {version}", True)


def _scores(settings: Settings) -> bool:
    """Whether a rule that is on wants a score."""
    return any(one.rule.id in _SCORED and one.options.limit > 0 for one in settings.chosen)


def _source(source: Source, settings: Settings, tried: bool) -> Iterator[Fact]:
    asked = tried or source.name in settings.sources
    yield Fact("asked", "by the command line" if tried else "by the configuration" if asked else "no")
    opened = None
    try:
        options = source.options(settings.table_of(source.name), settings.folder or "")
        opened = source.open(options if tried or source.local is None else source.local(options))
        for fact in opened.diagnose():
            # What nobody asked for is no fault.
            yield fact if asked or fact.ok is not False else fact._replace(ok=None)
    except OptionError as error:
        yield Fact("table", str(error), False, "mend it in the configuration")
    except NotAsked as error:
        yield Fact("source", str(error))
    except SourceError as error:
        yield Fact("source", str(error), False if asked else None)
    except (Exception, SystemExit) as error:
        yield Fact("source", f"failed: {told(error)}", False)
    finally:
        if opened is not None:
            opened.close()


def installed(distribution: str) -> str | None:
    """The version of an installed distribution, or None."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
