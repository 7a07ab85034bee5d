"""Controls: what can be touched, and where the keyboard's focus is."""
