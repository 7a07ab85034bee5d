"""The boards over the map: all places as a list, and what the exhibit is."""
