"""The order of the keyboard: dock, panel or list, title, then places from west to east.

And that of reading: part after part, and in each of them as texts are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsView, QWidget

from kiosk.screen.control.control import Control

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ROW_PIXELS = 24


def controls_in(parts: Iterable[QWidget], stage: QWidget) -> list[Control]:
    """The controls that can be reached in these parts of the stage, part after part.

    Within a part they follow each other as they are read: by rows, from left to right.
    """
    order: list[Control] = []
    for part in parts:
        found = [part] if isinstance(part, Control) else part.findChildren(Control)
        reachable = [each for each in found if each.isVisibleTo(stage) and each.isEnabled()]
        order += sorted(reachable, key=_by_rows(stage))
    return order


def texts_in(parts: Iterable[QWidget], stage: QWidget) -> list[QWidget]:
    """What may have something to say besides the controls, each before what lies in it."""
    order: list[QWidget] = []
    for part in parts:
        order += _texts_of(part, stage)
    return order


def _texts_of(part: QWidget, stage: QWidget) -> Iterator[QWidget]:
    if isinstance(part, Control | QGraphicsView) or not part.isVisibleTo(stage):
        return
    yield part
    inner = [each for each in part.children() if isinstance(each, QWidget)]
    for child in sorted(inner, key=_by_rows(stage)):
        yield from _texts_of(child, stage)


def move_focus(order: list[Control], current: QWidget | None, *, forward: bool) -> bool:
    """Give the keyboard to the control after (or before) the current one, cyclically.

    False where there is none.
    """
    if not order:
        return False
    step = 1 if forward else -1
    if current in order:
        chosen = order[(order.index(current) + step) % len(order)]
    else:
        chosen = order[0 if forward else -1]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    chosen.setFocus(reason)
    return True


def _by_rows(stage: QWidget) -> Callable[[QWidget], tuple[int, int]]:
    def key(control: QWidget) -> tuple[int, int]:
        at = control.mapTo(stage, control.rect().center())
        return (at.y() // _ROW_PIXELS, at.x())

    return key
