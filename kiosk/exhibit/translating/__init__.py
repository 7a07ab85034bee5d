"""Which texts have which translations, and which of these are up to date."""
