"""The names of the themes, which settings, options and the look have in common."""

from __future__ import annotations

THEMES = ("dark", "light", "hc")
"""In the order in which they are offered; hc is high contrast.  The first is the usual one."""
