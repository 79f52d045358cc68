"""Each pattern of a position with the sentence that it is for. All sentences are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import View, draft, position, views


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # stance verbs
        ("Hungary opposes an oil embargo on Russia.", ("Hungary", "oppose", "sanctions", "maintain")),
        (
            "Turkey does not support the sanctions against Russia.",
            ("Turkey", "oppose", "sanctions", "maintain"),
        ),
        (
            "Serbia is unlikely to support additional sanctions on Russia.",
            ("Serbia", "oppose", "sanctions", "tighten"),
        ),
        ("Kenya welcomed the lifting of sanctions on Eritrea.", ("Kenya", "support", "sanctions", "lift")),
        (
            "Nigeria rejected calls to impose sanctions on Niger.",
            ("Nigeria", "oppose", "sanctions", "impose"),
        ),
        (
            "The sanctions on Syria were welcomed by Israel.",
            ("Israel", "support", "sanctions", "maintain"),
        ),
        # appeals and demands
        (
            "Poland urged the EU to tighten sanctions on Belarus.",
            ("Poland", "support", "sanctions", "tighten"),
        ),
        ("Germany called for sanctions against Georgia.", ("Germany", "support", "sanctions", "impose")),
        ("Cuba demanded an end to the U.S. embargo.", ("Cuba", "support", "sanctions", "lift")),
        ("Tehran demanded that Washington lift all sanctions.", ("Tehran", "support", "sanctions", "lift")),
        (
            "The United States is seeking Asian support for sanctions on North Korea.",
            ("United States", "support", "sanctions", "impose"),
        ),
        # should and must
        (
            "China's ambassador said that sanctions on North Korea should be eased.",
            ("China", "support", "sanctions", "ease"),
        ),
        (
            "The Russian foreign minister said the talks should be followed by easing of sanctions on Iran.",
            ("Russian", "support", "sanctions", "ease"),
        ),
        # judgements
        (
            "Rwanda said the sanctions on its officials were unjustified.",
            ("Rwanda", "oppose", "sanctions", "maintain"),
        ),
        (
            "“We will never accept these illegal sanctions on Venezuela,” said President Nicolas Maduro.",
            ("Venezuela", "oppose", "sanctions", "maintain"),
        ),
        # held back
        (
            "India declined to comment on the sanctions on Russia.",
            ("India", "uncommitted", "sanctions", "impose"),
        ),
        (
            "South Korea has not made any commitments on the sanctions on Russia.",
            ("South Korea", "uncommitted", "sanctions", "impose"),
        ),
        # votes
        (
            "China abstained on the resolution imposing sanctions.",
            ("China", "abstain", "sanctions", "impose"),
        ),
        # resolutions
        ("Brazil backs the draft resolution on sanctions.", ("Brazil", "support", "resolution", None)),
    ],
)
def test_a_position_is_told_by_this_pattern(sentence: str, told: View) -> None:
    assert told in views(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts say the sanctions on Iran should be lifted.",
        "Some EU countries oppose the proposed oil embargo on Russia.",
        "Critics called the sanctions on Cuba illegal.",
        "The EU imposed sanctions on Belarus.",
        "The shop owner Pedro Ruiz opposes the sanctions on Venezuela.",
    ],
)
def test_experts_bystanders_and_mere_acts_hold_no_position(sentence: str) -> None:
    assert views(sentence) == []


def test_a_minister_speaks_for_the_state() -> None:
    told = position("Hungary opposes an oil embargo on Russia, Prime Minister Viktor Orban said.")
    assert (told.holder, told.speaker) == ("Hungary", "Viktor Orban")


def test_a_described_official_speaks_for_the_body() -> None:
    told = position("A Kenyan Foreign Ministry spokeswoman said Nairobi opposes the sanctions on Eritrea.")
    assert (told.holder, told.speaker) == ("Kenya", "Kenyan Foreign Ministry spokeswoman")


def test_a_legislator_holds_his_own() -> None:
    told = position("Senator Marta Ruiz said she opposes lifting sanctions on Venezuela.")
    assert (told.holder, told.speaker, told.issue_action) == ("Marta Ruiz", None, "lift")


def test_two_subjects_are_two_positions() -> None:
    assert [holder for holder, *_ in views("Russia and China opposed the sanctions on Syria.")] == [
        "Russia",
        "China",
    ]


def test_addressees_are_the_object_of_the_appeal() -> None:
    told = position("Lithuania urged the EU and Canada to tighten sanctions on Belarus.")
    assert (told.addressees, told.speech_act) == (["EU", "Canada"], "appeal")


def test_unlikely_is_probable() -> None:
    told = position("It was unlikely the United Arab Emirates would support the sanctions on Russia.")
    assert (told.stance, told.certainty) == ("oppose", "probable")


def test_a_condition_is_given_in_the_articles_words() -> None:
    text = "Sanctions on Iran will remain in place until Iran complies, a State Department spokesman said."
    told = position(text)
    assert (told.holder, told.stance, told.issue_action) == ("United States", "support", "maintain")
    assert told.condition == "until Iran complies"


def test_conduct_counts_only_beside_sanctions() -> None:
    condemned = "Pakistan condemned the invasion of Gaza."
    assert views(condemned) == []
    beside = "The EU imposed sanctions on Russia. Japan condemned the Russian invasion of Ukraine."
    assert ("Japan", "oppose", "conduct", None) in views(beside)


def test_told_silence_is_uncommitted_and_inferred() -> None:
    text = "The EU imposed sanctions on Russia. India did not condemn Moscow."
    (told,) = draft(text).positions
    assert (told.stance, told.basis, told.issue_kind) == ("uncommitted", "inferred", "conduct")


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = (
        "“The decision was wrong,” South African President Cyril Ramaphosa said. “The sanctions on Zimbabwe "
        "must be lifted now.”"
    )
    assert ("South African", "support", "sanctions", "lift") in views(text)


def test_one_view_in_two_forms_is_one_position() -> None:
    text = "Algeria opposes the sanctions on Mali. Algeria urged ECOWAS to lift the sanctions on Mali."
    told = position(text)
    assert len(told.evidence) == 2
