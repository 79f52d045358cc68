"""Draws the table of one seed as the terminal shows it: ``python docs/pictures/draw.py``."""

import io
from pathlib import Path

from rich.console import Console

from extractor import extract
from extractor.cli.table import print_result

HERE = Path(__file__).parent
SEED = "000_37390536ffe894ae.txt"

# rich's own format loads fonts from the web; this one draws with what the reader has.
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
<rect fill="#1b1e24" x="0" y="0" width="{width}" height="{height}" rx="8"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def main() -> None:
    """Extracts the seed with the embedded rules and saves the picture."""
    result = extract(HERE.parent.parent / "seeds" / SEED, model="rules")
    shown = result.model_copy(
        update={"article": result.article.model_copy(update={"source": f"seeds/{SEED}"})}
    )
    screen = Console(record=True, width=118, file=io.StringIO(), force_terminal=True)
    print_result(shown, screen)
    screen.save_svg(str(HERE / "seed.svg"), title="extractor", code_format=FORMAT, unique_id="seed")


if __name__ == "__main__":
    main()
