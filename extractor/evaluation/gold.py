"""Gold: what a careful reader found in each article, loaded and checked.

One JSON file per article in a folder, beside the article's text or naming one of the seeds. A file that
breaks a rule of the data model does not load: GoldError names the file, the record and the field, and where
there are several mistakes GoldErrors names them all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

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
from extractor.evaluation.gold_mistakes import GoldErrors, Mistakes
from extractor.evaluation.gold_rules import Problem, event_problems, position_problems
from extractor.evaluation.gold_text import BuildArticle, GoldText, build_article, locate_quote, read_article
from extractor.evaluation.views import Aliases
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.position import Issue, Position
from extractor.schemas.values import Actor, DateSpan, Evidence, Record

__all__ = ["GoldArticle", "GoldRecord", "gold_hash", "load_gold", "parse_gold", "unnamed_texts"]

T = TypeVar("T", bound=Record)
Row = TypeVar("Row", GoldEventRow, GoldPositionRow)

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
        GoldError: a file breaks a rule, two files label one article, or there are none. All files are read
            first: with several mistakes it is GoldErrors.
    """
    if not folder.is_dir():
        raise GoldError(str(folder), "folder", "path", "there is no such folder; give one with gold files")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda file: file.name)
    if not files:
        raise GoldError(str(folder), "folder", "files", "no *.json in it; give a folder with gold files")
    mistakes = Mistakes()
    loaded: dict[str, GoldArticle] = {}
    for file in files:
        with mistakes.gathered():
            article = parse_gold(file.read_bytes(), file.name, folder, seeds, build)
            _refuse_twin(article, loaded)
            loaded[article.id] = article
    mistakes.refuse(among=len(files))
    return tuple(loaded.values())


def unnamed_texts(folder: Traversable, articles: Iterable[GoldArticle]) -> tuple[str, ...]:
    """Names of the ``.txt`` files in the gold folder that none of its gold files names: labels forgotten?"""
    named = {one.article.source for one in articles}
    there = (file.name for file in folder.iterdir() if file.name.lower().endswith(".txt"))
    return tuple(sorted(name for name in there if name not in named))


def parse_gold(
    data: bytes,
    file: str,
    folder: Traversable,
    seeds: Traversable | None = None,
    build: BuildArticle = build_article,
) -> GoldArticle:
    """One gold file from its bytes.

    Raises GoldError where it breaks a rule, GoldErrors where it breaks several: first those of form, and
    when the form is right those of each record.
    """
    mistakes = Mistakes()
    parsed = _parsed(data, file)
    text = read_article(parsed.article, folder, seeds, file, build)
    events = _records(parsed.events, "events", _event, text, file, mistakes)
    positions = _records(parsed.positions, "positions", _position, text, file, mistakes)
    mistakes.refuse()
    return GoldArticle(file, text.article, _tags(parsed.article), events, positions)


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


def _parsed(data: bytes, file: str) -> GoldFile:
    try:
        return GoldFile.model_validate_json(data)
    except ValidationError as error:
        found = [_gold_error(one, file) for one in error.errors(include_url=False, include_context=False)]
        raise (found[0] if len(found) == 1 else GoldErrors(found)) from error


def _gold_error(error: ErrorDetails, file: str) -> GoldError:
    loc = list(error["loc"])
    record = str(loc.pop(0)) if loc else "file"
    if loc and isinstance(loc[0], int):
        record = f"{record}[{loc.pop(0)}]"
    value = "" if error["type"] in ("missing", "json_invalid") else f", not {_shortened(error['input'])}"
    return GoldError(file, record, _path(loc), f"{error['msg']}{value}")


def _path(loc: Sequence[int | str]) -> str:
    parts = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return parts.lstrip(".") or "content"


def _shortened(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}..."


def _refuse_twin(article: GoldArticle, loaded: Mapping[str, GoldArticle]) -> None:
    if article.id in loaded:
        problem = f"the same text as in {loaded[article.id].file}; label an article once"
        raise GoldError(article.file, "article", "file", problem)


def _tags(header: GoldHeader) -> dict[str, str]:
    return {tag: value for tag in _TAGS if (value := getattr(header, tag)) is not None}


def _records(
    rows: Sequence[Row],
    name: str,
    make: Callable[[Row, GoldText, str, str], GoldRecord[T]],
    text: GoldText,
    file: str,
    mistakes: Mistakes,
) -> tuple[GoldRecord[T], ...]:
    """The rows as records; those that break a rule are left out, and their mistakes gathered."""
    records = []
    for i, row in enumerate(rows):
        with mistakes.gathered():
            records.append(make(row, text, file, f"{name}[{i}]"))
    return tuple(records)


def _event(row: GoldEventRow, text: GoldText, file: str, name: str) -> GoldRecord[SanctionsEvent]:
    evidence = _checked(event_problems(row), row.evidence, text, file, name)
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
        evidence=evidence,
    )
    aliases = _aliases((*row.senders, *row.targets, row.according_to))
    return GoldRecord(event, aliases, row.optional, row.note)


def _position(row: GoldPositionRow, text: GoldText, file: str, name: str) -> GoldRecord[Position]:
    evidence = _checked(position_problems(row), row.evidence, text, file, name)
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
        evidence=evidence,
    )
    aliases = _aliases((row.holder, row.speaker, *row.issue.targets, *row.addressees))
    return GoldRecord(position, aliases, row.optional, row.note)


def _checked(
    problems: Iterator[Problem], cited: Sequence[GoldQuote], text: GoldText, file: str, record: str
) -> tuple[Evidence, ...]:
    """The record's evidence, located. Raises for all of its problems and quotes that are not there."""
    mistakes = Mistakes()
    mistakes.note(*(GoldError(file, record, problem.field, problem.what) for problem in problems))
    evidence = []
    for i, quote in enumerate(cited):
        with mistakes.gathered():
            evidence.append(locate_quote(quote, text, file, record, f"evidence[{i}].quote"))
    mistakes.refuse()
    return tuple(evidence)


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
