"""What a comparison of two runs comes to: better, worse, tied or underpowered, and why in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from extractor.evaluation.bootstrap import Interval

__all__ = ["ALPHA", "LEAST_DOCUMENTS", "MARGIN", "Finding", "Verdict", "judge", "sentence"]

Verdict = Literal["better", "worse", "tied", "underpowered"]

ALPHA: Final = 0.05
"""A difference counts as shown when p, corrected, is not above this."""

MARGIN: Final = 0.02
"""Two runs whose F1 differ by less than this are as good as each other, unless told otherwise."""

LEAST_DOCUMENTS: Final = 6
"""With 5 documents (or stories) the least p possible is 2/2^5 = 0.0625: no difference can be shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a verdict rests on; F1 differences are the challenger's minus the baseline's.

    ``p`` is corrected for ``comparisons``. ``stories`` are the rows that were resampled: documents, or
    stories of several. ``detectable`` is the smallest detectable difference, None when it is not known.
    """

    delta: float
    interval: Interval
    p: float
    comparisons: int
    documents: int
    stories: int
    differing: int
    detectable: float | None


def judge(seen: Finding, margin: float = MARGIN) -> Verdict:
    """The verdict on the challenger, by these rules in this order.

    1. **underpowered** when there are fewer than six documents (stories), whatever the figures: the exact
       randomisation test then cannot reach p = 0.05.
    2. **better** (**worse**) when the 95 % interval lies wholly above (below) 0 *and* p, after Holm's
       correction, is at most 0.05. Both are asked for: p alone keeps false findings at 5 %, the interval
       tells the size. Source: Berg-Kirkpatrick et al. 2012; Holm 1979.
    3. **tied** when the whole 95 % interval lies strictly between -margin and +margin: whatever the true
       difference is, it is too small to matter. This is the two one-sided tests of equivalence (Schuirmann
       1987) at 2.5 % each, half of what is usual. Absence of a significant difference is never enough.
       Where hardly any document differs, the interval knows only the differences it has seen.
    4. **underpowered** otherwise: the interval holds 0, and also differences that would matter.
    """
    low, high = seen.interval
    if seen.stories < LEAST_DOCUMENTS:
        return "underpowered"
    if seen.p <= ALPHA and low > 0:
        return "better"
    if seen.p <= ALPHA and high < 0:
        return "worse"
    return "tied" if -margin < low and high < margin else "underpowered"


def sentence(
    verdict: Verdict,
    seen: Finding,
    names: tuple[str, str],
    kind: str,
    measure: str,
    margin: float = MARGIN,
) -> str:
    """The verdict for a reader who is no statistician. ``names`` are baseline and challenger."""
    baseline, challenger = names
    figures = f"{seen.delta:+.3f} {measure} F1 ({_basis(seen)})"
    if verdict in ("better", "worse"):
        small = f"; smaller than the margin of {margin:g}" if abs(seen.delta) < margin else ""
        return f"{challenger} is {verdict} than {baseline} on {kind}: {figures}{small}"
    if verdict == "tied" and not seen.differing:
        return (
            f"{challenger} and {baseline} are tied on {kind}: the same counts in every one of "
            f"{seen.documents} documents (up to {_rule_of_three(seen.stories)} of new ones could differ)"
        )
    if verdict == "tied":
        return (
            f"{challenger} and {baseline} are tied on {kind}: {figures}; "
            f"the whole interval lies within ±{margin:g}"
        )
    return (
        f"underpowered: these documents do not tell {challenger} from {baseline} on {kind}: "
        f"{figures}; {_what_would_not_show(seen)}"
    )


def _basis(seen: Finding) -> str:
    low, high = seen.interval
    corrected = f" corrected for {seen.comparisons} comparisons" if seen.comparisons > 1 else ""
    stories = f" in {seen.stories} stories" if seen.stories < seen.documents else ""
    return (
        f"95 % interval {low:+.3f} to {high:+.3f}, p = {_p(seen.p)}{corrected}, "
        f"{seen.documents} documents{stories}, {seen.differing} differ"
    )


def _rule_of_three(seen: int) -> str:
    """What was not seen in n cases happens in at most about 3/n of them, with 95 % certainty."""
    return f"{3 / seen:.0%}"


def _p(p: float) -> str:
    return f"{p:.3f}" if p >= 0.001 else f"{p:.1g}"


def _what_would_not_show(seen: Finding) -> str:
    units = "documents" if seen.stories == seen.documents else "stories"
    if seen.stories < LEAST_DOCUMENTS:
        return f"with fewer than {LEAST_DOCUMENTS} {units} no difference can be shown, however large"
    if seen.detectable is None:
        return "how small a difference would show is not known"
    about = f"{seen.detectable:.2f}" if seen.detectable >= 0.01 else f"{seen.detectable:.4f}"
    return f"a difference smaller than about {about} would not reliably show with {seen.stories} {units}"
