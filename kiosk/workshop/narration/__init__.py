"""Everything that the exhibit says: what clips are made of, and what `check` misses."""
