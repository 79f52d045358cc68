"""A small gazetteer: what resolves is seen at a glance, and no test hangs on the shipped tables."""

from __future__ import annotations

from extractor.evaluation.names import actor_reader
from extractor.knowledge.actors import Entry

_US = Entry("country:US", "United States", "state", "US")
_RU = Entry("country:RU", "Russia", "state", "RU")
_TREASURY = Entry("body:us-treasury", "US Treasury", "government_body", "US", "country:US")
_OFAC = Entry("body:ofac", "OFAC", "government_body", "US", "body:us-treasury")
_EU = Entry("org:EU", "European Union", "intl_org")
_COUNCIL = Entry("org:eu-council", "EU Council", "intl_org", None, "org:EU")
_JORDAN = Entry("country:JO", "Jordan", "state", "JO")

_NAMES = {
    "United States": _US,
    "US": _US,
    "Washington": _US,
    "Russia": _RU,
    "Moscow": _RU,
    "the Kremlin": _RU,
    "US Treasury": _TREASURY,
    "OFAC": _OFAC,
    "European Union": _EU,
    "EU": _EU,
    "EU Council": _COUNCIL,
    "Jordan": _JORDAN,
}


class SmallGazetteer:
    """Knows a dozen names."""

    def entry(self, actor_id: str) -> Entry | None:
        """The actor with that id."""
        return next((entry for entry in _NAMES.values() if entry.id == actor_id), None)

    def resolve(self, name: str) -> tuple[Entry, str] | None:
        """The actor of that name, exactly."""
        return (_NAMES[name], "name") if name in _NAMES else None

    def state_of(self, entry: Entry) -> Entry | None:
        """What the entry rolls up to in the end."""
        while entry.parent is not None:
            above = self.entry(entry.parent)
            assert above is not None
            entry = above
        return entry


READ = actor_reader(SmallGazetteer())
