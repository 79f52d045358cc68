"""Tests of extractor.article."""
