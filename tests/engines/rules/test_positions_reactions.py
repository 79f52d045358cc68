"""How the news tells reactions to sanctions: each pattern with a sentence written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import draft

NEWS = "The European Union on Monday imposed new sanctions on Georgia. "

Told = tuple[str, str, str, str | None]


def held(sentence: str, news: str = NEWS) -> list[Told]:
    """Holder, stance, kind and action of every position."""
    told = draft(news + sentence).positions
    return [(one.holder, one.stance, one.issue_kind, one.issue_action) for one in told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # no side taken
        ("Japan would not be drawn on the sanctions.", ("Japan", "uncommitted", "sanctions", "impose")),
        ("Peru had no immediate comment on the move.", ("Peru", "uncommitted", "sanctions", "impose")),
        ("Chile said it was too early to say whether it would back them.", ("Chile", "uncommitted")),
        # a side taken, in the words of the news
        ("Togo voiced strong support for the sanctions.", ("Togo", "support", "sanctions", "impose")),
        ("Oman expressed its satisfaction at the sanctions.", ("Oman", "support", "sanctions", "impose")),
        ("Cuba lashed out at the decision.", ("Cuba", "oppose", "sanctions", "impose")),
        ("Norway ruled out joining the sanctions.", ("Norway", "oppose", "sanctions", "impose")),
        ("Peru brushed aside the sanctions.", ("Peru", "oppose", "sanctions", "impose")),
        ("Kenya has long argued that sanctions do more harm than good.", ("Kenya", "oppose")),
        ("Iraq was upset that Brussels went ahead with the sanctions.", ("Iraq", "oppose", "sanctions")),
        (
            "Benin said the EU had no right to impose the sanctions.",
            ("Benin", "oppose", "sanctions", "impose"),
        ),
        ("Chad said the sanctions threaten to deepen the crisis.", ("Chad", "oppose", "sanctions", "impose")),
        ("The decision prompted Armenia to denounce the sanctions.", ("Armenia", "oppose", "sanctions")),
        # not enough: more is wanted
        (
            "Senator Ann Quill called the sanctions a slap on the wrist.",
            ("Ann Quill", "support", "sanctions", "tighten"),
        ),
        ("Poland said the sanctions were not enough.", ("Poland", "support", "sanctions", "tighten")),
        (
            "Prime Minister Jon Berg of Norway said the sanctions did not go far enough.",
            ("Norway", "support", "sanctions", "tighten"),
        ),
        # who holds them
        (
            "Lawmakers from both parties cheered the decision.",
            ("Lawmakers", "support", "sanctions", "impose"),
        ),
        ("Georgia's opposition hailed the sanctions.", ("Georgia's opposition", "support", "sanctions")),
        (
            "Ann Holt, chairman of the Nordic Dockers Union, said the sanctions were a mistake.",
            ("Ann Holt", "oppose", "sanctions", "impose"),
        ),
        (
            "U.S. Ambassador Kevin O’Rourke welcomed the sanctions.",
            ("U.S.", "support", "sanctions", "impose"),
        ),
        # conduct and diplomacy
        ("Japan condemned the use of force in Tbilisi.", ("Japan", "oppose", "conduct", None)),
        ("Japan called on Georgia to release all prisoners.", ("Japan", "support", "diplomacy", None)),
        ("Japan called for a return to talks with Georgia.", ("Japan", "support", "diplomacy", None)),
        ("Japan said dialogue was the only way forward.", ("Japan", "support", "diplomacy", None)),
        # the sender is meant with its act
        ("Japan commended the European Union.", ("Japan", "support", "sanctions", "impose")),
        ("Iran condemned the European Union for the sanctions.", ("Iran", "oppose", "sanctions", "impose")),
        ("Japan called the step encouraging.", ("Japan", "support", "sanctions", "impose")),
        ("Japan hailed it as a turning point.", ("Japan", "support", "sanctions", "impose")),
        ("Kenya has yet to comment.", ("Kenya", "uncommitted", "sanctions", "impose")),
        ("Kenya urged the EU to keep the sanctions in place.", ("Kenya", "support", "sanctions", "maintain")),
        # sanctions that do not stand, and those that do
        ("Kenya opposes any sanctions against Tbilisi.", ("Kenya", "oppose", "sanctions", "impose")),
        ("Kenya pressed for an embargo on Georgian wine.", ("Kenya", "support", "sanctions", "impose")),
        ("Kenya asked the European Union to reconsider.", ("Kenya", "oppose", "sanctions", "impose")),
        # "saying": the words of the subject before
        (
            "Senator Ann Quill agreed, saying that the sanctions were long overdue.",
            ("Ann Quill", "support", "sanctions", "impose"),
        ),
        # his own country, and sanctions that a participle describes
        (
            "Serbian President Luka Ilic said his country would not abide by the sanctions.",
            ("Serbian", "oppose", "sanctions", "impose"),
        ),
        ("Kenya said sanctions imposed on Georgia are unacceptable.", ("Kenya", "oppose", "sanctions")),
        # must: whoever says so
        (
            "“We must implement the sanctions at once,” Senator Ann Quill said.",
            ("Ann Quill", "support", "sanctions", "impose"),
        ),
    ],
)
def test_a_reaction_is_read(sentence: str, told: tuple[str | None, ...]) -> None:
    assert told in [one[: len(told)] for one in held(sentence)]


def test_two_states_that_oppose_are_two_holders() -> None:
    assert held("Malta and Greece oppose the sanctions.") == [
        ("Malta", "oppose", "sanctions", "impose"),
        ("Greece", "oppose", "sanctions", "impose"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # what may be supported is supported by nobody yet
        "Italy has not told its partners whether it will support the sanctions.",
        # what is rejected is the vote
        "Italy dismissed the vote on the sanctions.",
        # whose conduct is meant is no act of the senders
        "Italy said Georgia's actions were wrong.",
        # nobody knows what is to be done with the decision
        "Italy called on Brussels to revisualise the decision.",
        # students of the matter hold nothing
        "Ann Holt, director of the Caucasus Research Institute, said the sanctions were a mistake.",
    ],
)
def test_no_side_is_taken(sentence: str) -> None:
    assert not [one for one in held(sentence) if one[2] == "sanctions" and one[1] in ("support", "oppose")]


def test_a_critic_of_silence_does_not_hold_the_silent_view() -> None:
    told = held("Italy regretted Cuba's refusal to condemn Georgia.")
    assert ("Italy", "oppose", "conduct", None) not in told


def test_what_others_say_somebody_refuses_is_no_view_of_theirs() -> None:
    assert ("EU", "oppose", "diplomacy", None) not in held("Georgia said the EU rejects dialogue.")


def test_what_somebody_is_blamed_for_is_no_view() -> None:
    assert held("Georgian leader Luka Meladze was blacklisted for obstructing the peace talks.") == []


def test_calls_to_stand_against_the_sanctions_oppose_them() -> None:
    told = held("Georgia called on its partners to stand up against the sanctions.")
    assert told == [("Georgia", "oppose", "sanctions", "impose")]


def test_a_place_in_capitals_before_a_dash_holds_nothing() -> None:
    told = held("NEW YORK — After talks on Iran, Brazil and India both vetoed the resolution.")
    assert {one[0] for one in told} == {"Brazil", "India"}


PAPER = "The United States drafted a resolution to tighten sanctions on Georgia. "


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The other 11 nations abstained (France, Ghana and Peru).",
            [("France", "abstain"), ("Ghana", "abstain"), ("Peru", "abstain")],
        ),
        (
            "Eleven countries including France, Ghana and Peru abstained.",
            [("France", "abstain"), ("Ghana", "abstain"), ("Peru", "abstain")],
        ),
        (
            "After talks on Iran, Brazil and India both vetoed the resolution.",
            [("Brazil", "oppose"), ("India", "oppose")],
        ),
        (
            "Most states voted for the resolution, two were against (Brazil and India).",
            [("Brazil", "oppose"), ("India", "oppose")],
        ),
        (
            "The vote was 13-0, with Brazil and India abstaining.",
            [("Brazil", "abstain"), ("India", "abstain")],
        ),
        (
            "The vote was 13 in favour, with Brazil and India opposed.",
            [("Brazil", "oppose"), ("India", "oppose")],
        ),
        ("Brazil and its ally India voted against.", [("Brazil", "oppose"), ("India", "oppose")]),
        ("Brazil voted in favor of those amendments.", []),
        ("There was speculation that Brazil would abstain.", []),
    ],
)
def test_votes_are_told_in_lists(sentence: str, told: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in held(sentence, PAPER)] == told


def test_a_headline_counts_where_the_body_says_nothing_of_its_holder() -> None:
    body = "The European Union imposed sanctions on Georgia on Monday, diplomats in Brussels said."
    found = draft("Norway welcomes sanctions on Georgia\n\n" + body).positions
    assert [(one.holder, one.stance, one.basis) for one in found] == [("Norway", "support", "inferred")]
    found = draft("Norway welcomes sanctions on Georgia\n\n" + body + " Norway praised the move.").positions
    assert [(one.holder, one.stance, one.basis) for one in found] == [("Norway", "support", "stated")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # the side that is hit, and the one that acts, in their own words
        ("Georgia vowed to retaliate.", ("Georgia", "oppose", "sanctions", "impose")),
        (
            "Georgia said it would take all necessary measures to shield its ports.",
            ("Georgia", "oppose", "sanctions", "impose"),
        ),
        (
            "The bloc said the steps were aimed at the money of the police.",
            ("European Union", "support", "sanctions", "impose"),
        ),
        (
            "The European Commission said the action would deprive the police of money.",
            ("European Commission", "support", "sanctions", "impose"),
        ),
        # what others do about them
        ("Georgia summoned the EU ambassador.", ("Georgia", "oppose", "sanctions", "impose")),
        ("Malta distanced itself from the move.", ("Malta", "oppose", "sanctions", "impose")),
        ("Moldova stood with the European Union.", ("Moldova", "support", "sanctions", "impose")),
        ("Armenia hailed a “new page”.", ("Armenia", "support", "sanctions", "impose")),
        ("Japan said the sanctions would change nothing.", ("Japan", "oppose", "sanctions", "impose")),
        ("Chad called the sanctions an affront.", ("Chad", "oppose", "sanctions", "impose")),
        ("Malta is worried that the sanctions would hurt its ports.", ("Malta", "oppose", "sanctions")),
        ("Hungary has objections, two diplomats said.", ("Hungary", "oppose", "sanctions", "impose")),
        ("Armenia insists that the sanctions be lifted.", ("Armenia", "support", "sanctions", "lift")),
        ("Chad could support them if the crisis went on.", ("Chad", "conditional", "sanctions", "impose")),
        # whose ministry, whose president
        (
            "Cuba's trade ministry met. Peru voted. The ministry said the sanctions violate the charter.",
            ("Cuba", "oppose", "sanctions", "impose"),
        ),
        (
            "Cuba's government said little. President Sara Boldo called the step a mistake.",
            ("Cuba's government", "oppose", "sanctions", "impose"),
        ),
    ],
)
def test_sides_and_whose_words_they_are(sentence: str, told: Told) -> None:
    assert told in [one[: len(told)] for one in held(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Malta is worried that the harvest would fail.",
        "Hungary has objections to the wedding.",
        "Fiji vowed to retaliate.",  # neither side of it
        "Georgia said the harvest had failed.",  # of something else
        "Five countries vowed to retaliate.",
        "Fiji summoned its ministers on Friday.",
    ],
)
def test_words_of_defiance_in_other_mouths_are_no_view(sentence: str) -> None:
    assert held(sentence) == []
