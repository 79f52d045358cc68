"""Whoever a record names is spoken of in the article."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, actor, event, position

CHECK = "actor_not_mentioned"

FIRES = (
    Example(
        "a sender that the article does not have",
        "The United States imposed sanctions on Iran on Tuesday.",
        event("imposed sanctions on Iran", senders=["United States", "Canada"]),
        says="senders 'Canada'",
    ),
    Example(
        "a speaker from elsewhere",
        "China opposes sanctions on Iran, its foreign ministry said.",
        position("China opposes sanctions on Iran", speaker="Wang Yi"),
        actors=(actor("Wang Yi", "person", country="CN"),),
        says="speaker 'Wang Yi'",
    ),
    Example(
        "another given name and surname in Spanish",
        "Estados Unidos impuso sanciones contra Irán, dijo Jorge Arreaza.",
        event(
            "impuso sanciones contra Irán",
            senders=["Estados Unidos"],
            targets=["Irán"],
            according_to="Pedro Sánchez",
        ),
        language="es",
        actors=(actor("Pedro Sánchez", "person"),),
        says="according_to 'Pedro Sánchez'",
    ),
    Example(
        "a group of people whose state is not spoken of",
        "The United Nations put sanctions on eleven officials on Monday.",
        event(
            "put sanctions on eleven officials",
            senders=["United Nations"],
            targets=["eleven Eritrean officials"],
        ),
        actors=(actor("eleven Eritrean officials", "group", count=11),),
        says="targets 'eleven Eritrean officials'",
    ),
    Example(
        "an abbreviation is not a word",
        "China told us that it opposes sanctions on Iran.",
        position("it opposes sanctions on Iran", addressees=["US"]),
        says="addressees 'US'",
    ),
    Example(
        "a name in boilerplate alone",
        "The United States imposed sanctions on Iran.\n\n"
        "Leave a Reply\n\nYour email address will not be published. Cuba",
        event("imposed sanctions on Iran", senders=["United States", "Cuba"]),
        says="senders 'Cuba'",
    ),
)

SILENT = (
    Example(
        "a metonym",
        "The Kremlin opposes sanctions on Iran.",
        position("opposes sanctions on Iran", holder="Russia"),
    ),
    Example(
        "a demonym and a capital",
        "American officials imposed sanctions on Tehran.",
        event("imposed sanctions on Tehran"),
    ),
    Example(
        "a body whose state it is",
        "The State Department imposed sanctions on Iran.",
        event("imposed sanctions on Iran"),
    ),
    Example(
        "a surname, the given name elsewhere, with a title",
        "China opposes sanctions on Iran. Foreign Minister Wang spoke in Beijing. Mr. Yi is a diplomat.",
        position("China opposes sanctions on Iran", speaker="Foreign Minister Wang Yi"),
        actors=(actor("Foreign Minister Wang Yi", "person", country="CN"),),
    ),
    Example(
        "the words of a description in another order",
        "Sanctions hit officials from Eritrea, eleven in all, said China.",
        event(
            "Sanctions hit officials from Eritrea", senders=["China"], targets=["eleven Eritrean officials"]
        ),
        actors=(actor("eleven Eritrean officials", "group", count=11),),
    ),
    Example(
        "a Russian name in another case",
        "Венгрия не поддержит санкции против России, заявил Путину Сийярто.",
        position(
            "не поддержит санкции против России", holder="Венгрия", issue_targets=["Россия"], speaker="Путин"
        ),
        language="ru",
        actors=(actor("Путин", "person"),),
    ),
    Example(
        "a German genitive",
        "Ungarn lehnt neue Sanktionen gegen Russlands Banken ab.",
        position(
            "Ungarn lehnt neue Sanktionen gegen Russlands Banken ab",
            holder="Ungarn",
            issue_targets=["Russland"],
        ),
        language="de",
    ),
    Example(
        "an Arabic prefix",
        "قالت الصين إنها ترفض العقوبات على إيران وروسيا.",
        position("ترفض العقوبات على إيران", holder="الصين", issue_targets=["إيران", "روسيا"]),
        language="ar",
    ),
    Example(
        "a Chinese sentence has no spaces",
        "中国外交部发言人毛宁说，中方反对制裁伊朗。",
        position("中方反对制裁伊朗", holder="中国", speaker="毛宁", issue_targets=["伊朗"]),
        language="zh",
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_an_actor_that_the_article_never_speaks_of_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_an_actor_spoken_of_under_another_form_passes(example: Example) -> None:
    assert example.message(CHECK) is None
