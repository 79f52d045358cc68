"""Acts of sanctions as a line tells them, one kind a file."""
