"""The language of a paragraph, and the languages of an article.

Two steps, the cheap one first. Function words settle the common languages of the Latin alphabet in 20 µs
a paragraph. What they leave open (other scripts, rarer languages) goes to py3langid, whose model takes over
half a second to load and 0.2 ms a paragraph. Headlines have few function words; they are not worth the
model while the rest of the article is known, since an unknown paragraph counts as the article's language.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

from extractor.article.model import Paragraph

__all__ = ["detect", "detect_each", "languages_of"]

# Below this many bytes of UTF-8 the best detectors guess. Bytes, not characters: a Chinese or Cyrillic
# character tells more than a Latin one, and takes more bytes.
MIN_BYTES = 48
_WORTH_THE_MODEL = 120  # bytes; see above
_SAMPLE = 240  # characters for the model; more changed no answer on the seeds and the test set
_WORD_SAMPLE = 400
_MIN_CONFIDENCE = 0.6

_MIN_SCORE = 1.5
_LEAD = 1.5  # times the second language's score
_MIN_SHARE = 0.2  # of the words must belong to it: running text of these languages has 0.3 to 0.5
_WORD = re.compile(r"[^\W\d_]+")

# What news in this field is written in. Without the restriction, py3langid offers Latin or Lombard for
# lists of names.
LANGUAGES = frozenset(
    (  # noqa: SIM905  # forty-six lines of one code each are no easier to read
        "ar bg bn ca cs da de el en es et fa fi fr gl he hi hr hu id it ja ka ko lt lv mk ms nl no pl pt ro "
        "ru sk sl sq sr sv th tr uk ur uz vi zh"
    ).split()
)


def detect(text: str) -> str | None:
    """ISO 639-1 of ``text`` (its beginning counts), or None when too short or unclear."""
    if not _long_enough(text, MIN_BYTES):
        return None
    return _by_function_words(text[:_WORD_SAMPLE]) or _by_model(text[:_SAMPLE])


def detect_each(texts: Sequence[str]) -> list[str | None]:
    """As ``detect``, for the paragraphs of one article."""
    languages = [
        _by_function_words(text[:_WORD_SAMPLE]) if _long_enough(text, MIN_BYTES) else None for text in texts
    ]
    least = _WORTH_THE_MODEL if any(languages) else MIN_BYTES
    return [
        known or (_by_model(text[:_SAMPLE]) if _long_enough(text, least) else None)
        for known, text in zip(languages, texts, strict=True)
    ]


def _long_enough(text: str, least: int) -> bool:
    return len(text) >= least or len(text.encode()) >= least


def languages_of(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """ISO 639-1 codes of title and body, the one with most text first."""
    lengths: Counter[str] = Counter()
    for paragraph in paragraphs:
        if paragraph.language and paragraph.kind != "boilerplate":
            lengths[paragraph.language] += paragraph.end - paragraph.start
    return tuple(language for language, _ in lengths.most_common())


@functools.cache
def _function_words() -> dict[str, tuple[str, ...]]:
    raw = files("extractor.article").joinpath("data", "function_words.toml").read_text("utf-8")
    owners: dict[str, list[str]] = {}
    for language, words in tomllib.loads(raw).items():
        for word in dict.fromkeys(words.split()):
            owners.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in owners.items()}


def _by_function_words(sample: str) -> str | None:
    """The language that clearly has most function words; a word shared by n languages counts 1/n for each."""
    owners = _function_words()
    words = _WORD.findall(sample.lower())
    known = [owners[word] for word in words if word in owners]
    scores: dict[str, float] = {}
    for languages in known:
        share = 1 / len(languages)
        for language in languages:
            scores[language] = scores.get(language, 0.0) + share
    if not scores:
        return None
    best = max(scores, key=scores.__getitem__)
    second = max((score for language, score in scores.items() if language != best), default=0.0)
    if scores[best] < _MIN_SCORE or scores[best] < _LEAD * second:
        return None
    hits = sum(best in languages for languages in known)
    return best if hits >= _MIN_SHARE * len(words) else None


@functools.cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True, min_confidence=_MIN_CONFIDENCE)
    model.set_languages(LANGUAGES)
    return model


def _by_model(sample: str) -> str | None:
    language, _ = _model().classify(sample)
    return language if language in LANGUAGES else None
