"""Whether a verb that a user adds is an infinitive: rules inflect it, and make nonsense of "clapped"."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final

__all__ = ["is_infinitive"]

Irregular = Mapping[str, Mapping[str, str]]

_ENDINGS: Final = {
    "es": re.compile(r".*[aeií]r(?:se)?"),
    "fr": re.compile(r".*(?:r|re)"),
    "de": re.compile(r".*n"),
}
_INFLECTED: Final = re.compile(  # clapped, clapping, claps; a stem without a vowel is the verb's own: bring
    r".*[aeiouy].*(?:(?<!e)ed|ing)|.*[^suai]s"
)
_NO_FORMS: Final = frozenset({"embed", "canvas"})


def is_infinitive(phrase: str, language: str, known: Container[str], irregular: Irregular) -> bool:
    """Whether the verb that ``phrase`` begins with may be an infinitive.

    Spanish, French and German ones are told by their endings. An English one is told by what it is not: a
    form in -ed, -ing or -s, or an irregular form of another verb.

    Args:
        phrase: as it stands in a table, with "|" in a German verb with a parting prefix.
        known: first words of verbs that are known to be infinitives, whatever they look like.
        irregular: exceptions of the language, as in ``irregular.toml``.
    """
    words = phrase.lower().split()
    if language == "en" and words[0].endswith("ly") and len(words) > 1:  # "partially lift"
        words = words[1:]
    verb = words[0]
    if verb in known or verb in irregular or verb in _NO_FORMS:
        return True
    ending = _ENDINGS.get(language)
    if ending is not None:
        return ending.fullmatch(verb) is not None
    if any(verb in form.split() for forms in irregular.values() for form in forms.values()):
        return False
    return _INFLECTED.fullmatch(verb) is None
