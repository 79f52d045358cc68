"""Quoted words of the two sides: a sender explains its act, its target rejects it (ruling 20)."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.frames.quotes import view_evidence
from extractor.engines.rules.positions.matters import matter_in
from extractor.engines.rules.positions.stand import Stand, Voice, label_of, voice_of
from extractor.engines.rules.positions.story import Story, side_of
from extractor.schemas import terms

__all__ = ["sides_of"]

_SHORTEST: Final = 5
_OPENING: Final = frozenset({"“", "„", "«", '"'})


def sides_of(scene: Scene, story: Story) -> list[Stand]:
    """What a speaker of either side is quoted with, as a weak sign of the view that its side holds."""
    if not story.told or scene.line.in_title or {"conduct", "stance"} <= scene.line.kinds:
        return []
    siding = "siding" in scene.line.kinds
    quoted = _quoted(scene) or _of_matter(scene, story)
    span = quoted or (_told(scene) if siding else None)
    if span is None:
        return []
    source = next((one for one in scene.sources if one.agent is not None), None)
    speaking = None if source is None or source.nobody else source.agent
    voice = None if speaking is None else voice_of(speaking)
    if voice is None:
        return []
    side = side_of(story, voice.holder)
    named = voice.speaker is not None or voice.holder.entry is not None  # not "five countries"
    if not (side and named) or not ((quoted and voice.speaker) or _sides_in_words(scene, side, story)):
        return []
    stance: terms.StanceName = "support" if (side == "sender") or not story.pressure else "oppose"
    return [_stand(scene, story, voice, stance, span)]


def _stand(
    scene: Scene, story: Story, voice: Voice, stance: terms.StanceName, span: tuple[int, int]
) -> Stand:
    action: terms.ActionName = story.action  # type: ignore[assignment]
    return Stand(
        voice,
        stance,
        "sanctions",
        action,
        [],
        label_of(action, story.targets),
        [view_evidence(scene, *span)],
        rule="side",
        echo=True,
        weak=True,
    )


def _of_matter(scene: Scene, story: Story) -> tuple[int, int] | None:
    """ "said the decision was taken on humanitarian grounds": the act itself is spoken of."""
    source = next((one for one in scene.sources if one.at >= 0 and not one.trailing), None)
    if source is None:
        return None
    matter = matter_in(scene, source.at + 1, min(len(scene.nodes), source.at + 6), story)
    if matter is None or not matter.echo or matter.turned:
        return None
    return source.at + 1, len(scene.nodes)


def _told(scene: Scene) -> tuple[int, int] | None:
    """ "said that it would respond in kind": what is said without quotation marks, after or before it."""
    source = next((one for one in scene.sources if one.at >= 0), None)
    if source is None:
        return None
    return (0, source.at) if source.trailing else (source.at + 1, len(scene.nodes))


def _sides_in_words(scene: Scene, side: str, story: Story) -> bool:
    """Whether a word stands in the line by which this side explains, or defies, sanctions."""
    wanted = "defend" if side == "sender" else "defy"
    return story.pressure and any(
        cue.kind == "siding" and cue.value == wanted
        for cues in scene.line.cues
        if "siding" in cues.kinds
        for cue in cues
    )


def _quoted(scene: Scene) -> tuple[int, int] | None:
    """The first quotation of the line, when it is long enough to say something."""
    marks = [at for at, node in enumerate(scene.nodes) if node.kind == "quote"]
    if not marks:
        inside = scene.sources and scene.sources[0].at < 0
        return (0, len(scene.nodes)) if inside and len(scene.nodes) > _SHORTEST else None
    opens = scene.nodes[marks[0]].value in _OPENING
    if opens:
        end = marks[1] if len(marks) > 1 else len(scene.nodes)
        span = (marks[0] + 1, end)
    else:
        span = (0, marks[0])
    return span if span[1] - span[0] >= _SHORTEST else None
