"""From acts to the draft's events: which acts count, who and whom, and what is told beside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.events.details import (
    Timing,
    instruments_of,
    measures_of,
    objectives_of,
    reach_of,
    sectors_of,
    timing_of,
)
from extractor.engines.rules.frames.quotes import evidence
from extractor.engines.rules.frames.speech import source_at
from extractor.engines.rules.who.agents import Agent, holder_and_speaker
from extractor.engines.rules.why import Why
from extractor.schemas import terms
from extractor.schemas.draft import DraftEvidence

__all__ = ["Event", "events_of_line"]

_RELIEF: Final = frozenset({"lift", "ease", "suspend", "delist", "exempt"})
_NAMED: Final = frozenset({"person", "company", "vessel", "government_body", "armed_group"})
_ACTIONS: Final = frozenset(terms.values(terms.ActionName))
_REACHING = 40


@dataclass(slots=True)
class Event:
    """An event on its way to the draft: agents instead of names; ``rule`` and ``trigger`` explain it.

    ``inherited`` tells that the sentence names no target and the article's own was taken, ``detail`` that it
    only says more of an act told before.
    """

    action: terms.ActionName
    stage: terms.StageName
    senders: list[Agent]
    targets: list[Agent]
    evidence: list[DraftEvidence]
    measures: list[terms.MeasureName] = field(default_factory=list)
    sectors: list[terms.SectorName] = field(default_factory=list)
    objectives: list[terms.ObjectiveName] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    reach: terms.ReachName = "primary"
    timing: Timing = field(default_factory=lambda: Timing(None, None, is_background=False))
    according_to: Agent | None = None
    inherited: bool = False
    detail: bool = False
    rule: str = ""
    trigger: str = ""
    line: int = 0
    in_title: bool = False
    at: int | None = None  # the trigger's node
    region: tuple[int, int] = (0, 0)  # the words of the line that belong to it
    whys: list[Why] = field(default_factory=list)


def events_of_line(scene: Scene, acts: list[Act], year: int | None) -> list[Event]:
    """The events among ``acts`` of one line. ``year`` is that of publication, when known."""
    if not acts or scene.word(len(scene.nodes) - 1) == "?" or _about_nothing(scene):
        return []
    events: list[Event] = []
    for position, act in enumerate(acts):
        settled = _settled(scene, act)
        if settled is not None:
            events.append(_event(scene, settled, _region(scene, acts, position), year))
    return events


def _about_nothing(scene: Scene) -> bool:
    """Sports, courts and boards (ruling 19)."""
    if "nothing" not in scene.line.kinds:
        return False
    return any(cue.kind == "nothing" and cue.value != "tariff" for cues in scene.line.cues for cue in cues)


def _region(scene: Scene, acts: list[Act], position: int) -> tuple[int, int]:
    """The words that belong to this act: up to the acts on either side of it."""
    first, after = 0, len(scene.line.words)
    if position:
        first = min(scene.nodes[acts[position - 1].after - 1].after, scene.nodes[acts[position].first].start)
    if position + 1 < len(acts):
        after = max(scene.nodes[acts[position + 1].first].start, scene.nodes[acts[position].after - 1].after)
    return first, after


# -- which acts count ----------------------------------------------------------------------------------------
def _settled(scene: Scene, act: Act) -> Act | None:  # noqa: PLR0911 - cases in order of precedence, one line each
    """The act as an event, with its senders and targets as far as they can be known; None when it is none."""
    if act.action not in _ACTIONS or act.view is not None or (act.action == "exempt" and not act.senders):
        return None  # taking effect is no act of its own
    act = _taken_effect(_turned(act))
    if act.frame.negated or act.frame.refused or act.frame.unsure or act.frame.subject.nobody:
        return None
    source = source_at(scene, act.trigger)
    if source is not None and source.nobody and act.frame.stage != "adopted" and not _of_us(scene, act):
        return None
    if _by_strangers(scene, act):
        return None
    act = _with_people(scene, act)
    if act.action == "enforce" and act.rule not in _PUNISHED:
        return None  # "enforces the sanctions": no fine, seizure or prosecution is told
    if act.action == "maintain" and not _decides(act):
        return None
    if act.action == "evade" and (not act.senders or act.frame.stage != "adopted"):
        return None
    if act.detail:
        return act
    return _with_kind(act) if act.senders or act.targets else None


_PUNISHED: Final = frozenset({"penalised for breach", "paid for breach", "a penalty for breach"})


def _of_us(scene: Scene, act: Act) -> bool:
    """ "We will tighten our sanctions": told by whoever does it, though the quotation names nobody."""
    return scene.word(act.trigger - 1) in _WE and bool(act.senders)


_WE: Final = frozenset({"we", "nous", "wir"})


def _turned(act: Act) -> Act:
    """Refusing relief, or saying there will be none, maintains the sanctions."""
    frame = act.frame
    no_relief = act.action in ("lift", "ease", "suspend") and (
        frame.refused or (frame.negated and frame.stage == "committed")
    )
    if no_relief:
        stage: terms.StageName = "adopted" if frame.refused else "committed"
        return replace(
            act, action="maintain", frame=replace(frame, negated=False, refused=False, stage=stage)
        )
    return act


def _by_strangers(scene: Scene, act: Act) -> bool:
    """ "countries that imposed sanctions", "companies that broke them": done by nobody who is named."""
    subject = act.frame.subject
    thing = scene.nodes[subject.thing] if subject.thing is not None else None
    return not act.senders and thing is not None and thing.kind == "word" and act.rule.startswith("verb with")


def _taken_effect(act: Act) -> Act:
    """ "agreed to suspend": what a council decides of standing sanctions is done, new ones are to come."""
    if act.frame.decided and act.frame.stage == "committed" and act.action != "impose":
        return replace(act, frame=replace(act.frame, stage="adopted"))
    return act


def _decides(act: Act) -> bool:
    return bool(act.senders)


def _with_people(scene: Scene, act: Act) -> Act:
    senders = [agent for one in act.senders if (agent := _acting(one)) is not None]
    if act.frame.stage == "rejected":  # who vetoes is not who would impose
        voters = {agent.key for agent in act.frame.subject.agents}
        senders = [agent for agent in senders if agent.key not in voters]
    if not senders and act.rule in ("sanctions last", "sanctions to stay"):
        senders = _speaking(scene, act)
    targets = list(act.targets)
    inherited = not targets
    if (
        not targets
        and not act.detail
        and act.action != "enforce"
        and (act.phrase is None or not act.phrase.listed)
    ):
        main = scene.memory.main_target()
        known = [main] if main is not None and not _pointing(scene, act) else _told_last(scene)
        targets = [agent for agent in known if agent.key not in {agent.key for agent in senders}]
    if not senders and act.action not in ("evade", "enforce"):
        senders = _same_senders(scene, act, targets)
    if not senders and _goes_on(scene, act):
        senders = scene.memory.last_doers
        stage = scene.memory.last_told[1]
        if act.frame.stage == "committed" and stage in ("proposed", "considered"):
            act = replace(act, frame=replace(act.frame, stage=stage))  # "the package would list 12 ships"
    keys = {agent.key for agent in targets}
    if act.action != "evade":
        senders = [agent for agent in senders if agent.key not in keys]
    return replace(act, senders=_once(senders), targets=_once(targets), inherited=inherited)


def _pointing(scene: Scene, act: Act) -> bool:
    """ "lifted those measures": the ones told right before, not the article's in general."""
    if act.phrase is None or scene.memory.last_act is None:
        return False
    words = {scene.word(at) for at in range(act.phrase.first, act.phrase.head)}
    return not words.isdisjoint(
        {"those", "these", "estas", "esas", "ces", "cette", "diese", "dieser", "diesen"}
    )


def _told_last(scene: Scene) -> list[Agent]:
    last = scene.memory.last_act
    return list(last.targets) if last is not None else []


def _same_senders(scene: Scene, act: Act, targets: list[Agent]) -> list[Agent]:
    """ "The measures have been renewed since": by whoever imposed those told right before."""
    last = scene.memory.last_act
    if last is None or not last.senders or last.frame.stage == "rejected":
        return []  # who vetoed them imposed none
    keys = {agent.key for agent in last.targets}
    lasts = act.rule in ("sanctions last", "sanctions to stay")
    same = lasts or act.again or act.inherited or not targets or any(agent.key in keys for agent in targets)
    same = same or (last.frame.stage == act.frame.stage and _told_on(scene, act))
    return [agent for one in last.senders if (agent := _acting(one)) is not None] if same else []


def _told_on(scene: Scene, act: Act) -> bool:
    """ "Sont également sanctionnées trois banques": more of what was told right before."""
    verb = scene.nodes[act.trigger].verb
    if (
        act.action != "designate"
        or verb is None
        or not verb.passive
        or scene.line.language not in ("es", "fr")
    ):
        return False
    return not _ALSO.isdisjoint(scene.line.words)


def _goes_on(scene: Scene, act: Act) -> bool:
    """ "The Treasury announced … Ten tankers were also blacklisted": more of what was told right before.

    The sender stands in the sentence before (ruling 1); not what was done at another time.
    """
    if scene.line.language != "en" or act.action not in ("impose", "designate") or not act.targets:
        return False
    number, stage = scene.memory.last_told
    verb = scene.nodes[act.trigger].verb
    if not 0 < scene.line.number - number <= _SOON or verb is None or not scene.memory.last_doers:
        return False
    if verb.have == "past" or stage not in (act.frame.stage, "proposed") or _at_another_time(scene):
        return False
    if act.rule in ("sanctions hit whom", "the list names"):
        return True
    thing = act.frame.subject.thing
    of_it = thing is not None and (scene.nodes[thing].has("measureword") or scene.kind(thing) == "sanctions")
    return of_it or (verb.passive and act.rule in ("sanctioned whom", "onto the list"))


def _at_another_time(scene: Scene) -> bool:
    words = scene.line.words
    return not _OTHER_TIMES.isdisjoint(words) or any(word.isdecimal() and len(word) == 4 for word in words)


_SOON: Final = 2  # lines
_OTHER_TIMES: Final = frozenset({
    "first", "already", "previously", "earlier", "last", "previous", "since", "once", "originally", "ago",
})  # fmt: skip


_ALSO: Final = frozenset({"également", "aussi", "también", "además", "asimismo", "igualmente"})


def _once(agents: list[Agent]) -> list[Agent]:
    return list({agent.key: agent for agent in reversed(agents)}.values())[::-1]


def _acting(agent: Agent) -> Agent | None:
    """The state or body for its office-holders, legislators and groups themselves."""
    if agent.office in ("state", "anonymous", "plural"):
        return agent.speaks_for
    return agent


def _speaking(scene: Scene, act: Act) -> list[Agent]:
    source = source_at(scene, act.trigger)
    if source is not None and source.at < 0:
        return []  # whoever spoke last is not asked about this sentence
    found = holder_and_speaker(source.agent) if source is not None and source.agent is not None else None
    if found is None or (act.targets and found[0].key == act.targets[0].key):
        return []
    return [found[0]]


def _with_kind(act: Act) -> Act:
    """Rulings 9 and 10: persons, bodies and vessels are designated and delisted, states have it imposed."""
    if act.rule == "revoked a licence":
        return act
    listed = [agent for agent in act.targets if _is_listed(agent)]
    states = [agent for agent in act.targets if agent.kind in ("state", "coalition", "intl_org")]
    if act.action in ("impose", "tighten") and listed and not states and act.rule != "revoked a licence":
        return replace(act, action="designate")
    if act.action == "designate" and not listed and states:
        return replace(act, action="impose")
    if act.action == "lift" and listed and not states:
        return replace(act, action="delist")
    return act


def _is_listed(agent: Agent) -> bool:
    if agent.kind == "government_body" and agent.name.split()[-1] in (
        "junta",
        "government",
        "regime",
        "military",
    ):
        return False
    if agent.kind in _NAMED:
        return True
    if agent.kind != "group":
        return agent.kind == "other"
    return agent.count is not None or _CLASSES.isdisjoint(agent.name.casefold().split()[:3])


_CLASSES: Final = frozenset({
    "banks", "companies", "firms", "countries", "entities", "businesses", "institutions", "organizations",
    "organisations", "traders", "refineries", "vessels", "ships", "tankers", "airlines", "bancos",
    "empresas", "banques", "entreprises", "unternehmen", "firmen", "banken", "networks", "groups",
    "manufacturers", "suppliers", "producers", "enterprises",
})  # fmt: skip


# -- the record ----------------------------------------------------------------------------------------------
def _event(scene: Scene, act: Act, region: tuple[int, int], year: int | None) -> Event:
    first, after = _span(scene, act)
    return Event(
        action=act.action,  # type: ignore[arg-type]
        stage=act.frame.stage,
        senders=act.senders,
        targets=act.targets,
        evidence=[evidence(scene, first, after, _until(scene, after, region[1]))],
        measures=measures_of(scene, act, region),
        sectors=sectors_of(scene, act, region),
        objectives=objectives_of(scene, region),
        instruments=instruments_of(scene),
        reach=reach_of(scene, act),
        timing=timing_of(scene, act, region, year),
        according_to=_claimed_by(scene, act),
        inherited=act.inherited,
        detail=act.detail,
        rule=act.rule,
        trigger=scene.text(act.trigger, act.trigger + 1),
        line=scene.line.number,
        in_title=scene.line.in_title,
        at=act.trigger,
        region=region,
    )


def _span(scene: Scene, act: Act) -> tuple[int, int]:
    """From the sender, when it stands close by, to the end of what is told of the target."""
    names = {agent.name for agent in act.senders}
    first = act.first
    for at in range(act.first - 1, max(-1, act.first - _REACHING), -1):
        node = scene.nodes[at]
        if node.kind == "stop" and node.value in (";", "?", "!"):
            break
        if node.agent is not None and (
            node.agent.name in names or (node.agent.speaks_for and node.agent.speaks_for.name in names)
        ):
            first = at
    after = act.after
    while (
        after < len(scene.nodes)
        and scene.kind(after) in ("word", "det", "modifier")
        and after < act.after + 6
    ):
        after += 1
    return first, after


def _until(scene: Scene, after: int, end: int) -> int:
    """The word up to which the line is about the act: its end, or where the clause of the next begins."""
    if end >= len(scene.line.words):
        return end
    bounds = [node.start for node in scene.nodes[after:] if node.kind in _BOUNDS and node.start < end]
    return bounds[-1] if bounds else 0


_BOUNDS: Final = ("comma", "stop", "and")


def _claimed_by(scene: Scene, act: Act) -> Agent | None:
    """The source, when the article itself does not assert the act (ruling 16)."""
    if act.frame.accuser:
        agent = act.frame.accuser[0]
        return agent.speaks_for or agent
    source = source_at(scene, act.trigger)
    if source is None or source.agent is None or act.frame.stage != "adopted":
        return None
    own = source.agent.speaks_for or source.agent
    if own.key in {agent.key for agent in act.senders} or (
        not source.agent.states_itself and source.agent.speaks_for is None
    ):
        return None
    verb = scene.nodes[source.at].verb if source.at >= 0 else None
    if verb is not None and any(
        cue.lemma in ("announce", "confirm", "anunciar", "annoncer") for cue in verb.cues
    ):
        return None
    return own if act.action == "evade" else None
