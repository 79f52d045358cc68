"""The tiny model file and the servers that offer it. Only ``pytest -m realserver`` comes here."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.realserver.servers import NotStarted, Server, programs, python_with_packages, serve

ROOMY = 49_152  # tokens, which here are bytes: prompt, schema, a seed article, answers and re-asks fit


@contextmanager
def _failing_plainly() -> Iterator[None]:
    """What is missing fails the tests that were asked for, in one line and without a traceback."""
    try:
        yield
    except NotStarted as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model file, written anew."""
    path = tmp_path_factory.mktemp("model") / "tiny.gguf"
    with _failing_plainly():
        python = python_with_packages()
    writer = Path(__file__).with_name("tiny_model.py")
    subprocess.run([python, str(writer), str(path)], check=True, timeout=60)
    return path


@pytest.fixture(scope="session", params=programs())
def program(request: pytest.FixtureRequest) -> str:
    """Each server there is."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def server(program: str, tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with room for every question of these tests."""
    with _failing_plainly(), serve(program, tiny_model, ROOMY, tmp_path_factory.mktemp("log") / "log") as it:
        yield it


@pytest.fixture
def with_context(
    program: str, tiny_model: Path, tmp_path: Path
) -> Callable[[int], AbstractContextManager[Server]]:
    """Starts a server with a context of so many tokens, for question and answer together."""

    @contextmanager
    def started(context: int) -> Iterator[Server]:
        with _failing_plainly(), serve(program, tiny_model, context, tmp_path / "log") as it:
            yield it

    return started
