"""Builds the wheel, installs it in an empty environment elsewhere, and reads what ships inside.

From the installed wheel and from the wheel as a zip: one prompt, one seed, one gold file. Then the installed
command extracts the shipped seeds from a folder that is no checkout.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent

READ = """
from extractor import shipped
assert "_shipped" in str(shipped.prompts()), shipped.prompts()
print(len((shipped.prompts() / "system.md").read_text(encoding="utf-8")) > 0)
print(any(f.name.endswith(".txt") and f.read_bytes() for f in shipped.seeds().iterdir()))
print(any(f.name.endswith(".json") and f.read_bytes() for f in shipped.gold().iterdir()))
"""


def run(*command: str, cwd: Path, **env: str) -> str:
    unwanted = ("PYTHONPATH", "OPENAI_API_KEY", "OPENAI_BASE_URL", "EXTRACTOR_MODEL")
    clean = {name: value for name, value in os.environ.items() if name not in unwanted}
    done = subprocess.run(
        command, cwd=cwd, env=clean | env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        away = Path(name)
        build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(away), str(ROOT))
        run(sys.executable, *build, cwd=away)
        (wheel,) = away.glob("*.whl")
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.2f} MB")
        venv.create(away / "venv", with_pip=True)
        python = str(away / "venv" / "bin" / "python")
        run(python, "-m", "pip", "install", "-q", "-r", str(ROOT / "requirements.txt"), cwd=away)
        run(python, "-m", "pip", "install", "-q", "--no-deps", str(wheel), cwd=away)
        for how, env in (("installed", {}), ("zip", {"PYTHONPATH": str(wheel)})):
            told = run(python, "-c", READ, cwd=away, **env).split()
            if told != ["True"] * 3:
                sys.exit(f"{how}: prompt, seed, gold readable: {told}")
            print(f"{how}: prompt, seed and gold are readable")
        seeds = str(ROOT / "seeds")
        lines = run(str(away / "venv" / "bin" / "extractor"), "extract", seeds, "--format", "jsonl", cwd=away)
        results = [json.loads(line) for line in lines.splitlines()]
        found = [len(one["events"]) + len(one["positions"]) for one in results]
        if len(found) != 5 or not all(found):
            sys.exit(f"the installed command found {found} records in the five seeds")
        print(f"installed: the five seeds give {found} records")


if __name__ == "__main__":
    main()
