"""One article's records as a table that is pleasant to read, the quote under each.

Whatever an article or an engine has worded passes through ``_line``: no text steers the terminal.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.article.clean import visible
from extractor.schemas.event import SanctionsEvent
from extractor.schemas.explanation import Reason, Words
from extractor.schemas.extraction import Extraction
from extractor.schemas.position import Position
from extractor.schemas.values import Actor, DateSpan, Evidence

__all__ = ["console", "print_result"]

_STAGE_STYLES = {"adopted": "bold", "rejected": "red", "threatened": "yellow", "proposed": "yellow"}
_PIPED_WIDTH = 110
_TITLE = 300  # characters of a title: some are as long as an article


def console(stream: BinaryIO) -> Console:
    """A console writing UTF-8 to ``stream``; colours only on a terminal."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", write_through=True)
    width = None if stream.isatty() else _PIPED_WIDTH
    made = Console(file=text, width=width, highlight=False, soft_wrap=False)
    made.__dict__["_keeps_stream_open"] = text  # dropping the wrapper would close the stream under it
    return made


def print_result(result: Extraction, screen: Console) -> None:
    """Title, source, then events and positions; what was rejected, refused or failed is said."""
    article = result.article
    screen.print()
    screen.print(Text(_line(article.title or "(no title)", _TITLE), style="bold underline"))
    known = [article.source, article.publisher, str(article.published) if article.published else None]
    made = result.provenance
    known += [", ".join(article.languages) or None, made.model]
    screen.print(Text(" · ".join(_line(part) for part in known if part), style="dim"))
    if result.status in ("failed", "refused"):
        screen.print(Text(_line(f"{result.status}: {result.error}"), style="red"))
        return
    if result.status == "left_out" and result.gate is not None:
        told = f"Left out by the gate ({result.gate.score} < {result.gate.threshold}): {result.gate.reason}"
        screen.print(Text(_line(told), style="yellow"))
        return
    why = {one.record: one.reasons for one in result.explain or ()}
    if result.events:
        rows = (_explained(_event_row(event), why.get(event.id, ())) for event in result.events)
        screen.print(_table("Event", "Who → whom", rows))
    if result.positions:
        rows = (_explained(_position_row(view), why.get(view.id, ())) for view in result.positions)
        screen.print(_table("Position", "Whose, on what", rows))
    if not result.events and not result.positions:
        screen.print(Text("Nothing found: no sanctions event and no stated position.", style="italic"))
    _print_lost(result, screen)


def _print_lost(result: Extraction, screen: Console) -> None:
    for one in result.rejected:
        if not one.repaired:
            screen.print(Text(_line(f"rejected {one.kind} ({one.check}): {one.reason}"), style="red"))
    if result.error:
        screen.print(Text(_line(result.error), style="red"))


def _table(first: str, second: str, rows: Iterable[tuple[Text, Text, Text]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0), leading=1)
    table.add_column(first, no_wrap=True, min_width=13)
    table.add_column(second, ratio=3)
    table.add_column("Details", ratio=1)
    for row in rows:
        table.add_row(*row)
    return table


def _event_row(event: SanctionsEvent) -> tuple[Text, Text, Text]:
    head = Text(event.action, style="bold")
    head.append(f"\n{event.stage}", style=_STAGE_STYLES.get(event.stage, ""))
    if event.is_background:
        head.append("\nbackground", style="dim")
    body = Text(_names(event.senders) or "(sender not told)")
    body.append(" → ", style="dim")
    body.append(_names(event.targets) or "(target not told)")
    _append_quotes(body, event.evidence)
    details = [
        _words(event.measures),
        _words(event.sectors),
        "secondary" if event.reach == "secondary" else "",
        f"why: {_words(event.objectives)}" if event.objectives else "",
        ", ".join(event.instruments),
        _days(event.date),
        f"in force {_days(event.in_force)}" if event.in_force else "",
        f"according to {event.according_to.name}" if event.according_to else "",
    ]
    return head, body, _details(details)


def _position_row(position: Position) -> tuple[Text, Text, Text]:
    head = Text(position.stance, style="bold")
    if position.leaning != position.stance:
        head.append(f"\n{position.leaning}")
    if position.certainty != "certain":
        head.append(f"\n{position.certainty}", style="dim")
    body = Text(_name(position.holder))
    if position.speaker:
        body.append(f" ({_name(position.speaker)})", style="dim")
    body.append(": ", style="dim")
    body.append(_line(position.issue.label))
    _append_quotes(body, position.evidence)
    issue = position.issue
    details = [
        f"{issue.kind}: {issue.action}" if issue.action else issue.kind,
        f"on {_names(issue.targets)}" if issue.targets else "",
        f"condition: {position.condition}" if position.condition else "",
        f"{position.speech_act} to {_names(position.addressees)}" if position.addressees else "",
        position.basis if position.basis != "stated" else "",
        _days(position.date),
    ]
    return head, body, _details(details)


def _explained(row: tuple[Text, Text, Text], reasons: Iterable[Reason]) -> tuple[Text, Text, Text]:
    """The row with a line for each reason below its quotes, and one for the words of each field."""
    body = row[1]
    for reason in reasons:
        trigger = f", set off by {_place(reason.trigger)}" if reason.trigger else ""
        body.append(f"\n  why: rule “{_line(reason.rule)}” in sentence {reason.sentence}{trigger}", "green")
        for one in reason.fields:
            body.append(f"\n    {one.field} {_line(one.value)} ← {_place(one.words)}", "green")
    return row


def _place(words: Words) -> str:
    return f"“{_line(words.text)}” {words.start}–{words.end}"


def _append_quotes(body: Text, evidence: Iterable[Evidence]) -> None:
    for one in evidence:
        body.append(f"\n“{_line(one.quote)}”", style="italic cyan")


def _details(parts: Iterable[str]) -> Text:
    return Text("\n".join(_line(part) for part in parts if part), style="dim")


def _line(words: str, longest: int | None = None) -> str:
    """On one line, its control and bidi characters to be seen in place of being obeyed."""
    shown = visible(" ".join(words.split()))
    return shown if longest is None or len(shown) <= longest else f"{shown[:longest]}…"


def _names(actors: Iterable[Actor]) -> str:
    return ", ".join(_name(actor) for actor in actors)


def _name(actor: Actor) -> str:
    return _line(actor.name)


def _words(values: Iterable[str]) -> str:
    return ", ".join(value.replace("_", " ") for value in values)


def _days(span: DateSpan | None) -> str:
    if span is None:
        return ""
    if span.start is None and span.end is None:
        return span.text
    if span.start == span.end:
        return f"{span.start}"
    return f"{span.start or '…'} to {span.end or '…'}"
