"""The name that somebody most likely meant, for error messages."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def likely(word: object, known: Iterable[str], *, all_of_them: bool = False) -> str:
    """The hint to add to an error about an unknown word, such as " (did you mean 'quotes'?)". If no known word is near
    it lists them all if `all_of_them`, and is empty otherwise."""
    known = list(known)
    near = nearest(word, known) if isinstance(word, str) else None
    if near is not None:
        return f" (did you mean '{near}'?)"
    if not all_of_them:
        return ""
    return f" (there are: {', '.join(known)})" if known else " (there are none)"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that somebody who wrote `word` most likely meant, or None. Case does not count. A candidate
    `pack/word` is preferred, so that the bare name of a rule finds it, as does its name with the wrong pack; within a
    pack that exists only the names of its rules are compared."""
    known = sorted(candidates)
    pack, slash, name = word.rpartition("/")
    same_name = [candidate for candidate in known if candidate.endswith("/" + name)]
    if same_name and name:
        return same_name[0]
    prefix = pack + slash
    siblings = [candidate for candidate in known if slash and candidate.startswith(prefix)]
    if not siblings:
        prefix, name = "", word
    import difflib

    folded = {candidate[len(prefix) :].lower(): candidate for candidate in reversed(siblings or known)}
    close = difflib.get_close_matches(name.lower(), folded, 1, 0.5 if siblings else 0.6)
    return folded[close[0]] if close else None


def nearest_id(name: str, known: Iterable[str]) -> str | None:
    """The rule id that was most likely meant; its pack may be missing or wrong."""
    known = sorted(known)
    near = nearest(name, known)
    if near is None:
        stem = nearest(name.rpartition("/")[2], [one.rpartition("/")[2] for one in known])
        near = next((one for one in known if stem and one.rpartition("/")[2] == stem), None)
    return near
