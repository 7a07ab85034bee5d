"""A widget with texts and controls on it, as a part of the accessible tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from kiosk.screen.assistive.announcing import Announcer
from kiosk.screen.assistive.language_told import NOTHING, LanguageTold, language_on
from kiosk.screen.assistive.reading_texts import read_texts
from kiosk.screen.assistive.text_interface import TextItem
from kiosk.screen.assistive.told_children import assistive_role, children_told
from kiosk.screen.assistive.told_object import ToldObject
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.map.map_view import MapView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAccessibleInterface

_ROLES = {
    AssistiveRole.STAGE: QAccessible.Role.Window,
    AssistiveRole.MODAL: QAccessible.Role.Dialog,
    AssistiveRole.DIALOG: QAccessible.Role.Dialog,
    AssistiveRole.CARD: QAccessible.Role.Dialog,
    AssistiveRole.SCREEN: QAccessible.Role.Dialog,
    AssistiveRole.PICTURE: QAccessible.Role.Graphic,
    AssistiveRole.CHART: QAccessible.Role.Chart,
    AssistiveRole.MAP: QAccessible.Role.Canvas,
    AssistiveRole.RADIO_GROUP: QAccessible.Role.Grouping,
    AssistiveRole.TABS: QAccessible.Role.PageTabList,
    AssistiveRole.GROUP: QAccessible.Role.Grouping,
}
_DESCRIBED = frozenset({AssistiveRole.MAP, AssistiveRole.CHART})
"""What no text of its own says all of."""
_REFRESH_MS = 200


class ViewInterface(QAccessibleWidget):
    """Tells the texts of a widget and what lies on it, in the order of reading.

    What is hidden or covered is not told.  Each text is an item of its own, which is built once and
    holds other words later: Qt's binding for Python keeps every interface until the end.
    """

    def __init__(self, widget: QWidget) -> None:
        role = assistive_role(widget)
        super().__init__(widget, _ROLES[role or AssistiveRole.GROUP])
        self.told = ToldObject(widget)
        self._is_named = role is not None
        self._is_modal = role is AssistiveRole.MODAL
        self._language = LanguageTold()
        self._texts = _TextItems(widget)
        if role is AssistiveRole.STAGE:
            Announcer(widget)

    @property
    def _shown(self) -> QWidget | None:
        return self.told.get()

    def text(self, kind: QAccessible.Text) -> str:
        widget = self._shown
        if widget is None:
            return ""
        if kind == QAccessible.Text.Name:
            name = widget.accessibleName()
            texts = (item.text.words for item in self._texts.items() if item.text is not None)
            return name if self._is_named or name not in texts else ""
        if kind == QAccessible.Text.Description and assistive_role(widget) in _DESCRIBED:
            return widget.accessibleDescription()
        return ""

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._is_modal:
            state.modal = True
        return state

    def _told(self) -> list[QObject]:
        widget = self._shown
        return [] if widget is None else children_told(widget, self._texts.items())

    def childCount(self) -> int:
        return len(self._told())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        told = self._told()
        if not 0 <= index < len(told):
            return None
        return QAccessible.queryAccessibleInterface(told[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not child.isValid():
            return -1
        for number, told in enumerate(self._told()):
            if QAccessible.queryAccessibleInterface(told) is child:
                return number
        return -1

    def actionNames(self) -> list[str]:
        return []

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.AttributesInterface:
            widget = self._shown
            if widget is not None:
                self._language.language = language_on(widget)
            return self._language
        if kind == QAccessible.InterfaceType.ActionInterface:
            return NOTHING
        found: object = super().interface_cast(kind)
        return NOTHING if found is None else found


class _TextItems(QObject):
    """Holds an item for each text of a widget, and keeps them up to date while it is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._items: list[TextItem] = []
        self._used = 0
        self._is_fresh = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self._refresh)
        widget.installEventFilter(self)

    def items(self) -> Sequence[TextItem]:
        """An item for each text that is on the widget now."""
        if not self._is_fresh:
            self._refresh()
            self._is_fresh = True
            QTimer.singleShot(0, self._forget)
        return self._items[: self._used]

    @Slot()
    def _forget(self) -> None:
        self._is_fresh = False

    @Slot()
    def _refresh(self) -> None:
        widget = self._widget
        has_texts = not (isinstance(widget, MapView) or widget.isWindow())
        texts = read_texts(widget) if has_texts else ()
        while len(self._items) < len(texts):
            self._items.append(TextItem(widget))
        for number, item in enumerate(self._items):
            item.hold(texts[number] if number < len(texts) else None)
        self._used = len(texts)
        # Reading paints the widget, and would lead to another reading without end.
        self._soon.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._soon.isActive():
            self._soon.start()
        return False
