"""Filling a screen with a window, with or without a window manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Show a window on the whole of `screen`; without effect where it fills that screen already."""
    if _fills(window, screen):
        # Showing it once more would make it the active window.
        return
    if window.isFullScreen() and window.screen() is not screen:
        # A window manager keeps a fullscreen window on its screen.
        window.showNormal()
    # Else a window goes fullscreen on the screen where its last event has seen it.
    window.setScreen(screen)
    # Without a window manager, a request for fullscreen alone changes nothing.
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def _fills(window: QWidget, screen: QScreen) -> bool:
    # A minimized window is still visible and fullscreen to Qt, and keeps its geometry.
    shown = window.isVisible() and window.isFullScreen() and not window.isMinimized()
    return shown and window.geometry() == screen.geometry()
