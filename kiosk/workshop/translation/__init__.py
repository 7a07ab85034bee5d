"""The table of every text with its translations."""
