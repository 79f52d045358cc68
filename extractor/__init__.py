"""Sanctions events and stated positions from news articles."""
