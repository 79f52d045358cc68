"""Removes each check from a copy of the package and demands that the check's own tests notice.

``python .ci/mutations.py [check ...]``: one line per check; exit code 1 when a mutant survives. The tests
must pass on the unchanged copy first, so that a mutant dies of its mutation and of nothing else.
"""

from __future__ import annotations

import compileall
import os
import py_compile
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parent.parent
REGISTER = Path("extractor") / "checks" / "register.py"
ENTRY = r"^    {name}\.CHECK,\n"
COPIED = ("extractor", "tests")
NAMED = ("pyproject.toml",)
WORKERS = 2
LONGEST = 50  # seconds for one run of tests
PLAIN = ("-p", "pytest_timeout")  # no other plugin: half of a run's time would be theirs


def main(wanted: list[str]) -> int:
    """Kills every mutant, or says which one survives. Returns the exit code."""
    register = (ROOT / REGISTER).read_text(encoding="utf-8")
    names = re.findall(ENTRY.format(name=r"(\w+)"), register, re.MULTILINE)
    unknown = sorted(set(wanted) - set(names))
    if unknown or not names:
        print(f"no such check in {REGISTER}: {unknown or names}; give names as registered", file=sys.stderr)
        return 2
    names = wanted or names
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(WORKERS):
            copies.put(_copy(Path(folder) / str(number)))
        with ThreadPoolExecutor(WORKERS) as pool:
            whole = _run(copies, register, [_tests_of(name) for name in names])
            if whole.returncode != 0:
                print(f"the tests fail without a mutation:\n{whole.stdout}{whole.stderr}", file=sys.stderr)
                return 1
            killed = list(pool.map(lambda name: _is_killed(copies, register, name), names))
    for name, dead in zip(names, killed, strict=True):
        print(f"{'killed' if dead else 'SURVIVED'}  {name}")
    print(f"{sum(killed)} of {len(names)} killed in {time.monotonic() - started:.0f} s")
    return 0 if all(killed) else 1


def _copy(folder: Path) -> Path:
    """What the tests of the checks need, without caches."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "_shipped"))
    for name in NAMED:
        shutil.copy(ROOT / name, folder / name)
    # Compiled by hash: a register rewritten within the same second is never taken for the old one.
    compileall.compile_dir(
        folder / "extractor", quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH
    )
    return folder


def _tests_of(name: str) -> str:
    return f"tests/checks/test_{name}.py"


def _is_killed(copies: SimpleQueue[Path], register: str, name: str) -> bool:
    """Whether a test fails (exit code 1, no error of pytest's) once the check is unregistered."""
    mutant, removed = re.subn(ENTRY.format(name=name), "", register, flags=re.MULTILINE)
    assert removed == 1, f"{name} is registered {removed} times"
    done = _run(copies, mutant, [_tests_of(name)])
    if done.returncode not in (0, 1):
        print(f"{name}: pytest ended with {done.returncode}\n{done.stdout}{done.stderr}", file=sys.stderr)
    return done.returncode == 1


def _run(copies: SimpleQueue[Path], register: str, tests: list[str]) -> subprocess.CompletedProcess[str]:
    """The tests over a copy with this register; the copy stands on the path before an installed package."""
    folder = copies.get()
    try:
        (folder / REGISTER).write_text(register, encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-B", "-m", "pytest", *tests, "-x", "-q", "-p", "no:cacheprovider", *PLAIN],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    finally:
        copies.put(folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
