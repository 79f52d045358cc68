"""The gate as other code uses it."""

from __future__ import annotations

import pytest

from extractor.errors import SettingsError
from extractor.library import Extractor
from extractor.settings import Settings

SCHOOL = (
    "The head teacher has sanctioned eleven pupils who walked out of class over the price of lunch. Parents "
    "have asked the school board to withdraw the sanctions. A hearing has been put off until next week."
)


def test_the_gate_is_off_unless_asked_for() -> None:
    with Extractor("rules") as extractor:
        assert extractor.extract(SCHOOL).gate is None


def test_with_the_gate_the_engine_is_not_asked() -> None:
    with Extractor("rules", gate=True) as extractor:
        result = extractor.extract(SCHOOL)
    assert result.status == "left_out"
    assert result.gate is not None
    assert result.gate.score is not None
    assert result.gate.score < result.gate.threshold
    assert result.provenance.engine == "gate"


def test_a_number_is_the_threshold() -> None:
    with Extractor("rules", gate=0.0001) as extractor:
        result = extractor.extract(SCHOOL)
    assert result.status == "ok"
    assert result.gate is not None
    assert result.gate.threshold == 0.0001


@pytest.mark.parametrize("gate", [0.0, 1.0, 2, -0.5])
def test_a_threshold_that_is_no_probability_is_refused(gate: float) -> None:
    with pytest.raises(SettingsError, match="gate is"):
        Extractor("rules", gate=gate)


def test_the_gate_is_part_of_what_shapes_results() -> None:
    with (
        Extractor("rules") as without,
        Extractor("rules", gate=True) as gated,
        Extractor("rules", gate=0.3) as other,
    ):
        assert len({without.fingerprint, gated.fingerprint, other.fingerprint}) == 3


@pytest.mark.parametrize(
    ("value", "on"), [("1", True), ("on", True), ("0", False), ("", False), ("No", False)]
)
def test_the_environment_switches_it(value: str, on: bool) -> None:
    assert Settings.from_environment({"EXTRACTOR_GATE": value}).gate is on
