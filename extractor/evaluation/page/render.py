"""The page as one HTML file that asks nothing of any network.

Everything that comes from articles, answers and file names is escaped: in the template by Jinja, in the
script's data as JSON without ``<``, ``>`` and ``&``; the script itself only ever writes text. A Content
Security Policy names the hashes of the one script and the one style sheet, so that nothing else could run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlencode

from extractor.evaluation.page.changes import Change, ChangedDocument
from extractor.evaluation.page.chart import line_chart
from extractor.evaluation.page.data import Page, names
from extractor.evaluation.page.leaderboard import ErrorClass
from extractor.evaluation.page.runs import Ref
from extractor.version import __version__

__all__ = ["render_page"]

SCRIPTS: Final = ("state.js", "text.js", "records.js", "documents.js", "main.js")
_UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render_page(page: Page) -> str:
    """The whole page, HTML 5."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    style = _file("page.css")
    script = "\n".join(_file(name) for name in SCRIPTS)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "share": _share,
        "signed": _signed,
        "count": _count,
        "money": _money,
        "link": _link,
        "filter_link": _filter_link,
    }
    return environment.from_string(_file("page.html.j2")).render(
        page=page,
        names=names(page),
        version=__version__,
        policy=_policy(script, style),
        # Trusted: files of this package, and JSON in which no character can end the element.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        data=Markup(_embedded(page.script)),  # noqa: S704
        charts=[line_chart([(one.letter, one.by_theta) for one in runs]) for runs in page.sensitivity],
        columns=_columns(page),
        better=[one for one in page.changed if one.delta > _NEAR],
        worse=[one for one in reversed(page.changed) if one.delta < -_NEAR],
        level=[one for one in page.changed if abs(one.delta) <= _NEAR],
        ordered=_ordered,
    )


_NEAR: Final = 1e-9


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    """As a Content Security Policy names an inline element, over all between its tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _embedded(content: dict[str, Any]) -> str:
    """JSON for a ``script`` element: nothing in it can end the element or begin a comment."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _columns(page: Page) -> list[tuple[Any, list[Any]]]:
    """The classes of errors of the first run, then those that only the second has; gains of each run."""
    by_run = [{(one.kind, one.key): one for one in board} for board in page.boards]
    keys = dict.fromkeys(key for board in by_run for key in board)
    return [
        (next(board[key] for board in by_run if key in board), [board.get(key) for board in by_run])
        for key in keys
    ]


def _ordered(changed: ChangedDocument) -> list[Change]:
    rank = {"broken": 0, "fixed": 1, "changed": 2}
    return sorted(changed.changes, key=lambda one: rank[one.how])


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace("-", "−")


def _count(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _money(value: float | None) -> str:
    return "cost unknown" if value is None else f"${value:.4f}"


def _link(ref: Ref) -> str:
    """The page's address of a row: its own state, in the part after ``#``."""
    return "#" + urlencode({"doc": ref.file, "answer": ref.answer, "row": ref.row})


def _filter_link(one: ErrorClass) -> str:
    """The articles with such errors, in the answer that has the first example."""
    wanted = {"kind": one.kind, "error": one.key, "answer": one.examples[0].answer, "at": "documents"}
    return "#" + urlencode(wanted)
