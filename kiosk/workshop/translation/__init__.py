"""The table of all texts with their translations."""
