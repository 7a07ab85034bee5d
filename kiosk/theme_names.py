"""The names of the themes, which settings, options and the look have in common."""

from __future__ import annotations

THEMES = ("dark", "light", "hc", "hc-light", "low")
"""In the order in which they are offered; the first is the usual one.

hc is high contrast on black and hc-light on white; low is low contrast.
"""
