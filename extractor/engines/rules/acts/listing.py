"""Verbs that put names on a list or take them off: blacklisted, added to, removed from, the list includes."""

from __future__ import annotations

from typing import Final

from extractor.engines.rules.acts.act import Act
from extractor.engines.rules.acts.act_of_doing import act_of, sanctions_in, whom
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.clauses.slots import Slot
from extractor.engines.rules.frames.doing import Doing
from extractor.engines.rules.frames.frame import Frame
from extractor.engines.rules.who.agents import Agent

__all__ = ["list_names", "onto_list", "sanctioned_whom", "targeting", "wider_list"]

_ONTO: Final = frozenset({
    "to", "on", "onto", "in", "into", "under", "a", "en", "al", "bajo", "à", "au", "aux", "sur", "dans",
    "sous", "auf", "unter",
})  # fmt: skip


_OFF: Final = frozenset({"from", "off", "de", "del", "des", "du", "von", "vom", "aus"})


_LISTED: Final = frozenset({"listed", "sanctioned", "designated", "targeted", "sancionados", "sancionadas",
                            "sanctionnées", "sanctionnés", "sanktionierten"})  # fmt: skip
_AIMING: Final = frozenset({"target", "hit", "strike"})
_MOVES: Final = frozenset({"action", "actions", "move"})  # "today's action targets four tankers"
_STANDING: Final = frozenset({"currently", "now", "already", "actualmente", "actuellement", "derzeit"})
_COMING: Final = frozenset({"kommen", "stehen", "landen", "geraten", "figurer", "figurar"})
_CLITICS: Final = frozenset({"las", "los", "les", "lo", "la", "l'", "le", "it", "them", "they"})


def sanctioned_whom(scene: Scene, doing: Doing) -> list[Act]:
    """ "Washington blacklisted an independent refinery in Hebei province in May"."""
    cue = doing.verb.cue("list")
    if cue is None or doing.things is None:
        return []
    targets = whom(scene, doing.things, plain=True)
    if scene.line.language == "es" and not doing.verb.passive:
        targets += [agent for slot in _further(scene, doing) for agent in whom(scene, slot, plain=True)]
    keys = {agent.key for agent in doing.agents}
    targets = [agent for agent in targets if agent.key not in keys]
    if not targets or (doing.verb.gerund and not doing.agents) or _of_a_list(scene, doing):
        return []
    if cue.lemma.startswith("take ") and not _all_listed(targets):
        return []  # "take action against Iran": what kind is not told
    if cue.lemma in ("include", "comprise") or (cue.lemma in ("list", "name") and not _may_list(doing)):
        return []
    return [act_of("sanctioned whom", doing, cue.value, targets)]


_ANYBODY: Final = frozenset({"personas", "personnes", "entidades", "entités", "individuos", "individus"})


def _further(scene: Scene, doing: Doing) -> list[Slot]:
    """Spanish: "sancionó a la jueza Solís y a su predecesor, Rubén Ariza": the objects after the first."""
    things = doing.things
    return [
        slot
        for slot in doing.slots
        if things is not None
        and slot.first > things.first
        and slot.prep in ("a", "al")
        and scene.kind(slot.first - 2) in ("and", "comma")
    ]


def _of_a_list(scene: Scene, doing: Doing) -> bool:
    """ "la liste des personnes sanctionnées par l'UE": what the list is, not whom it names."""
    things = doing.things
    if not doing.verb.bare_participle or things is None:
        return False
    return any(scene.nodes[at].has("listnoun") for at in range(max(0, things.first - 3), things.after))


def _may_list(doing: Doing) -> bool:
    return any(
        (agent.speaks_for or agent).kind in ("state", "government_body", "intl_org") for agent in doing.agents
    )


def list_names(scene: Scene, doing: Doing) -> list[Act]:
    """ "Among those listed are two generals": more names for the designation told before."""
    last = scene.memory.last_act
    subject = range(max(0, doing.at - 8), doing.at)
    if doing.things is None or not any(
        scene.nodes[at].has("measureword")
        or scene.nodes[at].has("listnoun")
        or scene.word(at) in _LISTED | _MOVES
        for at in subject
    ):
        return []
    targets = whom(scene, doing.things)
    if not targets or _of_a_list(scene, doing) or any(scene.word(at) in _STANDING for at in subject):
        return []
    hit = doing.verb.cue("hit")
    if hit is not None and (hit.lemma not in _AIMING or doing.agents or not _all_listed(targets)):
        return []
    made = act_of("the list names", doing, "designate", targets)
    made.senders = list(last.senders if last is not None else doing.agents)
    made.senders = [agent for agent in made.senders if (agent.speaks_for or agent).states_itself]
    earlier = any(scene.word(at) in _EARLIER for at in subject)
    made.frame = Frame("adopted" if last is None or earlier else last.frame.stage, top=doing.at)
    made.detail = last is not None and not (_apart(scene, last, targets) and made.senders)
    return [made]


_EARLIER: Final = frozenset({"last", "previous", "earlier"})  # "the last package targeted 12 ships"
_BODIES: Final = frozenset({"person", "company", "vessel", "armed_group", "government_body"})


def _all_listed(targets: list[Agent]) -> bool:
    """ "three ships", "Rosneft and its head": no state, and no class of banks or traders."""
    return all(agent.kind in _BODIES or (agent.kind == "group" and agent.count) for agent in targets)


def _apart(scene: Scene, last: Act, targets: list[Agent]) -> bool:
    """ "new sanctions on Russia. The package also lists 27 tankers": one record of each (ruling 9)."""
    on_state = bool(last.targets) and all(agent.kind == "state" for agent in last.targets)
    return scene.line.language == "en" and on_state and last.action == "impose" and _all_listed(targets)


def onto_list(scene: Scene, doing: Doing) -> list[Act]:
    """ "was removed from the SDN list", "placed 41 tankers under sanctions"."""
    cue = doing.verb.cue("enlist")
    if cue is None:
        return []
    on = cue.value == "on"
    for part in doing.slots:
        bare = not part.prep and (part is doing.things or cue.lemma.endswith(" off"))
        if part.prep not in (_ONTO if on else _OFF) and not bare:
            continue
        head = next((at for at in range(part.first, part.after) if _is_list(scene, at, part.prep)), None)
        if head is None:
            continue
        senders, targets = list(doing.agents), _put_on(scene, doing, part)
        if cue.lemma in _COMING:  # "Rosneft kommt auf die Liste": who comes onto it has not written it
            senders, targets = [], senders or targets
        if not targets and scene.last_act is not None and _pronoun_object(scene, doing):
            targets = list(scene.last_act.targets)
        if targets:
            made = act_of(
                "onto the list" if on else "off the list", doing, "designate" if on else "delist", targets
            )
            made.senders = senders or [agent for agent in _owners(scene, part) if agent.kind != "person"]
            made.after = max(made.after, part.after)
            made.heads = sanctions_in(scene, part)
            if scene.kind(head) == "sanctions" and scene.nodes[head].value not in ("sanctions", "other"):
                made.measure = scene.nodes[head].value  # type: ignore[assignment]
            return [made]
    return []


def _put_on(scene: Scene, doing: Doing, onto: Slot) -> list[Agent]:
    """Whom the object names; in Spanish, where it often follows with "a", every phrase that may be it."""
    objects = [slot for slot in (doing.things, *doing.slots) if slot is not None and slot is not onto]
    keys = {agent.key for agent in doing.agents}
    named = [
        [agent for agent in whom(scene, slot, plain=True) if agent.key not in keys]
        for slot in objects
        if slot.prep in ("", "a", "al")
    ]
    found = [agents for agents in named if agents]
    if not found and scene.line.language in ("es", "fr"):  # "inscrit sur sa liste huit responsables"
        inside = range(onto.first, onto.after)
        noun = next((at for at in inside if scene.nodes[at].has("listnoun")), None)
        if noun is None:  # "a placé sous sanctions deux fils du président"
            noun = next((at for at in inside if scene.kind(at) == "sanctions"), onto.after)
        ahead = noun + 1 < onto.after and scene.kind(noun + 1) != "prep"  # not "sa liste de personnes dont …"
        found = [whom(scene, Slot("", noun + 1, onto.after))] if ahead else []
    return [agent for agents in (found if scene.line.language == "es" else found[:1]) for agent in agents]


def _pronoun_object(scene: Scene, doing: Doing) -> bool:
    """ "added it to the list", "los incluyó": whoever was told last."""
    thing = doing.things
    if scene.line.language in ("es", "fr") and scene.word(doing.at - 1) in _CLITICS:
        return True
    return (
        thing is not None
        and thing.after - thing.first <= 2
        and any(
            scene.kind(at) == "pronoun" and scene.nodes[at].value != "its"
            for at in range(thing.first, thing.after)
        )
    )


def _is_list(scene: Scene, at: int, prep: str) -> bool:
    """A word for a list, the sanctions of "the sanctions list", or sanctions that somebody comes under."""
    node = scene.nodes[at]
    if node.kind != "sanctions":
        return node.has("listnoun")
    following = at + 1 < len(scene.nodes) and scene.nodes[at + 1].has("listnoun")
    return node.has("listnoun") or prep in ("under", "bajo", "sous", "unter") or following


def _owners(scene: Scene, slot: Slot) -> list[Agent]:
    return [
        node.agent
        for node in scene.nodes[slot.first : slot.after]
        if node.agent is not None and node.agent.states_itself
    ]


def wider_list(scene: Scene, doing: Doing) -> list[Act]:
    """ "prüft die Regierung, die Liste um Richter zu erweitern": more names come onto it."""
    cue = doing.verb.cue("act")
    if cue is None or cue.value != "tighten" or doing.things is None:
        return []
    if not any(scene.nodes[at].has("listnoun") for at in range(doing.things.first, doing.things.after)):
        return []
    keys = {agent.key for agent in doing.agents}
    for part in doing.slots:
        if part.prep in ("con", "with", "by", "um", "à", "aux", "avec", "de", "a"):
            targets = [agent for agent in whom(scene, part, plain=True) if agent.key not in keys]
            if targets:
                return [act_of("wider list", doing, "designate", targets)]
    return _list_of(scene, doing, keys)


def targeting(scene: Scene, doing: Doing) -> list[Act]:
    """ "It said it was targeting 13 officials": whoever told of sanctions before names more under them."""
    cue = doing.verb.cue("hit")
    if cue is None or cue.lemma != "target" or doing.things is None or scene.line.language != "en":
        return []
    doers = {(agent.of or agent).country for agent in scene.memory.last_doers} - {None}
    acting = [agent.speaks_for or agent for agent in doing.agents]
    if not any(agent.states_itself and agent.country in doers for agent in acting):
        return []
    targets = whom(scene, doing.things)
    return [act_of("targeted whom", doing, "designate", targets)] if targets and _all_listed(targets) else []


def _list_of(scene: Scene, doing: Doing, keys: set[str]) -> list[Act]:
    """ "a élargi la liste des responsables européens interdits d'entrée": who is on it now."""
    if scene.line.language not in ("es", "fr") or doing.things is None:
        return []
    if scene.line.kinds.isdisjoint({"strong", "goods"}) and "noire" not in scene.line.words:
        return []
    first, after = doing.things.first, doing.things.after
    noun = next(at for at in range(first, after) if scene.nodes[at].has("listnoun"))
    rest = Slot("", noun + 2, after)
    named = [agent for agent in whom(scene, rest) if agent.key not in keys] if noun + 2 < after else []
    groups = [agent for agent in named if agent.kind in ("group", "person", "company", "vessel")]
    groups = [agent for agent in groups if agent.name.split()[0].lower() not in _ANYBODY]
    return [act_of("wider list", doing, "designate", groups)] if groups else []
