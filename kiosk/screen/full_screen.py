"""Filling a screen with a window, with or without a window manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Show a window on the whole of `screen`; without effect where it fills that screen already."""
    if window.isFullScreen() and window.screen() is not screen:
        # A window manager keeps a fullscreen window on its screen.
        window.showNormal()
    # Without a window manager, a request for fullscreen alone changes nothing.
    window.setGeometry(screen.geometry())
    window.showFullScreen()
