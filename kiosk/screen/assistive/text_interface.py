"""A text on a widget, as an item of its own in the accessible tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleObject

from kiosk.screen.assistive.language_told import NOTHING, LanguageTold, language_on
from kiosk.screen.assistive.told_object import ToldObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.screen.assistive.reading_texts import ReadText


class TextItem(QObject):
    """Holds a text of its parent, a widget; without one it is out of use until there are more."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        self.text: ReadText | None = None

    def hold(self, text: ReadText | None) -> None:
        """Be another text from now on, or none."""
        before, self.text = self.text, text
        if before is not None and text is not None and before.words != text.words:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


class TextInterface(QAccessibleObject):
    """Tells a text: its words, its language, where it is, and whether it is a heading."""

    def __init__(self, item: TextItem) -> None:
        super().__init__(item)
        self.told = ToldObject(item)
        self._language = LanguageTold()

    @property
    def _item(self) -> TextItem | None:
        return self.told.get()

    def role(self) -> QAccessible.Role:
        item = self._item
        is_heading = item is not None and item.text is not None and item.text.is_heading
        return QAccessible.Role.Heading if is_heading else QAccessible.Role.StaticText

    def text(self, kind: QAccessible.Text) -> str:
        item = self._item
        if kind != QAccessible.Text.Name or item is None or item.text is None:
            return ""
        return item.text.words

    def rect(self) -> QRect:
        item = self._item
        if item is None or item.text is None:
            return QRect()
        corner = item.widget.mapToGlobal(QPoint())
        return item.text.area.translated(corner).toAlignedRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        item = self._item
        if item is None or item.text is None or not item.widget.isVisible():
            state.invisible = True
        state.readOnly = True
        return state

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        item = self._item
        return None if item is None else QAccessible.queryAccessibleInterface(item.widget)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Leave it as it is."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind != QAccessible.InterfaceType.AttributesInterface:
            return NOTHING
        item = self._item
        if item is not None and item.text is not None:
            self._language.language = item.text.language or language_on(item.widget)
        return self._language
