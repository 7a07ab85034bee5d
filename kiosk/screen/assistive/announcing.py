"""Says what has come onto the screen to whoever does not see it come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive.reading_texts import read_texts
from kiosk.screen.assistive.told_children import assistive_role, children_told
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.control import Control
from kiosk.screen.control.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Iterator

_REST_MS = 300
"""What comes has come by then, and what is painted in several goes is told once."""


class Announcer(QObject):
    """Tells the heading and the page of what is in front, whenever they have changed.

    What has `announced` tells that too: how much was found of what is typed.

    It is made once assistive technology asks for the stage, and looks when something is painted or
    goes.  The map is painted all the time, and says nothing of what has come.
    """

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._told = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._look)
        self._watch()

    def _watch(self) -> None:
        """Hear of what is painted on the stage: of parts that were built later, too."""
        for widget in self._stage.findChildren(QWidget):
            if not isinstance(widget, Control) and assistive_role(widget) is not AssistiveRole.MAP:
                widget.installEventFilter(self)

    @Slot()
    def _look(self) -> None:
        self._watch()
        told = in_front(self._stage)
        if told != self._told:
            self._told = told
            announcement = QAccessibleAnnouncementEvent(self._stage, told)
            QAccessible.updateAccessibility(announcement)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Hide) and not self._soon.isActive():
            self._soon.start()
        return False


def in_front(stage: QWidget) -> str:
    """The first heading of what is in front, what it announces, and which of its pages this is."""
    heading, page, announced = "", "", ""
    for widget in _widgets_told(stage):
        announced = announced or getattr(widget, "announced", "")
        if isinstance(widget, Pager):
            page = page or widget.accessibleName()
        elif not heading:
            headings = (text.words for text in read_texts(widget) if text.is_heading)
            heading = next(headings, "")
    return ". ".join(filter(None, (heading or stage.accessibleName(), announced, page)))


def _widgets_told(widget: QWidget) -> Iterator[QWidget]:
    for child in children_told(widget, ()):
        if isinstance(child, Control) or not isinstance(child, QWidget):
            continue
        if assistive_role(child) is not AssistiveRole.MAP:
            yield child
            yield from _widgets_told(child)
