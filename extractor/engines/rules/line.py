"""A sentence made ready for the rules: its words with offsets, and the vocabulary's cue at each."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.article.model import Article, Sentence
from extractor.knowledge.vocabulary import Cue, Vocabulary, tokenise, vocabulary

__all__ = ["Line", "read_line"]


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
    language = article.language_of(sentence) or "en"
    known = vocabulary(language)
    if known is None:
        return None
    text = article.text[sentence.start : sentence.end]
    tokens = tokenise(text)
    raw = [word for word, _ in tokens]
    words = [word.lower().replace("’", "'") for word in raw]
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
