"""When a known form in a text is no name after all: guards against homographs and parts of longer names."""

from __future__ import annotations

from typing import Final

from extractor.knowledge.entry import Form
from extractor.knowledge.tokens import Words

__all__ = ["ARTICLES", "NO_NAME_AFTER", "NO_NAME_BEFORE", "bounded", "dotted", "fits"]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES: Final = _listed("the el la los las al del le les l der die das dem den des im vom")

# Capitalised, but no part of a personal, company or place name beside a risky word such as "Jordan".
NO_NAME_BEFORE: Final = _listed(
    """
    a after against all although and as at because before between both but by despite during even for from if
    in including inside into like meanwhile near neither nor of off on or over since so still than that the
    then though through to toward towards under unless until upon versus via what when where whether while why
    with within without yet
    additionally afterwards also already altogether always another any both currently each earlier either
    eventually
    every everyone finally first formerly further furthermore however indeed initially instead lately
    later moreover most much neither never nevertheless nonetheless now often once only other others
    perhaps possibly
    previously recently separately several shortly similarly some sometimes soon still such surely there these
    they this those thus today together tomorrow tonight ultimately usually we yesterday
    monday tuesday wednesday thursday friday saturday sunday
    a al ante bajo con contra cuando de del desde donde durante el en entre hacia hasta la mientras para pero
    por según si sin sobre tras y
    au aux avec avant chez comme contre dans de depuis des du en entre et le la les mais ou où par pendant
    pour que quand sans selon si sous sur vers
    als am an auch auf aus bei bis das dem den der die doch durch ein eine für gegen im in mit nach ohne seit
    sowie trotz über um und unter vom von vor wenn wie zu zum zur zwischen
    """
)
NO_NAME_AFTER: Final = NO_NAME_BEFORE | _listed(
    """
    ambassador army authorities chancellor embassy foreign government has is king minister ministry officials
    parliament police president prime prince queen says was will
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    """
)


def fits(form: Form, words: Words, first: int, last: int, *, after_hit: bool) -> bool:
    """Whether the words around let ``form`` be read here, as its ``uses`` ask."""
    if "article" in form.uses and not (first and words.folds[first - 2] in ARTICLES):
        return False
    return "alone" not in form.uses or after_hit or _alone(words, first, last)


def dotted(words: Words, first: int, last: int) -> bool:
    """Whether this ends as an abbreviation with dots, "U.S" or "EE. UU": its last dot belongs to it."""
    if last == first:
        return False
    before, gap, end = words.folds[last - 2 : last + 1]
    return "." in gap and len(before) <= 2 and len(end) <= 2


def bounded(words: Words, first: int, last: int) -> bool:
    """Not part of a handle, an e-mail or web address, a sum of money or a longer dotted abbreviation."""
    before = words.folds[first - 1] if first else ""
    after = words.folds[last + 1] if last + 1 < len(words.folds) else ""
    if before[-1:] == "@" or after[:1] in ("@", "$"):
        return False
    if before == "." and len(words.folds[first - 2]) == 1 and dotted(words, first, last):
        return False
    if after == "." and words.folds[last + 2]:
        return not (words.printed(last + 2)[0].islower() or dotted(words, first, last))
    return True


def _alone(words: Words, first: int, last: int) -> bool:
    printed = words.printed(first, last)
    return not (
        _in_name(words, first - 1, first - 2, printed, NO_NAME_BEFORE)
        or _in_name(words, last + 1, last + 2, printed, NO_NAME_AFTER)
    )


def _in_name(words: Words, gap: int, neighbour: int, printed: str, harmless: frozenset[str]) -> bool:
    if not 0 <= neighbour < len(words.folds) or words.folds[neighbour] in harmless:
        return False
    between, word = words.folds[gap], words.printed(neighbour)
    if not between.isspace() or "\n" in between or not word[:1].isupper():
        return False
    return not (printed.isupper() and word.isupper())  # a headline in capitals tells nothing
