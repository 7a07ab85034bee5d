"""Imports as Python does them, and of a package no more than is used.

PySide6 puts a way of its own in the place of Python's, which reads the source of every module that
is imported later and looks for "PySide6" in it, for the sake of `from __feature__ import`, which
nothing here uses.  Python keeps all of these lines: 228,000, in 20 MB, and reading them is a fifth
of the time of all imports (1.27 and 1.56 s of the processor's time, PySide6 6.11).
"""

from __future__ import annotations

import builtins
import sys
from importlib.util import find_spec, module_from_spec


def import_plainly() -> None:
    """Import what follows as Python does it; called once PySide6 is there."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def there_without_running(name: str, **contents: object) -> None:
    """Have a package whose modules can be imported, with these contents and no others.

    For one that imports all that it has, of which little is used.  Without effect where it has been
    imported already.
    """
    if name in sys.modules:
        return
    spec = find_spec(name)
    assert spec is not None, f"{name} is not installed"
    package = module_from_spec(spec)
    vars(package).update(contents)
    sys.modules[name] = package
