"""The comfort tray on the stage: it opens, follows what is chosen, and closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.journey.comfort import CONTRASTS
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.motion import Beat
from kiosk.screen.layout_inputs import Inputs
from kiosk.screen.slide import Slide
from kiosk.screen.tray.comfort_tray import ComfortTray
from kiosk.screen.way_out import STEP_UP_KEYS

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.stage_state import StageState


class StageTray(QObject):
    """Holds the tray, which is a child of the stage.

    Escape and Backspace close it and do nothing else; so does whatever leads to another place.
    """

    comfort_chosen = Signal(object)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._inputs = Inputs()
        self._look: Look | None = None
        self._arrangement: Arrangement | None = None
        self._state: StageState | None = None
        self._tray = ComfortTray(stage)
        self._slide = Slide(stage)
        self._tray.comfort_chosen.connect(self.comfort_chosen)
        self._tray.closed.connect(self.close)
        self._is_open = False

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The parts, the lowest first."""
        return (self._tray, self._slide)

    @property
    def is_open(self) -> bool:
        """Whether the tray covers the stage."""
        return self._is_open

    @property
    def is_on_its_way(self) -> bool:
        """Whether it slides in or out."""
        return self._slide.moving

    def arrange(self, look: Look, arrangement: Arrangement) -> None:
        """Fit in a window of another size, or in another look."""
        self._look, self._arrangement = look, arrangement

    def turn(self, state: StageState, *, by_keyboard: bool) -> None:
        """Open it, or close it where it is open."""
        if self._is_open:
            self.close()
            return
        if self._look is None:
            return
        self._is_open = True
        self._state = state
        self._show(state)
        self._stage.window().installEventFilter(self)
        # A picture that was open large has left the dock above everything.
        self._tray.raise_()
        look = self._look
        if look.motion.still or not self._stage.isVisible():
            self._tray.show()
        else:
            beat = Beat(look.motion.panel_in.duration, 0, 96)
            self._slide.bring(self._tray, beat, look, portrait=True)
        self._rise()
        if by_keyboard:
            self._tray.focus_first()

    def show_state(self, state: StageState) -> None:
        """Show what is chosen now; another place closes the tray."""
        if not self._is_open:
            return
        before, self._state = self._state, state
        if before is not None and before.place != state.place:
            self.close()
            return
        self._show(state)
        self._rise()

    def _rise(self) -> None:
        """Lie above whatever has come or slid over the stage in the meantime."""
        for widget in self.widgets:
            widget.raise_()

    def _show(self, state: StageState) -> None:
        look, arrangement = self._look, self._arrangement
        assert look is not None
        assert arrangement is not None
        usual = state.usual or state.comfort
        speaks = state.can_speak
        drawn_from = (state.words, look, arrangement, state.comfort, usual, speaks)
        if not self._inputs.are_new("tray", *drawn_from):
            return
        style = InterfaceStyle(look, state.words, state.language)
        first = state.comfort.as_at_first(usual)
        self._tray.show_comfort(
            state.comfort, first, style, _swatches(state), arrangement, can_speak=speaks
        )

    @Slot()
    def close(self) -> None:
        """Close it, and leave what was chosen."""
        if not self._is_open:
            return
        self._is_open = False
        self._inputs.forget("tray")
        self._stage.window().removeEventFilter(self)
        self._slide.stop()
        look = self._look
        if look is not None and self._stage.isVisible() and not look.motion.still:
            self._slide.dismiss(self._tray, look.motion.panel_out, look, portrait=True)
        self._tray.hide()

    def finish(self) -> None:
        """Have it in its place at once."""
        self._slide.stop()
        self._tray.setVisible(self._is_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            self._is_open
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in STEP_UP_KEYS
        ):
            self.close()
            return True
        return super().eventFilter(watched, event)


def _swatches(state: StageState) -> dict[str, tuple[QColor, QColor]]:
    """The ground and the ink of the panel in each contrast."""
    found = {}
    for contrast in CONTRASTS:
        theme = state.look.themed(state.theme_of(contrast)).theme
        found[contrast] = (theme.panel, theme.text)
    return found
