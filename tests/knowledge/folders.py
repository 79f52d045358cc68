"""Folders of additions for tests."""

from __future__ import annotations

from pathlib import Path

ACTORS = "id,kind,country,parent,name\n"
FORMS = "id,language,type,form,use\n"

BOARD = {
    "actors/organisations.csv": ACTORS + "org:gulf-board,intl_org,,,Gulf Sanctions Board\n",
    "forms/organisations.csv": FORMS + "org:gulf-board,en,name,Gulf Sanctions Board,\n",
    "forms/states.csv": FORMS + "country:KP,en,metonym,Songbun Republic,\n",
    "vocabulary/measures.toml": '[en.strong]\nservices_ban = ["insurance bar", "insurance bars"]\n',
}
"""An organisation, a nickname of North Korea, and a measure."""


def folder_of(at: Path, files: dict[str, str]) -> Path:
    """A folder of these files, by path and content."""
    for name, content in files.items():
        path = at / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return at
