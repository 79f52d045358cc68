"""Writes the command reference from the commands' own help: ``python -m tests.command_reference``."""

from __future__ import annotations

import sys

from typer.testing import CliRunner

from extractor.cli import app

COMMANDS = (
    "",
    "extract",
    "gate",
    "show",
    "batch prepare",
    "batch collect",
    "eval run",
    "eval compare",
    "eval agreement",
    "eval show",
    "prompts list",
    "prompts show",
    "prompts check",
    "knowledge check",
    "knowledge find",
    "knowledge list",
    "schema",
    "doctor",
)

HEAD = """# Commands

Written from the commands' own help; a test compares the two.
"""


def reference() -> str:
    """The Markdown text of docs/commands.md."""
    runner = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100"})
    parts = [HEAD]
    for command in COMMANDS:
        shown = runner.invoke(app, [*command.split(), "--help"], prog_name="extractor", terminal_width=100)
        assert shown.exit_code == 0, shown.output
        title = f"extractor {command}".strip()
        parts.append(f"## `{title}`\n\n```\n{shown.stdout.rstrip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(reference())
