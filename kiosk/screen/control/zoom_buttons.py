"""The map's buttons: nearer, farther, and back to where it was, for whoever makes no gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal, Slot

from kiosk.screen.control.button import CONTROL_U, Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look

_GAP_U = 12
_EDGE_U = 24
_LEVELS = 0.75
"""A touch makes the map so many levels larger or smaller; a level is twice as large."""


class ZoomButtons(QObject):
    """Holds a column of buttons, which are children of the stage."""

    zoomed = Signal(float)
    """The map is to grow by so many levels."""
    back_touched = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._back = Button(stage, key="zoom_back", icon="maximize")
        self._nearer = Button(stage, key="zoom_in", icon="plus")
        self._farther = Button(stage, key="zoom_out", icon="minus")
        self._is_away = False
        self._back.clicked.connect(self.back_touched)
        self._nearer.clicked.connect(self._go_nearer)
        self._farther.clicked.connect(self._go_farther)
        self.hide()

    @property
    def widgets(self) -> tuple[Button, ...]:
        """The buttons in the order of the keyboard."""
        return (self._nearer, self._farther, self._back)

    def hide(self) -> None:
        """Show none of them."""
        for button in self.widgets:
            button.hide()

    def show_buttons(self, style: InterfaceStyle, area: QRectF, off: Iterable[QRectF]) -> None:
        """Stand at the lower right of `area`, above what is in `off`; both in pixels."""
        look = style.look
        for button in self.widgets:
            name = style.say(button.key)
            button.show_words(look, "", language=style.language, name=name)
        corner = self._corner(look, area, off)
        step = look.px(CONTROL_U) + look.px(_GAP_U)
        for number, button in enumerate((self._farther, self._nearer, self._back)):
            button.place_drawn(corner.x() - button.drawn_width, corner.y() - number * step)
            button.show()
        self._back.setVisible(self._is_away)

    def covered(self) -> list[QRectF]:
        """What the buttons cover of the stage; room for all, whether or not there is a way back."""
        if self._nearer.isHidden():
            return []
        return [button.geometry().toRectF() for button in self.widgets]

    @Slot(bool, bool)
    def let_zoom(self, nearer: bool, farther: bool) -> None:
        """Offer each way as long as it leads anywhere."""
        self._nearer.setEnabled(nearer)
        self._farther.setEnabled(farther)

    @Slot(bool)
    def let_back(self, is_away: bool) -> None:
        """Offer the way back, or not."""
        self._is_away = is_away
        self._back.setVisible(is_away and not self._nearer.isHidden())

    def _corner(self, look: Look, area: QRectF, off: Iterable[QRectF]) -> QPointF:
        """Where the drawn bottom button has its upper right corner."""
        corner = area.bottomRight()
        corner.setX(corner.x() - look.px(_EDGE_U))
        column = QRectF(area)
        column.setLeft(corner.x() - look.px(CONTROL_U))
        column.setTop(area.center().y())
        tops = [each.top() for each in off if each.intersects(column)]
        corner.setY(min([area.bottom(), *tops]) - look.px(_EDGE_U) - look.px(CONTROL_U))
        return corner

    @Slot()
    def _go_nearer(self) -> None:
        self.zoomed.emit(_LEVELS)

    @Slot()
    def _go_farther(self) -> None:
        self.zoomed.emit(-_LEVELS)


def stack_height(look: Look) -> float:
    """How much of its area's lower edge the buttons take, with the one that leads back."""
    return look.px(_EDGE_U + 3 * CONTROL_U + 2 * _GAP_U)
