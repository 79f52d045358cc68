"""The register, its files, its tests and its page agree with one another."""

from __future__ import annotations

import pytest

from extractor.checks import register
from extractor.checks.check import Check, Finding
from extractor.checks.register import CHECKS, examine
from tests.checks.example import Example, event
from tests.checks.reference import examples, reference
from tests.conftest import ROOT

FOLDER = ROOT / "extractor" / "checks"


def test_each_check_is_registered_once_under_the_name_of_its_file() -> None:
    names = [check.name for check in CHECKS]
    files = {
        path.stem for path in FOLDER.glob("*.py") if "\nCHECK = Check(" in path.read_text(encoding="utf-8")
    }
    assert len(set(names)) == len(names)
    assert set(names) == files
    assert all(getattr(register, check.name).CHECK is check for check in CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_each_check_has_two_examples_of_each_kind(check: Check) -> None:
    fires, silent = examples(check.name)
    assert len(fires) >= 2
    assert len(silent) >= 2
    assert len({example.why for example in (*fires, *silent)}) == len(fires) + len(silent)


def test_the_page_of_checks_is_what_the_checks_say() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == reference()
    assert all(f"\n## {check.name}\n" in page for check in CHECKS)


def test_examining_gives_every_finding_in_the_order_of_the_checks() -> None:
    seen = Example(
        "three faults",
        "The United States imposed sanctions on Iran.",
        event("imposed sanctions on Iran", senders=["Peru"], date="Friday", reach="secondary"),
    )
    assert [(one.check, one.level) for one in seen.findings()] == [
        ("actor_not_mentioned", "repair"),
        ("date_not_in_article", "repair"),
        ("reach_not_worded", "flag"),
    ]


def test_only_the_checks_given_are_made() -> None:
    odd = Check("odd", "flag", "Says what it sees.", lambda case: case.evidence[0].quote)
    seen = Example("any", "The United States imposed sanctions on Iran.", event("imposed sanctions on Iran"))
    assert examine(seen.case, (odd,)) == (Finding("odd", "flag", "imposed sanctions on Iran"),)
    assert examine(seen.case, ()) == ()
