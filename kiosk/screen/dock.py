"""The dock: the way to the map, the languages, the list, the comfort tray, and the whole bay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.languages.language import language as language_of
from kiosk.screen.control.button import Button
from kiosk.screen.control.segments import Segment, SegmentBar

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

_GAP_U = 16
_OVER_U = 96
"""So far the dock may reach into the edge of what stands beside it: its contents begin there."""


@dataclass(frozen=True)
class DockState:
    """What the dock's controls offer: the languages, and where the visitor is."""

    languages: tuple[str, ...]
    at_home: bool = False
    listing: bool = False
    """Whether the list is open."""
    has_bay: bool = False
    """Whether the exhibit tells of the bay as a whole."""
    has_layers: bool = False
    """Whether the map home offers data layers."""
    choosing: bool = False
    """Whether a data layer lies on the map, or one is being chosen."""
    is_eased: bool = False
    """Whether the visitor has made the exhibit easier to use."""
    reads: bool = False
    """Whether the screen is read aloud."""
    is_paused: bool = False
    """Whether that waits."""
    origin: str = ""
    """The title of the data layer or search to which the way back leads; empty if it leads home."""
    way_back: str = ""
    """What the way back is called for those who hear it."""


class Dock(QObject):
    """Holds the dock's controls, which are children of the stage."""

    map_touched = Signal()
    language_chosen = Signal(str)
    list_touched = Signal()
    bay_touched = Signal()
    layers_touched = Signal()
    comfort_touched = Signal()
    pause_touched = Signal()
    again_touched = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._map = Button(stage, key="map", icon="arrow-left")
        self._languages = SegmentBar(stage)
        self._map.clicked.connect(self.map_touched)
        self._list = Button(stage, key="list", icon="list")
        self._list.setCheckable(True)
        self._languages.chosen.connect(self.language_chosen)
        self._list.clicked.connect(self.list_touched)
        self._layers = Button(stage, key="layers", icon="layers")
        self._layers.setCheckable(True)
        self._layers.clicked.connect(self.layers_touched)
        self._comfort = Button(stage, key="comfort", icon="accessibility")
        self._comfort.setCheckable(True)
        self._comfort.clicked.connect(self.comfort_touched)
        self._pause = Button(stage, key="pause", icon="pause")
        self._pause.clicked.connect(self.pause_touched)
        self._again = Button(stage, key="again", icon="rotate-ccw")
        self._again.clicked.connect(self.again_touched)
        self._bay = Button(stage, key="bay", icon="arrow-right", icon_last=True)
        self._bay.clicked.connect(self.bay_touched)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The controls in the order of the keyboard."""
        speech = (self._pause, self._again)
        near = (self._map, self._languages, self._layers, self._list, self._comfort)
        return (*near, *speech, self._bay)

    def show_controls(
        self, style: InterfaceStyle, state: DockState, at: QPointF, room: float
    ) -> None:
        """Set the controls in a row that begins at `at` and is at most `room` wide, in pixels.

        Where it would be wider, the list drops its word; then the whole bay is left out, to which
        the title and the list lead as well, and the layers and the way to the map drop theirs.
        """
        look, language = style.look, style.language
        self._map.setVisible(not state.at_home)
        self._bay.show_words(look, style.say("whole_bay"), language=language)
        segments = [
            Segment(tag, language_of(tag).drawn, tag, language_of(tag).name)
            for tag in state.languages
        ]
        self._languages.setAccessibleName(style.say("choose_language"))
        self._languages.setVisible(len(segments) > 1)
        self._languages.show_segments(look, segments, current=language)
        listed, layered = style.say("list"), style.say("layers")
        mapped, back = state.origin or style.say("map"), state.way_back
        self._comfort.show_words(look, "", language=language, name=style.say("comfort"))
        self._comfort.show()
        self._show_speech(style, state)
        has_bay = state.has_bay and state.at_home
        self._layers.setVisible(state.has_layers)
        self._layers.setChecked(state.choosing)
        for shows_bay, map_words, layer_words, list_words in (
            (has_bay, mapped, layered, listed),
            (has_bay, mapped, layered, ""),
            (False, mapped, layered, listed),
            (False, mapped, layered, ""),
            (False, mapped, "", ""),
            (False, "", "", ""),
        ):
            self._bay.setVisible(shows_bay)
            self._layers.show_words(
                look, layer_words, language=language, name=style.say("choose_layer")
            )
            self._map.show_words(look, map_words, language=language, name=back)
            self._list.show_words(look, list_words, language=language, name=style.say("all_places"))
            self._list.show()
            end = self._place_in_row(at, look.px(_GAP_U))
            if end <= at.x() + room:
                break
        if end > at.x() + room and state.reads:
            # Pause is needed at once; to have it said again can wait for a screen with more room.
            self._again.hide()
            end = self._place_in_row(at, look.px(_GAP_U))
        # In a square window not even that has room, and the map home has the list as well.
        if end > at.x() + room + look.px(_OVER_U) and not (state.at_home or state.listing):
            self._list.hide()
            self._place_in_row(at, look.px(_GAP_U))
        self._list.setChecked(state.listing)
        self._comfort.setChecked(state.is_eased)

    def _show_speech(self, style: InterfaceStyle, state: DockState) -> None:
        """Show the buttons for what is read aloud, while anything is."""
        paused = style.say("speech_go_on" if state.is_paused else "speech_pause")
        self._pause.show_icon("play" if state.is_paused else "pause")
        for control, name in ((self._pause, paused), (self._again, style.say("speech_again"))):
            control.show_words(style.look, "", language=style.language, name=name)
            control.setVisible(state.reads)

    def _place_in_row(self, at: QPointF, gap: float) -> float:
        """Place what is shown, the list and what makes it easier; return where the row ends."""
        x = at.x()
        for control in (self._map, self._languages, self._layers):
            if not control.isHidden():
                control.place_drawn(x, at.y())
                x += control.drawn_width + gap
        for control in (self._list, self._comfort, self._pause, self._again):
            if not control.isHidden():
                control.place_drawn(x, at.y())
                x += control.drawn_width + gap
        x -= gap
        if not self._bay.isHidden():
            self._bay.place_drawn(x + gap, at.y())
            x += gap + self._bay.drawn_width
        return x

    def covered(self) -> list[QRectF]:
        """What the dock covers of the stage."""
        return [widget.geometry().toRectF() for widget in self.widgets if not widget.isHidden()]
