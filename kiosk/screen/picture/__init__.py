"""Curators' pictures on the screen, read beside the GUI thread."""
