"""What a sentence without an act of its own tells of the act before it: "Their assets are frozen."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.events.from_acts import Event
from extractor.engines.rules.events.told_measures import measures_told
from extractor.engines.rules.events.told_sectors import sectors_told

__all__ = ["tell_on"]

_NEXT: Final = 3  # sentences after the act
_PRESSING: Final = frozenset({"impose", "designate", "tighten", "extend"})
_RESUMING: Final = frozenset(
    [
        "their", "those", "these", "they", "its", "the", "any", "all", "such", "sus", "los", "las",
        "quienes", "leurs", "ses",
        "ces", "les", "ihr", "ihre", "sie", "die", "betroffen", "untersagt", "el", "la", "le",
        "etwaige", "vermögenswerte", "geschäfte", "ihnen", "diesen", "demnach",
    ]
)  # fmt: skip


def tell_on(scene: Scene, event: Event) -> None:
    """Adds to ``event`` the measures that the next sentences tell of the same act.

    Only sentences that begin with a word that takes up what was told, and name no other state or body as
    their subject.
    """
    line = scene.line
    if (
        not 0 < line.number - event.line <= _NEXT
        or event.action not in _PRESSING
        or event.timing.is_background
    ):
        return
    if not line.words or not _resumes(line.words) or _names_subject(scene, event):
        return
    told = measures_told(scene, (0, len(line.words)))
    if told and line.language == "de":
        event.sectors = list(dict.fromkeys([*event.sectors, *sectors_told(scene, event.action)]))
    event.measures = list(dict.fromkeys([*event.measures, *told]))


def _resumes(words: Sequence[str]) -> bool:
    """Whether the line begins with a word that takes up what was told ("Das Paket umfasst …")."""
    package = words[0] == "das" and words[1:2] and words[1].endswith(("paket", "bündel"))
    return words[0] in _RESUMING or bool(package)


def _names_subject(scene: Scene, event: Event) -> bool:
    own = {agent.key for agent in [*event.senders, *event.targets]}
    for node in scene.nodes:
        if node.verb is not None and node.verb.finite:
            return False
        if node.agent is not None and node.agent.kind in (
            "state",
            "intl_org",
            "coalition",
            "government_body",
        ):
            return node.agent.key not in own and node.span is not None and not node.span.possessive
    return False
