"""All checks in the order in which they look, and the one way to run them."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.checks import (
    abstain_without_vote,
    act_not_in_quote,
    actor_not_mentioned,
    condition_not_in_article,
    conditional_without_condition,
    count_not_printed,
    country_disagrees,
    crowd_as_holder,
    date_contradicts_stage,
    date_not_in_article,
    decline_with_stance,
    evidence_about_another,
    evidence_elsewhere,
    instrument_not_in_article,
    issue_without_action,
    measure_contradicts_action,
    modal_cut,
    name_not_as_printed,
    negation_cut,
    negation_nearby,
    news_long_past,
    office_as_holder,
    pronoun_as_actor,
    reach_not_worded,
    role_not_in_article,
    same_sender_and_target,
    stage_contradicts_action,
)
from extractor.checks.case import Case
from extractor.checks.check import Check, Finding

__all__ = ["CHECKS", "examine"]

# What cannot be mended first, then what is asked again, then what is flagged.
CHECKS: tuple[Check, ...] = (
    crowd_as_holder.CHECK,
    actor_not_mentioned.CHECK,
    pronoun_as_actor.CHECK,
    evidence_about_another.CHECK,
    negation_cut.CHECK,
    modal_cut.CHECK,
    stage_contradicts_action.CHECK,
    measure_contradicts_action.CHECK,
    same_sender_and_target.CHECK,
    date_contradicts_stage.CHECK,
    date_not_in_article.CHECK,
    condition_not_in_article.CHECK,
    issue_without_action.CHECK,
    conditional_without_condition.CHECK,
    negation_nearby.CHECK,
    evidence_elsewhere.CHECK,
    act_not_in_quote.CHECK,
    name_not_as_printed.CHECK,
    office_as_holder.CHECK,
    country_disagrees.CHECK,
    role_not_in_article.CHECK,
    count_not_printed.CHECK,
    instrument_not_in_article.CHECK,
    reach_not_worded.CHECK,
    news_long_past.CHECK,
    abstain_without_vote.CHECK,
    decline_with_stance.CHECK,
)


def examine(case: Case, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """What the checks find wrong with one record, in their order; empty when it bears out."""
    found = []
    for check in checks:
        message = check.find(case)
        if message is not None:
            found.append(Finding(check.name, check.level, message))
    return tuple(found)
