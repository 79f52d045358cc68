"""What a view is about: sanctions and what is to be done with them, the article's act, conduct, diplomacy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from extractor.engines.rules.clauses.lists import agents_after
from extractor.engines.rules.clauses.scene import Scene
from extractor.engines.rules.lines.verbs import Verb
from extractor.engines.rules.positions.story import Story, side_of
from extractor.engines.rules.who.agents import Agent

__all__ = ["Matter", "clause_end", "clause_first", "indefinite", "matter_in"]

_ENDS: Final = frozenset({";", ":", "?", "!", ".", "—", "–", "…"})
_SPECIFIC: Final = frozenset({"extend", "tighten", "ease", "exempt", "maintain", "suspend"})
_BARE: Final = frozenset(
    {"lifting", "removal", "snapback", "repeal", "levantamiento", "levée", "aufhebung", "imposition"}
)
_KIN: Final = frozenset({"impose", "designate"})  # "the listing" of those that sanctions were imposed on
_GIVING: Final = frozenset({"impose", "adopt", "approve", "pass"})
_SPENT: Final = frozenset({"ease", "exempt", "suspend", "lift", "delist", "lapse"})
_FAR: Final = 24
_PLAIN: Final = frozenset({"word", "agent"})


@dataclass(frozen=True, slots=True)
class Matter:
    """``kind`` as in the schema; ``echo`` tells that it is the article's main act under another name.

    Nodes ``first`` up to ``after`` name it. ``turned`` tells of a negation, or a verb against it, before it.
    """

    kind: str
    action: str | None
    targets: tuple[Agent, ...]
    first: int
    after: int
    echo: bool = False
    fresh: bool = False
    turned: bool = False


def clause_first(scene: Scene, at: int) -> int:
    """The first node of the clause of node ``at``; commas bound clauses in German only."""
    german = scene.line.language == "de"
    for index in range(at - 1, -1, -1):
        node = scene.nodes[index]
        if node.kind == "opener" or (node.kind == "stop" and node.value in _ENDS):
            return index + 1
        if german and node.kind == "comma":
            return index + 1
    return 0


def clause_end(scene: Scene, at: int) -> int:
    """The node after the clause that begins at ``at``: over a "that" at its head, up to the next opener."""
    nodes = scene.nodes
    last = min(len(nodes), at + _FAR)
    index = at
    lead = True
    while index < last:
        node = nodes[index]
        if node.kind == "stop" and node.value in _ENDS:
            return index
        if node.kind == "opener" and not lead:
            return index
        if node.kind in ("and", "comma") and index + 1 < last and _new_clause(scene, index + 1):
            return index
        if node.kind == "verb" or node.kind in ("sanctions", "nominal"):
            lead = False
        index += 1
    return last


def _new_clause(scene: Scene, at: int) -> bool:
    """Whether a finite verb, perhaps after its subject, begins at node ``at``."""
    named = False
    for index in range(at, min(len(scene.nodes), at + 8)):
        node = scene.nodes[index]
        if node.verb is not None:
            return node.verb.finite and (index == at or (named and not node.verb.bare_participle))
        if node.kind == "opener":
            return True
        named = named or node.kind in ("agent", "pronoun", "anaphor")
        if node.kind not in ("agent", "det", "pronoun", "anaphor", "word", "prep", "modifier", "day"):
            return False
    return False


def matter_in(  # noqa: C901, PLR0912 - one branch a kind of node
    scene: Scene, first: int, end: int, story: Story, *, loose: bool = False
) -> Matter | None:
    """What the words from node ``first`` up to ``end`` are about, or None when it is nothing of ours.

    Args:
        loose: take "a decision", "a step" for the article's act as well.
    """
    doing: tuple[str, int] | None = None
    issue: Matter | None = None
    turned = undone = other = False
    last = min(end, len(scene.nodes))
    for at in range(max(first, 0), last):
        node = scene.nodes[at]
        made: Matter | None = None
        if node.kind in _PLAIN and not node.cues:  # most nodes: words of no kind, and names
            turned = turned or scene.word(at) == "no"
            continue
        if node.verb is not None:
            turned = turned or node.verb.negated
            found = _of_verb(scene, at, end)
            if isinstance(found, Matter):
                made = found
            elif found is not None:
                doing = doing or found
            elif node.verb.letters:
                against, undoing, backing = _leaning(node.verb)
                turned, undone = turned or against, undone or undoing
                other = other or not (against or undoing or backing)
        elif node.has("not") or scene.word(at) == "no":
            turned = True
        elif node.kind == "sanctions":
            done = doing or _doing_after(scene, at, last)
            made = _sanctions(scene, at, done, first, story)
            if done is not None and done[1] > at and _denied_after(scene, done[1]):
                turned = True  # "die Sanktionen nicht zu lockern"
        elif node.kind == "nominal" and not _decision(scene, at, end):
            doing = doing or (node.value, at)
        elif node.has("licence") and story.told and doing is None:
            made = Matter("sanctions", "exempt", (), at, at + 1, echo=story.action == "exempt")
        elif node.has("likewise"):
            made = _likewise(scene, at, story)
        elif issue is not None and node.kind in ("and", "comma"):
            break
        elif node.has("listnoun") and doing is not None and story.told:
            made = _on_list(scene, at, doing, last)
        elif node.has("echo") or (node.value == "resolution" and story.paper):
            if not _leads_on(scene, at, end):
                if other and not undone:
                    return issue
                made = issue or _echo(scene, at, doing, story, undone=undone, loose=loose)
                if made is None:
                    continue
        elif node.kind == "issue" and issue is None:
            issue = _issue(scene, at, doing, story)
            made = issue if issue is not None and issue.kind == "sanctions" else None
        if made is not None:
            return replace(made, turned=True) if turned else made
    made = issue or (None if doing is None else _bare(scene, doing, end, story))
    return replace(made, turned=True) if made is not None and turned else made


def _denied_after(scene: Scene, at: int) -> bool:
    verb = scene.nodes[at].verb
    return scene.line.language == "de" and verb is not None and verb.infinitive and verb.negated


def _decision(scene: Scene, at: int, end: int) -> bool:
    """ "kritisierte den Beschluss": the article's act, whichever it is."""
    node = scene.nodes[at]
    return node.value == "impose" and node.has("echo") and not _leads_on(scene, at, end)


def _leaning(verb: Verb) -> tuple[bool, bool, bool]:
    """Whether a verb in between speaks against, undoes, or backs what follows."""
    stance, hinder, vote = verb.cue("stance"), verb.cue("hinder"), verb.cue("vote")
    values = {cue.value for cue in (stance, hinder, vote) if cue is not None}
    backing = "support" in values or verb.cue("accept") is not None
    governs = verb.cue("govern")
    steers = verb.cue("speech") is not None or verb.cue("want") is not None or not verb.letters
    values |= {"oppose"} if governs is not None and governs.value in ("refused", "rejected") else set()
    backing = backing or steers or (governs is not None and governs.value in ("adopted", "committed"))
    return "oppose" in values, "undo" in values, backing


def _doing_after(scene: Scene, at: int, last: int) -> tuple[str, int] | None:
    """ "for all sanctions to be lifted", "die Sanktionen zu beenden": the act told after its object."""
    german = scene.line.language == "de"
    for index in range(at + 1, min(last, at + 14)):
        node = scene.nodes[index]
        verb = node.verb
        if verb is not None and verb.letters:
            cue = verb.cue("act")
            runs = verb.cue("intransitive")
            if runs is not None and runs.value == "lapse" and not verb.negated:
                return "lapse", index
            if cue is not None and (verb.be or german or (verb.to and verb.passive)):
                return cue.value, index
            if not german:
                return None
        elif node.kind in ("opener", "stop"):
            return None
    return None


def _of_verb(scene: Scene, at: int, end: int) -> Matter | tuple[str, int] | None:
    """ "to lift …", "sanctioning the banks", "prohíban los servicios"."""
    verb = scene.nodes[at].verb
    assert verb is not None
    listing = verb.cue("list")
    if listing is not None:
        named = agents_after(scene, at + 1)
        if named.agents and named.after <= end + 1:
            return Matter("sanctions", listing.value, tuple(named.agents), at, named.after, fresh=True)
        if scene.line.language == "de" and at > 0:
            return Matter("sanctions", listing.value, (), at, at + 1, fresh=True)
    enlists = verb.cue("enlist")
    act = verb.cue("act")
    if enlists is not None and any(
        scene.nodes[index].has("listnoun") for index in range(at + 1, min(end, at + 8))
    ):
        return enlists.value, at
    if act is not None:
        return act.value, at
    forbids = verb.cue("prohibit")
    if forbids is not None and any(
        scene.line.has(word, "goods")
        for index in range(at + 1, min(end, at + 6))
        for word in range(scene.nodes[index].start, scene.nodes[index].after)
    ):
        targets = tuple(_countries(scene, at + 1, end))
        return Matter("sanctions", forbids.value, targets, at, min(end, at + 8), fresh=True)
    return None


def _likewise(scene: Scene, at: int, story: Story) -> Matter | None:
    further = scene.nodes[at].cues.first["likewise"].value == "further"
    if not story.told or (further and not story.pressure):
        return None
    if further:
        return Matter("sanctions", "tighten", (), at, at + 1, fresh=True)
    return Matter("sanctions", story.action, (), at, at + 1, echo=True)


def _on_list(scene: Scene, at: int, doing: tuple[str, int], last: int) -> Matter:
    """ "include the judges in the list", "the removal of names from the list"."""
    action = "delist" if doing[0] in (*_SPENT, "off") else "designate"
    named = agents_after(scene, doing[1] + (2 if scene.word(doing[1] + 1) in ("a", "al") else 1))
    if not named.agents or named.after > at + 1:
        named = agents_after(scene, at + 1)
    targets = tuple(named.agents) if named.after <= last + 1 else ()
    return Matter("sanctions", action, targets, doing[1], max(at + 1, min(named.after, last)), fresh=True)


def _sanctions(
    scene: Scene, at: int, doing: tuple[str, int] | None, first: int, story: Story
) -> Matter | None:
    if _describes(scene, at):
        return None
    targets = tuple(_aimed_at(scene, at))
    values = _modifiers(scene, at, first)
    begin = min(doing[1], at) if doing is not None else at
    if doing is not None:
        action = doing[0]
        if action == "impose" and "more" in values:
            action = "tighten"
        same = story.action == "designate" or (action == story.action and story.pressure)
        return Matter("sanctions", action, targets, begin, at + 1, echo=not targets and story.told and same)
    fresh = "new" in values or "more" in values
    action = "tighten" if "more" in values and "new" not in values else "impose" if fresh else "maintain"
    if action == "maintain" and any(scene.word(i) == "any" for i in range(max(first, at - 3), at)):
        action, fresh = "impose", True  # "opposes any sanctions"
    weak = not scene.nodes[at].has("strong")
    if not targets and story.told and story.pressure and not fresh:
        return Matter("sanctions", story.action, (), begin, at + 1, echo=True)
    if weak and not story.told and not targets:
        return None
    return Matter("sanctions", action, targets, begin, at + 1, fresh=fresh)


_COMMITTEES: Final = frozenset(
    {"comité", "comisión", "commission", "committee", "expert", "experts", "policy"}
)
_BALLOTS: Final = frozenset({"vote", "votación", "abstimmung"})


def _describes(scene: Scene, at: int) -> bool:
    """ "sanctions evasion", "sanctions list": the noun only describes another."""
    following = scene.nodes[at + 1] if at + 1 < len(scene.nodes) else None
    if {scene.word(at - 1), scene.word(at - 2), scene.word(at + 1)} & _COMMITTEES:
        return True
    if following is None or scene.line.language != "en":
        return False
    return (following.kind == "nominal" and following.value == "evade") or following.value == "resolution"


def _modifiers(scene: Scene, at: int, first: int) -> set[str]:
    values = set()
    for index in range(at - 1, max(first - 1, at - 6), -1):
        node = scene.nodes[index]
        if node.kind in ("verb", "prep", "comma", "opener"):
            break
        values.add(node.value if node.kind == "modifier" else "")
    after = scene.nodes[at + 1] if at + 1 < len(scene.nodes) else None
    if after is not None and after.kind == "modifier" and after.value in ("new", "more"):
        values.add(after.value)
    return values


def _aimed_at(scene: Scene, at: int) -> list[Agent]:
    """The agents after "on", "against", "contra", "gegen" close behind the noun at node ``at``."""
    nodes = scene.nodes
    for index in range(at + 1, min(len(nodes), at + 5)):
        node = nodes[index]
        if node.kind == "prep" and node.value == "target":
            return agents_after(scene, index + 1).agents
        if node.kind in ("comma", "stop", "opener", "quote", "and"):
            return []
        if node.verb is not None and not node.verb.bare_participle:
            return []
    return []


def _countries(scene: Scene, first: int, end: int) -> list[Agent]:
    for index in range(first, end):
        agent = scene.nodes[index].agent
        if agent is not None and agent.kind == "state":
            return [agent]
    return []


def _leads_on(scene: Scene, at: int, end: int) -> bool:
    """ "the decision to lift …", "plans to extend …": what follows tells the act itself."""
    for index in range(at + 1, min(end, at + 5)):
        node = scene.nodes[index]
        if node.kind in ("nominal", "sanctions"):
            return True
        if node.verb is not None:
            return node.verb.cue("act") is not None or node.verb.cue("list") is not None
        if node.kind in ("comma", "stop", "opener"):
            return False
    return False


def _echo(
    scene: Scene, at: int, doing: tuple[str, int] | None, story: Story, *, undone: bool, loose: bool
) -> Matter | None:
    """ "the move", "the bill", "extend the package", "reverse its decision"."""
    if _further(scene, at):
        return Matter("sanctions", "tighten", (), at, at + 1, fresh=True)
    if scene.word(at) in _BALLOTS and story.rejected:
        return None
    if scene.word(at) in _BALLOTS and story.resolution and not story.paper:
        return Matter("resolution", None, (), at, at + 1)
    known = _definite(scene, at) or loose
    if not story.told or not known or (undone and story.wanted) or _of_others(scene, at, story):
        return None
    action = story.action
    if undone:
        action = "lift" if story.pressure else "maintain"
    elif doing is not None and doing[0] in _SPENT and story.pressure:
        action = doing[0]
    begin = doing[1] if doing is not None else at
    return Matter("sanctions", action, (), begin, at + 1, echo=True)


def _further(scene: Scene, at: int) -> bool:
    """ "further steps", "tougher action", "nuevas medidas"."""
    plural = scene.word(at) in _STEPS
    near = [scene.nodes[i].value for i in (at - 1, at - 2, at + 1) if scene.kind(i) == "modifier"]
    return plural and "more" in near


_STEPS: Final = frozenset(
    {"steps", "measures", "action", "actions", "moves", "medidas", "pasos", "acciones", "mesures", "schritte"}
    | {"schritten", "maßnahmen"}
)


def _definite(scene: Scene, at: int) -> bool:
    """ "the move", "Thursday's announcement", "Washington's decision"; not "a move", "steps"."""
    for index in range(at - 1, max(-1, at - 5), -1):
        node = scene.nodes[index]
        word = scene.word(index)
        if node.span is not None or node.kind in ("day",) or node.value == "its":
            return True
        if node.kind == "det" or word in _POINTING:
            return word not in _INDEFINITE
        if node.kind not in ("modifier", "word", "quote"):
            return word == "'s"
        if word == "'s":
            return True
    return False


def _of_others(scene: Scene, at: int, story: Story) -> bool:
    """ "Russia's actions": what is owned by others than those who act is not the act."""
    for index in range(at - 1, max(-1, at - 4), -1):
        node = scene.nodes[index]
        if node.span is not None and node.agent is not None:
            owner = node.agent.speaks_for or node.agent
            return node.span.possessive and side_of(story, owner) == "target"
        if node.kind not in ("modifier", "word"):
            return False
    return False


_INDEFINITE: Final = frozenset(
    {
        "a",
        "an",
        "any",
        "some",
        "all",
        "no",
        "un",
        "una",
        "une",
        "unos",
        "unas",
        "ein",
        "eine",
        "einen",
        "einem",
    }
)


def indefinite(scene: Scene, first: int, after: int) -> bool:
    """ "ein Waffenembargo": sanctions that do not stand yet; with no article only in the plural."""
    for index in range(after - 1, first - 1, -1):
        if scene.word(index) in _INDEFINITE:
            return True
        if scene.kind(index) in ("det", "pronoun") or scene.nodes[index].value == "old":
            return False
    return False


_POINTING: Final = frozenset(
    {"this", "that", "these", "those", "este", "esta", "estos", "estas", "ese", "esa", "ce", "cet", "cette"}
    | {"ces", "diese", "dieser", "diesen", "dieses", "diesem"}
)


def _issue(scene: Scene, at: int, doing: tuple[str, int] | None, story: Story) -> Matter | None:
    node = scene.nodes[at]
    begin = doing[1] if doing is not None else at
    if node.value == "pressure":
        targets = tuple(_aimed_at(scene, at))
        action = "ease" if doing is not None and doing[0] in _SPENT else "maintain"
        known = targets or ((story.against,) if story.against is not None and doing is not None else ())
        return Matter("sanctions", action, known, begin, at + 1) if known else None
    return Matter(node.value, None, (), begin, at + 1)


def _bare(scene: Scene, doing: tuple[str, int], end: int, story: Story) -> Matter | None:
    """ "the extension", "further relief", "the lifting": a noun for the act with no sanctions named."""
    action, at = doing
    node = scene.nodes[at]
    if node.verb is not None or not story.told:
        return None
    word = scene.word(at)
    same = action == story.action or (action in _KIN and story.action in _KIN)
    if action not in _SPECIFIC and word not in _BARE and not same:
        return None
    following = scene.kind(at + 1)
    if following == "prep" and scene.nodes[at + 1].value != "target" and at + 2 < end:
        return None  # "the extension of the deadline"
    matter = Matter("sanctions", story.action if same else action, (), at, at + 1, echo=same)
    return replace(matter, targets=()) if matter.echo else matter
