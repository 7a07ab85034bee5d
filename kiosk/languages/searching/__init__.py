"""What visitors search for: an index of an exhibit's texts, and what a few letters find in it."""
