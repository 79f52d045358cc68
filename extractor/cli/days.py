"""Days as users give them on the command line."""

from __future__ import annotations

import datetime as dt

from extractor.errors import SettingsError

__all__ = ["day"]


def day(flag: str, value: str | None) -> dt.date | None:
    """The day in ``value``; raises SettingsError naming the flag when it is none."""
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError as error:
        raise SettingsError(
            f"{flag} {value!r}: write the day as YYYY-MM-DD, for example 2024-05-07"
        ) from error
