"""The closed vocabularies of the data model, each with the words that explain it.

The descriptions are prompt text: the model and the human labeller read the same sentence. Sources of the
terms: GSDB, TIES, CAMEO 1.1b3, PLOVER (actions, stages, measures, objectives), PolNeAR/PARC (attribution),
FactBank (certainty), FollowTheMoney (kinds of actors).
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

ActionName = Literal[
    "impose",
    "designate",
    "tighten",
    "extend",
    "maintain",
    "ease",
    "exempt",
    "suspend",
    "lift",
    "delist",
    "lapse",
    "enforce",
    "evade",
]
Action = Annotated[
    ActionName,
    Field(
        description=(
            "impose: new, aimed at a state, sector, trade, territory or at nobody in particular. "
            "designate: lists persons, officials, companies, vessels or bodies, named or not. "
            "tighten: told as added to, expanded, tougher. extend: prolonged in time. "
            "maintain: decides or refuses to lift. ease: partial, open-ended relief. "
            "exempt: licence, waiver, carve-out. suspend: time-bound relief. lift: ended. "
            "delist: persons or bodies taken off a list. lapse: expires unrenewed. "
            "enforce: fine, seizure or prosecution for breach. evade: breach or circumvention."
        )
    ),
]

StageName = Literal["considered", "threatened", "proposed", "committed", "adopted", "rejected"]
Stage = Annotated[
    StageName,
    Field(
        description=(
            "The strongest stage that the text states. considered: could, is weighing, no agreement yet. "
            "threatened: conditional on the target's conduct. proposed: draft, bill, formally tabled. "
            "committed: decided or promised, the act still to come (will impose). "
            "adopted: done, in force, signed, announced. rejected: vetoed, voted down, blocked."
        )
    ),
]

MeasureName = Literal[
    "asset_freeze",
    "travel_ban",
    "arms_embargo",
    "trade_embargo",
    "export_restriction",
    "import_restriction",
    "financial_restriction",
    "investment_ban",
    "services_ban",
    "transport_restriction",
    "price_cap",
    "aid_cut",
    "diplomatic",
    "media_ban",
    "penalty",
    "other",
]
SectorName = Literal[
    "energy",
    "finance",
    "defence",
    "technology",
    "transport",
    "metals",
    "luxury",
    "agriculture",
    "media",
    "telecoms",
    "other",
]
ObjectiveName = Literal[
    "end_war",
    "prevent_war",
    "territorial_conflict",
    "nonproliferation",
    "terrorism",
    "human_rights",
    "democracy",
    "destabilise_regime",
    "policy_change",
    "release_persons",
    "narcotics",
    "cyber",
    "corruption",
    "retaliation",
    "other",
]

ReachName = Literal["primary", "secondary"]
Reach = Annotated[
    ReachName,
    Field(
        description=(
            "secondary only where the text says so: secondary sanctions, third-country firms, "
            "anyone who deals with the target; otherwise primary."
        )
    ),
]

StanceName = Literal["support", "oppose", "conditional", "uncommitted", "abstain", "mixed"]
Stance = Annotated[
    StanceName,
    Field(
        description=(
            "conditional: support or opposition tied to an if. uncommitted: no commitment, undecided, "
            "declined to comment. 'unlikely to support' is oppose, certainty probable. "
            "'concerned about' is oppose, probable. A welcome with reservations is support. "
            "'maintain until ...' or 'ease if ...' said by the sender itself is support with a condition."
        )
    ),
]

IssueKindName = Literal["sanctions", "resolution", "conduct", "diplomacy", "other"]
IssueKind = Annotated[
    IssueKindName,
    Field(
        description=(
            "What the position is about. sanctions: a sanctions measure. resolution: a resolution or formal "
            "statement. conduct: what the sanctions answer (an invasion, a weapons programme). "
            "diplomacy: talks, ceasefires, calls to condemn. other: only what the article ties to these."
        )
    ),
]

CertaintyName = Literal["certain", "probable", "possible"]
SpeechActName = Literal["state", "appeal", "demand", "vote", "decline"]
SpeechAct = Annotated[
    SpeechActName,
    Field(description="appeal: urges, lobbies, asks. vote: a vote cast. decline: refuses to comment."),
]
BasisName = Literal["stated", "reported", "inferred"]
Basis = Annotated[
    BasisName,
    Field(
        description=(
            "stated: own words or their paraphrase, a vote cast. reported: another source in the article "
            "says so. inferred: only the journalist's characterisation."
        )
    ),
]
AttributionName = Literal["direct", "indirect", "mixed"]
LeaningName = Literal[
    "pressure", "relief", "support", "oppose", "conditional", "uncommitted", "abstain", "mixed"
]

ActorKindName = Literal[
    "state",
    "government_body",
    "intl_org",
    "coalition",
    "person",
    "company",
    "armed_group",
    "vessel",
    "group",
    "other",
]

StatusName = Literal["ok", "left_out", "partial", "refused", "failed"]

PRESSURE_ACTIONS: frozenset[str] = frozenset(
    {"impose", "designate", "tighten", "extend", "maintain", "enforce"}
)
RELIEF_ACTIONS: frozenset[str] = frozenset({"ease", "exempt", "suspend", "lift", "delist", "lapse", "evade"})


def values(literal: object) -> tuple[str, ...]:
    """The values of one of the vocabularies above, in the order of the data model."""
    return get_args(literal)


def leaning(kind: str, action: str | None, stance: str) -> LeaningName:
    """The direction of a position: one view told in two forms gets one name.

    For sanctions, supporting pressure and opposing relief are both ``pressure``, the reverse ``relief``;
    every other position keeps its stance. Defined in the data model under ``Position.leaning``.
    """
    if kind == "sanctions" and action is not None and stance in ("support", "oppose"):
        for_pressure = (action in PRESSURE_ACTIONS) == (stance == "support")
        return "pressure" if for_pressure else "relief"
    return stance  # type: ignore[return-value]  # every stance is a leaning
