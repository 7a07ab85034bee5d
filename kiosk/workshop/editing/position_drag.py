"""Places are moved on the exhibit's map: their points, and where their names stand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.editing.edits import SetText, SetValue
from kiosk.exhibit.model.map_point import MapPoint
from kiosk.workshop.editing.map_handle import MapHandle
from kiosk.workshop.editing.pane_style import pane_font

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.screen.map.map_view import MapView
    from kiosk.screen.stage import Stage

_BESIDE_U = 110
"""A name that is let go so near to its point stands beside it; further away it is in a pill."""


class ShownStage(Protocol):
    """The widget on which the exhibit is shown smaller."""

    repainted: SignalInstance

    @property
    def scale(self) -> float:
        """The scale at which it is shown."""

    @property
    def shown(self) -> QRectF:
        """The rectangle of the exhibit in the widget."""


class PositionDrag(QObject):
    """Lays handles over the picture of the exhibit for the place whose form is open.

    Nothing snaps.  What is let go becomes edits of the place's file.
    """

    moved = Signal(object, str)
    """The edits, and under which name further ones are the same step of undo."""
    placed = Signal(object)
    """The spot for a new place was chosen: a MapPoint."""
    given_up = Signal()
    """No spot is wanted any more."""

    def __init__(self, picture: QWidget, shown: ShownStage, stage: Stage) -> None:
        """`picture` and `shown` are the same widget, over which the handles lie."""
        super().__init__(picture)
        self._shown, self._stage = shown, stage
        self._style: InterfaceStyle | None = None
        self._zone, self._file, self._name = "", "", ""
        self._is_awaited = False
        """Whether the handle of the place gets the keys as soon as it is seen."""
        self._stale: QPointF | None = None
        """Where the map still shows a place that has been moved."""
        self._trace = _Trace(picture)
        self.handles = {key: MapHandle(picture, key) for key in ("at", "name")}
        for handle in self.handles.values():
            handle.moved.connect(self._show_trace)
            handle.dropped.connect(self._drop)
            handle.left_alone.connect(self._trace.end)
        self.spot = _Spot(picture)
        self.spot.chosen.connect(self._choose_spot)
        self.spot.given_up.connect(self._give_up)
        shown.repainted.connect(self.follow)

    def show_place(self, zone: str, file: str, name: str, style: InterfaceStyle) -> None:
        """Let a place be moved; `name` is what it is called.  Without a zone nothing is."""
        if (zone, file) != (self._zone, self._file):
            self._stale = None
        self._zone, self._file, self._name, self._style = zone, file, name, style
        for key, handle in self.handles.items():
            handle.setAccessibleName(style.say(f"position_{key}", name=name))
            handle.setAccessibleDescription(style.say("position_hint"))
            said = style.say(f"position_{key}", name=name)
            handle.setToolTip(f"{said}\n{style.say('position_hint')}")
        self.follow()

    def take_hold(self) -> None:
        """Give the handle of the place the keys, once it is seen."""
        self._is_awaited = True
        self.follow()

    def ask_for_spot(self, style: InterfaceStyle) -> None:
        """Let somebody touch the map where a new place is to be."""
        self._style = style
        self.spot.begin(self._shown.shown.center(), style)

    @Slot()
    def follow(self) -> None:
        """Lie over the place where the map shows it at the moment."""
        for key, handle in self.handles.items():
            point = self._handle_point(key)
            if point is None or self._style is None:
                if not handle.is_moving:
                    handle.hide()
            elif key != "at" or not self._is_stale():
                handle.show_at(point, self._style.look, self._size(key))
                if key == "at" and self._is_awaited and self._is_home:
                    self._is_awaited = False
                    handle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _handle_point(self, key: str) -> QPointF | None:
        """Where a handle lies; None where what it moves is not seen."""
        view = self._map
        point = view.target_point(self._zone) if self._zone else None
        if point is not None and key == "name":
            area = self._name_area() if self._is_home else None
            point = None if area is None else area.center()
        if point is None or not QRectF(view.rect()).contains(point):
            return None
        on_stage = QPointF(view.mapTo(self._stage, point.toPoint()))
        below: QWidget | None = self._stage.childAt(on_stage.toPoint())
        is_seen = below is view or (below is not None and view.isAncestorOf(below))
        return self._on_picture(point) if is_seen else None

    def _name_area(self) -> QRectF | None:
        named = self._map.named_places() or []
        return next((rect for zone, rect in named if zone == self._zone), None)

    def _size(self, key: str) -> QSizeF | None:
        """How large on the picture is what a handle moves; None for a point."""
        area = self._name_area() if key == "name" else None
        return None if area is None else area.size() * self._shown.scale

    def _is_stale(self) -> bool:
        """Whether the map does not know yet that the place was moved."""
        now = self._map.target_point(self._zone)
        if self._stale is not None and now != self._stale:
            self._stale = None
        return self._stale is not None

    @property
    def _map(self) -> MapView:
        return self._stage.map_view

    @property
    def _is_home(self) -> bool:
        """Whether the map is at home: only there names stand where their places say."""
        goal = self._map.goal
        is_home = goal.place is None and not goal.whole_bay and goal.shading is None
        return is_home and not goal.view and not self._map.is_explored and self._map.at_rest

    def _on_picture(self, point: QPointF) -> QPointF:
        at = QPointF(self._map.mapTo(self._stage, QPointF(0, 0).toPoint())) + point
        return self._shown.shown.topLeft() + at * self._shown.scale

    def _on_map(self, point: QPointF) -> QPointF:
        """A point of the picture as one of the map's view."""
        on_stage = (point - self._shown.shown.topLeft()) / self._shown.scale
        return on_stage - QPointF(self._map.mapTo(self._stage, QPointF(0, 0).toPoint()))

    def units(self, point: QPointF) -> MapPoint:
        """A point of the picture in units of the drawing, as exact as the eye."""
        camera, on_map = self._map.camera, self._on_map(point)
        x, y = camera.to_map(on_map.x(), on_map.y())
        decimals = max(0, math.ceil(math.log10(2 * camera.scale * self._shown.scale)))
        return MapPoint(round(x, decimals), round(y, decimals))

    def _is_on_map(self, point: QPointF) -> bool:
        """Whether a point of the picture is within what is drawn."""
        world, at = self._stage.state.world, self.units(point)
        context = world.shapes.context
        drawn = world.view_box if context is None else context.controlPointRect()
        return drawn.united(world.view_box).contains(at.x, at.y)

    def _offset(self, point: QPointF) -> tuple[float, float]:
        """How far a point of the picture is from the place, in u."""
        origin = self._map.target_point(self._zone) or QPointF()
        away = (self._on_map(point) - origin) / self._stage.state.look.u
        return away.x(), away.y()

    @Slot(QPointF)
    def _show_trace(self, point: QPointF) -> None:
        handle = self.sender()
        assert isinstance(handle, MapHandle)
        start = self._handle_point(handle.key)
        if self._style is not None and start is not None:
            words = self.units(point).written if handle.key == "at" else self._side_words(point)
            self._trace.show_way(start, point, words.strip("[]"), self._style)
            handle.setAccessibleDescription(words.strip("[]"))

    def _side_words(self, point: QPointF) -> str:
        x, y = self._offset(point)
        return _side(x, y) if math.hypot(x, y) < _BESIDE_U else f"{round(x)}, {round(y)}"

    @Slot(QPointF)
    def _drop(self, point: QPointF) -> None:
        handle = self.sender()
        assert isinstance(handle, MapHandle)
        self._trace.end()
        joins = f"{self._file}:{handle.key}"
        if handle.key == "at" and not self._is_on_map(point):
            # Beside the drawing nothing could be touched.
            self.follow()
            return
        if handle.key == "at":
            self._stale = self._map.target_point(self._zone)
            at = self.units(point)
            value = [f"{at.x:.10g}", f"{at.y:.10g}"]
            self.moved.emit([SetValue(self._file, ("map", "at"), value)], joins)
            return
        x, y = self._offset(point)
        if math.hypot(x, y) < _BESIDE_U:
            side = SetText(self._file, ("map", "label_at"), _side(x, y))
            self.moved.emit([SetValue(self._file, ("map", "chip"), []), side], joins)
        else:
            chip = [str(round(x)), str(round(y))]
            self.moved.emit([SetValue(self._file, ("map", "chip"), chip)], joins)

    @Slot(QPointF)
    def _choose_spot(self, point: QPointF) -> None:
        if self._shown.shown.contains(point) and self._is_on_map(point):
            self.spot.hide()
            self.placed.emit(self.units(point))

    @Slot()
    def _give_up(self) -> None:
        self.spot.hide()
        self.given_up.emit()


def _side(x: float, y: float) -> str:
    """On which side of its point a name stands that was let go there."""
    if abs(x) >= abs(y):
        return "right" if x >= 0 else "left"
    return "below" if y >= 0 else "above"


class _Trace(QWidget):
    """The way of a handle from where it was, and where it is by now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._way = (QPointF(), QPointF())
        self._words = ""
        self._style: InterfaceStyle | None = None
        self.hide()

    def show_way(self, start: QPointF, end: QPointF, words: str, style: InterfaceStyle) -> None:
        """Draw a line from one point to another, with words beside its end."""
        self._way, self._words, self._style = (start, end), words, style
        self.setGeometry(self._over.rect())
        self.show()
        self.update()

    @Slot()
    def end(self) -> None:
        """Draw nothing any more."""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        theme, (start, end) = self._style.look.theme, self._way
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent_text, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(start, end)
        painter.setFont(pane_font(self._style.look, self._style.language))
        box = painter.fontMetrics().boundingRect(self._words).adjusted(-6, -3, 6, 3)
        box.moveTopLeft((end + QPointF(18, 12)).toPoint())
        box.moveRight(min(box.right(), self.width() - 4))
        painter.fillRect(box, theme.panel)
        painter.setPen(theme.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)


class _Spot(QWidget):
    """Waits over the picture for the spot of a new place: a click, or arrow keys and Enter."""

    chosen = Signal(QPointF)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: InterfaceStyle | None = None
        self._over = parent
        self._cross = MapHandle(self, "at")
        self._cross.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cross.dropped.connect(self.chosen)
        self.setFocusProxy(self._cross)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hide()

    def begin(self, middle: QPointF, style: InterfaceStyle) -> None:
        """Wait for a spot; by keys somebody begins in the middle."""
        self._style = style
        self.setGeometry(self._over.rect())
        words = style.say("position_spot")
        self.setAccessibleName(words)
        self._cross.setAccessibleName(words)
        self._cross.setAccessibleDescription(style.say("position_hint"))
        self.show()
        self.raise_()
        self._cross.show_at(middle, style.look)
        self._cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._cross.at)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        theme = self._style.look.theme
        painter = QPainter(self)
        veil = QColor(theme.ground)
        veil.setAlphaF(0.25)
        painter.fillRect(self.rect(), veil)
        painter.setFont(pane_font(self._style.look, self._style.language))
        words = self._style.say("position_spot")
        box = painter.fontMetrics().boundingRect(words).adjusted(-12, -8, 12, 8)
        box.moveCenter(self.rect().center())
        box.moveTop(12)
        painter.fillRect(box, theme.panel)
        painter.setPen(theme.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
