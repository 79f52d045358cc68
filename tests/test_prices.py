"""Costs come from the user's own price file, or are unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import prices
from extractor.errors import SettingsError


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "prices.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_cached_tokens_count_within_those_sent_and_at_their_own_price(tmp_path: Path) -> None:
    table = prices.load(written(tmp_path, '["m-1"]\ninput = 1.0\ncached = 0.1\noutput = 4.0\n'))
    assert table.cost("m-1", 1_000_000, 400_000, 500_000) == pytest.approx(0.6 + 0.04 + 2.0)


def test_without_a_price_for_cached_tokens_they_cost_as_others(tmp_path: Path) -> None:
    table = prices.load(written(tmp_path, '["m-1"]\ninput = 1.0\noutput = 4.0\n'))
    assert table.cost("m-1", 1_000_000, 400_000, 0) == pytest.approx(1.0)


def test_a_model_without_a_price_has_no_cost(tmp_path: Path) -> None:
    assert prices.load(written(tmp_path, "")).cost("m-1", 10, 0, 10) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('["m-1"]\ninput = "1"\noutput = 4', "'input' must be dollars per million tokens"),
        ('["m-1"]\ninput = 1\n', "'output'"),
        ('["m-1"]\ninput = -1\noutput = 1', "'input'"),
        ("m = 3", "model 'm'"),
        ("[[", "cannot be read"),
    ],
)
def test_a_bad_price_file_names_file_model_and_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        prices.load(written(tmp_path, text))
    assert "prices.toml" in str(caught.value)
