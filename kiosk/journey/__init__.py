"""What the visitor is doing: one place, one comfort, and who holds them.  QtCore only."""
