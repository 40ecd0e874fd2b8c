"""The name that somebody meant who wrote another, for what an error says."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def likely(word: object, known: Iterable[str], *, all_of_them: bool = False) -> str:
    """What to say behind a word that is none of those that are known: ` (did you mean 'quotes'?)`. Where none is near
    it names all of them if asked, ` (there are: quotes, spacing)`, and is empty if not."""
    known = list(known)
    near = nearest(word, known) if isinstance(word, str) else None
    if near is not None:
        return f" (did you mean '{near}'?)"
    if not all_of_them:
        return ""
    return f" (there are: {', '.join(known)})" if known else " (there are none)"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that somebody who wrote `word` most likely meant, or None. Case does not count.

    A candidate `pack/word` wins, so that a bare name of a rule, or its name in another pack, finds it; in a
    pack that there is, only the names of its rules are compared.
    """
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
    """The candidate that was most likely meant, of ids of rules: its pack may be left out, or be another."""
    known = sorted(known)
    near = nearest(name, known)
    if near is None:
        stem = nearest(name.rpartition("/")[2], [one.rpartition("/")[2] for one in known])
        near = next((one for one in known if stem and one.rpartition("/")[2] == stem), None)
    return near
