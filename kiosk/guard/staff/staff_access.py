"""Locked mode: nobody gets out of the exhibit but staff, by a hidden corner and a PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.guard.occupancy import Occupant
from kiosk.guard.staff.cleaning_lock import CleaningLock
from kiosk.guard.staff.corner_long_press import CornerLongPress
from kiosk.guard.staff.keypad_check import KeypadCheck
from kiosk.guard.staff.lockdown import Lockdown
from kiosk.guard.staff.pin_check import PinCheck
from kiosk.guard.staff.pin_pad import PinPad
from kiosk.guard.staff.staff_desk import StaffDesk
from kiosk.guard.staff.touch_check import TouchCheck
from kiosk.speech.output import SoundOutput

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.guard.overlay.overlay import Overlay
    from kiosk.guard.process.process_guard import ProcessGuard
    from kiosk.guard.staff.staff_report import StaffReporter
    from kiosk.guard.staff_pin import StaffPin
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.screen.stage import Stage
    from kiosk.settings.settings import Settings

CORNER_U = 96
CORNER_MM = 20


class StaffAccess(QObject):
    """Puts the lockdown and the staff's screens together; `begin` when the window is shown."""

    def __init__(
        self,
        window: Stage,
        guard: ProcessGuard,
        pin: StaffPin,
        reporter: StaffReporter,
        style: Callable[[], InterfaceStyle],
        settings: Settings,
    ) -> None:
        """The settings say what the keys of a visitor's keypad mean, and where sound goes."""
        super().__init__(window)
        self._guard = guard
        self._pin = pin
        self._reporter = reporter
        self._style = style
        self._occupancy = guard.occupancy
        self.lockdown = Lockdown(
            window,
            guard.occupancy,
            fingers=window.fingers,
            keypad=[name for names in settings.keypad.values() for name in names],
            parent=self,
        )
        self._corner = CornerLongPress(window, side=self.corner_side, parent=self)
        self.pad = PinPad(window, style, PinCheck(pin, parent=self))
        self.desk = StaffDesk(window, style, reporter.report)
        self.touch_test = TouchCheck(window, style)
        sound = SoundOutput(settings.sound_output, settings.sound_device)
        self.keypad_test = KeypadCheck(window, style, settings.keypad, sound)
        self.cleaning = CleaningLock(window, style)
        self._corner.held.connect(self.ask_for_pin)
        self.pad.accepted.connect(guard.staff_came)
        self.pad.accepted.connect(self._open_desk)
        self.desk.test_wanted.connect(self._test)
        self.desk.keypad_test_wanted.connect(self._test_keypad)
        self.desk.cleaning_wanted.connect(self._clean)
        self.desk.closed.connect(self._leave_desk)
        self.touch_test.closed.connect(self._open_desk)
        self.keypad_test.closed.connect(self._open_desk)
        self.cleaning.closed.connect(self._end_cleaning)
        guard.due_changed.connect(self._show_due)
        self.desk.forgiven.connect(self._forgive)
        self.desk.restart_wanted.connect(guard.start_anew)
        self.desk.leave_wanted.connect(self._leave)

    def begin(self) -> None:
        """Lock from now on."""
        self.lockdown.begin()
        self._corner.begin()

    def corner_side(self) -> float:
        """The side of the hidden corner in pixels: 96 u or 20 mm, whichever is larger."""
        look = self._style().look
        return max(look.px(CORNER_U), CORNER_MM * look.millimetre)

    @property
    def open_overlay(self) -> Overlay | None:
        """The staff's screen that is open."""
        tests = (self.touch_test, self.keypad_test)
        overlays: tuple[Overlay, ...] = (self.pad, self.desk, *tests, self.cleaning)
        return next((each for each in overlays if not each.isHidden()), None)

    @Slot()
    def ask_for_pin(self) -> None:
        """Open the pad; without a PIN there is nothing to open."""
        if self.open_overlay is None and self._pin.is_set:
            self.lockdown.release_touches()
            self.pad.open()

    @Slot()
    def hand_over(self) -> None:
        """A talk has begun: close the desk."""
        self.desk.dismiss()
        self._leave_desk()

    @Slot()
    def _open_desk(self) -> None:
        self._occupancy.enter(Occupant.STAFF)
        self.desk.open()

    @Slot()
    def _leave_desk(self) -> None:
        self._occupancy.leave(Occupant.STAFF)

    @Slot()
    def _show_due(self) -> None:
        if not self.desk.isHidden():
            self.desk.show_again()

    @Slot()
    def _test(self) -> None:
        self.desk.dismiss()
        self.touch_test.open()

    @Slot()
    def _test_keypad(self) -> None:
        self.desk.dismiss()
        self.keypad_test.open()

    @Slot()
    def _clean(self) -> None:
        self._occupancy.enter(Occupant.CLEANING)
        self.desk.dismiss()
        self.cleaning.open()

    @Slot()
    def _end_cleaning(self) -> None:
        self._open_desk()
        self._occupancy.leave(Occupant.CLEANING)

    @Slot()
    def _forgive(self) -> None:
        self._reporter.forgive()
        self.desk.show_again()

    @Slot()
    def _leave(self) -> None:
        self.lockdown.end()
        self._guard.leave()
