"""From acts to the draft's events: days, measures, sectors, repeats."""
