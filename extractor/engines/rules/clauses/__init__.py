"""A line cut into nodes, and who does what in its clauses."""
