"""How far an act has come (rulings 12 and 14): from tense and mood, and from the verbs it hangs on."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.lines.verbs import Verb
from extractor.schemas import terms

__all__ = ["compose", "stage_of_verb", "strongest"]

_ORDER: Final[dict[str, int]] = {
    "considered": 0, "threatened": 1, "proposed": 2, "committed": 3, "rejected": 4, "adopted": 5,
}  # fmt: skip


def stage_of_verb(verb: Verb, *, conditional: bool) -> terms.StageName:
    """The stage that one verb's own tense and mood tell.

    Args:
        conditional: the clause hangs on a condition ("if Russia invades").
    """
    if verb.semi in ("considered", "negative"):
        return "considered"
    if verb.modal == "could":
        return "considered"
    if verb.modal in ("will", "would") or verb.semi == "committed":
        return "threatened" if conditional else "committed"
    if verb.modal == "should":
        return "considered"
    return "threatened" if conditional and verb.letters in ("b", "s", "bs") else "adopted"


def compose(governor: str, own: terms.StageName) -> terms.StageName:
    """The stage of an act that hangs on a verb of the "govern" kind ``governor``, itself at stage ``own``.

    "will announce" is committed, "could agree to" considered, "has decided to" committed.
    """
    if governor == "adopted":
        return own
    if own == "considered":
        return "considered"
    if governor in ("considered", "threatened", "proposed", "committed"):
        return "threatened" if own == "threatened" else governor  # type: ignore[return-value]
    return own


def strongest(one: terms.StageName, other: terms.StageName) -> terms.StageName:
    """The stronger of two stages of the same act (ruling 12)."""
    return one if _ORDER[one] >= _ORDER[other] else other
