"""Answers from a file in place of an endpoint: replayed recordings and batch files."""
