"""Which content the hall shows: its own, the last good copy, or what came along."""
