"""Views of the sanctions: whose, of what, and repeats."""
