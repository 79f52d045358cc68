"""Makes every committed score again and fails where one has drifted: a change of results shows in its commit.

``python .ci/baselines.py [--write] [name ...]``: each ``eval/baselines/NAME.json`` says in ``run.command``
what it was made with. Headline figures are compared, not times; ``--write`` renews the files that have
drifted, the tables beside them too. No network: a baseline is of the rules or of recorded answers. Exit code
1 for drift, 2 when a baseline cannot be made again.

A new one is made with ``extractor eval run ... -o eval/baselines/NAME.json`` in the checkout's own folder.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
BASELINES = ROOT / "eval" / "baselines"
COMMAND = ["extractor", "eval", "run"]
OFFLINE = ("rules", "recorded:")
WORKERS = 2
MOST_NAMED = 8


class Checked(NamedTuple):
    """A baseline made again: the lines that tell what differs, none when nothing does."""

    path: Path
    drift: list[str]
    error: str | None = None


def main(arguments: list[str]) -> int:
    """Checks those named, or all; renews what has drifted when asked to. Returns the exit code."""
    write = "--write" in arguments
    names = [one for one in arguments if one != "--write"]
    paths = sorted(BASELINES.glob("*.json"))
    unknown = sorted(set(names) - {path.stem for path in paths})
    if unknown or not paths:
        print(f"no such baseline in {BASELINES}: {', '.join(unknown) or 'none at all'}", file=sys.stderr)
        return 2
    wanted = [path for path in paths if not names or path.stem in names]
    with ThreadPoolExecutor(WORKERS) as pool:
        checked = list(pool.map(lambda path: check(path, write=write), wanted))
    for one in checked:
        print(f"{one.path.stem}: {told(one, write=write)}")
        for line in one.drift:
            print(f"  {line}")
    if any(one.error for one in checked):
        return 2
    drifted = any(one.drift for one in checked)
    if drifted and not write:
        print("scores have drifted: if that is meant, run .ci/baselines.py --write and commit what it writes")
    return 1 if drifted and not write else 0


def told(one: Checked, *, write: bool) -> str:
    """How one baseline came out, in a few words."""
    if one.error:
        return one.error
    if not one.drift:
        return "as committed"
    return "drifted, written anew" if write else "drifted"


def check(path: Path, *, write: bool) -> Checked:
    """Makes one baseline again beside it, compares, and puts the new one in its place when told to."""
    committed = json.loads(path.read_text(encoding="utf-8"))
    words = shlex.split(committed["run"].get("command") or "")
    model = words[words.index("--model") + 1] if "--model" in words[:-1] else ""
    if words[:3] != COMMAND or not model.startswith(OFFLINE):
        return Checked(path, [], f"run.command {shlex.join(words)!r} cannot be run again without a network")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / path.name
        done = run(words[3:], fresh)
        # 3: some articles failed or are partial, which a recording may well be
        if done.returncode not in (0, 3) or not fresh.exists():
            return Checked(path, [], f"status {done.returncode}: {done.stderr.strip()}")
        drift = list(differences(committed, json.loads(fresh.read_text(encoding="utf-8"))))
        if drift and write:
            for made in (fresh, fresh.with_suffix(".md")):
                path.with_suffix(made.suffix).write_bytes(made.read_bytes())
    return Checked(path, drift)


def run(options: list[str], out: Path) -> subprocess.CompletedProcess[str]:
    """The command of a baseline, its figures written to ``out``; no setting from outside, no key."""
    unwanted = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "EXTRACTOR_MODEL", "EXTRACTOR_PRICES")
    clean = {name: value for name, value in os.environ.items() if name not in unwanted}
    command = [sys.executable, "-m", *COMMAND, *options, "-o", str(out)]
    return subprocess.run(
        command, cwd=ROOT, env=clean, capture_output=True, text=True, encoding="utf-8", check=False
    )


def differences(committed: dict[str, Any], fresh: dict[str, Any]) -> Iterator[str]:
    """A line for each headline figure that differs, and the articles whose counts do."""
    before, after = headline(committed), headline(fresh)
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield f"{name}: {shown(before.get(name))} -> {shown(after.get(name))}"
    known = by_document(committed)
    changed = [file for file, counts in by_document(fresh).items() if known.get(file) != counts]
    if changed:
        more = f" and {len(changed) - MOST_NAMED} more" if len(changed) > MOST_NAMED else ""
        yield f"articles that score otherwise: {', '.join(changed[:MOST_NAMED])}{more}"


def headline(report: dict[str, Any]) -> dict[str, object]:
    """What is compared, by name: what the figures rest on, and the figures."""
    signature, run = report["signature"], report["run"]
    found: dict[str, object] = {
        "report": report["report"],
        "scorer": signature["scorer"],
        "gold": signature["gold"],
        "makers": json.dumps(signature["makers"]),
        "documents": run["documents"],
        "trials": run.get("trials", 1),
        "failed": ", ".join(run["failed"]),
    }
    for kind in ("events", "positions"):
        summary = report[kind]
        for measure, figures in summary["micro"].items():
            found |= {f"{kind} {measure} {name}": value for name, value in figures.items()}
        found |= {f"{kind} {name}": summary["counts"][name] for name in ("pred", "gold")}
        found[f"{kind} macro soft F1"] = summary["macro"]["soft"]["f1"]
        found[f"{kind} empty accuracy"] = summary["empty_accuracy"]
        found[f"{kind} ceiling"] = ((report.get("ceiling") or {}).get(kind) or {}).get("soft")
    return found


def by_document(report: dict[str, Any]) -> dict[str, object]:
    """Each article's counts."""
    return {one["file"]: (one["events"], one["positions"], one["status"]) for one in report["documents"]}


def shown(value: object) -> str:
    """Floats to four places; what is not there as a dash."""
    return "-" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
