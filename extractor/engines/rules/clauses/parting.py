"""German verbs whose prefix stands apart: "hebt die Sanktionen auf"."""

from __future__ import annotations

from extractor.engines.rules.clauses.scene import Scene

__all__ = ["parted"]


def parted(scene: Scene, index: int, parting: str) -> bool:
    """Whether the verb at node ``index`` has its prefix at the end of its clause; without one ("") it has."""
    if not parting:
        return True
    for at in range(index + 1, len(scene.nodes)):
        if scene.kind(at) in ("stop", "opener"):
            return False
        if scene.word(at) == parting and scene.kind(at + 1) in ("stop", "comma", "and", "quote", ""):
            return True
    return False
