"""How often an engine's quotes stood in the article: before it was asked again, and after."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.schemas.extraction import Extraction, Rejected

__all__ = ["GroundingRates", "grounding_rates", "is_ungrounded"]

_CHECKS = "quote_"
"""The names of the checks that ask whether a quote stands in the article begin so."""


@dataclass(frozen=True, slots=True)
class GroundingRates:
    """Counts of records over one or many results. Adds up.

    ``offered`` are the published records and those lost for their evidence; ``failed_first`` were refused for
    their evidence at the first attempt, ``lost`` for good.
    """

    offered: int = 0
    failed_first: int = 0
    lost: int = 0

    def __add__(self, other: GroundingRates) -> GroundingRates:
        return GroundingRates(
            self.offered + other.offered,
            self.failed_first + other.failed_first,
            self.lost + other.lost,
        )

    @property
    def before_repair(self) -> float | None:
        """Share of records whose evidence stood in the article at once; None when none was offered."""
        return max(0.0, 1 - self.failed_first / self.offered) if self.offered else None

    @property
    def after_repair(self) -> float | None:
        """Share of records whose evidence stands in the article in the end; None when none was offered."""
        return 1 - self.lost / self.offered if self.offered else None


def grounding_rates(extraction: Extraction) -> GroundingRates:
    """The counts of one result."""
    refused = [one for one in extraction.rejected if is_ungrounded(one)]
    lost = sum(not one.repaired for one in refused)
    return GroundingRates(
        offered=len(extraction.events) + len(extraction.positions) + lost,
        failed_first=sum(one.attempt == 1 for one in refused),
        lost=lost,
    )


def is_ungrounded(rejected: Rejected) -> bool:
    """Whether a whole record was refused because none of its quotes stands in the article."""
    return rejected.kind in ("event", "position") and rejected.check.startswith(_CHECKS)
