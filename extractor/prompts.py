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
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from extractor.article.model import Article
from extractor.errors import PromptError
from extractor.schemas.draft import Draft, DraftEvent, DraftPosition, draft_schema

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Example", "PromptSet", "load"]

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


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

    def user(self, article: Article) -> str:
        """The part that changes: what is known of the article, then its numbered sentences, fenced.

        The fence carries the article's hash, which no text can contain of itself.
        """
        return self._fill("user", article=article, fence=article.id, paragraphs=_numbered(article))

    def mend(self, article: Article, failures: Sequence[tuple[DraftEvent | DraftPosition, str]]) -> str:
        """The follow-up for the records that did not pass, each with the reason."""
        failed = [
            {
                "kind": "event" if isinstance(record, DraftEvent) else "position",
                "json": record.model_dump_json(),
                "reason": reason,
                "sentences": _cited(article, record),
            }
            for record, reason in failures
        ]
        return self._fill("mend", article=article, failures=failed)

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


def _numbered(article: Article) -> list[list[tuple[int, str]]]:
    """Paragraphs of (number, sentence); line breaks inside a sentence become spaces."""
    paragraphs: list[list[tuple[int, str]]] = []
    last = -1
    for sentence in article.sentences:
        if sentence.paragraph != last:
            paragraphs.append([])
            last = sentence.paragraph
        words = " ".join(article.text[sentence.start : sentence.end].split())
        paragraphs[-1].append((sentence.number, words))
    return paragraphs


def _cited(article: Article, record: DraftEvent | DraftPosition) -> list[tuple[int, str]]:
    numbers = sorted({e.sentence for e in record.evidence if e.sentence <= len(article.sentences)})
    return [(number, " ".join(article.sentence_text(number).split())) for number in numbers]
