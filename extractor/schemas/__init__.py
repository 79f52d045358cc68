"""Pydantic schemas: drafts (what an engine may say) and records (what is published)."""
