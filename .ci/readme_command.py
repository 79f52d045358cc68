"""Prints one of README's two commands, so that CI runs what users are told to run.

The command is the fenced block after the comment ``<!-- command: NAME -->``.
"""

import re
import sys
from pathlib import Path

name = sys.argv[1]
readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
found = re.search(rf"<!-- command: {re.escape(name)} -->\s*```\w*\n(.*?)```", readme, re.DOTALL)
if found is None:
    sys.exit(f"README.md has no command named {name!r}")
print(found.group(1).strip())
