"""The process that never ends: supervisor, watch, heartbeat, memory, display."""
