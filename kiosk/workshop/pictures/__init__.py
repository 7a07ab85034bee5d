"""The exhibit as picture files: every screen of it, and the slides of a talk."""
