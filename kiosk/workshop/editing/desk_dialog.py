"""A dialogue that looks like the window before which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from kiosk.workshop.editing.pane_style import pane_font, pane_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

MARGINS_PX = (22, 18, 22, 18)


class DeskDialog(QDialog):
    """Is at least as high as its words need."""

    def __init__(self, parent: QWidget, style: InterfaceStyle, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFont(pane_font(style.look, style.language))
        self.setStyleSheet(pane_sheet(style.look, style.language))
        self.setWindowTitle(title)

    def showEvent(self, event: QShowEvent) -> None:
        # Qt measures a dialogue before it has its letters: lines that break then need more room.
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            least = layout.totalMinimumHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), least))
