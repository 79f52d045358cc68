"""Gold: what a careful reader found in each article, loaded and checked.

One JSON file per article in a folder, beside the article's text or naming one of the seeds. A file that
breaks a rule of the data model does not load: GoldError names the file, the record and the field.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Generic, TypeVar

from pydantic import ValidationError

from extractor.article.model import Article
from extractor.errors import GoldError
from extractor.evaluation.gold_format import (
    GoldActor,
    GoldEventRow,
    GoldFile,
    GoldHeader,
    GoldPositionRow,
    GoldQuote,
    GoldSpan,
)
from extractor.evaluation.gold_rules import Problem, event_problems, position_problems
from extractor.evaluation.gold_text import BuildArticle, GoldText, build_article, locate_quote, read_article
from extractor.evaluation.views import Aliases
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Issue, Position
from extractor.schemas.values import Actor, DateSpan, Evidence, Record

__all__ = ["GoldArticle", "GoldRecord", "gold_hash", "load_gold", "parse_gold"]

T = TypeVar("T", bound=Record)

_TAGS = ("genre", "language", "regime", "length", "split", "story")


@dataclass(frozen=True, slots=True)
class GoldRecord(Generic[T]):
    """A labelled record with what only gold has: further right names, whether it may lack, a note."""

    record: T
    aliases: Aliases
    optional: bool = False
    note: str | None = None


@dataclass(frozen=True)
class GoldArticle:
    """One gold file. ``article`` carries the cleaned text, title and date that an engine is given."""

    file: str
    article: Article
    tags: Mapping[str, str]
    events: tuple[GoldRecord[SanctionsEvent], ...]
    positions: tuple[GoldRecord[Position], ...]

    @property
    def id(self) -> str:
        """The article's id: a hash of its cleaned text."""
        return self.article.id


def load_gold(
    folder: Traversable, seeds: Traversable | None = None, build: BuildArticle = build_article
) -> tuple[GoldArticle, ...]:
    """Every gold file of a folder (in a checkout, a wheel or a zip), by file name.

    Args:
        folder: holds ``*.json`` and the articles they name.
        seeds: where articles are looked for that are not beside the gold.
        build: makes the Article; the package's own way unless a test brings another.

    Raises:
        GoldError: a file breaks a rule, two files label one article, or there are none.
    """
    if not folder.is_dir():
        raise GoldError(str(folder), "folder", "path", "there is no such folder; give one with gold files")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda file: file.name)
    if not files:
        raise GoldError(str(folder), "folder", "files", "no *.json in it; give a folder with gold files")
    loaded = tuple(parse_gold(file.read_bytes(), file.name, folder, seeds, build) for file in files)
    _refuse_twins(loaded)
    return loaded


def parse_gold(
    data: bytes,
    file: str,
    folder: Traversable,
    seeds: Traversable | None = None,
    build: BuildArticle = build_article,
) -> GoldArticle:
    """One gold file from its bytes. Raises GoldError where it breaks a rule."""
    try:
        parsed = GoldFile.model_validate_json(data)
    except ValidationError as error:
        raise _gold_error(error, file) from error
    text = read_article(parsed.article, folder, seeds, file, build)
    return GoldArticle(
        file=file,
        article=text.article,
        tags=_tags(parsed.article),
        events=tuple(_event(row, text, file, f"events[{i}]") for i, row in enumerate(parsed.events)),
        positions=tuple(
            _position(row, text, file, f"positions[{i}]") for i, row in enumerate(parsed.positions)
        ),
    )


def gold_hash(articles: Iterable[GoldArticle]) -> str:
    """16 hex digits over texts and labels: two runs with the same hash were held against the same gold."""
    digest = hashlib.sha256()
    for article in sorted(articles, key=lambda one: one.id):  # all lines at once would be all gold once more
        digest.update(_canonical(article).encode())
        digest.update(b"\n")
    return digest.hexdigest()[:16]


def _canonical(article: GoldArticle) -> str:
    rows = [_row(one) for one in article.events] + [_row(one) for one in article.positions]
    return json.dumps([article.id, sorted(rows)])


def _row(gold: GoldRecord[T]) -> str:
    record = gold.record.model_dump(mode="json", exclude={"id"})
    aliases = {name: sorted(names) for name, names in gold.aliases.items()}
    return json.dumps([record, aliases, gold.optional], sort_keys=True)


def _gold_error(error: ValidationError, file: str) -> GoldError:
    first = error.errors(include_url=False, include_context=False)[0]
    loc = list(first["loc"])
    record = str(loc.pop(0)) if loc else "file"
    if loc and isinstance(loc[0], int):
        record = f"{record}[{loc.pop(0)}]"
    value = "" if first["type"] in ("missing", "json_invalid") else f", not {_shortened(first['input'])}"
    return GoldError(file, record, _path(loc), f"{first['msg']}{value}")


def _path(loc: Sequence[int | str]) -> str:
    parts = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return parts.lstrip(".") or "content"


def _shortened(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}..."


def _refuse_twins(articles: Sequence[GoldArticle]) -> None:
    seen: dict[str, str] = {}
    for article in articles:
        if article.id in seen:
            problem = f"the same text as in {seen[article.id]}; label an article once"
            raise GoldError(article.file, "article", "file", problem)
        seen[article.id] = article.file


def _tags(header: GoldHeader) -> dict[str, str]:
    return {tag: value for tag in _TAGS if (value := getattr(header, tag)) is not None}


def _event(row: GoldEventRow, text: GoldText, file: str, name: str) -> GoldRecord[SanctionsEvent]:
    _refuse(event_problems(row), file, name)
    event = SanctionsEvent(
        action=row.action,
        stage=row.stage,
        senders=_actors(row.senders),
        targets=_actors(row.targets),
        measures=row.measures,
        reach=row.reach,
        sectors=row.sectors,
        objectives=row.objectives,
        instruments=row.instruments,
        date=_span(row.date),
        in_force=_span(row.in_force),
        is_background=row.is_background,
        according_to=_actor(row.according_to),
        evidence=_evidence(row.evidence, text, file, name),
    )
    aliases = _aliases((*row.senders, *row.targets, row.according_to))
    return GoldRecord(event, aliases, row.optional, row.note)


def _position(row: GoldPositionRow, text: GoldText, file: str, name: str) -> GoldRecord[Position]:
    _refuse(position_problems(row), file, name)
    position = Position(
        holder=_known(row.holder),
        speaker=_actor(row.speaker),
        stance=row.stance,
        issue=Issue(
            kind=row.issue.kind,
            action=row.issue.action,
            targets=_actors(row.issue.targets),
            label=row.issue.label,
        ),
        condition=row.condition,
        certainty=row.certainty,
        speech_act=row.speech_act,
        basis=row.basis,
        addressees=_actors(row.addressees),
        date=_span(row.date),
        evidence=_evidence(row.evidence, text, file, name),
    )
    aliases = _aliases((row.holder, row.speaker, *row.issue.targets, *row.addressees))
    return GoldRecord(position, aliases, row.optional, row.note)


def _refuse(problems: Iterator[Problem], file: str, record: str) -> None:
    for problem in problems:
        raise GoldError(file, record, problem.field, problem.what)


def _evidence(cited: Sequence[GoldQuote], text: GoldText, file: str, record: str) -> tuple[Evidence, ...]:
    return tuple(
        locate_quote(quote, text, file, record, f"evidence[{i}].quote") for i, quote in enumerate(cited)
    )


def _known(actor: GoldActor) -> Actor:
    return Actor(name=actor.name, kind=actor.kind, country=actor.country, role=actor.role, count=actor.count)


def _actor(actor: GoldActor | None) -> Actor | None:
    return None if actor is None else _known(actor)


def _actors(actors: Sequence[GoldActor]) -> tuple[Actor, ...]:
    return tuple(_known(actor) for actor in actors)


def _aliases(actors: Iterable[GoldActor | None]) -> dict[str, tuple[str, ...]]:
    """Aliases by name; an actor that stands in two roles has those of both."""
    found: dict[str, tuple[str, ...]] = {}
    for actor in actors:
        if actor is not None and actor.aliases:
            found[actor.name] = tuple(dict.fromkeys((*found.get(actor.name, ()), *actor.aliases)))
    return found


def _span(span: GoldSpan | None) -> DateSpan | None:
    return None if span is None else DateSpan(text=span.text, start=span.start, end=span.end)
