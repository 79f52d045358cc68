"""Many articles: a worker pool over an iterator, on a loop of its own."""
