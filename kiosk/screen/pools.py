"""The threads that draw and read for widgets: nothing may go away while they work for it.

A QThreadPool waits for its threads when it is destroyed, and PySide holds Python's lock while it
destroys.  The threads need that lock to end, so both would wait for ever.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QWidget


def rest_pools(*owners: QObject) -> None:
    """Drop what waits in the pools of these objects, and let what has begun come to its end."""
    for owner in owners:
        for pool in owner.findChildren(QThreadPool):
            pool.clear()
            pool.waitForDone()


def take_away(*owners: QObject) -> None:
    """Destroy objects at once and on this thread, with all that belongs to them."""
    for owner in owners:
        if isinstance(owner, QWidget):
            owner.close()
    # What was put off until now must not find them gone.
    QCoreApplication.processEvents()
    rest_pools(*owners)
    for owner in owners:
        owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
