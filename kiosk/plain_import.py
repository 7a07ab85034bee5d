"""Python's own way to import, given back after PySide6 has put its own in its place.

That one reads the source of every module that is imported later and looks for "PySide6" in it,
for the sake of `from __feature__ import`, which nothing here uses.  Python keeps all of these
lines: 228,000, in 20 MB, and reading them is a fifth of the time of all imports (1.27 and 1.56 s
of the processor's time, PySide6 6.11).
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Import what follows as Python does it; called once PySide6 is there."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
