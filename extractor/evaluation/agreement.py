"""How far two folders of labels agree: the scorer's own F1, the labels of one read as if an engine gave them.

Source: Hripcsak & Rothschild 2005 (agreement on records, of which nobody can count those that both rightly
left out, is pairwise F1). The two directions differ where one side marks a record optional: only the
reference's optional records may lack for free. As with an engine's, the aliases of the labels do not count,
those of the reference do; so the figures are what an engine's can be held against.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.errors import GoldError
from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.kept import Kept
from extractor.evaluation.names import ReadActor
from extractor.evaluation.run import Evaluation, score_results
from extractor.schemas.extraction import Extraction, Provenance

__all__ = ["Agreement", "Labels", "agree", "as_result"]


@dataclass(frozen=True, slots=True)
class Labels:
    """A folder of labels, and the name it goes by in reports."""

    name: str
    articles: tuple[GoldArticle, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far ``labels`` agree with ``reference``, over the articles that both have labelled.

    ``only_labels`` and ``only_reference`` name files that are left out: the other side lacks their article.
    """

    labels: str
    reference: str
    figures: Evaluation
    only_labels: tuple[str, ...]
    only_reference: tuple[str, ...]

    @property
    def name(self) -> str:
        """As in ``a against b``."""
        return f"{self.labels} against {self.reference}"


def agree(labels: Labels, reference: Labels, read: ReadActor | None = None) -> Agreement:
    """The agreement of ``labels`` with ``reference``, which stands where gold does.

    Raises GoldError when the two have no article in common.
    """
    shared = {one.id for one in labels.articles} & {one.id for one in reference.articles}
    if not shared:
        problem = f"no article in common with {reference.name}; label the same articles"
        raise GoldError(labels.name, "folder", "files", problem)
    answers = (as_result(one) for one in labels.articles if one.id in shared)
    gold = [one for one in reference.articles if one.id in shared]
    return Agreement(
        labels=labels.name,
        reference=reference.name,
        figures=score_results(gold, answers, read=read, kept=Kept()),
        only_labels=_others(labels, shared),
        only_reference=_others(reference, shared),
    )


def as_result(labelled: GoldArticle) -> Extraction:
    """Labels as if an engine had given them, optional ones too: a labeller said them."""
    return Extraction(
        article=labelled.article.info,
        events=tuple(one.record for one in labelled.events),
        positions=tuple(one.record for one in labelled.positions),
        provenance=Provenance(engine="hand", model="labeller", tool_version="-"),
    )


def _others(labels: Labels, shared: set[str]) -> tuple[str, ...]:
    return tuple(article.file for article in labels.articles if article.id not in shared)
