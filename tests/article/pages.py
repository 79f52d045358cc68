"""Makes HTML pages for the tests."""

from __future__ import annotations

__all__ = ["PARAGRAPHS", "page"]

PARAGRAPHS = [
    "The ministers met in Vienna on Monday and agreed to prolong the embargo for another six months.",
    "The delegation of the neighbouring state called the step a mistake that would cost both sides dearly.",
    "Officials said that the list of banned goods would be reviewed in the autumn, after the next harvest.",
    "A shipping firm from the port city has asked the court to take its name off the list, its lawyers said.",
]


def page(
    *,
    title: str = "Ministers prolong the embargo",
    head: str = "",
    header: str = "",
    before: str = "",
    after: str = "",
    heading: str | None = None,
) -> str:
    """A news page; ``head`` goes into its head, ``header`` beside its h1."""
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>"
        f'<nav><a href="/">Home</a> <a href="/world">World</a></nav>{before}'
        f"<article><header><h1>{heading or title}</h1>{header}</header>{body}</article>"
        f"{after}<footer>© 2024 Daily Globe</footer></body></html>"
    )
