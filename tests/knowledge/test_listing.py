"""What ships, counted."""

from __future__ import annotations

from extractor.knowledge.actor_data import read_actor_data
from extractor.knowledge.listing import shipped_counts, sources


def test_the_forms_listed_are_the_forms_read() -> None:
    forms = sum(table.entries for table in shipped_counts() if table.name.startswith("forms/"))
    assert forms == len(read_actor_data().forms)


def test_every_vocabulary_file_is_listed_and_sources_name_their_licence() -> None:
    assert all(table.entries > 0 for table in shipped_counts())
    assert {"vocabulary/measures.toml", "vocabulary/leaders.toml"} <= {one.name for one in shipped_counts()}
    assert "UNICODE LICENSE V3" in sources()
