"""One message in the list: what it is about, what is wrong, what to do, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kiosk.text.messages import Severity
from kiosk.workshop.editing.pane_style import ICON_PX, pane_icon, write_in
from kiosk.workshop.editing.window_wording import window_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.preview.quoted_messages import QuotedMessage

_BETWEEN = " › "
_QUOTED = 60
"""So many characters of a line are quoted."""


class MessageRow(QFrame):
    """Names what it is about as the forms do; the file and the line stand below, small."""

    chosen = Signal(object)
    fixed = Signal(object, object)
    """The message, and the fix of it that was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.quoted: QuotedMessage | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._sign = QLabel(self)
        self._sign.setFixedSize(ICON_PX, ICON_PX)
        self._where = self._label("key")
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._where, 1)
        layout.addLayout(head)
        self._found = self._label("found")
        self._hint = self._label("hint")
        layout.addWidget(self._found)
        layout.addWidget(self._hint)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        self.show_button = self._button(self._choose)
        self.fix_button = self._button(self._fix)
        self.allow_button = self._button(self._allow)
        for button in (self.show_button, self.fix_button, self.allow_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self._file = self._label("quiet")
        layout.addWidget(self._file)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _button(self, slot: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("fix")
        button.clicked.connect(slot)
        return button

    def show_message(
        self, quoted: QuotedMessage, where: Sequence[str], style: InterfaceStyle
    ) -> None:
        """Show a message; `where` are the names of what it is about, none for what has no form."""
        self.quoted = quoted
        message = quoted.message
        found, hint = window_words(message, style.language)
        line = message.file
        if message.line > 1 or quoted.meant or quoted.before:
            line = style.say("in_line", file=message.file, line=str(message.line))
        quote = f"{quoted.before}{quoted.meant}{quoted.after}".strip()
        if quote:
            start = max(0, len(quoted.before.lstrip()) - _QUOTED // 3)
            line = f"{line}:  {'…' if start else ''}{quote[start : start + _QUOTED]}"
        about = _BETWEEN.join(where)
        self._where.setText(about or message.file)
        self._found.setText(found)
        self._hint.setText(f"→ {hint}" if hint else "")
        self._hint.setVisible(bool(hint))
        self._file.setText(line)
        self._file.setToolTip(quote)
        is_wrong = message.severity is Severity.ERROR
        icon = pane_icon(style.look, "x" if is_wrong else "triangle-alert")
        self._sign.setPixmap(icon.pixmap(QSize(ICON_PX, ICON_PX)))
        kind = style.say("message_error" if is_wrong else "message_warning")
        self._sign.setToolTip(kind)
        self.setProperty("wrong", is_wrong)
        said = f"{kind}: {about or message.file}: {found}. {hint}"
        self.setAccessibleName(said)
        self.show_button.setText(style.say("message_show"))
        self.show_button.setAccessibleDescription(said)
        self.show_button.setVisible(bool(where) or quoted.place is not None)
        for button, fix in (
            (self.fix_button, message.fix),
            (self.allow_button, message.allowance),
        ):
            button.setVisible(fix is not None)
            button.setText("" if fix is None else fix.said_in(style.language).replace("&", "&&"))
            button.setAccessibleDescription(said)
        for widget in (*self.findChildren(QLabel), *self.findChildren(QPushButton)):
            write_in(widget, style.language)

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        buttons = (self.show_button, self.fix_button, self.allow_button)
        return any(button.hasFocus() for button in buttons)

    @property
    def words(self) -> str:
        """Everything that it says, to look for letters in."""
        return f"{self.accessibleName()} {self._file.text()}"

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.quoted)

    @Slot()
    def _fix(self) -> None:
        if self.quoted is not None:
            self.fixed.emit(self.quoted.message, self.quoted.message.fix)

    @Slot()
    def _allow(self) -> None:
        if self.quoted is not None:
            self.fixed.emit(self.quoted.message, self.quoted.message.allowance)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.show_button.isVisible() and self.rect().contains(event.position().toPoint()):
            self._choose()
