"""Evidence to the letter: a quote is located in the article, or it is said why it is not there.

Matching folds typography alone, through an offset map back to the text. One changed, missing or added word,
number or negation fails; there is no edit distance and no ratio anywhere. What a match may cut is told in
``borders``, what is folded in ``typography``, and every reason in ``explain``.
"""

from extractor.grounding.placing import locate
from extractor.grounding.typography import Folded, fold
from extractor.grounding.verdicts import Check, Located, NotLocated

__all__ = ["Check", "Folded", "Located", "NotLocated", "fold", "locate"]
