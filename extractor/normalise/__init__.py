"""Drafts become records: canonical actors, days as intervals, computed fields set."""
