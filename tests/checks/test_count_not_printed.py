"""A group's count is the number printed."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, event

CHECK = "count_not_printed"

FIRES = (
    Example(
        "counted by the model",
        "The United States put sanctions on ministers, generals and judges of Iran.",
        event("put sanctions on ministers, generals and judges", targets=["ministers, generals and judges"]),
        actors=(actor("ministers, generals and judges", "group", count=3),),
        says="count 3",
    ),
    Example(
        "another number in French",
        "La France a sanctionné onze banques.",
        event("a sanctionné onze banques", senders=["France"], targets=["onze banques"]),
        language="fr",
        actors=(actor("onze banques", "group", count=12),),
        says="count 12",
    ),
)

SILENT = (
    Example(
        "spelled",
        "The United States put sanctions on twenty-one officials of Iran.",
        event("put sanctions on twenty-one officials", targets=["twenty-one officials of Iran"]),
        actors=(actor("twenty-one officials of Iran", "group", count=21),),
    ),
    Example(
        "with a separator",
        "The United States put sanctions on 1,200 ships of Iran.",
        event("put sanctions on 1,200 ships", targets=["1,200 ships"]),
        actors=(actor("1,200 ships", "group", count=1200),),
    ),
    Example(
        "German, in one word",
        "Die EU setzte dreiundzwanzig Banken auf die Sanktionsliste.",
        event(
            "setzte dreiundzwanzig Banken auf die Sanktionsliste",
            senders=["EU"],
            targets=["dreiundzwanzig Banken"],
        ),
        language="de",
        actors=(actor("dreiundzwanzig Banken", "group", count=23),),
    ),
    Example(
        "a language whose number words are not known",
        "Евросоюз ввёл санкции против одиннадцати банков.",
        event("ввёл санкции против одиннадцати банков", senders=["Евросоюз"], targets=["одиннадцати банков"]),
        language="ru",
        actors=(actor("одиннадцати банков", "group", count=11),),
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_count_that_the_article_does_not_print_is_flagged(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_count_that_the_article_prints_passes(example: Example) -> None:
    assert example.message(CHECK) is None
