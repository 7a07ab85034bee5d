"""Settings: what this machine is like, apart from what the exhibit says.  No Qt."""
