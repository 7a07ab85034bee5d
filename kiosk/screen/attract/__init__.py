"""What the screen does while nobody is there, and its question whether somebody is."""
