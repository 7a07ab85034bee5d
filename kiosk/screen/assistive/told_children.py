"""What of a widget's children is told, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtWidgets import QGraphicsView, QWidget

from kiosk.screen.assistive.reading_order import in_reading_order
from kiosk.screen.assistive.text_interface import TextItem
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.control import Control

if TYPE_CHECKING:
    from collections.abc import Iterable

_COVERS = frozenset({AssistiveRole.MODAL, AssistiveRole.DIALOG, AssistiveRole.SCREEN})


def children_told(widget: QWidget, texts: Iterable[TextItem]) -> list[QObject]:
    """What is on a widget, in the order of reading."""
    shown = [each for each in _uncovered(widget) if is_told(each)]
    modal = [each for each in shown if assistive_role(each) is AssistiveRole.MODAL]
    if modal:
        return [modal[-1]]
    told: list[QObject] = [*texts, *shown]
    if assistive_role(widget) is AssistiveRole.CHART:
        # Each figure is drawn beside its label, wherever its bar ends.
        return told
    order = in_reading_order([_area(each) for each in told])
    return sorted((told[number] for number in order), key=_turn if widget.isWindow() else _first)


def is_told(widget: QWidget) -> bool:
    """Whether a widget has something to say, or something upon it has."""
    if not widget.isVisible():
        return False
    if isinstance(widget, Control):
        return bool(widget.accessibleName())
    if widget.accessibleName() or assistive_role(widget) is not None:
        return True
    return any(is_told(child) for child in _child_widgets(widget))


def assistive_role(widget: QWidget) -> AssistiveRole | None:
    """What a widget says that it is, if it says so."""
    role = getattr(widget, "assistive_role", None)
    return role if isinstance(role, AssistiveRole) else None


def _child_widgets(widget: QWidget) -> list[QWidget]:
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    # What a plot draws on is a part of its chart.
    return [each for each in children if not (each.isWindow() or isinstance(each, QGraphicsView))]


def _uncovered(widget: QWidget) -> list[QWidget]:
    """The visible children that no solid one above them covers."""
    found: list[QWidget] = []
    covers: list[QWidget] = []
    for child in reversed(_child_widgets(widget)):
        if not child.isVisible():
            continue
        role = assistive_role(child)
        is_covered = any(cover.geometry().contains(child.geometry()) for cover in covers)
        if role is AssistiveRole.MAP:
            is_covered = is_covered or any(_hides_map(each) for each in found)
        if not is_covered:
            found.append(child)
        if role in _COVERS:
            covers.append(child)
    return found[::-1]


def _hides_map(widget: QWidget) -> bool:
    return assistive_role(widget) in (AssistiveRole.SCREEN, AssistiveRole.PICTURE)


def _area(told: QObject) -> QRectF:
    """What something covers of the widget that it lies on."""
    if isinstance(told, TextItem):
        assert told.text is not None
        return told.text.area
    assert isinstance(told, QWidget)
    return QRectF(told.geometry())


def _first(_told: QObject) -> int:
    return 0


def _turn(told: QObject) -> int:
    """On the stage, what is told of a place comes before the map, and the dock comes last."""
    role = getattr(told, "assistive_role", None)
    if isinstance(told, Control) or role is AssistiveRole.RADIO_GROUP:
        return 2
    return 1 if role is AssistiveRole.MAP else 0
