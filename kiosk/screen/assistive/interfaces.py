"""Which interface tells what of the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive.control_interface import ControlInterface
from kiosk.screen.assistive.text_interface import TextInterface, TextItem
from kiosk.screen.assistive.view_interface import ViewInterface
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.control import Control

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


def interface_of(told: QObject) -> QAccessibleInterface | None:
    """The interface of something on a stage; None for what Qt tells by itself."""
    if isinstance(told, TextItem):
        return TextInterface(told)
    if isinstance(told, Control):
        return ControlInterface(told)
    if isinstance(told, QWidget) and _is_on_stage(told):
        return ViewInterface(told)
    return None


def _is_on_stage(widget: QWidget) -> bool:
    return getattr(widget.window(), "assistive_role", None) is AssistiveRole.STAGE
