"""Constructions of everyday news in English. All sentences are written for these tests."""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, acts, event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # people counted by where they are from
        (
            "The Netherlands imposed sanctions on 14 Belarusians over the crackdown.",
            [("designate", "adopted", ("Netherlands",), ("14 Belarusians",))],
        ),
        # a number before the state
        (
            "China imposed sanctions on nine US defence firms.",
            [("designate", "adopted", ("China",), ("nine US defence firms",))],
        ),
        (
            "Last week Japan blacklisted four Syria- and Lebanon-based companies and six individuals.",
            [
                (
                    "designate",
                    "adopted",
                    ("Japan",),
                    ("four Syria- and Lebanon-based companies", "six individuals"),
                )
            ],
        ),
        # a single ship, firm or bank described by its state
        (
            "U.S. seizes North Korean cargo ship for violating sanctions",
            [("enforce", "adopted", ("U.S.",), ("North Korean cargo ship",))],
        ),
        # a name with "and" in it
        (
            "The sanctions hit the Iran-based Defence Optics and Science Centre and two other firms.",
            [
                (
                    "designate",
                    "adopted",
                    (),
                    ("Defence Optics and Science Centre", "two other firms"),
                )
            ],
        ),
        # whom a state's name in front is about
        ("US imposes fresh Iran-related sanctions", [("impose", "adopted", ("US",), ("Iran",))]),
        # the last name of a list that is the subject of a passive
        (
            "Economic sanctions on Chad, Gabon, and Guinea were lifted by the African Union.",
            [("lift", "adopted", ("African Union",), ("Chad", "Gabon", "Guinea"))],
        ),
        # what it is meant to do is no part of the target
        (
            "The EU on Wednesday agreed on new sanctions against Belarus in a bid to curb evasion.",
            [("impose", "committed", ("EU",), ("Belarus",))],
        ),
    ],
)
def test_whom_the_sanctions_are_on(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Poland imposed an arms embargo on Sudan and sanctions on two generals.",
            [
                ("impose", "adopted", ("Poland",), ("Sudan",)),
                ("designate", "adopted", ("Poland",), ("two generals",)),
            ],
        ),
        (
            "Denmark already had sanctions in force against nine members of the junta.",
            [("designate", "adopted", ("Denmark",), ("nine members of the junta",))],
        ),
        (
            "Norway enforced asset freezes and travel bans on four Sudanese generals.",
            [("designate", "adopted", ("Norway",), ("four Sudanese generals",))],
        ),
        (
            "Twelve Georgian judges came under sanctions from Lithuania on Monday.",
            [("designate", "adopted", ("Lithuania",), ("Twelve Georgian judges",))],
        ),
        (
            "Nine officials from Nicaragua will face sanctions from Canada.",
            [("designate", "committed", ("Canada",), ("Nine officials from Nicaragua",))],
        ),
        (
            "The EU and Norway have issued several waves of sanctions against Belarus.",
            [("impose", "adopted", ("EU", "Norway"), ("Belarus",))],
        ),
        ("Canada lines up sanctions on Mali", [("impose", "committed", ("Canada",), ("Mali",))]),
        ("The U.S. lifted some sanctions on Belarus.", [("ease", "adopted", ("U.S.",), ("Belarus",))]),
        ("Eritrea imported arms in defiance of UN sanctions.", [("evade", "adopted", ("Eritrea",), ())]),
        ("Iran defied sanctions by selling oil to Syria.", [("evade", "adopted", ("Iran",), ())]),
    ],
)
def test_what_is_done(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "EU unable to agree on sixth package of sanctions against Serbia",
            ("considered", ("EU",), ("Serbia",)),
        ),
        ("The EU was unable to agree on new sanctions against Serbia.", ("considered", ("EU",), ("Serbia",))),
        (
            "Canada, Britain sanction two Syrian banks",
            ("adopted", ("Canada", "Britain"), ("two Syrian banks",)),
        ),
        ("Slovakia continues to block proposed gas embargo against Russia", ("rejected", (), ("Russia",))),
        (
            "Japan said it was considering a sanctions waiver for Iran.",
            ("considered", ("Japan",), ("Iran",)),
        ),
    ],
)
def test_how_far_it_has_come(text: str, told: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert [act[1:] for act in acts(text)] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "National bank fined $98 million by OFAC for sanctions violations",
            ("enforce", "adopted", ("OFAC",), ("National bank",)),
        ),
        (
            "OFAC settles with Spanish insurer Mapal for sanctions violations.",
            ("enforce", "adopted", ("OFAC",), ("Mapal",)),
        ),
        (
            "OFAC reports that a foreign bank has agreed to remit $5 million to settle sanctions violations.",
            ("enforce", "adopted", ("OFAC",), ("foreign bank",)),
        ),
    ],
)
def test_a_penalty_tells_who_pays_and_to_whom(text: str, told: Act) -> None:
    assert acts(text) == [told]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "The U.S. Treasury granted the German firm Kordal a license to resume drilling in Venezuela.",
            ("Kordal", "Venezuela"),
        ),
        (
            "The US gave US producer Corwith a license to buy oil from Iran, Bloomberg News reported.",
            ("Corwith", "Iran"),
        ),
    ],
)
def test_a_licence_names_its_holder_and_the_sanctioned_state(text: str, targets: tuple[str, ...]) -> None:
    assert [act[3] for act in acts(text)] == [targets]


@pytest.mark.parametrize(
    "text",
    [
        # a list as it stands
        "The U.S. sanctions list currently includes 40 individuals and nine companies.",
        # warnings to nobody in particular
        "Banks that deal with the firm could face sanctions from Canada.",
        # a name with a word in it that is a verb elsewhere
        "The sanctions were discussed at the Royal Institute of Aerospace Studies in Canada.",
        # described by its sanctions only
        "Russia's sanctions-hit economy shrank, the central bank said, despite sanctions.",
    ],
)
def test_no_act_is_told(text: str) -> None:
    assert acts(text) == []


def test_a_state_in_a_later_phrase_is_no_target() -> None:
    told = acts("Trump agreed to drop sanctions on the pipeline in an attempt to mend relations with Poland.")
    assert all("Poland" not in act[3] for act in told)


@pytest.mark.parametrize(
    "text",
    [
        "The leader, who has ruled Chad since 1990, is under French and U.S. sanctions.",
        "Officers implicated in the killing of a lawyer in 2009 came under sanctions from Canada.",
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_act(text: str) -> None:
    found = [event(text).date] if len(acts(text)) == 1 else []
    assert not any(found)


def test_the_administration_is_the_one_named_before() -> None:
    told = acts(
        "The Trump administration weighs its options on Iran. "
        "The administration withdrew from the deal and reimposed sanctions on Iran."
    )
    assert ("impose", "adopted", ("Trump administration",), ("Iran",)) in told


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # a vague number
        (
            "Latvia has imposed sanctions on over 1,700 individuals and more than 20 ships.",
            ("1,700 individuals", "20 ships"),
        ),
        # words in quotation marks
        (
            "Australia has sanctioned 65 so-called “ghost fleet” vessels.",
            ("65 so-called “ghost fleet” vessels",),
        ),
        # a comma before the last "and"
        (
            "Latvia imposed sanctions on several companies from Syria, Iran, and North Korea on Monday.",
            ("several companies from Syria, Iran, and North Korea",),
        ),
        # branches of trade are nobody
        ("The EU suspended sanctions against Mali in the banking and transport sectors.", ("Mali",)),
        # a state in the adjective
        ("Peru protested at the anti-Syrian sanctions imposed by Canada.", ("Syrian",)),
    ],
)
def test_the_names_of_targets_are_whole(text: str, targets: tuple[str, ...]) -> None:
    assert [act[3] for act in acts(text)] == [targets]


def test_measures_that_are_examples_are_no_act_of_their_own() -> None:
    told = acts(
        "The EU today extended for one year the sanctions imposed against Chad, "
        "including an asset freeze and travel ban on the president, Idriss Mahamat."
    )
    assert ("extend", "adopted", ("EU",), ("Chad",)) in told
    assert all("Idriss Mahamat" not in act[3] for act in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the headline's state is its ministry's
        (
            "US sanctions 93 Syrian officials\n\nThe U.S. State Department sanctioned 93 Syrian officials.",
            [("designate", "adopted", ("U.S. State Department",), ("93 Syrian officials",))],
        ),
        # one group told in two ways
        (
            "UK sanctions 25 Russians\n\nThe UK has imposed sanctions on 25 Russian nationals.",
            [("designate", "adopted", ("UK",), ("25 Russian nationals",))],
        ),
        # an organ of an organisation
        (
            "EU lifts sanctions on Mali\n\nEU foreign ministers lifted sanctions on Mali on Monday.",
            [("lift", "adopted", ("EU",), ("Mali",))],
        ),
    ],
)
def test_a_headline_and_its_text_tell_one_act(text: str, told: list[Act]) -> None:
    assert acts(text) == told


def test_two_counted_groups_are_two_acts() -> None:
    told = acts(
        "Canada imposed sanctions on Monday on 93 more Syrian officials.\n\nCanada had previously imposed "
        "sanctions on 116 Syrian officials."
    )
    assert len(told) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ukraine's president signed a decree enacting sanctions against 95 Russian firms.",
            [("designate", "adopted", ("Ukraine",), ("95 Russian firms",))],
        ),
        (
            "Britain sanctions Iran prison officials over protest crackdown",
            [("designate", "adopted", ("Britain",), ("Iran prison officials",))],
        ),
        # who was sanctioned before, and what sanctions do
        ("Sanctioned Russian banker sues EU over sanctions", []),
        ("EU sanctions hit Russian oil exports", []),
    ],
)
def test_headlines_and_decrees(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the subject of a passive before a relative clause
        (
            'Jean Cabrel, who is known as "Mistral", has been sanctioned by Canada.',
            [("designate", "adopted", ("Canada",), ("Jean Cabrel",))],
        ),
        (
            "27 vessels that form part of the Syrian ghost fleet have been designated by Canada.",
            [("designate", "adopted", ("Canada",), ("27 vessels that form part of the Syrian ghost fleet",))],
        ),
        # a gerund beside what is only considered
        (
            "Canada is weighing new sanctions, placing Orion Ltd on its sanctions list.",
            [("designate", "considered", ("Canada",), ("Orion Ltd",))],
        ),
    ],
)
def test_clauses_within_clauses(text: str, told: list[Act]) -> None:
    assert acts(text) == told


def test_a_day_that_opens_the_sentence_dates_its_own_verb() -> None:
    found = event("Last year, after agreeing to impose sanctions on Haiti, Canada designated Jean Petit.")
    assert found.date == "Last year"
