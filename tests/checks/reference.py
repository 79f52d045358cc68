"""Writes docs/checks.md from the checks and their tests' examples: ``python -m tests.checks.reference``."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator

from extractor.checks.check import Check
from extractor.checks.register import CHECKS
from tests.checks.example import Example

__all__ = ["examples", "reference"]

_HEAD = """# Checks on what a model says

Written from the checks and the examples of their tests (`python -m tests.checks.reference > docs/checks.md`);
a test compares the two.

A quote that stands in the article proves that its words are there, not that they bear the record. These
checks look at each record once its quotes are located. All of them are code: no model judges a model.

| level | what happens |
| --- | --- |
| reject | it cannot be mended: the record goes to `rejected`, and the model is not asked again |
| repair | the model is asked again with the message; what still fails after the last try goes to `rejected` |
| flag | the record is published, with the check and its message in `flags` |

Where a check cannot tell (another script, a language whose words it does not know), it is silent.
"""


def reference() -> str:
    """The Markdown text of docs/checks.md."""
    rows = [f"| [{check.name}](#{check.name}) | {check.level} | {_cell(check.about)} |" for check in CHECKS]
    table = "\n".join(("| check | level | what it proves |", "| --- | --- | --- |", *rows))
    return "\n".join((_HEAD, table, "", *(_section(check) for check in CHECKS)))


def examples(check: str) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """The examples of a check's tests: those it fires on, and those it is silent on."""
    module = importlib.import_module(f"tests.checks.test_{check}")
    return module.FIRES, module.SILENT


def _section(check: Check) -> str:
    fires, silent = examples(check.name)
    message = fires[0].message(check.name)
    assert message is not None
    assert silent[0].message(check.name) is None
    return "\n".join(
        (
            f"## {check.name}",
            "",
            f"Level **{check.level}**. {check.about}",
            "",
            f"Fails ({fires[0].why}):",
            "",
            *_shown(fires[0]),
            "",
            f"> {_cell(message)}",
            "",
            f"Passes ({silent[0].why}):",
            "",
            *_shown(silent[0]),
            "",
        )
    )


def _shown(example: Example) -> Iterator[str]:
    yield "```"
    yield f"article    {_shortened(example.text)}"
    if example.title is not None:
        yield f"title      {example.title}"
    if example.published is not None:
        yield f"published  {example.published}"
    for actor in example.actors:
        yield f"actor      {_fields(actor.model_dump(exclude_defaults=True))}"
    record = example.record.model_dump(exclude={"evidence"})
    told = {name: value for name, value in record.items() if value or name in ("issue_action",)}
    yield f"record     {_fields(told)}"
    for cited in example.record.evidence:
        yield f"quote      {cited.quote}"
    yield "```"


def _shortened(text: str) -> str:
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 4:
        paragraphs = [paragraphs[0], f"[{len(paragraphs) - 2} paragraphs]", paragraphs[-1]]
    return " / ".join(paragraphs)


def _fields(content: dict[str, object]) -> str:
    def shown(value: object) -> str:
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

    return "; ".join(f"{name}: {shown(value)}" for name, value in content.items())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
