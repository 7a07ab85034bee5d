"""Decides which window is on which screen, also when a screen is added or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.screen.full_screen import fill_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WindowPlacement(QObject):
    """Puts the audience's window on the main screen and the console on another one.

    `main` is the audience's screen at the start.  If only one screen is left, it is the audience's,
    and the console covers it only at the presenter's request.
    """

    changed = Signal()

    def __init__(
        self,
        audience: QWidget,
        console: QWidget,
        main: QScreen,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._audience = audience
        self._console = console
        self._names = [main.name()]
        self._screens: dict[str, QScreen] = {}
        self._shares = False
        self._shown = True
        self.swapped = False
        """Whether the presenter has swapped the screens."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        for screen in application.screens():
            self._screens[screen.name()] = screen
            if screen.name() not in self._names:
                self._names.append(screen.name())
        application.screenAdded.connect(self.add)
        application.screenRemoved.connect(self.remove)

    def leave(self) -> None:
        """Stop following changes of the screens."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.disconnect(self.add)
        application.screenRemoved.disconnect(self.remove)

    @property
    def has_two(self) -> bool:
        """Whether the console has a screen of its own."""
        return len(self._screens) > 1

    @property
    def audience(self) -> QScreen:
        """The screen of the audience."""
        return next(self._screens[name] for name in self._names if name in self._screens)

    @property
    def covers_audience(self) -> bool:
        """Whether the console covers the audience's screen."""
        return self._shares and not self.has_two

    @Slot(QScreen)
    def add(self, screen: QScreen) -> None:
        """Use a new screen; one that was there before gets its window back."""
        if screen.name() not in self._names:
            self._names.append(screen.name())
        self._screens[screen.name()] = screen
        self.place()

    @Slot(QScreen)
    def remove(self, screen: QScreen) -> None:
        """Give up a screen; the audience's window moves to another one if necessary."""
        if len(self._screens) > 1 and self._screens.pop(screen.name(), None) is not None:
            self._shares = False
            self.place()

    @Slot()
    def swap(self) -> None:
        """Swap the screens of the audience and the console."""
        present = [name for name in self._names if name in self._screens]
        if len(present) > 1:
            first, second = (self._names.index(name) for name in present[:2])
            self._names[first], self._names[second] = self._names[second], self._names[first]
            self.swapped = True
            self.place()

    @Slot()
    def toggle_console(self) -> None:
        """Show or hide the console, on its own screen or else on the audience's."""
        if self.has_two:
            self._shown = not self._shown
        else:
            self._shares = not self._shares
        self.place()

    @Slot()
    def place(self) -> None:
        """Move both windows to their screens."""
        present = [self._screens[name] for name in self._names if name in self._screens]
        fill_screen(self._audience, present[0])
        if self.has_two:
            own = present[1] if self._shown else None
        else:
            own = present[0] if self._shares else None
        if own is None:
            self._console.hide()
            self._audience.activateWindow()
        else:
            fill_screen(self._console, own)
            self._console.raise_()
            self._console.activateWindow()
        self.changed.emit()
