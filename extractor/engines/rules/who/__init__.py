"""Who is named: states, bodies, persons, groups, lists of them."""
