"""Which content this machine shows: its own, the last good copy, or what came along."""
