"""What the check says of one field, below it, with a button where there is exactly one fix."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.workshop.editing.window_wording import window_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage

MOST_NOTES = 6
_LONG = 110
"""So wide in letters is what is shown of a cause, and of an advice, at once."""
_BESIDE = 70
"""With so many in all, the buttons stand beside the words, and with more below them."""


class MessageNote(QWidget):
    """One message; of a long one the beginning, until somebody asks for all of it."""

    fixed = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._message: PlacedMessage | None = None
        self._whole = self._folded = ""
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._words = QLabel(self)
        self._words.setObjectName("wrong")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._fix = self._button(self._choose)
        self._allow = self._button(self._choose_allowance)
        self._unfold = self._button(self._show_whole)
        self._layout.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        for button in (self._fix, self._allow, self._unfold):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        self._layout.addLayout(buttons)

    def _button(self, slot: object) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("fix")
        button.clicked.connect(slot)
        return button

    def show_message(self, message: PlacedMessage, style: InterfaceStyle) -> None:
        """Show what is wrong, what to do, and the one fix."""
        first, advice = window_words(message, style.language)
        whole = _lines(first, advice)
        is_same = whole == self._whole
        self._message, self._whole = message, whole
        self._folded = _lines(_shortened(first), _shortened(advice))
        is_unfolded = is_same and self._words.text() == whole
        self._words.setText(whole if is_unfolded else self._folded)
        self._words.setToolTip(whole if self._folded != whole else "")
        self._words.setAccessibleName(whole)
        beside = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(beside if _width(whole) <= _BESIDE else below)
        self._unfold.setText(style.say("message_whole"))
        self._unfold.setVisible(self._words.text() != whole)
        for button, fix in ((self._fix, message.fix), (self._allow, message.allowance)):
            button.setVisible(fix is not None)
            if fix is not None:
                button.setText(fix.said_in(style.language).replace("&", "&&"))
        for button in (self._fix, self._allow, self._unfold):
            button.setAccessibleDescription(first)

    @Slot()
    def _show_whole(self) -> None:
        self._words.setText(self._whole)
        if self._unfold.hasFocus():
            self.focusNextChild()
        self._unfold.hide()

    @Slot()
    def _choose(self) -> None:
        if self._message is not None:
            self.fixed.emit(self._message, self._message.fix)

    @Slot()
    def _choose_allowance(self) -> None:
        if self._message is not None:
            self.fixed.emit(self._message, self._message.allowance)


class MessageNotes(QWidget):
    """The messages of a field, one below the other; each note is built once.

    The room of one that goes stays empty until another field is shown: what stands below would
    come under a pointer that is on its way to something else.
    """

    fixed = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._notes: list[MessageNote] = []
        self._messages: tuple[PlacedMessage, ...] = ()
        self._style: InterfaceStyle | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._about: object = None
        self.hide()

    def show_messages(
        self, messages: Sequence[PlacedMessage], style: InterfaceStyle, about: object = None
    ) -> None:
        """Show these, none where there are none; `about` is the field that they are about."""
        if about is None or about != self._about:
            self._about = about
            self.setMinimumHeight(0)
            self.setVisible(bool(self._messages))
        elif self.isVisible():
            self.setMinimumHeight(max(self.minimumHeight(), self.height()))
        if style is self._style and _are_same(messages, self._messages):
            return
        self._messages, self._style = tuple(messages), style
        shown = list(dict.fromkeys(messages))[:MOST_NOTES]
        while len(self._notes) < len(shown):
            note = MessageNote(self)
            note.fixed.connect(self.fixed)
            self._layout.addWidget(note)
            self._notes.append(note)
        for note, message in zip(self._notes, shown, strict=False):
            note.show_message(message, style)
            note.show()
        for spare in self._notes[len(shown) :]:
            spare.hide()
        self.setVisible(bool(shown) or self.minimumHeight() > 0)


def _lines(first: str, advice: str) -> str:
    return f"{first}\n→ {advice}" if advice else first


def _width(words: str) -> int:
    """How wide words are in Latin letters; a Chinese one is as wide as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)


def _shortened(words: str) -> str:
    """The beginning of words that are long, up to the end of a word where there is one."""
    if _width(words) <= _LONG:
        return words
    shown = words
    while _width(shown) >= _LONG:
        shown = shown[:-1]
    head, space, _ = shown.rpartition(" ")
    return f"{(head if space and _width(head) > _LONG // 2 else shown).rstrip(' ,;:、，；：(（')}…"


def _are_same(some: Sequence[PlacedMessage], others: Sequence[PlacedMessage]) -> bool:
    """Whether they are the same ones; to compare their words would take as long as to show them."""
    return len(some) == len(others) and all(map(is_, some, others))
