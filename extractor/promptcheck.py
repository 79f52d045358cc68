"""Prove that a prompt set is sound: every template fills, every worked example grounds in its own text."""

from __future__ import annotations

from extractor.article.build import article_from_text
from extractor.article.model import Article, Paragraph, Sentence
from extractor.errors import PromptError
from extractor.grounding import NotLocated, locate
from extractor.prompts import Example, FailedRecord, PromptSet
from extractor.schemas.draft import DraftActor, DraftEvent, DraftEvidence, DraftPosition

__all__ = ["check"]


def check(prompts: PromptSet) -> None:
    """Raises PromptError naming the template or example, the record and the quote that is wrong."""
    _ = prompts.system
    sample = article_from_text("A headline\n\nThe Council imposed sanctions.\n", title="A headline")
    prompts.user(sample)
    evidence = [DraftEvidence(sentence=1, quote="words")]
    record = DraftEvent(action="impose", stage="adopted", evidence=evidence)
    prompts.user(sample, sample.sentences[:1], [DraftActor(name="Council", kind="intl_org")], [record])
    prompts.mend(sample, [FailedRecord("event", record.model_dump(), "a reason", (1,))], cut=True)
    for example in prompts.examples:
        _check_example(example)


def _check_example(example: Example) -> None:
    article = _as_article(example)
    known = {actor.name for actor in example.answer.actors}
    for number, event in enumerate(example.answer.events, start=1):
        _check_record(f"{example.name}: event {number}", event, article, known)
    for number, position in enumerate(example.answer.positions, start=1):
        _check_record(f"{example.name}: position {number}", position, article, known)


def _check_record(place: str, record: DraftEvent | DraftPosition, article: Article, known: set[str]) -> None:
    for cited in record.evidence:
        found = locate(article, cited)
        if isinstance(found, NotLocated):
            raise PromptError(f"{place}: {found.reason}")
        if found.note:
            raise PromptError(f"{place}: the quote {cited.quote!r}: {found.note}")
    for name in _names(record.model_dump()):
        if name not in known:
            raise PromptError(f"{place}: names {name!r}, which is not among its actors")


def _names(record: dict[str, object]) -> list[str]:
    names: list[str] = []
    for field in ("senders", "targets", "issue_targets", "addressees"):
        value = record.get(field)
        names += [str(name) for name in value] if isinstance(value, list) else []
    for field in ("holder", "speaker", "according_to"):
        value = record.get(field)
        names += [value] if isinstance(value, str) else []
    return names


def _as_article(example: Example) -> Article:
    """The example's lines as sentences, numbered as the prompt shows them."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    at = 0
    for number, line in example.lines:
        paragraphs.append(Paragraph(at, at + len(line)))
        sentences.append(Sentence(number, at, at + len(line), number - 1))
        at += len(line) + 1
    return Article(example.text, example.name, tuple(paragraphs), tuple(sentences))
