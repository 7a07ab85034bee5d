"""The touch map: it glides to places, lights them, and says what was touched."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.geography.camera import Camera, interpolate
from kiosk.geography.hit_index import AREA, HitIndex, Target
from kiosk.look.motion import ease
from kiosk.screen.focus_ring import draw_focus_ring
from kiosk.screen.map.map_cameras import home_camera, place_camera, region_camera
from kiosk.screen.map.map_glide import Layer, MapGlide
from kiosk.screen.map.map_lettering import (
    PILL_HEIGHT_U,
    Chip,
    Lettering,
    View,
    draw_chips,
    draw_leaders,
    draw_names,
    letter,
)
from kiosk.screen.map.map_marker import MarkerState, draw_marker, marker_reach
from kiosk.screen.map.map_rasters import MapRasters, Raster, RasterKey, draw_raster
from kiosk.screen.map.map_stamp import Stamp
from kiosk.screen.map.map_targets import MapTarget

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtGui import QResizeEvent

    from kiosk.look.look import Look
    from kiosk.screen.control import Control
    from kiosk.screen.map.map_world import MapPlace, MapWorld

_RASTER_LIMIT_BYTES = 32 * 1024 * 1024
_HOME_MARGIN = 0.1
_DRAG_U = 24
"""A finger that has moved farther than this no longer taps."""
_BREATH_MS = 40
_ASK_MS = 20
"""The raster's drawing competes with the panel's first painting: it begins a moment later."""
_PLACE_MS = 150
_LETTERINGS_KEPT = 40
_SOURCE_GONE = 0.5
_TARGET_COMES = 0.45


@dataclass(frozen=True)
class Goal:
    """What the map shows: home (no place), one place, or the whole bay beside its panel.

    `free` is the part of the window that nothing covers; `obstacles` are what names keep off, and
    so they do of the thread to `thread_end`.
    """

    place: str | None
    whole_bay: bool
    free: QRectF
    obstacles: tuple[QRectF, ...] = ()
    thread_end: QPointF | None = None


class MapView(QWidget):
    """Fills the window with the map.  Widgets may cover parts of it; `Goal.free` is the rest."""

    place_touched = Signal(str)
    water_touched = Signal()
    painted = Signal()
    """The first picture has been painted."""
    settled = Signal()
    """The map has come to rest."""

    def __init__(self, parent: QWidget, look: Look, world: MapWorld) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = look
        self._world = world
        self._language = "en"
        self._name_target: Callable[[str], str] = str
        self._goal = Goal(None, False, QRectF())
        self._camera = Camera(0, 0, 1)
        self._from = self._to = self._camera
        self._source: RasterKey | None = None
        self._rasters = MapRasters(_RASTER_LIMIT_BYTES, self)
        self._rasters.ready.connect(self._raster_came)
        self._draft: Raster | None = None
        self._frames = MapGlide()
        self._lettering = Lettering()
        self._letterings: dict[Hashable, Lettering] = {}
        self._leaving = Lettering()
        self._leaving_camera = self._camera
        self._areas = HitIndex(())
        self._pressed: str | None = None
        self._press_at: QPointF | None = None
        self._progress = 1.0
        self._has_painted = False
        self._breath = 0.0
        self._targets: dict[str, MapTarget] = {}
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(ease("standard"))
        self._motion.valueChanged.connect(self._glide_to)
        self._motion.finished.connect(self._rest)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self._ask_for_goal)
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.setInterval(_PLACE_MS)
        self._placing.timeout.connect(self._place_targets)
        self._markers: dict[tuple[str, MarkerState], Stamp] = {}
        self._breathing = QTimer(self)
        self._breathing.setInterval(_BREATH_MS)
        self._breathing.timeout.connect(self._breathe)
        self.set_world(world)

    def set_world(self, world: MapWorld) -> None:
        """Show other outlines or other places."""
        self._world = world
        self._areas = HitIndex(
            Target(place.landmark.id, AREA, place.outline)
            for place in world.places
            if place.outline is not None
        )
        self._start_again()

    def cover(self, look: Look, size: QSize, goal: Goal) -> None:
        """Fill a window of that size in that look, and stand at a goal at once."""
        same = _drawn_alike(look, self._look) and size == self.size()
        self._look, self._goal = look, goal
        if size != self.size():
            self.resize(size)
        elif not same:
            self._start_again()
        else:
            self._letter()
            self.update()

    def set_language(self, language: str, name_target: Callable[[str], str]) -> None:
        """Write names in another language; `name_target` says a place's full accessible name."""
        self._language = language
        self._name_target = name_target
        self._letter()
        self.update()

    def show_goal(self, goal: Goal) -> None:
        """Glide there, from wherever the map is at the moment."""
        if goal == self._goal and self._progress >= 1:
            return
        moving = goal.place != self._goal.place or goal.whole_bay != self._goal.whole_bay
        self._leaving, self._leaving_camera = self._lettering, self._camera
        self._source = self._key(self._to, self._lit())
        self._goal = goal
        self._from, self._to = self._camera, self._goal_camera()
        self._pressed = None
        self._asking.start()
        self._letter()
        self._motion.stop()
        if self._look.motion.still or not moving or not self.isVisible():
            self._camera = self._to
            self._rest()
            return
        self._progress = 0.0
        self._breathing.stop()
        self._motion.setDuration(self._look.motion.glide.duration)
        self._motion.start()

    @Slot()
    def _ask_for_goal(self) -> None:
        self._request(self._key(self._to, self._lit()))
        self._request(self._home_key())

    def finish(self) -> None:
        """Be at rest at once, with a sharp picture."""
        self._motion.stop()
        self._camera = self._to
        self._asking.stop()
        self._drawn_now(self._key(self._to, self._lit()))
        self._rest()
        self._placing.stop()
        self._place_targets()

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves and the picture is the sharp one."""
        key = self._key(self._to, self._lit())
        return self._progress >= 1 and self._rasters.get(key) is not None

    def chosen_point(self) -> QPointF | None:
        """Where the open place's marker will stand when the map rests; None without one."""
        place = self._world.place(self._goal.place or "")
        if place is None:
            return None
        return QPointF(*self._to.to_screen(place.point.x(), place.point.y()))

    def place_at(self, point: QPointF) -> str | None:
        """The place that a touch there means: chip, then marker, then outline."""
        if self._progress >= 1:
            reach = (self._look.target - self._look.px(PILL_HEIGHT_U)) / 2
            reach = max(reach, self._look.px(72 - PILL_HEIGHT_U) / 2)
            chip = self._lettering.chip_at(point.x(), point.y(), reach)
            if chip is not None:
                return chip
        radius = max(
            self._look.px(self._look.tokens["map"]["hit_radius"]["marker"]), self._look.target / 2
        )
        nearest, nearest_distance = None, radius
        for place in self._world.places:
            if place.landmark.id not in self._lettering.marked:
                continue
            x, y = self._camera.to_screen(place.point.x(), place.point.y())
            distance = math.hypot(point.x() - x, point.y() - y)
            if distance <= nearest_distance:
                nearest, nearest_distance = place.landmark.id, distance
        if nearest is not None:
            return nearest
        return self._areas.hit(QPointF(*self._camera.to_map(point.x(), point.y())))

    def controls(self) -> list[Control]:
        """The places that can be reached, from west to east."""
        if self._placing.isActive():
            self._placing.stop()
            self._place_targets()
        places = sorted(self._world.places, key=_west_to_east)
        targets = (self._targets.get(place.landmark.id) for place in places)
        return [target for target in targets if target is not None and not target.isHidden()]

    def target_point(self, landmark_id: str) -> QPointF | None:
        """Where on the view a place can be touched at the moment; for tests and laser pointers."""
        place = self._world.place(landmark_id)
        if place is None:
            return None
        return QPointF(*self._camera.to_screen(place.point.x(), place.point.y()))

    def _goal_camera(self) -> Camera:
        if self._goal.whole_bay:
            return region_camera(self._look, self._world, self._goal.free)
        place = self._world.place(self._goal.place or "")
        if place is None:
            return home_camera(self._look, QSizeF(self.size()))
        return place_camera(self._look, place, self._goal.free)

    def _lit(self) -> frozenset[str]:
        place = self._world.place(self._goal.place or "")
        return frozenset() if place is None else place.lit

    def _key(self, camera: Camera, lit: frozenset[str]) -> RasterKey:
        width, height = self.width(), self.height()
        return RasterKey(camera, 0, 0, width, height, self._look.theme.name, lit)

    def _home_key(self) -> RasterKey:
        """The home raster reaches beyond the view, so that a glide never shows its edge."""
        width, height = self.width(), self.height()
        left, top = round(width * _HOME_MARGIN), round(height * _HOME_MARGIN)
        camera = home_camera(self._look, QSizeF(self.size()))
        return RasterKey(
            camera,
            -left,
            -top,
            width + 2 * left,
            height + 2 * top,
            self._look.theme.name,
            frozenset(),
        )

    def _request(self, key: RasterKey) -> None:
        self._rasters.ask(key, self._world.shapes, self._look)

    def _drawn_now(self, key: RasterKey) -> Raster:
        raster = self._rasters.get(key)
        if raster is None:
            raster = draw_raster(key, self._world.shapes, self._look)
            self._rasters.put(raster)
        return raster

    def _start_again(self) -> None:
        self._rasters.forget_all()
        self._letterings.clear()
        self._markers.clear()
        self._frames.resize(self.size())
        if self.width() <= 0 or self.height() <= 0:
            return
        home = self._home_key()
        self._rasters.pin(home)
        self._motion.stop()
        self._camera = self._from = self._to = self._goal_camera()
        self._source = None
        draft = self._key(home.camera, frozenset())
        if self._draft is None or self._draft.key != draft:
            shapes = replace(self._world.shapes, waterlines=())
            self._draft = draw_raster(draft, shapes, self._look)
        self._asking.start()
        self._letter()
        self._rest()

    @Slot(object)
    def _glide_to(self, value: float) -> None:
        self._progress = float(value)
        self._camera = interpolate(self._from, self._to, self._progress)
        self.update()

    @Slot()
    def _rest(self) -> None:
        self._progress = 1.0
        self._leaving = Lettering()
        self._camera = self._to
        self._placing.start()
        if self._goal.place is not None and not self._look.motion.still and self.isVisible():
            self._breathing.start()
        else:
            self._breathing.stop()
        self.update()
        self.settled.emit()

    @Slot()
    def _breathe(self) -> None:
        period = self._look.motion.marker_breath / _BREATH_MS
        self._breath = (self._breath + 1) % period
        point = self.chosen_point()
        if point is not None:
            reach = marker_reach(self._look)
            rect = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
            self.update(rect.toAlignedRect())

    @Slot()
    def _say_painted(self) -> None:
        self.painted.emit()

    @Slot(object)
    def _raster_came(self, key: RasterKey) -> None:
        if key == self._home_key():
            self._draft = None
        if self._progress >= 1 and key in (self._key(self._to, self._lit()), self._home_key()):
            self.update()

    def _letter(self) -> None:
        if self.width() <= 0 or self._goal.free.isEmpty():
            return
        view = View(
            camera=self._to,
            area=self._goal.free,
            obstacles=(*self._goal.obstacles, *self._goal_thread()),
            language=self._language,
            chosen=self._goal.place or ("*" if self._goal.whole_bay else None),
            lit=self._lit(),
        )
        kept = self._letterings.get(view.key)
        if kept is None:
            kept = letter(self._world, self._look, view)
            self._letterings[view.key] = kept
            while len(self._letterings) > _LETTERINGS_KEPT:
                self._letterings.pop(next(iter(self._letterings)))
        self._lettering = kept

    def _goal_thread(self) -> tuple[QRectF, ...]:
        """Names keep off the way of the thread: up at 45 degrees, then level to the panel."""
        point = self.chosen_point()
        end = self._goal.thread_end
        if point is None or end is None:
            return ()
        reach = self._look.px(14)
        steps = 24
        elbow = QPointF(point.x() + point.y() - end.y(), end.y())
        way = [point + (elbow - point) * (step / steps) for step in range(steps + 1)]
        rects = [QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach) for at in way]
        level = QRectF(elbow, end).normalized().adjusted(0, -reach, 0, reach)
        return (*rects, level)

    def _build_targets(self) -> None:
        wanted = {place.landmark.id for place in self._world.places}
        for gone in set(self._targets) - wanted:
            self._targets.pop(gone).deleteLater()
        for place in self._world.places:
            if place.landmark.id not in self._targets:
                target = MapTarget(self, place.landmark.id)
                target.chosen.connect(self.place_touched)
                target.focused.connect(self.update)
                self._targets[place.landmark.id] = target

    def _place_targets(self) -> None:
        self._build_targets()
        for place in self._world.places:
            target = self._targets[place.landmark.id]
            rect = self._target_rect(place)
            has_place = place.outline is not None or place.landmark.id in self._lettering.marked
            visible = has_place and self._goal.free.contains(rect.center())
            target.setVisible(visible)
            name = place.landmark.label.words_in(self._language)
            target.cover(rect, name, self._name_target(place.landmark.id))

    def _target_rect(self, place: MapPlace) -> QRectF:
        for chip in self._lettering.chips:
            if chip.place == place.landmark.id:
                return chip.rect
        x, y = self._camera.to_screen(place.point.x(), place.point.y())
        reach = max(self._look.px(36), self._look.target / 2)
        return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)

    def _layers(self) -> tuple[Layer, ...]:
        layers = []
        if self._source is not None and (source := self._rasters.get(self._source)):
            opacity = 1 - self._progress / _SOURCE_GONE
            layers.append(Layer(source, max(0.0, opacity)))
        if target := self._rasters.get(self._key(self._to, self._lit())):
            opacity = (self._progress - _TARGET_COMES) / (1 - _TARGET_COMES)
            layers.append(Layer(target, min(1.0, max(0.0, opacity))))
        return tuple(layers)

    def _paint_ground(self, painter: QPainter, rect: QRect) -> None:
        if self._progress >= 1:
            raster = self._rasters.get(self._key(self._to, self._lit()))
            if raster is not None:
                painter.drawImage(rect, raster.image, rect)
                return
        home = self._rasters.get(self._home_key()) or self._draft
        if home is None:
            painter.fillRect(rect, self._look.theme.sea0)
            return
        self._frames.paint(
            painter,
            camera=self._camera,
            home=home,
            layers=self._layers(),
            sea=self._look.theme.sea0,
            target=self.rect(),
        )

    def _paint_pressed(self, painter: QPainter) -> None:
        place = self._world.place(self._pressed or "")
        if place is None or place.outline is None or place.glyph in ("pearl", "diamond"):
            return
        painter.save()
        painter.setTransform(self._camera.transform(), True)
        painter.setBrush(self._look.theme.pressed)
        painter.setPen(QPen(self._look.theme.pearl, self._look.stroke(2) / self._camera.scale))
        painter.setOpacity(0.75)
        painter.drawPath(place.outline)
        painter.restore()

    def _paint_markers(self, painter: QPainter) -> None:
        dimmed = self._goal.place is not None
        chosen: MapPlace | None = None
        for place in self._world.places:
            if place.landmark.id == self._goal.place:
                chosen = place
                continue
            if place.landmark.id not in self._lettering.marked:
                continue
            state = MarkerState.DIMMED if dimmed else MarkerState.IDLE
            if place.landmark.id == self._pressed:
                state = MarkerState.PRESSED
            x, y = self._camera.to_screen(place.point.x(), place.point.y())
            self._put_marker(painter, place.glyph, state, x, y)
        if chosen is not None:
            at = QPointF(*self._camera.to_screen(chosen.point.x(), chosen.point.y()))
            period = self._look.motion.marker_breath / _BREATH_MS
            swell = (1 - math.cos(2 * math.pi * self._breath / period)) / 2
            draw_marker(painter, self._look, chosen.glyph, at, MarkerState.CHOSEN, breath=swell)

    def _put_marker(
        self, painter: QPainter, glyph: str, state: MarkerState, x: float, y: float
    ) -> None:
        """Copy a marker that was drawn once: a moving map has a dozen in every frame."""
        reach = marker_reach(self._look)
        if (glyph, state) not in self._markers:
            look = self._look

            def draw(own: QPainter, area: QRectF) -> None:
                draw_marker(own, look, glyph, QPointF(reach, reach), state)

            side = math.ceil(2 * reach)
            self._markers[glyph, state] = Stamp(QSize(side, side), draw)
        self._markers[glyph, state].put(painter, x - reach, y - reach)

    def _paint_lettering(self, painter: QPainter) -> None:
        if self._progress >= 1:
            self._paint_names(painter, self._lettering, self._to, 1.0)
            return
        out = self._look.motion.label_out / self._look.motion.glide.duration
        leaving = max(0.0, 1 - self._progress / out)
        coming = max(0.0, (self._progress - (1 - out)) / out)
        if leaving > 0:
            self._paint_names(painter, self._leaving, self._leaving_camera, leaving)
        if coming > 0:
            self._paint_names(painter, self._lettering, self._to, coming)

    def _paint_names(
        self, painter: QPainter, lettering: Lettering, rested: Camera, opacity: float
    ) -> None:
        if self._camera != rested:
            lettering = _carried(lettering, rested, self._camera)
        draw_leaders(painter, self._look, lettering.chips, opacity)
        draw_names(painter, self._look, lettering, opacity)
        draw_chips(painter, self._look, lettering.chips, self._pressed, opacity)

    def _press(self, at: QPointF) -> None:
        self._press_at = at
        self._pressed = self.place_at(at)
        self.update()

    def _drag(self, at: QPointF) -> None:
        if self._press_at is None:
            return
        moved = at - self._press_at
        if math.hypot(moved.x(), moved.y()) > self._look.px(_DRAG_U):
            self._let_go()

    def _release(self, at: QPointF) -> None:
        if self._press_at is None:
            return
        place = self._pressed
        self._let_go()
        if place is not None:
            self.place_touched.emit(place)
        else:
            self.water_touched.emit()

    def _let_go(self) -> None:
        self._press_at = None
        self._pressed = None
        self.update()

    def _touch(self, event: QTouchEvent) -> bool:
        points = event.points()
        kind = event.type()
        if kind == QEvent.Type.TouchCancel or not points:
            self._let_go()
        elif kind == QEvent.Type.TouchBegin:
            self._press(points[0].position())
        elif kind == QEvent.Type.TouchUpdate:
            if len(points) > 1:
                self._let_go()
            else:
                self._drag(points[0].position())
        elif kind == QEvent.Type.TouchEnd:
            self._release(points[0].position())
        event.accept()
        return True

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            return self._touch(event)
        if event.type() == QEvent.Type.ContextMenu:
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._release(event.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._start_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter, event.rect())
        self._paint_pressed(painter)
        self._paint_lettering(painter)
        self._paint_markers(painter)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._say_painted)
        for target in self._targets.values():
            if target.hasFocus():
                rect = QRectF(target.geometry())
                radius = min(rect.width(), rect.height()) / 2
                draw_focus_ring(painter, self._look, rect, radius)


def _drawn_alike(one: Look, other: Look) -> bool:
    """Whether two looks give the same map."""
    return one.u == other.u and one.millimetre == other.millimetre and one.theme is other.theme


def _west_to_east(place: MapPlace) -> float:
    return place.point.x()


def _carried(lettering: Lettering, rested: Camera, camera: Camera) -> Lettering:
    """The names of a resting view, carried along with the moving map."""

    def carry(rect: QRectF) -> QRectF:
        moved = QRectF(rect)
        centre = rect.center()
        moved.moveCenter(QPointF(*camera.to_screen(*rested.to_map(centre.x(), centre.y()))))
        return moved

    def carry_chip(chip: Chip) -> Chip:
        leader = tuple(
            QPointF(*camera.to_screen(*rested.to_map(point.x(), point.y())))
            for point in chip.leader
        )
        return replace(chip, rect=carry(chip.rect), leader=leader)

    return Lettering(
        names=tuple(replace(name, rect=carry(name.rect)) for name in lettering.names),
        chips=tuple(carry_chip(chip) for chip in lettering.chips),
    )
