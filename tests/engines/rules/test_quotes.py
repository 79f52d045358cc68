"""The words that prove a record: whole names, reasons and terms, and nothing of the next record."""

from __future__ import annotations

from tests.engines.rules.told import draft, event


def quote(text: str) -> str:
    """The only quote of the only event."""
    (found,) = event(text).evidence
    return found.quote


def view_quotes(text: str) -> dict[str, str]:
    """The first quote of every position, by holder."""
    return {position.holder: position.evidence[0].quote for position in draft(text).positions}


def test_reason_and_term_belong_to_the_proof() -> None:
    text = "On Friday the EU imposed sanctions on Belarus for one year over the jailing of two reporters."
    assert quote(text).endswith("for one year over the jailing of two reporters")


def test_the_quote_ends_where_another_act_is_told() -> None:
    text = "The EU imposed sanctions on Belarus over the vote, and Canada lifted an embargo on Fiji."
    quotes = [one.evidence[0].quote for one in draft(text).events]
    assert quotes == [
        "The EU imposed sanctions on Belarus over the vote",
        "Canada lifted an embargo on Fiji",
    ]


def test_a_bracket_is_quoted_with_the_name_before_it() -> None:
    text = "On Friday the European Union (EU) imposed sanctions on Belarus."
    assert quote(text) == "the European Union (EU) imposed sanctions on Belarus"


def test_the_article_itself_proves_and_not_its_headline() -> None:
    text = (
        "EU blacklists Iranian officials\n\nThe EU imposed sanctions on eleven Iranian officials on Monday."
    )
    assert quote(text) == "The EU imposed sanctions on eleven Iranian officials on Monday"


def test_a_headline_proves_what_the_article_does_not_tell() -> None:
    assert quote("EU blacklists Iranian officials\n\nTraders shrugged on Monday.") == (
        "EU blacklists Iranian officials"
    )


def test_a_view_is_quoted_with_all_who_share_it() -> None:
    quotes = view_quotes("Hungary and Slovakia opposed the sanctions on Russia.")
    assert quotes["Slovakia"] == "Hungary and Slovakia opposed the sanctions on Russia"


def test_the_quote_of_a_view_ends_where_another_begins() -> None:
    quotes = view_quotes(
        "Cuba condemned the sanctions on Venezuela as economic war, and Canada welcomed the sanctions."
    )
    assert quotes["Cuba"] == "Cuba condemned the sanctions on Venezuela as economic war"
