"""A line made ready: its words, cues, numbers, verbs and nodes."""
