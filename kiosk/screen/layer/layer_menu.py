"""The choice of data layers: their titles on a plate above the dock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.screen.layer.plate import draw_plate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look

_PAD_U = 24
_GAP_U = 12
_HEAD_U = 48


class LayerMenu(QWidget):
    """Holds a button for each layer; the one that is shown is on."""

    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._head: Setting | None = None
        self._buttons: list[Button] = []
        self.hide()

    def show_layers(
        self,
        layers: Sequence[tuple[str, str]],
        current: str,
        style: InterfaceStyle,
        room: float,
        *,
        fills: bool,
    ) -> None:
        """Set ids with their titles in rows of at most `room` pixels; it may fill their width."""
        look = self._look = style.look
        self._head = set_text(
            look, style.say("choose_layer"), language=style.language, role="kicker"
        )
        self.setAccessibleName(style.say("choose_layer"))
        while len(self._buttons) < len(layers):
            button = Button(self)
            button.setCheckable(True)
            button.chosen.connect(self.layer_chosen)
            self._buttons.append(button)
        for button in self._buttons[len(layers) :]:
            button.hide()
        pad, gap = look.px(_PAD_U), look.px(_GAP_U)
        x, y, right = pad, pad + look.px(_HEAD_U), pad + self._head.ink
        for button, (layer, title) in zip(self._buttons, layers, strict=False):
            button.key = layer
            button.show_words(look, title, language=style.language)
            button.setChecked(layer == current)
            if x > pad and x + button.drawn_width > room - pad:
                x, y = pad, y + look.px(CONTROL_U) + gap
            button.place_drawn(x, y)
            button.show()
            right = max(right, x + button.drawn_width)
            x += button.drawn_width + gap
        width = room if fills else right + pad
        self.resize(round(width), round(y + look.px(CONTROL_U) + pad))
        self.update()

    def first_button(self) -> Button | None:
        """Where the keyboard goes when the menu opens: the layer that is shown, or the first."""
        shown = [button for button in self._buttons if not button.isHidden()]
        return next((button for button in shown if button.isChecked()), next(iter(shown), None))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, head = self._look, self._head
        if look is None or head is None:
            return
        painter = QPainter(self)
        draw_plate(painter, look, QRectF(self.rect()))
        at = QPointF(look.px(_PAD_U), look.px(_PAD_U) - look.px(6))
        head.draw(painter, at.x(), at.y(), look.theme.text2)
