"""A control, as assistive technology is told of it and works it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget

from kiosk.screen.assistive.language_told import NOTHING, LanguageTold, language_on
from kiosk.screen.assistive.reading_texts import letters_of
from kiosk.screen.assistive.told_object import ToldObject
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.control.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from kiosk.screen.control.control import Control

_IN_GROUPS = {
    AssistiveRole.RADIO_GROUP: QAccessible.Role.RadioButton,
    AssistiveRole.TABS: QAccessible.Role.PageTab,
}


@runtime_checkable
class Stepping(Protocol):
    """A control that goes from value to value."""

    def step(self, by: int, /) -> None:
        """Go so many values on or back."""


class ControlInterface(QAccessibleWidget):
    """Tells what kind of control it is, and presses it as a finger does.

    Qt's own interface of buttons would turn one that can be checked without anybody hearing of it:
    what follows a touch of ours follows from `clicked` alone.
    """

    def __init__(self, control: Control) -> None:
        super().__init__(control, _role_of(control))
        self.told = ToldObject(control)
        self._language = LanguageTold()

    @property
    def _control(self) -> Control | None:
        return self.told.get()

    def text(self, kind: QAccessible.Text) -> str:
        told = super().text(kind)
        control = self._control
        if control is None or kind != QAccessible.Text.Description:
            return told
        # Who hears of a button and sees it hears what is written on it, such as "List", as well.
        drawn = control.text()
        heard = letters_of(f"{control.accessibleName()}\n{told}")
        return told if letters_of(drawn) in heard else "\n".join(filter(None, (drawn, told)))

    def state(self) -> QAccessible.State:
        state = super().state()
        control = self._control
        if control is None:
            return state
        if self.role() == QAccessible.Role.PageTab:
            state.selectable = True
            state.selected = control.isChecked()
        elif control.isCheckable():
            state.checkable = True
            state.checked = control.isChecked()
        state.pressed = control.isDown()
        return state

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def actionNames(self) -> list[str]:
        control = self._control
        if control is None or not control.isEnabled():
            return []
        if isinstance(control, Stepping):
            return [self.increaseAction(), self.decreaseAction(), self.setFocusAction()]
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        control = self._control
        if control is None or not control.isEnabled():
            return
        if isinstance(control, Stepping) and name == self.increaseAction():
            control.step(1)
        elif isinstance(control, Stepping) and name == self.decreaseAction():
            control.step(-1)
        elif name == self.pressAction():
            # Later: whoever asks waits for no page to be laid out.
            QTimer.singleShot(0, control.click)
        elif name == self.setFocusAction():
            control.setFocus()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.AttributesInterface:
            control = self._control
            if control is not None:
                self._language.language = language_on(control)
            return self._language
        found: object = super().interface_cast(kind)
        return NOTHING if found is None else found


def _role_of(control: Control) -> QAccessible.Role:
    if isinstance(control, Switch):
        return QAccessible.Role.CheckBox
    if isinstance(control, Stepping):
        return QAccessible.Role.Slider
    group = getattr(control.parentWidget(), "assistive_role", AssistiveRole.GROUP)
    return _IN_GROUPS.get(group, QAccessible.Role.Button)
