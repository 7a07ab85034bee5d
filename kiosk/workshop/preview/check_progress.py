"""How far the check is that lays everything out, and a way to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from kiosk.workshop.editing.pane_style import write_in

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle

_WORDS = {
    "layout": "checking_layout",
    "pictures": "checking_pictures",
    "speech": "checking_speech",
}


class CheckProgress(QWidget):
    """What is done in words, a bar, and a button; not there while nothing is checked."""

    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: InterfaceStyle | None = None
        self._doing = ""
        self._words = QLabel(self)
        self._words.setObjectName("note")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self)
        self.stop.clicked.connect(self.stopped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.hide()

    def speak(self, style: InterfaceStyle) -> None:
        """Say it in the language of that style."""
        self._style = style
        self.stop.setText(style.say("stop_check"))
        write_in(self._words, style.language)
        write_in(self.stop, style.language)
        self._say()

    @Slot(str, float)
    def show_share(self, doing: str, share: float) -> None:
        """Show which share of something is done; of nothing where it is empty."""
        if self._doing != doing:
            self._doing = doing
            self._say()
        self.bar.setValue(round(share * 100))
        self.setVisible(bool(doing))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def _say(self) -> None:
        words = _WORDS.get(self._doing)
        if self._style is not None and words is not None:
            self._words.setText(self._style.say(words))
            self.bar.setAccessibleName(self._style.say(words))
