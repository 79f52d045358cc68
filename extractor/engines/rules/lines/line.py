"""A sentence made ready for the rules: its words with offsets, and the vocabulary's cue at each."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from extractor.article.model import Article, Sentence
from extractor.engines.rules.lines.compounds import cut_compounds
from extractor.knowledge.known import Knowledge, shipped_knowledge
from extractor.knowledge.vocabulary import NO_CUES, CueSet, Vocabulary, cut

__all__ = ["Line", "read_line"]

_SHORT: Final = 30  # longer sentences are told apart well enough by detection
_LONGEST_HEADLINE: Final = 40
_FOLDED: Final[dict[str, str]] = {}  # words met before, as printed
_MOST_FOLDED: Final = 50_000

# Words that stand in one of the four languages only.
_FUNCTION_WORDS: Final = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "by",
            "with",
            "for",
            "was",
            "were",
            "has",
            "have",
            "will",
            "is",
            "are",
            "its",
            "that",
            "from",
            "on",
            "over",
            "after",
            "says",
        ]
    ),
    "es": frozenset(
        ["el", "los", "las", "del", "por", "que", "contra", "sus", "una", "han", "fue", "fueron"]
    ),
    "fr": frozenset(
        ["le", "les", "des", "du", "et", "contre", "ses", "dans", "est", "ont", "été", "une", "qui"]
    ),
    "de": frozenset({
        "der", "die", "das", "und", "gegen", "den", "von", "mit", "ist", "hat", "wurde", "wurden", "für",
        "ein", "eine", "einen", "dem", "im", "zu", "nicht", "sich", "auf", "werden", "wird", "sagte", "haben",
    }),
}  # fmt: skip


@dataclass(slots=True)  # not frozen: that makes a line three times as dear to make
class Line:
    """One sentence. ``words`` are folded (lower case, straight apostrophes), ``raw`` as printed.

    ``cues[i]`` and ``after[i]`` are the cues of the longest phrase that begins at word i and the index
    after it (``i + 1`` and no cues where none does), ``kinds`` the kinds of all cues. Offsets are those of
    the sentence's own ``text``.
    """

    number: int
    text: str
    language: str
    in_title: bool
    paragraph: int
    raw: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    known: Vocabulary
    cues: list[CueSet]
    after: list[int]
    kinds: set[str]
    capitals: bool | None = None

    @property
    def headline_case(self) -> bool:
        """Whether nearly every longer word has a capital; counted when first asked, most lines never are."""
        if self.capitals is None:
            self.capitals = _headline_case(self.raw)
        return self.capitals

    def slice(self, first: int, after: int) -> str:
        """The text from word ``first`` up to, not including, word ``after``."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def details(self) -> list[CueSet]:
        """The cues of measures, sectors and reasons at each word: for lines that tell an act."""
        found = (self.known.at(self.words, index, details=True) for index in range(len(self.words)))
        return [NO_CUES if one is None else one[1] for one in found]

    def has(self, index: int, kind: str) -> bool:
        """Whether the phrase at word ``index`` has a cue of ``kind``."""
        return kind in self.cues[index].kinds

    def value(self, index: int, kind: str) -> str | None:
        """The first value of ``kind`` at word ``index``, or None."""
        cue = self.cues[index].first.get(kind)
        return None if cue is None else cue.value


def read_line(article: Article, sentence: Sentence, knowledge: Knowledge | None = None) -> Line | None:
    """The sentence as the rules see it, or None in a language without vocabulary."""
    text = article.text[sentence.start : sentence.end]
    raw, starts, ends = cut(text)
    if _compounds(text) and (article.language_of(sentence) == "de" or len(raw) < _SHORT):
        raw, starts, ends = cut_compounds(raw, starts, ends)
    words = _folded(raw)
    language = article.language_of(sentence) or "en"
    if len(words) < _SHORT:
        language = _language(words, language)
    known = (knowledge or shipped_knowledge()).vocabulary(language)
    if known is None:
        return None
    cues, after, kinds = _cues(words, known)
    if language == "fr" and not _NOT.isdisjoint(words):
        _over_negation(words, known, cues, after, kinds)
    return Line(
        number=sentence.number,
        text=text,
        language=language,
        in_title=article.paragraphs[sentence.paragraph].kind == "title",
        paragraph=sentence.paragraph,
        raw=raw,
        words=words,
        starts=starts,
        ends=ends,
        known=known,
        cues=cues,
        after=after,
        kinds=kinds,
    )


def _compounds(text: str) -> bool:
    """Whether there may be "EU-Sanktionen", "Russlandsanktionen", which are cut in two."""
    return "anktion" in text or "mbargo" in text or "trafmaßnahme" in text


def _folded(raw: list[str]) -> list[str]:
    """Lower case, straight apostrophes, and letters of one width: typography tells nothing."""
    if not raw:
        return []
    words = list(map(_FOLDED.get, raw))
    if None in words:
        if len(_FOLDED) > _MOST_FOLDED:
            _FOLDED.clear()
            words = [None] * len(raw)
        for printed, word in zip(raw, words, strict=True):
            if word is None:
                _FOLDED[printed] = _fold(printed)
        words = list(map(_FOLDED.get, raw))
    return words  # type: ignore[return-value]  # every one is known now


def _fold(printed: str) -> str:
    word = printed.lower().replace("’", "'")
    return unicodedata.normalize("NFKC", word).replace(" ", "") or word


def _language(words: list[str], told: str) -> str:
    """The language told of the paragraph, unless the sentence's own function words speak plainly against it.

    Detection is unsure of a headline of ten words, most of them names.
    """
    present = set(words)
    counts = {language: len(present & known) for language, known in _FUNCTION_WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    own = counts.get(told, 0)
    return best if counts[best] >= (2 + own if own else 1) else told


def _cues(words: list[str], known: Vocabulary) -> tuple[list[CueSet], list[int], set[str]]:
    cues: list[CueSet] = [NO_CUES] * len(words)
    after = list(range(1, len(words) + 1))
    met: list[frozenset[str]] = []
    following = [*words[1:], ""]
    german = known.language == "de"
    for index, found_whole in enumerate(map(known.entries.get, words)):
        entry = found_whole
        if entry is None and german and (head := _compound_head(words[index])):
            entry = known.entries.get(head)
        if entry is None:
            continue
        alone, longer = entry
        if following[index] in longer:
            found = known.at(words, index)
            if found is None:
                continue
            if words[found[0] - 1] == "to" and alone is not None and _infinitive(words, found, known):
                pass  # "agreed to prolong": the verb alone, and its infinitive
            else:
                after[index], alone = found
        elif alone is None:
            continue
        cues[index] = alone
        met.append(alone.kinds)
    return cues, after, set().union(*met)


_SHORTEST_COMPOUND: Final = 10
_HEADS: Final = (
    "sanktionen", "sanktion", "sanktionspaket", "sanktionspakets", "strafmaßnahmen", "strafmassnahmen",
    "embargo", "embargos", "einreiseverbot", "einreiseverbote", "exportverbot", "exportverbote",
    "importverbot", "importverbote", "ausfuhrverbot", "einfuhrverbot", "exportkontrollen",
    "exportbeschränkungen", "importstopp", "exportstopp", "preisdeckel", "handelsbeschränkungen",
    "bußgeld", "sanktionsliste",
)  # fmt: skip


def _compound_head(word: str) -> str:
    """The last part of "Drohnensanktionen", "Stahlembargo", which tells what they are; "" of other words."""
    if len(word) < _SHORTEST_COMPOUND or not word.endswith(_HEADS):
        return ""
    return max((head for head in _HEADS if word.endswith(head)), key=len)


_NOT: Final = frozenset({"pas", "plus", "jamais"})
_LONGEST_VERB: Final = 6


def _over_negation(
    words: list[str], known: Vocabulary, cues: list[CueSet], after: list[int], kinds: set[str]
) -> None:
    """French verbs of several words around their negation: "ne s'associera pas aux", "ne met pas fin à"."""
    for at, word in enumerate(words):
        if word not in _NOT or at + 1 == len(words):
            continue
        for start in range(max(0, at - 2), at):
            found = known.at([*words[start:at], *words[at + 1 : at + _LONGEST_VERB]], 0)
            if found is not None and found[0] > at - start and found[1].inflected:
                after[start], cues[start] = start + found[0] + 1, found[1]
                kinds |= found[1].kinds
                break


def _infinitive(words: list[str], found: tuple[int, CueSet], known: Vocabulary) -> bool:
    """Whether the phrase is a verb with "to", and an infinitive follows."""
    end, cues = found
    entry = known.entries.get(words[end]) if end < len(words) and cues.inflected else None
    return entry is not None and entry[0] is not None and "b" in entry[0].letters


def _headline_case(raw: list[str]) -> bool:
    """Whether nearly every longer word has a capital, so that capitals name nobody."""
    if len(raw) >= _LONGEST_HEADLINE:
        return False
    long = [word for word in raw if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 3 and len([word for word in long if word[0].isupper()]) >= 0.8 * len(long)
