"""A bar of segments of which one is on: the panel's tabs, the languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.button import CONTROL_U, Button, Ground
from kiosk.screen.control.focus_ring import draw_casing
from kiosk.screen.control.kept_face import KeptFace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor

    from kiosk.look.look import Look

_LEAST_PADDING_U = 20
"""Words nearer than that to the round ends of the bar seem to touch them."""
_TIGHT_PADDING_U = 16
_SCALES = (0.95, 0.9, 20 / 24)
"""How much smaller words become where they are too wide for a bar; no text is below 20 u."""
_STEP, _LEAST_WORDS_U = 0.95, 20


@dataclass(frozen=True)
class Segment:
    """One choice: its key, the words drawn, the language they are in, and its full name.

    `scale` has its words smaller or larger than those of the others; `swatch` are the ground and
    the ink of a sample of colours in which they are drawn.
    """

    key: str
    words: str
    language: str
    name: str = ""
    scale: float = 1.0
    swatch: tuple[QColor, QColor] | None = None


class SegmentBar(QWidget):
    """Shows choices side by side in one pill and says which was touched."""

    assistive_role = AssistiveRole.RADIO_GROUP

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._buttons: list[Button] = []
        self._margin = 0.0
        self._shown: tuple[tuple[Segment, ...], str, float | None] | None = None
        self._face = KeptFace()

    def show_segments(
        self,
        look: Look,
        segments: Sequence[Segment],
        *,
        current: str,
        width: float | None = None,
    ) -> None:
        """Show these segments, equally wide within `width` pixels where one is given."""
        shown = (tuple(segments), current, width)
        if self._look is look and self._shown == shown:
            self._check(current)
            return
        self._look, self._shown = look, shown
        self._face.forget()
        while len(self._buttons) < len(segments):
            button = Button(self, ground=Ground.SEGMENT)
            button.setCheckable(True)
            button.chosen.connect(self._choose)
            self._buttons.append(button)
        widths, scale = _widths(look, segments, width)
        x = 0.0
        for button, segment, own in zip(self._buttons, segments, widths, strict=False):
            button.key = segment.key
            button.setChecked(segment.key == current)
            button.set_width(own)
            button.set_swatch(segment.swatch)
            button.show_words(
                look,
                segment.words,
                language=segment.language,
                name=segment.name,
                scale=scale * segment.scale,
            )
            self._margin = button.margin
            button.place_drawn(self._margin + x, self._margin)
            x += button.drawn_width
            button.show()
        for button in self._buttons[len(segments) :]:
            button.hide()
        self.resize(round(x + 2 * self._margin), round(look.px(CONTROL_U) + 2 * self._margin))
        self.update()

    def place_drawn(self, x: float, y: float) -> None:
        """Move the top left corner of the drawn pill to (x, y) of the parent."""
        self.move(QPoint(round(x - self._margin), round(y - self._margin)))

    @staticmethod
    def least_width(look: Look, segments: Sequence[Segment]) -> float:
        """The width that these segments need at least, in pixels."""
        return sum(_least_widths(look, segments, _TIGHT_PADDING_U, min(_SCALES)))

    @property
    def drawn_width(self) -> float:
        """The width of the pill, in pixels."""
        return self.width() - 2 * self._margin

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._check(key)
        self.chosen.emit(key)

    def _check(self, key: str) -> None:
        for button in self._buttons:
            button.setChecked(button.key == key)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._face.put(self, self._paint)

    def _paint(self, painter: QPainter) -> None:
        look = self._look
        if look is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.outline(1.3) / 2
        inset = self._margin + half
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        draw_casing(painter, look, shape)
        painter.setPen(QPen(look.theme.control_border, half * 2, Qt.PenStyle.SolidLine))
        painter.setBrush(look.theme.control)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)


def _widths(
    look: Look, segments: Sequence[Segment], width: float | None
) -> tuple[list[float], float]:
    """Equal segments, or as wide as their words need where equal ones would be too narrow.

    And the scale of the words: 1 unless even that would be wider than `width`.
    """
    padded, scale = _least_widths(look, segments), 1.0
    if width is None:
        return [max(padded)] * len(segments), scale
    for smaller in (1.0, *_SCALES, *_scales_of_larger_text(look)):
        if sum(padded) <= width:
            break
        scale = smaller
        padded = _least_widths(look, segments, _TIGHT_PADDING_U, scale)
    each = width / len(segments)
    if max(padded) <= each:
        return [each] * len(segments), scale
    spare = max(0.0, width - sum(padded)) / len(segments)
    return [own + spare for own in padded], scale


def _scales_of_larger_text(look: Look) -> Iterator[float]:
    """Still smaller scales, for many segments in larger text, which is then as large as it fits."""
    scale = min(_SCALES) * _STEP
    while look.style("control").size * scale >= _LEAST_WORDS_U:
        yield scale
        scale *= _STEP


def _least_widths(
    look: Look,
    segments: Sequence[Segment],
    padding_u: float = _LEAST_PADDING_U,
    scale: float = 1.0,
) -> list[float]:
    """As wide as fingers and words need."""
    least = max(look.px(CONTROL_U), look.target)
    inks = [
        set_text(
            look,
            segment.words,
            language=segment.language,
            role="control",
            scale=scale * segment.scale,
        ).ink
        for segment in segments
    ]
    return [max(least, ink + 2 * look.px(padding_u)) for ink in inks]
