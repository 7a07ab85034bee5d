"""What keeps an unattended exhibit on its feet, and hands off the rest of the machine."""
