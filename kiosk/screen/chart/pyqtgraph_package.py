"""The package pyqtgraph, whose modules can be imported without the rest of it.

The package imports all its 145 modules by itself, and each of the 1,600 classes of Qt that it
might use, which PySide else makes when they are asked for: 17 MB and a quarter of a second, and
charts use five items.  So the package and its `Qt` are there without having run, with what these
items ask of them.  Where somebody has imported the whole package before, that is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "pyqtgraph"

_OPTIONS: Mapping[str, Any] = MappingProxyType(
    {
        "antialias": False,
        "background": "k",
        "crashWarning": False,
        "enableExperimental": False,
        "foreground": "d",
        "leftButtonPan": True,
        "mouseRateLimit": 100,
        "segmentedLineMode": "auto",
        "useCupy": False,
        "useOpenGL": False,
    }
)
"""Pyqtgraph's own defaults, of the options that are asked for."""


def _do_nothing() -> None:
    """In place of its cleanup at the end, which stops menus of views; ours have none."""


def _there_without_running(name: str, **contents: object) -> None:
    """Have a package whose modules can be imported, with these contents and no others."""
    spec = find_spec(name)
    assert spec is not None, f"{name} is not installed"
    package = module_from_spec(spec)
    vars(package).update(contents)
    sys.modules[name] = package


def _prepare() -> None:
    _there_without_running(
        NAME,
        getConfigOption=_OPTIONS.__getitem__,
        reload=None,
        _connectCleanup=_do_nothing,
    )
    _there_without_running(
        "pyqtgraph.Qt",
        QT_LIB="PySide6",
        QtCore=QtCore,
        QtGui=QtGui,
        QtWidgets=QtWidgets,
        isQObjectAlive=shiboken6.isValid,
    )
    vars(sys.modules[NAME])["Qt"] = sys.modules["pyqtgraph.Qt"]
    compat = import_module("pyqtgraph.Qt.compat")
    vars(compat).update(
        wrapinstance=shiboken6.wrapInstance,
        unwrapinstance=lambda wrapped: shiboken6.getCppPointer(wrapped)[0],
        voidptr=shiboken6.VoidPtr,
    )
    import_module("pyqtgraph.Qt.internals")


if NAME not in sys.modules:
    _prepare()
