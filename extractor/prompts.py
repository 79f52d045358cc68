"""Load, fill and fingerprint prompt templates.

A prompt set is a folder: ``prompt.toml`` (its id and the files it uses), Jinja2 templates for the system,
user and mend messages, and worked examples in Markdown. Editing one needs no Python.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from extractor.article.model import Article, Sentence
from extractor.errors import PromptError
from extractor.schemas.draft import Draft, DraftActor, DraftEvent, DraftPosition, draft_schema

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Example", "FailedRecord", "PromptSet", "load"]

# Control characters, bidi overrides and tags: a text can hide words with them, folding ignores them anyway.
_HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_TITLE = 300  # characters: a title may be as long as an article, and stands among the sentences anyway
_ACTORS = 300  # names of earlier parts: as many as one draft may hold
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class FailedRecord:
    """A record to be asked for again: its kind and JSON as it came, why, and which sentences it cites."""

    kind: str
    record: Mapping[str, Any]
    reason: str
    cited: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: an article's text and the draft that is the right answer to it."""

    name: str
    text: str
    answer: Draft

    @property
    def answer_json(self) -> str:
        """The answer as a model would write it, without white space."""
        return self.answer.model_dump_json()

    @property
    def lines(self) -> list[tuple[int, str]]:
        """Its sentences, one a line of the file, numbered from 1."""
        return list(enumerate(self.text.splitlines(), start=1))


@dataclass(frozen=True)
class PromptSet:
    """Templates and worked examples, ready to fill. ``templates`` maps role to Jinja2 source."""

    id: str
    templates: Mapping[str, str]
    examples: tuple[Example, ...]

    @cached_property
    def fingerprint(self) -> str:
        """First 16 hex digits of SHA-256 over all that shapes the answer: templates, examples, schema."""
        content = json.dumps(
            [
                self.id,
                sorted(self.templates.items()),
                [[e.name, e.text, e.answer_json] for e in self.examples],
                draft_schema(),
            ],
            ensure_ascii=False,
        )
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    @cached_property
    def system(self) -> str:
        """The static part, the same for every article."""
        return self._fill("system", examples=self.examples)

    def user(
        self,
        article: Article,
        sentences: Sequence[Sentence] | None = None,
        actors: Sequence[DraftActor] = (),
        found: Sequence[DraftEvent | DraftPosition] = (),
    ) -> str:
        """The part that changes: what is known of the article, then its numbered sentences, fenced.

        ``sentences`` are those asked about (all when left out), ``actors`` those met in earlier parts, and
        ``found`` the records that an earlier pass has found. The fence carries the article's hash, which no
        text can contain of itself.
        """
        shown = article.sentences if sentences is None else sentences
        return self._fill(
            "user",
            article=replace(article, title=_shown(article.title)[:_TITLE] if article.title else None),
            fence=article.id,
            paragraphs=_numbered(article, shown),
            part=None if len(shown) == len(article.sentences) else (shown[0].number, shown[-1].number),
            actors=tuple(dict.fromkeys(_shown(actor.name) for actor in actors))[-_ACTORS:],
            found=[record.model_dump_json(exclude_defaults=True) for record in found],
        )

    def mend(self, article: Article, failures: Sequence[FailedRecord], *, cut: bool = False) -> str:
        """The follow-up for the records that did not pass, each with the reason and the sentences it cites.

        ``cut``: the answer ended at the output limit, so what it still owes is asked for too.
        """
        failed = [
            {
                "kind": failure.kind,
                "json": _encodable(json.dumps(failure.record, ensure_ascii=False)),
                "reason": _shown(_encodable(failure.reason)),
                "sentences": _cited(article, failure.cited),
            }
            for failure in failures
        ]
        return self._fill("mend", article=article, failures=failed, cut=cut)

    def _fill(self, role: str, **values: Any) -> str:
        from jinja2 import TemplateError

        try:
            return self._environment.get_template(role).render(**values).strip() + "\n"
        except TemplateError as error:
            raise PromptError(f"prompt {self.id!r}: template {role!r} does not fill: {error}") from error

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import DictLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        return ImmutableSandboxedEnvironment(
            loader=DictLoader(dict(self.templates)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )


def load(folder: Traversable) -> PromptSet:
    """The prompt set in ``folder``; raises PromptError naming the file and what is wrong with it."""
    about = _about(folder)
    try:
        templates = {role: _read(folder, about[role]) for role in ("system", "user", "mend")}
        names, prompt_id = about.get("examples", []), str(about["id"])
    except KeyError as error:
        raise PromptError(f"{folder / 'prompt.toml'}: lacks the key {error.args[0]!r}") from error
    examples = tuple(_example(folder, name) for name in names)
    return PromptSet(prompt_id, templates, examples)


def _about(folder: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(_read(folder, "prompt.toml"))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{folder / 'prompt.toml'}: {error}") from error


def _read(folder: Traversable, name: str) -> str:
    file = folder
    for part in name.split("/"):
        file = file / part
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"{file}: cannot be read: {error}") from error


def _example(folder: Traversable, name: str) -> Example:
    """A Markdown file with a ```text block (one sentence a line) and a ```json block (the draft)."""
    blocks = dict(_BLOCK.findall(_read(folder, name)))
    if "text" not in blocks or "json" not in blocks:
        raise PromptError(f"{folder / name}: needs one ```text block and one ```json block")
    try:
        answer = Draft.model_validate_json(blocks["json"])
    except ValidationError as error:
        raise PromptError(f"{folder / name}: its answer is no draft: {error}") from error
    return Example(name, blocks["text"].strip(), answer)


def _numbered(article: Article, sentences: Sequence[Sentence]) -> list[list[tuple[int, str]]]:
    """Paragraphs of (number, sentence), each sentence on one line."""
    paragraphs: list[list[tuple[int, str]]] = []
    last = -1
    for sentence in sentences:
        if sentence.paragraph != last:
            paragraphs.append([])
            last = sentence.paragraph
        paragraphs[-1].append((sentence.number, _shown(article.text[sentence.start : sentence.end])))
    return paragraphs


def _shown(words: str) -> str:
    """A sentence as a model sees it: on one line, without characters that hide or reorder text."""
    return " ".join(_HIDDEN.sub("", words).split())


def _encodable(words: str) -> str:
    """A model's own words, without the halves of characters that cannot be sent back to it."""
    return words.encode(errors="replace").decode()


def _cited(article: Article, numbers: Sequence[int]) -> list[tuple[int, str]]:
    there = (number for number in numbers if 1 <= number <= len(article.sentences))
    return [(number, _shown(article.sentence_text(number))) for number in there]
