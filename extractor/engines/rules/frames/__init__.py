"""What an act hangs on: its finite verb, stage, conditions, who says so."""
