"""The controls that always lie over the map: the dock at the foot, and the buttons that zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from kiosk.exhibit.place import BOARDS, LIST
from kiosk.look.interface_style import InterfaceStyle
from kiosk.screen.control.zoom_buttons import ZoomButtons
from kiosk.screen.dock import Dock, DockState
from kiosk.screen.layout_inputs import Inputs
from kiosk.screen.map.shade_legend import LEGEND_ROOM_U

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.home.home_layer import HomeLayer
    from kiosk.screen.layer.data_layers import DataLayers
    from kiosk.screen.stage_state import StageState

_DOCK_GAP_U = 24


class Around(NamedTuple):
    """What the controls stand between."""

    look: Look
    arrangement: Arrangement
    home: HomeLayer
    data: DataLayers
    has_picture: bool
    """Whether a picture covers the map."""
    has_legend: bool
    """Whether the open panel has a legend at the foot of the map."""


class StageControls:
    """Shows the dock and the buttons that zoom where a state has them."""

    def __init__(self, stage: QWidget) -> None:
        self._stage = stage
        self._inputs = Inputs()
        self.dock = Dock(stage)
        self.zoom = ZoomButtons(stage)

    def covered(self) -> Sequence[QRectF]:
        """What they cover of the map."""
        return (*self.dock.covered(), *self.zoom.covered())

    def show(self, state: StageState, around: Around) -> None:
        """Lay out what this state makes different."""
        self._show_dock(state, around)
        self._show_zoom(state, around)

    def _show_dock(self, state: StageState, around: Around) -> None:
        look, arrangement = around.look, around.arrangement
        at_home, listing = state.place.is_home and not state.place.layer, state.place.screen == LIST
        has_layers = state.cover.has_layers and state.place.is_home
        choosing = bool(state.place.layer) or around.data.menu_is_open
        room = self._dock_room(state, around)
        has_bay = state.exhibit is None or state.exhibit.region is not None
        origin = "" if state.place.is_home else state.origin_title
        usual = state.usual
        is_eased = usual is not None and state.comfort.as_at_first(usual) != state.comfort
        reads = state.comfort.aloud and state.can_speak
        offers = (has_bay, has_layers, choosing, room, is_eased, reads, state.is_paused)
        back = (origin, state.way_back)
        drawn_from = (state.words, state.cover, look, arrangement, *offers, back)
        if self._inputs.are_new("dock", *drawn_from, state.language, at_home, listing):
            style = InterfaceStyle(look, state.words, state.language)
            shown = DockState(
                state.cover.languages,
                at_home,
                listing,
                has_bay,
                has_layers,
                choosing,
                is_eased,
                reads,
                state.is_paused,
                *back,
            )
            self.dock.show_controls(style, shown, arrangement.dock, room)

    def _show_zoom(self, state: StageState, around: Around) -> None:
        """Show the map's buttons where the map is seen, and low enough for everybody's hands."""
        look, arrangement = around.look, around.arrangement
        is_open = bool(state.zone) or around.data.is_open
        is_covered = around.has_picture or (bool(state.zone) and arrangement.portrait)
        area = QRectF(arrangement.free if is_open else arrangement.window)
        off = self.dock.covered() + ([] if is_open else around.home.covered())
        if around.data.is_open:
            area = around.data.zoom_area
            off += around.data.covered()
        if around.has_legend:
            area.setBottom(area.bottom() - look.px(LEGEND_ROOM_U))
        if not arrangement.band.isEmpty():
            area = _zoom_in_reach(state, around)
        if state.place.screen in BOARDS or is_covered or area.isEmpty():
            self.zoom.hide()
            self._inputs.forget("zoom")
            return
        menu = QRectF(around.data.menu_area)
        where = (area.getRect(), *(each.getRect() for each in (*off, menu)))
        if self._inputs.are_new("zoom", state.words, look, arrangement, state.language, where):
            self.zoom.show_buttons(InterfaceStyle(look, state.words, state.language), area, off)
            if any(map(menu.intersects, self.zoom.covered())):
                # They would be cut, and they move for nothing.
                self.zoom.hide()

    def _dock_room(self, state: StageState, around: Around) -> float:
        """How wide the dock may be: it ends before a panel beside it, or before the legend."""
        look, arrangement = around.look, around.arrangement
        right = float(self._stage.width())
        if not arrangement.portrait and state.zone:
            right = arrangement.panel.left()
        elif not arrangement.portrait and around.data.is_open:
            right = around.data.panel_left
        elif not arrangement.portrait and state.place.is_home:
            right = min(each.left() for each in around.home.covered())
        return right - look.px(_DOCK_GAP_U) - arrangement.dock.x()


def _zoom_in_reach(state: StageState, around: Around) -> QRectF:
    """At whose lower right the buttons that zoom stand in reach mode: beside the places."""
    arrangement = around.arrangement
    area = QRectF(arrangement.band)
    area.setBottom(arrangement.dock.y())
    if around.data.is_open:
        area.setRight(min(area.right(), around.data.zoom_area.right()))
    elif state.zone and not arrangement.portrait:
        area.setRight(arrangement.panel.left())
    return area
