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
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent

_PAD_U = 22
_WIDTH_U = 380
_OFF_U = 40
"""How far from the finger the card stands."""
_SHARES = (0.5, 0.0, 1.0)
"""How much of the card lies before the finger, along the side that it is on."""
_NAME_U = (110, 70)
"""How far from its point the name and figure of a place reach, across and down."""
_EDGE_U = 16
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

    def stand_at(self, point: QPointF, area: QRectF, others: Sequence[QPointF] = ()) -> None:
        """Stand above a point of the stage, or else below or beside it, within an area.

        Where that can be, none of the `others` is covered, nor is one near to its edge.
        """
        assert self._look is not None
        px = self._look.px
        edge, off = px(_EDGE_U), px(_OFF_U)
        inner = area.adjusted(edge, edge, -edge, -edge)
        width, height = self.width(), self.height()
        left, right = point.x() - off - width, point.x() + off
        above, below = point.y() - off - height, point.y() + off
        middle = QPointF(point.x() - width / 2, point.y() - height / 2)
        corners = (
            QPointF(middle.x(), above),
            QPointF(middle.x(), below),
            QPointF(right, middle.y()),
            QPointF(left, middle.y()),
            *(QPointF(x, y) for y in (above, below) for x in (left, right)),
        )
        rects = [_kept_in(inner, QRectF(corner, self.size().toSizeF())) for corner in corners]
        clear = [rect for rect in rects if not rect.contains(point)] or rects
        across, down = px(_NAME_U[0]), px(_NAME_U[1])
        names = [QRectF(at.x() - across, at.y() - down, 2 * across, 2 * down) for at in others]
        # The name and the figure of the other one are what this one is compared with.
        best = min(clear, key=lambda rect: sum(_area(rect & name) for name in names))
        self.move(best.topLeft().toPoint())

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


def _corners(point: QPointF, size: QSizeF, off: float) -> Iterator[QPointF]:
    """The upper left corners of a card beside a point: in the middle of each side, then aside."""
    width, height = size.width(), size.height()
    for share in _SHARES:
        x, y = point.x() - share * width, point.y() - share * height
        yield QPointF(x, point.y() - off - height)
        yield QPointF(x, point.y() + off)
        yield QPointF(point.x() + off, y)
        yield QPointF(point.x() - off - width, y)


def _kept_in(area: QRectF, rect: QRectF) -> QRectF:
    """The rectangle moved into an area, as far as it has room there."""
    x = max(area.left(), min(rect.x(), area.right() - rect.width()))
    y = max(area.top(), min(rect.y(), area.bottom() - rect.height()))
    return QRectF(QPointF(x, y), rect.size())


def _area(rect: QRectF) -> float:
    return max(0.0, rect.width()) * max(0.0, rect.height())
