"""Checks what fits and what can be drawn, by laying everything out."""
