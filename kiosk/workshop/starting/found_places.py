"""What was found on a drawing: its places by name, what has none, and what can't be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from kiosk.exhibit.authoring.map_exhibit import name_on_map, places_of
from kiosk.workshop.editing.pane_style import pane_font
from kiosk.workshop.editing.window_wording import window_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.authoring.map_exhibit import DrawnMap
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage

_MOST_MESSAGES = 20
_LIST_PX = 132


class FoundPlaces(QWidget):
    """A line that counts, the names, and below them what is left out and why."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages: tuple[PlacedMessage, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        self._count = self._label("key")
        self.names = QListWidget(self)
        self.names.setFixedHeight(_LIST_PX)
        self._nameless = self._label("note")
        self._unread = self._label("wrong")
        for each in (self._count, self.names, self._nameless, self._unread):
            layout.addWidget(each)
        self.setFocusProxy(self.names)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def clear(self) -> None:
        """Forget what was found."""
        self.names.clear()
        self._messages = ()

    def show_messages(self, messages: Sequence[PlacedMessage]) -> None:
        """Keep what can't be read of the drawing; it is shown with the places."""
        self._messages = tuple(messages)

    def show_places(self, drawn: DrawnMap, language: str, style: InterfaceStyle) -> None:
        """Show what becomes a place in an exhibit of that language."""
        named, nameless = places_of(drawn)
        names = [name_on_map(place, language) for place in named]
        count = str(len(named))
        known = any(names)
        self._count.setText(style.say("start_places" if known else "start_numbered", count=count))
        self.names.setAccessibleName(self._count.text())
        self.names.setFont(pane_font(style.look, language))
        self.names.clear()
        self.names.addItems(
            sorted(names) if known else [str(number + 1) for number in range(len(names))]
        )
        self.names.setCurrentRow(0)
        self._nameless.setText(style.say("start_nameless", count=str(len(nameless))))
        self._nameless.setVisible(bool(nameless))
        said = [style.say("start_unread", count=str(len(self._messages)))]
        for message in self._messages[:_MOST_MESSAGES]:
            text, hint = window_words(message, style.language)
            said.append(f"• {text}" + (f" → {hint}" if hint else ""))
        self._unread.setText("\n".join(said))
        self._unread.setVisible(bool(self._messages))
