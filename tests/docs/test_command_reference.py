"""The docs say what the commands say."""

from __future__ import annotations

from tests.command_reference import COMMANDS, reference
from tests.conftest import ROOT


def test_the_command_reference_equals_the_help() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == reference()


def test_no_command_is_left_out_of_the_reference() -> None:
    from extractor.cli import app, batch, eval, knowledge, prompts  # noqa: A004  # a command's name

    def name(info: object, function: object) -> str:
        return str(getattr(info, "name", None) or getattr(function, "__name__", ""))

    named = {name(info, info.callback) for info in app.registered_commands}
    groups = {"batch": batch, "eval": eval, "prompts": prompts, "knowledge": knowledge}
    for group, sub in ((group, module.app) for group, module in groups.items()):
        named |= {f"{group} {name(info, info.callback)}" for info in sub.registered_commands}
    assert named == set(COMMANDS) - {""}
