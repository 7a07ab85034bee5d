"""The hands of a curator whose window is in this process: by Qt's own tree and Qt's own events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.workshop.editing.curator_hands import Hands, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

_ROLES = {
    QAccessible.Role.EditableText: "text",
    QAccessible.Role.Button: "button",
    QAccessible.Role.PushButton: "button",
    QAccessible.Role.ButtonMenu: "button",
    QAccessible.Role.ComboBox: "combo box",
    QAccessible.Role.MenuItem: "menu item",
    QAccessible.Role.ListItem: "list item",
    QAccessible.Role.TreeItem: "tree item",
    QAccessible.Role.CheckBox: "check box",
    QAccessible.Role.RadioButton: "radio button",
    QAccessible.Role.Cell: "cell",
    QAccessible.Role.Table: "table",
    QAccessible.Role.StaticText: "label",
}
_KEYS = {
    "a": Qt.Key.Key_A,
    "v": Qt.Key.Key_V,
    "End": Qt.Key.Key_End,
    "Return": Qt.Key.Key_Return,
}
_DEEPEST = 40


class HandsInProcess(Hands):
    """Clicks where the tree says that something is, on whichever window is in front there."""

    def __init__(self) -> None:
        super().__init__()
        # Qt keeps its trees up to date only where somebody listens.
        QAccessible.setActive(True)

    def let_go(self) -> None:
        """Listen no more: an exhibit that is listened to never rests, also that of another test."""
        QAccessible.setActive(False)

    def told(self) -> Iterator[Told]:
        for window in _in_front():
            interface = QAccessible.queryAccessibleInterface(window)
            if interface is not None:
                yield from _told_below(interface, ())

    def click_at(self, x: int, y: int) -> None:
        window, at = _window_at(x, y)
        if not QApplication.activePopupWidget():
            # Without a display nobody else has a window come to the front that is clicked.
            window.activateWindow()
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    def turn_at(self, x: int, y: int, *, down: bool) -> None:
        window, at = _window_at(x, y)
        below = window.childAt(at) or window
        local = QPointF(below.mapFrom(window, at))
        QApplication.sendEvent(
            below,
            QWheelEvent(
                local,
                QPointF(x, y),
                QPoint(),
                QPoint(0, -120 if down else 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    def write(self, words: str) -> None:
        for sign in words:
            focused = _focused()
            if sign.isascii():
                QTest.keyClicks(focused, sign)
            else:
                # QTest knows the keys of ASCII alone.
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    none = Qt.KeyboardModifier.NoModifier
                    QApplication.sendEvent(focused, QKeyEvent(kind, 0, none, sign))

    def hit(self, keys: str) -> None:
        *with_control, key = keys.split("+")
        control, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
        QTest.keyClick(_focused(), _KEYS[key], control if with_control else none)

    def keep(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)

    def rest(self) -> None:
        QTest.qWait(20)


def _in_front() -> list[QWidget]:
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if front is not None:
        return [front]
    return [
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and not each.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    ]


def _window_at(x: int, y: int) -> tuple[QWidget, QPoint]:
    for window in _in_front():
        at = window.mapFromGlobal(QPoint(x, y))
        if window.rect().contains(at):
            return window, at
    raise AssertionError(f"there is no window at {x}, {y}")


def _focused() -> QWidget:
    focused = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    return focused


def _told_below(item: QAccessibleInterface, inside: tuple[Told, ...]) -> Iterator[Told]:
    state, rect = item.state(), item.rect()
    if state.invisible and inside:
        return
    told = Told(
        _ROLES.get(item.role(), item.role().name),
        item.text(QAccessible.Text.Name),
        (rect.x(), rect.y(), rect.width(), rect.height()),
        item.text(QAccessible.Text.Value),
        not state.disabled,
        bool(state.focused),
        inside,
    )
    yield told
    if len(inside) < _DEEPEST:
        for number in range(item.childCount()):
            child = item.child(number)
            if child is not None:
                yield from _told_below(child, (*inside, told))
