"""Fits the gate's weights and threshold on the dev texts: ``python -m benchmarks.gate_fit [--write]``.

A logistic model over the features of ``extractor.gate.features``, with a prior that was set by hand before
any fit and is strong (a weight moves only where many texts ask for it), and with signs that are fixed: no
weight may say the opposite of what its feature means. A text counts by its best part, as in use; which part
that is and the weights are found by turns.

Prints recall and stop rate by ten-fold cross-validation. The terms were written with the dev texts in view,
so that even these figures are bright; the test texts, which are not read here, tell more. ``--write`` renews
``extractor/gate/data/weights.toml``.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.gate_data import ROOT, Labelled, labelled
from extractor.article.build import article_from_text
from extractor.gate.features import HOME, measure, names
from extractor.gate.language import READ
from extractor.gate.reading import read
from extractor.gate.screen import without_boilerplate
from extractor.gate.terms import lexicon, terms_fingerprint

Floats = NDArray[np.float64]

STRENGTH = (
    2.0  # of the prior: one text that is plainly misjudged pulls about as hard as half a unit of weight
)
ROUNDS = 8
FOLDS = 10
STOPPED = 0.83
"""Share of texts without records that the threshold stops in cross-validation; the aim is 0.80. All that need
not be stopped goes to recall, for texts yet unseen.
"""
ABOVE_NOTHING = 0.02  # log-odds; a text in which nothing is seen must not pass

# Log-odds that one plain instance should be worth, as judged before fitting; 1 where nothing is said.
PRIOR = {
    "certain": 4.0,
    "measure by anybody": 2.5,
    "measure alone": 0.7,
    "sanction on target": 3.0,
    "sanction by sender": 2.5,
    "sanction and state": 1.3,
    "sanction alone": 0.3,
    "sanction at home": -1.5,
    "discipline words": -0.25,
    "life words": -0.25,
    "listed by sender": 1.5,
    "hindered matter of target": 0.7,
    "hindered by sender": 0.7,
}
AGAINST = {"sanction at home", *(f"{name} words" for name in HOME)}
EVERYDAY = {"discipline words", "life words"}
"""Schools, shops and weather stand in every newspaper, also around the one sentence that is a record."""
NAMES = names()
CENTRE = np.array([PRIOR.get(name, -0.5 if name in AGAINST else 1.0) for name in NAMES])


def vectors(text: str) -> Floats:
    """The features of each part of ``text``, a row a part."""
    terms = lexicon()
    rows = [[part.measured.get(name, 0.0) for name in NAMES] for part in measure(read(text, terms), terms)]
    return np.array(rows)


def fit(texts: Sequence[Floats], records: NDArray[np.bool_]) -> Floats:
    """The weights, the bias last; texts with and without records weigh the same together."""
    bounds = [_bounds(name) for name in NAMES] + [(None, None)]
    share = records.mean()
    importance = np.where(records, 0.5 / share, 0.5 / (1 - share))
    sign = np.where(records, 1.0, -1.0)
    found = np.append(CENTRE, -2.0)
    for _ in range(ROUNDS):
        best = np.array([text[np.argmax(text @ found[:-1])] for text in texts])

        def loss(tried: Floats, best: Floats = best) -> tuple[float, Floats]:
            odds = sign * (best @ tried[:-1] + tried[-1])
            away = tried[:-1] - CENTRE
            slope = -importance * sign / (1 + np.exp(odds))
            value = (importance * np.logaddexp(0, -odds)).sum() + 0.5 * STRENGTH * (away**2).sum()
            return float(value), np.append(best.T @ slope + STRENGTH * away, slope.sum())

        found = minimize(loss, found, jac=True, bounds=bounds, method="L-BFGS-B").x
    return found


def _bounds(name: str) -> tuple[float | None, float | None]:
    if name in AGAINST:
        return -0.4 if name in EVERYDAY else None, 0.0
    return 0.0, None


def odds(text: Floats, found: Floats) -> float:
    """The log-odds of a text's best part."""
    return float((text @ found[:-1]).max() + found[-1])


def cross_validated(texts: Sequence[Floats], records: NDArray[np.bool_]) -> Floats:
    """Each text's log-odds by weights that were fitted without it."""
    fold = np.random.default_rng(0).permutation(len(texts)) % FOLDS
    found = np.zeros(len(texts))
    for number in range(FOLDS):
        kept = np.flatnonzero(fold != number)
        weights = fit([texts[one] for one in kept.tolist()], records[kept])
        for one in np.flatnonzero(fold == number).tolist():
            found[one] = odds(texts[one], weights)
    return found


def chosen_threshold(scores: Floats, records: NDArray[np.bool_]) -> float:
    """The lowest log-odds that stop the share STOPPED of the texts without records."""
    ascending = np.sort(scores[~records])
    return float(ascending[int(np.ceil(STOPPED * len(ascending))) - 1]) + 1e-6


def written(found: Floats, threshold: float, texts: Sequence[Labelled]) -> str:
    """The weights file."""
    positive = sum(one.records for one in texts)
    lines = [
        "# Weights of the gate's features, in log-odds for the first few instances in a part of a text;",
        "# `python -m benchmarks.gate_fit --write` makes this file. The score is a probability where one",
        f"# article in two holds a record; the threshold is the lowest that stops {STOPPED:.0%} of the dev",
        "# texts without records in cross-validation, and above that of a text in which nothing is seen.",
        "",
        f'fitted = "{dt.datetime.now(dt.UTC).date()}"',
        f'on = "{len(texts)} dev texts of eval/practice, eval/gold and seeds, {positive} with records"',
        f'terms = "{terms_fingerprint()}"',
        f"bias = {found[-1]:.3f}",
        f"threshold = {1 / (1 + np.exp(-threshold)):.3f}",
        "",
        "[weights]",
        *(f'"{name}" = {weight + 0.0:.3f}' for name, weight in zip(NAMES, found, strict=False)),
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Fits, says how well, and writes when told to."""
    texts = [one for one in labelled("dev") if one.language in READ]
    rows = [vectors(without_boilerplate(article_from_text(one.text))) for one in texts]
    records = np.array([one.records for one in texts])
    found = fit(rows, records)
    scores = cross_validated(rows, records)
    threshold = max(chosen_threshold(scores, records), found[-1] + ABOVE_NOTHING)
    print(f"{len(texts)} texts, {records.sum()} with records; by cross-validation:")
    for limit in sorted({threshold, *np.sort(scores[records])[:6]}):
        recall, stopped = (scores[records] >= limit).mean(), (scores[~records] < limit).mean()
        mark = "  <- threshold" if limit == threshold else ""
        print(f"  log-odds {limit:6.2f}: recall {recall:.3f}, stopped {stopped:.3f}{mark}")
    order = np.argsort(scores)
    for what, wanted in (("lowest with", order), ("highest without", order[::-1])):
        ones = [one for one in wanted if records[one] == (what == "lowest with")][:12]
        print(f"{what} records:", ", ".join(f"{texts[one].name[:14]} {scores[one]:.2f}" for one in ones))
    if "--write" in arguments:
        path = ROOT / "extractor" / "gate" / "data" / "weights.toml"
        path.write_text(written(found, threshold, texts), encoding="utf-8", newline="\n")
        print(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
