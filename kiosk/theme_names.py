"""What settings, options and the look have in common: the themes, and the sizes of text."""

from __future__ import annotations

THEMES = ("dark", "light", "hc", "hc-light", "low")
"""In the order in which they are offered; the first is the usual one.

hc is high contrast on black and hc-light on white; low is low contrast.
"""

TEXT_SIZES = 4
"""How many sizes of text there are; the first is the exhibit's own."""
