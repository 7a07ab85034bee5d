"""In which colours the curators' windows are: those of the system, or what somebody has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from kiosk.workshop.editing.desk_inks import hint_ink, unusable_ink

if TYPE_CHECKING:
    from kiosk.look.look import Look

FOLLOW_SYSTEM = "system"
COLOURS = (FOLLOW_SYSTEM, "light", "dark", "hc", "hc-light")
"""What can be chosen: as the system has it, or one of the themes."""


def theme_of(colours: str) -> str:
    """The theme for a choice of colours; of a system that says nothing the usual, dark one."""
    if colours != FOLLOW_SYSTEM:
        return colours
    hints = QGuiApplication.styleHints()
    is_light = hints.colorScheme() == Qt.ColorScheme.Light
    asks = hints.accessibility() if hasattr(hints, "accessibility") else None
    if asks is not None and asks.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "hc-light" if is_light else "hc"
    return "light" if is_light else "dark"


def window_palette(look: Look) -> QPalette:
    """The colours of everything that no style sheet reaches, such as ticks and Qt's dialogs."""
    theme, palette = look.theme, QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for roles, color in (
        ((role.Window, role.AlternateBase), theme.ground),
        ((role.Base, role.ToolTipBase), theme.panel),
        ((role.Button,), theme.control),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), theme.text),
        ((role.PlaceholderText,), hint_ink(theme)),
        ((role.Highlight,), theme.pearl),
        ((role.HighlightedText,), theme.pearl_ink),
        ((role.Link, role.BrightText, role.Accent), theme.accent_text),
    ):
        for each in roles:
            palette.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, each, unusable_ink(theme))
    return palette
