"""Says in one line that the browser tests were left out, where they were."""

from __future__ import annotations

import pytest

from tests.evaluation.page_browser.conftest import CHROMIUM, chromium_is_there


def test_chromium_is_at_hand_for_the_browser_tests() -> None:
    if not chromium_is_there():
        pytest.skip(
            f"tests marked browser were deselected: no Chromium at {CHROMIUM}; apt-get install chromium"
        )
