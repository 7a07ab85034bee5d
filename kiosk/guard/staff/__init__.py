"""What staff see and do at the screen: the corner, the PIN, the desk, the health of the machine."""
