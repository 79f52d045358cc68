"""The environment, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import SettingsError
from extractor.settings import Settings


def test_with_nothing_set_the_embedded_rules_answer() -> None:
    assert Settings.from_environment({}).chosen(None) == "rules"


def test_the_model_asked_for_comes_before_the_environments() -> None:
    settings = Settings.from_environment({"EXTRACTOR_MODEL": "from-env"})
    assert settings.chosen("asked") == "asked"
    assert settings.chosen(None) == "from-env"


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "OPENAI_BASE_URL"])
def test_an_endpoint_without_a_model_is_an_error_not_a_silent_fallback(name: str) -> None:
    with pytest.raises(SettingsError, match="--model"):
        Settings.from_environment({name: "http://x"}).chosen(None)


def test_empty_variables_count_as_not_set() -> None:
    settings = Settings.from_environment(
        {"OPENAI_API_KEY": "", "EXTRACTOR_MODEL": "", "EXTRACTOR_TIMEOUT": "", "EXTRACTOR_CACHE": ""}
    )
    assert settings == Settings()


def test_the_cache_is_where_the_environment_says_else_the_users_own() -> None:
    assert Settings.from_environment({"EXTRACTOR_CACHE": "/somewhere/else"}).cache == Path("/somewhere/else")
    assert Settings.from_environment({}).cache.name == "sanctions-extractor"


@pytest.mark.parametrize("value", ["soon", "0", "-3", "nan", "1e9"])
def test_a_timeout_that_is_no_time_names_the_variable(value: str) -> None:
    with pytest.raises(SettingsError, match="EXTRACTOR_TIMEOUT"):
        Settings.from_environment({"EXTRACTOR_TIMEOUT": value})


def test_the_key_is_not_in_the_repr() -> None:
    assert "sk-1" not in repr(Settings.from_environment({"OPENAI_API_KEY": "sk-1"}))
