"""One self-contained page that shows a run's answers beside gold: ``extractor eval show``."""
