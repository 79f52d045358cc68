"""A headless Chromium for the tests of the page, and what happens where there is none.

Tests marked ``browser`` need Chromium (Debian: ``apt-get install chromium``). On a machine without it they
are deselected, and one test that says so is skipped in their place; with EXTRACTOR_TESTS_NO_SKIPS=1, as in
CI, that fails the run. EXTRACTOR_TESTS_CHROMIUM names a Chromium or Chrome that lies elsewhere.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM: Final = (
    os.environ.get("EXTRACTOR_TESTS_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
)
_QUIET: Final = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs Chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without Chromium all but the test that says so are left out."""
    if chromium_is_there():
        return
    left_out = [item for item in items if item.get_closest_marker("browser") is not None]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def chromium_is_there() -> bool:
    """Whether the browser can be started."""
    return Path(CHROMIUM).is_file()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium a module: playwright keeps a loop running that asyncio's own tests must not meet."""
    from playwright.sync_api import sync_playwright

    # Chromium's own sandbox refuses to run as root, which is who tests are in a container.
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*_QUIET, *sandbox])
        yield chromium
        chromium.close()
