"""Playing films and recordings: decoded in a process of their own, by the clock of this one."""
