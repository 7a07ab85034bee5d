"""The Qt application of a verb, set up in the same way for all of them."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication

from kiosk.plain_import import import_plainly


def gui_application(name: str = "kiosk") -> QApplication:
    """The application for a verb that shows windows until somebody closes them."""
    application = _application()
    application.setApplicationName(name)
    return application


def offscreen_application() -> QApplication:
    """The application for a verb that draws without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _application()


def _application() -> QApplication:
    import_plainly()
    # Here and not above: until now PySide reads the source of whatever is imported.
    from kiosk.garbage import GarbageCollector

    application = QApplication.instance() or QApplication(["kiosk"])
    assert isinstance(application, QApplication)
    if application.findChild(GarbageCollector) is None:
        GarbageCollector(application)
    return application
