"""A sentence made ready for the rules: its words with offsets, and the vocabulary's cue at each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.article.model import Article, Sentence
from extractor.knowledge.vocabulary import Cue, Vocabulary, tokenise, vocabulary

__all__ = ["Line", "read_line"]

# Words that stand in one of the four languages only.
_FUNCTION_WORDS: Final = {
    "en": frozenset("the of and to by with for was were has have will is are its that from on over after says".split()),
    "es": frozenset("el los las del por que contra sus una han fue fueron".split()),
    "fr": frozenset("le les des du et contre ses dans est ont été une qui".split()),
    "de": frozenset("der die das und gegen den von mit ist hat wurde wurden für".split()),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. ``words`` are folded (lower case, straight apostrophes), ``raw`` as printed.

    ``cues[i]`` and ``after[i]`` are the cues of the longest phrase that begins at word i and the index
    after it (``i + 1`` and no cues where none does). Offsets are those of the sentence's own ``text``.
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
    cues: list[tuple[Cue, ...]]
    after: list[int]
    headline_case: bool

    def slice(self, first: int, after: int) -> str:
        """The text from word ``first`` up to, not including, word ``after``."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def has(self, index: int, kind: str) -> bool:
        """Whether the phrase at word ``index`` has a cue of ``kind``."""
        return any(cue.kind == kind for cue in self.cues[index])

    def value(self, index: int, kind: str) -> str | None:
        """The first value of ``kind`` at word ``index``, or None."""
        return next((cue.value for cue in self.cues[index] if cue.kind == kind), None)


def read_line(article: Article, sentence: Sentence) -> Line | None:
    """The sentence as the rules see it, or None in a language without vocabulary."""
    text = article.text[sentence.start : sentence.end]
    tokens = tokenise(text)
    raw = [word for word, _ in tokens]
    words = [word.lower().replace("’", "'") for word in raw]
    language = _language(words, article.language_of(sentence) or "en")
    known = vocabulary(language)
    if known is None:
        return None
    cues, after = _cues(words, known)
    return Line(
        number=sentence.number,
        text=text,
        language=language,
        in_title=article.paragraphs[sentence.paragraph].kind == "title",
        paragraph=sentence.paragraph,
        raw=raw,
        words=words,
        starts=[start for _, (start, _) in tokens],
        ends=[end for _, (_, end) in tokens],
        cues=cues,
        after=after,
        headline_case=_headline_case(raw),
    )


def _language(words: list[str], told: str) -> str:
    """The language told of the paragraph, unless the sentence's own function words speak plainly against it.

    Detection is unsure of a headline of ten words, most of them names.
    """
    counts = {language: sum(word in known for word in words) for language, known in _FUNCTION_WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    own = counts.get(told, 0)
    return best if counts[best] >= (2 + own if own else 1) else told


def _cues(words: list[str], known: Vocabulary) -> tuple[list[tuple[Cue, ...]], list[int]]:
    cues: list[tuple[Cue, ...]] = []
    after: list[int] = []
    for index in range(len(words)):
        found = known.at(words, index)
        end, own = found if found is not None else (index + 1, ())
        cues.append(own)
        after.append(end)
    return cues, after


def _headline_case(raw: list[str]) -> bool:
    """Whether nearly every longer word has a capital, so that capitals name nobody."""
    long = [word for word in raw if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
