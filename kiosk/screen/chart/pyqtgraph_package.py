"""The package pyqtgraph, whose modules can be imported without the rest of it.

The package imports all its 145 modules by itself, and each of the 1,600 classes of Qt that it
might use, which PySide else makes when they are asked for: 17 MB and a quarter of a second, and
charts use five items.  So the package and its `Qt` are there without having run, with what these
items ask of them.  Where somebody has imported the whole package before, that is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

from kiosk.plain_import import there_without_running

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "pyqtgraph"
NO_OPENGL = ModuleType("PySide6.QtOpenGL")
"""Stands in for it until curves have been imported: they use it with OpenGL alone, and it takes
4 MB with its libraries."""

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


class _NoOpenGLWidget:
    """In place of the widget that draws by OpenGL: charts are painted by none."""


def _prepare() -> None:
    there_without_running(
        NAME,
        getConfigOption=_OPTIONS.__getitem__,
        reload=None,
        _connectCleanup=_do_nothing,
    )
    there_without_running(
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
    there_without_running("pyqtgraph.Qt.OpenGLHelpers", GraphicsViewGLWidget=_NoOpenGLWidget)
    sys.modules.setdefault(NO_OPENGL.__name__, NO_OPENGL)


if NAME not in sys.modules:
    _prepare()
