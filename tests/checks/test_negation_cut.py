"""A negation beside the quote belongs into it."""

from __future__ import annotations

import pytest

from tests.checks.example import Example, event, position

CHECK = "negation_cut"

FIRES = (
    Example(
        "will not",
        "China will not support sanctions on Iran.",
        position("support sanctions on Iran", stance="support"),
        says="leaves out 'not' right before",
    ),
    Example(
        "refused to",
        "The United States refused to lift the sanctions on Iran.",
        event("lift the sanctions on Iran", action="lift"),
        says="'refused to'",
    ),
    Example(
        "a contracted not, and a chain of verbs",
        "China hasn’t been planning to back sanctions on Iran.",
        position("back sanctions on Iran", stance="support"),
        says="n't been planning to",
    ),
    Example(
        "a quote that ends in mid-verb",
        "China and Russia will not support the sanctions on Iran.",
        position("China and Russia will"),
        says="'not' right after",
    ),
    Example(
        "no in Spanish",
        "China no apoya las sanciones contra Irán.",
        position("apoya las sanciones contra Irán", stance="support"),
        language="es",
        says="'no' right before",
    ),
    Example(
        "ne … pas",
        "La Chine ne soutient pas les sanctions contre Iran.",
        position("La Chine ne soutient", holder="Chine"),
        language="fr",
        says="'pas' right after",
    ),
    Example(
        "nicht at the end",
        "China unterstützt die Sanktionen gegen Iran derzeit nicht.",
        position("China unterstützt die Sanktionen gegen Iran", stance="support"),
        language="de",
        says="'derzeit nicht' right after",
    ),
    Example(
        "не",
        "Китай не поддержит санкции против Ирана.",
        position("поддержит санкции против Ирана", holder="Китай", issue_targets=["Иран"], stance="support"),
        language="ru",
        says="'не'",
    ),
    Example(
        "não",
        "A China não apoia sanções contra Iran.",
        position("apoia sanções contra Iran", stance="support"),
        language="pt",
        says="'não'",
    ),
    Example(
        "不会",
        "中国不会支持制裁伊朗。",
        position("支持制裁伊朗", holder="中国", issue_targets=["伊朗"], stance="support"),
        language="zh",
        says="'不会'",
    ),
)

SILENT = (
    Example(
        "the quote holds the negation",
        "China will not support sanctions on Iran.",
        position("will not support sanctions on Iran"),
    ),
    Example(
        "not only",
        "China not only opposes sanctions on Iran, it fears them.",
        position("opposes sanctions on Iran"),
    ),
    Example(
        "not only, cut before only",
        "China has not only opposed sanctions on Iran, it fears them.",
        position("only opposed sanctions on Iran, it fears them"),
    ),
    Example(
        "not … but",
        "These are not sanctions on Iran but a warning, China said.",
        position("sanctions on Iran but a warning, China said"),
    ),
    Example(
        "a negation of another clause",
        "It is not a trade matter, and China opposes sanctions on Iran.",
        position("China opposes sanctions on Iran"),
    ),
    Example(
        "visas denied are the act itself",
        "The United States denied visas to ministers of Iran.",
        event("visas to ministers of Iran"),
    ),
    Example(
        "pas and plus tôt",
        "La Chine n’a pas soutenu les sanctions contre Iran plus tôt.",
        position("La Chine n’a pas soutenu les sanctions contre Iran", holder="Chine"),
        language="fr",
    ),
    Example(
        "nicht ohne Grund",
        "Die EU verhängte Sanktionen gegen Iran nicht ohne Grund.",
        event("Die EU verhängte Sanktionen gegen Iran", senders=["EU"]),
        language="de",
    ),
    Example(
        "whether or not",
        "China asked whether or not sanctions on Iran would work.",
        position("sanctions on Iran would work", stance="uncommitted"),
    ),
    Example(
        "not seen since",
        "The United States imposed sanctions on Iran not seen since 2012.",
        event("imposed sanctions on Iran"),
    ),
    Example(
        "no question, as an answer",
        "Asked for a date, the minister said no. China opposes sanctions on Iran.",
        position("China opposes sanctions on Iran"),
    ),
    Example(
        "no sólo",
        "China no sólo rechaza las sanciones contra Irán, las teme.",
        position("sólo rechaza las sanciones contra Irán, las teme", issue_targets=["Irán"]),
        language="es",
    ),
    Example(
        "ne within a quote that ends with pas",
        "La Chine ne soutient pas les sanctions contre Iran.",
        position("soutient pas les sanctions contre Iran", holder="Chine"),
        language="fr",
    ),
    Example(
        "nicht nur",
        "China lehnt die Sanktionen gegen Iran nicht nur ab, es fürchtet sie.",
        position("China lehnt die Sanktionen gegen Iran"),
        language="de",
    ),
    Example(
        "the Chinese negation is in the quote",
        "中国不会支持制裁伊朗。",
        position("不会支持制裁伊朗", holder="中国", issue_targets=["伊朗"]),
        language="zh",
    ),
)


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.why)
def test_a_quote_without_its_negation_is_sent_back(example: Example) -> None:
    message = example.message(CHECK)
    assert message is not None
    assert example.says
    assert example.says in message


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.why)
def test_a_quote_that_needs_no_further_word_passes(example: Example) -> None:
    assert example.message(CHECK) is None
