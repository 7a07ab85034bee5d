"""Taking windows down for good, before the program itself ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from kiosk.jobs_below import rest_below

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def tear_down(*owners: QObject) -> None:
    """Destroy objects at once and on this thread, with all that belongs to them."""
    for owner in owners:
        if isinstance(owner, QWidget):
            owner.close()
    # What was put off until now must not find them gone.
    QCoreApplication.processEvents()
    rest_below(*owners)
    for owner in owners:
        owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
