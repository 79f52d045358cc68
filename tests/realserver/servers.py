"""Real OpenAI-compatible servers as processes of their own: started, waited for, ended."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["MODEL", "NotStarted", "Program", "Server", "programs", "python_with_packages", "serve"]

MODEL = "tiny"  # the name under which each server offers the model file
PACKAGES = ("gguf", "llama_cpp", "uvicorn")
SECONDS_TO_START = 60.0


class NotStarted(Exception):
    """A server that was asked for is not there; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Program:
    """A server's program: what it is called, its command, and the path that answers once it is ready."""

    name: str
    command: tuple[str, ...]
    ready: str
    options: dict[str, str]

    def line(self, model: Path, port: int, context: int) -> list[str]:
        """The whole command line."""
        values = {"model": str(model), "port": str(port), "context": str(context)}
        options = {"--host": "127.0.0.1", "--port": "{port}", "--model": "{model}"} | self.options
        return [*self.command, *(word.format(**values) for pair in options.items() for word in pair)]


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    program: str
    base_url: str


def python_with_packages() -> str:
    """The interpreter that has the server's packages: EXTRACTOR_REALSERVER_PYTHON, else this one.

    Raises NotStarted naming what is missing and how to install it.
    """
    python = os.environ.get("EXTRACTOR_REALSERVER_PYTHON") or sys.executable
    look = f"import importlib.util as u; print(*(p for p in {PACKAGES!r} if u.find_spec(p) is None))"
    try:
        found = subprocess.run([python, "-c", look], capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError) as error:
        raise NotStarted(f"EXTRACTOR_REALSERVER_PYTHON is {python!r}, which does not run: {error}") from error
    if missing := found.stdout.split():
        raise NotStarted(
            f"{python} lacks {', '.join(missing)}: {python} -m pip install 'llama-cpp-python[server]' gguf "
            "(it builds llama.cpp once, 10 to 15 minutes), or name in EXTRACTOR_REALSERVER_PYTHON an "
            "interpreter that has them; see docs/real-server.md"
        )
    return python


def programs() -> list[str]:
    """The servers to test against: llama_cpp.server always, llama-server where there is one."""
    return ["llama_cpp.server", *(["llama-server"] if _llama_server() else [])]


@contextmanager
def serve(program: str, model: Path, context: int, log: Path) -> Iterator[Server]:
    """The server while it runs; what it prints goes to ``log``. Ends this process and no other.

    Raises NotStarted with the end of the log when it does not come up.
    """
    asked, port = _program(program), _free_port()
    base_url = f"http://127.0.0.1:{port}"
    with log.open("wb") as out:
        process = subprocess.Popen(asked.line(model, port, context), stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(process, f"{base_url}{asked.ready}", log)
        yield Server(program, f"{base_url}/v1")
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=10)


def _program(name: str) -> Program:
    if name == "llama-server":
        options = {"--ctx-size": "{context}", "--alias": MODEL, "--parallel": "1"}
        options |= {"--threads": "1", "--threads-batch": "1"}
        return Program(name, (_llama_server() or name,), "/health", options)
    options = {"--n_ctx": "{context}", "--model_alias": MODEL, "--verbose": "false"}
    options |= {"--n_threads": "1", "--n_threads_batch": "1"}  # more of them wait for each other
    return Program(name, (python_with_packages(), "-m", "llama_cpp.server"), "/v1/models", options)


def _llama_server() -> str | None:
    return os.environ.get("EXTRACTOR_LLAMA_SERVER") or shutil.which("llama-server")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while not _answers(url):
        ended = process.poll()
        if ended is not None or time.monotonic() > until:
            how = "does not answer" if ended is None else f"ended with {ended}"
            end = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
            raise NotStarted(f"{process.args!r} {how}; the end of what it said:\n{end}")
        time.sleep(0.05)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
