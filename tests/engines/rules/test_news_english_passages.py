"""English news told over more than one sentence, or with no word for sanctions beside the act.

All sentences are written for these tests.
"""

from __future__ import annotations

import pytest

from tests.engines.rules.told import Act, acts

_AGREED = "EU governments agreed new sanctions on Belarus on Monday. "
_ON_STATE = ("impose", "committed", ("EU",), ("Belarus",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The package also lists 27 tankers and bans transactions with 12 banks.",
            [("designate", "committed", ("EU",), ("27 tankers", "12 banks"))],
        ),
        (
            "The new package includes 50 ships.",
            [("designate", "committed", ("EU",), ("50 ships",))],
        ),
        (
            "Some 27 tankers will be added to the list.",
            [("designate", "committed", ("EU",), ("Some 27 tankers",))],
        ),
        # what the measures do, and not to whom
        ("The measures ban the export of jet fuel.", []),
        # listed at another time
        ("Six ships had been blacklisted in 2023.", [("designate", "adopted", (), ("Six ships",))]),
    ],
)
def test_a_package_goes_on_in_the_next_sentence(text: str, told: list[Act]) -> None:
    assert acts(_AGREED + text) == [_ON_STATE, *told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Japan sanctioned two Lebanese brokers on Monday. Ten tankers were also blacklisted.",
            [
                ("designate", "adopted", ("Japan",), ("two Lebanese brokers",)),
                ("designate", "adopted", ("Japan",), ("Ten tankers",)),
            ],
        ),
        (
            "Japan imposed sanctions on Mali. Tuesday's action targeted two companies and three officers.",
            [
                ("impose", "adopted", ("Japan",), ("Mali",)),
                ("designate", "adopted", ("Japan",), ("two companies", "three officers")),
            ],
        ),
        (
            "Britain imposed sanctions on Mali. London is targeting 13 officers.",
            [
                ("impose", "adopted", ("Britain",), ("Mali",)),
                ("designate", "adopted", ("Britain",), ("13 officers",)),
            ],
        ),
        (
            "Canada proposed new sanctions on Cuba. The package would blacklist 77 ships.",
            [
                ("impose", "proposed", ("Canada",), ("Cuba",)),
                ("designate", "proposed", ("Canada",), ("77 ships",)),
            ],
        ),
        # whoever did not impose the sanctions may target ships in other ways
        (
            "Britain imposed sanctions on Mali. Japan targeted three ships with rockets.",
            [("impose", "adopted", ("Britain",), ("Mali",))],
        ),
    ],
)
def test_who_acts_stands_in_the_sentence_before(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Czech Foreign Minister Jan Hora said his country had imposed sanctions on Mali.",
            [("impose", "adopted", ("Czech",), ("Mali",))],
        ),
        (
            "EU envoys failed to reach a deal on new sanctions against Mali.",
            [("impose", "considered", ("EU",), ("Mali",))],
        ),
        (
            "EU ministers did not reach an agreement on new sanctions against Mali.",
            [("impose", "considered", ("EU",), ("Mali",))],
        ),
        (
            "EU leaders agreed to push ahead with new sanctions targeting Mali.",
            [("impose", "committed", ("EU",), ("Mali",))],
        ),
        ("The US Senate has passed sanctions on Mali.", [("impose", "proposed", ("US Senate",), ("Mali",))]),
        (
            "The European Parliament rejected a resolution to impose sanctions on Mali.",
            [("impose", "rejected", (), ("Mali",))],
        ),
        (
            "The House of Representatives rejected a bill imposing sanctions on Mali.",
            [("impose", "rejected", (), ("Mali",))],
        ),
        # a state that rejects a plan decides nothing
        ("Hungary rejected a proposal to impose sanctions on Mali.", []),
    ],
)
def test_what_ministers_and_chambers_do(text: str, told: list[Act]) -> None:
    assert acts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Justice Department announced the seizure of two tankers that broke U.S. sanctions.",
            [("enforce", "adopted", ("Justice Department",), ("two tankers that broke U.S. sanctions",))],
        ),
        (
            "U.S. prosecutors announced charges against three Omani brokers for violating sanctions.",
            [("enforce", "adopted", ("U.S.",), ("three Omani brokers",))],
        ),
        ("Tehran rejected charges of violating sanctions.", []),
        (
            "Japan banned senior Malian officers from visiting Tokyo.",
            [("designate", "adopted", ("Japan",), ("senior Malian officers",))],
        ),
        (
            "The US State Department said it had revoked visas for several Malian officers.",
            [("designate", "adopted", ("US State Department",), ("several Malian officers",))],
        ),
        (
            "Canada said it would take action against nine Malian officers, adding to its sanctions.",
            [("designate", "committed", ("Canada",), ("nine Malian officers",))],
        ),
        (
            "Japan had earlier sanctioned five Omani companies.",
            [("designate", "adopted", ("Japan",), ("five Omani companies",))],
        ),
        # what is to be done is not told
        ("Canada said it would take action against Mali.", []),
    ],
)
def test_other_words_for_it(text: str, told: list[Act]) -> None:
    assert acts(text) == told


def test_verbs_joined_under_one_modal_each_tell() -> None:
    told = acts(
        "Canada proposed new sanctions on Cuba. The package would lower the price cap on crude, blacklist 77 "
        "tankers and ban transactions with 22 banks."
    )
    assert told[1:] == [("designate", "proposed", ("Canada",), ("77 tankers", "22 banks"))]


def test_blocking_sanctions_are_a_kind_of_sanctions() -> None:
    told = acts("Washington imposed sanctions on Mali and blocking sanctions against two banks.")
    assert told[-1] == ("designate", "adopted", ("Washington",), ("two banks",))


def test_whoever_blocks_sanctions_rejects_them() -> None:
    assert acts("Hungary is blocking sanctions on Mali.") == [("impose", "rejected", (), ("Mali",))]
