"""Each pattern of an act with the sentence that it is for. All sentences are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, acts, event


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # a verb with the sanctions as object
        (
            "Canada has imposed new sanctions on Belarus.",
            ("impose", "adopted", ("Canada",), ("Belarus",)),
        ),
        (
            "The African Union suspended its sanctions on Guinea.",
            ("suspend", "adopted", ("African Union",), ("Guinea",)),
        ),
        (
            "The EU extended its sanctions on Zimbabwe by a year.",
            ("extend", "adopted", ("EU",), ("Zimbabwe",)),
        ),
        (
            "G7 leaders pledged to maintain sanctions on Russia.",
            ("maintain", "committed", ("G7",), ("Russia",)),
        ),
        (
            "The Biden administration eased some sanctions on Venezuela.",
            ("ease", "adopted", ("Biden administration",), ("Venezuela",)),
        ),
        # additional measures tighten (ruling 10)
        (
            "Australia imposed further sanctions on Iran.",
            ("tighten", "adopted", ("Australia",), ("Iran",)),
        ),
        # the passive, with and without an agent
        (
            "New sanctions on Venezuela were announced by the United States on Friday.",
            ("impose", "adopted", ("United States",), ("Venezuela",)),
        ),
        (
            "Sanctions on Eritrea were lifted by the Security Council in 2018.",
            ("lift", "adopted", ("Security Council",), ("Eritrea",)),
        ),
        # a noun for the act
        (
            "The EU's extension of its sanctions on Syria came as no surprise.",
            ("extend", "adopted", ("EU",), ("Syria",)),
        ),
        (
            "The White House announced the lifting of sanctions on Sudan.",
            ("lift", "adopted", ("White House",), ("Sudan",)),
        ),
        # sanctions as the second object
        (
            "Moscow retaliated with sanctions against 13 Canadian officials.",
            ("designate", "adopted", ("Moscow",), ("13 Canadian officials",)),
        ),
        (
            "The United States on Wednesday added to its long list of sanctions against Iran.",
            ("tighten", "adopted", ("United States",), ("Iran",)),
        ),
        # participles and reduced relatives
        (
            "Trade collapsed under the sanctions imposed on Syria by the European Union in 2011.",
            ("impose", "adopted", ("European Union",), ("Syria",)),
        ),
        (
            "Firms still feel the sanctions Washington imposed on Cuba.",
            ("impose", "adopted", ("Washington",), ("Cuba",)),
        ),
        # joint acts
        (
            "Australia joined the U.S. and Britain in imposing sanctions on Iran's drone makers.",
            ("impose", "adopted", ("Australia", "U.S.", "Britain"), ("Iran",)),
        ),
        (
            "The UN, the US and the EU imposed sanctions on North Korea.",
            ("impose", "adopted", ("UN", "US", "EU"), ("North Korea",)),
        ),
        # persons and bodies are designated (ruling 9)
        (
            "The European Union imposed sanctions on eleven Iranian officials.",
            ("designate", "adopted", ("European Union",), ("eleven Iranian officials",)),
        ),
        (
            "The U.S. Treasury blacklisted Acme Shipping Ltd and two other firms under its sanctions.",
            ("designate", "adopted", ("U.S. Treasury",), ("Acme Shipping Ltd", "two other firms")),
        ),
        (
            "Myanmar's military chief Min Aung Hlaing was sanctioned by the United Kingdom on Thursday.",
            ("designate", "adopted", ("United Kingdom",), ("Min Aung Hlaing",)),
        ),
        (
            "The U.S. removed three Zimbabwean banks from its sanctions list.",
            ("delist", "adopted", ("U.S.",), ("three Zimbabwean banks",)),
        ),
        # headlines
        (
            "US sanctions Iranian oil minister",
            ("designate", "adopted", ("US",), ("Iranian oil minister",)),
        ),
        ("EU to extend Russia sanctions until January", ("extend", "committed", ("EU",), ("Russia",))),
        # a trade forbidden
        (
            "The EU banned imports of Russian coal as part of its sanctions.",
            ("impose", "adopted", ("EU",), ("Russian",)),
        ),
        # a headline's verb
        (
            "US sanctions four Chinese firms over Iran drone parts",
            ("designate", "adopted", ("US",), ("four Chinese firms",)),
        ),
        # breach, and punishment for it (ruling 7)
        (
            "The United States accused China of violating U.N. sanctions on North Korea.",
            ("evade", "adopted", ("China",), ("North Korea",)),
        ),
        (
            "The Justice Department charged two Turkish businessmen with evading sanctions on Iran.",
            ("enforce", "adopted", ("Justice Department",), ("two Turkish businessmen",)),
        ),
    ],
)
def test_an_act_is_told_by_this_pattern(sentence: str, told: Act) -> None:
    assert acts(sentence) == [told]


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Britain will impose sanctions on Belarus next week.", "committed"),
        ("Japan has already decided to impose limited sanctions on Myanmar.", "committed"),
        ("The EU is expected to adopt its 14th package of sanctions against Russia.", "committed"),
        ("Rubio said the U.S. would ease sanctions on Syria.", "committed"),
        ("The EU is weighing new sanctions on China.", "considered"),
        ("The EU could impose sanctions on Georgia.", "considered"),
        ("The EU failed to agree on new sanctions against Russia.", "considered"),
        ("Congress has repeatedly tried to impose sanctions on Saudi Arabia.", "considered"),
        ("Trump threatened to impose sanctions on Iraq if it expelled American troops.", "threatened"),
        ("The EU will impose sanctions on Serbia if the crackdown continues.", "threatened"),
        ("The Senate passed a bill that would impose sanctions on Turkey.", "proposed"),
        (
            "The United States drafted a U.N. resolution that would tighten sanctions on North Korea.",
            "proposed",
        ),
        ("Russia vetoed a U.N. resolution imposing sanctions on Mali.", "rejected"),
        ("Hungary has vetoed new sanctions on Russia.", "rejected"),
        ("President Trump signed an executive order imposing sanctions on Turkey.", "adopted"),
        ("The Security Council voted to tighten sanctions on North Korea.", "adopted"),
    ],
)
def test_the_stage_comes_from_tense_mood_and_governing_verbs(sentence: str, stage: str) -> None:
    assert event(sentence).stage == stage


@pytest.mark.parametrize(
    "sentence",
    [
        "The government did not impose sanctions on Israel.",
        "Armenia has no plans to impose sanctions on Russia.",
        "China urged the United States to lift its sanctions on Iran.",
        "SADC urges international community to lift sanctions on Zimbabwe",
        "The ruble fell as Western sanctions hurt the Russian economy.",
        "Companies should prepare for new sanctions on Russia, lawyers said.",
        "Talks focused on easing the impact of sanctions on farmers in Syria.",
        "The UN's sanctions committee on Libya met on Friday.",
        "FIFA imposed sanctions on the Russian club.",
        "The judge imposed sanctions on the lawyer for contempt of court.",
        "The council has sanctioned the building of a new bridge in Belarus.",
        "The United States imposed tariffs on steel from Canada.",
        "The deal imposed curbs on Iran's nuclear programme in return for sanctions relief.",
        "Critics said the EU should impose sanctions on Georgia.",
        "Will the EU impose sanctions on Georgia?",
    ],
)
def test_what_is_no_act_of_the_sender_is_no_event(sentence: str) -> None:
    assert acts(sentence) == []


def test_refusing_relief_maintains_the_sanctions() -> None:
    assert acts("The White House refused to lift sanctions on Cuba.") == [
        ("maintain", "adopted", ("White House",), ("Cuba",))
    ]


def test_who_is_accused_of_breach_acts_according_to_the_accuser() -> None:
    assert event("The United States accused China of violating sanctions on Iran.").according_to == (
        "United States"
    )


def test_the_target_of_the_article_stands_in_where_the_sentence_names_none() -> None:
    text = "The EU imposed sanctions on Belarus in June. Additional sanctions were levied in August."
    assert [(action, targets) for action, _, _, targets in acts(text)] == [
        ("impose", ("Belarus",)),
        ("tighten", ("Belarus",)),
    ]


def test_a_comma_before_the_main_clause_joins_no_list() -> None:
    (told,) = acts("If Russia attacks Ukraine, the EU will impose massive sanctions.")
    assert told[2] == ("EU",)


def test_the_same_act_told_twice_is_one_event_with_two_quotes() -> None:
    text = (
        "The EU imposed sanctions on eleven Iranian officials on Monday. Traders shrugged. "
        "The EU imposed sanctions on the Iranian officials over a crackdown."
    )
    (told,) = acts(text)
    assert told[3] == ("eleven Iranian officials",)
    assert len(event(text).evidence) == 2
