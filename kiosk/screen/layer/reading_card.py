"""What a finger reads on a data layer: the value of the zone below it, and how two compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.layer.plate import draw_plate

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent
    from kiosk.screen.layer.reading_room import ReadingRoom

_PAD_U = 22
_WIDTH_U = 380
_GAP_U = 6
_DOT_U = 7
_DOT_GAP_U = 18
"""How far from the name the dot stands at least."""


class ReadingCard(QWidget):
    """Lies over the map and lets every touch through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._lines: list[tuple[Setting, bool]] = []
        self._seat = 0
        self._stood: tuple[tuple[object, ...], QPointF] | None = None
        """Of what it told where it was last placed, and how far from the finger that was."""
        self._placed: tuple[object, ...] = ()
        """In which room it was last placed: that takes a moment, and most frames have the same."""
        self._said: tuple[object, ...] = ()
        self.hide()

    def show_reading(
        self,
        content: LayerContent,
        pinned: tuple[str, ...],
        look: Look,
        seat: int = 0,
        instead_of: str = "",
    ) -> None:
        """Say what the zone that was touched last has, and compare it with the other one.

        Its dot has the colour of its `seat`.  It may stand there `instead_of` a third one, which is
        told as well.
        """
        if self._said == (content, pinned, look, seat, instead_of):
            return
        self._said = (content, pinned, look, seat, instead_of)
        self._look, self._seat = look, seat
        zone = pinned[-1]
        row = content.row(zone)
        width, language = look.px(_WIDTH_U), content.locale.language
        said: list[tuple[list[Span], str, bool]] = [
            ([Span(content.name(zone), weight=700)], "body", True)
        ]
        if row is None or row.value is None:
            said.append(([Span(content.locale.say("no_value"))], "control", False))
        else:
            said.append(([Span(row.said, weight=700)], "lead", True))
            point = content.layer.value(zone, content.year)
            other = "" if point is None else content.sentences.other_year(point, content.year)
            facts = " · ".join(filter(None, (content.year_words if not other else "", row.rank)))
            said += [([Span(words)], "control", False) for words in (facts, other) if words]
        if len(pinned) == 2:
            sentences = content.sentences
            compared = sentences.comparison(*pinned, content.year)
            # Without the value of the other one, nothing is compared; that of this one is told.
            compared = compared or sentences.missing(pinned[0], content.year)
            if compared:
                said.append(([Span(compared)], "control", True))
        replaced = content.sentences.instead(zone, instead_of) if instead_of else ""
        if replaced:
            said.append(([Span(replaced)], "control", False))
        dot = look.px(2 * _DOT_U + _DOT_GAP_U)
        rooms = [width - dot, *(width for _ in said[1:])]
        self._lines = [
            (set_text(look, spans, language=language, role=role, width=room), strong)
            for (spans, role, strong), room in zip(said, rooms, strict=True)
        ]
        self.setAccessibleName(content.name(zone))
        heard = filter(None, (replaced, *content.readings(pinned)))
        self.setAccessibleDescription("\n".join(heard))
        pad = look.px(_PAD_U)
        inner = max(self._lines[0][0].ink + dot, *(setting.ink for setting, _ in self._lines))
        height = sum(setting.size.height() for setting, _ in self._lines)
        height += look.px(_GAP_U) * (len(self._lines) - 1)
        self.resize(round(inner + 2 * pad), round(height + 1.4 * pad))
        self.update()

    def stand_in(self, room: ReadingRoom, *, is_moving: bool) -> None:
        """Stand where it hides least; with a map that is moving it goes as it stands."""
        assert self._look is not None
        stood, size = self._stood, self.size().toSizeF()
        if (room, size, is_moving) == self._placed:
            return
        self._placed = room, size, is_moving
        told = (size, *(zone for zone, _ in room.compared))
        is_same = stood is not None and stood[0] == told
        if stood is not None and is_same and is_moving:
            at = room.kept(room.point + stood[1], size, self._look)
        else:
            present = room.point + stood[1] if stood is not None and is_same else None
            at = room.best(size, self._look, present)
            self._stood = told, at.topLeft() - room.point
        self.move(at.topLeft().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_plate(painter, look, rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.series[self._seat])
        pad, dot = look.px(_PAD_U), look.px(_DOT_U)
        y = 0.7 * pad
        for number, (setting, strong) in enumerate(self._lines):
            if number == 0:
                middle = y + setting.size.height() / 2
                painter.drawEllipse(QPointF(rect.right() - pad - dot, middle), dot, dot)
            setting.draw(painter, pad, y, look.theme.text if strong else look.theme.text2)
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            y += setting.size.height() + look.px(_GAP_U)
