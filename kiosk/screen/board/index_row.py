"""A row that opens a place: its sign, its name, and a fact below the name or beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from kiosk.look.icons import draw_icon
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.map.map_marker import MarkerState, draw_marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.board.fact_line import FactLine

_ROW_U, _LOW_ROW_U = 80, 64
_PADDING_U = 8
_SIGN_U = 48
_WORDS_X_U = 62
_ARROW_U = 24
_ARROW_REACH_U = 26
"""How far the arrow's ink reaches into the row; the rest of its square is empty."""
_FACT_GAP_U = 18
_MOST_LINES = 2
_NAME_WEIGHT = 500
_SMALL_PART = 0.04
"""Islands whose box is smaller than this share of the largest part's are left out."""
_KEPT = 100
_thumbnails: dict[tuple[int, float, float], tuple[QPainterPath, QPainterPath]] = {}
"""The latest outlines that were fitted, and what came of it: to fit one takes 10 ms."""


@dataclass(frozen=True, eq=False)
class IndexEntry:
    """What a row shows; `outline` is in any unit, without it the glyph is drawn.

    By the name stands the first of `facts` that fits on a line; `kind` is what kind of place it
    is, for those who can't see the sign.
    """

    key: str
    name: str
    kind: str
    glyph: str
    outline: QPainterPath | None = None
    facts: tuple[FactLine, ...] = ()

    def spoken(self, fact: FactLine | None) -> str:
        """What is heard behind the name: what kind of place it is, and the fact that is seen."""
        return self.kind if fact is None else f"{self.kind}\n{fact.spoken}"


@dataclass(frozen=True)
class Group:
    """Entries under one heading."""

    heading: str
    entries: tuple[IndexEntry, ...]


class IndexRow(Control):
    """One place of a list; the whole row is the target.  Built once and filled again."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._entry: IndexEntry | None = None
        self._thumbnail = QPainterPath()
        self._name: Setting | None = None
        self._fact: Setting | None = None
        self._tab = 0.0
        self.clicked.connect(self._say)

    def show_entry(self, entry: IndexEntry, look: Look, language: str, tab: float = 0.0) -> None:
        """Fill the row in its present geometry; `tab` is as `tab_of` gives it."""
        self._look, self._entry, self._tab = look, entry, tab
        self._name, self._fact = _set_entry(entry, look, language, self.width(), tab)
        if entry.outline is not None:
            side = look.px(_SIGN_U)
            self._thumbnail = thumbnail(entry.outline, QSizeF(side, side))
        self.setText(entry.name)
        self.setAccessibleName(entry.name)
        shown = _fitting(entry, look, language, _room(look, self.width()) - tab)
        self.setAccessibleDescription(entry.spoken(None if shown is None else shown[0]))
        self.update()

    @Slot()
    def _say(self) -> None:
        if self._entry is not None:
            self.chosen.emit(self._entry.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, entry, name, fact = self._look, self._entry, self._name, self._fact
        if look is None or entry is None or name is None or fact is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown():
            painter.fillRect(self.rect(), theme.pressed)
        painter.setPen(QPen(theme.rule, look.stroke(1.3)))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        self._draw_sign(painter, look, entry)
        ink = theme.panel if self.isDown() and theme.high_contrast else theme.text
        second = ink if self.isDown() else theme.text2
        x = look.px(_WORDS_X_U)
        if self._tab:
            y = (self.height() - name.size.height()) / 2
            below = name.first_baseline - fact.first_baseline
        else:
            y = (self.height() - name.size.height() - fact.size.height()) / 2
            below = name.size.height()
        name.draw(painter, x, y, ink)
        fact.draw(painter, x + self._tab, y + below, second)
        arrow = look.px(_ARROW_U)
        box = QRectF(self.width() - arrow, (self.height() - arrow) / 2, arrow, arrow)
        draw_icon(painter, look, "chevron-right", box, ink)
        if self.hasFocus():
            inset = look.px(8)
            shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, shape, look.px(12))

    def _draw_sign(self, painter: QPainter, look: Look, entry: IndexEntry) -> None:
        side = look.px(_SIGN_U)
        middle = QPointF(side / 2, self.height() / 2)
        if entry.outline is None:
            draw_marker(painter, look, entry.glyph, middle, MarkerState.IDLE)
            return
        painter.save()
        painter.translate(0, middle.y() - side / 2)
        painter.setPen(QPen(look.theme.pearl, look.stroke(1.5)))
        painter.setBrush(look.theme.lift)
        painter.drawPath(self._thumbnail)
        painter.restore()


def row_height(
    entry: IndexEntry, look: Look, language: str, width: float, tab: float = 0.0
) -> float:
    """How high a row of that width has to be, in pixels."""
    name, fact = (each.size.height() for each in _set_entry(entry, look, language, width, tab))
    if tab:
        return max(look.px(_LOW_ROW_U), look.target, name)
    return max(look.px(_ROW_U), look.target, name + fact + 2 * look.px(_PADDING_U))


def keeps_to_two_lines(entry: IndexEntry, look: Look, language: str, width: float) -> bool:
    """Whether the name takes no more lines in a row of that width."""
    return _name(entry, look, language, _room(look, width)).line_count <= _MOST_LINES


def tab_of(entries: Sequence[IndexEntry], look: Look, language: str, width: float) -> float:
    """Where in rows of that width facts can begin beside the names of all entries.

    In pixels from the names; 0 where the facts have to stand below the names.
    """
    names = (_name(entry, look, language, float("inf")).ink for entry in entries)
    tab = max(names, default=0.0) + look.px(_FACT_GAP_U)
    room = _room(look, width) - tab
    fits = (_fitting(entry, look, language, room) is not None for entry in entries)
    return tab if all(fits) else 0.0


def _room(look: Look, width: float) -> float:
    return width - look.px(_WORDS_X_U + _ARROW_REACH_U)


def _set_entry(
    entry: IndexEntry, look: Look, language: str, width: float, tab: float
) -> tuple[Setting, Setting]:
    """The name, in as many lines as it takes, and what stands below or beside it in one."""
    room = _room(look, width)
    shown = _fitting(entry, look, language, room - tab)
    if shown is None:
        fact = set_text(look, entry.kind, language=language, role="control", width=room - tab)
    else:
        _, fact = shown
    return _name(entry, look, language, room), fact


def _name(entry: IndexEntry, look: Look, language: str, width: float) -> Setting:
    spans = [Span(entry.name, weight=_NAME_WEIGHT)]
    return set_text(look, spans, language=language, role="body", width=width, balanced=True)


def _fitting(
    entry: IndexEntry, look: Look, language: str, room: float
) -> tuple[FactLine, Setting] | None:
    """The first fact that fits on a line."""
    for line in entry.facts:
        fact = set_text(look, line.spans, language=language, role="control")
        if fact.ink <= room:
            return line, fact
    return None


def thumbnail(outline: QPainterPath, size: QSizeF) -> QPainterPath:
    """An outline fitted into `size`, with no more points than can be seen there.

    Far islands are left out: they would make the rest too small to recognise.
    """
    # Outlines are those of the map, which stay; what is kept with a path keeps its id its own.
    key = id(outline), size.width(), size.height()
    kept = _thumbnails.pop(key, None) or (outline, _fitted(outline, size))
    if len(_thumbnails) >= _KEPT:
        _thumbnails.pop(next(iter(_thumbnails)))
    _thumbnails[key] = kept
    return kept[1]


def _fitted(outline: QPainterPath, size: QSizeF) -> QPainterPath:
    parts = [QPolygonF(polygon) for polygon in outline.toSubpathPolygons()]
    largest = max((_extent(part) for part in parts), default=0.0)
    parts = [part for part in parts if _extent(part) >= largest * _SMALL_PART]
    box = QRectF()
    for part in parts:
        box = box.united(part.boundingRect())
    if box.isEmpty():
        return QPainterPath()
    scale = min(size.width() / box.width(), size.height() / box.height())
    fitted = QTransform()
    fitted.translate(size.width() / 2, size.height() / 2)
    fitted.scale(scale, scale)
    fitted.translate(-box.center().x(), -box.center().y())
    path = QPainterPath()
    for part in parts:
        points: list[QPointF] = []
        for point in fitted.map(part).toList():
            if not points or (point - points[-1]).manhattanLength() >= 1.0:
                points.append(point)
        if len(points) > 2:
            path.addPolygon(QPolygonF(points))
            path.closeSubpath()
    return path


def _extent(part: QPolygonF) -> float:
    box = part.boundingRect()
    return box.width() * box.height()
